//! Server functions. A form that was sent without JavaScript reaches the same function; its answer becomes a redirect, and
//! what went wrong, with what was typed, waits in the session for the next page.

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State as Extract},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use countersign_app::{FLASH_KEY, Fault, Visitor};
use countersign_domain::Problem;
use countersign_locales::Ui;
use leptos::prelude::provide_context;
use url::Url;

use super::{BODY_LIMIT, State, client, security};

/// Fields that are never given back.
const SECRETS: [&str; 2] = ["password", "new_password"];

/// Answers a call of a server function, from the browser's WASM or from a plain form.
pub(super) async fn serve(Extract(state): Extract<State>, request: Request) -> Response {
    let accepts = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    if request.method() == axum::http::Method::POST && accepts.contains("text/html") {
        plain_form(state, request).await
    } else {
        call(&state, request).await
    }
}

async fn call(state: &State, request: Request) -> Response {
    if request.uri().path() == "/api/sign-in" {
        let address = client::address(&request, &state.trusted_proxies);
        if let Err(retry_after) = state.limits.sign_in(address) {
            return refuse(&Problem::TooMany { retry_after });
        }
    }
    if server_fn_missing(&request) {
        return refuse(&Problem::NotFound);
    }
    let language = request.extensions().get::<Visitor>().map(|visitor| visitor.language).unwrap_or_default();
    let response =
        leptos_axum::handle_server_fns_with_context(move || provide_context(Ui::of(language)), request).await;
    response.into_response()
}

fn server_fn_missing(request: &Request) -> bool {
    let path = request.uri().path();
    !leptos::server_fn::axum::server_fn_paths().any(|(known, method)| known == path && method == *request.method())
}

/// A problem as server functions answer it.
fn refuse(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, axum::Json(problem)).into_response();
    if let Problem::TooMany { retry_after } = problem {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after));
    }
    response
}

async fn plain_form(state: State, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let is_form = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|kind| {
        kind.split(';').next().is_some_and(|kind| kind.trim() == "application/x-www-form-urlencoded")
    });
    if !is_form {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let mut fields: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
    let back = referer_path(&parts.headers);
    let form = parts.uri.path().to_owned();
    let visitor = parts.extensions.get::<Visitor>().cloned();

    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let response = call(&state, Request::from_parts(parts, Body::from(bytes))).await;
    if response.status().is_success() {
        let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        return Redirect::to(location.unwrap_or(&back)).into_response();
    }

    let problem = match to_bytes(response.into_body(), BODY_LIMIT).await {
        Ok(body) => leptos::serde_json::from_slice::<Fault>(&body).map_or(Problem::Malformed, |fault| fault.0),
        Err(_) => Problem::Malformed,
    };
    fields.retain(|(name, _)| !SECRETS.contains(&name.as_str()));
    let Some(visitor) = visitor else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let flash = countersign_app::Flash { form, problem, fields };
    match visitor.session.insert(FLASH_KEY, flash).await {
        Ok(()) => Redirect::to(&back).into_response(),
        Err(error) => {
            let error = countersign_backend::Error::Internal(format!("session: {error}"));
            security::failure(error, visitor.language)
        }
    }
}

/// The page of ours that a form stands on, without the notice of the act before.
pub(super) fn referer_path(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let Some(url) = referer.and_then(|referer| Url::parse(referer).ok()) else { return "/".to_owned() };
    let query: Vec<_> =
        url.query().unwrap_or("").split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("notice=")).collect();
    let path = url.path();
    // `//host` would be another site's address.
    let path = if path.starts_with("//") { "/" } else { path };
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_to_a_page_of_ours() {
        let back = |referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, HeaderValue::from_str(referer).unwrap());
            referer_path(&headers)
        };
        assert_eq!(
            back("http://a.example/contacts/requests/7?token=ABC&notice=resent"),
            "/contacts/requests/7?token=ABC"
        );
        assert_eq!(back("http://a.example/profile"), "/profile");
        assert_eq!(back("http://a.example//evil.example/x"), "/");
        assert_eq!(back("nonsense"), "/");
        assert_eq!(referer_path(&HeaderMap::new()), "/");
    }
}
