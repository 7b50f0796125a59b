//! What holds after every act. The numbers are those of the list of invariants in the security notes.

use std::collections::{BTreeMap, BTreeSet};

use countersign_domain::{AbortReason, DAY, Handle, Problem, Request, Role, State, StateName};

use super::{
    scene::{Outcome, Scene},
    snapshot::Snapshot,
};
use crate::support::told;

pub(super) fn check(before: &Snapshot, outcome: &Outcome, after: &Snapshot) {
    one_contact_and_one_open_request_for_each_role(after);
    what_ended_and_what_was_decided_stays(before, after);
    contacts_change_only_by_what_is_done_now(before, after);
    for request in after.requests.values() {
        decisions_fit_the_state(request, after);
        codes_fit_the_state(request, after);
        mails_are_exactly_those_owed(request, after);
    }
    linked_requests_are_all_done_or_none(after);
    a_code_works_once(before, outcome, after);
    history_replays(after);
    renewals_are_told_once_and_to_the_holder(before, outcome, after);
}

/// 1 and 2.
fn one_contact_and_one_open_request_for_each_role(after: &Snapshot) {
    assert!(after.contacts.iter().all(|held| held.len() == 3));
    let distinct: BTreeSet<_> = after.open_roles.iter().map(|(service, role, _)| (service, role)).collect();
    assert_eq!(distinct.len(), after.open_roles.len(), "one open request for each role");
    for request in after.requests.values() {
        let open = after.open_roles.iter().filter(|(.., number)| *number == request.id).count();
        let runs = request.state.ended_at().is_none();
        let roles = request.roles.iter().count() * request.services().count();
        assert_eq!(open, if runs { roles } else { 0 }, "a role is open while its request runs");
    }
}

/// 3 and 8.
fn what_ended_and_what_was_decided_stays(before: &Snapshot, after: &Snapshot) {
    for (id, request) in &before.requests {
        let now = &after.requests[id];
        if request.state.ended_at().is_some() {
            assert_eq!(request, now, "ended states absorb");
        }
        let content = |r: &Request| {
            (r.service, r.companion, r.roles, r.from.clone(), r.to.clone(), r.asked_by.clone(), r.expires_at)
        };
        assert_eq!(content(request), content(now), "what is asked never changes");
    }
    assert!(before.decisions.iter().all(|decision| after.decisions.contains(decision)), "no decision is taken back");
    let once: BTreeSet<_> = after.decisions.iter().map(|(request, who, ..)| (request, who)).collect();
    assert_eq!(once.len(), after.decisions.len());
}

/// 4, 11 and 12.
fn contacts_change_only_by_what_is_done_now(before: &Snapshot, after: &Snapshot) {
    let mut contacts = before.contacts.clone();
    let mut lines = before.history.clone().map(|lines| lines.len());
    let is_done = |s: &Snapshot, id: &i64| s.requests.get(id).is_some_and(|r| r.state.name() == StateName::Done);
    for (id, request) in after.requests.iter().filter(|(id, _)| is_done(after, id) && !is_done(before, id)) {
        // Of two services both change, or neither.
        for service in request.services().map(|service| after.number_of(service)) {
            for role in request.roles.iter() {
                let held = contacts[service].insert(role.as_str().into(), request.to.to_string());
                assert_eq!(held.as_deref(), Some(request.from.as_str()), "swapped against the recorded contact");
                lines[service] += 1;
                let written =
                    after.history[service].iter().filter(|l| l.request == Some(*id) && l.role == role).count();
                assert_eq!(written, 1);
            }
        }
    }
    assert_eq!(contacts, after.contacts, "contacts change by requests that are done, and by nothing else");
    assert_eq!(lines, after.history.clone().map(|lines| lines.len()), "and so does history");
}

/// 5, 6 and 7.
fn decisions_fit_the_state(request: &Request, after: &Snapshot) {
    let mut required: Vec<&Handle> = vec![&request.asked_by];
    if request.to != request.asked_by {
        required.push(&request.to);
    }
    let mut accepted = 0;
    for (_, who, decision, at) in after.decisions.iter().filter(|(id, ..)| *id == request.id) {
        assert!(required.iter().any(|party| party.as_str() == who), "only parties decide");
        assert!(*at < request.expires_at.0, "in time");
        if decision == "refuse" {
            assert!(matches!(&request.state, State::Refused { by, .. } if by.as_str() == who));
        } else {
            accepted += 1;
        }
        let spent =
            after.codes.iter().filter(|c| c.request == request.id && c.who == *who && c.state == "spent").count();
        assert_eq!(spent, 1, "each decision by a code of its own");
    }
    if matches!(request.state, State::Done(_) | State::Doing) {
        assert_eq!(accepted, required.len(), "every acceptance that is needed");
    }
    if let State::Refused { by, .. } = &request.state {
        assert!(after.decisions.iter().any(|(id, who, d, _)| *id == request.id && who == by.as_str() && d == "refuse"));
    }
}

/// 9, and the limit of tries.
fn codes_fit_the_state(request: &Request, after: &Snapshot) {
    let mut live: BTreeMap<&str, u32> = BTreeMap::new();
    for code in after.codes.iter().filter(|code| code.request == request.id) {
        assert!(request.parties().iter().any(|party| party.as_str() == code.who), "codes are for parties");
        assert!(code.tries <= 5);
        if code.state == "live" {
            *live.entry(&code.who).or_default() += 1;
            assert!(code.tries < 5);
            assert!(request.state.ended_at().is_none(), "no live code of what has ended");
            let decided = after.decisions.iter().any(|(id, who, ..)| *id == request.id && *who == code.who);
            assert!(!decided, "no live code of one who has decided");
        }
    }
    assert!(live.values().all(|count| *count == 1));
}

/// 13 and 14.
fn mails_are_exactly_those_owed(request: &Request, after: &Snapshot) {
    let parties = request.parties();
    let all_but = |by: Option<&Handle>| parties.iter().filter(|p| Some(*p) != by).cloned().collect::<Vec<_>>();
    let (event, told) = match &request.state {
        State::Validating | State::Doing | State::Error(_) => ("", vec![]),
        State::Done(_) => ("done", all_but(None)),
        State::Expired(_) => ("expired", all_but(None)),
        State::Refused { by, .. } => ("refused", all_but(Some(by))),
        State::Aborted { reason: AbortReason::Cancelled, .. } => ("cancelled", all_but(Some(&request.asked_by))),
        State::Aborted { .. } => {
            let siblings = after.requests.values().filter(|other| other.submission == request.submission);
            let mut by = siblings.filter_map(|other| match &other.state {
                State::Refused { by, .. } => Some(by),
                State::Aborted { reason: AbortReason::Cancelled, .. } => Some(&other.asked_by),
                _ => None,
            });
            ("aborted", all_but(by.next()))
        }
    };
    let mut owed: Vec<_> = parties.iter().map(|party| ("asked", party.as_str(), 1)).collect();
    owed.extend(told.iter().map(|party| (event, party.as_str(), 0)));
    if matches!(request.state, State::Done(_)) && !parties.contains(&request.from) {
        owed.push(("replaced", request.from.as_str(), 0));
    }
    let mut mails = Vec::new();
    for (_, event, who, generation) in after.mails.iter().filter(|(id, ..)| *id == request.id) {
        if matches!(event.as_str(), "resent" | "reminder") {
            assert!(parties.iter().any(|party| party.as_str() == who));
            let sent = after.code(request.id, who, *generation).is_some();
            assert!(if event == "resent" { sent && *generation > 1 } else { *generation == 0 });
        } else {
            mails.push((event.as_str(), who.as_str(), *generation));
        }
    }
    owed.sort_unstable();
    mails.sort_unstable();
    assert_eq!(mails, owed, "request {}", request.id);
}

/// All or nothing, and what has ended leaves nothing of it running.
fn linked_requests_are_all_done_or_none(after: &Snapshot) {
    for request in after.requests.values().filter(|request| request.linked && request.state.ended_at().is_some()) {
        for other in after.requests.values().filter(|other| other.submission == request.submission) {
            assert!(other.state.ended_at().is_some(), "{} ended, {} runs", request.id, other.id);
            assert_eq!(request.state.name() == StateName::Done, other.state.name() == StateName::Done);
        }
    }
}

/// 10.
fn a_code_works_once(before: &Snapshot, outcome: &Outcome, after: &Snapshot) {
    for code in &before.codes {
        let now = &after.code(code.request, &code.who, code.generation).expect("codes are kept").state;
        let may_become: &[&str] = match code.state.as_str() {
            "live" => &["live", "spent", "replaced", "void"],
            "void" => &["void", "replaced"],
            "spent" => &["spent"],
            _ => &["replaced"],
        };
        assert!(may_become.contains(&now.as_str()), "{code:?} became {now}");
    }
    if let (true, Some((request, whose, generation))) = (outcome.ok, &outcome.typed) {
        let state = |s: &Snapshot| s.code(*request, whose, *generation).map(|code| code.state.clone());
        assert_eq!(state(before).as_deref(), Some("live"), "only a live code works");
        assert_eq!(state(after).as_deref(), Some("spent"));
    }
}

/// 16.
fn history_replays(after: &Snapshot) {
    for (lines, contacts) in after.history.iter().zip(&after.contacts) {
        let mut held: BTreeMap<String, String> = BTreeMap::new();
        for (line, position) in lines.iter().zip(1..) {
            assert_eq!(line.position, position, "no gap");
            let was = held.insert(line.role.as_str().into(), line.to.to_string());
            assert_eq!(was, line.from.as_ref().map(ToString::to_string));
        }
        assert_eq!(&held, contacts);
    }
}

/// Of renewals: each (service, end, days) is told at most once, in time, to whoever is the billing contact then; and after the
/// jobs nothing that is due is left untold.
fn renewals_are_told_once_and_to_the_holder(before: &Snapshot, outcome: &Outcome, after: &Snapshot) {
    let once: BTreeSet<_> = after.notices.iter().map(|notice| (notice.service, notice.end, notice.days)).collect();
    assert_eq!(once.len(), after.notices.len(), "once each: {:?}", after.notices);
    assert!(before.notices.iter().all(|notice| after.notices.contains(notice)));
    for new in after.notices.iter().filter(|notice| !before.notices.contains(notice)) {
        let (status, end) = &after.ends[new.service];
        assert!(outcome.jobs, "by nothing else");
        assert_eq!(new.to, after.contacts[new.service][Role::Billing.as_str()], "the holder at this moment");
        assert_eq!((new.end, new.unpaid), (*end, status == "unPaid"));
        assert!(after.now < *end && *end <= after.now + new.days * DAY && status != "expired");
        assert!(after.marks.contains(&(new.service, new.end, new.days)));
        let nearer = before
            .marks
            .iter()
            .any(|(service, end, days)| *service == new.service && (*end - new.end).abs() < DAY && *days <= new.days);
        assert!(!nearer, "never after a nearer one");
    }
    for (service, (status, end)) in after.ends.iter().enumerate().filter(|_| outcome.jobs) {
        let reached = [1, 7, 30].into_iter().find(|days| after.now < *end && *end <= after.now + days * DAY);
        let told = |days| after.marks.iter().any(|(s, e, d)| *s == service && (*e - *end).abs() < DAY && *d <= days);
        assert!(status == "expired" || reached.is_none_or(told), "nothing due is left untold");
    }
}

/// 18.
pub(super) async fn check_who_sees_what(scene: &Scene, last: &Snapshot) {
    for who in ["aa1", "bb2", "cc3", "dd4", "ee5"] {
        let Some(actor) = scene.w.backend.act_as(&crate::support::id(who)).await.unwrap() else { continue };
        let me = &actor.account().id;
        for (id, request) in &last.requests {
            let replaced = request.from == *me && request.state.name() == StateName::Done;
            let administrates = request
                .services()
                .any(|service| last.contacts[last.number_of(service)][Role::Admin.as_str()] == me.as_str());
            match told(actor.request(*id).await) {
                Ok(_) => assert!(request.parties().contains(me) || replaced || administrates, "{who} sees {id}"),
                Err(problem) => {
                    assert_eq!(problem, Problem::NotFound);
                    assert!(!request.parties().contains(me) && !replaced && !administrates, "{who} does not see {id}");
                }
            }
        }
    }
}
