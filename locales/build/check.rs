//! Compares the languages with the reference, and the plurals with what each language needs.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Problem, Report,
    model::{File, Key, Message, Piece, Variant},
    names,
    source::{CATALOGUES, REFERENCE, path},
};

/// How many placeholders a text may have: the compact form writes the number of one in one digit.
const MOST_PLACEHOLDERS: usize = 10;

/// Words that another language has in common with the reference. Any other text that is the same was forgotten.
const SHARED: &[&str] = &[
    "Actions",
    "Countersign",
    "code",
    "confirmation",
    "Database",
    "database",
    "Date",
    "Email",
    "Error",
    "Organisation",
    "organisation",
    "Pages",
    "Password",
    "Roles",
    "Service",
    "Status",
    "UTC",
    "VPS",
];

/// The plural categories of a language for whole numbers: those a select must have, and those it may have besides.
/// (CLDR; a test holds this against `src/plural.rs`.) `None` for a language that we know nothing about.
pub(crate) fn categories(code: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    match code {
        "en" => Some((&["one", "other"], &[])),
        // `many` is for whole millions ("1 million de demandes"); `other` stands in for it.
        "es" | "fr" | "it" | "pt" => Some((&["one", "other"], &["many"])),
        "pl" => Some((&["one", "few", "many", "other"], &[])),
        _ => None,
    }
}

/// The placeholders of a text in the order of their first appearance, and whether each is a number.
pub(crate) fn placeholders(pieces: &[Piece]) -> Vec<(&str, bool)> {
    fn note<'a>(found: &mut Vec<(&'a str, bool)>, pieces: &'a [Piece]) {
        for piece in pieces {
            let (name, is_number, variants) = match piece {
                Piece::Text(_) => continue,
                Piece::Argument { name, number } => (name.as_str(), *number, [].as_slice()),
                Piece::Select { name, variants } => (name.as_str(), true, variants.as_slice()),
            };
            match found.iter_mut().find(|(known, _)| *known == name) {
                Some((_, number)) => *number |= is_number,
                None => found.push((name, is_number)),
            }
            for variant in variants {
                note(found, &variant.pieces);
            }
        }
    }
    let mut found = Vec::new();
    note(&mut found, pieces);
    found
}

/// Checks that every select has the variants that its language needs.
pub(crate) fn plurals(code: &str, file: &File, report: &mut Report<'_>) {
    let Some((needed, allowed)) = categories(code) else { return };
    for message in &file.messages {
        for piece in &message.pieces {
            let Piece::Select { name, variants } = piece else { continue };
            let mut note = |what: String| report.add(&message.key, format!("the select on `${name}` {what}"));
            let has = |category: &str| variants.iter().any(|variant| variant.key == Key::Category(category.into()));
            for category in needed.iter().filter(|category| !has(category)) {
                note(format!("lacks `[{category}]`, which the language `{code}` needs"));
            }
            order(variants, &mut note);
            for variant in variants {
                let Key::Category(category) = &variant.key else { continue };
                if !needed.contains(&category.as_str()) && !allowed.contains(&category.as_str()) {
                    note(format!("has `[{category}]`, which is no plural category of the language `{code}`"));
                }
            }
            if !variants.iter().any(|variant| variant.default && variant.key == Key::Category("other".into())) {
                note("must have `*[other]` as its default".into());
            }
        }
    }
}

/// The first variant that fits is taken, so one that stands twice or a number after the categories is never seen.
fn order(variants: &[Variant], note: &mut impl FnMut(String)) {
    for (index, variant) in variants.iter().enumerate() {
        let before = variants.iter().take(index);
        match &variant.key {
            key if before.clone().any(|earlier| earlier.key == *key) => match key {
                Key::Exact(number) => note(format!("has `[{number}]` twice")),
                Key::Category(category) => note(format!("has `[{category}]` twice")),
            },
            Key::Exact(number) if before.clone().any(|earlier| matches!(earlier.key, Key::Category(_))) => {
                note(format!("has `[{number}]` after a plural category: put numbers first"));
            }
            _ => {}
        }
    }
}

/// Checks the names in the reference language, and that every other language has the same keys and placeholders.
pub(crate) fn languages(languages: &BTreeMap<&str, BTreeMap<&str, File>>, problems: &mut Vec<Problem>) {
    for name in CATALOGUES {
        let Some(reference) = languages.get(REFERENCE).and_then(|files| files.get(name)) else {
            Report::new(path(REFERENCE, name), problems).add("", "the reference language lacks this file");
            continue;
        };
        checked_names(reference, &mut Report::new(path(REFERENCE, name), problems));
        if name == "ui" && !keys(reference).contains("language-name") {
            Report::new(path(REFERENCE, name), problems).add("language-name", "this key is missing");
        }
        for (code, files) in languages.iter().filter(|(code, _)| **code != REFERENCE) {
            if let Some(file) = files.get(name) {
                compare(reference, file, &mut Report::new(path(code, name), problems));
            }
        }
    }
}

fn checked_names(reference: &File, report: &mut Report<'_>) {
    for message in &reference.messages {
        let placeholders = placeholders(&message.pieces);
        if let Some(why) = names::refuse_key(&message.key) {
            report.add(&message.key, why);
        }
        for why in placeholders.iter().filter_map(|(name, _)| names::refuse_placeholder(name)) {
            report.add(&message.key, why);
        }
        if placeholders.len() > MOST_PLACEHOLDERS {
            report.add(&message.key, format!("has more than {MOST_PLACEHOLDERS} placeholders"));
        }
    }
}

fn compare(reference: &File, file: &File, report: &mut Report<'_>) {
    let (wanted, there) = (keys(reference), keys(file));
    for key in wanted.iter().filter(|key| !there.contains(*key) && !file.broken.contains(**key)) {
        report.add(key, format!("this key of the language `{REFERENCE}` is missing"));
    }
    for key in there.iter().filter(|key| !wanted.contains(*key) && !reference.broken.contains(**key)) {
        report.add(key, format!("the language `{REFERENCE}` does not have this key"));
    }
    for message in &file.messages {
        if let Some(original) = reference.messages.iter().find(|original| original.key == message.key) {
            compare_placeholders(original, message, report);
            if original.pieces == message.pieces && message.pieces.iter().any(is_foreign) {
                report.add(&message.key, format!("is the text of the language `{REFERENCE}`"));
            }
        }
    }
}

/// Whether a piece has words that are not known to be shared.
fn is_foreign(piece: &Piece) -> bool {
    match piece {
        Piece::Text(text) => {
            text.contains(char::is_alphabetic) && !SHARED.contains(&text.trim_matches(|c: char| !c.is_alphabetic()))
        }
        Piece::Argument { .. } => false,
        Piece::Select { variants, .. } => variants.iter().flat_map(|variant| &variant.pieces).any(is_foreign),
    }
}

fn compare_placeholders(original: &Message, message: &Message, report: &mut Report<'_>) {
    let (wanted, there) = (placeholders(&original.pieces), placeholders(&message.pieces));
    for (name, _) in wanted.iter().filter(|(name, _)| there.iter().all(|(other, _)| other != name)) {
        report.add(&message.key, format!("the placeholder `${name}` is missing"));
    }
    for (name, is_number) in there {
        match wanted.iter().find(|(other, _)| *other == name) {
            None => report.add(&message.key, format!("the language `{REFERENCE}` has no placeholder `${name}` here")),
            Some((_, false)) if is_number => {
                let what = format!("`${name}` is used as a number, but is a text in the language `{REFERENCE}`");
                report.add(&message.key, format!("{what} (`NUMBER(${name})` there makes it a number)"));
            }
            Some(_) => {}
        }
    }
}

fn keys(file: &File) -> BTreeSet<&str> {
    file.messages.iter().map(|message| message.key.as_str()).collect()
}
