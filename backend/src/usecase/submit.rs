//! Submitting a form of contacts: rights, conflicts and debts are checked, requests registered, codes mailed.

use std::collections::BTreeMap;

use countersign_domain::{
    Contacts, Draft, Event, HOUR, Handle, Note, Problem, Request, RequestId, Role, Scope, ServiceId, StateName,
    Timestamp, Wishes, plan,
};

use super::{decide::conclude, limits::within_limit, mails};
use crate::access::Customer;
use crate::{
    ambient::new_id,
    error::{Error, Result},
    store::{NewRequest, RequestFacts, Tx},
};

/// Requests that one account may ask in an hour, and forms that it may send for that.
const MAX_PER_HOUR: i64 = 60;

/// A form that is refused for somebody else's debt counts as so many. Whoever has no debt learns from the refusal that the customer
/// named has one, so nobody may try many customers.
const COST_OF_FOREIGN_DEBT: u32 = 6;

/// Open requests that one form can take the place of: one for each role of two services.
const MAX_REPLACED: usize = 6;

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
    /// The contacts of that service that the form was made from, if it said so.
    pub companion_seen: Option<Contacts>,
    /// A message to the other parties.
    pub message: Option<Note>,
    /// The open requests that the form said it would end, for an administrator whose form takes their place. Any other that is
    /// in the way refuses the form.
    pub replaces: Vec<RequestId>,
}

/// Open requests for the roles that a form hands over.
struct InTheWay<'a> {
    /// Those that the form said it would end.
    replaceable: &'a [RequestId],
    /// Those of them that it does end.
    superseded: BTreeMap<RequestId, Request>,
}

/// What came of one try to register.
enum Registered {
    Requests(Vec<RequestId>),
    /// A request in the way has outlived its time: end it, and try again.
    Overdue(RequestId),
}

impl Customer {
    /// Registers the requests that a form makes, and mails each party its code.
    ///
    /// A customer ID that is unknown or disabled gets the same answer as any other, by the same statements: its request
    /// waits for an acceptance that cannot come.
    ///
    /// # Errors
    /// What [`plan`] and [`Wishes::since`] say; [`Problem::Busy`], [`Problem::Debt`], [`Problem::TooMany`]; and for a service
    /// that was to change along, [`Problem::OfCompanion`].
    pub async fn submit(&self, submission: &Submission) -> Result<Vec<RequestId>> {
        self.count_attempt().await?;
        loop {
            match self.register(submission).await? {
                Registered::Requests(ids) => return Ok(ids),
                Registered::Overdue(id) => self.backend.system("submit").expire(id).await?,
            };
        }
    }

    /// Counts a form in a transaction of its own, so that one that is refused counts as well: the answers tell of debts.
    pub(super) async fn count_attempt(&self) -> Result<()> {
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        let attempts = tx.attempts_since(self.id(), now.plus(-HOUR)).await?;
        within_limit(attempts, MAX_PER_HOUR, now)?;
        tx.insert_attempt(self.id(), now).await?;
        tx.commit().await
    }

    /// Asks once more for what a request of this account asked for, and for all that stood together with it, from those who
    /// held the roles then. What has come about meanwhile is not asked again.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotRequester`], [`Problem::AlreadyDecided`] for one that runs or is done,
    /// [`Problem::NotYourRole`] for one who is no contact any more; and as [`Customer::submit`].
    pub async fn ask_again(&self, id: RequestId) -> Result<Vec<RequestId>> {
        let RequestFacts { request, siblings, .. } = self.visible(id).await?;
        if request.asked_by != *self.id() {
            return Err(Problem::NotRequester.into());
        }
        if !request.state.name().is_end() || request.state.name() == StateName::Done {
            return Err(Problem::AlreadyDecided.into());
        }
        let mut all = vec![request];
        if all[0].linked {
            all.extend(siblings.into_iter().map(|sibling| sibling.request));
        }
        // The form was of the service whose changes came first.
        all.sort_by_key(|request| request.id);
        let mut present = BTreeMap::new();
        for service in all.iter().flat_map(Request::services) {
            let row = self.backend.db().service(service, self.id()).await?.ok_or(Problem::NotFound)?;
            present.insert(service, row.contacts);
        }
        all.retain(|request| {
            let came_about = |role| request.services().all(|service| *present[&service].get(role) == request.to);
            !request.roles.iter().all(came_about)
        });
        let Some(first) = all.first() else { return Err(Problem::NothingChanged.into()) };
        let service = first.service;
        if let (true, Some(role)) = (present[&service].roles_of(self.id()).is_empty(), first.roles.iter().next()) {
            return Err(Problem::NotYourRole(role).into());
        }
        let mut wishes = Wishes::default();
        let mut seen = present.clone();
        for request in &all {
            for role in request.roles.iter() {
                wishes.set(role, request.to.clone());
                for service in request.services() {
                    seen.entry(service).and_modify(|contacts| contacts.set(role, request.from.clone()));
                }
            }
        }
        let companion_seen = all.iter().flat_map(Request::services).find(|other| *other != service);
        self.submit(&Submission {
            service,
            wishes,
            seen: seen.remove(&service),
            with_companion: companion_seen.is_some(),
            companion_seen: companion_seen.and_then(|other| seen.remove(&other)),
            message: first.message.clone(),
            replaces: Vec::new(),
        })
        .await
    }

    async fn register(&self, submission: &Submission) -> Result<Registered> {
        let form = self.contact_form(submission.service).await?;
        let mut companion = None;
        if submission.with_companion {
            // Both were wished for: one alone is not what anyone has asked for.
            let category = form.companion.as_ref().map(|companion| companion.category);
            let category = category.ok_or_else(|| Problem::NotFound.of_companion())?;
            companion = self.backend.db().service_named(&form.service.name, category).await?;
        }

        let mut tx = self.backend.db().begin().await?;
        let begun = self.backend.now();
        within_limit(tx.asked_since(self.id(), begun.plus(-HOUR)).await?, MAX_PER_HOUR, begun)?;
        // Again, this form included: others of the same moment may have met debts.
        within_limit(tx.attempts_since(self.id(), begun.plus(-HOUR)).await?, MAX_PER_HOUR + 1, begun)?;

        // Those of a request that ends, and of others that fall with it, are locked as well.
        let own: Vec<ServiceId> = [Some(submission.service), companion].into_iter().flatten().collect();
        let mut services = own.clone();
        for id in submission.replaces.iter().take(MAX_REPLACED) {
            services.extend(tx.services_of_submission(*id).await?);
        }
        tx.lock_services(&services).await?;
        let wished = Role::ALL.iter().filter_map(|role| submission.wishes.get(*role));
        let accounts: Vec<String> = wished.chain([self.id()]).map(Handle::to_string).collect();
        tx.hold_accounts(&accounts).await?;
        // Disabled while it waited.
        if !tx.is_active(self.id()).await? {
            return Err(Problem::SignedOut.into());
        }
        let mut locked = BTreeMap::new();
        for id in own {
            locked.insert(id, tx.contacts(id).await?.ok_or(Problem::NotFound)?);
        }
        // Not before: one may have waited for the services.
        let now = self.backend.now();
        let also = companion.and_then(|id| locked.get(&id));
        let present = &locked[&submission.service];
        let wishes = match &submission.seen {
            Some(seen) => submission.wishes.since(seen, present)?,
            None => submission.wishes.clone(),
        };
        if let (Some(seen), Some(also)) = (&submission.companion_seen, also) {
            wishes.held_as(seen, also).map_err(Problem::of_companion)?;
        }
        let drafts = plan(present, also, self.id(), &wishes)?;
        let drafts: Vec<(Draft, Vec<ServiceId>)> = drafts
            .into_iter()
            .map(|draft| {
                let of_service = (draft.scope != Scope::Companion).then_some(submission.service);
                let of_companion = companion.filter(|_| draft.scope != Scope::Service);
                (draft, of_service.into_iter().chain(of_companion).collect())
            })
            .collect();
        self.within_pair_limits(&mut tx, drafts.iter().map(|(draft, _)| draft), now).await?;
        let mut in_the_way = InTheWay { replaceable: &submission.replaces, superseded: BTreeMap::new() };
        for (draft, services) in &drafts {
            for service in services {
                let checked = self.check(&mut tx, *service, &locked[service], draft, &mut in_the_way, now).await;
                match checked {
                    Ok(None) => {}
                    Ok(Some(overdue)) => return Ok(Registered::Overdue(overdue)),
                    Err(Error::Problem(problem @ Problem::Debt { own: false })) => {
                        // Nothing else has been written in this transaction.
                        for _ in 1..COST_OF_FOREIGN_DEBT {
                            tx.insert_attempt(self.id(), now).await?;
                        }
                        tx.commit().await?;
                        return Err(problem.into());
                    }
                    Err(Error::Problem(problem @ Problem::Busy { .. })) if *service != submission.service => {
                        return Err(problem.of_companion().into());
                    }
                    Err(error) => return Err(error),
                }
            }
        }

        for open in in_the_way.superseded.into_values() {
            // One that has fallen with another meanwhile is not ended twice.
            conclude(&mut tx, &open.supersede(now)?, Event::Aborted, Some(self.id()), None, now).await?;
        }

        let linked = drafts.iter().any(|(draft, _)| draft.scope == Scope::Companion);
        let submission_id = new_id(now);
        let mut ids = Vec::with_capacity(drafts.len());
        for (draft, services) in &drafts {
            let (Some(service), companion) = (services.first(), services.get(1)) else { continue };
            let (id, is_hidden) = tx
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
                // See `is_unsolicited`.
                let prompted_by = Some(self.id()).filter(|asker| **asker != party && !is_hidden);
                mails::owe_code(&mut tx, Event::Asked, id, &party, prompted_by, now).await?;
            }
            ids.push(id);
        }
        tx.commit().await?;
        Ok(Registered::Requests(ids))
    }

    /// Checks conflicts and debts of one draft for one of its services; answers with a request in the way whose time is over.
    /// A request whose place the form takes is noted.
    /// Reads by the transaction's own connection only: waiting for another while holding locks would stop everyone.
    async fn check(
        &self,
        tx: &mut Tx,
        service: ServiceId,
        contacts: &Contacts,
        draft: &Draft,
        in_the_way: &mut InTheWay<'_>,
        now: Timestamp,
    ) -> Result<Option<RequestId>> {
        for role in draft.roles.iter() {
            let Some(open) = tx.open_request(service, role).await? else { continue };
            if open.expires_at <= now {
                return Ok(Some(open.id));
            }
            if contacts.admin != *self.id() || !in_the_way.replaceable.contains(&open.id) {
                let may_see = self.sees(&open, &contacts.admin);
                return Err(Problem::Busy { role, request: may_see.then_some(open.id) }.into());
            }
            in_the_way.superseded.insert(open.id, open);
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
