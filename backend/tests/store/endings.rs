//! Refusing and cancelling: who may, what it leaves behind, and that an end is an end.

use countersign_backend::ambient::new_token;
use countersign_domain::{
    AbortReason, Category::Hosting, DAY, Decision, Note, Problem, Role, State, StateName, view::Decided,
};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    either_side_may_refuse,
    refusing_what_one_asked_of_oneself_mails_nobody,
    a_refusal_ends_it_after_an_acceptance_too,
    only_the_requester_cancels,
    a_cancellation_gives_its_reason,
    an_ended_request_never_changes_again,
    the_same_decision_sent_again_is_told_so,
    the_same_press_sent_again_is_answered_again,
    a_press_is_answered_by_what_has_come_of_it,
    the_role_is_free_again_after_every_end,
);

const TECH: Role = Role::Tech;
const BEFORE: [&str; 3] = ["aa1", "bb2", "cc3"];

async fn either_side_may_refuse(w: World) {
    let service = w.service().await;
    for (refusing, other) in [("aa1", "dd4"), ("dd4", "aa1")] {
        let request = w.ask_one("aa1", service, TECH, "dd4").await;
        assert_eq!(w.refuse(refusing, request).await, Ok(Decided::Refused));
        assert_eq!(w.state(request).await, State::Refused { by: id(refusing), at: w.now() });
        // The other party is told, and nobody else.
        assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", &format!("refused {other}")]);
        let problem = w.accept(other, request).await;
        assert_eq!(problem, Err(Problem::Ended(StateName::Refused)));
    }
    assert_eq!(w.contacts(service).await, BEFORE);
    assert_eq!(w.replay(service).await, 3);
}

async fn refusing_what_one_asked_of_oneself_mails_nobody(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "aa1").await;
    assert_eq!(w.refuse("aa1", request).await, Ok(Decided::Refused));
    assert_eq!(w.mails(request).await, ["asked aa1"]);
    assert_eq!(w.contacts(service).await, BEFORE);
}

async fn a_refusal_ends_it_after_an_acceptance_too(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("dd4")])));
    assert_eq!(w.refuse("aa1", request).await, Err(Problem::AlreadyDecided), "nobody decides twice");
    assert_eq!(w.refuse("dd4", request).await, Ok(Decided::Refused));
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "refused aa1"]);
    assert_eq!(w.contacts(service).await, BEFORE);
}

async fn only_the_requester_cancels(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, TECH, "dd4").await;
    assert_eq!(w.cancel("dd4", request).await, Err(Problem::NotRequester));
    assert_eq!(Problem::NotRequester.status(), 403);
    for stranger in ["cc3", "ee5"] {
        assert_eq!(w.cancel(stranger, request).await, Err(Problem::NotFound), "{stranger}");
    }
    assert_eq!(w.cancel("bb2", 4711).await, Err(Problem::NotFound));
    assert_eq!(w.state(request).await, State::Validating);
    assert_eq!(w.mails(request).await, ["asked bb2", "asked dd4"]);

    assert_eq!(w.cancel("bb2", request).await, Ok(()));
    assert_eq!(w.state(request).await, State::Aborted { reason: AbortReason::Cancelled, at: w.now() });
    assert_eq!(w.mails(request).await, ["asked bb2", "asked dd4", "cancelled dd4"]);
}

async fn a_cancellation_gives_its_reason(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    let reason = Note::parse("A mistake of mine.").unwrap();
    told(w.actor("aa1").await.cancel(request, Some(&reason)).await).unwrap();
    let seen = told(w.actor("dd4").await.request(request).await).unwrap();
    assert_eq!(seen.cancel_reason.as_deref(), Some("A mistake of mine."));
    assert_eq!(seen.row.reason, Some(AbortReason::Cancelled));
}

/// Brings requests to each of their ends; the service's technical contact is dd4 at the end.
async fn ended(w: &World) -> Vec<(i64, StateName)> {
    let mut ended = Vec::new();
    let service = w.service().await;
    let refused = w.ask_one("aa1", service, TECH, "dd4").await;
    w.refuse("dd4", refused).await.unwrap();
    ended.push((refused, StateName::Refused));
    let cancelled = w.ask_one("aa1", service, TECH, "dd4").await;
    w.cancel("aa1", cancelled).await.unwrap();
    ended.push((cancelled, StateName::Aborted));
    let expired = w.ask_one("aa1", service, TECH, "dd4").await;
    w.later(7 * DAY);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 1);
    ended.push((expired, StateName::Expired));
    let done = w.ask_one("aa1", service, TECH, "dd4").await;
    w.accept("aa1", done).await.unwrap();
    w.accept("dd4", done).await.unwrap();
    ended.push((done, StateName::Done));
    ended
}

async fn an_ended_request_never_changes_again(w: World) {
    let ended = ended(&w).await;
    let all =
        "SELECT CAST(id AS TEXT) || state || CAST(ended_at AS TEXT) || COALESCE(ended_by, '') || COALESCE(reason, '')
               FROM requests ORDER BY id";
    let (before, mails) = (w.texts(all).await, w.count("outbox").await);
    w.later(DAY);
    for (request, state) in ended {
        let codes = [w.code(request, "aa1").await, w.code(request, "dd4").await];
        for who in ["aa1", "dd4"] {
            for code in &codes {
                for decision in [Decision::Accept, Decision::Refuse] {
                    let problem = w.decide(who, request, code, decision).await.expect_err("it has ended");
                    assert!(matches!(problem, Problem::Ended(s) if s == state) || problem == Problem::AlreadyDecided);
                }
            }
            assert!(w.resend(who, request).await.is_err());
        }
        assert_eq!(w.cancel("aa1", request).await, Err(Problem::Ended(state)));
        assert_eq!(w.cancel("dd4", request).await, Err(Problem::NotRequester));
    }
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 0);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 0);
    assert_eq!(w.texts(all).await, before);
    assert_eq!(w.count("outbox").await, mails);
    assert_eq!(w.count("codes WHERE state = 'live'").await, 0);
    assert_eq!(w.count("request_roles WHERE open").await, 0);
}

async fn the_same_decision_sent_again_is_told_so(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    w.accept("aa1", request).await.unwrap();
    for _ in 0..7 {
        // As often as one likes: no try is counted for it.
        assert_eq!(w.accept("aa1", request).await, Err(Problem::AlreadyDecided));
    }
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Done));
    assert_eq!(w.accept("dd4", request).await, Err(Problem::AlreadyDecided));
    assert_eq!(w.count("decisions").await, 2);
    assert_eq!(w.replay(service).await, 4);
}

async fn the_same_press_sent_again_is_answered_again(w: World) {
    use Decision::{Accept, Refuse};
    let service = w.service().await;
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    let (hers, his) = (w.code(request, "aa1").await, w.code(request, "dd4").await);
    for _ in 0..7 {
        let waits = w.decide_once("aa1", request, &hers, Accept, "one").await;
        assert_eq!(waits, Ok(Decided::Waiting(vec![id("dd4")])));
    }
    assert_eq!(w.count("decisions").await, 1);
    // Another decision, another code, another key or none: another press.
    let other = new_token();
    for (code, decision, key) in
        [(&hers, Refuse, "one"), (&other, Accept, "one"), (&hers, Accept, "two"), (&hers, Accept, "")]
    {
        let again = w.decide_once("aa1", request, code, decision, key).await;
        assert_eq!(again, Err(Problem::AlreadyDecided), "{decision:?} {key:?}");
    }
    // Keys are each party's own; and there is none before the first decision.
    assert_eq!(w.decide_once("dd4", request, &hers, Accept, "one").await, Err(Problem::WrongCode { left: 4 }));
    for _ in 0..3 {
        assert_eq!(w.decide_once("dd4", request, &his, Accept, "one").await, Ok(Decided::Done));
    }
    assert_eq!(w.decide_once("ee5", request, &his, Accept, "one").await, Err(Problem::NotFound));
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "done aa1", "done dd4", "replaced bb2"]);
    assert_eq!(w.count("decisions").await, 2);
    assert_eq!(w.replay(service).await, 4);
}

async fn a_press_is_answered_by_what_has_come_of_it(w: World) {
    let service = w.service().await;
    for (decision, owes, last, first) in [
        (Decision::Refuse, false, Ok(Decided::Refused), Err(Problem::Ended(StateName::Refused))),
        (Decision::Accept, true, Err(Problem::Aborted(AbortReason::Debt)), Err(Problem::Aborted(AbortReason::Debt))),
        (Decision::Accept, false, Ok(Decided::Done), Ok(Decided::Done)),
    ] {
        let request = w.ask_one("aa1", service, Role::Billing, "dd4").await;
        let (hers, his) = (w.code(request, "aa1").await, w.code(request, "dd4").await);
        w.decide_once("aa1", request, &hers, Decision::Accept, "hers").await.unwrap();
        if owes {
            w.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("cc3")).await.unwrap();
        }
        for _ in 0..2 {
            assert_eq!(w.decide_once("dd4", request, &his, decision, "his").await, last, "as it was answered first");
        }
        // By now there is more to tell than that another is waited for.
        assert_eq!(w.decide_once("aa1", request, &hers, Decision::Accept, "hers").await, first);
        if owes {
            w.backend.operator(crate::support::staff("Test.")).pay_invoice("FR-1").await.unwrap();
        }
    }
    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    let hers = w.code(request, "aa1").await;
    w.decide_once("aa1", request, &hers, Decision::Accept, "hers").await.unwrap();
    w.cancel("aa1", request).await.unwrap();
    let cancelled = w.decide_once("aa1", request, &hers, Decision::Accept, "hers").await;
    assert_eq!(cancelled, Err(Problem::Ended(StateName::Aborted)));

    let request = w.ask_one("aa1", service, TECH, "dd4").await;
    let hers = w.code(request, "aa1").await;
    let press = async || w.decide_once("aa1", request, &hers, Decision::Accept, "hers").await;
    press().await.unwrap();
    w.later(7 * DAY - 1);
    assert_eq!(press().await, Ok(Decided::Waiting(vec![id("dd4")])));
    // Whether the job has looked or not.
    w.later(1);
    assert_eq!(press().await, Err(Problem::Ended(StateName::Expired)));
    w.backend.system("test").expire_due().await.unwrap();
    assert_eq!(press().await, Err(Problem::Ended(StateName::Expired)));
}

async fn the_role_is_free_again_after_every_end(w: World) {
    ended(&w).await;
    let other = w.add_service("other.example.org", Hosting, ["aa1", "bb2", "cc3"]).await;
    let first = w.ask_one("aa1", other, TECH, "dd4").await;
    w.cancel("aa1", first).await.unwrap();
    let second = w.ask_one("bb2", other, TECH, "ee5").await;
    assert!(second > first, "numbers go up");
    assert_eq!(w.state(second).await, State::Validating);
}
