//! How easily a new password is guessed.
//!
//! zxcvbn estimates it as a whole. It takes each further part of a password for a great gain, so that a common word with a year and
//! two signs passes. Therefore what is left without the words that somebody would try first must be hard to guess as well.

mod words;

use std::borrow::Cow;

use countersign_domain::Wrong;
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use words::COMMON;

/// How many characters are estimated, of a password and of each text that is known of its owner: the time that it takes grows
/// much faster than the text.
const ESTIMATED: usize = 64;
/// In how many ways the signs of a password may be read as letters ("1" as i or l) before they are read in one way only. The
/// estimate takes that many times as long.
const READINGS: usize = 16;
/// The fewest characters of a word that is looked for in a password.
const WORD: usize = 3;
/// The guesses, as a power of ten, that what is left of a password must take: two unrelated words do, or six random letters.
const LEFT: f64 = 6.0;

/// Judges a new password, given texts that somebody who guesses would know: of its owner, and of this service.
///
/// # Errors
/// [`Wrong::Related`] when little is left without the words of those texts, [`Wrong::Pattern`] when little is left without common
/// words, years, and digits and signs around, [`Wrong::Guessable`] when it is among the first that are tried for another reason.
pub(crate) fn judge(password: &str, known: &[&str]) -> Result<(), Wrong> {
    let known: Vec<&str> = known.iter().map(|text| beginning(text)).collect();
    let typed: Vec<char> = password.nfc().collect();
    let own = marked(&typed, known.iter().flat_map(|text| words_of(text)));
    let common = marked(&typed, COMMON.split_whitespace().map(|word| word.chars().collect()));
    let years = years(&typed);
    let left: String = (0..typed.len()).filter(|&n| !own[n] && !common[n] && !years[n]).map(|n| typed[n]).collect();
    let core = left.trim_matches(|c: char| !c.is_alphabetic());
    // Of digits and signs alone, all is left.
    let core = if core.is_empty() { &*left } else { core };
    if core != password && (core.is_empty() || estimate(core, &known).guesses_log10() < LEFT) {
        return Err(if own.contains(&true) { Wrong::Related } else { Wrong::Pattern });
    }
    if estimate(password, &known).score() < Score::Three {
        return Err(Wrong::Guessable);
    }
    Ok(())
}

/// As much of a text as is estimated.
fn beginning(text: &str) -> &str {
    text.char_indices().nth(ESTIMATED).map_or(text, |(end, _)| &text[..end])
}

/// The estimate of a text's beginning, in bounded time.
fn estimate(text: &str, known: &[&str]) -> zxcvbn::Entropy {
    zxcvbn(&in_few_readings(beginning(text)), known)
}

/// The text itself or, if its signs can be read as letters in too many ways, with the signs that stand for one letter as that letter.
/// Digits stay: they may be a date.
fn in_few_readings(text: &str) -> Cow<'_, str> {
    /// The signs for each letter: those of zxcvbn.
    const SIGNS: [&str; 12] = ["4@", "8", "({[<", "3", "69", "1!|", "1|7", "0", "$5", "+7", "%", "2"];
    let choices = SIGNS.iter().map(|signs| signs.chars().filter(|sign| text.contains(*sign)).count().max(1));
    if choices.product::<usize>() <= READINGS {
        return Cow::Borrowed(text);
    }
    let letter = |c| match c {
        '@' => 'a',
        '(' | '{' | '[' | '<' => 'c',
        '!' | '|' => 'i',
        '$' => 's',
        '+' => 't',
        '%' => 'x',
        other => other,
    };
    Cow::Owned(text.chars().map(letter).collect())
}

/// The words of a text, folded: each part between signs and spaces, and all of them in one.
fn words_of(text: &str) -> Vec<Vec<char>> {
    let folded: String = text.nfc().map(folded).collect();
    let mut parts: Vec<Vec<char>> =
        folded.split(|c: char| !c.is_alphanumeric()).map(|part| part.chars().collect()).collect();
    parts.push(parts.concat());
    parts.retain(|part| part.len() >= WORD);
    parts
}

/// A character in lower case and without its accent: always one.
fn folded(c: char) -> char {
    match c.to_lowercase().nfd().next().unwrap_or(c) {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        other => other,
    }
}

/// Which characters belong to one of these words, however it is written: in capitals, without accents, with signs for letters.
fn marked(typed: &[char], words: impl Iterator<Item = Vec<char>>) -> Vec<bool> {
    let plain: Vec<char> = typed.iter().map(|c| folded(*c)).collect();
    let read = |one: char| -> Vec<char> { plain.iter().map(|c| as_letter(*c, one)).collect() };
    let readings = [read('i'), read('l'), plain];
    let mut marked = vec![false; typed.len()];
    for word in words {
        for reading in &readings {
            for (at, window) in reading.windows(word.len()).enumerate() {
                if *window == *word {
                    marked[at..at + word.len()].fill(true);
                }
            }
        }
    }
    marked
}

/// The letter that a digit or sign stands for; `one` for those that look like a one.
const fn as_letter(c: char, one: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' | '|' => one,
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        other => other,
    }
}

/// Which characters belong to a year of our time: four digits that stand alone.
fn years(typed: &[char]) -> Vec<bool> {
    let mut marked = vec![false; typed.len()];
    let mut begin = 0;
    for run in typed.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
        if matches!(run, ['1', '9', _, _] | ['2', '0', _, _]) {
            marked[begin..begin + run.len()].fill(true);
        }
        begin += run.len();
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known of a customer and of the service.
    const KNOWN: [&str; 7] = [
        "md10001-ovh",
        "Marie Dubois",
        "Łódź Żagle & Cie",
        "marie.dubois@atelier.example",
        "Countersign",
        "ovh",
        "contacts.provider.example",
    ];

    #[test]
    fn names_and_addresses_are_no_passwords() {
        for password in [
            "Countersign2025!",
            "C0unter$ign-2025",
            "welcome2ovhcloud",
            "marie.dubois@atelier.example",
            "marie.dubois@atelier.example1",
            "MarieDubois1987",
            "m4r13 dub01s 12",
            "md10001-ovh-ovh",
            "Provider!2024!!",
            "LodzZagle2024!!",
            "Łódź-żagle-2024",
            "ovhovhovhovhovh",
        ] {
            assert_eq!(judge(password, &KNOWN), Err(Wrong::Related), "{password}");
        }
        // The same words where they are nobody's.
        assert_eq!(judge("atelier dubois 1987", &[]), Ok(()));
    }

    #[test]
    fn common_words_with_years_and_signs_are_no_passwords() {
        for password in [
            "Summer2024!!",
            "Summer 2024 Summer 2024",
            "2024-Printemps!",
            "Wiosna2025!!!",
            "Ver@no-2024!!",
            "Primavera.2023",
            "Inv3rn0!2024",
            "P@ssw0rd2024!",
            "Welcome12345!",
            "Football2024!!",
            "!!Dragonfly1999",
            "SummerGarden2024!",
            "Décembre2024!",
            "Październik24!",
        ] {
            assert_eq!(judge(password, &KNOWN), Err(Wrong::Pattern), "{password}");
        }
    }

    #[test]
    fn unrelated_words_and_random_signs_are() {
        for password in [
            "correct staple grief 81",
            "kX9#vqT2!méw",
            "winter kettle orbit drum",
            "Countersign tulip ferry ozone",
            "93!kXqvTz#18",
            "839204718263",
            "correcthorse2024!!",
            "зонтик лампа 17",
        ] {
            assert_eq!(judge(password, &KNOWN), Ok(()), "{password}");
        }
    }

    #[test]
    fn what_is_guessed_for_other_reasons() {
        for password in ["qwertyuiopasdf", "abcdefghijklmnop", "aaaaaaaaaaaaaaaa", "123456789012"] {
            let judged = judge(password, &KNOWN);
            assert!(matches!(judged, Err(Wrong::Guessable | Wrong::Pattern)), "{password}: {judged:?}");
        }
    }

    /// The time of an estimate grows with the number of readings and with the square of the length; both are bounded.
    #[test]
    fn signs_are_read_in_few_ways() {
        let alphabet = "4@8({[<36910$5+7%2!|";
        for n in 1..=alphabet.len() {
            for begin in 0..alphabet.len() {
                let signs: String = alphabet.chars().cycle().skip(begin).take(n).collect();
                let read = in_few_readings(&signs);
                assert_eq!(read.chars().count(), n);
                // Reading it again changes nothing: few enough ways are left, or none of the signs.
                assert!(
                    *in_few_readings(&read) == *read
                        && (*read == *signs || !read.contains(['@', '(', '!', '|', '$', '+', '%']))
                );
            }
        }
        assert_eq!(in_few_readings("!@#$%^&*()"), "!@#$%^&*()");
    }

    #[test]
    fn years_stand_alone() {
        let marks = |text: &str| {
            let typed: Vec<char> = text.chars().collect();
            years(&typed).iter().filter(|year| **year).count()
        };
        assert_eq!(["a2024b", "1999", "2024-2025", "20240101", "a3024", "é2024"].map(marks), [4, 4, 8, 0, 0, 4]);
    }
}
