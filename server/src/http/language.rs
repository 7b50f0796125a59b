//! Choosing a language: kept in a cookie, and with the account of whoever is signed in.

use axum::{
    Extension, Form,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use countersign_app::Visitor;
use countersign_locales::Language;
use serde::Deserialize;

use super::{forms::referer_path, security};

/// The cookie that holds the chosen language.
pub(super) const COOKIE: &str = "language";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    language: Language,
}

/// Keeps the choice and shows the page again.
pub(super) async fn choose(
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    Form(Choice { language }): Form<Choice>,
) -> Response {
    if let Some(actor) = &visitor.actor
        && let Err(error) = actor.set_language(language).await
    {
        return security::failure(error, language);
    }
    let cookie = format!("{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", language.code());
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(&referer_path(&headers))).into_response()
}
