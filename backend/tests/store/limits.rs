//! How often one may ask: for each account, whatever comes of it, and for each pair of an account and one that it asks.

use countersign_domain::{
    Category::Hosting,
    HOUR, Problem,
    Role::{Billing, Tech},
    SECOND, ServiceId,
};

use crate::{engine::on_both, support::World};

on_both!(
    a_form_that_is_refused_counts,
    one_account_asks_another_thirty_times_an_hour,
    an_unknown_customer_id_has_the_same_limit,
    a_form_that_asks_for_more_than_is_left_is_refused,
    whatever_floods_do_an_honest_administrator_gets_through,
    forms_that_count_no_more_are_forgotten,
);

const WAIT: Problem = Problem::TooMany { retry_after: 3600 };

async fn a_form_that_is_refused_counts(w: World) {
    let service = w.service().await;
    // It names the present contact.
    for _ in 0..60 {
        let refused = w.ask("aa1", service, &[(Tech, "bb2")]).await.unwrap_err();
        assert!(!matches!(refused, Problem::TooMany { .. }), "{refused:?}");
    }
    assert_eq!(w.ask("aa1", service, &[(Tech, "bb2")]).await, Err(WAIT));
    assert_eq!(w.ask("aa1", service, &[(Tech, "dd4")]).await, Err(WAIT));
    w.later(HOUR - SECOND);
    assert_eq!(w.ask("aa1", service, &[(Tech, "dd4")]).await, Err(Problem::TooMany { retry_after: 1 }));
    w.later(SECOND);
    assert!(w.ask("aa1", service, &[(Tech, "dd4")]).await.is_ok());
}

/// Asks and cancels `times` times.
async fn bother(w: &World, who: &str, service: ServiceId, whom: &str, times: usize) {
    for _ in 0..times {
        let request = w.ask_one(who, service, Tech, whom).await;
        w.cancel(who, request).await.unwrap();
    }
}

async fn limit_of(w: &World, whom: &str) {
    let service = w.service().await;
    bother(w, "aa1", service, whom, 30).await;
    assert_eq!(w.ask("aa1", service, &[(Tech, whom)]).await, Err(WAIT));
    assert_eq!(w.count("requests").await, 30, "and nothing is done");
    // Others may be asked.
    bother(w, "aa1", service, "ee5", 1).await;
    w.later(HOUR - SECOND);
    assert_eq!(w.ask("aa1", service, &[(Tech, whom)]).await, Err(Problem::TooMany { retry_after: 1 }));
    w.later(SECOND);
    assert!(w.ask("aa1", service, &[(Tech, whom)]).await.is_ok());
}

async fn one_account_asks_another_thirty_times_an_hour(w: World) {
    limit_of(&w, "dd4").await;
}

async fn an_unknown_customer_id_has_the_same_limit(w: World) {
    limit_of(&w, "zz9").await;
}

async fn a_form_that_asks_for_more_than_is_left_is_refused(w: World) {
    let service = w.service().await;
    bother(&w, "aa1", service, "dd4", 29).await;
    // One request for each of two replaced contacts.
    assert_eq!(w.ask("aa1", service, &[(Tech, "dd4"), (Billing, "dd4")]).await, Err(WAIT));
    assert!(w.ask("aa1", service, &[(Tech, "dd4"), (Billing, "ee5")]).await.is_ok());
}

async fn whatever_floods_do_an_honest_administrator_gets_through(w: World) {
    for who in ["aa1", "bb2", "ff6"] {
        let service = w.add_service(&format!("flood of {who}"), Hosting, [who; 3]).await;
        bother(&w, who, service, "dd4", 30).await;
        assert_eq!(w.ask(who, service, &[(Tech, "dd4")]).await, Err(WAIT));
    }
    let honest = w.add_service("honest.example.org", Hosting, ["cc3"; 3]).await;
    let request = w.ask_one("cc3", honest, Tech, "dd4").await;
    w.accept("cc3", request).await.unwrap();
    assert!(w.accept("dd4", request).await.is_ok());
    // Nor is the customer kept from asking for itself.
    let own = w.add_service("own.example.org", Hosting, ["dd4", "aa1", "aa1"]).await;
    assert!(w.ask("dd4", own, &[(Tech, "dd4")]).await.is_ok());
}

async fn forms_that_count_no_more_are_forgotten(w: World) {
    let service = w.service().await;
    for (who, role) in [("aa1", Tech), ("cc3", Billing)] {
        w.ask_one(who, service, role, "dd4").await;
        w.later(HOUR / 2);
    }
    assert_eq!(w.backend.system("test").clean_attempts().await.unwrap(), 1, "at the instant");
    assert_eq!(w.texts("SELECT account FROM attempts").await, ["cc3-ovh"]);
    assert_eq!(w.backend.system("test").clean_attempts().await.unwrap(), 0);
}
