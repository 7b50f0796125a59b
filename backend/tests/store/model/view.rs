//! The abstract state: all of the database that matters, as plain data. The model predicts it; a database is read into it.

use std::collections::{BTreeMap, BTreeSet};

use countersign_domain::{AbortReason, Category, Decision, Handle, Role, StateName, Status};

/// A customer ID without its suffix.
pub(super) type Who = &'static str;

/// Those who take part; the last has no account.
pub(super) const PEOPLE: [Who; 6] = ["aa1", "bb2", "cc3", "dd4", "ee5", "zz9"];
/// Those with an account.
pub(super) const CUSTOMERS: &[Who] = PEOPLE.split_at(5).0;
/// What the services are. The first two have one name, and can change together.
pub(super) const CATEGORIES: [Category; 3] = [Category::Domain, Category::DnsZone, Category::Hosting];

/// Everything, at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    pub(super) accounts: BTreeMap<Who, Account>,
    pub(super) services: BTreeMap<usize, Service>,
    pub(super) requests: BTreeMap<i64, Request>,
    pub(super) mails: BTreeMap<Mail, Delivery>,
    /// By recipient, and when each was begun.
    pub(super) digests: BTreeMap<(Who, i64), Digest>,
    /// Whose invoice, and its number.
    pub(super) unpaid: BTreeSet<(Who, String)>,
    /// Who has blocked whom.
    pub(super) blocks: BTreeSet<(Who, Who)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) active: bool,
    pub(super) address: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Service {
    pub(super) contacts: BTreeMap<Role, Who>,
    pub(super) history: Vec<Line>,
    pub(super) status: Status,
    pub(super) end: Option<i64>,
    /// Which end, and how many days before it a notice was given, or is needed no more.
    pub(super) told: BTreeSet<(i64, i64)>,
}

/// A line of a service's history; its position is its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) at: i64,
    pub(super) role: Role,
    pub(super) from: Option<Who>,
    pub(super) to: Who,
    pub(super) request: Option<i64>,
}

/// What every requester writes.
pub(super) const MESSAGE: &str = "As agreed.";

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// The first request of its form.
    pub(super) form: i64,
    pub(super) linked: bool,
    /// Its service, and the one that changes with it.
    pub(super) services: Vec<usize>,
    pub(super) roles: BTreeSet<Role>,
    pub(super) from: Who,
    pub(super) to: Who,
    pub(super) asked_by: Who,
    /// Whether it was asked as administrator.
    pub(super) as_admin: bool,
    pub(super) message: String,
    pub(super) asked_at: i64,
    pub(super) expires_at: i64,
    pub(super) reminded_at: Option<i64>,
    pub(super) state: StateName,
    pub(super) ended_at: Option<i64>,
    /// The account that ended it, if one did.
    pub(super) ended_by: Option<Who>,
    pub(super) reason: Option<AbortReason>,
    /// Where it stands in the way of another request.
    pub(super) open: BTreeSet<(usize, Role)>,
    pub(super) decisions: BTreeMap<Who, (Decision, i64)>,
    /// By recipient and generation.
    pub(super) codes: BTreeMap<(Who, i32), Code>,
    /// Whether the new contact has blocked the requester, and sees nothing of it.
    pub(super) hidden: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) state: CodeState,
    pub(super) tries: i32,
    pub(super) sent_at: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeState {
    Live,
    Spent,
    Replaced,
    Void,
}

/// A mail that is owed: what makes it one of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mail {
    pub(super) about: About,
    pub(super) event: &'static str,
    pub(super) to: Who,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    Request { number: i64, generation: i32 },
    Address(String),
    Renewal { service: usize, end: i64, days: i64, unpaid: bool },
}

/// What has become of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Delivery {
    pub(super) state: MailState,
    pub(super) attempts: i32,
    pub(super) due_at: i64,
    /// Whether its row still holds what only the mail may tell.
    pub(super) payload: bool,
    /// When the digest that brings it was begun.
    pub(super) digest: Option<i64>,
}

/// A mail that brings others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digest {
    pub(super) state: MailState,
    pub(super) attempts: i32,
    pub(super) due_at: i64,
    /// Whether mails may be added to it.
    pub(super) collects: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MailState {
    Pending,
    Sent,
    Dead,
    Void,
}

impl View {
    pub(super) fn is_active(&self, who: Who) -> bool {
        self.accounts.get(who).is_some_and(|account| account.active)
    }

    /// The codes, by request and generation, that are still to be mailed to somebody.
    pub(super) fn codes_to_mail(&self, who: Who) -> impl Iterator<Item = (i64, i32)> {
        self.mails.iter().filter_map(move |(mail, delivery)| match mail.about {
            About::Request { number, generation }
                if mail.to == who
                    && delivery.state == MailState::Pending
                    && ["asked", "resent"].contains(&mail.event) =>
            {
                Some((number, generation))
            }
            _ => None,
        })
    }

    /// The mails about a request.
    pub(super) fn mails_of(&self, number: i64) -> impl Iterator<Item = (&Mail, i32)> {
        self.mails.keys().filter_map(move |mail| match mail.about {
            About::Request { number: of, generation } if of == number => Some((mail, generation)),
            _ => None,
        })
    }

    /// Whether an account may see a request: a party, the replaced contact once it is done, and the administrator.
    pub(super) fn may_see(&self, who: Who, request: &Request) -> bool {
        request.takes_part(who)
            || request.state == StateName::Done && request.from == who
            || request.services.iter().any(|service| self.services[service].contacts[&Role::Admin] == who)
    }

    /// It in lines, to be compared with another's by a person.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("{:?}", self.unpaid), format!("{:?}", self.blocks)];
        lines.extend(self.accounts.iter().map(|(who, account)| format!("{who}: {account:?}")));
        for (number, Service { contacts, history, status, end, told }) in &self.services {
            lines.push(format!("service {number}: {contacts:?} {status:?} {end:?} {told:?}"));
            lines.extend(history.iter().map(|line| format!("service {number}: {line:?}")));
        }
        lines.extend(self.requests.iter().map(|(number, request)| format!("request {number}: {request:?}")));
        lines.extend(self.mails.iter().map(|(mail, delivery)| format!("{mail:?} {delivery:?}")));
        lines.extend(self.digests.iter().map(|(of, digest)| format!("{of:?} {digest:?}")));
        lines
    }

    /// Fails at the first line that is another than `other` has.
    pub(super) fn assert_same(&self, other: &Self, what: &str) {
        if self != other {
            let (mine, others) = (self.lines(), other.lines());
            for line in 0..mine.len().max(others.len()) {
                assert_eq!(mine.get(line), others.get(line), "{what}");
            }
        }
    }
}

impl Request {
    /// The requester and the new contact, once each.
    pub(super) fn parties(&self) -> Vec<Who> {
        if self.asked_by == self.to { vec![self.to] } else { vec![self.asked_by, self.to] }
    }

    /// Whether it is there for one of its parties.
    pub(super) fn takes_part(&self, who: Who) -> bool {
        self.asked_by == who || self.to == who && !self.hidden
    }

    pub(super) fn refused_by(&self) -> Option<Who> {
        self.ended_by.filter(|_| self.state == StateName::Refused)
    }

    pub(super) fn is_accepted_by(&self, who: Who) -> bool {
        self.decisions.get(who).is_some_and(|(decision, _)| *decision == Decision::Accept)
    }

    /// The parties that have yet to decide.
    pub(super) fn waiting_for(&self) -> Vec<Who> {
        let all = if self.ended_at.is_some() { vec![] } else { self.parties() };
        all.into_iter().filter(|party| !self.decisions.contains_key(party)).collect()
    }

    pub(super) fn live_code(&mut self, who: Who) -> Option<(i32, &mut Code)> {
        let mut codes = self.codes.iter_mut();
        codes
            .find(|((to, _), code)| *to == who && code.state == CodeState::Live)
            .map(|((_, which), code)| (*which, code))
    }

    /// Which code a party was sent last; 0 for none.
    pub(super) fn newest(&self, who: Who) -> i32 {
        self.codes.keys().filter(|(to, _)| *to == who).map(|(_, generation)| *generation).max().unwrap_or(0)
    }
}

/// The one that takes part of this customer ID.
pub(super) fn who(handle: &str) -> Who {
    let stem = handle.strip_suffix("-ovh");
    PEOPLE.into_iter().find(|known| stem == Some(known)).unwrap_or_else(|| panic!("{handle} takes no part"))
}

/// The same of a customer ID that was parsed.
pub(super) fn stem(handle: &Handle) -> Who {
    who(handle.as_str())
}

/// The number of a service of this kind.
pub(super) fn number(category: &str) -> usize {
    CATEGORIES.iter().position(|known| known.as_str() == category).unwrap()
}
