//! Time's end: at the instant and not before, by the job or by the press that comes too late.

use countersign_domain::{DAY, Problem, Role, State, StateName, view::Decided};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    one_millisecond_before_the_end_it_can_be_accepted,
    at_the_instant_it_cannot_and_is_expired,
    a_press_that_has_waited_is_judged_when_its_turn_comes,
    the_job_ends_what_is_overdue_and_nothing_else,
    an_overdue_request_can_neither_be_cancelled_nor_resent,
    what_expired_stays_expired_when_the_clock_goes_back,
    an_acceptance_in_time_does_not_help_when_the_other_is_late,
);

const TECH: Role = Role::Tech;

async fn one_millisecond_before_the_end_it_can_be_accepted(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    w.later(7 * DAY - 1);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 0);
    w.accept("aa1", request).await.unwrap();
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Done));
}

async fn at_the_instant_it_cannot_and_is_expired(w: World) {
    let service = w.service().await;
    for (party, refuses) in [("aa1", false), ("dd4", false), ("aa1", true), ("dd4", true)] {
        let request = w.ask_one("aa1", service, TECH, "dd4").await;
        w.later(7 * DAY);
        let late = if refuses { w.refuse(party, request).await } else { w.accept(party, request).await };
        assert_eq!(late, Err(Problem::Ended(StateName::Expired)));
        assert_eq!(w.state(request).await, State::Expired(w.now()), "by the press itself");
        assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "expired aa1", "expired dd4"]);
        assert_eq!(w.count("codes WHERE state = 'live'").await, 0);
    }
    assert_eq!(w.contacts(service).await, ["aa1", "bb2", "cc3"]);
    assert_eq!(w.count("decisions").await, 0);
}

async fn a_press_that_has_waited_is_judged_when_its_turn_comes(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    w.accept("aa1", request).await.unwrap();
    w.later(7 * DAY - 1);
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_request(request).await.unwrap();
    let there = w.clone();
    let pressed = w.waits(held, 1, async move { there.accept("dd4", request).await }).await;
    assert_eq!(pressed, Err(Problem::Ended(StateName::Expired)));
    assert_eq!(w.contacts(service).await, ["aa1", "bb2", "cc3"]);
}

async fn the_job_ends_what_is_overdue_and_nothing_else(w: World) {
    let service = w.service().await;
    let old = w.ask_one("aa1", service, TECH, "dd4").await;
    w.later(DAY);
    let young = w.ask_one("aa1", service, Role::Billing, "dd4").await;
    w.later(6 * DAY);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 1);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 0, "once");
    assert_eq!(w.state(old).await, State::Expired(w.now()));
    assert_eq!(w.state(young).await, State::Validating);
    assert_eq!(w.mails(old).await, ["asked aa1", "asked dd4", "expired aa1", "expired dd4"]);
    assert_eq!(w.mails(young).await, ["asked aa1", "asked dd4"]);
}

async fn an_overdue_request_can_neither_be_cancelled_nor_resent(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    w.later(7 * DAY);
    assert_eq!(w.cancel("aa1", request).await, Err(Problem::Ended(StateName::Expired)));
    assert_eq!(w.resend("dd4", request).await, Err(Problem::Ended(StateName::Expired)));
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4"]);
    let me = told(w.actor("dd4").await.me().await).unwrap();
    assert_eq!((me.to_decide, me.waiting), (0, 0), "nothing waits for me any more");
}

async fn what_expired_stays_expired_when_the_clock_goes_back(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    w.later(7 * DAY);
    w.backend.system("test").expire_due().await.unwrap();
    let end = w.state(request).await;
    w.later(-DAY);
    for party in ["aa1", "dd4"] {
        assert_eq!(w.accept(party, request).await, Err(Problem::Ended(StateName::Expired)));
        assert_eq!(w.resend(party, request).await, Err(Problem::Ended(StateName::Expired)));
    }
    assert_eq!(w.state(request).await, end);
}

async fn an_acceptance_in_time_does_not_help_when_the_other_is_late(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
    w.later(7 * DAY);
    assert_eq!(w.accept("aa1", request).await, Err(Problem::Ended(StateName::Expired)));
    assert_eq!(w.accept("dd4", request).await, Err(Problem::AlreadyDecided));
    assert_eq!(w.contacts(service).await, ["aa1", "bb2", "cc3"]);
}
