//! The model of mails: which go at once and which in a digest, and what becomes of them.

use std::collections::BTreeSet;

use countersign_domain::{AbortReason, HOUR, MINUTE, SECOND};

use super::{
    bench::MAILS_AT_ONCE,
    reference::Model,
    view::{About, CodeState, Delivery, Digest, Mail, MailState, View, Who},
};

/// Mails that a worker takes at once.
const BATCH: usize = 20;

/// What a worker takes as one mail.
#[derive(Clone)]
enum Due {
    Single(Mail),
    Digest((Who, i64)),
}

impl Model {
    /// The digest that brings a mail, and when that is due; `None` for a mail that goes by itself. Of what others send to somebody who has
    /// agreed to nothing, [a few](MAILS_AT_ONCE) go at once in an hour.
    pub(super) fn collected(&mut self, mail: &Mail) -> Option<(i64, i64)> {
        let asker = self.unsolicited_by(mail)?;
        let now = self.now;
        let recent = || self.at_once.iter().filter(|(to, _, at)| *to == mail.to && *at > now - HOUR);
        let count = |mails: usize| i64::try_from(mails).unwrap();
        let has_room = count(recent().count()) < MAILS_AT_ONCE.of_all
            && count(recent().filter(|(_, by, _)| *by == asker).count()) < MAILS_AT_ONCE.of_one;
        if has_room && !self.ends_what_is_collected(mail) {
            self.at_once.push((mail.to, asker, now));
            return None;
        }
        let mut digests = self.view.digests.iter().filter(|((to, _), digest)| *to == mail.to && digest.collects);
        if let Some(((_, begun), digest)) = digests.next() {
            return Some((*begun, digest.due_at));
        }
        let due_at = now + 30 * MINUTE;
        let digest = Digest { state: MailState::Pending, attempts: 0, due_at, collects: true };
        self.view.digests.insert((mail.to, now), digest);
        Some((now, due_at))
    }

    /// Who asked for what an unsolicited mail is about.
    fn unsolicited_by(&self, mail: &Mail) -> Option<Who> {
        let About::Request { number, .. } = mail.about else { return None };
        let request = &self.view.requests[&number];
        let by_the_provider = matches!(request.reason, Some(AbortReason::Staff | AbortReason::AccountDisabled));
        let is_of_customers = match mail.event {
            "asked" | "refused" | "cancelled" => true,
            "aborted" => !by_the_provider,
            _ => false,
        };
        let has_agreed = request.asked_by == mail.to || request.is_accepted_by(mail.to);
        (is_of_customers && mail.to == request.to && !request.hidden && !has_agreed).then_some(request.asked_by)
    }

    fn ends_what_is_collected(&self, mail: &Mail) -> bool {
        let About::Request { number, .. } = mail.about else { return false };
        let waits = |(other, delivery): (&Mail, &Delivery)| {
            let same = matches!(other.about, About::Request { number: of, .. } if of == number) && other.to == mail.to;
            same && delivery.digest.is_some() && delivery.state == MailState::Pending
        };
        mail.event != "asked" && self.view.mails.iter().any(waits)
    }

    /// Every mail that is due goes, if the mail server is not known to take nothing; those that nobody is to get end.
    pub(super) fn deliver(&mut self) {
        if self.pause.is_some_and(|(probe_at, _)| self.now < probe_at) {
            return;
        }
        for (due, goes) in self.due_mails() {
            if goes {
                self.pause = None;
            }
            self.end_due(&due, if goes { MailState::Sent } else { MailState::Void });
        }
    }

    /// The mail server takes nothing: that costs no mail anything, and the pause until the next one is tried grows. Mails that nobody is
    /// to get end.
    pub(super) fn deliver_in_vain(&mut self) {
        if self.pause.is_some_and(|(probe_at, _)| self.now < probe_at) {
            return;
        }
        // The worker looks at all mails of a batch; while mails are paused, at all up to the first that is to go.
        let was_paused = self.pause.is_some();
        let mut is_tried = false;
        for (position, (due, goes)) in self.due_mails().into_iter().enumerate() {
            let is_looked_at = if was_paused { !is_tried } else { position < BATCH };
            match (&due, goes) {
                (Due::Digest(_), _) if !is_looked_at => {}
                (Due::Digest(of), true) => self.look_at_digest(*of),
                (_, true) => {}
                (_, false) => self.end_due(&due, MailState::Void),
            }
            is_tried |= goes;
        }
        if is_tried {
            let failures = self.pause.map_or(0, |(_, failures)| failures);
            let pause = ((5 * SECOND) << failures.min(20)).min(15 * MINUTE);
            self.pause = Some((self.now + pause, failures + 1));
        }
    }

    /// What is due, the oldest first, and whether each is to go: its recipient is somebody, and can still do what it asks for. But who
    /// was disabled is told what fell with it. A digest goes if one of its mails is to go.
    fn due_mails(&self) -> Vec<(Due, bool)> {
        let waits = |state: MailState, due_at: i64| state == MailState::Pending && due_at <= self.now;
        let singles = self.view.mails.iter().filter(|(_, delivery)| delivery.digest.is_none());
        let singles = singles.filter(|(_, delivery)| waits(delivery.state, delivery.due_at));
        let mut due: Vec<_> =
            singles.map(|(mail, delivery)| (delivery.due_at, Due::Single(mail.clone()), self.is_to_go(mail))).collect();
        let digests = self.view.digests.iter().filter(|(_, digest)| waits(digest.state, digest.due_at));
        due.extend(digests.map(|(of, digest)| {
            let goes = self.bundled(*of).iter().any(|mail| self.is_to_go_bundled(mail));
            (digest.due_at, Due::Digest(*of), goes)
        }));
        due.sort_by_key(|(due_at, ..)| *due_at);
        due.into_iter().map(|(_, due, goes)| (due, goes)).collect()
    }

    /// The mails that a digest is to bring.
    fn bundled(&self, (to, begun): (Who, i64)) -> BTreeSet<Mail> {
        let mails = self.view.mails.iter().filter(|(mail, delivery)| {
            mail.to == to && delivery.digest == Some(begun) && delivery.state == MailState::Pending
        });
        mails.map(|(mail, _)| mail.clone()).collect()
    }

    /// Of the end of a request only those are told who were told of the request.
    fn is_to_go_bundled(&self, mail: &Mail) -> bool {
        let About::Request { number, .. } = mail.about else { panic!("{mail:?}") };
        let was_told = |(other, _): (&Mail, i32)| {
            other.to == mail.to
                && ["asked", "resent", "reminder"].contains(&other.event)
                && self.view.mails[other].state == MailState::Sent
        };
        self.is_to_go(mail) && (mail.event == "asked" || self.view.mails_of(number).any(was_told))
    }

    /// A worker leases a digest: nothing is added any more, and what is not to go ends.
    fn look_at_digest(&mut self, of: (Who, i64)) {
        self.view.digests.get_mut(&of).unwrap().collects = false;
        for mail in self.bundled(of) {
            if !self.is_to_go_bundled(&mail) {
                self.end_bundled(&mail, MailState::Void);
            }
        }
    }

    fn end_due(&mut self, due: &Due, state: MailState) {
        match due {
            Due::Single(mail) => self.end_mail(mail, state),
            Due::Digest(of) => {
                self.look_at_digest(*of);
                for mail in self.bundled(*of) {
                    self.end_bundled(&mail, state);
                }
                let digest = self.view.digests.get_mut(of).unwrap();
                (digest.state, digest.attempts) = (state, digest.attempts + 1);
            }
        }
    }

    fn end_bundled(&mut self, mail: &Mail, state: MailState) {
        let delivery = self.view.mails.get_mut(mail).unwrap();
        *delivery = Delivery { state, payload: false, ..*delivery };
    }

    fn is_to_go(&self, mail: &Mail) -> bool {
        let is_active = self.view.is_active(mail.to);
        let About::Request { number, generation } = mail.about else {
            // Its link is used at once.
            return is_active && mail.event != "emailConfirm";
        };
        let request = &self.view.requests[&number];
        // Nobody is mailed of what it does not see.
        if request.hidden && request.to == mail.to {
            return false;
        }
        match mail.event {
            "aborted" if request.reason == Some(AbortReason::AccountDisabled) => {
                self.view.accounts.contains_key(mail.to)
            }
            "asked" | "resent" | "reminder" => {
                let is_open = request.ended_at.is_none() && self.now < request.expires_at;
                let code = request.codes.get(&(mail.to, generation)).map(|code| code.state);
                let is_dead = matches!(code, Some(CodeState::Replaced | CodeState::Void));
                is_active && is_open && !request.is_accepted_by(mail.to) && !is_dead
            }
            _ => is_active,
        }
    }

    fn end_mail(&mut self, mail: &Mail, state: MailState) {
        let delivery = self.view.mails.get_mut(mail).unwrap();
        *delivery = Delivery { state, attempts: delivery.attempts + 1, payload: false, ..*delivery };
    }

    /// While the mail server takes nothing, mails are looked at one by one: those that nobody is to get may wait with the others.
    pub(super) fn allow_waiting(&self, there: &mut View) {
        if self.pause.is_none() {
            return;
        }
        for (mail, delivery) in there.mails.iter_mut().filter(|(_, delivery)| delivery.digest.is_none()) {
            let expected = self.view.mails.get(mail).filter(|expected| expected.state == MailState::Void);
            if let Some(expected) = expected.filter(|_| delivery.state == MailState::Pending) {
                *delivery = expected.clone();
            }
        }
    }
}
