//! What happened in all histories together, so that a reader sees that there is something in them.

use std::collections::BTreeMap;

use countersign_domain::{AbortReason, Problem, StateName};

use super::{
    acts::Act,
    reference::Answer,
    view::{MailState, View},
};

/// Acts that must have gone through, in many histories.
const ACTS: [&str; 19] = [
    "ask",
    "accept",
    "refuse",
    "cancel",
    "resend",
    "new address",
    "block",
    "unblock",
    "owe",
    "pay",
    "abort",
    "disable",
    "enable",
    "later",
    "stand",
    "jobs",
    "deliver",
    "outage",
    "restart",
];
/// Problems that somebody must have been told.
const PROBLEMS: [&str; 15] = [
    "SignedOut",
    "NotFound",
    "NothingChanged",
    "NotYourRole",
    "NotRequester",
    "Busy",
    "OfCompanion",
    "Debt",
    "WrongCode",
    "CodeVoid",
    "CodeReplaced",
    "AlreadyDecided",
    "Ended",
    "Aborted",
    "TooMany",
];
/// Kinds of requests that there must have been.
const KINDS: [&str; 5] = ["linked", "of two services", "of several roles", "for oneself", "hidden"];
/// Where requests must have come to. Nothing fails inside here, so that none ends in `error`.
const STATES: [StateName; 6] = [
    StateName::Validating,
    StateName::Doing,
    StateName::Done,
    StateName::Refused,
    StateName::Aborted,
    StateName::Expired,
];
/// What must have become of mails. None is given up: no recipient is refused here.
const MAILS: [MailState; 3] = [MailState::Pending, MailState::Sent, MailState::Void];

#[derive(Default)]
pub(super) struct Tally {
    /// How often something happened, by its name.
    counts: BTreeMap<String, u64>,
}

impl Tally {
    pub(super) fn act(&mut self, act: &Act, answer: &Answer) {
        self.count("acts");
        match answer {
            Ok(_) => self.count(act.name()),
            Err(problem) => self.count(&name(problem)),
        }
    }

    pub(super) fn history(&mut self, last: &View) {
        self.count("histories");
        for request in last.requests.values() {
            self.count("requests");
            self.count(request.state.as_str());
            request.reason.into_iter().for_each(|reason| self.count(reason.as_str()));
            let is_one = [
                request.linked,
                request.services.len() > 1,
                request.roles.len() > 1,
                request.to == request.asked_by,
                request.hidden,
            ];
            for (kind, _) in KINDS.iter().zip(is_one).filter(|(_, is_one)| *is_one) {
                self.count(kind);
            }
        }
        for delivery in last.mails.values() {
            self.count(&format!("{:?}", delivery.state));
        }
        for digest in last.digests.values() {
            self.count(&format!("digest {:?}", digest.state));
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        for (what, count) in other.counts {
            *self.counts.entry(what).or_default() += count;
        }
    }

    /// The figures, in a line.
    pub(super) fn told(&self) -> String {
        let counted = |what: &str| format!("{} {what}", self.of(what));
        let states: Vec<_> = STATES.iter().map(|state| counted(state.as_str())).collect();
        let accepted = format!("{} accepted, {} refused", self.of("accept"), self.of("refuse"));
        let turned_down: u64 = PROBLEMS.iter().map(|problem| self.of(problem)).sum();
        format!(
            "{}, {} ({accepted}, {turned_down} turned down), {}: {}",
            counted("histories"),
            counted("acts"),
            counted("requests"),
            states.join(", ")
        )
    }

    /// Fails if something never happened.
    pub(super) fn assert_full(&self) {
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let mut wanted = [names(&ACTS), names(&PROBLEMS), names(&KINDS)].concat();
        wanted.extend(STATES.iter().map(|state| state.as_str().to_owned()));
        // While a request runs, no other can take its roles: only what goes past the use cases changes their contact.
        let reasons = AbortReason::ALL.iter().filter(|reason| **reason != AbortReason::ContactChanged);
        wanted.extend(reasons.map(|reason| reason.as_str().to_owned()));
        wanted.extend(MAILS.iter().flat_map(|state| [format!("{state:?}"), format!("digest {state:?}")]));
        wanted.retain(|what| self.of(what) == 0);
        assert!(wanted.is_empty(), "never happened: {wanted:?}, among {:?}", self.counts);
    }

    pub(super) fn of(&self, what: &str) -> u64 {
        self.counts.get(what).copied().unwrap_or_default()
    }

    pub(super) fn count(&mut self, what: &str) {
        *self.counts.entry(what.to_owned()).or_default() += 1;
    }
}

fn name(problem: &Problem) -> String {
    format!("{problem:?}").chars().take_while(|c| c.is_alphabetic()).collect()
}
