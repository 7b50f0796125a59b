//! Counts the tries to sign in.

use std::time::Instant;

use axum::{extract::Request, http::HeaderMap};
use countersign_app::{SecurityEvent, Visitor};
use countersign_backend::Queue;
use countersign_domain::Problem;

use super::known_browser::KnownBrowser;
use crate::http::{
    guard::{
        client::Client,
        limits::SIGN_IN,
        wrong_passwords::{Attempt, Begun, Source},
    },
    state::State,
};

/// Counts a try to sign in before its password is compared. It counts no other form, and no login that is neither a customer ID
/// nor an address. The password of a known browser waits in the queue of known customers, which is the last to be full.
///
/// # Errors
/// [`Problem::TooMany`] when no try is left; and when the account cannot be read.
pub(super) async fn begin(
    state: &State,
    request: &mut Request,
    fields: &[(String, String)],
    client: &Client,
) -> Result<Option<Attempt>, Problem> {
    if request.uri().path() != SIGN_IN {
        return Ok(None);
    }
    let login = fields.iter().find(|(name, _)| name == "login").map_or("", |(_, value)| value);
    let named = state.backend.named_login(login).await.map_err(|error| error.for_client())?;
    let Some(named) = named else { return Ok(None) };
    let known = known_browser(state, request.headers(), named.account.as_ref());
    let is_known = known.is_some();
    let source = known.map_or(Source::Network(client.address), Source::Browser);
    let Begun { attempt, starts_slowing } = state.wrong_passwords.begin(&named.name, source, Instant::now());
    if let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() {
        if is_known {
            visitor.queue = Queue::Known;
        }
        if starts_slowing {
            SecurityEvent::SignInsSlowed.log(named.account.as_ref().map(|account| &account.id), visitor.from, None);
        }
    }
    attempt.map(Some).map_err(|retry_after| Problem::TooMany { retry_after })
}

/// The key of the browser, if the account has signed in in it.
fn known_browser(state: &State, headers: &HeaderMap, account: Option<&countersign_backend::Account>) -> Option<String> {
    let browser = KnownBrowser::read(state, headers)?;
    browser.knows(account?).then(|| browser.key().to_owned())
}
