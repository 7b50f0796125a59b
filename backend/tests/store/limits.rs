//! How often one may ask: for each account, whatever comes of it, and of each account.

use countersign_domain::{
    Category::Hosting,
    HOUR, Problem,
    Role::{Billing, Tech},
    SECOND, ServiceId,
};

use crate::{
    engine::on_both,
    support::{CUSTOMERS, World, id, told},
};

on_both!(
    a_form_that_is_refused_counts,
    one_customer_is_not_asked_without_end,
    an_unknown_customer_id_has_the_same_limit,
    forms_that_count_no_more_are_forgotten,
);

const WAIT: Problem = Problem::TooMany { retry_after: 3600 };

async fn a_form_that_is_refused_counts(w: World) {
    let service = w.service().await;
    w.backend.add_invoice("FR-1", &id("gg7")).await.unwrap();
    // Each answer tells that someone owes.
    for _ in 0..60 {
        assert_eq!(w.ask("aa1", service, &[(Billing, "gg7")]).await, Err(Problem::Debt { own: false }));
    }
    assert_eq!(w.ask("aa1", service, &[(Billing, "gg7")]).await, Err(WAIT));
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
    let mut services = Vec::new();
    for who in &CUSTOMERS[..3] {
        services.push((*who, w.add_service(&format!("{who} {whom}"), Hosting, [who; 3]).await));
    }
    for (who, service) in &services {
        bother(w, who, *service, whom, 40).await;
    }
    let (who, service) = services[0];
    assert_eq!(w.ask(who, service, &[(Tech, whom)]).await, Err(WAIT));
    let request = w.ask(who, service, &[(Tech, "ee5")]).await.unwrap()[0];
    w.cancel(who, request).await.unwrap();
    // Nobody is kept from asking for itself.
    if let Ok(own) = told(w.backend.act_as(&id(whom)).await)
        && own.is_some()
    {
        let mine = w.add_service(&format!("of {whom}"), Hosting, [whom, "aa1", "aa1"]).await;
        assert!(w.ask(whom, mine, &[(Tech, whom)]).await.is_ok());
    }
    w.later(HOUR);
    assert!(w.ask(who, service, &[(Tech, whom)]).await.is_ok());
}

async fn one_customer_is_not_asked_without_end(w: World) {
    limit_of(&w, "dd4").await;
}

async fn an_unknown_customer_id_has_the_same_limit(w: World) {
    limit_of(&w, "zz9").await;
}

async fn forms_that_count_no_more_are_forgotten(w: World) {
    let service = w.service().await;
    for (who, role) in [("aa1", Tech), ("cc3", Billing)] {
        w.ask_one(who, service, role, "dd4").await;
        w.later(HOUR / 2);
    }
    assert_eq!(w.backend.clean_attempts().await.unwrap(), 1, "at the instant");
    assert_eq!(w.texts("SELECT account FROM attempts").await, ["cc3-ovh"]);
    assert_eq!(w.backend.clean_attempts().await.unwrap(), 0);
}
