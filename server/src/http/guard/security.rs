//! What every answer carries, and which requests are not let in.

use std::time::Duration;

use axum::{
    body::to_bytes,
    extract::{Request, State as Extract},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use countersign_app::{Coding, Network};
use countersign_domain::Problem;
use tokio::time::timeout;

use super::{access_log::loggable, client};
use crate::http::{
    answers,
    deployment::{BODY_LIMIT, Deployment},
};

/// For answers that bring no policy of their own.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// How long a client may take to send what a request brings.
const BODY_WITHIN: Duration = Duration::from_secs(20);

/// The longest address that is answered, in bytes.
const LONGEST_ADDRESS: usize = 8 * 1024;

/// Sets the headers that every answer carries.
pub(in crate::http) async fn headers(
    Extract(deployment): Extract<Deployment>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    // A cache on the way must not go on telling of what is mended in a moment, nor keep it for as long as what was asked for.
    if response.status().is_client_error() || response.status().is_server_error() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    set(header::X_FRAME_OPTIONS, "DENY");
    if deployment.base_url.scheme() == "https" {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    response
}

/// Bounds addresses. The HTTP library's own bound is eight times as high, and pages put what they are asked into addresses again.
pub(in crate::http) async fn bound_address(request: Request, next: Next) -> Response {
    if request.uri().to_string().len() > LONGEST_ADDRESS {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    next.run(request).await
}

/// Reads what a request brings before anything is done with it: all of it, in time, and no more than is allowed.
pub(in crate::http) async fn whole_body(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    match timeout(BODY_WITHIN, to_bytes(body, BODY_LIMIT)).await {
        Ok(Ok(bytes)) => next.run(Request::from_parts(parts, bytes.into())).await,
        Ok(Err(_)) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

/// Private pages and answers are not kept by anyone.
pub(in crate::http) async fn no_store(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Lets unsafe methods in from our own pages only: by Fetch Metadata, else by Origin.
pub(in crate::http) async fn same_site(
    Extract(deployment): Extract<Deployment>,
    request: Request,
    next: Next,
) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_same_site(request.headers(), &deployment) {
        return next.run(request).await;
    }
    let from = Network::of(client::ip(&request, &deployment.trusted_proxies));
    tracing::warn!(target: "security", %from, path = loggable(request.uri().path()), "cross-site request refused");
    let coding = Coding::asked(request.headers(), &deployment.build).unwrap_or_default();
    answers::refuse(&Problem::CrossSite, coding)
}

fn is_same_site(headers: &HeaderMap, deployment: &Deployment) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin" || site == "none",
        None => {
            let ours = deployment.base_url.origin().ascii_serialization();
            headers.get(header::ORIGIN).is_some_and(|origin| origin.as_bytes() == ours.as_bytes())
        }
    }
}
