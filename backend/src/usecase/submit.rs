//! Submitting a form of contacts: rights, conflicts and debts are checked, requests registered, codes mailed.

use countersign_domain::{
    Contacts, Draft, Event, HOUR, Note, Problem, RequestId, Role, SECOND, ServiceId, Timestamp, Wishes, plan,
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
        let mut services: Vec<ServiceId> = [Some(submission.service), companion].into_iter().flatten().collect();
        services.sort();
        let mut locked = Vec::with_capacity(services.len());
        for id in services {
            locked.push((id, tx.lock_contacts(id).await?.ok_or(Problem::NotFound)?));
        }
        let main = locked.iter().position(|(id, _)| *id == submission.service).ok_or(Problem::NotFound)?;
        let changes = submission.wishes.changes(&locked[main].1);
        let mut drafts: Vec<(ServiceId, &Contacts, Draft)> = Vec::new();
        for (index, (id, contacts)) in locked.iter().enumerate() {
            match plan(contacts, self.id(), &changes) {
                Ok(planned) => drafts.extend(planned.into_iter().map(|draft| (*id, contacts, draft))),
                // The companion may have the wished contacts already.
                Err(Problem::NothingChanged) if index != main => {}
                Err(problem) => return Err(problem.into()),
            }
        }

        for (service, contacts, draft) in &drafts {
            if let Some(overdue) = self.check(&mut tx, *service, contacts, draft, now).await? {
                return Ok(Registered::Overdue(overdue));
            }
        }

        let linked = drafts.iter().any(|(service, ..)| *service != submission.service);
        let submission_id = new_id(now);
        let mut ids = Vec::with_capacity(drafts.len());
        for (service, _, draft) in &drafts {
            let id = tx
                .insert_request(&NewRequest {
                    submission: submission_id,
                    linked,
                    service: *service,
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
