//! The cookies that this server sets itself. (That of the session is the session layer's.)

use axum::http::{HeaderMap, header};
use cookie::{Cookie, CookieBuilder, SameSite, time::Duration};
use url::Url;

/// A cookie that no script reads, that other sites' forms do not bring along, and that a browser never sends in clear where we are
/// served by https.
pub(super) fn cookie(name: &'static str, value: String, base: &Url) -> CookieBuilder<'static> {
    Cookie::build((name, value)).path("/").http_only(true).same_site(SameSite::Lax).secure(base.scheme() == "https")
}

/// A choice of the reader's that is kept for a year.
pub(super) fn choice(name: &'static str, value: &'static str, base: &Url) -> String {
    cookie(name, value.to_owned(), base).max_age(Duration::days(365)).build().to_string()
}

/// The value of a cookie that a request brings.
pub(super) fn value<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == wanted).map(|(_, value)| value)
}
