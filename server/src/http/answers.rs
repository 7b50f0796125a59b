//! Answers that tell a problem: to a program, or to a person as a page.

use axum::{
    body::to_bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use countersign_app::{ApiError, Coding};
use countersign_backend::Error;
use countersign_domain::Problem;
use countersign_locales::{Language, Ui};

use super::{deployment::BODY_LIMIT, request_headers};

/// Goes with an answer whose page is still to be made.
#[derive(Clone)]
pub(super) struct ErrorPage {
    pub(super) language: Language,
    pub(super) text: String,
}

/// An answer for a failure inside, in the reader's language, with the id under which it is logged.
pub(super) fn failure(error: Error, language: Language) -> Response {
    error_page(&error.for_client(), language)
}

/// An answer that tells of a problem by a page of its own.
pub(super) fn error_page(problem: &Problem, language: Language) -> Response {
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
    let mut response = say_when(status.into_response(), problem);
    response.extensions_mut().insert(ErrorPage { language, text });
    response
}

/// A problem as server functions answer it.
pub(super) fn refuse(problem: &Problem, coding: Coding) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = coding.write(problem).unwrap_or_default();
    say_when((status, [(header::CONTENT_TYPE, coding.media_type())], body).into_response(), problem)
}

/// The problem that an answer tells of.
pub(super) async fn problem(response: Response, coding: Coding) -> Problem {
    match to_bytes(response.into_body(), BODY_LIMIT).await {
        Ok(body) => coding.read::<ApiError>(&body).map_or(Problem::Malformed, |fault| fault.0),
        Err(_) => Problem::Malformed,
    }
}

/// The answer, with the time after which to try again where `problem` says one.
fn say_when(mut response: Response, problem: &Problem) -> Response {
    if let Some(seconds) = problem.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The same as a page or for a program, as the request asks. `build` is what the server's own pages must be of.
pub(super) fn refuse_as_asked(headers: &HeaderMap, problem: &Problem, build: &str) -> Response {
    if request_headers::accepts_html(headers) {
        return error_page(problem, request_headers::spoken(headers));
    }
    refuse(problem, Coding::asked(headers, build).unwrap_or_default())
}
