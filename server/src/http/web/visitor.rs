//! Who asks, found out once a request: session, account, language.

use axum::{
    extract::{Request, State as Extract},
    middleware::Next,
    response::Response,
};
use countersign_app::{Network, Visitor};
use tower_sessions::Session;

use crate::{
    http::{answers, guard::client, request_headers::spoken, state::State},
    network::network,
};

/// Puts a [`Visitor`] into the request.
pub(super) async fn identify(
    Extract(state): Extract<State>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let language = spoken(request.headers());
    let address = client::ip(&request, &state.deployment.trusted_proxies);
    let sender = address.map(|address| network(address, 64).to_string());
    match Visitor::of(&state.backend, session, language, Network::of(address), sender).await {
        Ok(visitor) => {
            request.extensions_mut().insert(visitor);
            next.run(request).await
        }
        Err(error) => answers::failure(error, language),
    }
}
