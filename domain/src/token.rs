//! Validation codes: personal, single use, e-mailed.

use std::fmt;

use crate::{Wrong, text::fold_width};

/// Characters of a code. Each carries five random bits: 140 in all.
pub const TOKEN_LENGTH: usize = 28;

/// Crockford's base 32: no I, L, O or U. <https://www.crockford.com/base32.html>
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A validation code in plain text. It exists between its making and its mail, and between a person's typing
/// and the comparison of hashes; `Debug` never shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Makes a code from random bytes; five bits of each are used, so no symbol is likelier than another.
    #[must_use]
    pub fn from_random(bytes: [u8; TOKEN_LENGTH]) -> Self {
        Self(bytes.iter().map(|b| char::from(ALPHABET[usize::from(b & 31)])).collect())
    }

    /// Parses what a person typed or pasted: case, spaces, hyphens and zero-width characters do not count,
    /// and the letters that Crockford's alphabet leaves out are read as the digits they resemble.
    ///
    /// # Errors
    /// [`Wrong::Empty`] or [`Wrong::Format`].
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let mut code = String::with_capacity(TOKEN_LENGTH);
        for c in fold_width(input).chars().filter(|c| !is_separator(*c)) {
            let symbol = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = u8::try_from(symbol).is_ok_and(|b| ALPHABET.contains(&b));
            if !known || code.len() == TOKEN_LENGTH {
                return Err(Wrong::Format);
            }
            code.push(symbol);
        }
        match code.len() {
            0 => Err(Wrong::Empty),
            TOKEN_LENGTH => Ok(Self(code)),
            _ => Err(Wrong::Format),
        }
    }

    /// The bare symbols, as they are hashed and put in links.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The code in groups of four, as it is printed in mails.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut grouped = String::with_capacity(TOKEN_LENGTH + TOKEN_LENGTH / 4);
        for (i, c) in self.0.chars().enumerate() {
            if i > 0 && i % 4 == 0 {
                grouped.push('-');
            }
            grouped.push(c);
        }
        grouped
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_is_read_back_however_it_is_typed(bytes: [u8; TOKEN_LENGTH], lower: bool, noise in "[ \u{200b}\u{feff}–-]{0,3}") {
            let token = Token::from_random(bytes);
            let mut typed = token.grouped().replace('-', &noise);
            if lower {
                typed = typed.to_lowercase();
            }
            prop_assert_eq!(Token::parse(&typed), Ok(token));
        }

        #[test]
        fn one_symbol_more_or_less_is_no_code(bytes: [u8; TOKEN_LENGTH]) {
            let token = Token::from_random(bytes);
            let more = format!("{}0", token.reveal());
            prop_assert_eq!(Token::parse(&more), Err(Wrong::Format));
            prop_assert_eq!(Token::parse(&token.reveal()[1..]), Err(Wrong::Format));
        }
    }

    #[test]
    fn each_symbol_is_as_likely_as_any_other() {
        let mut times = BTreeMap::<u8, usize>::new();
        for (byte, at) in (0..=255).flat_map(|byte| (0..TOKEN_LENGTH).map(move |at| (byte, at))) {
            let mut bytes = [0; TOKEN_LENGTH];
            bytes[at] = byte;
            *times.entry(Token::from_random(bytes).reveal().as_bytes()[at]).or_default() += 1;
        }
        assert_eq!(times, ALPHABET.iter().map(|symbol| (*symbol, 8 * TOKEN_LENGTH)).collect());
    }

    #[test]
    fn look_alikes_and_nothing() {
        assert_eq!(Token::parse(&"o".repeat(TOKEN_LENGTH)), Token::parse(&"0".repeat(TOKEN_LENGTH)));
        assert_eq!(Token::parse(&"l".repeat(TOKEN_LENGTH)), Token::parse(&"1".repeat(TOKEN_LENGTH)));
        assert_eq!(Token::parse(" - "), Err(Wrong::Empty));
        assert_eq!(Token::parse(&"U".repeat(TOKEN_LENGTH)), Err(Wrong::Format));
    }

    #[test]
    fn debug_does_not_tell() {
        assert_eq!(format!("{:?}", Token::from_random([7; TOKEN_LENGTH])), "Token(…)");
    }
}
