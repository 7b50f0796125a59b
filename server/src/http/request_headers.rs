//! What the headers of a request say of its sender: what it accepts, its language, its theme.

use axum::http::{HeaderMap, header};
use countersign_app::Theme;
use countersign_locales::Language;

use super::cookies;

/// The cookie that holds the chosen language.
pub(super) const LANGUAGE: &str = "language";
/// The cookie that holds the chosen theme.
pub(super) const THEME: &str = "theme";

/// Whether a browser asks, for a page.
pub(super) fn accepts_html(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepts.is_some_and(|accepts| accepts.contains("text/html"))
}

/// The language that the browser asks for: the one chosen before, else the best of Accept-Language.
pub(super) fn spoken(headers: &HeaderMap) -> Language {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok()).unwrap_or("");
    let chosen = cookies::value(headers, LANGUAGE).and_then(Language::from_code);
    chosen.unwrap_or_else(|| Language::negotiate(text(header::ACCEPT_LANGUAGE)))
}

/// What was chosen, if anything was.
pub(super) fn chosen(headers: &HeaderMap) -> Theme {
    cookies::value(headers, THEME).and_then(Theme::from_name).unwrap_or_default()
}
