//! What the server has acknowledged, and what it was doing when it was killed; compared with what is there.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::{Place, Tables};

/// Who is wished for which roles.
pub(super) type Changes = BTreeSet<(Place, String)>;
/// What is there of a form: its requests, what they change, and the submissions that they belong to.
type Found<'a> = (Vec<i64>, Changes, BTreeSet<&'a str>);

/// Something that a customer has asked the server to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// A form of contacts, with a message that no other has: what it wishes, and for whom.
    Submit {
        message: String,
        changes: Changes,
    },
    Accept(i64, String),
    Refuse(i64, String),
    Cancel(i64),
    Resend(i64, String),
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Done, with the requests that were registered.
    Yes(Vec<i64>),
    /// Done, and over.
    Ended(&'static str),
    /// Refused: nothing was done.
    No,
    /// None, or that something failed inside: done whole, or not at all.
    Lost,
}

/// How often an act on a request was acknowledged, and how often nobody knows.
#[derive(Debug, Default)]
struct Told {
    yes: usize,
    lost: usize,
}

#[derive(Debug, Default)]
pub(super) struct Ledger {
    submissions: BTreeMap<String, (Changes, Answer)>,
    /// By request, who, and what.
    acts: BTreeMap<(i64, String, &'static str), Told>,
    ends: BTreeMap<i64, &'static str>,
    /// Those without an answer that have not been looked for.
    open: Vec<Act>,
    before: Tables,
    pub(super) acknowledged: usize,
    pub(super) refused: usize,
    /// Those without an answer that were found whole, and those that were not found.
    pub(super) whole: usize,
    pub(super) absent: usize,
}

impl Ledger {
    /// One that begins with what is there.
    pub(super) fn new(before: Tables) -> Self {
        Self { before, ..Self::default() }
    }

    pub(super) fn note(&mut self, act: Act, answer: Answer) {
        match answer {
            Answer::Yes(_) | Answer::Ended(_) => self.acknowledged += 1,
            Answer::No => self.refused += 1,
            Answer::Lost => self.open.push(act.clone()),
        }
        let (request, who, what) = match act {
            Act::Submit { message, changes } => {
                let before = self.submissions.insert(message, (changes, answer));
                assert!(before.is_none(), "messages differ");
                return;
            }
            Act::Accept(request, who) => (request, who, "accept"),
            Act::Refuse(request, who) => (request, who, "refuse"),
            Act::Cancel(request) => (request, String::new(), "cancel"),
            Act::Resend(request, who) => (request, who, "resend"),
        };
        let told = self.acts.entry((request, who, what)).or_default();
        match answer {
            Answer::Yes(_) => told.yes += 1,
            Answer::Ended(state) => {
                told.yes += 1;
                self.ends.insert(request, state);
            }
            Answer::Lost => told.lost += 1,
            Answer::No => {}
        }
    }

    /// What was acknowledged and is lost, and what nobody has asked for.
    pub(super) fn compare(&mut self, now: Tables) -> Vec<String> {
        let mut faults = Vec::new();
        self.compare_submissions(&now, &mut faults);
        self.compare_acts(&now, &mut faults);
        self.compare_ends(&now, &mut faults);
        for act in std::mem::take(&mut self.open) {
            let request = |id: &i64| now.requests.get(id);
            let found = match &act {
                Act::Submit { message, .. } => now.requests.values().any(|request| request.message == *message),
                Act::Accept(id, who) | Act::Refuse(id, who) => {
                    request(id).is_some_and(|r| r.decisions.contains_key(who))
                }
                Act::Cancel(id) => request(id).is_some_and(|r| r.reason == "cancelled"),
                Act::Resend(id, who) => {
                    let yes = self.acts[&(*id, who.clone(), "resend")].yes;
                    request(id).is_some_and(|r| r.codes.get(who).is_some_and(|codes| codes.len() - 1 > yes))
                }
            };
            if found { self.whole += 1 } else { self.absent += 1 }
        }
        self.before = now;
        faults
    }

    fn compare_submissions(&self, now: &Tables, faults: &mut Vec<String>) {
        let mut found: BTreeMap<&str, Found<'_>> = BTreeMap::new();
        for (id, request) in now.requests.iter().filter(|(_, request)| !request.message.is_empty()) {
            let (ids, changes, submissions) = found.entry(&request.message).or_default();
            ids.push(*id);
            submissions.insert(&request.submission);
            changes.extend(request.roles.keys().map(|place| (place.clone(), request.to.clone())));
        }
        for (message, (wished, answer)) in &self.submissions {
            let there = found.remove(message.as_str());
            let wrong = match (answer, &there) {
                (Answer::Yes(ids), Some((known, changes, one))) => ids != known || changes != wished || one.len() != 1,
                (Answer::Yes(_), None) | (Answer::No | Answer::Ended(_), Some(_)) => true,
                (Answer::Lost, Some((_, changes, one))) => changes != wished || one.len() != 1,
                (Answer::No | Answer::Ended(_) | Answer::Lost, None) => false,
            };
            if wrong {
                faults.push(format!("{message}: answered {answer:?}, wished {wished:?}, there is {there:?}"));
            }
        }
        for (message, there) in found {
            if !there.0.iter().all(|id| self.before.requests.contains_key(id)) {
                faults.push(format!("{message}: nobody has asked for {there:?}"));
            }
        }
    }

    fn compare_acts(&self, now: &Tables, faults: &mut Vec<String>) {
        for ((id, who, what), told) in &self.acts {
            let Some(request) = now.requests.get(id) else {
                faults.push(format!("request {id} is gone"));
                continue;
            };
            let times = match *what {
                "cancel" => usize::from(request.reason == "cancelled"),
                "resend" => request.codes.get(who).map_or(0, |codes| codes.len() - 1),
                decision => usize::from(request.decisions.get(who).is_some_and(|there| there == decision)),
            };
            if times < told.yes || times > told.yes + told.lost {
                faults.push(format!("request {id}, {what} by {who:?}: {told:?}, and {times} there: {request:?}"));
            }
        }
        let told = |id: i64, who: &str, what: &'static str| self.acts.contains_key(&(id, who.to_owned(), what));
        for (id, request) in &now.requests {
            for (who, decision) in &request.decisions {
                let decision = if decision == "accept" { "accept" } else { "refuse" };
                if !told(*id, who, decision) {
                    faults.push(format!("request {id}: nobody has asked for {decision} by {who}"));
                }
            }
            let resent = request.codes.iter().find(|(who, codes)| codes.len() > 1 && !told(*id, who, "resend"));
            if resent.is_some() || (request.reason == "cancelled" && !told(*id, "", "cancel")) {
                faults.push(format!("request {id}: nobody has asked for {resent:?}, or for its end: {request:?}"));
            }
        }
    }

    /// What has ended stays so, and no history is written anew.
    fn compare_ends(&self, now: &Tables, faults: &mut Vec<String>) {
        for (id, state) in &self.ends {
            if now.requests.get(id).is_none_or(|request| request.state != *state) {
                faults.push(format!("request {id} was {state}: {:?}", now.requests.get(id)));
            }
        }
        for (id, before) in &self.before.requests {
            let after = now.requests.get(id);
            let kept = after.is_some_and(|after| {
                let same = (&after.message, &after.roles.keys().collect::<Vec<_>>())
                    == (&before.message, &before.roles.keys().collect());
                let decided = before.decisions.iter().all(|(who, what)| after.decisions.get(who) == Some(what));
                same && decided && (!before.ended || (&after.state, &after.reason) == (&before.state, &before.reason))
            });
            if !kept {
                faults.push(format!("{before:?} has become {after:?}"));
            }
        }
        for (service, before) in &self.before.history {
            if now.history.get(service).is_none_or(|after| !after.starts_with(before)) {
                faults.push(format!("{before:?} has become {:?}", now.history.get(service)));
            }
        }
    }
}
