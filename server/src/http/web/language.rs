//! Choosing a language: kept in a cookie, and with the account of whoever is signed in.

use axum::{
    Extension, Form,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use countersign_app::Visitor;
use countersign_locales::Language;
use serde::Deserialize;

use super::forms;
use crate::http::{answers, cookies, request_headers::LANGUAGE};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    language: Language,
    /// The page that the form stands on; the browser's address bar shows no codes.
    back: Option<String>,
}

/// Keeps the choice and shows the page again.
pub(super) async fn choose(
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    Form(Choice { language, back }): Form<Choice>,
) -> Response {
    if let Some(actor) = &visitor.actor
        && let Err(error) = actor.set_language(language).await
    {
        return answers::failure(error, language);
    }
    let base = &visitor.backend.settings().base_url;
    let cookie = cookies::choice(LANGUAGE, language.code(), base);
    let back = forms::back(back.as_deref(), &headers, base);
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(back.as_str())).into_response()
}
