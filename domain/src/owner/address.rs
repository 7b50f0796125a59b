//! Postal addresses of any country: strict only where the form is certain.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Country;
use crate::{
    Line, Wrong,
    text::{fold_width, parsed_text},
};

/// Where letters reach someone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostalAddress {
    /// Street and number, or whatever stands there.
    pub street: Street,
    /// The postal code; not every country has any.
    pub postal_code: Option<PostalCode>,
    /// The town.
    pub city: Line,
    /// The country.
    pub country: Country,
}

/// Street and number, building, floor: one to three lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Street(String);

impl Street {
    /// The most lines that there are.
    pub const LINES: usize = 3;

    /// Parses the lines; empty ones are dropped.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`] for too many lines, and what [`Line::parse`] says of one.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let typed = input.lines().filter(|line| !line.trim().is_empty());
        let lines = typed.map(|line| Line::parse(line).map(String::from)).collect::<Result<Vec<_>, _>>()?;
        match lines.len() {
            0 => Err(Wrong::Empty),
            n if n > Self::LINES => Err(Wrong::TooLong),
            _ => Ok(Self(lines.join("\n"))),
        }
    }
}
parsed_text!(Street);

/// A postal code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostalCode(String);

impl PostalCode {
    /// The most characters that a code holds.
    const MAX: usize = 16;

    /// Parses a code of `country`. Where its form is certain it is written in that form, however spaces, hyphens and case were typed.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`], or [`Wrong::Format`].
    pub fn parse(input: &str, country: Option<Country>) -> Result<Self, Wrong> {
        // Capitals first: some are letters and accents apart, which a line puts together.
        let line = String::from(Line::parse(&fold_width(input).to_uppercase())?);
        if line.chars().count() > Self::MAX {
            return Err(Wrong::TooLong);
        }
        let Some(rules) = country.and_then(Country::rules) else { return Ok(Self(line)) };
        let bare: Vec<char> = line.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        rules.postal.iter().find_map(|form| fill(form, &bare)).map(Self).ok_or(Wrong::Format)
    }
}
parsed_text!(@PostalCode);

/// Reads back what the database holds, of whatever country.
impl TryFrom<String> for PostalCode {
    type Error = Wrong;
    fn try_from(value: String) -> Result<Self, Wrong> {
        Self::parse(&value, None)
    }
}

/// `bare` in the form: `9` takes a digit, `A` a letter, everything else stands for itself.
fn fill(form: &str, bare: &[char]) -> Option<String> {
    let mut typed = bare.iter();
    let mut filled = String::with_capacity(form.len());
    for place in form.chars() {
        filled.push(match place {
            '9' => *typed.next().filter(|c| c.is_ascii_digit())?,
            'A' => *typed.next().filter(|c| c.is_ascii_uppercase())?,
            separator => separator,
        });
    }
    typed.next().is_none().then_some(filled)
}
