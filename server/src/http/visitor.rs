//! Who asks, found out once a request: session, account, language.

use axum::{
    extract::{Request, State as Extract},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};
use countersign_app::{Network, Visitor};
use countersign_locales::Language;
use tower_sessions::Session;

use super::{State, client, cookies, language, refusal};
use crate::network::network;

/// Puts a [`Visitor`] into the request.
pub(super) async fn identify(
    Extract(state): Extract<State>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let language = spoken(request.headers());
    let address = client::ip(&request, &state.trusted_proxies);
    let sender = address.map(|address| network(address, 64).to_string());
    match Visitor::of(&state.backend, session, language, Network::of(address), sender).await {
        Ok(visitor) => {
            request.extensions_mut().insert(visitor);
            next.run(request).await
        }
        Err(error) => refusal::failure(error, language),
    }
}

/// The language that the browser asks for: the one chosen before, else the best of Accept-Language.
pub(super) fn spoken(headers: &HeaderMap) -> Language {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok()).unwrap_or("");
    let chosen = cookies::value(headers, language::COOKIE).and_then(Language::from_code);
    chosen.unwrap_or_else(|| Language::negotiate(text(header::ACCEPT_LANGUAGE)))
}
