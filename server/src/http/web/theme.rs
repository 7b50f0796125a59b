//! Choosing light or dark, against the system: kept in a cookie, and known before the page is made, so that no wrong one shows.

use axum::{
    Form,
    extract::State as Extract,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use countersign_app::Theme;
use serde::Deserialize;

use super::forms;
use crate::http::{cookies, request_headers::THEME, state::State};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    theme: Theme,
    /// The page that the form stands on; the browser's address bar shows no codes.
    back: Option<String>,
}

/// Keeps the choice and shows the page again.
pub(super) async fn choose(
    Extract(state): Extract<State>,
    headers: HeaderMap,
    Form(Choice { theme, back }): Form<Choice>,
) -> Response {
    let base = &state.backend.settings().base_url;
    let cookie = cookies::choice(THEME, theme.as_str(), base);
    let back = forms::back(back.as_deref(), &headers, base);
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(back.as_str())).into_response()
}
