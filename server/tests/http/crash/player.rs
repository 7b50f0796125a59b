//! A customer at work, or rather eight of them behind one back: they ask for contact changes, read their codes in their mails,
//! accept, refuse, cancel and ask for mails again, until the server is gone.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::ErrorKind,
    sync::atomic::{AtomicBool, Ordering},
    thread::sleep,
    time::Duration,
};

use countersign_domain::{
    Contacts, Problem, Role, StateName,
    view::{Decided, RequestDetail},
};
use serde_json::Value;
use ureq::SendBody;

use super::{
    dice::Dice,
    ledger::{Act, Answer},
    postbox::Postbox,
    tables::Key,
};
use crate::support::{Browser, Reply, browser::encode, mailbox::address};

/// A service as the players see it.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) contacts: Contacts,
    /// The service of the same name that goes with it.
    pub(super) twin: Option<Key>,
    /// Whether it has changed in a way that was not seen.
    pub(super) stale: bool,
}

pub(super) struct Player<'a> {
    /// Stands in every message that it sends.
    pub(super) name: String,
    pub(super) browsers: BTreeMap<String, Browser<'a>>,
    pub(super) postbox: &'a Postbox,
    pub(super) seats: BTreeMap<Key, Seat>,
    /// Requests that run, and who asked for them.
    pub(super) running: BTreeMap<i64, String>,
    pub(super) dice: Dice,
    pub(super) told: Vec<(Act, Answer)>,
}

/// The server is.
struct Gone;

type Answered = Result<Value, Problem>;

impl Player<'_> {
    /// Plays until the server is gone, or all is over: answers with what was asked, and what was answered.
    pub(super) fn play(mut self, over: &AtomicBool) -> Vec<(Act, Answer)> {
        let mut forms = 0;
        while !over.load(Ordering::SeqCst) {
            let went = if self.running.len() < 4 || self.dice.percent(20) {
                forms += 1;
                self.submit(forms)
            } else {
                self.answer()
            };
            match went {
                Ok(true) => {}
                // Mails are on their way.
                Ok(false) => sleep(Duration::from_millis(2)),
                Err(Gone) => break,
            }
        }
        self.told
    }

    /// Does something, and notes what was answered.
    fn act(&mut self, who: &str, act: Act, function: &str, fields: &[(&str, &str)]) -> Result<Answered, Gone> {
        let browser = self.browsers.get_mut(who).unwrap();
        match browser.try_call(function, fields) {
            Ok(reply) if reply.status == 200 => {
                let value = reply.value();
                let answer = match serde_json::from_value(value.clone()) {
                    Ok(Decided::Done) => Answer::Ended("done"),
                    Ok(Decided::Refused) => Answer::Ended("refused"),
                    _ => Answer::Yes(serde_json::from_value(value.clone()).unwrap_or_default()),
                };
                self.told.push((act, answer));
                Ok(Ok(value))
            }
            Ok(reply) if reply.status >= 500 => {
                self.told.push((act, Answer::Lost));
                Err(Gone)
            }
            Ok(reply) => {
                let problem = reply.problem();
                assert_ne!(problem, Problem::SignedOut, "{who}");
                // It was decided, but could not be applied any more.
                let aborted = matches!(problem, Problem::Aborted(_));
                self.told.push((act, if aborted { Answer::Ended("aborted") } else { Answer::No }));
                Ok(Err(problem))
            }
            Err(error) => {
                let sent = !matches!(&error, ureq::Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused);
                if sent {
                    self.told.push((act, Answer::Lost));
                }
                Err(Gone)
            }
        }
    }

    /// Sends a form of contacts.
    fn submit(&mut self, number: u32) -> Result<bool, Gone> {
        let keys: Vec<_> = self.seats.iter().filter(|(_, seat)| !seat.stale).map(|(key, _)| key.clone()).collect();
        let Some(key) = self.dice.one(&keys).cloned() else { return Ok(false) };
        let seat = self.seats[&key].clone();
        let (who, roles) = if self.dice.percent(75) {
            let some: Vec<_> = Role::ALL.iter().copied().filter(|_| self.dice.percent(45)).collect();
            (seat.contacts.admin.clone(), some)
        } else {
            let role = *self.dice.one(&[Role::Tech, Role::Billing]).unwrap();
            (seat.contacts.get(role).clone(), vec![role])
        };
        let accounts: Vec<String> = self.browsers.keys().cloned().collect();
        let mut wishes = Vec::new();
        for role in roles {
            let to = self.dice.one(&accounts).unwrap().clone();
            if seat.contacts.get(role).as_str() != to {
                wishes.push((role, to));
            }
        }
        if wishes.is_empty() {
            return Ok(true);
        }
        let twin = seat.twin.as_ref().filter(|_| self.dice.percent(50));
        let twin = twin.map(|twin| (twin.clone(), self.seats[twin].contacts.clone()));
        let message = format!("{} {number}", self.name);
        let mut changes = BTreeSet::new();
        for (key, contacts) in [(&key, &seat.contacts)].into_iter().chain(twin.as_ref().map(|(key, of)| (key, of))) {
            let differ = wishes.iter().filter(|(role, to)| contacts.get(*role).as_str() != to);
            changes.extend(differ.map(|(role, to)| ((key.clone(), role.as_str().to_owned()), to.clone())));
        }
        let (seen, seen_twin) = (seat.contacts.list(), twin.as_ref().map(|(_, contacts)| contacts.list()));
        let mut fields = vec![("service", key.as_str()), ("seen", &seen), ("message", &message)];
        fields.extend(seen_twin.as_deref().map(|seen| ("companion", seen)));
        fields.extend(wishes.iter().map(|(role, to)| (field(*role), to.as_str())));

        let act = Act::Submit { message: message.clone(), changes };
        match self.act(who.as_str(), act, "submit", &fields)? {
            Ok(ids) => {
                let ids: Vec<i64> = serde_json::from_value(ids).unwrap();
                self.running.extend(ids.into_iter().map(|id| (id, who.as_str().to_owned())));
            }
            // The role, or its own invoice, or an hour's worth of forms.
            Err(Problem::Busy { .. } | Problem::Debt { .. } | Problem::TooMany { .. }) => {}
            Err(_) => self.look_again(&key),
        }
        Ok(true)
    }

    /// A contact may have changed unseen, by a request that stood together with another.
    fn look_again(&mut self, key: &str) {
        let twin = self.seats[key].twin.clone();
        let linked = self.seats.iter_mut().filter(|(known, _)| **known == *key || Some(*known) == twin.as_ref());
        linked.for_each(|(_, seat)| seat.stale = true);
    }

    /// Looks at a request that runs, and has a party of it do something.
    fn answer(&mut self) -> Result<bool, Gone> {
        let ids: Vec<_> = self.running.keys().copied().collect();
        let Some(id) = self.dice.one(&ids).copied() else { return Ok(false) };
        let asked_by = self.running[&id].clone();
        let place = format!("/api/request?{}", encode(&[("id", &id.to_string())]));
        let browser = self.browsers.get_mut(&asked_by).unwrap();
        let reply = browser.try_send("GET", &place, &[("accept", "application/json")], SendBody::none());
        let Ok(Reply { status: 200, body, .. }) = reply else { return Err(Gone) };
        let detail: RequestDetail = serde_json::from_str(&body).unwrap();
        if detail.row.state.is_end() {
            self.ended(id, &detail);
            return Ok(true);
        }
        let waiting: Vec<_> = detail.row.waiting_for.iter().map(|who| who.as_str().to_owned()).collect();
        let Some(who) = self.dice.one(&waiting).cloned() else { return Ok(false) };
        let number = id.to_string();
        let (act, function, decision) = match self.dice.below(100) {
            0..6 => (Act::Cancel(id), "cancel", None),
            6..18 => (Act::Resend(id, who.clone()), "resend", None),
            18..28 => (Act::Refuse(id, who.clone()), "decide", Some("refuse")),
            _ => (Act::Accept(id, who.clone()), "decide", Some("accept")),
        };
        let Some(decision) = decision else {
            let by = if function == "cancel" { asked_by } else { who };
            let _answered = self.act(&by, act, function, &[("id", &number)])?;
            return Ok(true);
        };
        let stem = who.split('-').next().unwrap();
        // Mails may overtake one another; a code that was replaced costs no try.
        for code in self.postbox.codes(address(stem), id) {
            let fields = [("id", number.as_str()), ("code", &code), ("decision", decision)];
            if self.act(&who, act.clone(), function, &fields)?.is_ok() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes note of how a request has ended.
    fn ended(&mut self, id: i64, detail: &RequestDetail) {
        self.running.remove(&id);
        let row = &detail.row;
        let key = row.service.simple().to_string();
        let twin = self.seats[&key].twin.clone().filter(|_| row.companion.is_some());
        if row.state == StateName::Done {
            for key in [Some(key), twin].into_iter().flatten() {
                let seat = self.seats.get_mut(&key).unwrap();
                row.roles.iter().for_each(|role| seat.contacts.set(role, row.to.clone()));
            }
        }
    }
}

fn field(role: Role) -> &'static str {
    match role {
        Role::Admin => "admin",
        Role::Tech => "tech",
        Role::Billing => "billing",
    }
}
