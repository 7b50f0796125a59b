//! The page for a problem that no page of the application can show. It is made last of all, of our texts and addresses alone: whatever
//! has failed before, it can be shown.

use askama::Template;
use axum::{
    body::{Body, HttpBody},
    extract::{Request, State as Extract},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use countersign_app::Coding;
use countersign_backend::Error;
use countersign_domain::Problem;
use countersign_locales::{Language, Ui};

use super::{State, api, limits, sessions, theme, visitor};

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);

/// Goes with an answer whose page is still to be made.
#[derive(Clone)]
struct Refusal {
    language: Language,
    text: String,
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct Page<'a> {
    ui: Ui,
    language: &'static str,
    theme: &'static str,
    css: &'a str,
    text: &'a str,
}

/// An answer for a failure inside, in the reader's language, with the id under which it is logged.
pub(super) fn failure(error: Error, language: Language) -> Response {
    refusal(&error.for_client(), language)
}

/// An answer that tells of a problem by a page of its own.
pub(super) fn refusal(problem: &Problem, language: Language) -> Response {
    let ui = Ui::of(language);
    let text = match problem {
        Problem::SignedOut => ui.problem_signed_out().to_owned(),
        Problem::Internal(id) => ui.problem_internal(id),
        Problem::Contended { .. } => ui.problem_contended().to_owned(),
        Problem::Overloaded { .. } => ui.problem_overloaded().to_owned(),
        Problem::TooMany { retry_after } => ui.problem_too_many(i64::from((retry_after + 59) / 60)),
        _ => ui.problem_malformed().to_owned(),
    };
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = limits::say_when(status.into_response(), problem);
    response.extensions_mut().insert(Refusal { language, text });
    response
}

/// Makes the page of a refusal, and one for a failure without a word, if a browser has asked for a page: sessions that cannot be
/// stored fail so. Why is logged there.
pub(super) async fn show(Extract(state): Extract<State>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let theme = theme::chosen(headers).as_str();
    let coding = Coding::asked(headers, state.assets.build()).unwrap_or_default();
    let language = api::accepts_html(headers).then(|| visitor::spoken(headers));
    let (mut response, contended) = sessions::noting_contention(next.run(request)).await;
    let wordless = response.status().is_server_error()
        && response.body().is_end_stream()
        && response.extensions().get::<Refusal>().is_none();
    // Whoever stores a session is told no more than that it failed.
    if wordless || (contended.is_some() && response.status() == StatusCode::INTERNAL_SERVER_ERROR) {
        response = match (language, contended) {
            (Some(language), Some(problem)) => refusal(&problem, language),
            (Some(language), None) => failure(Error::Internal("an answer without a word".to_owned()), language),
            (None, Some(problem)) => api::refuse(&problem, coding),
            (None, None) => response,
        };
    }
    let Some(Refusal { language, text }) = response.extensions_mut().remove() else { return response };
    let css = &state.assets.css;
    let page = Page { ui: Ui::of(language), language: language.code(), theme, css, text: &text };
    let html = page.render().unwrap_or(text);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    headers.remove(header::CONTENT_LENGTH);
    *response.body_mut() = Body::from(html);
    response
}
