//! Choosing light or dark, against the system: kept in a cookie, and known before the page is made, so that no wrong one shows.

use axum::{
    Form,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use countersign_app::Theme;
use serde::Deserialize;

use super::{
    forms::{our_place, referer_path},
    visitor,
};

/// The cookie that holds the choice.
const COOKIE: &str = "theme";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    theme: Theme,
    /// The page that the form stands on; the browser's address bar shows no codes.
    back: Option<String>,
}

/// Keeps the choice and shows the page again.
pub(super) async fn choose(headers: HeaderMap, Form(Choice { theme, back }): Form<Choice>) -> Response {
    let cookie = format!("{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", theme.as_str());
    let back = back.and_then(|back| our_place(&back)).unwrap_or_else(|| referer_path(&headers));
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(&back)).into_response()
}

/// What was chosen, if anything was.
pub(super) fn chosen(headers: &HeaderMap) -> Theme {
    visitor::cookie(headers, COOKIE).and_then(Theme::from_name).unwrap_or_default()
}
