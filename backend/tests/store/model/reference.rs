//! The model: a few rules over plain data, without database, codes or clock of its own. It says what must come of each act.

use std::{collections::BTreeSet, fmt};

use countersign_domain::{DAY, HOUR, Problem, Role, Status};
use proptest::{prelude::*, sample::subsequence};
use proptest_state_machine::ReferenceStateMachine;

use super::{
    acts::{self, Act},
    view::{About, Account, CUSTOMERS, CodeState, Delivery, Line, Mail, MailState, Service, View, Who},
};
use crate::support::NOW;

/// How often mails are looked at in an hour without the mail server.
pub(super) const ROUNDS_PER_HOUR: i64 = 2;

/// What the one who acts is told.
pub(super) type Answer = Result<String, Problem>;

/// How a history ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// As it is, with mails that wait.
    Open,
    /// All mails go.
    Sent,
    /// The mail server stays away for longer than a mail is tried, and all mails go when it is back.
    SentAfterOutage,
}

#[derive(Clone)]
pub(super) struct Model {
    pub(super) view: View,
    pub(super) now: i64,
    /// How many acts there were.
    pub(super) acts: i64,
    /// What came of the last one.
    pub(super) answer: Answer,
    pub(super) end: End,
    /// While the mail server takes nothing: when a mail is tried next, and how often that was in vain.
    pub(super) pause: Option<(i64, u32)>,
    /// Unsolicited mails that went at once: to whom, by whose act, and when.
    pub(super) at_once: Vec<(Who, Who, i64)>,
    /// Those who read everything at the end.
    pub(super) readers: Vec<Who>,
}

/// Histories begin alike but for who holds what.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = |service: &Service| service.contacts.values().copied().collect::<Vec<_>>().join(" ");
        let held: Vec<_> = self.view.services.values().map(held).collect();
        write!(f, "held {held:?}, mails in the end {:?}, {:?} read", self.end, self.readers)
    }
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Act;

    fn init_state() -> BoxedStrategy<Self> {
        let end = prop_oneof![50 => Just(End::Open), 5 => Just(End::Sent), 1 => Just(End::SentAfterOutage)];
        let readers = prop_oneof![Just(vec![]), subsequence(CUSTOMERS, 2)];
        (acts::beginnings(), end, readers).prop_map(|(held, end, readers)| Self::new(held, end, readers)).boxed()
    }

    fn transitions(model: &Self) -> BoxedStrategy<Act> {
        acts::any_act(model)
    }

    fn apply(mut model: Self, act: &Act) -> Self {
        // No two acts are at the same time.
        model.now += 1;
        model.play(act);
        model
    }
}

impl Model {
    pub(super) fn new(held: [[Who; 3]; 3], end: End, readers: Vec<Who>) -> Self {
        let now = NOW.0;
        let mut view = View::default();
        for who in CUSTOMERS {
            view.accounts.insert(who, Account { active: true, address: format!("{who}@example.org") });
        }
        let stands = [(Status::Ok, Some(now + 33 * DAY)), (Status::UnPaid, Some(now + 8 * DAY)), (Status::Ok, None)];
        for (number, (held, (status, end))) in held.into_iter().zip(stands).enumerate() {
            let contacts: Vec<(Role, Who)> = Role::ALL.iter().copied().zip(held).collect();
            let line = |(role, to): &(Role, Who)| Line { at: now, role: *role, from: None, to, request: None };
            let history = contacts.iter().map(line).collect();
            let contacts = contacts.into_iter().collect();
            view.services.insert(number, Service { contacts, history, status, end, told: [].into() });
        }
        Self { view, now, acts: 0, answer: Ok(String::new()), end, pause: None, at_once: vec![], readers }
    }

    /// What comes of an act now.
    pub(super) fn play(&mut self, act: &Act) {
        self.acts += 1;
        self.answer = match *act {
            Act::Ask { service, by, wished, together, instead } => {
                self.signed_in(by).and_then(|()| self.ask(service, by, wished, together, instead))
            }
            Act::Press { request, by, decision, typed } => {
                self.signed_in(by).and_then(|()| self.press(request, by, decision, typed))
            }
            Act::Guess { request, by, times } => self.signed_in(by).and_then(|()| self.guess(request, by, times)),
            Act::Cancel { request, by } => self.signed_in(by).and_then(|()| self.cancel(request, by)),
            Act::Resend { request, by, times } => self.signed_in(by).and_then(|()| self.resend(request, by, times)),
            Act::NewAddress { who } => self.signed_in(who).map(|()| self.new_address(who)),
            Act::Block { by, whom } => self.signed_in(by).and_then(|()| self.block(by, whom)),
            Act::Unblock { by, whom } => self.signed_in(by).and_then(|()| self.unblock(by, whom)),
            Act::Owe { who } => {
                let number = format!("FR-{}", self.acts);
                self.view.unpaid.insert((who, number.clone()));
                Ok(number)
            }
            Act::Pay { who } => {
                let before = self.view.unpaid.len();
                self.view.unpaid.retain(|(debtor, _)| *debtor != who);
                Ok(format!("{} paid", before - self.view.unpaid.len()))
            }
            Act::Abort { request } => self.abort_by_staff(request),
            Act::Disable { who } => self.disable(who),
            Act::Enable { who } => {
                self.view.accounts.get_mut(who).unwrap().active = true;
                Ok("enabled".into())
            }
            Act::Later { hours } => {
                self.now += hours * HOUR;
                Ok("later".into())
            }
            Act::Stand { service, status, hours } => {
                let service = self.view.services.get_mut(&service).unwrap();
                service.status = status;
                service.end = hours.map(|hours| self.now + hours * HOUR).or(service.end);
                Ok("stands".into())
            }
            Act::Jobs => {
                let (reminded, expired) = (self.remind(), self.expire_all());
                Ok(format!("{reminded} reminded, {expired} expired, {} told", self.renewals()))
            }
            Act::Deliver => {
                self.deliver();
                Ok("delivered".into())
            }
            Act::Outage { hours } => {
                for _ in 0..hours * ROUNDS_PER_HOUR {
                    self.now += HOUR / ROUNDS_PER_HOUR;
                    self.deliver_in_vain();
                }
                Ok("the mail server was away".into())
            }
            // Nothing that matters lives in the process.
            Act::Restart => Ok("again".into()),
        };
    }

    fn signed_in(&self, who: Who) -> Result<(), Problem> {
        if self.view.is_active(who) { Ok(()) } else { Err(Problem::SignedOut) }
    }

    /// The former address is told, the new one confirmed; codes that went to the former one are dead.
    fn new_address(&mut self, who: Who) -> String {
        let address = format!("{who}.{}@example.net", self.acts);
        let former = std::mem::replace(&mut self.view.accounts.get_mut(who).unwrap().address, address.clone());
        self.owe(Mail { about: About::Address(former), event: "emailAnnounce", to: who }, true);
        self.owe(Mail { about: About::Address(address.clone()), event: "emailConfirm", to: who }, true);
        // A code that waits to be mailed goes to the new address.
        let waiting: BTreeSet<(i64, i32)> = self.view.codes_to_mail(who).collect();
        for (number, request) in &mut self.view.requests {
            if let Some((generation, code)) = request.live_code(who)
                && !waiting.contains(&(*number, generation))
            {
                code.state = CodeState::Replaced;
            }
        }
        address
    }

    pub(super) fn owe(&mut self, mail: Mail, payload: bool) {
        let (due_at, digest) = match self.collected(&mail) {
            Some((begun, due_at)) => (due_at, Some(begun)),
            None => (self.now, None),
        };
        let delivery = Delivery { state: MailState::Pending, attempts: 0, due_at, payload, digest };
        self.view.mails.entry(mail).or_insert(delivery);
    }

    pub(super) fn owe_all(&mut self, number: i64, event: &'static str, to: &[Who]) {
        for to in to {
            self.owe(Mail { about: About::Request { number, generation: 0 }, event, to }, false);
        }
    }

    /// What is left to do at the end, so that no mail waits.
    pub(super) fn last_acts(&self) -> Vec<Act> {
        let send = [Act::Later { hours: 1 }, Act::Deliver];
        match self.end {
            // Nobody reads of mails that may wait or not.
            End::Open if self.pause.is_some() => send.into(),
            End::Open => vec![],
            End::Sent => send.into(),
            End::SentAfterOutage => [Act::Outage { hours: 6 * 24 }].into_iter().chain(send).collect(),
        }
    }
}
