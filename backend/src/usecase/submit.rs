//! Submitting a form of contacts: rights, conflicts and debts are checked, requests registered, codes mailed.

use std::collections::BTreeMap;

use countersign_domain::{
    Contacts, Draft, Event, HOUR, Note, Problem, RequestId, Role, SECOND, Scope, ServiceId, StateName, Timestamp,
    Wishes, plan,
};

use super::{Actor, mails};
use crate::{
    ambient::new_id,
    error::Result,
    store::{NewRequest, Tx},
};

/// Requests that one account may ask in an hour.
const MAX_PER_HOUR: i64 = 60;

/// What a form of contacts asks for.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The service.
    pub service: ServiceId,
    /// The contacts wished for.
    pub wishes: Wishes,
    /// The contacts that the form showed, if it said so.
    pub seen: Option<Contacts>,
    /// Whether the same changes are wished for the service of the same name that goes with it.
    pub with_companion: bool,
    /// A message to the other parties.
    pub message: Option<Note>,
}

/// What came of one try to register.
enum Registered {
    Requests(Vec<RequestId>),
    /// A request in the way has outlived its time: end it, and try again.
    Overdue(RequestId),
}

impl Actor {
    /// Registers the requests that a form makes, and mails each party its code.
    ///
    /// A customer ID that is unknown or disabled gets the same answer as any other, by the same statements: its request
    /// waits for an acceptance that cannot come.
    ///
    /// # Errors
    /// What [`plan`] says of rights; [`Problem::Busy`], [`Problem::Debt`], [`Problem::TooMany`].
    pub async fn submit(&self, submission: &Submission) -> Result<Vec<RequestId>> {
        loop {
            match self.register(submission).await? {
                Registered::Requests(ids) => return Ok(ids),
                Registered::Overdue(id) => self.backend.expire(id).await?,
            };
        }
    }

    /// Asks once more for what a request of this account asked for, and for all that stood together with it.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotRequester`], [`Problem::AlreadyDecided`] for one that runs or is done; and as
    /// [`Actor::submit`].
    pub async fn ask_again(&self, id: RequestId) -> Result<Vec<RequestId>> {
        let request = self.visible(id).await?;
        if request.asked_by != *self.id() {
            return Err(Problem::NotRequester.into());
        }
        if !request.state.name().is_end() || request.state.name() == StateName::Done {
            return Err(Problem::AlreadyDecided.into());
        }
        let mut all = vec![request];
        if all[0].linked {
            all.extend(self.backend.db().linked_requests(&all[0]).await?);
        }
        // The form was of the service whose changes came first.
        all.sort_by_key(|request| request.id);
        let service = all[0].service;
        let mut wishes = Wishes::default();
        for request in &all {
            for role in request.roles.iter() {
                wishes.set(role, request.to.clone());
            }
        }
        let with_companion = all.iter().any(|request| request.companion.is_some() || request.service != service);
        let message = all[0].message.clone();
        self.submit(&Submission { service, wishes, seen: None, with_companion, message }).await
    }

    async fn register(&self, submission: &Submission) -> Result<Registered> {
        let now = self.backend.now();
        let form = self.contact_form(submission.service).await?;
        let companion = match (&form.companion, submission.with_companion) {
            (Some(companion), true) => self.backend.db().service_named(&form.service.name, companion.category).await?,
            _ => None,
        };

        let mut tx = self.backend.db().begin().await?;
        let wait = tx.asked_since(self.id(), now.plus(-HOUR)).await? >= MAX_PER_HOUR;
        if wait {
            return Err(Problem::TooMany { retry_after: i32::try_from(HOUR / SECOND).unwrap_or(i32::MAX) }.into());
        }

        // Locked in one order for everyone.
        let mut ids: Vec<ServiceId> = [Some(submission.service), companion].into_iter().flatten().collect();
        ids.sort();
        let mut locked = BTreeMap::new();
        for id in ids {
            locked.insert(id, tx.lock_contacts(id).await?.ok_or(Problem::NotFound)?);
        }
        let also = companion.and_then(|id| locked.get(&id));
        let present = &locked[&submission.service];
        let wishes = match &submission.seen {
            Some(seen) => submission.wishes.since(seen, present)?,
            None => submission.wishes.clone(),
        };
        let drafts = plan(present, also, self.id(), &wishes)?;
        let drafts: Vec<(Draft, Vec<ServiceId>)> = drafts
            .into_iter()
            .map(|draft| {
                let of_service = (draft.scope != Scope::Companion).then_some(submission.service);
                let of_companion = companion.filter(|_| draft.scope != Scope::Service);
                (draft, of_service.into_iter().chain(of_companion).collect())
            })
            .collect();
        for (draft, services) in &drafts {
            for service in services {
                if let Some(overdue) = self.check(&mut tx, *service, &locked[service], draft, now).await? {
                    return Ok(Registered::Overdue(overdue));
                }
            }
        }

        let linked = drafts.iter().any(|(draft, _)| draft.scope == Scope::Companion);
        let submission_id = new_id(now);
        let mut ids = Vec::with_capacity(drafts.len());
        for (draft, services) in &drafts {
            let (Some(service), companion) = (services.first(), services.get(1)) else { continue };
            let id = tx
                .insert_request(&NewRequest {
                    submission: submission_id,
                    linked,
                    service: *service,
                    companion: companion.copied(),
                    roles: draft.roles,
                    from: &draft.from,
                    to: &draft.to,
                    asked_by: self.id(),
                    standing: draft.standing,
                    message: submission.message.as_ref(),
                    asked_at: now,
                    expires_at: now.plus(self.backend.settings().request_lifetime),
                })
                .await?;
            for party in draft.parties(self.id()) {
                mails::owe_code(&mut tx, Event::Asked, id, &party, now).await?;
            }
            ids.push(id);
        }
        self.backend.commit(tx).await?;
        Ok(Registered::Requests(ids))
    }

    /// Checks conflicts and debts of one draft; answers with a request in the way whose time is over.
    /// Reads by the transaction's own connection only: waiting for another while holding locks would stop everyone.
    async fn check(
        &self,
        tx: &mut Tx,
        service: ServiceId,
        contacts: &Contacts,
        draft: &Draft,
        now: Timestamp,
    ) -> Result<Option<RequestId>> {
        for role in draft.roles.iter() {
            let Some(open) = tx.open_request(service, role).await? else { continue };
            if open.expires_at <= now {
                return Ok(Some(open.id));
            }
            let may_see = self.sees(&open, &contacts.admin);
            return Err(Problem::Busy { role, request: may_see.then_some(open.id) }.into());
        }
        if draft.roles.contains(Role::Billing) {
            // Both are looked up always, so that the answer's time tells nothing.
            let (old, new) = (tx.has_unpaid(&draft.from).await?, tx.has_unpaid(&draft.to).await?);
            let own = (old && draft.from == *self.id()) || (new && draft.to == *self.id());
            if old || new {
                return Err(Problem::Debt { own }.into());
            }
        }
        Ok(None)
    }
}
