//! Forms sent without JavaScript: the answer of the server function becomes a redirect, and what went wrong, with what was
//! typed, waits in the session for the next page.

use axum::{
    http::{HeaderMap, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use countersign_app::{Coding, FLASH_KEY, Flash, Visitor, part_notice};
use countersign_domain::{Problem, RequestId};
use url::Url;

use super::{api, limits, refusal};

/// Fields that are never stored: passwords, codes, and the address to go on to, which may have a code in it.
const SECRETS: [&str; 4] = ["password", "new_password", "code", "next"];
/// The longest value that is given back, in bytes: what is longer fits no field, and would only fill the database.
const LONGEST: usize = 32 * 1024;
/// The longest code that is given back, in bytes: any that can be read is shorter.
const LONGEST_CODE: usize = 200;

/// The button of a form that is only to be checked: it is not sent on, but comes back, and its page says what it would do.
pub(super) const CHECK: &str = "check";

/// Who sent a form, and from which page.
#[derive(Clone)]
pub(super) struct Sender {
    form: String,
    back: String,
    visitor: Visitor,
}

impl Sender {
    pub(super) fn of(parts: &Parts) -> Option<Self> {
        let visitor = parts.extensions.get::<Visitor>()?.clone();
        Some(Self { form: parts.uri.path().to_owned(), back: referer_path(&parts.headers), visitor })
    }
}

/// Turns the answer of a server function into that of a form.
pub(super) async fn answer(sender: Sender, response: Response, fields: Vec<(String, String)>) -> Response {
    if response.status().is_success() {
        let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        let (page, notice) = part_notice(location.unwrap_or(&sender.back));
        let Some(notice) = notice.map(str::to_owned) else { return Redirect::to(page).into_response() };
        let done = Flash { form: sender.form, problem: None, notice: Some(notice), fields: Vec::new() };
        return keep(&sender.visitor, done, page).await;
    }
    let problem = api::problem(response, Coding::Json).await;
    if let (None, Problem::TooMany { .. }) = (sender.visitor.account_id(), &problem) {
        return refusal::refusal(&problem, sender.visitor.language);
    }
    give_back(sender, Some(problem), fields).await
}

/// Shows the form's page again, with what was typed and what was wrong with it.
pub(super) async fn give_back(sender: Sender, problem: Option<Problem>, mut fields: Vec<(String, String)>) -> Response {
    let Sender { form, back, visitor } = sender;
    // Strangers can store nothing but what went wrong with a form that they may send so often and no oftener.
    if visitor.account_id().is_none() && (problem.is_none() || !limits::is_limited(&form)) {
        return Redirect::to(&back).into_response();
    }
    let back = page_of(&form, back, &fields);
    fields.retain(|(name, value)| !SECRETS.contains(&name.as_str()) && value.len() <= LONGEST);
    keep(&visitor, Flash { form, problem, notice: None, fields }, &back).await
}

/// Keeps what the next page tells, and goes there.
async fn keep(visitor: &Visitor, flash: Flash, next: &str) -> Response {
    match visitor.session.insert(FLASH_KEY, flash).await {
        Ok(()) => Redirect::to(next).into_response(),
        Err(error) => {
            let error = countersign_backend::Error::Internal(format!("session: {error}"));
            refusal::failure(error, visitor.language)
        }
    }
}

/// The page to which a form goes back that came from `back`. A code lets in whoever has it, so it is not stored: it goes
/// back where it came from, into the page's address. `back` may have lost it, because the browser shows no codes.
fn page_of(form: &str, back: String, fields: &[(String, String)]) -> String {
    let typed = |name| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    if form == "/api/sign-in" {
        // The form stands in the place of the page to go on to, or on a page of its own.
        let next = typed("next").and_then(our_place).filter(|next| path_of(next) == path_of(&back));
        return next.unwrap_or(back);
    }
    let Some(code) = typed("code") else { return back };
    match (form, typed("id").and_then(|id| id.parse::<RequestId>().ok())) {
        ("/api/confirm-sign-up", _) => with_code("/sign-up/confirm", code),
        ("/api/reset-password", _) => with_code("/reset-password", code),
        ("/api/confirm-email", _) => with_code("/profile/email", code),
        ("/api/decide", Some(id)) => with_code(&format!("/contacts/requests/{id}"), code),
        _ => with_code(path_of(&back), code),
    }
}

/// The address of a page, with a code that was sent from it.
fn with_code(page: &str, code: &str) -> String {
    if code.is_empty() || code.len() > LONGEST_CODE {
        return page.to_owned();
    }
    let code: String = form_urlencoded::byte_serialize(code.as_bytes()).collect();
    format!("{page}?token={code}")
}

fn path_of(place: &str) -> &str {
    place.split('?').next().unwrap_or(place)
}

/// The page of ours that a form stands on.
pub(super) fn referer_path(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    referer.and_then(|referer| Url::parse(referer).ok()).and_then(|url| place(&url)).unwrap_or_else(|| "/".to_owned())
}

/// A page of ours, as one of our forms names it. It is never another site's, whatever it was made to say.
pub(super) fn our_place(named: &str) -> Option<String> {
    place(&Url::parse("http://localhost").ok()?.join(named).ok()?)
}

/// Path and query of an address.
fn place(url: &Url) -> Option<String> {
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let path = url.path();
    // `//host` would be another site's address.
    let path = if path.starts_with("//") { "/" } else { path };
    Some(match url.query() {
        Some(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_code_goes_back_into_the_address() {
        let back = |form: &str, fields: &[(&str, &str)]| {
            let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            page_of(form, "/x?token=OLD".to_owned(), &fields)
        };
        let reset = |code: &str| back("/api/reset-password", &[("code", code)]);
        assert_eq!(reset("0123-ABCD"), "/reset-password?token=0123-ABCD");
        assert_eq!(reset("a b&c=\r\nd"), "/reset-password?token=a+b%26c%3D%0D%0Ad");
        assert_eq!(reset(""), "/reset-password");
        assert_eq!(reset(&"0".repeat(201)), "/reset-password");
        assert_eq!(back("/api/confirm-sign-up", &[("code", "A")]), "/sign-up/confirm?token=A");
        assert_eq!(back("/api/confirm-email", &[("code", "A")]), "/profile/email?token=A");
        assert_eq!(back("/api/decide", &[("id", "7"), ("code", "A")]), "/contacts/requests/7?token=A");
        // From wherever else: into the address that it came from.
        assert_eq!(back("/api/decide", &[("id", "//evil.example"), ("code", "A")]), "/x?token=A");
        assert_eq!(back("/api/decide", &[("id", "7")]), "/x?token=OLD");
        assert_eq!(back("/api/cancel", &[("id", "7")]), "/x?token=OLD");
    }

    #[test]
    fn signing_in_goes_on_where_it_was() {
        let back =
            |back: &str, next: &str| page_of("/api/sign-in", back.to_owned(), &[("next".to_owned(), next.to_owned())]);
        let with_code = "/contacts/requests/7?token=ABC";
        assert_eq!(back("/contacts/requests/7", with_code), with_code);
        assert_eq!(back("/sign-in?next=%2Fx", "/x"), "/sign-in?next=%2Fx");
        assert_eq!(back("/", with_code), "/");
        for elsewhere in
            ["//evil.example/contacts/requests/7?token=ABC", "https:\\\\evil.example/contacts/requests/7?token=ABC"]
        {
            assert_eq!(back("/contacts/requests/7", elsewhere), with_code, "here, as it says");
        }
        for nowhere in ["", "//", "javascript:alert(1)", "https://", "/.//contacts/requests/7"] {
            assert_eq!(back("/contacts/requests/7", nowhere), "/contacts/requests/7", "{nowhere:?}");
        }
    }

    #[test]
    fn a_page_is_one_of_ours() {
        assert_eq!(our_place("/a?b=1&c"), Some("/a?b=1&c".to_owned()));
        assert_eq!(our_place("/a\r\nSet-Cookie: x=\u{e9}"), Some("/aSet-Cookie:%20x=%C3%A9".to_owned()));
        assert_eq!(our_place("/.//evil.example"), Some("/".to_owned()));
        assert_eq!(our_place("//evil.example/a"), Some("/a".to_owned()));
        assert_eq!(our_place("javascript:alert(1)"), None);
    }

    #[test]
    fn back_to_a_page_of_ours() {
        let back = |referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, HeaderValue::from_str(referer).unwrap());
            referer_path(&headers)
        };
        assert_eq!(back("http://a.example/contacts/requests/7?token=ABC&x="), "/contacts/requests/7?token=ABC&x=");
        assert_eq!(back("http://a.example/profile?"), "/profile");
        assert_eq!(back("http://a.example/profile"), "/profile");
        assert_eq!(back("http://a.example//evil.example/x"), "/");
        assert_eq!(back("http://a.example/\\evil.example/x"), "/");
        assert_eq!(back("foo:/\\evil.example/x"), "/");
        assert_eq!(back("nonsense"), "/");
        assert_eq!(referer_path(&HeaderMap::new()), "/");
    }
}
