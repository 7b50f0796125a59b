//! `/.well-known/security.txt`: whom to tell of a weakness (RFC 9116).

use std::fmt::Write;

use axum::{
    extract::State as Extract,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use countersign_domain::DAY;
use countersign_locales::iso_date_time;
use url::Url;

use super::State;

/// How long what it says holds, in days, from when it is read. It is a setting of the server that answers, so it is of today; the
/// RFC asks for less than a year.
const HOLDS_DAYS: i64 = 180;

/// What the operator has set.
#[derive(Clone, Debug)]
pub(crate) struct SecurityTxt {
    /// Where to write to, the preferred first.
    pub(crate) contacts: Vec<Url>,
    /// The languages that are read there, as `en, fr`.
    pub(crate) languages: String,
}

/// The file; 404 where no contact is set.
pub(super) async fn show(Extract(state): Extract<State>) -> Response {
    let Some(SecurityTxt { contacts, languages }) = &state.security_txt else {
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

/// An address of the setting: one of the web by https, of mail, or of a telephone.
///
/// # Errors
/// What is wrong with it, for the operator.
pub(crate) fn contact(text: &str) -> Result<Url, String> {
    let url = Url::parse(text.trim()).map_err(|error| error.to_string())?;
    let is_one = match url.scheme() {
        "https" => true,
        "mailto" => url.path().contains('@'),
        "tel" => !url.path().is_empty(),
        _ => false,
    };
    if is_one { Ok(url) } else { Err("it must begin with mailto:, https:// or tel:".to_owned()) }
}

/// The languages of the setting: codes as `en` or `pt-BR`, parted by commas.
///
/// # Errors
/// What is wrong with them, for the operator.
pub(crate) fn languages(text: &str) -> Result<String, String> {
    let codes: Vec<&str> = text.split(',').map(str::trim).collect();
    let is_code =
        |code: &&str| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if codes.iter().all(is_code) { Ok(codes.join(", ")) } else { Err("use codes as en,fr".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_checked() {
        for right in ["mailto:security@example.org", "https://example.org/report", "tel:+33123456789"] {
            assert_eq!(contact(right).map(String::from).as_deref(), Ok(right));
        }
        for wrong in ["security@example.org", "mailto:nobody", "http://example.org", "javascript:x", "", "https://"] {
            assert!(contact(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(languages("en,fr , pt-BR").as_deref(), Ok("en, fr, pt-BR"));
        for wrong in ["", "en,,fr", "en;fr", "en\nContact: x"] {
            assert!(languages(wrong).is_err(), "{wrong:?}");
        }
    }
}
