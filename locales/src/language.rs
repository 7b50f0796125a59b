//! The language of a visitor: from what the browser asks for, and as a code in data. (The list itself is generated.)

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::Language;

impl Language {
    /// The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4): the highest quality wins, and
    /// the earlier one of equals. Regions are ignored: `fr-CH` is French to us. English, if none fits.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut named = Vec::new();
        let mut anything = 0; // the quality of `*`, which is for the languages that are not named
        for item in accept_language.split(',') {
            let (tag, parameters) = item.split_once(';').unwrap_or((item, ""));
            let Some(quality) = quality(parameters) else { continue };
            let primary = tag.split('-').next().unwrap_or_default().trim();
            if primary == "*" {
                anything = quality;
            } else if let Some(language) = Self::from_code(&primary.to_ascii_lowercase()) {
                named.push((language, quality));
            }
        }
        if let Some(other) = Self::ALL.into_iter().find(|language| named.iter().all(|(name, _)| name != language)) {
            named.push((other, anything));
        }
        let mut best = (Self::default(), 0);
        for candidate in named {
            if candidate.1 > best.1 {
                best = candidate;
            }
        }
        best.0
    }
}

/// Thousandths from `q=0.8`; 1000 from nothing; `None` from what is neither.
fn quality(parameters: &str) -> Option<u32> {
    let parameters = parameters.trim();
    if parameters.is_empty() {
        return Some(1000);
    }
    let value = parameters.strip_prefix("q=").or_else(|| parameters.strip_prefix("Q="))?;
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    if !matches!(whole, "0" | "1") || fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths = format!("{whole}{fraction:0<3}").parse().ok()?;
    (thousandths <= 1000).then_some(thousandths)
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| D::Error::custom("unknown language"))
    }
}

#[cfg(test)]
mod tests {
    use Language::{En, Fr};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_is_first_and_the_default() {
        assert_eq!(Language::ALL.first(), Some(&En));
        assert_eq!(Language::default(), En);
        assert!(Language::ALL.get(1..).expect("more than one").is_sorted_by_key(|language| language.code()));
    }

    #[test]
    fn every_language_comes_back_from_its_code() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("FR"), None);
        assert_eq!((En.own_name(), Fr.own_name()), ("English", "Français"));
    }

    #[test]
    fn negotiates() {
        for (header, expected) in [
            ("fr", Fr),
            ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", Fr),
            ("FR-fr", Fr),
            ("en;q=0.5,fr;q=0.6", Fr),
            ("en;q=0.6 , fr;q=0.5", En),
            ("en ; q=0.1, fr ; q=0.15", Fr),
            ("de-DE,de;q=0.9,fr;q=0.4,en;q=0.3", Fr),
            ("en;q=1.000,fr;q=0.999", En),
            ("en, fr", En),
            ("fr, en", Fr),
        ] {
            assert_eq!(Language::negotiate(header), expected, "{header}");
        }
    }

    #[test]
    fn a_refused_language_is_not_taken() {
        assert_eq!(Language::negotiate("fr;q=0"), En);
        assert_eq!(Language::negotiate("fr;q=0, en;q=0.1"), En);
        assert_ne!(Language::negotiate("en;q=0, *"), En);
        assert_eq!(Language::negotiate("en;q=0.2, fr;q=0.8, *;q=0.1"), Fr);
    }

    #[test]
    fn anything_is_english() {
        assert_eq!(Language::negotiate("*"), En);
        assert_eq!(Language::negotiate("fr;q=0.5, *;q=0.8"), En);
    }

    #[test]
    fn nonsense_is_english() {
        for header in ["", ",", ";", "xx", "fr;q=2", "fr;q=1.5", "fr;q=-1", "fr;q=x", "fr;q=0.0001", "french", "fr;q="]
        {
            assert_eq!(Language::negotiate(header), En, "{header}");
        }
    }

    #[test]
    fn is_a_code_in_data() {
        assert_eq!(serde_json::to_string(&Fr).ok().as_deref(), Some("\"fr\""));
        assert_eq!(serde_json::from_str::<Language>("\"fr\"").ok(), Some(Fr));
        assert!(serde_json::from_str::<Language>("\"xx\"").is_err());
    }

    proptest! {
        #[test]
        fn never_panics(header in "([a-z*,;=.q0-9 -]|.)*") {
            Language::negotiate(&header);
        }
    }
}
