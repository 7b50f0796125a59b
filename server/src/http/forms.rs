//! Forms sent without JavaScript: the answer of the server function becomes a redirect, and what went wrong, with what was
//! typed, waits in the session for the next page.

use axum::{
    http::{HeaderMap, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use countersign_app::{Coding, FLASH_KEY, Flash, Visitor};
use countersign_domain::Problem;
use url::Url;

use super::{api, limits, security};

/// Fields that are never given back.
const SECRETS: [&str; 2] = ["password", "new_password"];
/// The longest value that is given back, in bytes: what is longer fits no field, and would only fill the database.
const LONGEST: usize = 16 * 1024;
/// The longest code that is given back, in bytes: any that can be read is shorter.
const LONGEST_CODE: usize = 200;
/// Forms that carry the code of a mail's link, and the pages that they stand on. Such a code lets in whoever has it: it is not
/// stored, but goes back where it came from, into the page's address.
const OF_LINKS: [(&str, &str); 2] =
    [("/api/confirm-sign-up", "/sign-up/confirm"), ("/api/reset-password", "/reset-password")];

/// Who sent a form, and from which page.
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
pub(super) async fn answer(sender: Sender, response: Response, mut fields: Vec<(String, String)>) -> Response {
    let Sender { form, mut back, visitor } = sender;
    if response.status().is_success() {
        let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        return Redirect::to(location.unwrap_or(&back)).into_response();
    }
    let problem = api::problem(response, Coding::Json).await;
    // Strangers can store nothing but what went wrong with a form that they may send so often and no oftener.
    if visitor.actor.is_none() {
        if let Problem::TooMany { .. } = problem {
            return security::refusal(&problem, visitor.language);
        }
        if !limits::is_limited(&form) {
            return Redirect::to(&back).into_response();
        }
    }
    if let Some((_, page)) = OF_LINKS.iter().find(|(known, _)| *known == form) {
        back = with_code(page, &fields);
        fields.retain(|(name, _)| name != "code");
    }
    fields.retain(|(name, value)| !SECRETS.contains(&name.as_str()) && value.len() <= LONGEST);
    match visitor.session.insert(FLASH_KEY, Flash { form, problem, fields }).await {
        Ok(()) => Redirect::to(&back).into_response(),
        Err(error) => {
            let error = countersign_backend::Error::Internal(format!("session: {error}"));
            security::failure(error, visitor.language)
        }
    }
}

/// The address of a link's page, with the code that was sent from it.
fn with_code(page: &str, fields: &[(String, String)]) -> String {
    let code = fields.iter().find(|(name, value)| name == "code" && value.len() <= LONGEST_CODE);
    let code: String =
        code.map(|(_, value)| form_urlencoded::byte_serialize(value.as_bytes()).collect()).unwrap_or_default();
    if code.is_empty() { page.to_owned() } else { format!("{page}?token={code}") }
}

/// The page of ours that a form stands on, without the notice of the act before.
pub(super) fn referer_path(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let url =
        referer.and_then(|referer| Url::parse(referer).ok()).filter(|url| matches!(url.scheme(), "http" | "https"));
    let Some(url) = url else { return "/".to_owned() };
    let query: Vec<_> =
        url.query().unwrap_or("").split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("notice=")).collect();
    let path = url.path();
    // `//host` would be another site's address.
    let path = if path.starts_with("//") { "/" } else { path };
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_code_goes_back_into_the_address() {
        let back = |code: &str| with_code("/reset-password", &[("code".to_owned(), code.to_owned())]);
        assert_eq!(back("0123-ABCD"), "/reset-password?token=0123-ABCD");
        assert_eq!(back("a b&c=\r\nd"), "/reset-password?token=a+b%26c%3D%0D%0Ad");
        assert_eq!(back(""), "/reset-password");
        assert_eq!(back(&"0".repeat(201)), "/reset-password");
        assert_eq!(with_code("/reset-password", &[]), "/reset-password");
    }

    #[test]
    fn back_to_a_page_of_ours() {
        let back = |referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, HeaderValue::from_str(referer).unwrap());
            referer_path(&headers)
        };
        assert_eq!(
            back("http://a.example/contacts/requests/7?token=ABC&notice=resent"),
            "/contacts/requests/7?token=ABC"
        );
        assert_eq!(back("http://a.example/profile"), "/profile");
        assert_eq!(back("http://a.example//evil.example/x"), "/");
        assert_eq!(back("http://a.example/\\evil.example/x"), "/");
        assert_eq!(back("foo:/\\evil.example/x"), "/");
        assert_eq!(back("nonsense"), "/");
        assert_eq!(referer_path(&HeaderMap::new()), "/");
    }
}
