//! Short texts that people and operators type: names and notes. Control and direction-changing characters never get in, so that
//! no header, line or neighbour of theirs can be forged. Every text of these kinds is read by [`composed`] and [`is_forging`].

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::Wrong;

/// Full-width forms (U+FF01 to U+FF5E) as their ASCII counterparts; everything else as it is.
pub(crate) fn fold_width(input: &str) -> String {
    input
        .chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            other => other,
        })
        .collect()
}

/// Control characters, line separators, and those that change the direction of what follows.
pub(crate) fn is_forging(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{061c}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that nobody sees, and that join none to others (for those that do, see [`changes_neighbours`]): two texts that look
/// alike are to be alike, and one that looks empty is to be empty.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{200b}' | '\u{3164}' | '\u{feff}'
    ) || matches!(c, '\u{180b}'..='\u{180e}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{ffa0}' | '\u{1d173}'..='\u{1d17a}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// Whether an unseen character (a joiner or a variation selector) between these two changes how one of them looks. It does in the
/// scripts that join letters, and among emoji; between Latin letters it would only make two names look alike.
fn changes_neighbours(before: Option<char>, c: char, after: Option<char>) -> bool {
    let joins = |c: Option<char>| {
        c.is_some_and(|c| {
            c >= '\u{590}'
                && !c.is_whitespace()
                && !matches!(c, '\u{1e00}'..='\u{1fff}' | '\u{2000}'..='\u{206f}' | '\u{2c60}'..='\u{2c7f}')
                && !matches!(c, '\u{a640}'..='\u{a69f}' | '\u{a720}'..='\u{a7ff}' | '\u{fb00}'..='\u{fb06}')
                && !matches!(c, '\u{ff00}'..='\u{ffef}')
        })
    };
    match c {
        '\u{200c}' | '\u{200d}' => joins(before) && joins(after),
        // The first of a keycap, and the signs outside the ranges of emoji that have a coloured form.
        _ => {
            joins(before)
                || (after == Some('\u{20e3}') && before.is_some_and(|c| matches!(c, '#' | '*' | '0'..='9')))
                || matches!(before, Some('\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}'))
        }
    }
}

/// What was typed as it is stored: composed (NFC), without what nobody sees, and without white space around. Composing it again
/// changes nothing.
pub(crate) fn composed(input: &str) -> String {
    let mut rest = input.chars().filter(|c| !is_unseen(*c)).nfc().peekable();
    let mut seen = String::with_capacity(input.len());
    let mut before = None;
    while let Some(c) = rest.next() {
        let may_be_unseen = matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
        if !may_be_unseen || changes_neighbours(before, c, rest.peek().copied()) {
            seen.push(c);
            before = Some(c);
        }
    }
    seen.trim().nfc().collect()
}

/// Of the parts that make a character up, a text holds no more than this for each of its characters.
const PARTS: usize = 12;

/// What every type has that is a text of one form. With `@`, reading it back is the type's own matter.
macro_rules! parsed_text {
    ($name:ident) => {
        parsed_text!($name, parse);
    };
    ($name:ident, $read:ident) => {
        parsed_text!(@$name);
        impl TryFrom<String> for $name {
            type Error = Wrong;
            fn try_from(value: String) -> Result<Self, Wrong> {
                Self::$read(&value)
            }
        }
    };
    (@$name:ident) => {
        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
pub(crate) use parsed_text;

/// A person's or a company's name, 1 to 100 characters on one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

impl PersonName {
    /// Parses a name; spaces around are dropped.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`], or [`Wrong::Format`] for control characters.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        Self::checked(&composed(input))
    }

    /// What has been composed before: the browser reads it, and has no tables of Unicode.
    fn checked(name: &str) -> Result<Self, Wrong> {
        match name.chars().count() {
            0 => Err(Wrong::Empty),
            101.. => Err(Wrong::TooLong),
            _ if name.chars().any(is_forging) => Err(Wrong::Format),
            _ => Ok(Self(name.to_owned())),
        }
    }

    /// Parses an optional field: nothing but spaces is `None`.
    ///
    /// # Errors
    /// As [`PersonName::parse`], but never [`Wrong::Empty`].
    pub fn parse_optional(input: &str) -> Result<Option<Self>, Wrong> {
        match Self::parse(input) {
            Err(Wrong::Empty) => Ok(None),
            other => other.map(Some),
        }
    }
}
parsed_text!(PersonName, checked);

/// A line of a letter's head: a name, a company, a street, a town, in whatever script. Up to 100 characters, counted as people
/// count them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

impl Line {
    /// The most characters that a line holds.
    pub const MAX: usize = 100;

    /// Parses a line; white space around is dropped, and within counts once.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`], or [`Wrong::Format`] for control characters, and for a line without any letter or digit.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        Self::checked(&composed(input))
    }

    fn checked(line: &str) -> Result<Self, Wrong> {
        if line.is_empty() {
            return Err(Wrong::Empty);
        }
        if line.chars().any(is_forging) {
            return Err(Wrong::Format);
        }
        if line.chars().count() > Self::MAX * PARTS || line.graphemes(true).count() > Self::MAX {
            return Err(Wrong::TooLong);
        }
        if !line.chars().any(char::is_alphanumeric) {
            return Err(Wrong::Format);
        }
        Ok(Self(line.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}
parsed_text!(Line, checked);

/// A message or a reason, up to 500 characters as people count them (grapheme clusters), several lines allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

impl Note {
    /// The most characters that a note holds.
    pub const MAX: usize = 500;

    /// Parses a note; spaces around are dropped, line ends become `\n`, and tabs spaces.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`], or [`Wrong::Format`] for control characters.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        Self::checked(&composed(input).replace("\r\n", "\n").replace('\t', " "))
    }

    fn checked(note: &str) -> Result<Self, Wrong> {
        let too_long = || note.chars().count() > Self::MAX * PARTS || note.graphemes(true).count() > Self::MAX;
        match note.len() {
            0 => Err(Wrong::Empty),
            n if n > Self::MAX && too_long() => Err(Wrong::TooLong),
            _ if note.chars().any(|c| c != '\n' && is_forging(c)) => Err(Wrong::Format),
            _ => Ok(Self(note.to_owned())),
        }
    }

    /// Parses an optional field: nothing but spaces is `None`.
    ///
    /// # Errors
    /// As [`Note::parse`], but never [`Wrong::Empty`].
    pub fn parse_optional(input: &str) -> Result<Option<Self>, Wrong> {
        match Self::parse(input) {
            Err(Wrong::Empty) => Ok(None),
            other => other.map(Some),
        }
    }
}
parsed_text!(Note, checked);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_what_people_are_called() {
        for name in ["Zoë O’Brien-Łukasz", "<script>alert(1)</script>", "李小龍", "=1+1", "{{7*7}}"] {
            assert_eq!(PersonName::parse(name).map(String::from).as_deref(), Ok(name));
        }
    }

    #[test]
    fn names_that_forge_are_refused() {
        for name in ["Eve\r\nBcc: all@example.org", "a\u{202e}b", "tab\there"] {
            assert_eq!(PersonName::parse(name), Err(Wrong::Format), "{name:?}");
        }
        assert_eq!(PersonName::parse(" "), Err(Wrong::Empty));
        assert_eq!(PersonName::parse_optional(" "), Ok(None));
        assert_eq!(PersonName::parse(&"x".repeat(101)), Err(Wrong::TooLong));
    }

    #[test]
    fn lines_of_any_script() {
        for line in
            ["Zoë O’Brien-Łukasz", "株式会社 山田", "شركة المثال", "12 bis, rue de l’Église", "Ⅲ", "नमस्ते", "<b>7</b>"]
        {
            assert_eq!(Line::parse(line).map(String::from).as_deref(), Ok(line));
        }
        assert_eq!(Line::parse(" a \u{a0} b ").map(String::from).as_deref(), Ok("a b"));
        for line in ["a\r\nBcc: b", "a\u{202e}b", "a\tb", "a\u{200f}b", "—", "🙂"] {
            assert_eq!(Line::parse(line), Err(Wrong::Format), "{line:?}");
        }
        for line in [" \u{a0}", "\u{200b}", "\u{3164}", "\u{feff} \u{2060}"] {
            assert_eq!(Line::parse(line), Err(Wrong::Empty), "{line:?}");
        }
    }

    #[test]
    fn what_looks_alike_is_alike() {
        for typed in ["Zoé Ab", "Zoe\u{301} Ab", "Zo\u{200b}é\u{ad} Ab", "\u{feff}Zoé Ab", "Zoé\u{e0041} Ab"] {
            assert_eq!(Line::parse(typed).map(String::from).as_deref(), Ok("Zoé Ab"), "{typed:?}");
            assert_eq!(PersonName::parse(typed).map(String::from).as_deref(), Ok("Zoé Ab"), "{typed:?}");
            assert_eq!(Note::parse(typed).map(String::from).as_deref(), Ok("Zoé Ab"), "{typed:?}");
        }
        for typed in
            ["exa\u{200d}mple.org", "exam\u{200c}ple.org", "example\u{fe0f}.org", "exam\u{206a}ple.org\u{200d}"]
        {
            assert_eq!(PersonName::parse(typed).map(String::from).as_deref(), Ok("example.org"), "{typed:?}");
        }
        // What joins letters and pictures stays.
        for joined in ["क्\u{200d}ष", "می\u{200c}خواهم", "❤\u{fe0f}", "👩‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏽", "1\u{fe0f}\u{20e3}", "©\u{fe0f}"]
        {
            assert_eq!(Note::parse(joined).map(String::from).as_deref(), Ok(joined));
        }
    }

    #[test]
    fn lines_are_measured_as_people_count() {
        // A family is seven code points and one character; e with its accent apart is one as well.
        for character in ["x", "e\u{301}", "👨‍👩‍👧‍👦"] {
            let longest = character.repeat(99) + "a";
            assert!(Line::parse(&longest).is_ok(), "{character}");
            assert_eq!(Line::parse(&(longest + "b")), Err(Wrong::TooLong), "{character}");
        }
        let tower = "a".to_owned() + &"\u{301}".repeat(2000);
        assert_eq!(Line::parse(&tower), Err(Wrong::TooLong), "one character that is no one's name");
    }

    #[test]
    fn notes_may_have_lines() {
        assert_eq!(Note::parse("a\r\nb\tc").map(String::from).as_deref(), Ok("a\nb c"));
        assert_eq!(Note::parse_optional("  "), Ok(None));
        assert_eq!(Note::parse("a\u{7}"), Err(Wrong::Format));
        assert_eq!(Note::parse(&"x".repeat(501)), Err(Wrong::TooLong));
    }

    #[test]
    fn characters_are_counted_as_people_count() {
        for one in ["é", "e\u{301}", "👩‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏽", "🇫🇷", "नि", "한"]
        {
            assert!(Note::parse(&one.repeat(500)).is_ok(), "{one}");
            assert_eq!(Note::parse(&one.repeat(501)), Err(Wrong::TooLong), "{one}");
        }
        // What is one character to the eye may still be without end.
        assert_eq!(Note::parse(&format!("e{}", "\u{301}".repeat(7000))), Err(Wrong::TooLong));
    }
}
