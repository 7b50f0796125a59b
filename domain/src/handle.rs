//! Customer IDs: `xx11111-ovh`, one canonical form however they are typed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{PersonName, Wrong, initials::initials, text::fold_width};

const MAX_DIGITS: usize = 12;
/// The first number that has too many digits.
const TOO_LONG: u64 = 1_000_000_000_000;

/// The provider's ending of every customer ID, without the hyphen: `ovh` in `xx11111-ovh`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Suffix(String);

impl Suffix {
    /// Parses two to ten ASCII letters or digits.
    ///
    /// # Errors
    /// [`Wrong::Format`] for anything else.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let suffix = input.trim().trim_start_matches('-').to_ascii_lowercase();
        let fits = (2..=10).contains(&suffix.len()) && suffix.bytes().all(|b| b.is_ascii_alphanumeric());
        if fits { Ok(Self(suffix)) } else { Err(Wrong::Format) }
    }

    /// The letters, without hyphen.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Suffix {
    fn default() -> Self {
        Self("ovh".to_owned())
    }
}

impl TryFrom<String> for Suffix {
    type Error = Wrong;
    fn try_from(value: String) -> Result<Self, Wrong> {
        Self::parse(&value)
    }
}

impl From<Suffix> for String {
    fn from(value: Suffix) -> Self {
        value.0
    }
}

/// A customer ID in its canonical form: two lower-case letters, digits, hyphen, suffix.
///
/// The ID is given once, when the account is created, and never changes; it is the account's key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Handle(String);

impl Handle {
    /// Parses what a person typed: any case, spaces around, full-width forms, with or without the suffix.
    /// Look-alike letters of other alphabets are never folded into ASCII ones.
    ///
    /// # Errors
    /// [`Wrong::Empty`] for nothing, [`Wrong::Format`] for anything that is no customer ID of this provider.
    pub fn parse(input: &str, suffix: &Suffix) -> Result<Self, Wrong> {
        let folded = fold_width(input.trim()).to_ascii_lowercase();
        if folded.is_empty() {
            return Err(Wrong::Empty);
        }
        let stem = match folded.split_once('-') {
            None => folded.as_str(),
            Some((stem, end)) if end == suffix.as_str() => stem,
            Some(_) => return Err(Wrong::Format),
        };
        if is_stem(stem) { Ok(Self(format!("{stem}-{}", suffix.as_str()))) } else { Err(Wrong::Format) }
    }

    /// A customer ID for a new account: two letters of its name, and a number. Of a number of more than twelve digits the
    /// last twelve count.
    #[must_use]
    pub fn for_name(name: &PersonName, number: u64, suffix: &Suffix) -> Self {
        Self(format!("{}{}-{}", initials(name), number % TOO_LONG, suffix.as_str()))
    }

    /// The canonical text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_stem(stem: &str) -> bool {
    let bytes = stem.as_bytes();
    bytes.len() > 2
        && bytes.len() <= 2 + MAX_DIGITS
        && bytes[..2].iter().all(u8::is_ascii_lowercase)
        && bytes[2..].iter().all(u8::is_ascii_digit)
}

/// Reads back the canonical form, as the database and the wire hold it, whatever the suffix.
impl TryFrom<String> for Handle {
    type Error = Wrong;
    fn try_from(value: String) -> Result<Self, Wrong> {
        let (stem, suffix) = value.split_once('-').ok_or(Wrong::Format)?;
        let suffix_fits = Suffix::parse(suffix).is_ok_and(|s| s.as_str() == suffix);
        if is_stem(stem) && suffix_fits { Ok(Self(value)) } else { Err(Wrong::Format) }
    }
}

impl From<Handle> for String {
    fn from(value: Handle) -> Self {
        value.0
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The accounts in order, each once.
pub(crate) fn distinct<const N: usize>(accounts: [&Handle; N]) -> Vec<Handle> {
    let mut seen: Vec<Handle> = Vec::with_capacity(N);
    for account in accounts {
        if !seen.contains(account) {
            seen.push(account.clone());
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(input: &str) -> Result<String, Wrong> {
        Handle::parse(input, &Suffix::default()).map(String::from)
    }

    #[test]
    fn one_canonical_form_however_typed() {
        for typed in ["xx11111-ovh", "XX11111-OVH", "  xx11111 ", "Xx11111", "ｘｘ１１１１１", "xx11111－ovh"] {
            assert_eq!(parse(typed).as_deref(), Ok("xx11111-ovh"), "{typed}");
        }
    }

    #[test]
    fn what_is_no_customer_id() {
        assert_eq!(parse("  "), Err(Wrong::Empty));
        // The fourth has a Cyrillic х, the fifth Arabic-Indic digits.
        for typed in
            ["11111-ovh", "x1", "xx-ovh", "хx11111-ovh", "xx١١١", "xx1-foo", "xx1 1", "xx1-ovh-ovh", "xx1234567890123"]
        {
            assert_eq!(parse(typed), Err(Wrong::Format), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn parsing_is_idempotent(typed in "\\PC{0,20}") {
            if let Ok(once) = parse(&typed) {
                prop_assert_eq!(parse(&once), Ok(once.clone()));
                prop_assert_eq!(Handle::try_from(once.clone()).map(String::from), Ok(once));
            }
        }

        #[test]
        fn whatever_the_name_the_new_id_is_one(name in "\\PC{1,30}", number: u64) {
            if let Ok(name) = PersonName::parse(&name) {
                let made = Handle::for_name(&name, number, &Suffix::default());
                prop_assert_eq!(parse(made.as_str()), Ok(made.to_string()));
                let digits: u64 = made.as_str()[2..made.as_str().len() - 4].parse().unwrap();
                prop_assert_eq!(digits, number % TOO_LONG);
            }
        }

        #[test]
        fn every_well_formed_id_parses(letters in "[a-zA-Z]{2}", digits in "[0-9]{1,12}", with_suffix: bool) {
            let typed = if with_suffix { format!("{letters}{digits}-ovh") } else { format!("{letters}{digits}") };
            let canonical = format!("{}{digits}-ovh", letters.to_ascii_lowercase());
            prop_assert_eq!(parse(&typed), Ok(canonical));
        }
    }
}
