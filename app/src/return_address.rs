//! Where a visitor goes next, when somebody else may have written it: `next` of the sign-in form, `back` of other forms, `Referer`.
//!
//! A browser does not follow such a text letter by letter: it drops tabs, resolves `..`, and reads `\` as `/`. So the text is read
//! by the same standard (crate `url`), and what the answer carries is what was judged, written anew; never the text itself.

use url::{Position, Url};

use crate::notice::split_name;

/// Path and query of one of our own pages. Only [`ReturnAddress::parse`] makes one: in a `Location` it leads a browser to no other
/// origin, and it is one line of visible ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnAddress(String);

impl Default for ReturnAddress {
    /// The start page.
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl ReturnAddress {
    /// Reads an address as a browser does that is at `base`, the address at which customers reach us.
    ///
    /// `None` if it is of another origin, or if path and query alone would be read as another address than this one:
    /// `/..//host/x` is a path of ours, but `//host/x` is somebody else's page. What does not begin with `/`, and control characters,
    /// are refused as well: our own pages write no such address. What the address says to have been done (`?notice=`) is left out:
    /// only our own answers may say that.
    #[must_use]
    pub fn parse(text: &str, base: &Url) -> Option<Self> {
        if !text.starts_with('/') || text.chars().any(char::is_control) {
            return None;
        }
        let start = base.join("/").ok()?;
        let mut url = start.join(text).ok()?;
        url.set_fragment(None);
        let (place, _) = split_name(&url[Position::BeforePath..Position::AfterQuery]);
        // An empty query asks for nothing.
        let place = place.trim_end_matches('?');
        let again = start.join(place).ok()?;
        let stays = url.origin() == start.origin()
            && again.origin() == start.origin()
            && &again[Position::BeforePath..Position::AfterQuery] == place;
        stays.then(|| Self(place.to_owned()))
    }

    /// The page of ours that a `Referer` names. Its host does not count: forms are taken from our own pages only, and we may be
    /// reached by another name than the configured one.
    #[must_use]
    pub fn from_referer(referer: &str, base: &Url) -> Option<Self> {
        let url = Url::parse(referer).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        Self::parse(&url[Position::BeforePath..Position::AfterQuery], base)
    }

    /// As it stands in an answer.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without its query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.split('?').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn base() -> Url {
        Url::parse("https://contacts.example.org").unwrap()
    }

    fn parse(text: &str) -> Option<String> {
        ReturnAddress::parse(text, &base()).map(|address| address.as_str().to_owned())
    }

    #[test]
    fn our_own_addresses_are_written_anew() {
        for (text, place) in [
            ("/", "/"),
            ("/contacts/requests/7?token=ABC&x=", "/contacts/requests/7?token=ABC&x="),
            ("/contacts/../profile", "/profile"),
            ("/%2e%2e/profile", "/profile"),
            ("/profile?", "/profile"),
            ("/help#mail", "/help"),
            ("/a b\u{e9}", "/a%20b%C3%A9"),
            ("/a\\b", "/a/b"),
            ("/x?next=//evil.example", "/x?next=//evil.example"),
        ] {
            assert_eq!(parse(text).as_deref(), Some(place), "{text:?}");
        }
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for text in [
            "//evil.example/x",
            "///evil.example/x",
            "/\\evil.example/x",
            "\\\\evil.example/x",
            "/..//evil.example/x",
            "/.//evil.example/x",
            "/contacts/..//evil.example/x",
            "/%2e%2e//evil.example/x",
            "/%2E.//evil.example/x",
            "/./..//evil.example/x",
            "..//evil.example/x",
            ".//evil.example/x",
            "/.\\/evil.example/x",
            "/..\\\\evil.example",
            "/\t/evil.example/x",
            "/..//",
            "https://evil.example/x",
            "https:\\\\evil.example/x",
            "http://contacts.example.org/x",
            "https://contacts.example.org:444/x",
            "https://contacts.example.org//evil.example/x",
            "https://contacts.example.org@evil.example/x",
            "blob:https://contacts.example.org/x",
            "javascript:alert(1)",
            "data:text/html,x",
            "/a\r\nSet-Cookie: x=1",
            "https://",
            "",
            "profile",
            "?x",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn only_our_own_answers_say_that_something_was_done() {
        assert_eq!(parse("/profile?notice=password").as_deref(), Some("/profile"));
        assert_eq!(parse("/x?a=?notice=password").as_deref(), Some("/x?a="));
    }

    #[test]
    fn a_referer_is_a_page_of_ours_whatever_its_host() {
        let back =
            |referer: &str| ReturnAddress::from_referer(referer, &base()).map(|address| address.as_str().to_owned());
        assert_eq!(back("http://localhost:3000/profile?x=1").as_deref(), Some("/profile?x=1"));
        for referer in
            ["http://a.example//evil.example/x", "http://a.example/..//evil.example", "foo:/x", "nonsense", ""]
        {
            assert_eq!(back(referer), None, "{referer:?}");
        }
    }

    /// What addresses that mislead are made of.
    fn piece() -> impl Strategy<Value = String> {
        const KNOWN: &[&str] = &[
            "/",
            "//",
            "\\",
            ".",
            "..",
            "/..",
            "/.",
            "%2e",
            "%2E%2e",
            "%2f",
            "%5c",
            "\t",
            "\n",
            " ",
            "@",
            ":",
            "?",
            "#",
            "evil.example",
            "contacts.example.org",
            "https:",
            "http:",
            "blob:",
            "javascript:",
            "data:",
            "file:",
            "contacts",
            "x",
            "?notice=x",
            "%",
            "\u{2f}\u{338}",
            "\u{ff0f}",
            "\u{3002}",
            "\u{2025}",
            "\u{ad}",
            ":443",
            ":80",
            "[::1]",
            "\u{e9}",
        ];
        prop_oneof![8 => proptest::sample::select(KNOWN).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        /// Wherever a browser of ours is when it gets such an answer, it stays with us.
        #[test]
        fn no_address_leads_to_another_origin(pieces in proptest::collection::vec(piece(), 0..12), lead in "[/.\\\\]{0,4}") {
            let text = lead + &pieces.concat();
            let Some(address) = ReturnAddress::parse(&text, &base()) else { return Ok(()) };
            let place = address.as_str();
            prop_assert!(place.starts_with('/') && !place.starts_with("//") && !place.starts_with("/\\"), "{text:?} → {place:?}");
            prop_assert!(place.bytes().all(|byte| byte.is_ascii_graphic()), "{text:?} → {place:?}");
            prop_assert!(split_name(place).1.is_none(), "{text:?} → {place:?}");
            for open in ["/", "/sign-in?next=x", "//evil.example/x", "/contacts/requests/7"] {
                let page = Url::parse(&format!("https://contacts.example.org{open}")).unwrap();
                let reached = page.join(place).unwrap();
                prop_assert_eq!(reached.origin(), base().origin(), "{:?} → {:?}", &text, place);
                prop_assert_eq!(&reached[Position::BeforePath..], place);
            }
            prop_assert_eq!(ReturnAddress::parse(place, &base()), Some(address.clone()));
        }
    }
}
