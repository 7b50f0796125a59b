//! `/.well-known/security.txt`: whom to tell of a weakness (RFC 9116).

use std::fmt::Write;

use axum::{
    extract::State as Extract,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use countersign_domain::DAY;
use countersign_locales::iso_date_time;

use super::state::State;
use crate::security_contact::SecurityContact;

/// How long what it says holds, in days, from when it is read. It is a setting of the server that answers, so it is of today; the
/// RFC asks for less than a year.
const HOLDS_DAYS: i64 = 180;

/// The file; 404 where no contact is set.
pub(super) async fn show(Extract(state): Extract<State>) -> Response {
    let Some(SecurityContact { contacts, languages }) = &state.security_contact else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let settings = state.backend.settings();
    let mut text = String::new();
    for contact in contacts {
        let _ = writeln!(text, "Contact: {contact}");
    }
    // By the day, so that it is the same file all day long.
    let today = state.backend.now().0 / DAY * DAY;
    let _ = writeln!(text, "Expires: {}", iso_date_time(today + HOLDS_DAYS * DAY));
    let _ = writeln!(text, "Preferred-Languages: {languages}");
    // Addresses of the web must be https there.
    if settings.base_url.scheme() == "https" {
        let _ = writeln!(text, "Canonical: {}", settings.link("/.well-known/security.txt"));
    }
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=3600")], text)
        .into_response()
}
