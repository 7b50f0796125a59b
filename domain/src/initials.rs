//! The two letters with which a new customer ID begins.

use any_ascii::any_ascii_char;

use crate::PersonName;

/// What stands for a letter that a name does not have.
const NONE: char = 'x';

/// The initials of the first two words of a name that have letters; of a single word, its first two letters. Letters of
/// other scripts are transliterated; what is no letter, or has no counterpart, does not count.
pub(crate) fn initials(name: &PersonName) -> String {
    let words: Vec<String> = name.as_str().split_whitespace().map(letters).filter(|word| !word.is_empty()).collect();
    let found: String = match words.as_slice() {
        [first, second, ..] => [first, second].iter().filter_map(|word| word.chars().next()).collect(),
        rest => rest.concat(),
    };
    found.chars().chain([NONE, NONE]).take(2).collect()
}

/// The letters of a word, from a to z.
fn letters(word: &str) -> String {
    let ascii = word.chars().filter(|c| c.is_alphabetic()).flat_map(|c| any_ascii_char(c).chars());
    ascii.filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_names() {
        let cases = [
            ("Marie Dubois", "md"),
            ("Lucía García Muñoz", "lg"),
            ("Éva Żak", "ez"),
            ("Øyvind Łukasiewicz", "ol"),
            ("Þóra Æbelø", "ta"),
            ("Jean-Luc O’Brien", "jo"),
            ("ŻÓŁĆ", "zo"),
            ("  O'Brien ", "ob"),
            // The accents stand beside their letters.
            ("E\u{301}va Z\u{307}ak", "ez"),
            ("Алла Жданова", "az"),
            ("Ελένη Παππά", "ep"),
            ("山田 さくら", "ss"),
            ("محمد علي", "ml"),
            ("Robert </textarea><script>alert(1)</script>", "rt"),
            ("1&1 Telecom GmbH", "tg"),
            ("ＭＡＲＩＥ", "ma"),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(&PersonName::parse(name).unwrap()), expected, "{name}");
        }
    }

    #[test]
    fn what_has_no_letters() {
        for (name, expected) in [("Q", "qx"), ("42", "xx"), ("🙂 🙃", "xx"), ("=1+1", "xx"), ("- R -", "rx")] {
            assert_eq!(initials(&PersonName::parse(name).unwrap()), expected, "{name}");
        }
    }
}
