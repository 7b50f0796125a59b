//! Server functions: what reaches them at all, from the browser's WASM or from a plain form.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State as Extract},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use countersign_app::{Fault, Visitor};
use countersign_domain::Problem;
use countersign_locales::Ui;
use leptos::prelude::provide_context;

use super::{BODY_LIMIT, State, client, forms, inputs, limits};

/// Answers a call of a server function, from the browser's WASM or from a plain form.
pub(super) async fn serve(Extract(state): Extract<State>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    if server_fn_missing(&parts) {
        return refuse(&Problem::NotFound);
    }
    let posted = parts.method == Method::POST;
    if posted && !is_form(&parts) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let input: &[u8] = if posted { &bytes } else { parts.uri.query().unwrap_or_default().as_bytes() };
    let fields: Vec<(String, String)> = form_urlencoded::parse(input).into_owned().collect();
    let fits = std::str::from_utf8(input).is_ok() && inputs::fit(parts.uri.path(), &fields);

    let plain = posted && accepts_html(&parts);
    let sender = forms::Sender::of(&parts);
    // The answer is made for a program, whoever asked; a form's answer is made from it.
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let response = if fits { call(&state, parts, bytes).await } else { refuse(&Problem::Malformed) };
    match sender.filter(|_| plain) {
        Some(sender) => forms::answer(sender, response, if fits { fields } else { Vec::new() }).await,
        None => response,
    }
}

fn server_fn_missing(parts: &Parts) -> bool {
    let path = parts.uri.path();
    !leptos::server_fn::axum::server_fn_paths().any(|(known, method)| known == path && method == parts.method)
}

fn is_form(parts: &Parts) -> bool {
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

fn accepts_html(parts: &Parts) -> bool {
    let accepts = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepts.is_some_and(|accepts| accepts.contains("text/html"))
}

async fn call(state: &State, parts: Parts, bytes: Bytes) -> Response {
    let request = Request::from_parts(parts, Body::from(bytes));
    if request.uri().path() == "/api/sign-in" {
        let address = client::address(&request, &state.trusted_proxies);
        if let Err(retry_after) = state.limits.sign_in(address) {
            return refuse(&Problem::TooMany { retry_after });
        }
    }
    let language = request.extensions().get::<Visitor>().map(|visitor| visitor.language).unwrap_or_default();
    let response =
        leptos_axum::handle_server_fns_with_context(move || provide_context(Ui::of(language)), request).await;
    let response = response.into_response();
    if response.status() == StatusCode::TOO_MANY_REQUESTS {
        // So that it says when to come back.
        return refuse(&problem(response).await);
    }
    response
}

/// A problem as server functions answer it.
pub(super) fn refuse(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    limits::say_when((status, axum::Json(problem)).into_response(), problem)
}

/// The problem that an answer tells of.
pub(super) async fn problem(response: Response) -> Problem {
    match to_bytes(response.into_body(), BODY_LIMIT).await {
        Ok(body) => leptos::serde_json::from_slice::<Fault>(&body).map_or(Problem::Malformed, |fault| fault.0),
        Err(_) => Problem::Malformed,
    }
}
