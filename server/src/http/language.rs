//! Choosing a language: kept in a cookie, and with the account of whoever is signed in.

use axum::{
    Extension, Form,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use countersign_app::Visitor;
use countersign_locales::Language;
use serde::Deserialize;

use super::{
    forms::{our_place, referer_path},
    refusal,
};

/// The cookie that holds the chosen language.
pub(super) const COOKIE: &str = "language";

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
        return refusal::failure(error, language);
    }
    let cookie = format!("{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", language.code());
    let back = back.and_then(|back| our_place(&back)).unwrap_or_else(|| referer_path(&headers));
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(&back)).into_response()
}
