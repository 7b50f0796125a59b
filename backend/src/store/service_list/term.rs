//! What a person types to find a service.

use countersign_domain::Handle;

/// Characters that are looked at: one more than a name holds, so that a longer search matches nothing.
const MOST: usize = 201;

/// A text that a name or a contact's customer ID is to contain. Case counts for letters beyond ASCII only: SQL's `lower` folds
/// no others on either engine.
pub(super) struct Term(String);

impl Term {
    /// What `me` typed, unless every listing of its own has it: for nothing, and for a part of its own customer ID.
    pub(super) fn typed(search: &str, me: &Handle) -> Option<Self> {
        // Postgres takes no NUL; like every control character it stands in no name.
        let fold = |c: char| if c == '\0' { '\u{1}' } else { c.to_ascii_lowercase() };
        let term: String = search.trim().chars().take(MOST).map(fold).collect();
        (!me.as_str().contains(&term)).then_some(Self(term))
    }

    /// The first text that begins with the term.
    pub(super) fn first(&self) -> &str {
        &self.0
    }

    /// The first text after all that begin with the term.
    pub(super) fn after(&self) -> String {
        let mut after = self.0.trim_end_matches(char::MAX).to_owned();
        match after.pop() {
            Some(last) => after.extend((last..=char::MAX).nth(1)),
            None => after.extend([char::MAX; MOST]),
        }
        after
    }

    /// A pattern of LIKE, with `\` as its escape, that fits what contains the term.
    pub(super) fn pattern(&self) -> String {
        let mut pattern = String::from("%");
        for c in self.0.chars() {
            if matches!(c, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(c);
        }
        pattern.push('%');
        pattern
    }
}

#[cfg(test)]
mod tests {
    use countersign_domain::Suffix;
    use proptest::prelude::*;

    use super::*;

    fn term(typed: &str) -> Option<Term> {
        Term::typed(typed, &Handle::parse("aa1", &Suffix::default()).unwrap())
    }

    #[test]
    fn what_every_listing_of_mine_has_narrows_nothing() {
        for typed in ["", "  ", "aa1", "AA1-ovh ", "-", "h"] {
            assert!(term(typed).is_none(), "{typed}");
        }
        assert_eq!(term(" Shop\0").unwrap().first(), "shop\u{1}");
    }

    #[test]
    fn wildcards_are_letters_in_a_pattern() {
        assert_eq!(term(r"1%_\").unwrap().pattern(), r"%1\%\_\\%");
    }

    #[test]
    fn texts_after_the_last_letter() {
        assert_eq!(term("\u{d7ff}").unwrap().after(), "\u{e000}");
        assert_eq!(term("xy\u{10ffff}").unwrap().after(), "xz");
        assert!(term("\u{10ffff}").unwrap().after() > "\u{10ffff}".repeat(200));
    }

    proptest! {
        #[test]
        fn what_begins_with_a_term_is_between(typed in "[^a1ovh-]\\PC{0,3}", other in "\\PC{0,5}") {
            let term = term(&typed).filter(|term| !term.first().is_empty());
            prop_assume!(term.is_some());
            let term = term.unwrap();
            let between = |text: &str| term.first() <= text && text < term.after().as_str();
            let longer = format!("{}{other}", term.first());
            prop_assert!(between(&longer));
            prop_assert_eq!(between(&other), other.starts_with(term.first()));
        }
    }
}
