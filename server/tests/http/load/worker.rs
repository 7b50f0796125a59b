//! A customer who hands the technical contact of a service of his own to and fro with another, and reads this and that meanwhile.
//! Both share one connection. Nobody else touches the service, so every answer is known beforehand.

use std::time::{Duration, Instant};

use countersign_domain::{
    Problem, Role,
    view::{self, Decided},
};

use super::{
    Load, Person,
    line::{Abort, Answer, Asked, Line},
};
use crate::support::browser::encode;

/// So long after it was aborted, a form is nowhere any more.
const LATE: Duration = Duration::from_secs(10);

pub(super) struct Worker<'a> {
    pub(super) load: &'a Load<'a>,
    pub(super) line: Line,
    pub(super) chance: Chance,
    pub(super) me: Person,
    pub(super) other: Person,
    pub(super) service: String,
    /// Who may be the technical contact: the second only while a last acceptance was aborted.
    pub(super) techs: Vec<String>,
    /// When a form was aborted last, which may yet become a request.
    unsure: Option<Instant>,
}

/// Numbers that look random, and are the same each time (xorshift64*).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound
    }
}

impl<'a> Worker<'a> {
    pub(super) fn new(load: &'a Load<'a>, number: usize, me: Person, other: Person, service: String) -> Self {
        let line = Line::to(load.server.address);
        let techs = vec![me.id.clone()];
        let chance = Chance(0x9e37_79b9_7f4a_7c15 ^ (number as u64 + 1));
        Self { load, line, chance, me, other, service, techs, unsure: None }
    }

    /// Does one thing after the other, as long as there is anything to do.
    pub(super) fn work(&mut self) {
        while self.load.goes_on() {
            if self.chance.below(100) < 4 {
                self.hand_over();
            } else if self.chance.below(1000) < 2 {
                self.sign_in();
            } else {
                self.read_something();
            }
        }
    }

    /// Asks; one of ten goes away before it is answered, and hears nothing.
    #[track_caller]
    pub(super) fn ask(&mut self, asked: Asked<'_>) -> Option<Answer> {
        let how = match self.chance.below(30) {
            0 => Some(Abort::WhileSending),
            1 => Some(Abort::BeforeTheAnswer),
            2 => Some(Abort::WhileReading),
            _ => None,
        };
        self.load.count(how.is_some());
        match how {
            Some(how) => self.line.abort(asked, how),
            None => return Some(self.line.ask(asked)),
        }
        None
    }

    /// Asks, and stays.
    #[track_caller]
    fn insist(&mut self, place: &str, form: Option<&str>) -> Answer {
        self.load.count(false);
        self.line.ask(Asked { place, cookie: &self.me.cookie, form })
    }

    fn sign_in(&mut self) {
        let login = self.me.id.clone();
        let form = encode(&[("login", &login), ("password", crate::support::PASSWORD), ("next", "/")]);
        let Some(answer) = self.ask(Asked { place: "/api/sign-in", cookie: "", form: Some(&form) }) else { return };
        let cookie = answer.is(&[200]).cookie().expect("a session");
        self.load.server.keep_secret(cookie.split_once('=').unwrap().1);
        assert_ne!(cookie, self.me.cookie, "a session of its own");
        self.load.count(false);
        let me: Option<view::Me> = self.line.ask(Asked { place: "/api/me", cookie: &cookie, form: None }).json();
        assert_eq!(me.map(|me| me.id.to_string()), Some(login));
        self.load.count(false);
        self.line.ask(Asked { place: "/api/sign-out", cookie: &cookie, form: Some("") }).is(&[200]);
    }

    /// Asks for the other as technical contact, or takes that back; then it is cancelled, refused or accepted.
    pub(super) fn hand_over(&mut self) {
        let taken_back = self.techs[0] != self.me.id;
        let target = if taken_back { self.me.clone() } else { self.other.clone() };
        self.load.submits(&self.me.id);
        let form = encode(&[("service", &self.service), ("tech", &target.id)]);
        let cookie = self.me.cookie.clone();
        let Some(answer) = self.ask(Asked { place: "/api/submit", cookie: &cookie, form: Some(&form) }) else {
            self.unsure = Some(Instant::now());
            return self.look_again();
        };
        if answer.status == 409 && self.unsure.is_some_and(|when| when.elapsed() < LATE) {
            return self.look_again();
        }
        let requests: Vec<i64> = answer.json();
        let [request] = requests[..] else { panic!("{requests:?}") };

        let how = self.chance.below(10);
        if how < 6 {
            let form = format!("id={request}&reason=");
            match self.ask(Asked { place: "/api/cancel", cookie: &cookie, form: Some(&form) }) {
                Some(answer) => drop(answer.is(&[200])),
                None => self.look_again(),
            }
            return;
        }
        let parties = if taken_back { vec![self.me.clone()] } else { vec![self.me.clone(), self.other.clone()] };
        for (who, last) in parties.iter().zip((0..parties.len()).rev().map(|left| left == 0)) {
            let decision = if how == 6 && last { "refuse" } else { "accept" };
            let code = self.load.code(who.email, request);
            let form = encode(&[("id", &request.to_string()), ("code", &code), ("decision", decision)]);
            let Some(answer) = self.ask(Asked { place: "/api/decide", cookie: &who.cookie, form: Some(&form) }) else {
                if last && decision == "accept" {
                    self.techs.push(target.id.clone());
                }
                return self.look_again();
            };
            match (answer.json::<Decided>(), decision) {
                (Decided::Waiting(_), "accept") if !last => {}
                (Decided::Done, "accept") if last => self.techs = vec![target.id.clone()],
                (Decided::Refused, "refuse") => {}
                (decided, _) => panic!("{decision} of {request} by {}: {decided:?}", who.id),
            }
        }
    }

    /// Finds out what has come of something aborted: all of it, or nothing. What still waits is cancelled.
    fn look_again(&mut self) {
        loop {
            let form: view::ContactForm =
                self.insist(&format!("/api/contact-form?service={}", self.service), None).json();
            let tech = form.service.contacts.tech.to_string();
            assert!(self.techs.contains(&tech), "{tech} is none of {:?}", self.techs);
            let Some(pending) = form.service.pending.iter().find(|pending| pending.role == Role::Tech) else {
                self.techs = vec![tech];
                return;
            };
            let request = pending.request.expect("his own");
            let answer = self.insist("/api/cancel", Some(&format!("id={request}&reason=")));
            // Decided meanwhile, by what was aborted.
            if answer.status != 200 {
                let problem: Problem = serde_json::from_str(&answer.body).unwrap();
                assert_eq!(problem, Problem::AlreadyDecided);
            }
        }
    }
}
