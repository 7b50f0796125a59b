//! From a leased row to the mail that is sent, if it still is to be sent: its recipient may be nobody, its code dead.

use countersign_domain::{AbortReason, Event, Handle, State, Timestamp, Token};

use uuid::Uuid;

use super::{
    compose::{compose, compose_for_address},
    digest,
    prepared::Prepared,
};
use crate::{
    Backend,
    error::Result,
    mail_kind::MailKind,
    secret::CodeHash,
    store::{Account, MailRow, RequestFacts},
};

/// Loads the data for a row's mail and writes the mail. The worker `lease` holds the row.
pub(super) async fn prepare(backend: &Backend, row: &MailRow, lease: Uuid, now: Timestamp) -> Result<Prepared> {
    if row.event == MailKind::Digest.as_str() {
        return digest::prepare(backend, row, lease, now).await;
    }
    let (db, settings) = (backend.db(), backend.settings());
    let request = match row.request_id {
        Some(id) => db.request(id).await?,
        None => None,
    };
    let mail = if row.recipient.is_empty() {
        compose_for_address(row, settings)
    } else {
        let id = Handle::try_from(row.recipient.clone())?;
        let account = db.account(&id).await?.filter(|account| may_read(row, account, request.as_ref()));
        let Some(account) = account else { return Ok(Prepared::Nobody) };
        compose(row, &account, request.as_ref(), settings)
    };
    if is_outdated(backend, row, request.as_ref(), now).await? {
        return Ok(Prepared::Outdated);
    }
    Ok(mail.map_or(Prepared::Unsendable("its row lacks what the mail should tell"), |mail| {
        Prepared::Ready(Box::new(mail))
    }))
}

/// Whether a mail is about a request that runs; of a digest, whether one of its mails is.
pub(super) async fn is_about_open_request(backend: &Backend, row: &MailRow) -> Result<bool> {
    if row.event == MailKind::Digest.as_str() {
        return backend.db().digest_is_about_open_request(row.id).await;
    }
    let Some(id) = row.request_id else { return Ok(false) };
    let request = backend.db().request(id).await?;
    Ok(request.is_some_and(|facts| !facts.request.state.name().is_end()))
}

fn may_read(row: &MailRow, account: &Account, request: Option<&RequestFacts>) -> bool {
    // An owner is told whatever has become of the account that its row names; who had accepted, that it was in vain.
    let fell_with_it = request.is_some_and(|facts| {
        matches!(facts.request.state, State::Aborted { reason: AbortReason::AccountDisabled, .. })
    });
    let told_all_the_same =
        row.event == MailKind::OwnerChanged.as_str() || (row.event == Event::Aborted.as_str() && fell_with_it);
    let is_told = match MailKind::from_name(&row.event) {
        // It may have been enabled again meanwhile.
        Some(MailKind::AccountDisabled) => !account.active,
        _ => account.active || told_all_the_same,
    };
    // An account sees no request that is older than itself, and none of a customer that it has blocked.
    let is_seen = |facts: &RequestFacts| {
        facts.request.id > account.created_after_request && !facts.request.is_hidden_from(&account.id)
    };
    is_told && request.is_none_or(is_seen)
}

/// Whether what the mail asks for can no longer be done.
async fn is_outdated(backend: &Backend, row: &MailRow, request: Option<&RequestFacts>, now: Timestamp) -> Result<bool> {
    let token = row.payload.as_deref().and_then(|payload| Token::parse(payload).ok());
    let Some(facts) = request else {
        return match token {
            Some(token) => Ok(!backend.db().is_working_link(&CodeHash::of(&token), now).await?),
            None => Ok(false),
        };
    };
    if !MailKind::from_name(&row.event).is_some_and(MailKind::asks) {
        return Ok(false);
    }
    let party = Handle::try_from(row.recipient.clone())?;
    if facts.request.may_decide(&party, now).is_err() {
        return Ok(true);
    }
    match token {
        Some(token) => Ok(backend.db().dead_code(facts.request.id, &party, &CodeHash::of(&token)).await?.is_some()),
        None => Ok(false),
    }
}
