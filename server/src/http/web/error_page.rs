//! The page for a problem that no page of the application can show. It is made last of all, of our texts and addresses alone: whatever
//! has failed before, it can be shown.

use askama::Template;
use axum::{
    body::{Body, HttpBody},
    extract::{Request, State as Extract},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use countersign_app::Coding;
use countersign_backend::Error;
use countersign_locales::Ui;

use crate::http::{
    answers::{self, ErrorPage},
    guard::sessions,
    request_headers,
    state::State,
};

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);

#[derive(Template)]
#[template(path = "refusal.html")]
struct Page<'a> {
    ui: Ui,
    language: &'static str,
    theme: &'static str,
    css: &'a str,
    text: &'a str,
}

/// Makes the page of a refusal, and one for a failure without a word, if a browser has asked for a page: sessions that cannot be
/// stored fail so. Why is logged there.
pub(super) async fn show(Extract(state): Extract<State>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let theme = request_headers::chosen(headers).as_str();
    let coding = Coding::asked(headers, state.assets.build()).unwrap_or_default();
    let language = request_headers::accepts_html(headers).then(|| request_headers::spoken(headers));
    let (mut response, contended) = sessions::noting_contention(next.run(request)).await;
    let wordless = response.status().is_server_error()
        && response.body().is_end_stream()
        && response.extensions().get::<ErrorPage>().is_none();
    // Whoever stores a session is told no more than that it failed.
    if wordless || (contended.is_some() && response.status() == StatusCode::INTERNAL_SERVER_ERROR) {
        response = match (language, contended) {
            (Some(language), Some(problem)) => answers::error_page(&problem, language),
            (Some(language), None) => {
                answers::failure(Error::Internal("an answer without a word".to_owned()), language)
            }
            (None, Some(problem)) => answers::refuse(&problem, coding),
            (None, None) => response,
        };
    }
    let Some(ErrorPage { language, text }) = response.extensions_mut().remove() else { return response };
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
