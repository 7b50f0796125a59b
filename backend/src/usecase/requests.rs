//! My requests: the list, one of them whole, cancelling, and asking for the mail again.

use countersign_domain::{
    AbortReason, Event, HOUR, Handle, Note, Problem, Request, RequestId, SECOND, State, Token,
    view::{DeadCode, Entry, RequestDetail, RequestPage, Sibling, What},
};

use super::{decide::conclude, mails};
use crate::access::Customer;
use crate::{
    error::{Error, Result},
    secret::CodeHash,
    store::{RequestFacts, RequestFilter},
};

/// Requests on a page.
const PAGE: usize = 50;
/// Codes that one party may be sent for one request in an hour.
const MAX_CODES_PER_HOUR: i64 = 6;

impl Customer {
    /// The requests that this account sent or received, newest first, before the number `before`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn requests(&self, filter: RequestFilter, before: Option<RequestId>) -> Result<RequestPage> {
        let limit = i32::try_from(PAGE + 1).unwrap_or(i32::MAX);
        let mut found = self
            .backend
            .db()
            .requests_of(self.id(), self.account.created_after_request, filter, before.unwrap_or(RequestId::MAX), limit)
            .await?;
        let more = found.len() > PAGE;
        found.truncate(PAGE);
        let next = found.last().filter(|_| more).map(|facts| facts.request.id);
        let rows = found.into_iter().map(|facts| facts.row).collect();
        Ok(RequestPage { me: self.id().clone(), rows, next })
    }

    /// A request with all that this account may know of it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for one that it may not see, as for one that is not there.
    pub async fn request(&self, id: RequestId) -> Result<RequestDetail> {
        let db = self.backend.db();
        let facts = self.visible(id).await?;
        // Who is asked knows of all that the form asks. Who only watches knows of what it may see.
        let is_asked = self.is_party(&facts.request);
        let mut siblings = Vec::new();
        for RequestFacts { request, row, .. } in &facts.siblings {
            let may_see = self.may_see(request).await?;
            if !may_see && !is_asked {
                continue;
            }
            siblings.push(Sibling {
                request: may_see.then_some(request.id),
                category: row.category,
                companion: row.companion,
                roles: request.roles,
                to: may_see.then(|| request.to.clone()),
            });
        }
        let mut timeline = timeline(&facts);
        // Whether the new contact is anybody shows when it decides, and not before.
        let decided = |who: &Handle| {
            facts.request.accepted.contains_key(who)
                || matches!(&facts.request.state, State::Refused { by, .. } if by == who)
        };
        // Of its own mails that were not sent because it has blocked the requester, the new contact reads no more than anyone.
        let is_own = |to: &Handle| is_asked && to == self.id();
        let unsure = Some(&facts.request.to).filter(|to| !is_own(to) && **to != facts.request.asked_by && !decided(to));
        timeline.extend(db.mails_of_request(id, self.id(), unsure).await?);
        timeline.sort_by_key(|entry| entry.at);
        let owes = facts.request.moves_billing() && db.has_unpaid(self.id()).await?;
        let pay_url = self.backend.settings().payment_url.as_ref().filter(|_| owes).map(ToString::to_string);
        let left = (self.backend.now().until(facts.row.expires_at).max(0) + HOUR - 1) / HOUR * HOUR;
        Ok(RequestDetail {
            row: facts.row,
            me: self.id().clone(),
            takes_part: is_asked,
            requester_blocked: db.has_blocked(self.id(), &facts.request.asked_by).await?,
            message: facts.request.message.as_ref().map(ToString::to_string),
            cancel_reason: facts.cancel_reason,
            linked: facts.request.linked,
            siblings,
            administers: self.administers(&facts.request).await?,
            timeline,
            masked_email: self.account.email.masked(),
            left,
            pay_url,
            dead_code: None,
        })
    }

    /// Why a code that this account was sent for a request can no longer be used; `None` for one that can, and for one that was
    /// never sent: nothing is learned by guessing, and no try is counted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn dead_code(&self, id: RequestId, token: &Token) -> Result<Option<DeadCode>> {
        self.backend.db().dead_code(id, self.id(), &CodeHash::of(token)).await
    }

    /// Whether the account may see a request of a service that `administrator` administers.
    pub(super) fn sees(&self, request: &Request, administrator: &Handle) -> bool {
        request.is_visible_to(self.reader(), administrator == self.id())
    }

    /// A request that this account may see.
    pub(super) async fn visible(&self, id: RequestId) -> Result<RequestFacts> {
        let facts = self.backend.db().request(id).await?.ok_or(Problem::NotFound)?;
        if self.may_see(&facts.request).await? { Ok(facts) } else { Err(Problem::NotFound.into()) }
    }

    async fn may_see(&self, request: &Request) -> Result<bool> {
        for id in request.services() {
            let service = self.backend.db().service(id, self.id()).await?;
            if service.is_some_and(|service| self.sees(request, &service.contacts.admin)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the account is the present administrator of a service that a request changes.
    async fn administers(&self, request: &Request) -> Result<bool> {
        for id in request.services() {
            let service = self.backend.db().service(id, self.id()).await?;
            if service.is_some_and(|service| service.contacts.admin == *self.id()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Cancels a request that this account asked for, or one of a service that it administers.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotRequester`], [`Problem::Ended`].
    pub async fn cancel(&self, id: RequestId, reason: Option<&Note>) -> Result<()> {
        let mut tx = self.backend.db().begin().await?;
        let request = tx.lock_request(id).await?.ok_or(Problem::NotFound)?;
        let mut administers = false;
        for service in request.services() {
            administers |= tx.contacts(service).await?.is_some_and(|contacts| contacts.admin == *self.id());
        }
        if !administers && !self.is_party(&request) {
            return Err(Problem::NotFound.into());
        }
        let now = self.backend.now();
        let cancelled = request.cancel(self.id(), administers, now)?;
        conclude(&mut tx, &cancelled, Event::Cancelled, Some(self.id()), reason, now).await?;
        tx.commit().await
    }

    /// Sends this account a new code for a request; the former one is dead from then on.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Ended`], [`Problem::AlreadyDecided`], [`Problem::TooMany`].
    pub async fn resend(&self, id: RequestId) -> Result<()> {
        let mut tx = self.backend.db().begin().await?;
        let request = tx.lock_request(id).await?.filter(|request| self.is_party(request)).ok_or(Problem::NotFound)?;
        let now = self.backend.now();
        request.may_decide(self.id(), now)?;
        let (sent, first) = tx.codes_since(id, self.id(), now.plus(-HOUR)).await?;
        if let (true, Some(first)) = (sent >= MAX_CODES_PER_HOUR, first) {
            let wait = now.until(first.plus(HOUR)) / SECOND + 1;
            return Err(Problem::TooMany { retry_after: i32::try_from(wait).unwrap_or(i32::MAX) }.into());
        }
        tx.replace_codes(id, self.id()).await?;
        mails::owe_code(&mut tx, Event::Resent, id, self.id(), None, now).await?;
        tx.commit().await
    }
}

/// What happened to a request itself; its mails are told by the outbox.
fn timeline(facts: &RequestFacts) -> Vec<Entry> {
    let request = &facts.request;
    let mut entries = vec![Entry { at: request.asked_at, who: Some(request.asked_by.clone()), what: What::Asked }];
    entries.extend(request.accepted.iter().map(|(who, at)| Entry {
        at: *at,
        who: Some(who.clone()),
        what: What::Accepted,
    }));
    let end = match &request.state {
        State::Validating | State::Doing => None,
        State::Done(at) => Some((*at, None, What::Done)),
        State::Refused { by, at } => Some((*at, Some(by.clone()), What::Refused)),
        State::Aborted { reason: reason @ AbortReason::Cancelled, at } => {
            Some((*at, Some(request.asked_by.clone()), What::Aborted(*reason)))
        }
        State::Aborted { reason, at } => Some((*at, None, What::Aborted(*reason))),
        State::Expired(at) => Some((*at, None, What::Expired)),
    };
    entries.sort_by_key(|entry| entry.at);
    entries.extend(end.map(|(at, who, what)| Entry { at, who, what }));
    entries
}

/// A filter as the list's address spells it: a state, `open`, or nothing for all.
impl TryFrom<&str> for RequestFilter {
    type Error = Error;
    fn try_from(text: &str) -> Result<Self> {
        match text {
            "" | "all" => Ok(Self::All),
            "open" => Ok(Self::Open),
            name => {
                countersign_domain::StateName::from_name(name).map(Self::State).ok_or_else(|| Problem::Malformed.into())
            }
        }
    }
}
