//! Forms sent without JavaScript: the answer of the server function becomes a redirect, and what went wrong, with what was
//! typed, waits in the session for the next page.

use axum::{
    http::{HeaderMap, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use countersign_app::{Coding, FLASH_KEY, Flash, Notice, ReturnAddress, Visitor};
use countersign_domain::{Problem, RequestId};
use url::Url;

use super::link_code;
use crate::http::{answers, guard::limits, state::State};

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
    back: ReturnAddress,
    visitor: Visitor,
}

impl Sender {
    pub(super) fn of(parts: &Parts) -> Option<Self> {
        let visitor = parts.extensions.get::<Visitor>()?.clone();
        let back = back(None, &parts.headers, &visitor.backend.settings().base_url);
        Some(Self { form: parts.uri.path().to_owned(), back, visitor })
    }
}

/// Turns the answer of a server function into that of a form.
pub(super) async fn answer(
    state: &State,
    sender: Sender,
    response: Response,
    fields: Vec<(String, String)>,
) -> Response {
    if response.status().is_success() {
        let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        let (page, notice) = Notice::split(location.unwrap_or(sender.back.as_str()));
        let done = notice.map(|notice| Flash {
            form: sender.form.clone(),
            problem: None,
            notice: Some(notice),
            fields: Vec::new(),
        });
        let response = match done {
            Some(done) => keep(&sender.visitor, done, page).await,
            None => Redirect::to(page).into_response(),
        };
        return match link_code::page_of(&sender.form) {
            Some(page) => link_code::forget(response, state, page),
            None => response,
        };
    }
    let problem = answers::problem(response, Coding::Json).await;
    // Strangers store nothing.
    if problem.retry_after().is_some() && sender.visitor.account_id().is_none() {
        return answers::error_page(&problem, sender.visitor.language);
    }
    give_back(state, sender, Some(problem), fields).await
}

/// Shows the form's page again, with what was typed and what was wrong with it.
pub(super) async fn give_back(
    state: &State,
    sender: Sender,
    problem: Option<Problem>,
    mut fields: Vec<(String, String)>,
) -> Response {
    let Sender { form, back, visitor } = sender;
    // Strangers can store nothing but what went wrong with a form that they may send so often and no oftener.
    if visitor.account_id().is_none() && (problem.is_none() || !limits::is_limited(&form)) {
        return Redirect::to(back.as_str()).into_response();
    }
    let place = page_of(&form, &back, &fields, &state.backend.settings().base_url);
    let code = typed(&fields, "code").map(str::to_owned);
    fields.retain(|(name, value)| !SECRETS.contains(&name.as_str()) && value.len() <= LONGEST);
    let response = keep(&visitor, Flash { form: form.clone(), problem, notice: None, fields }, &place).await;
    match (link_code::page_of(&form), code) {
        (Some(page), Some(code)) => link_code::keep(response, state, page, &code),
        _ => response,
    }
}

/// Keeps what the next page tells, and goes there.
async fn keep(visitor: &Visitor, flash: Flash, next: &str) -> Response {
    let problem = flash.problem.clone();
    match (visitor.session.insert(FLASH_KEY, flash).await, problem) {
        (Ok(()), _) => Redirect::to(next).into_response(),
        // The session cannot be stored for the same reason.
        (Err(_), Some(problem)) if problem.retry_after().is_some() => answers::error_page(&problem, visitor.language),
        (Err(error), _) => {
            let error = countersign_backend::Error::Internal(format!("session: {error}"));
            answers::failure(error, visitor.language)
        }
    }
}

fn typed<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// The page to which a form goes back that came from `back`. A code is not stored. That of a page which is open to whoever has the
/// code goes along in that page's cookie; that of a request goes back where it came from, into the page's address, which `back` may
/// have lost because the browser shows no codes.
fn page_of(form: &str, back: &ReturnAddress, fields: &[(String, String)], base: &Url) -> String {
    if form == "/api/sign-in" {
        // The form stands in the place of the page to go on to, or on a page of its own.
        let next = typed(fields, "next").and_then(|next| ReturnAddress::parse(next, base));
        let here = next.filter(|next| next.path() == back.path());
        return here.as_ref().unwrap_or(back).as_str().to_owned();
    }
    if let Some(page) = link_code::page_of(form) {
        return page.to_owned();
    }
    let Some(code) = typed(fields, "code") else { return back.as_str().to_owned() };
    match typed(fields, "id").and_then(|id| id.parse::<RequestId>().ok()) {
        Some(id) if form == "/api/decide" => with_code(&format!("/contacts/requests/{id}"), code),
        _ => with_code(back.path(), code),
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

/// The page that a form comes back to: the one that it names, else the one that it stands on, else the start page.
pub(super) fn back(named: Option<&str>, headers: &HeaderMap, base: &Url) -> ReturnAddress {
    let named = named.and_then(|named| ReturnAddress::parse(named, base));
    let referer = || {
        let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
        ReturnAddress::from_referer(referer?, base)
    };
    named.or_else(referer).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn base() -> Url {
        Url::parse("http://localhost:3000").unwrap()
    }

    fn address(text: &str) -> ReturnAddress {
        ReturnAddress::parse(text, &base()).unwrap()
    }

    #[test]
    fn the_code_of_a_request_goes_back_into_the_address() {
        let back = |form: &str, fields: &[(&str, &str)]| {
            let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            page_of(form, &address("/x?token=OLD"), &fields, &base())
        };
        let decide = |code: &str| back("/api/decide", &[("id", "7"), ("code", code)]);
        assert_eq!(decide("0123-ABCD"), "/contacts/requests/7?token=0123-ABCD");
        assert_eq!(decide("a b&c=\r\nd"), "/contacts/requests/7?token=a+b%26c%3D%0D%0Ad");
        assert_eq!(decide(""), "/contacts/requests/7");
        assert_eq!(decide(&"0".repeat(201)), "/contacts/requests/7");
        // From wherever else: into the address that it came from.
        assert_eq!(back("/api/decide", &[("id", "//evil.example"), ("code", "A")]), "/x?token=A");
        assert_eq!(back("/api/decide", &[("id", "7")]), "/x?token=OLD");
        assert_eq!(back("/api/cancel", &[("id", "7")]), "/x?token=OLD");
    }

    #[test]
    fn a_code_that_lets_in_whoever_has_it_stands_in_no_address() {
        for (form, page) in [
            ("/api/reset-password", "/reset-password"),
            ("/api/confirm-sign-up", "/sign-up/confirm"),
            ("/api/confirm-email", "/profile/email"),
        ] {
            for code in ["0123-ABCD", ""] {
                let fields = [("code".to_owned(), code.to_owned())];
                assert_eq!(page_of(form, &address("/x?token=OLD"), &fields, &base()), page);
            }
        }
    }

    #[test]
    fn signing_in_goes_on_where_it_was() {
        let back = |back: &str, next: &str| {
            page_of("/api/sign-in", &address(back), &[("next".to_owned(), next.to_owned())], &base())
        };
        let with_code = "/contacts/requests/7?token=ABC";
        assert_eq!(back("/contacts/requests/7", with_code), with_code);
        assert_eq!(back("/sign-in?next=%2Fx", "/x"), "/sign-in?next=%2Fx");
        assert_eq!(back("/", with_code), "/");
        for nowhere in [
            "",
            "//",
            "javascript:alert(1)",
            "https://",
            "/.//contacts/requests/7",
            "//evil.example/contacts/requests/7?token=ABC",
            "https:\\\\evil.example/contacts/requests/7?token=ABC",
        ] {
            assert_eq!(back("/contacts/requests/7", nowhere), "/contacts/requests/7", "{nowhere:?}");
        }
    }

    #[test]
    fn a_form_comes_back_to_a_page_of_ours() {
        let from = |named: Option<&str>, referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, HeaderValue::from_str(referer).unwrap());
            back(named, &headers, &base()).as_str().to_owned()
        };
        let page = "http://a.example/contacts/requests/7?token=ABC&x=";
        assert_eq!(from(None, page), "/contacts/requests/7?token=ABC&x=");
        assert_eq!(from(Some("/profile"), page), "/profile");
        assert_eq!(from(Some("/..//evil.example/x"), "http://a.example/profile?"), "/profile");
        for nonsense in ["http://a.example//evil.example/x", "http://a.example/\\evil.example/x", "nonsense"] {
            assert_eq!(from(None, nonsense), "/", "{nonsense:?}");
        }
        assert_eq!(back(None, &HeaderMap::new(), &base()), ReturnAddress::default());
    }
}
