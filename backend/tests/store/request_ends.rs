//! Who may end a request besides its parties: the service's administrator, the provider's staff, and whatever takes its ground
//! away. Nobody holds a role against those above.

use Role::{Admin, Billing, Tech};
use countersign_domain::{
    AbortReason,
    Category::{DnsZone, Domain, Hosting},
    Note, Problem, RequestId, Role, State, StateName,
    view::{Decided, RequestDetail},
};

use crate::{
    engine::on_both,
    support::{World, id, staff, told},
};

on_both!(
    the_administrator_cancels_a_holders_request,
    the_administrator_of_either_service_cancels,
    a_form_of_the_administrator_takes_the_place_of_a_holders_request,
    one_form_takes_the_place_of_several_requests,
    a_form_replaces_only_what_it_has_shown,
    nobody_else_replaces_an_open_request,
    a_linked_request_falls_with_the_one_that_is_replaced,
    a_refused_form_replaces_nothing,
    whoever_is_asked_sees_all_that_the_form_asks,
    the_new_administrator_ends_what_the_former_one_asked,
    a_request_ends_when_its_requester_is_disabled,
    a_request_ends_when_a_new_contact_that_has_accepted_is_disabled,
    a_new_contact_that_is_disabled_before_it_accepts_looks_like_nobody,
    linked_requests_fall_with_a_disabled_account,
    an_enabled_account_takes_part_again,
    the_staff_ends_a_request_with_a_reason,
    a_debt_waits_for_a_request_that_is_being_applied,
    disabling_waits_for_a_request_that_is_being_decided,
    asking_waits_for_an_account_that_is_being_disabled,
);

fn aborted(w: &World, reason: AbortReason) -> State {
    State::Aborted { reason, at: w.now() }
}

async fn seen(w: &World, who: &str, request: RequestId) -> RequestDetail {
    told(w.actor(who).await.request(request).await).unwrap()
}

async fn the_administrator_cancels_a_holders_request(w: World) {
    let service = w.service().await;
    for (holder, role) in [("bb2", Tech), ("cc3", Billing)] {
        let request = w.ask_one(holder, service, role, "zz9").await;
        assert!(seen(&w, "aa1", request).await.cancellable());
        let reason = Note::parse("Not without me.").unwrap();
        told(w.actor("aa1").await.cancel(request, Some(&reason)).await).unwrap();
        assert_eq!(w.state(request).await, aborted(&w, AbortReason::CancelledByAdministrator));
        let detail = seen(&w, holder, request).await;
        assert_eq!(detail.row.reason, Some(AbortReason::CancelledByAdministrator));
        assert_eq!(detail.cancel_reason.as_deref(), Some("Not without me."));
        let mails = ["asked", "cancelled"].map(|event| [format!("{event} {holder}"), format!("{event} zz9")]);
        assert_eq!(w.mails(request).await, mails.concat(), "both parties are told");
        assert_eq!(w.cancel("aa1", request).await, Err(Problem::Ended(StateName::Aborted)));
        // The role is free.
        let own = w.ask_one("aa1", service, role, "aa1").await;
        w.cancel("aa1", own).await.unwrap();
    }
}

async fn the_administrator_of_either_service_cancels(w: World) {
    let domain = w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await;
    w.later(1);
    w.add_service("example.org", DnsZone, ["ee5", "bb2", "cc3"]).await;
    let both = w.submit("bb2", domain, &[(Tech, "dd4")], true).await.unwrap();
    assert_eq!(w.cancel("ff6", both[0]).await, Err(Problem::NotFound));
    assert_eq!(w.cancel("ee5", both[0]).await, Ok(()));
    assert_eq!(w.state(both[0]).await, aborted(&w, AbortReason::CancelledByAdministrator));
}

async fn a_form_of_the_administrator_takes_the_place_of_a_holders_request(w: World) {
    let service = w.service().await;
    let open = w.ask_one("bb2", service, Tech, "zz9").await;
    let asked = w.ask_instead("aa1", service, &[(Tech, "aa1")], false).await.unwrap();
    assert_eq!(w.state(open).await, aborted(&w, AbortReason::Superseded));
    assert_eq!(w.mails(open).await, ["aborted bb2", "aborted zz9", "asked bb2", "asked zz9"]);
    assert_eq!(w.accept("aa1", asked[0]).await, Ok(Decided::Done));
    assert_eq!(w.contacts(service).await, ["aa1", "aa1", "cc3"]);
    assert_eq!(w.replay(service).await, 4);
}

async fn one_form_takes_the_place_of_several_requests(w: World) {
    let service = w.service().await;
    let tech = w.ask_one("bb2", service, Tech, "dd4").await;
    let billing = w.ask_one("cc3", service, Billing, "dd4").await;
    let own = w.ask_one("aa1", service, Admin, "ee5").await;
    let wished = [(Admin, "ff6"), (Tech, "ff6"), (Billing, "ff6")];
    let asked = w.ask_instead("aa1", service, &wished, false).await.unwrap();
    assert_eq!(asked.len(), 3);
    for open in [tech, billing, own] {
        assert_eq!(w.state(open).await, aborted(&w, AbortReason::Superseded));
    }
    assert_eq!(w.mails(own).await, ["aborted ee5", "asked aa1", "asked ee5"], "who has done it knows");
}

async fn a_form_replaces_only_what_it_has_shown(w: World) {
    let service = w.service().await;
    let open = w.ask_one("bb2", service, Tech, "dd4").await;
    let busy = |request| Err(Problem::Busy { role: Tech, request: Some(request) });
    // A form that did not know of it.
    assert_eq!(w.ask("aa1", service, &[(Tech, "ee5")]).await, busy(open));
    assert_eq!(w.state(open).await, State::Validating);
    let asked = w.ask_instead("aa1", service, &[(Tech, "ee5")], false).await.unwrap();
    // The same press, sent again, does not end what the first has asked.
    let mut again = w.submission(service, &[(Tech, "ee5")]);
    again.replaces = vec![open];
    assert_eq!(told(w.actor("aa1").await.submit(&again).await), busy(asked[0]));
    assert_eq!(w.state(asked[0]).await, State::Validating);
}

async fn nobody_else_replaces_an_open_request(w: World) {
    let service = w.service().await;
    let open = w.ask_one("aa1", service, Tech, "dd4").await;
    let mut form = w.submission(service, &[(Tech, "ee5")]);
    form.replaces = vec![open];
    // The holder of the role, and a party of the request.
    let told_busy = told(w.actor("bb2").await.submit(&form).await);
    assert_eq!(told_busy, Err(Problem::Busy { role: Tech, request: None }));
    assert_eq!(told(w.actor("dd4").await.submit(&form).await), Err(Problem::NotFound));
    assert_eq!(w.state(open).await, State::Validating);
}

async fn a_linked_request_falls_with_the_one_that_is_replaced(w: World) {
    let domain = w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await;
    w.later(1);
    // The technical contacts differ, so there are two requests, both or neither.
    w.add_service("example.org", DnsZone, ["aa1", "ff6", "cc3"]).await;
    let both = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
    assert_eq!(both.len(), 2);
    w.ask_instead("aa1", domain, &[(Tech, "ee5")], false).await.unwrap();
    assert_eq!(w.state(both[0]).await, aborted(&w, AbortReason::Superseded));
    assert_eq!(w.state(both[1]).await, aborted(&w, AbortReason::LinkedEnded));
}

async fn a_refused_form_replaces_nothing(w: World) {
    let service = w.service().await;
    let open = w.ask_one("bb2", service, Tech, "dd4").await;
    w.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("cc3")).await.unwrap();
    let wished = [(Tech, "ee5"), (Billing, "ee5")];
    let refused = w.ask_instead("aa1", service, &wished, false).await;
    assert_eq!(refused, Err(Problem::Debt { own: false }));
    assert_eq!(w.state(open).await, State::Validating);
    assert_eq!(w.mails(open).await, ["asked bb2", "asked dd4"]);
}

async fn whoever_is_asked_sees_all_that_the_form_asks(w: World) {
    let service = w.service().await;
    let requests = w.ask("aa1", service, &[(Admin, "dd4"), (Tech, "ee5")]).await.unwrap();
    let of = |detail: RequestDetail| detail.siblings.into_iter().next().unwrap();
    let shown = of(seen(&w, "dd4", requests[0]).await);
    assert!(shown.roles.contains(Tech) && shown.request.is_none() && shown.to.is_none(), "not who it is");
    let shown = of(seen(&w, "ee5", requests[1]).await);
    assert!(shown.roles.contains(Admin) && shown.to.is_none());
    let shown = of(seen(&w, "aa1", requests[0]).await);
    assert_eq!((shown.request, shown.to), (Some(requests[1]), Some(id("ee5"))), "who asked knows");
}

async fn the_new_administrator_ends_what_the_former_one_asked(w: World) {
    let service = w.service().await;
    let requests = w.ask("aa1", service, &[(Admin, "dd4"), (Tech, "ee5"), (Billing, "ff6")]).await.unwrap();
    w.accept("aa1", requests[0]).await.unwrap();
    assert_eq!(w.accept("dd4", requests[0]).await, Ok(Decided::Done));
    assert_eq!(w.state(requests[1]).await, State::Validating, "they stand together");
    let shown = seen(&w, "dd4", requests[1]).await;
    assert!(shown.cancellable() && shown.siblings.iter().all(|other| other.to.is_some()), "it sees them now");
    assert_eq!(w.cancel("dd4", requests[1]).await, Ok(()));
    w.ask_instead("dd4", service, &[(Billing, "dd4")], false).await.unwrap();
    assert_eq!(w.state(requests[2]).await, aborted(&w, AbortReason::Superseded));
    assert_eq!(w.accept("ee5", requests[1]).await, Err(Problem::Ended(StateName::Aborted)));
}

async fn a_request_ends_when_its_requester_is_disabled(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Tech, "dd4").await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("bb2")).await.unwrap();
    assert_eq!(w.state(request).await, aborted(&w, AbortReason::AccountDisabled));
    assert_eq!(w.mails(request).await, ["aborted bb2", "aborted dd4", "asked bb2", "asked dd4"]);
    assert_eq!(w.accept("dd4", request).await, Err(Problem::Ended(StateName::Aborted)));
    assert!(w.ask("aa1", service, &[(Tech, "ee5")]).await.is_ok(), "the role is free");
}

async fn a_request_ends_when_a_new_contact_that_has_accepted_is_disabled(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("dd4", request).await.unwrap();
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("dd4")).await.unwrap();
    assert_eq!(w.state(request).await, aborted(&w, AbortReason::AccountDisabled));
    assert_eq!(w.mails(request).await, ["aborted aa1", "aborted dd4", "asked aa1", "asked dd4"]);
}

async fn a_new_contact_that_is_disabled_before_it_accepts_looks_like_nobody(w: World) {
    let service = w.service().await;
    let known = w.ask_one("aa1", service, Tech, "dd4").await;
    let unknown = w.ask_one("aa1", service, Billing, "zz9").await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("dd4")).await.unwrap();
    for request in [known, unknown] {
        assert_eq!(w.state(request).await, State::Validating);
        w.accept("aa1", request).await.unwrap();
    }
    assert_eq!(w.mails(known).await, ["asked aa1", "asked dd4"]);
    assert_eq!(w.mails(unknown).await, ["asked aa1", "asked zz9"]);
}

async fn linked_requests_fall_with_a_disabled_account(w: World) {
    let domain = w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await;
    w.later(1);
    w.add_service("example.org", DnsZone, ["aa1", "ff6", "cc3"]).await;
    let both = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
    w.accept("dd4", both[1]).await.unwrap();
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("dd4")).await.unwrap();
    assert_eq!(w.state(both[0]).await, aborted(&w, AbortReason::LinkedEnded));
    assert_eq!(w.state(both[1]).await, aborted(&w, AbortReason::AccountDisabled));
    assert_eq!(w.count("request_roles WHERE open").await, 0);
    assert_eq!(w.count("codes WHERE state = 'live'").await, 0);
}

async fn an_enabled_account_takes_part_again(w: World) {
    let service = w.service().await;
    let waiting = w.ask_one("aa1", service, Tech, "dd4").await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("dd4")).await.unwrap();
    assert!(w.backend.act_as(&id("dd4")).await.unwrap().is_none());
    w.backend.operator(staff("A mistake.")).enable_account(&id("dd4")).await.unwrap();
    w.accept("aa1", waiting).await.unwrap();
    assert_eq!(w.accept("dd4", waiting).await, Ok(Decided::Done));
    assert_eq!(told(w.backend.operator(staff("A mistake.")).enable_account(&id("zz9")).await), Err(Problem::NotFound));
}

async fn the_staff_ends_a_request_with_a_reason(w: World) {
    let service = w.add_service("own", Hosting, ["aa1", "bb2", "cc3"]).await;
    let request = w.ask_one("bb2", service, Tech, "dd4").await;
    let act = staff("Asked by telephone.");
    w.backend.operator(act.clone()).abort_request(request).await.unwrap();
    assert_eq!(w.state(request).await, aborted(&w, AbortReason::Staff));
    assert_eq!(w.mails(request).await, ["aborted bb2", "aborted dd4", "asked bb2", "asked dd4"]);
    for party in ["bb2", "dd4"] {
        assert_eq!(seen(&w, party, request).await.cancel_reason.as_deref(), Some("Asked by telephone."));
    }
    let again = told(w.backend.operator(act.clone()).abort_request(request).await);
    assert_eq!(again, Err(Problem::Ended(StateName::Aborted)));
    assert_eq!(told(w.backend.operator(act.clone()).abort_request(4711).await), Err(Problem::NotFound));
}

async fn a_debt_waits_for_a_request_that_is_being_applied(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Billing, "dd4").await;
    for debtor in ["cc3", "dd4"] {
        let mut held = w.backend.db().begin().await.unwrap();
        held.lock_request(request).await.unwrap();
        let (there, number) = (w.backend.clone(), format!("FR-{debtor}"));
        let adding =
            async move { told(there.operator(crate::support::staff("Test.")).add_invoice(&number, &id(debtor)).await) };
        assert_eq!(w.waits(held, 5, adding).await, Ok(()), "{debtor}");
    }
}

async fn disabling_waits_for_a_request_that_is_being_decided(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_request(request).await.unwrap();
    let there = w.backend.clone();
    let disabling =
        async move { told(there.operator(crate::support::staff("Asked by post.")).disable_account(&id("dd4")).await) };
    assert_eq!(w.waits(held, 5, disabling).await, Ok(()));
    assert_eq!(w.state(request).await, State::Validating);
}

async fn asking_waits_for_an_account_that_is_being_disabled(w: World) {
    let service = w.service().await;
    let asker = w.actor("bb2").await;
    let form = w.submission(service, &[(Tech, "dd4")]);
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_account(&id("bb2")).await.unwrap();
    assert!(held.set_active(&id("bb2"), false).await.unwrap());
    let asked = w.waits_for_commit(held, async move { told(asker.submit(&form).await) }).await;
    assert_eq!(asked, Err(Problem::SignedOut));
    assert_eq!(w.count("requests").await, 0);
}
