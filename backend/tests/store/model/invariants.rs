//! What holds after every act. The numbers are those of the list of invariants in the security notes.

use std::collections::BTreeSet;

use countersign_domain::{AbortReason, DAY, Decision, Role, StateName, Status};

use super::{
    acts::{Act, Typed},
    reference::Answer,
    view::{About, CodeState, MailState, Request, View, Who},
};

/// An act, with what was before and is after it.
pub(super) struct Step<'a> {
    pub(super) before: &'a View,
    pub(super) act: &'a Act,
    pub(super) answer: &'a Answer,
    pub(super) after: &'a View,
    pub(super) now: i64,
}

pub(super) fn check(step: &Step<'_>) {
    let Step { before, after, .. } = *step;
    one_contact_and_one_open_request_for_each_role(after);
    what_ended_and_what_was_decided_stays(before, after);
    contacts_change_only_by_what_is_done_now(before, after);
    for (number, request) in &after.requests {
        decisions_fit_the_state(request);
        codes_fit_the_state(request);
        mails_are_exactly_those_owed(*number, request, after);
    }
    linked_requests_are_all_done_or_none(after);
    a_code_works_once(step);
    mails_end_once_and_forget(before, after);
    history_replays(after);
    renewals_are_told_once_and_to_the_holder(step);
}

/// 1 and 2.
fn one_contact_and_one_open_request_for_each_role(after: &View) {
    assert!(after.services.values().all(|service| service.contacts.len() == 3));
    let mut taken = BTreeSet::new();
    for (number, request) in &after.requests {
        let all = request.services.iter().flat_map(|service| request.roles.iter().map(|role| (*service, *role)));
        let open: BTreeSet<_> = if request.ended_at.is_none() { all.collect() } else { [].into() };
        assert_eq!(request.open, open, "a role is open while request {number} runs");
        assert!(open.into_iter().all(|role| taken.insert(role)), "one open request for each role");
    }
}

/// 3 and 8.
fn what_ended_and_what_was_decided_stays(before: &View, after: &View) {
    for (number, was) in &before.requests {
        let is = &after.requests[number];
        if was.ended_at.is_some() {
            assert_eq!(was, is, "ended states absorb");
        }
        let content = |r: &Request| {
            let services = (r.form, r.linked, r.services.clone(), r.roles.clone());
            (services, r.from, r.to, r.asked_by, r.as_admin, r.message.clone(), r.asked_at, r.expires_at)
        };
        assert_eq!(content(was), content(is), "what is asked never changes");
        assert!(is.hidden || !was.hidden, "what is hidden stays hidden");
        let kept = |(who, decision)| is.decisions.get(who) == Some(decision);
        assert!(was.decisions.iter().all(kept), "no decision is taken back, or made twice");
    }
    for request in after.requests.values() {
        assert_eq!(request.state.is_end(), request.ended_at.is_some());
    }
}

/// 4, 11 and 12.
fn contacts_change_only_by_what_is_done_now(before: &View, after: &View) {
    let is_done = |view: &View, number: &i64| view.requests.get(number).is_some_and(|r| r.state == StateName::Done);
    let mut contacts: Vec<_> = before.services.values().map(|service| service.contacts.clone()).collect();
    let mut lines: Vec<_> = before.services.values().map(|service| service.history.len()).collect();
    for (number, request) in after.requests.iter().filter(|(n, _)| is_done(after, n) && !is_done(before, n)) {
        // Of two services both change, or neither.
        for service in &request.services {
            for role in &request.roles {
                let held = contacts[*service].insert(*role, request.to);
                assert_eq!(held, Some(request.from), "swapped against the recorded contact");
                lines[*service] += 1;
                let history = &after.services[service].history;
                let written = history.iter().filter(|line| line.request == Some(*number) && line.role == *role);
                assert_eq!(written.count(), 1);
            }
        }
        assert!(after.mails_of(*number).any(|(mail, _)| mail.event == "done"), "with its mails");
    }
    for (number, service) in &after.services {
        assert_eq!(
            contacts[*number], service.contacts,
            "contacts change by requests that are done, and by nothing else"
        );
        assert_eq!(lines[*number], service.history.len(), "and so does history");
    }
}

/// 5, 6 and 7.
fn decisions_fit_the_state(request: &Request) {
    let parties = request.parties();
    assert_eq!(parties.iter().collect::<BTreeSet<_>>(), [&request.asked_by, &request.to].into());
    assert!(!request.hidden || !request.decisions.contains_key(request.to), "nobody decides on what is hidden from it");
    for (who, (decision, at)) in &request.decisions {
        assert!(parties.contains(who), "only parties decide");
        assert!(*at < request.expires_at, "in time");
        assert_eq!(*decision == Decision::Refuse, request.refused_by() == Some(who));
        let own = request.codes.iter().filter(|((to, _), code)| to == who && code.state == CodeState::Spent);
        assert_eq!(own.count(), 1, "each decision by a code of its own");
    }
    if matches!(request.state, StateName::Done | StateName::Doing) {
        assert!(parties.iter().all(|party| request.is_accepted_by(party)), "every acceptance that is needed");
    }
    assert_eq!(request.state == StateName::Refused, request.refused_by().is_some());
    assert!(request.refused_by().is_none_or(|by| request.decisions.contains_key(by)));
}

/// 9, and the limit of tries.
fn codes_fit_the_state(request: &Request) {
    let mut live = BTreeSet::new();
    for ((who, _), code) in &request.codes {
        assert!(request.parties().contains(who), "codes are for parties");
        assert!(code.tries <= 5);
        if code.state == CodeState::Live {
            assert!(live.insert(who), "one live code for each party");
            assert!(code.tries < 5);
            assert!(request.ended_at.is_none(), "no live code of what has ended");
            assert!(!request.decisions.contains_key(who), "no live code of one who has decided");
        }
    }
}

/// 13 and 14.
fn mails_are_exactly_those_owed(number: i64, request: &Request, after: &View) {
    let parties = request.parties();
    let event = match (request.state, request.reason) {
        (StateName::Done, _) => "done",
        (StateName::Expired, _) => "expired",
        (StateName::Refused, _) => "refused",
        (StateName::Aborted, Some(AbortReason::Cancelled | AbortReason::CancelledByAdministrator)) => "cancelled",
        (StateName::Aborted, _) => "aborted",
        _ => "",
    };
    // Whoever has ended it knows.
    let told = parties.iter().filter(|party| request.ended_at.is_some() && request.ended_by != Some(**party));
    let mut owed: Vec<_> = parties.iter().map(|party| ("asked", *party, 1)).collect();
    owed.extend(told.map(|party| (event, *party, 0)));
    if request.state == StateName::Done && !parties.contains(&request.from) {
        owed.push(("replaced", request.from, 0));
    }
    // Each new code brings its mail, and each mail with a code has one.
    let resent = request.codes.keys().filter(|(_, generation)| *generation > 1);
    owed.extend(resent.map(|(who, generation)| ("resent", *who, *generation)));
    let mails = after.mails_of(number).map(|(mail, generation)| (mail.event, mail.to, generation));
    let (reminders, mut mails): (Vec<_>, Vec<_>) = mails.partition(|(event, ..)| *event == "reminder");
    assert!(reminders.iter().all(|(_, who, generation)| parties.contains(who) && *generation == 0));
    assert!(reminders.is_empty() || request.reminded_at.is_some());
    owed.sort_unstable();
    mails.sort_unstable();
    assert_eq!(mails, owed, "request {number}");
}

/// All or nothing, and what has ended leaves nothing of it running.
fn linked_requests_are_all_done_or_none(after: &View) {
    for (number, request) in after.requests.iter().filter(|(_, request)| request.linked && request.ended_at.is_some()) {
        for (other, sibling) in after.requests.iter().filter(|(_, sibling)| sibling.form == request.form) {
            assert!(sibling.ended_at.is_some(), "{number} ended, {other} runs");
            assert_eq!(request.state == StateName::Done, sibling.state == StateName::Done);
        }
    }
}

/// 10.
fn a_code_works_once(step: &Step<'_>) {
    let state = |view: &View, number: i64, to: Who, generation: i32| {
        let request = view.requests.get(&number);
        request.and_then(|request| request.codes.get(&(to, generation))).map(|code| code.state)
    };
    for (number, request) in &step.before.requests {
        for ((to, generation), code) in &request.codes {
            let now = state(step.after, *number, to, *generation).expect("codes are kept");
            let may_become: &[CodeState] = match code.state {
                CodeState::Live => &[CodeState::Live, CodeState::Spent, CodeState::Replaced, CodeState::Void],
                CodeState::Void => &[CodeState::Void, CodeState::Replaced],
                CodeState::Spent => &[CodeState::Spent],
                CodeState::Replaced => &[CodeState::Replaced],
            };
            assert!(may_become.contains(&now), "{code:?} became {now:?}");
        }
    }
    if let (Act::Press { request, by, typed, .. }, Ok(_)) = (step.act, step.answer) {
        let Typed::Sent { request: of, to, generation } = *typed else { panic!("an invented code works") };
        assert_eq!((of, to), (*request, *by), "a code is for one request and one party");
        assert_eq!(state(step.before, of, to, generation), Some(CodeState::Live), "only a live code works");
        assert_eq!(state(step.after, of, to, generation), Some(CodeState::Spent));
    }
}

/// 15: a mail ends with the digest that brings it; while nobody is at work, no mail is past its lease (the reader sees to that); what has ended stays so and holds no code.
fn mails_end_once_and_forget(before: &View, after: &View) {
    for (mail, was) in &before.mails {
        let is = &after.mails[mail];
        assert!(was.state == MailState::Pending || was == is, "{mail:?} was {was:?} and is {is:?}");
    }
    for (mail, delivery) in after.mails.iter().filter(|(_, delivery)| delivery.digest.is_some()) {
        let digest = &after.digests[&(mail.to, delivery.digest.unwrap())];
        // A mail that is no longer needed ends before its digest.
        let fits = delivery.state == digest.state || delivery.state == MailState::Void;
        assert!(fits, "{mail:?} is {delivery:?}, and its digest {digest:?}");
        assert!(!digest.collects || digest.state == MailState::Pending, "{digest:?}");
    }
    for delivery in after.mails.values() {
        assert!(delivery.attempts <= 1, "an outage costs no try");
        assert_ne!(delivery.state, MailState::Dead, "and no mail is given up for it");
        assert!(delivery.state == MailState::Pending || !delivery.payload, "the text with the code is not kept");
    }
}

/// 16. That positions have no gap, the reader has seen.
fn history_replays(after: &View) {
    for service in after.services.values() {
        let mut held = std::collections::BTreeMap::new();
        for line in &service.history {
            assert_eq!(held.insert(line.role, line.to), line.from, "handed over by the one that held it");
        }
        assert_eq!(held, service.contacts);
    }
}

/// Of renewals: each (service, end, days) is told at most once, in time, to whoever is the billing contact then; and after the
/// jobs nothing that is due is left untold.
fn renewals_are_told_once_and_to_the_holder(step: &Step<'_>) {
    let Step { before, after, now, .. } = *step;
    let jobs = matches!(step.act, Act::Jobs);
    let mut once = BTreeSet::new();
    for mail in after.mails.keys() {
        let About::Renewal { service: number, end, days, unpaid } = mail.about else { continue };
        assert!(once.insert((number, end, days)), "once each");
        if before.mails.contains_key(mail) {
            continue;
        }
        let service = &after.services[&number];
        assert!(jobs, "by nothing else");
        assert_eq!(mail.to, service.contacts[&Role::Billing], "the holder at this moment");
        assert_eq!((Some(end), unpaid), (service.end, service.status == Status::UnPaid));
        assert!(now < end && end <= now + days * DAY && service.status != Status::Expired);
        assert!(service.told.contains(&(end, days)));
        let mut nearer = before.services[&number].told.iter();
        assert!(!nearer.any(|(of, before)| (of - end).abs() < DAY && *before <= days), "never after a nearer one");
    }
    for service in after.services.values().filter(|service| jobs && service.status != Status::Expired) {
        let Some(end) = service.end else { continue };
        let reached = [1, 7, 30].into_iter().find(|days| now < end && end <= now + days * DAY);
        let told = |days| service.told.iter().any(|(of, before)| (of - end).abs() < DAY && *before <= days);
        assert!(reached.is_none_or(told), "nothing due is left untold");
    }
}
