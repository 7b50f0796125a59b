//! Two acts that meet on one request, from two processes, round after round: now the one begins a little later and now the other,
//! each time by another span, so that they meet everywhere on their ways. One wins, and what is left behind is what its way
//! leaves, exactly.

mod ring;

use countersign_backend::testing::Purpose;
use countersign_domain::{AbortReason, Decision, Problem, Role::Billing, StateName, view::Decided};
use ring::{ABORTED, ASKED, ASKED_BY_CC3, CANCELLED, CODE_DEAD, DONE, REFUSED, Ring, SENT_AGAIN, WAITING, meet, press};

use crate::{
    engine::on_both,
    races::at_once,
    races_accounts::link,
    support::{World, id, told},
};

on_both!(
    of_sixteen_acceptances_one_counts,
    both_last_acceptances,
    accepting_against_refusing,
    accepting_against_cancelling,
    accepting_against_asking_for_the_mail_again,
    accepting_against_changing_the_address,
    two_forms_for_one_role,
    the_last_acceptance_against_a_debt,
    the_last_acceptance_against_disabling,
);

async fn of_sixteen_acceptances_one_counts(w: World) {
    let mut ring = Ring::open(w, ["in the one process", "in the other"]).await;
    let there = ring.other.actor("dd4").await;
    for round in ring.rounds() {
        let (service, request, code) = ring.half_accepted(round).await;
        let all = (0..16).map(|n| press(if n < 8 { &ring.dd4 } else { &there }, request, &code, Decision::Accept));
        let pressed = at_once(all.collect::<Vec<_>>()).await;
        assert_eq!(pressed.iter().filter(|one| **one == Ok(Decided::Done)).count(), 1, "{pressed:?}");
        assert_eq!(pressed.iter().filter(|one| **one == Err(Problem::AlreadyDecided)).count(), 15, "{pressed:?}");
        let here = pressed[..8].contains(&Ok(Decided::Done));
        ring.went(if here { "in the one process" } else { "in the other" }, service, request, &DONE).await;
    }
    assert_eq!(ring.w.count("decisions").await, 2 * ring.w.count("requests").await);
    ring.tell("sixteen acceptances of one party").await;
}

async fn both_last_acceptances(w: World) {
    let mut ring = Ring::open(w, ["by the requester", "by the new contact"]).await;
    let aa1 = ring.other.actor("aa1").await;
    for round in ring.rounds() {
        let (service, request) = ring.asked(round).await;
        let codes = (ring.w.code(request, "aa1").await, ring.w.code(request, "dd4").await);
        let asker = press(&aa1, request, &codes.0, Decision::Accept);
        let last = match meet(round, asker, press(&ring.dd4, request, &codes.1, Decision::Accept)).await {
            (Ok(Decided::Done), Ok(Decided::Waiting(whom))) if whom == [id("aa1")] => "by the requester",
            (Ok(Decided::Waiting(whom)), Ok(Decided::Done)) if whom == [id("dd4")] => "by the new contact",
            both => panic!("{both:?}"),
        };
        ring.went(last, service, request, &DONE).await;
    }
    ring.tell("acceptance against acceptance, applied").await;
}

async fn accepting_against_refusing(w: World) {
    let mut ring = Ring::open(w, ["accepted", "refused"]).await;
    let there = ring.other.actor("dd4").await;
    for round in ring.rounds() {
        let (service, request, code) = ring.half_accepted(round).await;
        let accepting = press(&ring.dd4, request, &code, Decision::Accept);
        let (way, left) = match meet(round, accepting, press(&there, request, &code, Decision::Refuse)).await {
            (Ok(Decided::Done), Err(Problem::AlreadyDecided)) => ("accepted", DONE),
            (Err(Problem::Ended(StateName::Refused)), Ok(Decided::Refused)) => ("refused", REFUSED),
            both => panic!("{both:?}"),
        };
        ring.went(way, service, request, &left).await;
    }
    ring.tell("acceptance against refusal").await;
}

async fn accepting_against_cancelling(w: World) {
    let mut ring = Ring::open(w, ["accepted", "cancelled"]).await;
    let aa1 = ring.other.actor("aa1").await;
    for round in ring.rounds() {
        let (service, request, code) = ring.half_accepted(round).await;
        let aa1 = aa1.clone();
        let cancelling = async move { told(aa1.cancel(request, None).await) };
        let (way, left) = match meet(round, press(&ring.dd4, request, &code, Decision::Accept), cancelling).await {
            (Ok(Decided::Done), Err(Problem::Ended(StateName::Done))) => ("accepted", DONE),
            (Err(Problem::Ended(StateName::Aborted)), Ok(())) => ("cancelled", CANCELLED),
            both => panic!("{both:?}"),
        };
        ring.went(way, service, request, &left).await;
    }
    ring.tell("acceptance against cancelling").await;
}

async fn accepting_against_asking_for_the_mail_again(w: World) {
    let mut ring = Ring::open(w, ["accepted", "code replaced"]).await;
    let there = ring.other.actor("dd4").await;
    for round in ring.rounds() {
        let (service, request, code) = ring.half_accepted(round).await;
        let there = there.clone();
        let again = async move { told(there.resend(request).await) };
        let (way, left) = match meet(round, press(&ring.dd4, request, &code, Decision::Accept), again).await {
            (Ok(Decided::Done), Err(Problem::AlreadyDecided)) => ("accepted", DONE),
            (Err(Problem::CodeReplaced), Ok(())) => ("code replaced", SENT_AGAIN),
            both => panic!("{both:?}"),
        };
        ring.went(way, service, request, &left).await;
    }
    ring.tell("acceptance against a new code").await;
}

async fn accepting_against_changing_the_address(w: World) {
    let mut ring = Ring::open(w, ["accepted", "code dead"]).await;
    let there = ring.other.actor("dd4").await;
    for round in ring.rounds() {
        let (service, request, code) = ring.half_accepted(round).await;
        let address = format!("dd4.{round}@example.net");
        let (there, confirmation) = (there.clone(), link(&ring.w, Purpose::EmailChange, "dd4", &address).await);
        let confirming = async move { told(there.confirm_email(&confirmation).await).map(drop) };
        let (way, left) = match meet(round, press(&ring.dd4, request, &code, Decision::Accept), confirming).await {
            (Ok(Decided::Done), Ok(())) => ("accepted", DONE),
            (Err(Problem::CodeReplaced), Ok(())) => ("code dead", CODE_DEAD),
            both => panic!("{both:?}"),
        };
        ring.went(way, service, request, &left).await;
        assert_eq!(ring.w.actor("dd4").await.account().email.as_str(), address);
        if left.state == StateName::Validating {
            // Changing an address looks at all that waits: the next round is to find no more than this one.
            ring.w.cancel("aa1", request).await.unwrap();
        }
    }
    ring.tell("acceptance against a new address").await;
}

async fn two_forms_for_one_role(w: World) {
    let mut ring = Ring::open(w, ["by the administrator", "by the holder"]).await;
    for round in ring.rounds() {
        let service = ring.service(round).await;
        let (here, there) = (ring.w.clone(), ring.other.clone());
        let of_aa1 = async move { here.ask("aa1", service, &[(Billing, "dd4")]).await };
        let of_cc3 = async move { there.ask("cc3", service, &[(Billing, "dd4")]).await };
        let busy = |request| Problem::Busy { role: Billing, request };
        let (way, request, left) = match meet(round, of_aa1, of_cc3).await {
            (Ok(asked), Err(told)) if told == busy(None) => ("by the administrator", asked[0], ASKED),
            (Err(told), Ok(asked)) if told == busy(Some(asked[0])) => ("by the holder", asked[0], ASKED_BY_CC3),
            both => panic!("{both:?}"),
        };
        ring.went(way, service, request, &left).await;
        assert_eq!(ring.w.count("requests").await, i64::from(round) + 1, "nothing of the other");
    }
    ring.tell("two forms for one role").await;
}

async fn the_last_acceptance_against_a_debt(w: World) {
    let mut ring = Ring::open(w, ["accepted", "aborted"]).await;
    for round in ring.rounds() {
        let (service, request, code) = ring.half_accepted(round).await;
        let (there, number) = (ring.other.backend.clone(), format!("FR-{round}"));
        let debtor = id(if round % 4 < 2 { "cc3" } else { "dd4" });
        let owing =
            async move { told(there.operator(crate::support::staff("Test.")).add_invoice(&number, &debtor).await) };
        let (way, left) = match meet(round, press(&ring.dd4, request, &code, Decision::Accept), owing).await {
            (Ok(Decided::Done), Ok(())) => ("accepted", DONE),
            (Err(Problem::Aborted(AbortReason::Debt)), Ok(())) => ("aborted", ABORTED),
            both => panic!("{both:?}"),
        };
        ring.went(way, service, request, &left).await;
        ring.w.backend.operator(crate::support::staff("Test.")).pay_invoice(&format!("FR-{round}")).await.unwrap();
    }
    ring.tell("last acceptance against a debt").await;
}

async fn the_last_acceptance_against_disabling(w: World) {
    let mut ring = Ring::open(w, ["accepted", "aborted", "signed out"]).await;
    for round in ring.rounds() {
        let (service, request, code) = ring.half_accepted(round).await;
        let (there, party) = (ring.other.backend.clone(), id(if round % 4 < 2 { "aa1" } else { "dd4" }));
        let disabling =
            async move { told(there.operator(crate::support::staff("Asked by post.")).disable_account(&party).await) };
        let (way, left) = match meet(round, press(&ring.dd4, request, &code, Decision::Accept), disabling).await {
            (Ok(Decided::Done), Ok(())) => ("accepted", DONE),
            (Err(Problem::Ended(StateName::Aborted)), Ok(())) => ("aborted", ABORTED),
            (Err(Problem::SignedOut), Ok(())) => ("signed out", WAITING),
            both => panic!("{both:?}"),
        };
        ring.went(way, service, request, &left).await;
        if left.state == StateName::Validating {
            ring.w.cancel("aa1", request).await.unwrap();
        }
        ring.w.run("UPDATE accounts SET active = TRUE").await;
    }
    ring.tell("last acceptance against disabling").await;
}
