use std::collections::BTreeMap;

use uuid::Uuid;

use super::*;
use crate::{DAY, Role, Roles, Standing, State, Suffix, Timestamp};

fn id(stem: &str) -> Handle {
    Handle::parse(stem, &Suffix::default()).expect("a customer ID")
}

/// `asked_by` hands the technical role of `from` to `to`.
fn request(asked_by: &str, from: &str, to: &str) -> Request {
    Request {
        id: 1,
        submission: Uuid::nil(),
        linked: false,
        service: Uuid::nil(),
        companion: None,
        roles: Roles::default().with(Role::Tech),
        from: id(from),
        to: id(to),
        asked_by: id(asked_by),
        standing: Standing::Administrator,
        message: None,
        asked_at: Timestamp(0),
        expires_at: Timestamp(7 * DAY),
        accepted: BTreeMap::new(),
        state: State::Validating,
        hidden: false,
    }
}

fn owed(event: Event, request: &Request, by: Option<&str>) -> Vec<(Event, String)> {
    notices(event, request, by.map(id).as_ref()).into_iter().map(|n| (n.event, n.to.to_string())).collect()
}

fn each(event: Event, to: &[&str]) -> Vec<(Event, String)> {
    to.iter().map(|stem| (event, id(stem).to_string())).collect()
}

#[test]
fn every_transition_owes_exactly_these() {
    let named = request("aa1", "bb2", "dd4");
    assert_eq!(owed(Event::Asked, &named, Some("aa1")), each(Event::Asked, &["aa1", "dd4"]));
    assert_eq!(owed(Event::Resent, &named, Some("dd4")), each(Event::Resent, &["dd4"]));
    assert_eq!(owed(Event::Refused, &named, Some("dd4")), each(Event::Refused, &["aa1"]));
    assert_eq!(owed(Event::Refused, &named, Some("aa1")), each(Event::Refused, &["dd4"]));
    assert_eq!(owed(Event::Cancelled, &named, Some("aa1")), each(Event::Cancelled, &["dd4"]));
    assert_eq!(owed(Event::Aborted, &named, None), each(Event::Aborted, &["aa1", "dd4"]));
    assert_eq!(owed(Event::Expired, &named, None), each(Event::Expired, &["aa1", "dd4"]));
    let mut done = each(Event::Done, &["aa1", "dd4"]);
    done.extend(each(Event::Replaced, &["bb2"]));
    assert_eq!(owed(Event::Done, &named, None), done);
}

#[test]
fn taking_back_tells_the_replaced_contact_only_at_the_end() {
    let own = request("aa1", "bb2", "aa1");
    assert_eq!(owed(Event::Asked, &own, Some("aa1")), each(Event::Asked, &["aa1"]));
    assert_eq!(owed(Event::Refused, &own, Some("aa1")), []);
    assert_eq!(
        owed(Event::Done, &own, None),
        [(Event::Done, id("aa1").to_string()), (Event::Replaced, id("bb2").to_string())]
    );
}

#[test]
fn who_hands_over_its_own_role_is_told_once() {
    let own = request("bb2", "bb2", "dd4");
    assert_eq!(owed(Event::Done, &own, None), each(Event::Done, &["bb2", "dd4"]));
}

#[test]
fn reminders_go_to_those_who_have_not_decided() {
    let mut half = request("aa1", "bb2", "dd4");
    half.accepted.insert(id("aa1"), Timestamp(1));
    assert_eq!(owed(Event::Reminder, &half, None), each(Event::Reminder, &["dd4"]));
}

fn aborted(request: Request, reason: AbortReason) -> Request {
    Request { state: State::Aborted { reason, at: Timestamp(1) }, ..request }
}

#[test]
fn what_others_send_to_a_new_contact_that_has_agreed_to_nothing_is_unsolicited() {
    let named = request("aa1", "bb2", "dd4");
    let to = id("dd4");
    for event in [Event::Asked, Event::Refused, Event::Cancelled] {
        assert!(is_unsolicited(event, &named, &to), "{event:?}");
        for other in ["aa1", "bb2"] {
            assert!(!is_unsolicited(event, &named, &id(other)), "{event:?} to {other}");
        }
    }
    for event in [Event::Resent, Event::Reminder, Event::Done, Event::Replaced, Event::Expired] {
        assert!(!is_unsolicited(event, &named, &to), "{event:?}");
    }
    for reason in AbortReason::ALL.iter().copied() {
        let by_the_provider = [AbortReason::Staff, AbortReason::AccountDisabled].contains(&reason);
        let ended = aborted(named.clone(), reason);
        assert_eq!(is_unsolicited(Event::Aborted, &ended, &to), !by_the_provider, "{reason:?}");
    }
}

#[test]
fn one_that_has_accepted_or_asked_itself_has_agreed() {
    let mut named = request("aa1", "bb2", "dd4");
    named.accepted.insert(id("dd4"), Timestamp(1));
    assert!(!is_unsolicited(Event::Cancelled, &named, &id("dd4")));
    let superseded = aborted(named, AbortReason::Superseded);
    assert!(!is_unsolicited(Event::Aborted, &superseded, &id("dd4")));
    assert!(!is_unsolicited(Event::Asked, &request("aa1", "bb2", "aa1"), &id("aa1")));
}
