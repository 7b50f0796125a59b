//! Asking for the mail again: a new code that kills the former one, and not too often.

use countersign_domain::{
    Event, HOUR, MINUTE, Problem, RequestId, Role, SECOND,
    view::{Decided, What},
};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    the_former_code_is_dead_and_the_new_one_works,
    only_parties_that_have_yet_to_decide_are_sent_another,
    the_other_partys_code_stays_as_it_is,
    so_many_codes_in_an_hour_and_no_more,
    the_limit_is_each_partys_own,
    nobody_else_learns_of_it,
);

async fn the_former_code_is_dead_and_the_new_one_works(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let first = w.code(request, "dd4").await;
    w.resend("dd4", request).await.unwrap();
    let second = w.code(request, "dd4").await;
    w.resend("dd4", request).await.unwrap();
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "resent dd4", "resent dd4"]);
    for dead in [&first, &second, &first, &second, &first, &second] {
        let problem = w.decide("dd4", request, dead, countersign_domain::Decision::Accept).await;
        // It costs no try either: it was right once.
        assert_eq!(problem, Err(Problem::CodeReplaced));
    }
    assert_eq!(Problem::CodeReplaced.status(), 410);
    assert_eq!(w.count("codes WHERE state = 'live' AND account = 'dd4-ovh'").await, 1);
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
}

async fn only_parties_that_have_yet_to_decide_are_sent_another(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Role::Tech, "dd4").await;
    // Not even the administrator, who sees the request.
    for stranger in ["aa1", "cc3", "ee5"] {
        assert_eq!(w.resend(stranger, request).await, Err(Problem::NotFound));
    }
    w.accept("bb2", request).await.unwrap();
    assert_eq!(w.resend("bb2", request).await, Err(Problem::AlreadyDecided));
    w.accept("dd4", request).await.unwrap();
    assert_eq!(w.resend("dd4", request).await, Err(Problem::AlreadyDecided));
    assert_eq!(w.count("outbox WHERE event = 'resent'").await, 0);
}

async fn the_other_partys_code_stays_as_it_is(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let of_aa1 = w.code(request, "aa1").await;
    w.resend("dd4", request).await.unwrap();
    assert_eq!(w.code(request, "aa1").await.reveal(), of_aa1.reveal());
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("dd4")])));
}

async fn so_many_codes_in_an_hour_and_no_more(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    for _ in 0..5 {
        w.later(MINUTE);
        w.resend("dd4", request).await.unwrap();
    }
    w.later(MINUTE);
    let too_many = w.resend("dd4", request).await;
    // The first of the six was the one that came with the request, six minutes ago.
    assert_eq!(too_many, Err(Problem::TooMany { retry_after: 54 * 60 + 1 }));
    assert_eq!(too_many.unwrap_err().status(), 429);
    assert_eq!(w.count("codes WHERE state = 'live'").await, 2, "the code that was sent last still works");
    w.later(54 * MINUTE - SECOND);
    assert_eq!(w.resend("dd4", request).await, Err(Problem::TooMany { retry_after: 2 }));
    w.later(2 * SECOND);
    w.resend("dd4", request).await.unwrap();
    assert_eq!(w.resend("dd4", request).await, Err(Problem::TooMany { retry_after: 60 }));
    w.later(HOUR);
    w.resend("dd4", request).await.unwrap();
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
}

async fn the_limit_is_each_partys_own(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let other = w.ask_one("aa1", service, Role::Billing, "dd4").await;
    for _ in 0..5 {
        w.resend("dd4", request).await.unwrap();
    }
    assert!(matches!(w.resend("dd4", request).await, Err(Problem::TooMany { .. })));
    w.resend("aa1", request).await.unwrap();
    w.resend("dd4", other).await.unwrap();
}

/// How many codes that were asked for again stand in the timeline that `who` sees.
async fn resent_seen_by(w: &World, who: &str, request: RequestId) -> usize {
    let seen = told(w.actor(who).await.request(request).await).unwrap();
    seen.timeline.iter().filter(|entry| matches!(entry.what, What::Mail(Event::Resent, _))).count()
}

/// Asking again would show that the customer ID is somebody's, and that the request was looked at.
async fn nobody_else_learns_of_it(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Role::Tech, "dd4").await;
    let page = async || format!("{:?}", told(w.actor("bb2").await.request(request).await).unwrap());
    let before = page().await;
    w.resend("dd4", request).await.unwrap();
    w.resend("dd4", request).await.unwrap();
    assert_eq!(page().await, before);
    assert_eq!(resent_seen_by(&w, "dd4", request).await, 2);
    assert_eq!(resent_seen_by(&w, "aa1", request).await, 0, "the administrator is no party");
    w.resend("bb2", request).await.unwrap();
    assert_eq!([resent_seen_by(&w, "bb2", request).await, resent_seen_by(&w, "dd4", request).await], [1, 2]);
    // Nor afterwards, when it is known that dd4 is somebody.
    w.accept("dd4", request).await.unwrap();
    assert_eq!(resent_seen_by(&w, "bb2", request).await, 1);
}
