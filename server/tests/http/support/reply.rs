//! What a server answered.

use countersign_domain::Problem;
use countersign_locales::{Language, Ui};
use serde::de::DeserializeOwned;
use serde_json::Value;
use ureq::http::HeaderMap;

use super::{Server, html};

/// An answer, read whole.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// What was asked for, for failing tests.
    pub(crate) asked: String,
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Reply {
    /// Itself, if it has this status.
    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.body);
        self
    }

    /// The problem that it tells of, whose status must be that of the answer.
    #[track_caller]
    pub(crate) fn problem(&self) -> Problem {
        let problem: Problem = self.json();
        assert_eq!(self.status, problem.status(), "{}: {problem:?}", self.asked);
        problem
    }

    /// It tells of this problem.
    #[track_caller]
    pub(crate) fn fails(&self, expected: &Problem) {
        assert_eq!(&self.problem(), expected, "{}", self.asked);
    }

    #[track_caller]
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.asked, self.body))
    }

    #[track_caller]
    pub(crate) fn value(&self) -> Value {
        self.json()
    }

    /// A header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The cookie that it sets under this name, with its attributes.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        let mut set = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        set.rfind(|line| line.split_once('=').is_some_and(|(known, _)| known == name)).map(str::to_owned)
    }

    /// It leads to this place of ours, as a form's answer does.
    #[track_caller]
    pub(crate) fn leads_to(&self, place: &str) {
        assert_eq!((self.status, self.header("location")), (303, place), "{}: {}", self.asked, self.body);
    }

    /// What a reader sees of a page, in one line.
    pub(crate) fn text(&self) -> String {
        html::text(&self.body)
    }

    /// A reader sees this.
    #[track_caller]
    pub(crate) fn shows(&self, words: &str) {
        assert!(self.text().contains(&html::one_line(words)), "{}: {words:?} is not in: {}", self.asked, self.text());
    }

    /// It is a page of our own that says in this language that something failed, with the number under which the log says why.
    #[track_caller]
    pub(crate) fn tells_of_a_failure(&self, server: &Server, language: Language) {
        let ui = Ui::of(language);
        self.shows(ui.problem_title());
        assert!(self.body.contains(&format!("lang=\"{}\"", language.code())), "{}", self.body);
        let text = self.text();
        let id = text.rsplit(' ').find(|word| word.len() == 12 && word.chars().all(|c| c.is_ascii_hexdigit()));
        let id = id.unwrap_or_else(|| panic!("no number: {text}"));
        self.shows(&ui.problem_internal(id));
        assert!(server.log().contains(id), "the log does not say why");
        for inner in ["sqlx", "pool", "connection", "database", "os error", "relation", "postgres", "panicked"] {
            assert!(!text.to_lowercase().contains(inner), "not for a reader's eyes: {text}");
        }
    }

    /// A reader does not see this.
    #[track_caller]
    pub(crate) fn hides(&self, words: &str) {
        assert!(!self.text().contains(&html::one_line(words)), "{}: {words:?} is in: {}", self.asked, self.text());
    }

    /// What a field of the page holds.
    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> String {
        html::field(&self.body, name).unwrap_or_else(|| panic!("{}: no field {name}: {}", self.asked, self.body))
    }
}
