//! Forms and requests that are out of date: what has changed since is never handed on unseen, and both is never taken for one.

use countersign_backend::Submission;
use countersign_domain::{
    Category::{DnsZone, Domain},
    Contacts, Problem, RequestId, Role,
    Role::{Admin, Billing, Tech},
    ServiceId, Wishes,
};

use crate::{
    engine::on_both,
    support::{World, contacts, id, told},
};

on_both!(
    a_role_that_has_changed_hands_since_the_form_was_made,
    a_role_of_the_companion_that_has_changed_hands,
    a_companion_that_is_no_longer_mine_to_change,
    what_is_asked_again_is_asked_of_who_held_it_then,
    what_has_come_about_meanwhile_is_not_asked_again,
    who_is_no_contact_any_more_is_told_so,
);

const HELD: [&str; 3] = ["aa1", "bb2", "cc3"];

async fn pair(w: &World) -> (ServiceId, ServiceId) {
    let domain = w.add_service("example.org", Domain, HELD).await;
    (domain, w.add_service("example.org", DnsZone, HELD).await)
}

/// Sends the form of `service` for `tech`, with the contacts that it was made from.
async fn send(
    w: &World,
    service: ServiceId,
    tech: &str,
    seen: Option<Contacts>,
    companion_seen: Option<Contacts>,
) -> Result<Vec<RequestId>, Problem> {
    let wishes = Wishes { tech: Some(id(tech)), ..Default::default() };
    let with_companion = companion_seen.is_some();
    let submission =
        Submission { service, wishes, seen, with_companion, companion_seen, message: None, replaces: Vec::new() };
    told(w.actor("aa1").await.submit(&submission).await)
}

async fn a_role_that_has_changed_hands_since_the_form_was_made(w: World) {
    let service = w.service().await;
    let seen = contacts(HELD);
    w.tamper(service, Tech, "bb2", "ee5").await;
    let changed = Problem::ContactChanged { role: Tech, now: id("ee5") };
    assert_eq!(send(&w, service, "dd4", Some(seen.clone()), None).await, Err(changed));
    // A field that nobody touched is no wish to go back.
    assert_eq!(send(&w, service, "bb2", Some(seen), None).await, Err(Problem::NothingChanged));
    assert_eq!(w.count("requests").await, 0);
}

async fn a_role_of_the_companion_that_has_changed_hands(w: World) {
    let (domain, zone) = pair(&w).await;
    w.tamper(zone, Tech, "bb2", "ee5").await;
    let changed = Problem::ContactChanged { role: Tech, now: id("ee5") }.of_companion();
    let seen = || Some(contacts(HELD));
    assert_eq!(send(&w, domain, "dd4", seen(), seen()).await, Err(changed));
    assert_eq!(w.count("requests").await, 0);
    // Another role of it may be whose it wants.
    w.tamper(zone, Tech, "ee5", "bb2").await;
    w.tamper(zone, Billing, "cc3", "ee5").await;
    assert_eq!(send(&w, domain, "dd4", seen(), seen()).await.map(|all| all.len()), Ok(1));
}

async fn a_companion_that_is_no_longer_mine_to_change(w: World) {
    let (domain, zone) = pair(&w).await;
    w.tamper(zone, Admin, "aa1", "ee5").await;
    let gone = Problem::NotFound.of_companion();
    assert_eq!(send(&w, domain, "dd4", None, Some(contacts(HELD))).await, Err(gone.clone()));
    assert_eq!(gone.status(), 409);
    assert_eq!(w.count("requests").await, 0, "one alone is not what was asked for");
    assert_eq!(send(&w, domain, "dd4", None, None).await.map(|all| all.len()), Ok(1));
}

async fn what_is_asked_again_is_asked_of_who_held_it_then(w: World) {
    let (domain, zone) = pair(&w).await;
    let again = async |request| told(w.actor("aa1").await.ask_again(request).await);
    for (service, role) in [(domain, Tech), (zone, Tech)] {
        let [request] = w.submit("aa1", domain, &[(role, "dd4")], true).await.unwrap()[..] else { panic!("one") };
        w.cancel("aa1", request).await.unwrap();
        w.tamper(service, role, "bb2", "ee5").await;
        let changed = Problem::ContactChanged { role, now: id("ee5") };
        let wanted = if service == domain { changed } else { changed.of_companion() };
        assert_eq!(again(request).await, Err(wanted));
        w.tamper(service, role, "ee5", "bb2").await;
        let [anew] = again(request).await.unwrap()[..] else { panic!("one") };
        w.cancel("aa1", anew).await.unwrap();
    }
    // Without the zone it would be half of what was asked.
    let [request] = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap()[..] else { panic!("one") };
    w.cancel("aa1", request).await.unwrap();
    w.tamper(zone, Admin, "aa1", "ee5").await;
    assert_eq!(again(request).await, Err(Problem::NotFound.of_companion()));
}

async fn what_has_come_about_meanwhile_is_not_asked_again(w: World) {
    let domain = w.add_service("example.org", Domain, HELD).await;
    let zone = w.add_service("example.org", DnsZone, ["aa1", "gg7", "cc3"]).await;
    let both = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
    assert_eq!(both.len(), 2);
    w.cancel("aa1", both[0]).await.unwrap();
    w.tamper(domain, Tech, "bb2", "dd4").await;
    let [anew] = told(w.actor("aa1").await.ask_again(both[0]).await).unwrap()[..] else { panic!("one") };
    let request = w.backend.db().request(anew).await.unwrap().unwrap().request;
    assert_eq!((request.service, request.companion, request.from), (zone, None, id("gg7")));
    w.cancel("aa1", anew).await.unwrap();
    w.tamper(zone, Tech, "gg7", "dd4").await;
    assert_eq!(told(w.actor("aa1").await.ask_again(both[0]).await), Err(Problem::NothingChanged));
}

async fn who_is_no_contact_any_more_is_told_so(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Tech, "dd4").await;
    w.cancel("bb2", request).await.unwrap();
    w.tamper(service, Tech, "bb2", "ee5").await;
    assert_eq!(told(w.actor("bb2").await.ask_again(request).await), Err(Problem::NotYourRole(Role::Tech)));
}
