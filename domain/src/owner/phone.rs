//! Telephone numbers: one canonical form, however they are typed.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::country::{Country, Rules, Trunk};
use crate::{
    Wrong,
    text::{fold_width, parsed_text},
};

/// A telephone number in international form, as E.164 has it: `+33612345678`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Parses a number that begins with `+` or `00`, or that is typed as it is dialled in `country`. Spaces, dots, hyphens,
    /// slashes and brackets are passed over, and so is a zero that is not dialled from abroad: `+33 (0)6 12 34 56 78`.
    ///
    /// # Errors
    /// [`Wrong::Empty`], or [`Wrong::Format`] for what is no number, or is one of a country that is not known.
    pub fn parse(input: &str, country: Option<Country>) -> Result<Self, Wrong> {
        let folded = fold_width(input.trim());
        if folded.is_empty() {
            return Err(Wrong::Empty);
        }
        let (plus, rest) = folded.strip_prefix('+').map_or((false, folded.as_str()), |rest| (true, rest));
        let mut digits = String::with_capacity(rest.len());
        for c in rest.chars() {
            match c {
                '0'..='9' => digits.push(c),
                '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}' => {}
                c if c.is_whitespace() && !c.is_control() => {}
                _ => return Err(Wrong::Format),
            }
        }
        let abroad = if plus { Some(digits.as_str()) } else { digits.strip_prefix("00") };
        let number = match (abroad, country.and_then(Country::rules)) {
            (Some(number), _) => international(number),
            (None, Some(rules)) => national(&digits, rules),
            (None, None) => None,
        };
        Self::try_from(format!("+{}", number.ok_or(Wrong::Format)?))
    }
}

/// A number with its country's code in front.
fn international(digits: &str) -> Option<String> {
    let Some(rules) = Rules::called_by(digits) else { return Some(digits.to_owned()) };
    let rest = &digits[rules.calling.len()..];
    let number = if rules.trunk == Trunk::Zero { rest.strip_prefix('0').unwrap_or(rest) } else { rest };
    within(rules, number)
}

/// A number as it is dialled inside the country.
fn national(digits: &str, rules: &Rules) -> Option<String> {
    within(
        rules,
        match rules.trunk {
            Trunk::None => digits,
            Trunk::Zero => digits.strip_prefix('0')?,
            Trunk::One => digits.strip_prefix('1').unwrap_or(digits),
        },
    )
}

/// Where a zero is dialled in front inside the country, no number begins with another.
fn within(rules: &Rules, number: &str) -> Option<String> {
    let fits = rules.digits.contains(&number.len()) && !(rules.trunk == Trunk::Zero && number.starts_with('0'));
    fits.then(|| format!("{}{number}", rules.calling))
}

parsed_text!(@PhoneNumber);

/// Reads back the canonical form, as the database holds it.
impl TryFrom<String> for PhoneNumber {
    type Error = Wrong;
    fn try_from(value: String) -> Result<Self, Wrong> {
        let digits = value.strip_prefix('+').unwrap_or_default();
        let fits = (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        if fits && !digits.starts_with('0') { Ok(Self(value)) } else { Err(Wrong::Format) }
    }
}
