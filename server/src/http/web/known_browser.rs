//! Browsers in which customers have signed in. They have tries of the password of their own, whatever strangers type elsewhere.
//!
//! The cookie is encrypted with the installation's key. It names the accounts, each with the stamp of its password: a new password
//! makes all other browsers unknown. The cookie is no credential: its bearer must know the password as well.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use cookie::time::Duration;
use countersign_backend::{Account, ambient::random};
use countersign_domain::{DAY, Handle, Timestamp};
use url::Url;

use crate::http::{
    cookies::{self, Keys},
    state::State,
};

/// The cookie, where the address is https and where it is not.
const NAMES: [&str; 2] = ["__Host-known-browser", "known-browser"];
/// The name under which it is encrypted.
const SEALED_AS: &str = "known-browser";
/// How long a browser is known after a sign-in, in milliseconds.
const LASTS: i64 = 365 * DAY;
/// Accounts that one cookie names: those that signed in last.
const ACCOUNTS: usize = 5;

/// What a browser's cookie says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KnownBrowser {
    /// Tells this browser from others, whoever signs in.
    key: String,
    /// Customer IDs, each with the stamp of its password; the last to sign in first.
    accounts: Vec<(String, String)>,
}

fn name(base: &Url) -> &'static str {
    let [https, http] = NAMES;
    if base.scheme() == "https" { https } else { http }
}

impl KnownBrowser {
    /// One in which nobody has signed in yet.
    fn new() -> Self {
        let key = random::<16>().iter().map(|byte| format!("{byte:02x}")).collect();
        Self { key, accounts: Vec::new() }
    }

    /// The browser that a request comes from, if it brings a cookie of ours that is in time.
    pub(super) fn read(state: &State, headers: &HeaderMap) -> Option<Self> {
        let value = cookies::value(headers, name(&state.backend.settings().base_url))?;
        Self::open(&state.cookie_keys, value, state.backend.now())
    }

    fn open(keys: &Keys, value: &str, now: Timestamp) -> Option<Self> {
        let text = keys.open(SEALED_AS, value)?;
        let mut words = text.split(' ');
        let until: i64 = words.next()?.parse().ok()?;
        let key = words.next()?.to_owned();
        let account = |word: &str| word.split_once('=').map(|(id, stamp)| (id.to_owned(), stamp.to_owned()));
        let accounts = words.map(account).collect::<Option<_>>()?;
        (now.0 < until).then_some(Self { key, accounts })
    }

    fn seal(&self, keys: &Keys, until: Timestamp) -> Option<String> {
        let accounts = self.accounts.iter().map(|(id, stamp)| format!(" {id}={stamp}"));
        keys.seal(SEALED_AS, format!("{} {}{}", until.0, self.key, accounts.collect::<String>()))
    }

    /// Its key, which no other browser has.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// Whether the account has signed in here with its present password.
    pub(super) fn knows(&self, account: &Account) -> bool {
        let stamp = account.password_stamp();
        self.accounts.iter().any(|(id, known)| id == account.id.as_str() && *known == stamp)
    }

    fn add(&mut self, account: &Handle, stamp: &str) {
        self.accounts.retain(|(id, _)| id != account.as_str());
        self.accounts.insert(0, (account.to_string(), stamp.to_owned()));
        self.accounts.truncate(ACCOUNTS);
    }
}

/// The answer, with the cookie of a browser in which an account has signed in: `browser` as it was before, if it was known.
pub(super) fn remember(
    mut response: Response,
    state: &State,
    browser: Option<KnownBrowser>,
    account: &Handle,
    stamp: &str,
) -> Response {
    let mut browser = browser.unwrap_or_else(KnownBrowser::new);
    browser.add(account, stamp);
    let base = &state.backend.settings().base_url;
    let value = browser.seal(&state.cookie_keys, state.backend.now().plus(LASTS));
    let cookie = value.map(|value| cookies::cookie(name(base), value, base).max_age(Duration::milliseconds(LASTS)));
    if let Some(Ok(line)) = cookie.map(|cookie| HeaderValue::try_from(cookie.build().to_string())) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

#[cfg(test)]
mod tests {
    use countersign_backend::SecretKey;
    use countersign_domain::Suffix;

    use super::*;

    fn id(stem: &str) -> Handle {
        Handle::parse(stem, &Suffix::default()).unwrap()
    }

    #[test]
    fn a_cookie_is_read_as_it_was_made_in_its_time_and_under_its_key() {
        let keys = Keys::of(&SecretKey::generate());
        let mut browser = KnownBrowser::new();
        assert_ne!(browser, KnownBrowser::new());
        browser.add(&id("aa1"), "stamp1");
        browser.add(&id("bb2"), "stamp2");
        let sealed = browser.seal(&keys, Timestamp(1000)).unwrap();
        assert!(!sealed.contains("aa1") && !sealed.contains("stamp1"));
        assert_eq!(KnownBrowser::open(&keys, &sealed, Timestamp(999)), Some(browser));
        assert_eq!(KnownBrowser::open(&keys, &sealed, Timestamp(1000)), None);
        assert_eq!(KnownBrowser::open(&Keys::of(&SecretKey::generate()), &sealed, Timestamp(0)), None);
        for text in ["", "1000", "nonsense key aa1-ovh=stamp1", "1000 key aa1-ovh"] {
            assert_eq!(KnownBrowser::open(&keys, &keys.seal(SEALED_AS, text.to_owned()).unwrap(), Timestamp(0)), None);
            assert_eq!(KnownBrowser::open(&keys, text, Timestamp(0)), None);
        }
    }

    #[test]
    fn the_last_five_accounts_are_known_each_once() {
        let mut browser = KnownBrowser::new();
        for n in [1, 2, 3, 4, 5, 6, 3] {
            browser.add(&id(&format!("aa{n}")), &format!("stamp{n}"));
        }
        let ids: Vec<_> = browser.accounts.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["aa3-ovh", "aa6-ovh", "aa5-ovh", "aa4-ovh", "aa2-ovh"]);
    }
}
