//! The model of decisions: codes, the last acceptance, and how requests end.

use countersign_domain::{AbortReason, Decision, HOUR, Problem, Role, SECOND, StateName};

use super::{
    acts::Typed,
    reference::{Answer, Model},
    view::{CodeState, Line, Request, Who},
};

/// Wrong tries that a code stands.
const TRIES: i32 = 5;

impl Model {
    pub(super) fn press(&mut self, number: i64, by: Who, decision: Decision, typed: Typed) -> Answer {
        match self.may_decide(number, by) {
            Err(Problem::Ended(StateName::Expired)) => {
                self.expire(number);
                return Err(Problem::Ended(StateName::Expired));
            }
            judged => judged?,
        }
        self.use_code(number, by, typed)?;
        let now = self.now;
        let request = self.request(number);
        request.decisions.insert(by, (decision, now));
        let waiting = request.waiting_for();
        if decision == Decision::Refuse {
            self.conclude(number, StateName::Refused, None, "refused", Some(by));
            Ok("refused".into())
        } else if waiting.is_empty() {
            self.complete(number)
        } else {
            Ok(format!("waiting for {waiting:?}"))
        }
    }

    pub(super) fn guess(&mut self, number: i64, by: Who, times: i32) -> Answer {
        (1..times).for_each(|_| drop(self.press(number, by, Decision::Accept, Typed::Invented)));
        self.press(number, by, Decision::Accept, Typed::Invented)
    }

    pub(super) fn cancel(&mut self, number: i64, by: Who) -> Answer {
        let request = self.view.requests.get(&number).ok_or(Problem::NotFound)?;
        let reason = if request.asked_by == by {
            AbortReason::Cancelled
        } else if request.services.iter().any(|service| self.view.services[service].contacts[&Role::Admin] == by) {
            AbortReason::CancelledByAdministrator
        } else {
            return Err(if request.takes_part(by) { Problem::NotRequester } else { Problem::NotFound });
        };
        self.is_open(request)?;
        self.abort(number, reason, "cancelled", Some(by));
        Ok("cancelled".into())
    }

    /// The provider's staff ends a request.
    pub(super) fn abort_by_staff(&mut self, number: i64) -> Answer {
        self.is_open(&self.view.requests[&number])?;
        self.abort(number, AbortReason::Staff, "aborted", None);
        Ok("aborted".into())
    }

    /// Everything open that rests on the account falls: what it asked for, and what it has accepted.
    pub(super) fn disable(&mut self, who: Who) -> Answer {
        self.view.accounts.get_mut(who).unwrap().active = false;
        let resting =
            self.view.requests.iter().filter(|(_, request)| request.asked_by == who || request.is_accepted_by(who));
        for number in resting.map(|(number, _)| *number).collect::<Vec<_>>() {
            self.abort(number, AbortReason::AccountDisabled, "aborted", None);
        }
        Ok("disabled".into())
    }

    /// Ends a request, if it has not fallen with another.
    pub(super) fn abort(&mut self, number: i64, reason: AbortReason, event: &'static str, by: Option<Who>) {
        if self.view.requests[&number].ended_at.is_none() {
            self.conclude(number, StateName::Aborted, Some(reason), event, by);
        }
    }

    pub(super) fn resend(&mut self, number: i64, by: Who, times: i32) -> Answer {
        (1..times).for_each(|_| drop(self.resend_once(number, by)));
        self.resend_once(number, by)
    }

    /// Six codes an hour at most; a new one takes the place of what was sent before.
    fn resend_once(&mut self, number: i64, by: Who) -> Answer {
        self.may_decide(number, by)?;
        let since = self.now - HOUR;
        let request = self.request(number);
        let codes = || request.codes.iter().filter(|((to, _), _)| *to == by);
        let sent: Vec<i64> = codes().map(|(_, code)| code.sent_at).filter(|at| *at > since).collect();
        if sent.len() >= 6 {
            let wait = (sent[0] - since) / SECOND + 1;
            return Err(Problem::TooMany { retry_after: i32::try_from(wait).unwrap() });
        }
        for (_, code) in request.codes.iter_mut().filter(|((to, _), _)| *to == by) {
            if matches!(code.state, CodeState::Live | CodeState::Void) {
                code.state = CodeState::Replaced;
            }
        }
        self.send_code(number, by, "resent");
        Ok("resent".into())
    }

    pub(super) fn request(&mut self, number: i64) -> &mut Request {
        self.view.requests.get_mut(&number).unwrap()
    }

    /// A request, for its parties alone.
    fn find(&self, number: i64, by: Who) -> Result<&Request, Problem> {
        self.view.requests.get(&number).filter(|request| request.takes_part(by)).ok_or(Problem::NotFound)
    }

    fn is_open(&self, request: &Request) -> Result<(), Problem> {
        if request.ended_at.is_some() {
            Err(Problem::Ended(request.state))
        } else if self.now >= request.expires_at {
            Err(Problem::Ended(StateName::Expired))
        } else {
            Ok(())
        }
    }

    fn may_decide(&self, number: i64, by: Who) -> Result<(), Problem> {
        let request = self.find(number, by)?;
        if request.is_accepted_by(by) { Err(Problem::AlreadyDecided) } else { self.is_open(request) }
    }

    /// A code that was replaced costs no try; any other that is wrong does.
    fn use_code(&mut self, number: i64, by: Who, typed: Typed) -> Result<(), Problem> {
        let request = self.request(number);
        let own = match typed {
            Typed::Sent { request, to, generation } if (request, to) == (number, by) => generation,
            _ => 0,
        };
        if request.codes.get(&(by, own)).is_some_and(|code| code.state == CodeState::Replaced) {
            return Err(Problem::CodeReplaced);
        }
        let (generation, code) = request.live_code(by).ok_or(Problem::CodeVoid)?;
        code.tries += 1;
        if own == generation {
            code.state = CodeState::Spent;
            return Ok(());
        }
        if code.tries == TRIES {
            code.state = CodeState::Void;
        }
        Err(Problem::WrongCode { left: TRIES - code.tries })
    }

    /// Everyone has accepted: it is applied, with those that it is linked to, when all of them are complete and sound.
    fn complete(&mut self, number: i64) -> Answer {
        let Request { form, linked, .. } = *self.request(number);
        let siblings =
            self.view.requests.iter().filter(|(other, sibling)| linked && sibling.form == form && **other != number);
        let siblings: Vec<(i64, StateName)> = siblings.map(|(other, sibling)| (*other, sibling.state)).collect();
        if siblings.iter().any(|(_, state)| *state != StateName::Doing) {
            self.request(number).state = StateName::Doing;
            return Ok("waiting for linked".into());
        }
        let group: Vec<i64> = siblings.into_iter().map(|(other, _)| other).chain([number]).collect();
        let faults: Vec<Option<AbortReason>> =
            group.iter().map(|number| self.fault(&self.view.requests[number])).collect();
        let sound = faults.iter().all(Option::is_none);
        for (one, fault) in group.into_iter().zip(&faults) {
            if sound {
                self.hand_over(one);
            } else {
                let reason = fault.unwrap_or(AbortReason::LinkedEnded);
                self.end(one, StateName::Aborted, Some(reason), "aborted", None);
            }
        }
        let outcome = self.view.requests[&number].reason;
        if sound {
            self.end_groundless();
        }
        match outcome {
            None => Ok("done".into()),
            Some(reason) => Err(Problem::Aborted(reason)),
        }
    }

    /// Contacts have changed: what they no longer carry ends.
    fn end_groundless(&mut self) {
        for number in self.view.requests.keys().copied().collect::<Vec<_>>() {
            if let Some(reason) = self.fault_of_contacts(&self.view.requests[&number]) {
                self.abort(number, reason, "aborted", None);
            }
        }
    }

    /// What has come in the way since it was asked.
    fn fault(&self, request: &Request) -> Option<AbortReason> {
        let owe = || self.owes(request.from) || self.owes(request.to);
        if !request.parties().into_iter().all(|party| self.view.is_active(party)) {
            return Some(AbortReason::AccountDisabled);
        }
        let debt = request.roles.contains(&Role::Billing) && owe();
        self.fault_of_contacts(request).or(debt.then_some(AbortReason::Debt))
    }

    /// The right that was lost, or the contact that is another by now.
    fn fault_of_contacts(&self, request: &Request) -> Option<AbortReason> {
        let services = || request.services.iter().map(|service| (service, &self.view.services[service].contacts));
        // Who gave the administration away by the same form, keeps the right until the next one gives it on.
        let gave = |service: &usize, admin: Who| {
            self.view.requests.values().any(|other| {
                other.form == request.form
                    && other.state == StateName::Done
                    && other.roles.contains(&Role::Admin)
                    && other.services.contains(service)
                    && other.to == admin
            })
        };
        let entitled = !request.as_admin
            || services().all(|(service, contacts)| {
                let admin = contacts[&Role::Admin];
                admin == request.asked_by || gave(service, admin)
            });
        let held = services().all(|(_, contacts)| request.roles.iter().all(|role| contacts[role] == request.from));
        if !entitled || !held && !request.as_admin {
            Some(AbortReason::RightLost)
        } else if !held {
            Some(AbortReason::ContactChanged)
        } else {
            None
        }
    }

    fn hand_over(&mut self, number: i64) {
        let at = self.now;
        let Request { services, roles, from, to, .. } = self.request(number).clone();
        for service in services {
            let service = self.view.services.get_mut(&service).unwrap();
            for role in &roles {
                service.contacts.insert(*role, to);
                service.history.push(Line { at, role: *role, from: Some(from), to, request: Some(number) });
            }
        }
        self.end(number, StateName::Done, None, "done", None);
        if !self.view.requests[&number].parties().contains(&from) {
            self.owe_all(number, "replaced", &[from]);
        }
    }

    /// Ends a request, and tells its parties, but not the one who did it.
    fn end(
        &mut self,
        number: i64,
        state: StateName,
        reason: Option<AbortReason>,
        event: &'static str,
        by: Option<Who>,
    ) {
        let now = self.now;
        let request = self.request(number);
        (request.state, request.ended_at, request.ended_by, request.reason) = (state, Some(now), by, reason);
        request.open.clear();
        for code in request.codes.values_mut().filter(|code| code.state == CodeState::Live) {
            code.state = CodeState::Void;
        }
        let told: Vec<Who> = request.parties().into_iter().filter(|party| Some(*party) != by).collect();
        self.owe_all(number, event, &told);
    }

    /// Ends a request, and those that stand or fall with it.
    fn conclude(
        &mut self,
        number: i64,
        state: StateName,
        reason: Option<AbortReason>,
        event: &'static str,
        by: Option<Who>,
    ) {
        self.end(number, state, reason, event, by);
        let Request { form, linked, .. } = *self.request(number);
        let fall =
            self.view.requests.iter().filter(|(_, other)| linked && other.form == form && other.ended_at.is_none());
        for other in fall.map(|(other, _)| *other).collect::<Vec<_>>() {
            self.end(other, StateName::Aborted, Some(AbortReason::LinkedEnded), "aborted", by);
        }
    }

    /// Ends a request whose time is over; `false` when it has time, or has ended.
    pub(super) fn expire(&mut self, number: i64) -> bool {
        let request = &self.view.requests[&number];
        let over = request.ended_at.is_none() && self.now >= request.expires_at;
        if over {
            self.conclude(number, StateName::Expired, None, "expired", None);
        }
        over
    }
}
