//! Keys and placeholders become names of Rust functions and arguments; here is which ones can.

/// Words that Rust keeps for itself.
const KEYWORDS: &str = "abstract as async await become box break const continue crate do dyn else enum extern false \
     final fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static struct \
     super trait true try type typeof unsafe unsized use virtual where while yield";

/// Functions of `Ui`, `Served` and `Mail` that are written by hand (`src/texts.rs`, `src/date.rs`).
const TAKEN: [&str; 6] = ["date", "date_time", "language", "left", "load", "of"];

/// Says why a key cannot be the name of an accessor.
pub(crate) fn refuse_key(key: &str) -> Option<String> {
    let name = rust(key);
    if TAKEN.contains(&name.as_str()) {
        return Some(format!("`{name}` is a function of ours already: choose another key"));
    }
    refuse(key).map(|why| format!("this key {why}"))
}

/// Says why a placeholder cannot be the name of an argument.
pub(crate) fn refuse_placeholder(name: &str) -> Option<String> {
    refuse(name).map(|why| format!("the placeholder `${name}` {why}"))
}

/// `sign-in` → `sign_in`
pub(crate) fn rust(key: &str) -> String {
    key.replace('-', "_")
}

/// `fr` → `Fr`
pub(crate) fn variant(code: &str) -> String {
    let (first, rest) = code.split_at(code.len().min(1));
    first.to_ascii_uppercase() + rest
}

fn refuse(name: &str) -> Option<&'static str> {
    if KEYWORDS.split_whitespace().any(|word| word == name) {
        return Some("is a word that Rust keeps for itself: add a word, as in `continue-button`");
    }
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if !name.split('-').all(word) || name.starts_with(|first: char| first.is_ascii_digit()) {
        return Some("is not in kebab-case: lower-case letters and digits, with single hyphens between words");
    }
    None
}
