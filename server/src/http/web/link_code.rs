//! The codes of mails' links, for pages that are open to whoever has the code.
//!
//! An address is written down in many places: the browser's history, logs of proxies, `Referer`. So a link's code is taken out of
//! it at once: the link is answered by 303 to the address without it, and the code goes along in a cookie of that page, encrypted
//! with the installation's key. So it outlives a new page, signing in and choosing a language, with and without JavaScript; after
//! an hour, or when it is used or of no use, it is gone. Opening a link stores nothing here, and decides nothing.

use axum::{
    extract::{Request, State as Extract},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use cookie::time::Duration;
use countersign_app::LinkCode;
use countersign_backend::Backend;
use countersign_domain::{HOUR, Timestamp};

use crate::http::{
    cookies::{self, Keys},
    state::State,
};

/// The pages that links lead to, and the forms on them that take the code.
const PAGES: [(&str, &str); 3] = [
    ("/reset-password", "/api/reset-password"),
    ("/sign-up/confirm", "/api/confirm-sign-up"),
    ("/profile/email", "/api/confirm-email"),
];
/// The cookie that holds the code of one page.
const COOKIE: &str = "link-code";
/// How long it holds it, in milliseconds.
const LASTS: i64 = HOUR;
/// The longest code that is kept, in bytes: any that can be read is shorter.
const LONGEST: usize = 200;

/// The cookie's value: for which page, until when, and the code.
fn seal(keys: &Keys, page: &str, until: Timestamp, code: &str) -> Option<String> {
    keys.seal(COOKIE, format!("{page} {} {code}", until.0))
}

/// The code in a cookie's value, if it was made here, for this page, and its time is not over.
fn open(keys: &Keys, page: &str, now: Timestamp, value: &str) -> Option<String> {
    let text = keys.open(COOKIE, value)?;
    let (of, rest) = text.split_once(' ')?;
    let (until, code) = rest.split_once(' ')?;
    (of == page && now.0 < until.parse().ok()?).then(|| code.to_owned())
}

/// The page of a form that takes a link's code.
pub(super) fn page_of(form: &str) -> Option<&'static str> {
    PAGES.iter().find(|(_, known)| *known == form).map(|(page, _)| *page)
}

/// Takes the code out of a link's address, or lets the page have the one that its cookie holds.
pub(super) async fn take(Extract(state): Extract<State>, mut request: Request, next: Next) -> Response {
    let known = PAGES.iter().find(|(page, _)| *page == request.uri().path());
    let (Some((page, _)), &Method::GET | &Method::HEAD) = (known, request.method()) else {
        return next.run(request).await;
    };
    let query = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes());
    if let Some((_, code)) = query.into_iter().find(|(name, _)| name == "token") {
        return keep(Redirect::to(page).into_response(), &state, page, &code);
    }
    if let Some(code) = read(&state.backend, &state.cookie_keys, page, request.headers()) {
        request.extensions_mut().insert(LinkCode(code));
    }
    let response = next.run(request).await;
    // The page has said that the link cannot be used any more. The next time it takes another code.
    if response.status() == StatusCode::GONE { forget(response, &state, page) } else { response }
}

fn read(backend: &Backend, keys: &Keys, page: &str, headers: &HeaderMap) -> Option<String> {
    open(keys, page, backend.now(), cookies::value(headers, COOKIE)?)
}

/// The answer, with the code in the cookie of the page. What is empty or too long to be a code takes the former one away.
pub(super) fn keep(response: Response, state: &State, page: &'static str, code: &str) -> Response {
    let until = state.backend.now().plus(LASTS);
    let fits = !code.is_empty() && code.len() <= LONGEST;
    match fits.then(|| seal(&state.cookie_keys, page, until, code)).flatten() {
        Some(sealed) => set(response, state, page, sealed, Duration::milliseconds(LASTS)),
        None => forget(response, state, page),
    }
}

/// The answer, which takes the cookie of the page away.
pub(super) fn forget(response: Response, state: &State, page: &'static str) -> Response {
    set(response, state, page, String::new(), Duration::ZERO)
}

fn set(mut response: Response, state: &State, page: &'static str, value: String, lasts: Duration) -> Response {
    let cookie = cookies::cookie(COOKIE, value, &state.backend.settings().base_url).path(page).max_age(lasts).build();
    if let Ok(line) = HeaderValue::try_from(cookie.to_string()) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

#[cfg(test)]
mod tests {
    use countersign_backend::SecretKey;

    use super::*;

    #[test]
    fn a_cookie_is_read_by_its_page_within_its_time_and_under_its_key() {
        let keys = Keys::of(&SecretKey::generate());
        let sealed = seal(&keys, "/reset-password", Timestamp(1000), "0123 ABCD").unwrap();
        assert!(!sealed.contains("0123"));
        assert_eq!(open(&keys, "/reset-password", Timestamp(999), &sealed).as_deref(), Some("0123 ABCD"));
        assert_eq!(open(&keys, "/reset-password", Timestamp(1000), &sealed), None);
        assert_eq!(open(&keys, "/profile/email", Timestamp(0), &sealed), None);
        assert_eq!(open(&Keys::of(&SecretKey::generate()), "/reset-password", Timestamp(0), &sealed), None);
        for forged in ["", "nonsense", "/reset-password 1000 0123", &sealed[1..]] {
            assert_eq!(open(&keys, "/reset-password", Timestamp(0), forged), None);
        }
    }
}
