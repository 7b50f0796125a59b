//! Health and readiness.

use axum::{extract::State as Extract, http::StatusCode};
use countersign_backend::Stopped;

use super::state::State;

/// The process lives.
pub(super) async fn healthz() -> &'static str {
    "ok"
}

/// The database answers, and can be written. Says also whether no mail goes out: pages are served all the same.
pub(super) async fn readyz(Extract(state): Extract<State>) -> (StatusCode, &'static str) {
    let not_ready = (StatusCode::SERVICE_UNAVAILABLE, "not ready");
    if !state.readiness.check(&state.backend).await {
        return not_ready;
    }
    match state.backend.mails_stopped().await {
        Ok(Stopped { held_since: Some(_), .. }) => (StatusCode::OK, "ready, but mails are held"),
        Ok(Stopped { pause: Some(_), .. }) => (StatusCode::OK, "ready, but the mail server takes no mails"),
        Ok(Stopped { .. }) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            not_ready
        }
    }
}
