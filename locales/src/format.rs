//! Puts placeholders and plurals into a text. Small above all, because every visitor downloads it: one pass over the
//! compact form that `build/encode.rs` describes, without `core::fmt`. A dictionary with nonsense in it gives a
//! nonsensical text, never a panic.

use crate::plural;

/// Begins an instruction.
const MARK: char = '\u{7f}';

/// What stands in the place of a placeholder.
pub(crate) enum Value<'a> {
    Number(i64),
    Text(&'a str),
}

pub(crate) fn format(pattern: &str, language: &str, values: &[Value<'_>]) -> String {
    let mut out = String::new();
    let mut parts = pattern.split(MARK);
    out.push_str(parts.next().unwrap_or_default());

    let mut number = 0; // what the select is on
    let mut taken = false; // a variant of the select has been written
    let mut hidden = false; // this part belongs to a variant that does not apply
    for part in parts {
        let instruction = part.bytes().next().unwrap_or_default();
        let mut text = part.get(1..).unwrap_or_default();
        let mut applies = None;
        match instruction {
            b'0'..=b'9' => match values.get(usize::from(instruction - b'0')) {
                _ if hidden => {}
                Some(Value::Number(value)) => push_number(&mut out, *value, 1),
                Some(Value::Text(value)) => out.push_str(value),
                None => {}
            },
            b'A'..=b'J' => {
                if let Some(Value::Number(value)) = values.get(usize::from(instruction - b'A')) {
                    number = *value;
                }
                taken = false;
                hidden = true;
            }
            b'=' => {
                let (exact, rest) = text.split_once(':').unwrap_or_default();
                text = rest;
                applies = Some(exact.parse() == Ok(number));
            }
            b')' => hidden = false,
            b'x' => applies = Some(true),
            category => applies = Some(category == plural::category(language, number) as u8),
        }
        if let Some(applies) = applies {
            hidden = taken || !applies;
            taken |= applies;
        }
        if !hidden {
            out.push_str(text);
        }
    }
    out
}

/// Writes a number with at least so many digits.
pub(crate) fn push_number(out: &mut String, number: i64, digits: u32) {
    if number < 0 {
        out.push('-');
    }
    push_digits(out, number.unsigned_abs(), digits);
}

fn push_digits(out: &mut String, number: u64, digits: u32) {
    if number > 9 || digits > 1 {
        push_digits(out, number / 10, digits.saturating_sub(1));
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Value::*, *};

    #[test]
    fn places_values_by_their_number() {
        assert_eq!(format("\u{7f}1 und \u{7f}0.", "en", &[Text("a"), Text("é")]), "é und a.");
        assert_eq!(format("\u{7f}0", "en", &[Number(-12)]), "-12");
        assert_eq!(format("[\u{7f}3]", "en", &[]), "[]");
    }

    #[test]
    fn values_are_not_read_as_instructions() {
        assert_eq!(format("\u{7f}0", "en", &[Text("\u{7f}1\u{7f}A")]), "\u{7f}1\u{7f}A");
    }

    #[test]
    fn takes_the_first_variant_that_fits() {
        let pattern = "<\u{7f}A\u{7f}=0:none\u{7f}o\u{7f}0 day\u{7f}x\u{7f}0 days\u{7f})>";
        for (number, text) in [(0, "<none>"), (1, "<1 day>"), (2, "<2 days>"), (-1, "<-1 day>")] {
            assert_eq!(format(pattern, "en", &[Number(number)]), text);
        }
        let polish = "\u{7f}A\u{7f}odzień\u{7f}fdni\u{7f}mdni!\u{7f}xdnia\u{7f})";
        for (number, text) in [(1, "dzień"), (22, "dni"), (5, "dni!"), (12, "dni!")] {
            assert_eq!(format(polish, "pl", &[Number(number)]), text);
        }
    }

    #[test]
    fn a_million_takes_other_when_there_is_no_many() {
        assert_eq!(format("\u{7f}A\u{7f}oun\u{7f}xautres\u{7f})", "fr", &[Number(1_000_000)]), "autres");
        assert_eq!(format("\u{7f}A\u{7f}oun\u{7f}mde\u{7f}xautres\u{7f})", "fr", &[Number(1_000_000)]), "de");
    }

    #[test]
    fn two_selects_do_not_mix() {
        let pattern = "\u{7f}A\u{7f}oa\u{7f}xb\u{7f})-\u{7f}B\u{7f}oc\u{7f}xd\u{7f})";
        assert_eq!(format(pattern, "en", &[Number(1), Number(2)]), "a-d");
        assert_eq!(format(pattern, "en", &[Number(2), Number(1)]), "b-c");
    }

    proptest! {
        #[test]
        fn never_panics(pattern in "([\u{7f}=:)A-J0-9ofmxé]|.)*", number: i64, text: String) {
            for language in ["en", "pl", ""] {
                format(&pattern, language, &[Number(number), Text(&text)]);
            }
        }

        #[test]
        fn writes_numbers(number: i64) {
            let mut out = String::new();
            push_number(&mut out, number, 1);
            prop_assert_eq!(out, number.to_string());
        }

        #[test]
        fn pads_numbers(number in 0..200_000_i64, digits in 1..8_u32) {
            let mut out = String::new();
            push_number(&mut out, number, digits);
            prop_assert_eq!(out, std::format!("{number:0>width$}", width = digits as usize));
        }
    }
}
