//! Where the texts of one language stand: in the server's program, or in a dictionary that the browser has fetched.
//! The functions that hand them out, one for each key, are generated.

use crate::{
    format::{self, Value},
    languages::{Language, UI_TEXTS},
};

/// The texts of the interface in one language; as cheap to copy as a reference.
#[derive(Clone, Copy)]
pub struct Ui(pub(crate) &'static Texts);

/// The texts of the pages that only the server renders, in one language; as cheap to copy as a reference.
#[cfg(feature = "embed")]
#[derive(Clone, Copy)]
pub struct Served(pub(crate) &'static Texts);

/// The texts of the mails in one language; as cheap to copy as a reference.
#[cfg(feature = "embed")]
#[derive(Clone, Copy)]
pub struct Mail(pub(crate) &'static Texts);

/// The texts of the interface in one language, as the browser fetches them.
#[cfg(feature = "embed")]
#[derive(Debug)]
pub struct Dictionary {
    /// A JSON array of the strings that [`Ui::load`] takes.
    pub json: &'static str,
    /// The beginning of the content's SHA-256: an address with it in it may be cached for ever.
    pub hash: &'static str,
}

/// One language's texts, by the number of their key.
pub(crate) struct Texts {
    pub(crate) language: Language,
    pub(crate) texts: &'static [&'static str],
}

impl Texts {
    pub(crate) fn text(&self, index: usize) -> &'static str {
        self.texts.get(index).copied().unwrap_or_default()
    }

    pub(crate) fn format(&self, index: usize, values: &[Value<'_>]) -> String {
        format::format(self.text(index), self.language.code(), values)
    }
}

impl Ui {
    /// Takes the texts of a dictionary, once for each page load: they stay in memory as long as the page does.
    /// `None` when the language is unknown or the dictionary is not one of this build.
    pub fn load(language_code: &str, texts: Vec<String>) -> Option<Self> {
        let language = Language::from_code(language_code)?;
        if texts.len() != UI_TEXTS {
            return None;
        }
        let texts: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();
        Some(Self(Box::leak(Box::new(Texts { language, texts: texts.leak() }))))
    }

    /// The language that these texts are in.
    pub fn language(self) -> Language {
        self.0.language
    }
}

#[cfg(feature = "embed")]
impl Served {
    /// The language that these texts are in.
    pub fn language(self) -> Language {
        self.0.language
    }
}

#[cfg(feature = "embed")]
impl Mail {
    /// The language that these texts are in.
    pub fn language(self) -> Language {
        self.0.language
    }
}

#[cfg(all(test, feature = "embed"))]
mod tests {
    use crate::{Language, Mail, Served, Ui, dictionary};

    #[test]
    fn the_browser_reads_what_the_server_has() {
        for language in Language::ALL {
            let server = Ui::of(language);
            let browser = Ui::load(language.code(), texts(language)).expect("our own dictionary");
            assert_eq!(browser.language(), language);
            assert_eq!(browser.0.texts, server.0.texts);
            assert_eq!(browser.language_name(), language.own_name());
            assert_eq!(Served::of(language).language(), language);
            assert_eq!(Mail::of(language).language(), language);
        }
    }

    /// As the browser reads it.
    fn texts(language: Language) -> Vec<String> {
        serde_json::from_str(dictionary(language).json).expect("a list of texts")
    }

    #[test]
    fn what_is_no_dictionary_is_refused() {
        let texts = texts(Language::En);
        assert!(Ui::load("xx", texts.clone()).is_none());
        for wrong in [vec![], texts[1..].to_vec(), [&texts[..], &texts[..1]].concat()] {
            assert!(Ui::load("en", wrong).is_none());
        }
    }

    #[test]
    fn a_dictionary_has_a_hash_of_its_own() {
        let hashes = Language::ALL.map(|language| dictionary(language).hash);
        for (index, hash) in hashes.iter().enumerate() {
            assert_eq!(hash.len(), 16);
            assert!(hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
            assert!(!hashes[..index].contains(hash));
        }
    }
}
