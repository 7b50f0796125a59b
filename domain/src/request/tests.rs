use proptest::prelude::*;

use super::*;
use crate::{DAY, Suffix};

fn id(stem: &str) -> Handle {
    Handle::parse(stem, &Suffix::default()).expect("a customer ID")
}

const NOW: Timestamp = Timestamp(1_700_000_000_000);

/// aa1, the administrator, hands the technical role of bb2 to dd4.
fn request() -> Request {
    Request {
        id: 1,
        submission: Uuid::nil(),
        linked: false,
        service: Uuid::nil(),
        companion: None,
        roles: Roles::default().with(Role::Tech),
        from: id("bb2"),
        to: id("dd4"),
        asked_by: id("aa1"),
        standing: Standing::Administrator,
        message: None,
        asked_at: NOW,
        expires_at: NOW.plus(7 * DAY),
        accepted: BTreeMap::new(),
        state: State::Validating,
        hidden: false,
    }
}

fn held() -> Held {
    Held { contacts: Contacts { admin: id("aa1"), tech: id("bb2"), billing: id("cc3") }, ceded_to: None }
}

fn grounds() -> Grounds {
    Grounds { services: vec![held()], all_active: true, debt: false }
}

fn complete(request: Request) -> Complete {
    let Ok(Accepted::Waiting(request)) = request.accept(&id("dd4"), NOW) else { panic!("waits for the requester") };
    assert_eq!(request.waiting_for(), [id("aa1")]);
    let Ok(Accepted::Complete(complete)) = request.accept(&id("aa1"), NOW) else { panic!("complete") };
    complete
}

#[test]
fn both_accept_and_it_is_done() {
    let done = complete(request()).apply(&grounds(), NOW);
    assert_eq!(done.state, State::Done(NOW));
    assert_eq!(done.accepted.len(), 2);
}

#[test]
fn taking_back_needs_the_requester_alone() {
    let own = Request { to: id("aa1"), ..request() };
    assert_eq!(own.parties(), [id("aa1")]);
    assert!(matches!(own.accept(&id("aa1"), NOW), Ok(Accepted::Complete(_))));
}

#[test]
fn a_refusal_ends_it() {
    for party in ["aa1", "dd4"] {
        let refused = request().refuse(&id(party), NOW).expect("open");
        assert_eq!(refused.state, State::Refused { by: id(party), at: NOW });
        assert_eq!(refused.accept(&id("aa1"), NOW), Err(Problem::Ended(StateName::Refused)));
    }
}

#[test]
fn strangers_and_the_replaced_contact_decide_nothing() {
    for stranger in ["bb2", "ee5"] {
        assert_eq!(request().accept(&id(stranger), NOW), Err(Problem::NotFound));
        assert_eq!(request().refuse(&id(stranger), NOW), Err(Problem::NotFound));
        assert_eq!(request().cancel(&id(stranger), false, NOW), Err(Problem::NotFound));
    }
    assert_eq!(request().cancel(&id("dd4"), false, NOW), Err(Problem::NotRequester));
}

#[test]
fn requester_administrator_and_staff_end_it_each_with_its_reason() {
    let aborted = |reason| Ok(State::Aborted { reason, at: NOW });
    let state = |ended: Result<Request, Problem>| ended.map(|ended| ended.state);
    assert_eq!(state(request().cancel(&id("aa1"), true, NOW)), aborted(AbortReason::Cancelled));
    for administrator in ["ee5", "dd4"] {
        let cancelled = request().cancel(&id(administrator), true, NOW);
        assert_eq!(state(cancelled), aborted(AbortReason::CancelledByAdministrator));
    }
    assert_eq!(state(request().supersede(NOW)), aborted(AbortReason::Superseded));
    assert_eq!(state(request().abort_by_staff(NOW)), aborted(AbortReason::Staff));
    let ended = complete(request()).apply(&grounds(), NOW);
    let over = Err(Problem::Ended(StateName::Done));
    assert_eq!(state(ended.clone().cancel(&id("ee5"), true, NOW)), over.clone());
    assert_eq!(state(ended.clone().supersede(NOW)), over.clone());
    assert_eq!(state(ended.abort_by_staff(NOW)), over);
}

#[test]
fn it_rests_on_its_requester_and_on_who_has_accepted() {
    let fallen = Some(State::Aborted { reason: AbortReason::AccountDisabled, at: NOW });
    let state = |ended: Option<Request>| ended.map(|ended| ended.state);
    assert_eq!(state(request().lose_party(&id("aa1"), NOW)), fallen);
    assert_eq!(state(request().lose_party(&id("dd4"), NOW)), None, "it has not accepted");
    let Ok(Accepted::Waiting(accepted)) = request().accept(&id("dd4"), NOW) else { panic!("waits") };
    assert_eq!(state(accepted.lose_party(&id("dd4"), NOW)), fallen);
    assert_eq!(state(request().lose_party(&id("bb2"), NOW)), None, "it is no party");
    assert_eq!(complete(request()).apply(&grounds(), NOW).lose_party(&id("aa1"), NOW), None, "it has ended");
}

#[test]
fn contacts_that_no_longer_carry_it_end_it() {
    let lost = |change: fn(&mut Contacts)| {
        let mut services = grounds().services;
        change(&mut services[0].contacts);
        request().lose_ground(&services, NOW).map(|ended| ended.state)
    };
    let aborted = |reason| Some(State::Aborted { reason, at: NOW });
    assert_eq!(lost(|_| {}), None);
    assert_eq!(lost(|contacts| contacts.billing = id("ee5")), None, "that is not its business");
    assert_eq!(lost(|contacts| contacts.admin = id("ee5")), aborted(AbortReason::RightLost));
    assert_eq!(lost(|contacts| contacts.tech = id("ee5")), aborted(AbortReason::ContactChanged));
}

#[test]
fn nobody_decides_twice() {
    let Ok(Accepted::Waiting(once)) = request().accept(&id("dd4"), NOW) else { panic!("waits") };
    assert_eq!(once.clone().accept(&id("dd4"), NOW), Err(Problem::AlreadyDecided));
    assert_eq!(once.refuse(&id("dd4"), NOW), Err(Problem::AlreadyDecided));
}

#[test]
fn time_ends_it_at_the_instant_and_not_before() {
    let end = request().expires_at;
    assert!(request().accept(&id("dd4"), end.plus(-1)).is_ok());
    assert_eq!(request().accept(&id("dd4"), end), Err(Problem::Ended(StateName::Expired)));
    assert_eq!(request().cancel(&id("aa1"), false, end), Err(Problem::Ended(StateName::Expired)));
    assert!(request().expire(end.plus(-1)).is_err());
    assert_eq!(request().expire(end).map(|r| r.state), Ok(State::Expired(end)));
    let done = complete(request()).apply(&grounds(), NOW);
    assert!(done.expire(end).is_err());
}

#[test]
fn what_fell_away_meanwhile_aborts_with_its_reason() {
    let moved = |f: fn(&mut Grounds)| {
        let mut grounds = grounds();
        f(&mut grounds);
        complete(request()).apply(&grounds, NOW).state
    };
    let aborted = |reason| State::Aborted { reason, at: NOW };
    assert_eq!(moved(|g| g.all_active = false), aborted(AbortReason::AccountDisabled));
    assert_eq!(moved(|g| g.services[0].contacts.admin = id("ee5")), aborted(AbortReason::RightLost));
    assert_eq!(moved(|g| g.services[0].contacts.tech = id("ee5")), aborted(AbortReason::ContactChanged));
    // Another's debt does not touch a technical change.
    assert_eq!(moved(|g| g.debt = true), State::Done(NOW));
}

#[test]
fn of_two_services_both_must_carry_it_or_neither_changes() {
    let both = || Request { companion: Some(Uuid::max()), ..request() };
    assert_eq!(both().services().collect::<Vec<_>>(), [Uuid::nil(), Uuid::max()]);
    let mut grounds = Grounds { services: vec![held(), held()], ..grounds() };
    assert_eq!(complete(both()).apply(&grounds, NOW).state, State::Done(NOW));
    grounds.services[1].contacts.tech = id("ee5");
    let aborted = |reason| State::Aborted { reason, at: NOW };
    assert_eq!(complete(both()).apply(&grounds, NOW).state, aborted(AbortReason::ContactChanged));
    grounds.services[1].contacts.admin = id("ee5");
    assert_eq!(complete(both()).apply(&grounds, NOW).state, aborted(AbortReason::RightLost));
}

#[test]
fn a_debt_stops_a_billing_change() {
    let billing = Request { roles: Roles::default().with(Role::Billing), from: id("cc3"), ..request() };
    let state = complete(billing).apply(&Grounds { debt: true, ..grounds() }, NOW).state;
    assert_eq!(state, State::Aborted { reason: AbortReason::Debt, at: NOW });
}

#[test]
fn a_sibling_that_was_applied_does_not_take_the_right_away() {
    let mut after = grounds();
    after.services[0].contacts.admin = id("ee5");
    after.services[0].ceded_to = Some(id("ee5"));
    assert_eq!(complete(request()).apply(&after, NOW).state, State::Done(NOW));
    // But when the new administrator has in turn handed over, the right is gone.
    after.services[0].contacts.admin = id("ff6");
    let state = complete(request()).apply(&after, NOW).state;
    assert_eq!(state, State::Aborted { reason: AbortReason::RightLost, at: NOW });
}

#[test]
fn a_holder_that_lost_the_role_lost_the_right() {
    let own = Request { asked_by: id("bb2"), standing: Standing::Holder, ..request() };
    let Ok(Accepted::Waiting(own)) = own.accept(&id("dd4"), NOW) else { panic!("waits") };
    let Ok(Accepted::Complete(own)) = own.accept(&id("bb2"), NOW) else { panic!("complete") };
    let mut after = grounds();
    after.services[0].contacts.tech = id("ee5");
    assert_eq!(own.apply(&after, NOW).state, State::Aborted { reason: AbortReason::RightLost, at: NOW });
}

#[derive(Clone, Debug)]
enum Act {
    Accept(usize),
    Refuse(usize),
    Cancel(usize, bool),
    Supersede,
    Disable(usize),
    Hand(usize),
    Expire,
    Linked,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..4usize).prop_map(Act::Accept),
        1 => (0..4usize).prop_map(Act::Refuse),
        1 => (0..4usize, any::<bool>()).prop_map(|(who, administers)| Act::Cancel(who, administers)),
        1 => Just(Act::Supersede),
        1 => (0..4usize).prop_map(Act::Disable),
        1 => (0..4usize).prop_map(Act::Hand),
        1 => Just(Act::Expire),
        1 => Just(Act::Linked),
    ]
}

/// Who has blocked the requester takes no part; everyone else is as before, and the requester still waits for it.
#[test]
fn a_hidden_request_is_there_for_all_but_its_new_contact() {
    let hidden = || Request { hidden: true, ..request() };
    let (by, to) = (hidden().asked_by, hidden().to);
    assert!(hidden().takes_part(&by) && !hidden().takes_part(&to));
    assert!(hidden().is_hidden_from(&to) && !hidden().is_hidden_from(&by) && !request().is_hidden_from(&to));
    assert_eq!(hidden().may_decide(&to, NOW), Err(Problem::NotFound));
    assert_eq!(hidden().cancel(&to, false, NOW), Err(Problem::NotFound));
    assert_eq!(request().cancel(&to, false, NOW), Err(Problem::NotRequester));
    let Ok(Accepted::Waiting(waiting)) = hidden().accept(&by, NOW) else { panic!("it waits") };
    assert_eq!(waiting.waiting_for(), std::slice::from_ref(&to));
    assert_eq!(hidden().parties(), [by, to]);
    // The service's administrator may end what is hidden from it as a new contact.
    assert!(hidden().cancel(&hidden().to, true, NOW).is_ok());
}

proptest! {
    #[test]
    fn whatever_happens(acts in proptest::collection::vec((act(), 0..3 * DAY), 0..12), take_back: bool) {
        let people = [id("aa1"), id("dd4"), id("bb2"), id("ee5")];
        let mut request = if take_back { Request { to: id("aa1"), ..request() } } else { request() };
        let mut now = NOW;
        for (act, later) in acts {
            now = now.plus(later);
            let before = request.clone();
            let after = match act {
                Act::Accept(who) => request.clone().accept(&people[who], now).map(|accepted| match accepted {
                    Accepted::Waiting(request) => request,
                    Accepted::Complete(complete) => complete.apply(&grounds(), now),
                }),
                Act::Refuse(who) => request.clone().refuse(&people[who], now),
                Act::Cancel(who, administers) => request.clone().cancel(&people[who], administers, now),
                Act::Supersede => request.clone().supersede(now),
                Act::Disable(who) => request.clone().lose_party(&people[who], now).ok_or(Problem::NotFound),
                // Somebody comes to administer the service.
                Act::Hand(who) => {
                    let mut services = grounds().services;
                    services[0].contacts.admin = people[who].clone();
                    request.clone().lose_ground(&services, now).ok_or(Problem::NotFound)
                }
                Act::Expire => request.clone().expire(now).map_err(|_| Problem::NotFound),
                Act::Linked => Ok(request.clone().fall_with_linked(now)),
            };
            request = after.unwrap_or_else(|_| before.clone());
            // Ended states absorb.
            if before.state.ended_at().is_some() {
                prop_assert_eq!(&request, &before);
            }
            // Done only when every party accepted, in time.
            if let State::Done(at) = request.state {
                prop_assert!(request.parties().iter().all(|p| request.accepted.contains_key(p)));
                prop_assert!(at < request.expires_at);
            }
            // Only parties are ever among those who accepted.
            let parties = request.parties();
            prop_assert!(request.accepted.keys().all(|who| parties.contains(who)));
            if request.state.ended_at().is_some() {
                prop_assert!(request.waiting_for().is_empty());
            }
        }
    }
}
