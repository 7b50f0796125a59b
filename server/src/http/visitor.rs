//! Who asks, found out once a request: session, account, language.

use axum::{
    extract::{Request, State as Extract},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use countersign_app::{ACCOUNT_KEY, Visitor};
use countersign_backend::Error;
use countersign_domain::Handle;
use countersign_locales::Language;
use tower_sessions::Session;

use super::{State, language, security};

/// Puts a [`Visitor`] into the request.
pub(super) async fn identify(
    Extract(state): Extract<State>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let language = spoken(request.headers());
    let actor = async {
        let account = session.get::<Handle>(ACCOUNT_KEY).await;
        let account = account.map_err(|error| Error::Internal(format!("session: {error}")))?;
        match account {
            Some(account) => state.backend.act_as(&account).await,
            None => Ok(None),
        }
    };
    let actor = match actor.await {
        Ok(actor) => actor,
        Err(error) => return security::failure(error, language).into_response(),
    };
    let language = actor.as_ref().map_or(language, |actor| actor.account().language);
    request.extensions_mut().insert(Visitor { backend: state.backend.clone(), session, actor, language });
    next.run(request).await
}

/// The language that the browser asks for: the one chosen before, else the best of Accept-Language.
pub(super) fn spoken(headers: &HeaderMap) -> Language {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok()).unwrap_or("");
    let chosen = text(header::COOKIE)
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == language::COOKIE)
        .and_then(|(_, code)| Language::from_code(code));
    chosen.unwrap_or_else(|| Language::negotiate(text(header::ACCEPT_LANGUAGE)))
}
