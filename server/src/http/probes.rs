//! Health, readiness, and the access log, which never holds a query string or a code.

use std::time::{Duration, Instant};

use axum::{
    extract::{Request, State as Extract},
    http::StatusCode,
    middleware::Next,
    response::Response,
};

use countersign_backend::{Backend, store::Stopped};
use countersign_domain::TOKEN_LENGTH;
use tokio::{sync::Mutex, time::timeout};
use uuid::Uuid;

use super::State;

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
    match state.backend.db().mails_stopped().await {
        Ok(Stopped { held_since: Some(_), .. }) => (StatusCode::OK, "ready, but mails are held"),
        Ok(Stopped { pause: Some(_), .. }) => (StatusCode::OK, "ready, but the mail server takes no mails"),
        Ok(Stopped { .. }) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            not_ready
        }
    }
}

/// How long a probe waits for the database.
const PROBE_WITHIN: Duration = Duration::from_secs(3);
/// How long a successful write counts, so that probes add no load however often they come.
const WRITTEN_COUNTS: Duration = Duration::from_secs(5);
/// How long a failed one counts.
const FAILED_COUNTS: Duration = Duration::from_secs(1);

/// What the last probe found.
#[derive(Debug, Default)]
pub(super) struct Readiness(Mutex<Option<(Instant, bool)>>);

impl Readiness {
    /// Whether the database answers and can be written. Whoever asks meanwhile waits for the same answer.
    async fn check(&self, backend: &Backend) -> bool {
        let mut last = self.0.lock().await;
        let known = last.filter(|(at, ready)| at.elapsed() < if *ready { WRITTEN_COUNTS } else { FAILED_COUNTS });
        if let Some((_, false)) = known {
            return false;
        }
        let probe = async {
            backend.db().ping().await?;
            if known.is_none() {
                backend.db().try_write(backend.now()).await?;
            }
            Ok::<_, countersign_backend::Error>(())
        };
        let failure = match timeout(PROBE_WITHIN, probe).await {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(_) => Some(format!("no answer within {} seconds", PROBE_WITHIN.as_secs())),
        };
        if let Some(error) = &failure {
            tracing::warn!(error, "not ready");
        }
        if known.is_none() || failure.is_some() {
            *last = Some((Instant::now(), failure.is_none()));
        }
        failure.is_none()
    }
}

/// A line for each request: method, path, status, time taken.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), loggable(request.uri().path()));
    let begun = Instant::now();
    let response = next.run(request).await;
    // As a type that JSON has a number for.
    let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: "countersign::access", %method, path, status = response.status().as_u16(), ms);
    response
}

/// A path as logs may hold it. A link that was damaged on its way may have its code there: what is not like a name of ours, or
/// is too long for one, is left out.
pub(super) fn loggable(path: &str) -> String {
    let may_be_code = |run: &str| {
        run.bytes().filter(u8::is_ascii_alphanumeric).count() >= TOKEN_LENGTH && Uuid::try_parse(run).is_err()
    };
    let part = |part| {
        let mut runs = str::split(part, |c: char| !c.is_ascii_alphanumeric() && c != '-');
        let ours = str::bytes(part).all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if ours && !runs.any(may_be_code) { part } else { "…" }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::loggable;

    #[test]
    fn codes_are_not_logged() {
        let code = "0123456789ABCDEFGHJKMNPQRSTV";
        let grouped = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV";
        for path in [
            format!("/contacts/requests/2%3Ftoken={code}"),
            format!("/x/{grouped}/y"),
            code.to_lowercase(),
            "/sign-in;password=4567".to_owned(),
        ] {
            let told = loggable(&path);
            assert!(told.contains('…') && !told.to_uppercase().contains("4567"), "{told}");
        }
        let ours = [
            "/",
            "/contacts/services/0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000/owner",
            "/pkg/countersign.e4775ee2973f91ed.wasm",
            "/api/end-other-sessions",
        ];
        for path in ours {
            assert_eq!(loggable(path), path);
        }
    }
}
