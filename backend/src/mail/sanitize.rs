//! Makes what people typed harmless: it cannot begin a line, a header or a direction of its own.
//!
//! HTML is the template's matter, which escapes everything.

/// The first and the last character of an isolate: what is between does not turn its neighbours around.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// A text on one line. Characters that change the direction of what follows are shown as `�`; a text that is
/// written from right to left by its own letters is isolated.
pub(super) fn line(text: &str) -> String {
    let clean: String = text.chars().map(neutral).collect();
    if clean.chars().any(is_right_to_left) { format!("{}{clean}{}", ISOLATE.0, ISOLATE.1) } else { clean }
}

/// A text of several lines, each as [`line`] makes it.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(line).collect()
}

/// A text on one line, cut to `most` characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => line(&format!("{}…", &text[..end])),
        None => line(text),
    }
}

fn neutral(c: char) -> char {
    match c {
        '\u{2028}' | '\u{2029}' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    }
}

/// The blocks of Unicode whose letters run from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
        || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_harmless_stays() {
        for text in ["example.org", "Zoë O’Brien-Łukasz", "<script>", "=1+1", "{{7*7}}", "李小龍", "👩‍💻"]
        {
            assert_eq!(line(text), text);
        }
    }

    #[test]
    fn directions_and_line_ends_do_nothing() {
        assert_eq!(line("a\u{202e}gro.elpmaxe"), "a\u{fffd}gro.elpmaxe");
        assert_eq!(line("a\r\nBcc: b\u{2028}c\u{85}d"), "a  Bcc: b c d");
        assert_eq!(line("דוגמה"), "\u{2068}דוגמה\u{2069}");
        assert_eq!(lines("a\n\u{2066}b"), ["a", "\u{fffd}b"]);
    }

    #[test]
    fn cuts_by_characters() {
        assert_eq!(cut("äöü", 3), "äöü");
        assert_eq!(cut("äöüß", 3), "äöü…");
    }

    proptest! {
        #[test]
        fn an_isolate_is_always_closed_and_no_line_ends(text: String) {
            let line = line(&text);
            prop_assert!(!line.chars().any(char::is_control));
            let inner = line.strip_prefix('\u{2068}').and_then(|rest| rest.strip_suffix('\u{2069}')).unwrap_or(&line);
            let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!inner.contains(turns));
        }
    }
}
