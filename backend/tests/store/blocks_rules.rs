//! Whom one may block, how many, how often; and what unblocking brings back.

use Role::{Billing, Tech};
use countersign_domain::{Category::Hosting, DAY, Field, HOUR, MAX_BLOCKED, Problem, Role, Wrong, view::Decided};

use crate::{
    blocks::{is_absent, listed, to_decide},
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    nobody_blocks_itself,
    an_unknown_customer_id_is_blocked_like_a_known_one,
    a_customer_is_blocked_once,
    no_new_account_gets_a_blocked_customer_id,
    no_more_than_two_hundred_are_blocked,
    blocking_counts_among_the_forms_of_an_hour,
    unblocking_shows_nothing_that_was_hidden,
    a_disabled_blocker_is_like_nobody,
);

async fn blocked(w: &World, who: &str) -> Vec<String> {
    let profile = told(w.actor(who).await.profile().await).unwrap();
    profile.blocked.iter().map(|customer| customer.id.to_string()).collect()
}

async fn nobody_blocks_itself(w: World) {
    assert_eq!(w.block("dd4", "dd4").await, Err(Problem::field(Field::Customer, Wrong::Own)));
    assert_eq!(w.count("blocks").await, 0);
    let own = w.add_service("own", Hosting, ["dd4", "aa1", "aa1"]).await;
    let request = w.ask_one("dd4", own, Tech, "dd4").await;
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Done));
}

async fn an_unknown_customer_id_is_blocked_like_a_known_one(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    for customer in ["zz9", "hh8", "aa1"] {
        assert_eq!(w.block("dd4", customer).await, Ok(true), "{customer}");
        w.later(1);
    }
    assert_eq!(blocked(&w, "dd4").await, ["aa1-ovh", "hh8-ovh", "zz9-ovh"], "the last one first");
    assert!(blocked(&w, "aa1").await.is_empty(), "who is blocked is not told");
    for customer in ["zz9", "hh8", "aa1"] {
        assert_eq!(w.unblock("dd4", customer).await, Ok(()), "{customer}");
        assert_eq!(w.unblock("dd4", customer).await, Err(Problem::NotFound), "{customer}");
    }
    assert_eq!(w.count("blocks").await, 0);
}

async fn a_customer_is_blocked_once(w: World) {
    assert_eq!(w.block("dd4", "aa1").await, Ok(true));
    let since = w.texts("SELECT CAST(created_at AS TEXT) FROM blocks").await;
    w.later(DAY);
    assert_eq!(w.block("dd4", "aa1").await, Ok(false));
    assert_eq!(w.texts("SELECT CAST(created_at AS TEXT) FROM blocks").await, since);
    // Others may block the same one, and unblock for themselves alone.
    assert_eq!(w.block("ee5", "aa1").await, Ok(true));
    w.unblock("ee5", "aa1").await.unwrap();
    assert_eq!(blocked(&w, "dd4").await, ["aa1-ovh"]);
}

/// Whoever blocked an ID that was nobody's did not mean the one who would get it.
async fn no_new_account_gets_a_blocked_customer_id(w: World) {
    for (blocks, is_named) in [(false, false), (true, true)] {
        if blocks {
            w.block("dd4", "zz9").await.unwrap();
        }
        let mut tx = w.backend.db().begin().await.unwrap();
        assert_eq!(tx.is_named(&id("zz9")).await.unwrap(), is_named);
    }
}

async fn no_more_than_two_hundred_are_blocked(w: World) {
    for number in 1..MAX_BLOCKED {
        w.run(&format!("INSERT INTO blocks (account, blocked, created_at) VALUES ('dd4-ovh', 'yy{number}-ovh', 1)"))
            .await;
    }
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Tech, "dd4").await;
    assert_eq!(w.block("dd4", "aa1").await, Ok(true), "the last one");
    assert_eq!(w.block("dd4", "bb2").await, Err(Problem::TooManyBlocked));
    assert_eq!(w.block("dd4", "aa1").await, Ok(false), "that is there already");
    assert_eq!(w.count("blocks").await, i64::from(MAX_BLOCKED));
    assert_eq!(listed(&w, "dd4").await, [request], "nothing is hidden when nobody is blocked");
    w.unblock("dd4", "yy7").await.unwrap();
    assert_eq!(w.block("dd4", "bb2").await, Ok(true));
    assert!(listed(&w, "dd4").await.is_empty());
}

async fn blocking_counts_among_the_forms_of_an_hour(w: World) {
    for _ in 0..30 {
        w.block("dd4", "aa1").await.unwrap();
        w.unblock("dd4", "aa1").await.unwrap();
    }
    let wait = Problem::TooMany { retry_after: 3600 };
    assert_eq!(w.block("dd4", "aa1").await, Err(wait.clone()));
    assert_eq!(w.unblock("dd4", "aa1").await, Err(wait));
    assert_eq!(w.block("ee5", "aa1").await, Ok(true), "each account has its own");
    w.later(HOUR);
    assert_eq!(w.block("dd4", "aa1").await, Ok(true));
}

async fn unblocking_shows_nothing_that_was_hidden(w: World) {
    let service = w.service().await;
    let open = w.ask_one("aa1", service, Tech, "dd4").await;
    w.block("dd4", "aa1").await.unwrap();
    let hidden = w.ask_one("aa1", service, Billing, "dd4").await;
    w.unblock("dd4", "aa1").await.unwrap();
    for request in [open, hidden] {
        assert!(is_absent(&w, "dd4", request).await);
    }
    assert_eq!(to_decide(&w, "dd4").await, 0);
    // What is asked from then on is seen.
    w.cancel("aa1", open).await.unwrap();
    let again = w.ask_one("aa1", service, Tech, "dd4").await;
    assert_eq!(listed(&w, "dd4").await, [again]);
    assert_eq!(w.accept("dd4", again).await, Ok(Decided::Waiting(vec![id("aa1")])));
    w.later(7 * DAY);
    w.backend.system("test").expire_due().await.unwrap();
    assert_eq!(listed(&w, "dd4").await, [again], "nor once they have ended");
}

async fn a_disabled_blocker_is_like_nobody(w: World) {
    w.block("dd4", "aa1").await.unwrap();
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("dd4")).await.unwrap();
    let later = w.ask_one("aa1", service, Billing, "dd4").await;
    for request in [request, later] {
        assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4"]);
        assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("dd4")])));
    }
}
