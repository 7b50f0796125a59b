//! Unpaid invoices: looked at when a billing change is asked and when it is applied, and never named to others.

use countersign_domain::{AbortReason, HOUR, Problem, Role, State, view::Decided};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    a_debt_of_either_contact_stops_the_asking,
    a_debt_of_anyone_else_or_for_another_role_does_not,
    a_debt_that_appears_before_the_last_acceptance_aborts,
    a_debt_that_is_paid_in_time_does_no_harm,
    only_the_debtor_is_shown_where_to_pay,
    nobody_finds_out_about_the_debts_of_many,
);

/// Adds an unpaid invoice; returns its number.
async fn owes(w: &World, who: &str) -> String {
    let number = format!("FR-{}", w.count("invoices").await + 1);
    w.backend.operator(crate::support::staff("Test.")).add_invoice(&number, &id(who)).await.unwrap();
    number
}

async fn a_debt_of_either_contact_stops_the_asking(w: World) {
    let service = w.service().await;
    // Who asks, whom it names, who owes, and whether it is its own debt.
    let cases = [
        ("cc3", "dd4", "cc3", true),
        ("cc3", "dd4", "dd4", false),
        ("aa1", "dd4", "cc3", false),
        ("aa1", "dd4", "dd4", false),
        ("aa1", "aa1", "aa1", true),
        ("aa1", "aa1", "cc3", false),
    ];
    for (me, to, debtor, own) in cases {
        let invoice = owes(&w, debtor).await;
        let asked = w.ask(me, service, &[(Role::Billing, to)]).await;
        assert_eq!(asked, Err(Problem::Debt { own }), "{me} names {to}, {debtor} owes");
        // Nor with another role beside it.
        if me == "aa1" {
            let with_other = w.ask(me, service, &[(Role::Tech, "ee5"), (Role::Billing, to)]).await;
            assert_eq!(with_other, Err(Problem::Debt { own }));
        }
        w.backend.operator(crate::support::staff("Test.")).pay_invoice(&invoice).await.unwrap();
        assert_eq!(
            told(w.backend.operator(crate::support::staff("Test.")).pay_invoice(&invoice).await),
            Err(Problem::NotFound),
            "paid once"
        );
    }
    for table in ["requests", "codes", "outbox"] {
        assert_eq!(w.count(table).await, 0, "{table}");
    }
}

async fn a_debt_of_anyone_else_or_for_another_role_does_not(w: World) {
    let service = w.service().await;
    for debtor in ["aa1", "bb2", "ee5"] {
        owes(&w, debtor).await;
    }
    // The administrator's own debt does not stop it from naming a billing contact in another's place.
    let billing = w.ask_one("aa1", service, Role::Billing, "dd4").await;
    // Debts do not matter to technical contacts.
    let tech = w.ask_one("aa1", service, Role::Tech, "ee5").await;
    for (request, to) in [(billing, "dd4"), (tech, "ee5")] {
        w.accept("aa1", request).await.unwrap();
        assert_eq!(w.accept(to, request).await, Ok(Decided::Done));
    }
    assert_eq!(w.contacts(service).await, ["aa1", "ee5", "dd4"]);
}

async fn a_debt_that_appears_before_the_last_acceptance_aborts(w: World) {
    let service = w.service().await;
    for (debtor, last) in [("cc3", "aa1"), ("cc3", "dd4"), ("dd4", "aa1"), ("dd4", "dd4")] {
        let request = w.ask_one("aa1", service, Role::Billing, "dd4").await;
        let first = if last == "aa1" { "dd4" } else { "aa1" };
        w.accept(first, request).await.unwrap();
        let invoice = owes(&w, debtor).await;
        assert_eq!(w.accept(last, request).await, Err(Problem::Aborted(AbortReason::Debt)));
        assert_eq!(w.state(request).await, State::Aborted { reason: AbortReason::Debt, at: w.now() });
        assert_eq!(w.contacts(service).await, ["aa1", "bb2", "cc3"]);
        assert_eq!(w.replay(service).await, 3);
        // Both parties are told, the contact that was to be replaced is not.
        assert_eq!(w.mails(request).await, ["aborted aa1", "aborted dd4", "asked aa1", "asked dd4"]);
        for party in ["aa1", "dd4"] {
            let seen = told(w.actor(party).await.request(request).await).unwrap();
            assert_eq!(seen.row.reason, Some(AbortReason::Debt));
        }
        w.backend.operator(crate::support::staff("Test.")).pay_invoice(&invoice).await.unwrap();
    }
    assert_eq!(Problem::Aborted(AbortReason::Debt).status(), 409);
}

async fn a_debt_that_is_paid_in_time_does_no_harm(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Billing, "dd4").await;
    let invoice = owes(&w, "dd4").await;
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])), "judged when it is applied");
    w.backend.operator(crate::support::staff("Test.")).pay_invoice(&invoice).await.unwrap();
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Done));
}

async fn only_the_debtor_is_shown_where_to_pay(w: World) {
    let service = w.service().await;
    let billing = w.ask_one("aa1", service, Role::Billing, "dd4").await;
    let tech = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    owes(&w, "dd4").await;
    let pay_url = async |who, request| told(w.actor(who).await.request(request).await).unwrap().pay_url;
    assert_eq!(pay_url("dd4", billing).await.as_deref(), Some("https://pay.example.org/"));
    assert_eq!(pay_url("aa1", billing).await, None);
    assert_eq!(pay_url("dd4", tech).await, None, "it does not stand in the way there");
}

/// A refusal tells whoever has no debt that the customer named has one: ten times an hour and no more, also of forms sent at once.
async fn nobody_finds_out_about_the_debts_of_many(w: World) {
    let service = w.service().await;
    owes(&w, "dd4").await;
    let probe = || w.ask("cc3", service, &[(Role::Billing, "dd4")]);
    let mut answers = Vec::new();
    for _ in 0..10 {
        let (one, two, three) = tokio::join!(probe(), probe(), probe());
        answers.extend([one, two, three]);
    }
    let told = answers.iter().filter(|answer| **answer == Err(Problem::Debt { own: false })).count();
    assert!((1..=10).contains(&told), "{told} of {answers:?}");
    let refused = |answer: &&Result<_, Problem>| matches!(answer, Err(Problem::TooMany { .. }));
    assert_eq!(answers.iter().filter(refused).count() + told, 30);
    // Nobody else is kept from anything.
    w.ask_one("aa1", service, Role::Billing, "ee5").await;
    w.later(HOUR);
    assert_eq!(w.ask("cc3", service, &[(Role::Tech, "dd4")]).await, Err(Problem::NotYourRole(Role::Tech)));
}
