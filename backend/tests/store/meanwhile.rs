//! What falls away between asking and the last acceptance: the request is aborted, says why, and both are told.

use Role::{Admin, Tech};
use countersign_domain::{AbortReason, Category::Hosting, Problem, RequestId, Role, ServiceId, State};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    another_has_come_to_hold_the_role,
    the_holder_has_lost_the_role_it_hands_over,
    the_administrator_has_lost_the_administration,
    a_reason_that_has_gone_again_does_not_count,
);

async fn aborts(w: &World, last: &str, request: RequestId, reason: AbortReason, parties: [&str; 2]) {
    assert_eq!(w.accept(last, request).await, Err(Problem::Aborted(reason)));
    assert_eq!(w.state(request).await, State::Aborted { reason, at: w.now() });
    let mut mails = Vec::new();
    for party in parties {
        mails.extend([format!("aborted {party}"), format!("asked {party}")]);
        if let Some(actor) = w.backend.act_as(&id(party)).await.unwrap() {
            assert_eq!(told(actor.request(request).await).unwrap().row.reason, Some(reason), "{party} may read it");
        }
    }
    mails.sort();
    assert_eq!(w.mails(request).await, mails, "both are told, and nobody else");
    assert_eq!(w.count("codes WHERE state = 'live'").await, 0);
    assert_eq!(w.count("request_roles WHERE open").await, 0);
}

async fn half_accepted(w: &World, who: &str, role: Role, first: &str) -> (ServiceId, RequestId) {
    let service = w.service().await;
    let request = w.ask_one(who, service, role, "dd4").await;
    w.accept(first, request).await.unwrap();
    (service, request)
}

async fn another_has_come_to_hold_the_role(w: World) {
    let (service, request) = half_accepted(&w, "aa1", Tech, "aa1").await;
    w.tamper(service, Tech, "bb2", "ee5").await;
    aborts(&w, "dd4", request, AbortReason::ContactChanged, ["aa1", "dd4"]).await;
    assert_eq!(w.contacts(service).await, ["aa1", "ee5", "cc3"]);
    w.replay(service).await;
}

async fn the_holder_has_lost_the_role_it_hands_over(w: World) {
    let (service, request) = half_accepted(&w, "bb2", Tech, "dd4").await;
    w.tamper(service, Tech, "bb2", "ee5").await;
    aborts(&w, "bb2", request, AbortReason::RightLost, ["bb2", "dd4"]).await;
    assert_eq!(w.contacts(service).await, ["aa1", "ee5", "cc3"]);
}

async fn the_administrator_has_lost_the_administration(w: World) {
    for (role, first, last) in [(Tech, "aa1", "dd4"), (Admin, "dd4", "aa1")] {
        let service = w.add_service(first, Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, role, "dd4").await;
        w.accept(first, request).await.unwrap();
        w.tamper(service, Admin, "aa1", "ee5").await;
        aborts(&w, last, request, AbortReason::RightLost, ["aa1", "dd4"]).await;
        assert_eq!(w.contacts(service).await, ["ee5", "bb2", "cc3"]);
    }
}

async fn a_reason_that_has_gone_again_does_not_count(w: World) {
    let (service, request) = half_accepted(&w, "aa1", Tech, "aa1").await;
    w.tamper(service, Tech, "bb2", "ee5").await;
    w.tamper(service, Tech, "ee5", "bb2").await;
    assert!(w.accept("dd4", request).await.is_ok());
    assert_eq!(w.contacts(service).await, ["aa1", "dd4", "cc3"]);
    assert_eq!(w.replay(service).await, 6);
}
