//! A domain and the DNS zone of its name, changed together: all or nothing.

use Role::{Admin, Billing, Tech};
use countersign_domain::{
    AbortReason,
    Category::{DnsZone, Domain, Hosting},
    DAY, Problem, RequestId, Role, Roles, ServiceId, State, StateName,
    view::Decided,
};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    one_request_changes_both_or_neither,
    a_pair_ends_as_one,
    a_pair_is_for_those_who_administer_either,
    offered_for_the_one_of_the_same_name_of_which_i_am_a_contact,
    applied_together_when_both_are_complete,
    one_that_ends_makes_the_other_fall,
    of_those_that_lose_their_right_the_first_says_so,
    what_waits_for_the_other_can_still_be_cancelled_and_expires,
    a_reason_against_one_stops_both,
    several_pairs_on_both_sides_are_one_whole,
    a_companion_that_has_the_wished_contacts_already,
    no_right_on_the_companion_and_nothing_is_registered,
    a_busy_role_of_the_companion_and_nothing_is_registered,
    not_ticked_and_not_linked,
);

const HELD: [&str; 3] = ["aa1", "bb2", "cc3"];

async fn pair(w: &World) -> (ServiceId, ServiceId) {
    let domain = w.add_service("example.org", Domain, HELD).await;
    w.later(1);
    (domain, w.add_service("example.org", DnsZone, ["aa1", "bb2", "gg7"]).await)
}

async fn name_of(w: &World, request: RequestId) -> StateName {
    w.state(request).await.name()
}

async fn both_accept(w: &World, request: RequestId) -> Result<Decided, Problem> {
    w.accept("aa1", request).await.unwrap();
    w.accept("dd4", request).await
}

async fn offered_for_the_one_of_the_same_name_of_which_i_am_a_contact(w: World) {
    let (domain, zone) = pair(&w).await;
    let hosting = w.add_service("example.org", Hosting, HELD).await;
    let alone = w.add_service("example.net", Domain, HELD).await;
    let offered = async |who, service| told(w.actor(who).await.contact_form(service).await).unwrap().companion;
    for who in ["aa1", "bb2"] {
        assert_eq!(offered(who, domain).await.map(|c| c.category), Some(DnsZone));
        assert_eq!(offered(who, zone).await.map(|c| c.category), Some(Domain));
        assert_eq!(offered(who, hosting).await, None);
        assert_eq!(offered(who, alone).await, None);
    }
    // Billing contacts of one alone: who the others' contacts are is none of their business.
    assert_eq!(offered("cc3", domain).await, None);
    assert_eq!(offered("gg7", zone).await, None);
}

async fn one_request_changes_both_or_neither(w: World) {
    let (domain, zone) = pair(&w).await;
    for (asked_on, other) in [(domain, zone), (zone, domain)] {
        let held = w.contacts(domain).await;
        let (from, to) = if held[1] == "bb2" { ("bb2", "dd4") } else { ("dd4", "bb2") };
        let [request] = w.submit("aa1", asked_on, &[(Tech, to)], true).await.unwrap()[..] else {
            panic!("one request")
        };
        let detail = told(w.actor("aa1").await.request(request).await).unwrap();
        assert!(detail.siblings.is_empty() && detail.row.companion.is_some());
        assert_eq!(w.count("request_roles WHERE open").await, 2);
        for service in [domain, zone] {
            let busy = w.submit("aa1", service, &[(Tech, "ee5")], false).await;
            assert_eq!(busy, Err(Problem::Busy { role: Tech, request: Some(request) }));
        }

        w.accept("aa1", request).await.unwrap();
        assert_eq!((&w.contacts(domain).await[1], &w.contacts(zone).await[1]), (&from.to_owned(), &from.to_owned()));
        assert_eq!(w.accept(to, request).await, Ok(Decided::Done));
        assert_eq!((&w.contacts(asked_on).await[1], &w.contacts(other).await[1]), (&to.to_owned(), &to.to_owned()));
        let mut mails = vec!["asked aa1".into(), format!("asked {to}"), "done aa1".into(), format!("done {to}")];
        mails.push(format!("replaced {from}"));
        mails.sort();
        assert_eq!(w.mails(request).await, mails, "one code and one message for each");
    }
    assert_eq!((w.replay(domain).await, w.replay(zone).await), (5, 5));
}

async fn a_pair_ends_as_one(w: World) {
    let (domain, zone) = pair(&w).await;
    let ask = async || w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap()[0];
    let refused = ask().await;
    w.refuse("dd4", refused).await.unwrap();
    let expired = ask().await;
    w.later(7 * DAY);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 1);
    assert!(name_of(&w, expired).await.is_end());

    // What no longer holds of one of them stops it for both.
    let stale = ask().await;
    w.accept("aa1", stale).await.unwrap();
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(tx.swap_contacts(zone, Roles::default().with(Tech), &id("bb2"), &id("ee5")).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(w.accept("dd4", stale).await, Err(Problem::Aborted(AbortReason::ContactChanged)));
    assert_eq!(w.contacts(domain).await, HELD);
    assert_eq!(w.contacts(zone).await, ["aa1", "ee5", "gg7"]);
    assert_eq!(w.count("request_roles WHERE open").await, 0);
    assert_eq!(w.count("history").await, 6);
}

async fn a_pair_is_for_those_who_administer_either(w: World) {
    let domain = w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await;
    w.add_service("example.org", DnsZone, ["ff6", "bb2", "gg7"]).await;
    let request = w.submit("bb2", domain, &[(Tech, "dd4")], true).await.unwrap()[0];
    for (who, sees) in [("aa1", true), ("ff6", true), ("bb2", true), ("dd4", true), ("cc3", false), ("gg7", false)] {
        let seen = told(w.actor(who).await.request(request).await);
        assert_eq!(seen.err(), (!sees).then_some(Problem::NotFound), "{who}");
    }
}

async fn applied_together_when_both_are_complete(w: World) {
    let (domain, zone) = pair(&w).await;
    for asked_on in [domain, zone] {
        let holders = [w.contacts(domain).await[2].clone(), w.contacts(zone).await[2].clone()];
        let both = w.submit("aa1", asked_on, &[(Billing, "dd4")], true).await.unwrap();
        let service_of = async |request| told(w.actor("aa1").await.request(request).await).unwrap().row.service;
        let (first, second) = (both[0], both[1]);
        assert_eq!(service_of(first).await, asked_on);
        let detail = told(w.actor("aa1").await.request(first).await).unwrap();
        assert!(detail.linked && detail.siblings.iter().map(|other| other.request).eq([Some(second)]));

        w.accept("aa1", first).await.unwrap();
        assert_eq!(w.accept("dd4", first).await, Ok(Decided::WaitingForLinked));
        assert_eq!(name_of(&w, first).await, StateName::Doing);
        assert_eq!(w.contacts(domain).await[2], holders[0], "not before both are");
        assert_eq!(w.contacts(zone).await[2], holders[1]);
        assert_eq!(w.count(&format!("outbox WHERE request_id = {first} AND event <> 'asked'")).await, 0);
        assert_eq!(w.accept("dd4", first).await, Err(Problem::AlreadyDecided));
        assert_eq!(w.resend("dd4", first).await, Err(Problem::AlreadyDecided));

        w.accept("dd4", second).await.unwrap();
        assert_eq!(w.accept("aa1", second).await, Ok(Decided::Done));
        for request in [first, second] {
            let service = service_of(request).await;
            assert_eq!(w.state(request).await, State::Done(w.now()));
            assert_eq!(w.contacts(service).await[2], "dd4");
            let replaced = if service == domain { &holders[0] } else { &holders[1] };
            let mails =
                ["asked aa1", "asked dd4", "done aa1", "done dd4", &format!("replaced {replaced}")].map(str::to_owned);
            assert_eq!(w.mails(request).await, mails);
        }
        // Back to two holders, for the other way round.
        w.tamper(domain, Billing, "dd4", "cc3").await;
        w.tamper(zone, Billing, "dd4", "gg7").await;
    }
}

async fn one_that_ends_makes_the_other_fall(w: World) {
    let (domain, zone) = pair(&w).await;
    let fallen = |at| State::Aborted { reason: AbortReason::LinkedEnded, at };
    for (first_is_doing, how) in [(false, "refuse"), (true, "refuse"), (false, "cancel"), (true, "cancel")] {
        let both = w.submit("aa1", domain, &[(Billing, "dd4")], true).await.unwrap();
        if first_is_doing {
            assert_eq!(both_accept(&w, both[0]).await, Ok(Decided::WaitingForLinked));
        }
        if how == "refuse" {
            assert_eq!(w.refuse("dd4", both[1]).await, Ok(Decided::Refused));
            assert_eq!(w.mails(both[1]).await, ["asked aa1", "asked dd4", "refused aa1"]);
        } else {
            w.cancel("aa1", both[1]).await.unwrap();
            assert_eq!(w.mails(both[1]).await, ["asked aa1", "asked dd4", "cancelled dd4"]);
        }
        assert_eq!(w.state(both[0]).await, fallen(w.now()));
        // Who ended the one has ended the other, and knows.
        let told = if how == "refuse" { "aborted aa1" } else { "aborted dd4" };
        assert_eq!(w.mails(both[0]).await, [told, "asked aa1", "asked dd4"]);
        assert_eq!(w.count("codes WHERE state = 'live'").await, 0);
        assert_eq!(w.count("request_roles WHERE open").await, 0);
    }
    assert_eq!(w.contacts(domain).await, HELD);
    assert_eq!(w.contacts(zone).await, ["aa1", "bb2", "gg7"]);
}

async fn what_waits_for_the_other_can_still_be_cancelled_and_expires(w: World) {
    let (domain, _) = pair(&w).await;
    let both = w.submit("aa1", domain, &[(Billing, "dd4")], true).await.unwrap();
    both_accept(&w, both[0]).await.unwrap();
    w.cancel("aa1", both[0]).await.unwrap();
    assert_eq!(name_of(&w, both[1]).await, StateName::Aborted);

    let both = w.submit("aa1", domain, &[(Billing, "dd4")], true).await.unwrap();
    both_accept(&w, both[1]).await.unwrap();
    w.later(7 * DAY);
    // A press that comes too late ends both.
    assert_eq!(w.accept("dd4", both[0]).await, Err(Problem::Ended(StateName::Expired)));
    assert_eq!(name_of(&w, both[0]).await, StateName::Expired);
    assert!(name_of(&w, both[1]).await.is_end());
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 0);

    // And one in the way of a new form is cleared with its companion.
    let old = w.submit("aa1", domain, &[(Billing, "dd4")], true).await.unwrap();
    w.later(7 * DAY);
    let new = w.submit("aa1", domain, &[(Billing, "ee5")], true).await.unwrap();
    assert_eq!(new.len(), 2);
    for request in old {
        assert!(name_of(&w, request).await.is_end());
    }
    assert_eq!(w.contacts(domain).await, HELD);
}

async fn a_reason_against_one_stops_both(w: World) {
    let (domain, zone) = pair(&w).await;
    // gg7, billing contact of the zone alone, comes to owe: the zone's request falls for that, the domain's with it.
    for last in [0, 1] {
        let both = w.submit("aa1", domain, &[(Billing, "dd4")], true).await.unwrap();
        let on_domain = told(w.actor("aa1").await.request(both[0]).await).unwrap().row.service == domain;
        let (of_domain, of_zone) = if on_domain { (both[0], both[1]) } else { (both[1], both[0]) };
        assert_eq!(both_accept(&w, both[1 - last]).await, Ok(Decided::WaitingForLinked));
        let invoice = format!("FR-{last}");
        w.backend.operator(crate::support::staff("Test.")).add_invoice(&invoice, &id("gg7")).await.unwrap();
        let reason = if both[last] == of_zone { AbortReason::Debt } else { AbortReason::LinkedEnded };
        assert_eq!(both_accept(&w, both[last]).await, Err(Problem::Aborted(reason)));
        assert_eq!(w.state(of_zone).await, State::Aborted { reason: AbortReason::Debt, at: w.now() });
        assert_eq!(w.state(of_domain).await, State::Aborted { reason: AbortReason::LinkedEnded, at: w.now() });
        for request in both {
            assert_eq!(w.mails(request).await, ["aborted aa1", "aborted dd4", "asked aa1", "asked dd4"]);
        }
        w.backend.operator(crate::support::staff("Test.")).pay_invoice(&invoice).await.unwrap();
    }
    assert_eq!((w.replay(domain).await, w.replay(zone).await), (3, 3));
}

async fn several_pairs_on_both_sides_are_one_whole(w: World) {
    let (domain, zone) = pair(&w).await;
    let all = w.submit("aa1", domain, &[(Admin, "dd4"), (Billing, "ee5")], true).await.unwrap();
    // The administrator is the same on both sides: one request for both.
    assert_eq!(all.len(), 3);
    for request in &all[..2] {
        let to = if w.mails(*request).await.contains(&"asked dd4".to_owned()) { "dd4" } else { "ee5" };
        w.accept(to, *request).await.unwrap();
        assert_eq!(w.accept("aa1", *request).await, Ok(Decided::WaitingForLinked));
    }
    assert_eq!(w.contacts(domain).await, HELD);
    let last = all[2];
    let to = if w.mails(last).await.contains(&"asked dd4".to_owned()) { "dd4" } else { "ee5" };
    w.accept("aa1", last).await.unwrap();
    assert_eq!(w.accept(to, last).await, Ok(Decided::Done));
    assert_eq!(w.contacts(domain).await, ["dd4", "bb2", "ee5"]);
    assert_eq!(w.contacts(zone).await, ["dd4", "bb2", "ee5"]);
    assert_eq!((w.replay(domain).await, w.replay(zone).await), (5, 5));
}

async fn a_companion_that_has_the_wished_contacts_already(w: World) {
    let domain = w.add_service("example.org", Domain, HELD).await;
    let zone = w.add_service("example.org", DnsZone, ["aa1", "dd4", "cc3"]).await;
    let one = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
    assert_eq!(one.len(), 1);
    assert_eq!(both_accept(&w, one[0]).await, Ok(Decided::Done), "it waits for nobody");
    assert_eq!(w.contacts(domain).await, w.contacts(zone).await);
    assert_eq!(w.submit("aa1", domain, &[(Tech, "dd4")], true).await, Err(Problem::NothingChanged));
}

async fn no_right_on_the_companion_and_nothing_is_registered(w: World) {
    let domain = w.add_service("example.org", Domain, HELD).await;
    w.add_service("example.org", DnsZone, ["ff6", "aa1", "gg7"]).await;
    let refused = w.submit("aa1", domain, &[(Admin, "dd4"), (Tech, "dd4")], true).await;
    assert_eq!(refused, Err(Problem::NotYourRole(Admin).of_companion()));
    assert_eq!(w.count("requests").await + w.count("outbox").await, 0);
    // What one may on both, one may together; and on one alone what one may there.
    assert_eq!(w.submit("aa1", domain, &[(Tech, "dd4")], true).await.map(|both| both.len()), Ok(2));
    assert_eq!(w.submit("aa1", domain, &[(Admin, "dd4")], false).await.map(|one| one.len()), Ok(1));
}

async fn a_busy_role_of_the_companion_and_nothing_is_registered(w: World) {
    let (domain, zone) = pair(&w).await;
    let open = w.ask_one("aa1", zone, Tech, "ee5").await;
    let busy = w.submit("aa1", domain, &[(Tech, "dd4")], true).await;
    assert_eq!(busy, Err(Problem::Busy { role: Tech, request: Some(open) }.of_companion()));
    assert_eq!(w.count("requests").await, 1);
    // A debt on the companion's side alone likewise.
    w.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("gg7")).await.unwrap();
    assert_eq!(w.submit("aa1", domain, &[(Billing, "dd4")], true).await, Err(Problem::Debt { own: false }));
    assert_eq!(w.count("requests").await, 1);
}

async fn not_ticked_and_not_linked(w: World) {
    let (domain, zone) = pair(&w).await;
    let one = w.submit("aa1", domain, &[(Tech, "dd4")], false).await.unwrap();
    assert_eq!(one.len(), 1);
    assert_eq!(both_accept(&w, one[0]).await, Ok(Decided::Done));
    assert_eq!(w.contacts(zone).await, ["aa1", "bb2", "gg7"]);
}

/// Whichever service comes first in the database: both parties read the same reasons, and a history is the same when played again.
async fn of_those_that_lose_their_right_the_first_says_so(w: World) {
    let (domain, zone) = pair(&w).await;
    for asked_on in [zone, domain] {
        let (now, next) = if asked_on == zone { ("aa1", "dd4") } else { ("dd4", "aa1") };
        let [hand_over] = w.submit(now, domain, &[(Admin, next)], true).await.unwrap()[..] else {
            panic!("one request")
        };
        w.accept(next, hand_over).await.unwrap();
        let [first, second] = w.submit(now, asked_on, &[(Billing, "ee5")], true).await.unwrap()[..] else {
            panic!("two requests")
        };
        assert_eq!(w.accept(now, hand_over).await, Ok(Decided::Done));
        let reason = async |request| match w.state(request).await {
            State::Aborted { reason, .. } => reason,
            state => panic!("{state:?}"),
        };
        assert_eq!((reason(first).await, reason(second).await), (AbortReason::RightLost, AbortReason::LinkedEnded));
    }
}
