//! The two forms of every mail, filled from the same content: a page and plain text.

use askama::Template;
use countersign_domain::Handle;
use countersign_locales::{Language, Mail as Texts};

use super::content::Content;
use crate::Settings;

/// What stands around the content.
pub(super) struct Frame<'a> {
    /// The reader's language.
    pub language: Language,
    /// The reader's name, where the address is known to be theirs.
    pub name: Option<String>,
    /// The reader's customer ID, where the mail may tell it.
    pub customer: Option<&'a Handle>,
    pub settings: &'a Settings,
}

/// The mail as a page. The template's name ends in `.html`: every value in it is escaped.
#[derive(Template)]
#[template(path = "mail.html")]
struct Page<'a> {
    content: &'a Content,
    lang: &'a str,
    brand: &'a str,
    /// What a list of mails shows beside the subject.
    preview: &'a str,
    /// The colon after a label, as the language sets it.
    colon: &'a str,
    greeting: &'a str,
    automatic: &'a str,
    safety: &'a str,
    footer: &'a str,
    support: &'a str,
}

/// The mail as plain text.
#[derive(Template)]
#[template(path = "mail.txt")]
struct Plain<'a> {
    content: &'a Content,
    /// As long as the title.
    underline: String,
    /// The colon after a label, as the language sets it.
    colon: &'a str,
    greeting: &'a str,
    automatic: &'a str,
    safety: &'a str,
    footer: &'a str,
    support: &'a str,
}

/// Plain text and page, or `None` when a template fails, which a test rules out.
pub(super) fn render(content: &Content, frame: &Frame<'_>) -> Option<(String, String)> {
    let texts = Texts::of(frame.language);
    let greeting = match &frame.name {
        Some(name) => texts.greeting(name),
        None => texts.greeting_unnamed().to_owned(),
    };
    let automatic = match frame.customer {
        Some(id) => texts.footer_automatic(id.as_str()),
        None => texts.footer_automatic_unnamed().to_owned(),
    };
    let safety = texts.footer_safety(&frame.settings.link("/"));
    let help = frame.settings.link("/help");
    let support = texts.footer_support(frame.settings.support_text().unwrap_or(&help));
    let plain = Plain {
        content,
        underline: "=".repeat(content.heading.chars().count()),
        colon: texts.colon(),
        greeting: &greeting,
        automatic: &automatic,
        safety: &safety,
        footer: texts.footer(),
        support: &support,
    };
    let page = Page {
        content,
        lang: frame.language.code(),
        brand: texts.brand(),
        preview: content.paragraphs.first().map_or("", String::as_str),
        colon: texts.colon(),
        greeting: &greeting,
        automatic: &automatic,
        safety: &safety,
        footer: texts.footer(),
        support: &support,
    };
    Some((plain.render().ok()?, page.render().ok()?))
}

/// A text in pieces, and whether each is a word that the page does not break at its hyphen: a customer ID, or “e-mail”.
fn words(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let (mut begin, mut at) = (0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', '.', ',', ':', ';', '?', '\u{a0}']);
        if bare.starts_with("e-mail") || Handle::try_from(bare.to_owned()).is_ok() {
            pieces.push((&text[begin..at], false));
            pieces.push((bare, true));
            begin = at + bare.len();
        }
        at += word.len();
    }
    pieces.push((&text[begin..], false));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unbroken_words_are_found_and_nothing_is_lost() {
        let text = "ab1-ovh, the-rest, e-mails and xx11111-ovh\u{a0}: ok";
        let whole: Vec<&str> =
            words(text).into_iter().filter(|(_, is_whole)| *is_whole).map(|(word, _)| word).collect();
        assert_eq!(whole, ["ab1-ovh", "e-mails", "xx11111-ovh"]);
        for text in [text, "", "é", "ab1-ovh"] {
            assert_eq!(words(text).into_iter().map(|(piece, _)| piece).collect::<String>(), text);
        }
    }
}
