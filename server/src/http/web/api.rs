//! Server functions: what reaches them at all, from the browser's WASM or from a plain form.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State as Extract},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use countersign_app::{Coding, Proof, SecurityEvent, Visitor};
use countersign_domain::Problem;
use countersign_locales::{Language, Ui};
use leptos::prelude::provide_context;

use super::{
    forms, inputs,
    known_browser::{self, KnownBrowser},
    sign_in_tries,
};
use crate::http::{
    answers::{self, refuse},
    deployment::BODY_LIMIT,
    guard::{client, limits},
    request_headers::accepts_html,
    state::State,
};

/// Answers a call of a server function, from the browser's WASM or from a plain form.
pub(super) async fn serve(Extract(state): Extract<State>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let Some(coding) = Coding::asked(&parts.headers, state.assets.build()) else {
        return StatusCode::UPGRADE_REQUIRED.into_response();
    };
    if server_fn_missing(&parts) {
        return refuse(&Problem::NotFound, coding);
    }
    if let Some(refusal) = refuse_page(&state, &parts) {
        return refusal;
    }
    let posted = parts.method == Method::POST;
    if posted && !is_form(&parts) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let input: &[u8] = if posted { &bytes } else { parts.uri.query().unwrap_or_default().as_bytes() };
    let mut fields: Vec<(String, String)> = form_urlencoded::parse(input).into_owned().collect();
    let plain = posted && accepts_html(&parts.headers);
    let sender = forms::Sender::of(&parts);
    if let (true, Some(sender)) = (plain && fields.iter().any(|(name, _)| name == forms::CHECK), &sender) {
        fields.retain(|(name, _)| name != forms::CHECK);
        let fields = if inputs::fit(parts.uri.path(), &fields) { fields } else { Vec::new() };
        return forms::give_back(&state, sender.clone(), None, fields).await;
    }
    let fits = std::str::from_utf8(input).is_ok() && inputs::fit(parts.uri.path(), &fields);
    let visitor = parts.extensions.get::<Visitor>().cloned();
    let browser = posted.then(|| KnownBrowser::read(&state, &parts.headers)).flatten();
    // The answer is made for a program, whoever asked; a form's answer is made from it.
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let response =
        if fits { call(&state, parts, bytes, &fields, coding).await } else { refuse(&Problem::Malformed, coding) };
    let response = match sender.filter(|_| plain) {
        Some(sender) => forms::answer(&state, sender, response, if fits { fields } else { Vec::new() }).await,
        None => response,
    };
    match visitor.as_ref().and_then(Visitor::proof) {
        Some(Proof::Accepted { account, password_stamp }) => {
            known_browser::remember(response, &state, browser, account, password_stamp)
        }
        Some(Proof::Rejected) | None => response,
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

/// Refuses the form of a served page that could not show what it is told, before anything is done: what is typed is still
/// there.
fn refuse_page(state: &State, parts: &Parts) -> Option<Response> {
    let (build, language) = Coding::page(&parts.headers)?;
    let visitor = parts.extensions.get::<Visitor>()?;
    // All but those that are limited are for accounts.
    if visitor.account_id().is_none() && !limits::is_limited(parts.uri.path()) {
        // The account's language is not known any more; the page is in it.
        let language = Language::from_code(language).unwrap_or(visitor.language);
        return Some(answers::error_page(&Problem::SignedOut, language));
    }
    let up_to_date = build == state.assets.build() && language == visitor.language.code();
    (!up_to_date).then(|| StatusCode::UPGRADE_REQUIRED.into_response())
}

async fn call(state: &State, parts: Parts, bytes: Bytes, fields: &[(String, String)], coding: Coding) -> Response {
    let mut request = Request::from_parts(parts, Body::from(bytes));
    let client = client::of(&request, &state.deployment.trusted_proxies);
    if let Err(retry_after) = state.limits.count(request.uri().path(), &client) {
        return refuse(&Problem::TooMany { retry_after }, coding);
    }
    let attempt = match sign_in_tries::begin(state, &mut request, fields, &client).await {
        Ok(attempt) => attempt,
        Err(problem) => return refuse(&problem, coding),
    };
    let language = request.extensions().get::<Visitor>().map(|visitor| visitor.language).unwrap_or_default();
    let context = move || {
        provide_context(Ui::of(language));
        provide_context(coding);
    };
    let (visitor, path) = (request.extensions().get::<Visitor>().cloned(), request.uri().path().to_owned());
    let mut response = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    if let Some(attempt) = attempt {
        state.wrong_passwords.end(attempt, visitor.as_ref().and_then(Visitor::proof));
    }
    if let Some(visitor) = visitor {
        log_refused(&visitor, response.status(), &path);
    }
    if matches!(response.status(), StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        // So that it says when to come back.
        return refuse(&answers::problem(response, coding).await, coding);
    }
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(coding.media_type()));
    response
}

/// Writes into the security log that an account asked for what it has no right to. What is another's is not there for it.
pub(super) fn log_refused(visitor: &Visitor, status: StatusCode, path: &str) {
    if let (Some(actor), StatusCode::FORBIDDEN | StatusCode::NOT_FOUND) = (&visitor.actor, status) {
        SecurityEvent::RightRefused.log(Some(&actor.account().id), visitor.from, Some(path));
    }
}
