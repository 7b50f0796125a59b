//! Which plural a whole number takes in each language, by the rules of CLDR
//! (<https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>).

/// A plural category; the value is its letter in the compact form of a text (`build/encode.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Category {
    One = b'o' as isize,
    Few = b'f' as isize,
    Many = b'm' as isize,
    Other = b'x' as isize,
}

/// The category of a number; of a negative one, that of its amount. Our Portuguese is Portugal's, in which nothing is plural.
pub(crate) fn category(language: &str, number: i64) -> Category {
    let number = number.unsigned_abs();
    match language {
        "pl" => match (number % 10, number % 100) {
            _ if number == 1 => Category::One,
            (2..=4, tens) if !matches!(tens, 12..=14) => Category::Few,
            _ => Category::Many,
        },
        "fr" if number == 0 => Category::One,
        _ if number == 1 => Category::One,
        "es" | "fr" | "it" | "pt" if number != 0 && number.is_multiple_of(1_000_000) => Category::Many,
        _ => Category::Other,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use icu_plurals::{PluralCategory, PluralRules};

    use super::*;
    use crate::build::check;

    const LANGUAGES: [&str; 6] = ["en", "es", "fr", "it", "pl", "pt"];

    #[test]
    fn agrees_with_cldr() {
        let large = [99_999, 100_000, 999_999, 1_000_000, 1_000_001, 1_000_002, 1_000_012, 2_000_000, 2_500_000];
        let huge = [1_000_000_000, 3_000_000_000_000, i64::MAX - 1, i64::MAX];
        for language in LANGUAGES {
            let spoken = if language == "pt" { "pt-PT" } else { language };
            let locale: icu_locale_core::Locale = spoken.parse().expect("a language code");
            let oracle = PluralRules::try_new_cardinal(locale.into()).expect("the rules of the language");
            for number in (0..=10_000).chain(large).chain(huge) {
                let expected = match oracle.category_for(number) {
                    PluralCategory::One => Category::One,
                    PluralCategory::Few => Category::Few,
                    PluralCategory::Many => Category::Many,
                    PluralCategory::Other => Category::Other,
                    unknown => panic!("{language} has {unknown:?}"),
                };
                assert_eq!(category(language, number), expected, "{number} in {language}");
                assert_eq!(category(language, -number), expected, "-{number} in {language}");
            }
        }
        assert_eq!(category("fr", i64::MIN), Category::Other);
    }

    /// A category that numbers take, and that the build does not ask for, would be a text that nobody wrote.
    #[test]
    fn the_build_asks_for_the_categories_that_there_are() {
        for language in LANGUAGES {
            let numbers = (0..=1_000).chain([1_000_000]);
            let mut met: BTreeSet<_> = numbers.map(|number| category(language, number) as u8).collect();
            met.insert(Category::Other as u8);
            let (needed, allowed) = check::categories(language).expect("a known language");
            let letter = |name: &&str| if *name == "other" { b'x' } else { name.as_bytes()[0] };
            assert_eq!(met, needed.iter().chain(allowed).map(letter).collect(), "{language}");
        }
    }

    #[test]
    fn every_language_has_rules() {
        for language in crate::Language::ALL {
            assert!(LANGUAGES.contains(&language.code()), "{language:?}");
        }
    }
}
