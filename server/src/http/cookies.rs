//! The cookies that this server sets itself. (That of the session is the session layer's.)

use axum::http::{HeaderMap, header};
use cookie::{Cookie, CookieBuilder, CookieJar, Key, SameSite, time::Duration};
use countersign_backend::SecretKey;
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

/// Encrypts and decrypts values of cookies. One that another cookie had is not read.
pub(super) struct Keys(Key);

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// Made of the installation's key: the cookie of one process is read by the others.
    pub(super) fn of(key: &SecretKey) -> Self {
        Self(Key::derive_from(key.reveal()))
    }

    /// The value of the cookie `name` that holds `text`.
    pub(super) fn seal(&self, name: &'static str, text: String) -> Option<String> {
        let mut jar = CookieJar::new();
        jar.private_mut(&self.0).add(Cookie::new(name, text));
        jar.get(name).map(|cookie| cookie.value().to_owned())
    }

    /// What the value of the cookie `name` holds, if it was made here.
    pub(super) fn open(&self, name: &'static str, value: &str) -> Option<String> {
        let cookie = CookieJar::new().private(&self.0).decrypt(Cookie::new(name, value.to_owned()))?;
        Some(cookie.value().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_under_its_name_and_its_key() {
        let keys = Keys::of(&SecretKey::generate());
        let sealed = keys.seal("one", "a b".to_owned()).unwrap();
        assert!(!sealed.contains("a b"));
        assert_eq!(keys.open("one", &sealed).as_deref(), Some("a b"));
        assert_eq!(keys.open("other", &sealed), None);
        assert_eq!(Keys::of(&SecretKey::generate()).open("one", &sealed), None);
        for forged in ["", "a b", "nonsense", &sealed[1..]] {
            assert_eq!(keys.open("one", forged), None);
        }
    }
}
