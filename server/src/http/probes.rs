//! Health, readiness, and the access log, which never holds a query string.

use std::time::Instant;

use axum::{
    extract::{Request, State as Extract},
    http::StatusCode,
    middleware::Next,
    response::Response,
};

use super::State;

/// The process lives.
pub(super) async fn healthz() -> &'static str {
    "ok"
}

/// The database answers.
pub(super) async fn readyz(Extract(state): Extract<State>) -> (StatusCode, &'static str) {
    match state.backend.db().ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}

/// A line for each request: method, path, status, time taken.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let begun = Instant::now();
    let response = next.run(request).await;
    let ms = begun.elapsed().as_millis();
    tracing::info!(target: "countersign::access", %method, path, status = response.status().as_u16(), ms);
    response
}
