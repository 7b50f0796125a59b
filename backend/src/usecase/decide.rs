//! Accepting and refusing: session and code, one decision, and on the last acceptance the change itself.

use std::collections::{BTreeMap, BTreeSet};

use countersign_domain::{
    Accepted, Complete, Decision, Event, Grounds, Handle, Held, IdempotencyKey, Note, Problem, Reader, Request,
    RequestId, Role, ServiceId, State, StateName, Timestamp, Token, view::Decided,
};

use super::mails;
use crate::access::{Customer, System};
use crate::{
    error::{Error, Result},
    secret::CodeHash,
    store::{MAX_TRIES, Tx},
};

impl Customer {
    /// Accepts or refuses a request with the code that this account was sent. On the last acceptance rights and debts are
    /// checked again and the change is made, in the same transaction. With the `key` of a decision that was stored, nothing is
    /// done, and the answer is where the request stands by now.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for one who is no party, [`Problem::AlreadyDecided`], [`Problem::Ended`],
    /// [`Problem::WrongCode`] (which costs a try), [`Problem::CodeVoid`], [`Problem::CodeReplaced`], and
    /// [`Problem::Aborted`] when the grounds have fallen away.
    pub async fn decide(
        &self,
        id: RequestId,
        token: &Token,
        decision: Decision,
        key: Option<&IdempotencyKey>,
    ) -> Result<Decided> {
        let mut tx = self.backend.db().begin().await?;
        let Some(request) = tx.lock_request(id).await?.filter(|request| self.is_party(request)) else {
            tracing::warn!(request = id, account = %self.id(), "a decision by one who is no party");
            return Err(Problem::NotFound.into());
        };
        // Disabled while it waited for the lock.
        if !tx.is_active(self.id()).await? {
            return Err(Problem::SignedOut.into());
        }
        // Not before: one may have waited for the lock.
        let now = self.backend.now();
        if let Some(key) = key
            && tx.was_decided(id, self.id(), decision, &CodeHash::of(token), key).await?
        {
            return Ok(request.answer_again(self.id(), now)?);
        }
        match request.may_decide(self.id(), now) {
            Ok(()) => {}
            Err(problem @ Problem::Ended(StateName::Expired)) => {
                if let Ok(expired) = request.expire(now) {
                    conclude(&mut tx, &expired, Event::Expired, None, None, now).await?;
                    tx.commit().await?;
                }
                return Err(problem.into());
            }
            Err(problem) => return Err(problem.into()),
        }
        if let Err(problem) = self.use_code(&mut tx, id, token).await? {
            // The try that was counted stands.
            tx.commit().await?;
            return Err(problem.into());
        }
        if !tx.insert_decision(id, self.id(), decision, key, now).await? {
            return Err(Problem::AlreadyDecided.into());
        }
        let decided = match decision {
            Decision::Refuse => {
                let refused = request.refuse(self.id(), now)?;
                conclude(&mut tx, &refused, Event::Refused, Some(self.id()), None, now).await?;
                Ok(Decided::Refused)
            }
            Decision::Accept => match request.accept(self.id(), now)? {
                Accepted::Waiting(request) => Ok(Decided::Waiting(request.waiting_for())),
                Accepted::Complete(complete) => complete_request(&mut tx, complete, now).await?,
            },
        };
        tx.commit().await?;
        decided.map_err(Error::from)
    }

    /// Counts a try, compares, and uses the code up.
    async fn use_code(&self, tx: &mut Tx, request: RequestId, token: &Token) -> Result<Result<(), Problem>> {
        let hash = CodeHash::of(token);
        if tx.was_replaced(request, self.id(), &hash).await? {
            return Ok(Err(Problem::CodeReplaced));
        }
        let Some(code) = tx.count_try(request, self.id()).await? else {
            return Ok(Err(Problem::CodeVoid));
        };
        if !hash.matches(&code.hash) {
            if code.tries >= MAX_TRIES {
                tx.void_code(request, self.id()).await?;
            }
            return Ok(Err(Problem::WrongCode { left: MAX_TRIES - code.tries }));
        }
        let spent = tx.spend_code(request, self.id(), &hash).await?;
        Ok(if spent { Ok(()) } else { Err(Problem::AlreadyDecided) })
    }

    /// The account as a reader of requests.
    pub(super) const fn reader(&self) -> Reader<'_> {
        Reader { account: &self.account.id, created_after: self.account.created_after_request }
    }

    /// Whether the account takes part in a request.
    pub(super) fn is_party(&self, request: &Request) -> bool {
        request.has_party(self.reader())
    }
}

/// Everyone has accepted: applies the request, with those that it is linked to once they are complete as well. The services and
/// accounts that it rests on are locked.
async fn complete_request(tx: &mut Tx, complete: Complete, now: Timestamp) -> Result<Result<Decided, Problem>> {
    let id = complete.request().id;
    let siblings = tx.requests_of_submission(complete.request().submission).await?;
    let mut group = Vec::new();
    if complete.request().linked {
        for sibling in siblings.iter().filter(|sibling| sibling.id != id) {
            match sibling.clone().resume() {
                Some(ready) => group.push(ready),
                None => {
                    tx.save_state(&complete.into_doing(), None, None).await?;
                    return Ok(Ok(Decided::WaitingForLinked));
                }
            }
        }
    }
    group.push(complete);

    let mut judged = Vec::with_capacity(group.len());
    for ready in group {
        let grounds = grounds(tx, ready.request(), &siblings).await?;
        judged.push((ready, grounds));
    }
    let sound = judged.iter().all(|(ready, grounds)| ready.judge(grounds).is_ok());
    let mut outcome = Ok(Decided::Done);
    let mut changed = BTreeSet::new();
    for (ready, grounds) in judged {
        let carries = ready.judge(&grounds).is_ok();
        let request =
            if sound || !carries { ready.apply(&grounds, now) } else { ready.into_doing().fall_with_linked(now) };
        if let (true, State::Aborted { reason, .. }) = (request.id == id, &request.state) {
            outcome = Err(Problem::Aborted(*reason));
        }
        let event = if sound { Event::Done } else { Event::Aborted };
        if sound {
            change_contacts(tx, &request, now).await?;
            changed.extend(request.services());
        }
        tx.save_state(&request, None, None).await?;
        mails::owe(tx, event, &request, None, now).await?;
    }
    end_groundless(tx, changed, now).await?;
    Ok(outcome)
}

/// Ends the open requests of services that their present contacts no longer carry, and tells their parties. Whoever changes
/// contacts calls it in the same transaction, with the services locked.
async fn end_groundless(tx: &mut Tx, services: BTreeSet<ServiceId>, now: Timestamp) -> Result<()> {
    // By number: of linked requests, the first names the reason and the others fall with it, whatever the keys of the services.
    let mut open = BTreeMap::new();
    for service in services {
        open.extend(tx.open_requests_of_service(service).await?.into_iter().map(|request| (request.id, request)));
    }
    for request in open.into_values() {
        let siblings = tx.requests_of_submission(request.submission).await?;
        let services = held(tx, &request, &siblings).await?;
        if let Some(ended) = request.lose_ground(&services, now) {
            conclude(tx, &ended, Event::Aborted, None, None, now).await?;
        }
    }
    Ok(())
}

/// Reads what must still hold, under the locks of this transaction.
async fn grounds(tx: &mut Tx, request: &Request, siblings: &[Request]) -> Result<Grounds> {
    let services = held(tx, request, siblings).await?;
    let mut all_active = true;
    for party in request.parties() {
        all_active &= tx.is_active(&party).await?;
    }
    let debt = request.moves_billing() && (tx.has_unpaid(&request.from).await? || tx.has_unpaid(&request.to).await?);
    Ok(Grounds { services, all_active, debt })
}

/// Reads who holds the roles of the services that a request changes.
async fn held(tx: &mut Tx, request: &Request, siblings: &[Request]) -> Result<Vec<Held>> {
    let mut services = Vec::new();
    for service in request.services() {
        let contacts = tx
            .contacts(service)
            .await?
            .ok_or_else(|| Error::Internal(format!("request {} has no service", request.id)))?;
        let ceded_to = siblings
            .iter()
            .find(|sibling| {
                sibling.services().any(|of_sibling| of_sibling == service)
                    && sibling.roles.contains(Role::Admin)
                    && matches!(sibling.state, State::Done(_))
            })
            .map(|sibling| sibling.to.clone());
        services.push(Held { contacts, ceded_to });
    }
    Ok(services)
}

/// Puts the new contact in place, and writes it down role by role.
async fn change_contacts(tx: &mut Tx, request: &Request, now: Timestamp) -> Result<()> {
    for service in request.services() {
        if !tx.swap_contacts(service, request.roles, &request.from, &request.to).await? {
            return Err(Error::Internal(format!("request {}: a contact changed under the lock", request.id)));
        }
        for role in request.roles.iter() {
            tx.add_history(service, now, role, Some(&request.from), &request.to, Some(request.id)).await?;
        }
    }
    Ok(())
}

/// Stores the end of a request, owes its mails, and lets those fall that stand together with it.
/// `false` when it had ended before.
pub(super) async fn conclude(
    tx: &mut Tx,
    request: &Request,
    event: Event,
    by: Option<&Handle>,
    note: Option<&Note>,
    now: Timestamp,
) -> Result<bool> {
    if !tx.save_state(request, by, note).await? {
        return Ok(false);
    }
    mails::owe(tx, event, request, by, now).await?;
    if request.linked {
        for sibling in tx.requests_of_submission(request.submission).await? {
            if sibling.id == request.id || sibling.state.ended_at().is_some() {
                continue;
            }
            let fallen = sibling.fall_with_linked(now);
            tx.save_state(&fallen, by, None).await?;
            mails::owe(tx, Event::Aborted, &fallen, by, now).await?;
        }
    }
    Ok(true)
}

impl System {
    /// Ends a request whose time is over; `false` when there is nothing to end.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn expire(&self, id: RequestId) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let Some(request) = tx.lock_request(id).await? else { return Ok(false) };
        let now = self.now();
        let Ok(expired) = request.expire(now) else { return Ok(false) };
        let ended = conclude(&mut tx, &expired, Event::Expired, None, None, now).await?;
        if ended {
            let act = self.act("request expire", &id.to_string(), Some(&expired.asked_by), "not accepted in time");
            tx.log_act(&act, now).await?;
        }
        tx.commit().await?;
        Ok(ended)
    }
}
