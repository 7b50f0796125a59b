//! The life of a change request: a state that carries its data, and transitions that take it whole.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    AbortReason, Contacts, Decided, Handle, Note, Problem, Role, Roles, ServiceId, Standing, StateName, Timestamp,
    handle::distinct, string_enum::string_enum,
};

/// A request's number: one sequence of integers.
pub type RequestId = i64;

string_enum! {
    /// What a party decides.
    Decision {
        /// For the change.
        Accept = "accept",
        /// Against it.
        Refuse = "refuse",
    }
}

/// Where a request stands. Acceptances stay with it to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for parties.
    Validating,
    /// Accepted by all, waits for the requests it is linked to.
    Doing,
    /// Applied at this time.
    Done(Timestamp),
    /// Refused by a party.
    Refused {
        /// Who refused.
        by: Handle,
        /// When.
        at: Timestamp,
    },
    /// Aborted.
    Aborted {
        /// Why.
        reason: AbortReason,
        /// When.
        at: Timestamp,
    },
    /// Not accepted in time.
    Expired(Timestamp),
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Validating => StateName::Validating,
            Self::Doing => StateName::Doing,
            Self::Done(_) => StateName::Done,
            Self::Refused { .. } => StateName::Refused,
            Self::Aborted { .. } => StateName::Aborted,
            Self::Expired(_) => StateName::Expired,
        }
    }

    /// When the request ended.
    #[must_use]
    pub const fn ended_at(&self) -> Option<Timestamp> {
        match self {
            Self::Validating | Self::Doing => None,
            Self::Done(at) | Self::Expired(at) => Some(*at),
            Self::Refused { at, .. } | Self::Aborted { at, .. } => Some(*at),
        }
    }
}

/// One hand-over of roles of one service from one account to one account, asked by one account. A domain and its DNS zone may
/// change together: both or neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its number.
    pub id: RequestId,
    /// The form that it came from; requests of one form share it.
    pub submission: Uuid,
    /// Whether all requests of its submission are applied together or not at all.
    pub linked: bool,
    /// The service.
    pub service: ServiceId,
    /// The service of the same name that changes with it.
    pub companion: Option<ServiceId>,
    /// The roles handed over.
    pub roles: Roles,
    /// Who holds them when it is asked.
    pub from: Handle,
    /// Who is to hold them.
    pub to: Handle,
    /// The requester.
    pub asked_by: Handle,
    /// The right under which it was asked.
    pub standing: Standing,
    /// A message to the other party.
    pub message: Option<Note>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// From when on nobody can accept it.
    pub expires_at: Timestamp,
    /// Who accepted, and when.
    pub accepted: BTreeMap<Handle, Timestamp>,
    /// Where it stands.
    pub state: State,
    /// Whether it is hidden from the new contact, which has blocked the requester. Nobody else is told.
    pub hidden: bool,
}

/// What an acceptance led to.
#[derive(Debug, PartialEq, Eq)]
pub enum Accepted {
    /// Others have yet to decide.
    Waiting(Request),
    /// Everyone has accepted: to be applied now.
    Complete(Complete),
}

/// A request that everyone accepted in time; only [`Complete::apply`] turns it into a change.
#[derive(Debug, PartialEq, Eq)]
pub struct Complete(Request);

/// What must still hold when a request is applied, read in the applying transaction.
#[derive(Clone, Debug)]
pub struct Grounds {
    /// Each service that it changes.
    pub services: Vec<Held>,
    /// Whether every party's account is active.
    pub all_active: bool,
    /// Whether the old or the new billing contact has an unpaid invoice.
    pub debt: bool,
}

/// Who holds the roles of a service.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its present contacts.
    pub contacts: Contacts,
    /// To whom a request of the same submission has handed the administration, if one has.
    pub ceded_to: Option<Handle>,
}

impl Request {
    /// The services that it changes.
    pub fn services(&self) -> impl Iterator<Item = ServiceId> + use<> {
        [Some(self.service), self.companion].into_iter().flatten()
    }

    /// Who must accept: the requester and the new contact, once each.
    #[must_use]
    pub fn parties(&self) -> Vec<Handle> {
        distinct([&self.asked_by, &self.to])
    }

    /// Whether `account` is the new contact, and has blocked the requester before it accepted. For `account` the request does not
    /// exist then, unless it may see it by another right, such as that of the service's administrator.
    #[must_use]
    pub fn is_hidden_from(&self, account: &Handle) -> bool {
        self.hidden && *account == self.to && *account != self.asked_by
    }

    /// Whether `account` takes part: it sees the request, and decides on it.
    #[must_use]
    pub fn takes_part(&self, account: &Handle) -> bool {
        (*account == self.asked_by || *account == self.to) && !self.is_hidden_from(account)
    }

    /// The parties that have yet to decide; nobody once it has ended.
    #[must_use]
    pub fn waiting_for(&self) -> Vec<Handle> {
        if self.state.ended_at().is_some() {
            return Vec::new();
        }
        self.parties().into_iter().filter(|p| !self.accepted.contains_key(p)).collect()
    }

    /// Whether debts of billing contacts stand in its way.
    #[must_use]
    pub const fn moves_billing(&self) -> bool {
        self.roles.contains(Role::Billing)
    }

    /// Whether it can still change at `now`.
    fn open_at(&self, now: Timestamp) -> Result<(), Problem> {
        match self.state.name() {
            name if name.is_end() => Err(Problem::Ended(name)),
            _ if now >= self.expires_at => Err(Problem::Ended(StateName::Expired)),
            _ => Ok(()),
        }
    }

    /// Whether `party` may decide now.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for an account that takes no part, [`Problem::Ended`] for a request that has ended or
    /// whose time is over, [`Problem::AlreadyDecided`].
    pub fn may_decide(&self, party: &Handle, now: Timestamp) -> Result<(), Problem> {
        if !self.takes_part(party) {
            return Err(Problem::NotFound);
        }
        if self.accepted.contains_key(party) {
            return Err(Problem::AlreadyDecided);
        }
        self.open_at(now)
    }

    /// What `party`, who has decided, is told when the same decision is sent again: where the request stands by now.
    ///
    /// # Errors
    /// [`Problem::Aborted`] when its grounds fell away, [`Problem::Ended`] when another ended it or its time is over.
    pub fn answer_again(&self, party: &Handle, now: Timestamp) -> Result<Decided, Problem> {
        match &self.state {
            State::Validating | State::Doing if now >= self.expires_at => Err(Problem::Ended(StateName::Expired)),
            State::Validating => Ok(Decided::Waiting(self.waiting_for())),
            State::Doing => Ok(Decided::WaitingForLinked),
            State::Done(_) => Ok(Decided::Done),
            State::Refused { by, .. } if by == party => Ok(Decided::Refused),
            State::Aborted { reason, .. } if !reason.is_by_choice() => Err(Problem::Aborted(*reason)),
            ended => Err(Problem::Ended(ended.name())),
        }
    }

    /// `party` accepts.
    ///
    /// # Errors
    /// As [`Request::may_decide`].
    pub fn accept(mut self, party: &Handle, now: Timestamp) -> Result<Accepted, Problem> {
        self.may_decide(party, now)?;
        self.accepted.insert(party.clone(), now);
        if self.waiting_for().is_empty() {
            self.state = State::Doing;
            Ok(Accepted::Complete(Complete(self)))
        } else {
            Ok(Accepted::Waiting(self))
        }
    }

    /// `party` refuses, which ends the request.
    ///
    /// # Errors
    /// As [`Request::may_decide`].
    pub fn refuse(mut self, party: &Handle, now: Timestamp) -> Result<Self, Problem> {
        self.may_decide(party, now)?;
        self.state = State::Refused { by: party.clone(), at: now };
        Ok(self)
    }

    /// `by` cancels: the requester, or an account that is the present administrator of a service that the request changes
    /// (`administers`).
    ///
    /// # Errors
    /// [`Problem::NotRequester`] for the other party, [`Problem::NotFound`] for a stranger, [`Problem::Ended`].
    pub fn cancel(self, by: &Handle, administers: bool, now: Timestamp) -> Result<Self, Problem> {
        let reason = if *by == self.asked_by {
            AbortReason::Cancelled
        } else if administers {
            AbortReason::CancelledByAdministrator
        } else {
            return Err(if self.takes_part(by) { Problem::NotRequester } else { Problem::NotFound });
        };
        self.open_at(now)?;
        Ok(self.abort(reason, now))
    }

    /// Ends it because the service's administrator asks for another change of one of its roles.
    ///
    /// # Errors
    /// [`Problem::Ended`].
    pub fn supersede(self, now: Timestamp) -> Result<Self, Problem> {
        self.open_at(now)?;
        Ok(self.abort(AbortReason::Superseded, now))
    }

    /// Ends it on behalf of the provider's staff.
    ///
    /// # Errors
    /// [`Problem::Ended`].
    pub fn abort_by_staff(self, now: Timestamp) -> Result<Self, Problem> {
        self.open_at(now)?;
        Ok(self.abort(AbortReason::Staff, now))
    }

    /// Ends it because the account of a party was disabled. The account counts only if the request rests on it already: the
    /// requester's always does, the new contact's once it has accepted. Before that a request to a disabled account waits like
    /// one to an account that does not exist, so that nobody learns which it is.
    #[must_use]
    pub fn lose_party(self, disabled: &Handle, now: Timestamp) -> Option<Self> {
        let rests_on = *disabled == self.asked_by || self.accepted.contains_key(disabled);
        (rests_on && self.state.ended_at().is_none()).then(|| self.abort(AbortReason::AccountDisabled, now))
    }

    /// Ends it if the contacts of its services no longer carry it. Debts are not looked at: they can be paid until it is applied.
    #[must_use]
    pub fn lose_ground(self, services: &[Held], now: Timestamp) -> Option<Self> {
        if self.state.ended_at().is_some() {
            return None;
        }
        let reason = self.judge_contacts(services).err()?;
        Some(self.abort(reason, now))
    }

    /// Ends it when its time is over; gives it back as it was otherwise.
    ///
    /// # Errors
    /// The request itself, if it has ended already or has time left.
    pub fn expire(mut self, now: Timestamp) -> Result<Self, Box<Self>> {
        if self.state.ended_at().is_some() || now < self.expires_at {
            return Err(Box::new(self));
        }
        self.state = State::Expired(now);
        Ok(self)
    }

    /// Ends it because a request that it is linked to has ended without being applied.
    #[must_use]
    pub fn fall_with_linked(self, now: Timestamp) -> Self {
        if self.state.ended_at().is_some() { self } else { self.abort(AbortReason::LinkedEnded, now) }
    }

    /// A request in [`State::Doing`] again as complete, when what it waited for has come.
    #[must_use]
    pub fn resume(self) -> Option<Complete> {
        (self.state == State::Doing).then_some(Complete(self))
    }

    fn abort(mut self, reason: AbortReason, at: Timestamp) -> Self {
        self.state = State::Aborted { reason, at };
        self
    }

    /// Whether `grounds` still carry this request: the first that fails is the reason.
    fn judge_by(&self, grounds: &Grounds) -> Result<(), AbortReason> {
        if !grounds.all_active {
            return Err(AbortReason::AccountDisabled);
        }
        self.judge_contacts(&grounds.services)?;
        if self.moves_billing() && grounds.debt { Err(AbortReason::Debt) } else { Ok(()) }
    }

    /// Whether the requester still has the right under which it asked, and the account to be replaced still holds the roles.
    fn judge_contacts(&self, services: &[Held]) -> Result<(), AbortReason> {
        let entitled = match self.standing {
            Standing::Administrator => services.iter().all(|Held { contacts, ceded_to }| {
                contacts.admin == self.asked_by || ceded_to.as_ref() == Some(&contacts.admin)
            }),
            Standing::Holder => self.from == self.asked_by,
        };
        let holds = |contacts: &Contacts| self.roles.iter().all(|role| *contacts.get(role) == self.from);
        let held = services.iter().all(|held| holds(&held.contacts));
        match (entitled, held, self.standing) {
            (true, true, _) => Ok(()),
            (true, false, Standing::Administrator) => Err(AbortReason::ContactChanged),
            // A holder that no longer holds the role has lost the right.
            _ => Err(AbortReason::RightLost),
        }
    }
}

impl Complete {
    /// The request, still in [`State::Doing`], for one that waits for those it is linked to.
    #[must_use]
    pub fn into_doing(self) -> Request {
        self.0
    }

    /// The request.
    #[must_use]
    pub const fn request(&self) -> &Request {
        &self.0
    }

    /// Whether `grounds` still carry it.
    ///
    /// # Errors
    /// The first reason why they do not.
    pub fn judge(&self, grounds: &Grounds) -> Result<(), AbortReason> {
        self.0.judge_by(grounds)
    }

    /// Applies it if the grounds hold: done, or aborted with the reason.
    #[must_use]
    pub fn apply(mut self, grounds: &Grounds, now: Timestamp) -> Request {
        match self.0.judge_by(grounds) {
            Ok(()) => {
                self.0.state = State::Done(now);
                self.0
            }
            Err(reason) => self.0.abort(reason, now),
        }
    }
}

#[cfg(test)]
mod tests;
