//! Reads one Fluent file into our model, and refuses whatever of Fluent the formatter does not know.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser::{self, ErrorKind, ParserError},
    unicode::unescape_unicode_to_string,
};

use super::{
    Report,
    model::{File, Key, Message, Piece, Terms, Variant},
};

static NO_TERMS: Terms = Terms::new();

/// Reads the file of shared terms.
pub(crate) fn terms(source: &str, report: &mut Report<'_>) -> Terms {
    let mut terms = Terms::new();
    let file = read(source, &mut terms, report);
    for message in file.messages {
        report.add(&message.key, "only terms (`-name = …`) belong in this file");
    }
    terms
}

/// Reads the file of one language; `shared` are the terms of every language.
pub(crate) fn file(source: &str, shared: &Terms, report: &mut Report<'_>) -> File {
    read(source, &mut shared.clone(), report)
}

fn read(source: &str, terms: &mut Terms, report: &mut Report<'_>) -> File {
    let mut file = File::default();
    let (resource, errors) = match parser::parse_runtime(source) {
        Ok(resource) => (resource, Vec::new()),
        Err(partly) => partly,
    };
    for error in errors {
        let (key, what) = explain(source, &error);
        report.add(&key, what);
        file.broken.insert(key);
    }
    for entry in &resource.body {
        let Entry::Term(term) = entry else { continue };
        let mut reader = Reader::new(format!("-{}", term.id.name), &NO_TERMS, report);
        if !term.attributes.is_empty() {
            reader.refuse("attributes are not supported");
        }
        let text = match reader.pieces(&term.value, false).as_slice() {
            [] => String::new(),
            [Piece::Text(text)] => text.clone(),
            _ => {
                reader.refuse("a term is plain text only");
                continue;
            }
        };
        if terms.insert(term.id.name.into(), text).is_some() {
            reader.refuse("this term is there twice");
        }
    }
    let mut seen = BTreeSet::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name.to_owned();
        let mut reader = Reader::new(key.clone(), terms, report);
        let pieces = message.value.as_ref().map(|value| reader.pieces(value, false));
        if !message.attributes.is_empty() {
            reader.refuse("attributes are not supported: give each text a key of its own");
        }
        if !seen.insert(key.clone()) {
            reader.refuse("this key is there twice");
        }
        match pieces {
            Some(pieces) if !reader.refused => file.messages.push(Message { key, pieces }),
            _ => drop(file.broken.insert(key)),
        }
    }
    file
}

/// A mistake in the syntax: the key that it belongs to, as far as it can be told, and what is wrong in which line.
fn explain(source: &str, error: &ParserError) -> (String, String) {
    let junk = error.slice.clone().and_then(|slice| source.get(slice)).unwrap_or_default();
    let name = junk.split('=').next().unwrap_or_default().trim();
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let key = if is_name { name.to_owned() } else { String::new() };
    let line = source.bytes().take(error.pos.start).filter(|byte| *byte == b'\n').count() + 1;
    let what = match &error.kind {
        ErrorKind::MissingDefaultVariant => "the select has no default variant: write `*[other] …`".to_owned(),
        ErrorKind::ExpectedCharRange { range } if range.starts_with('\n') => {
            "a new line must begin here (each variant of a select, and its closing brace, has a line of its own)".into()
        }
        kind => kind.to_string().replace(['\r', '\n'], " "),
    };
    (key, format!("line {line}: {what}"))
}

/// Turns the syntax tree of one text into our model.
struct Reader<'a, 'r> {
    key: String,
    terms: &'a Terms,
    report: &'a mut Report<'r>,
    refused: bool,
}

impl<'a, 'r> Reader<'a, 'r> {
    fn new(key: String, terms: &'a Terms, report: &'a mut Report<'r>) -> Self {
        Self { key, terms, report, refused: false }
    }

    fn pieces(&mut self, pattern: &Pattern<&str>, inside_select: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            let piece = match element {
                PatternElement::TextElement { value } => self.text(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.inline(inline),
                PatternElement::Placeable { expression: Expression::Select { .. } } if inside_select => {
                    self.refuse("a select inside a select is not supported")
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let variants = variants.iter().filter_map(|variant| {
                        let key = self.key(&variant.key)?;
                        Some(Variant { key, default: variant.default, pieces: self.pieces(&variant.value, true) })
                    });
                    let variants = variants.collect();
                    match self.inline(selector) {
                        Some(Piece::Argument { name, .. }) => Some(Piece::Select { name, variants }),
                        Some(_) => self.refuse("a select must be on a placeholder: `{ $count -> … }`"),
                        None => None,
                    }
                }
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Text(before)), Some(Piece::Text(text))) => before.push_str(&text),
                (_, piece) => pieces.extend(piece),
            }
        }
        pieces
    }

    fn inline(&mut self, expression: &InlineExpression<&str>) -> Option<Piece> {
        match expression {
            InlineExpression::StringLiteral { value } => self.text(&unescape_unicode_to_string(value)),
            InlineExpression::VariableReference { id } => Some(Piece::Argument { name: id.name.into(), number: false }),
            InlineExpression::FunctionReference { id, arguments } => match only_variable(arguments) {
                Some(name) if id.name == "NUMBER" => Some(Piece::Argument { name: name.into(), number: true }),
                _ => self.refuse(format!("`{}(…)` is not supported, only `NUMBER($name)`", id.name)),
            },
            InlineExpression::TermReference { id, attribute: None, arguments: None } => match self.terms.get(id.name) {
                Some(text) => Some(Piece::Text(text.clone())),
                None => self.refuse(format!("there is no term `-{}`", id.name)),
            },
            InlineExpression::TermReference { .. } => self.refuse("a term takes no attribute and no arguments here"),
            InlineExpression::MessageReference { id, .. } => {
                self.refuse(format!("a text cannot refer to another one (`{}`), only to a term", id.name))
            }
            InlineExpression::NumberLiteral { .. } => self.refuse("write a number as plain text, without braces"),
            InlineExpression::Placeable { .. } => self.refuse("braces inside braces are not supported"),
        }
    }

    fn text(&mut self, text: &str) -> Option<Piece> {
        if text.contains(|c: char| c.is_control() && c != '\n') {
            return self.refuse("the text has a control character");
        }
        Some(Piece::Text(text.to_owned()))
    }

    fn key(&mut self, key: &VariantKey<&str>) -> Option<Key> {
        match key {
            VariantKey::Identifier { name } => Some(Key::Category((*name).into())),
            VariantKey::NumberLiteral { value } => match value.parse() {
                Ok(number) => Some(Key::Exact(number)),
                Err(_) => {
                    self.refuse(format!("`[{value}]` is not a whole number"));
                    None
                }
            },
        }
    }

    fn refuse(&mut self, what: impl Into<String>) -> Option<Piece> {
        self.report.add(&self.key, what);
        self.refused = true;
        None
    }
}

fn only_variable<'a>(arguments: &CallArguments<&'a str>) -> Option<&'a str> {
    match (arguments.positional.as_slice(), arguments.named.as_slice()) {
        ([InlineExpression::VariableReference { id }], []) => Some(id.name),
        _ => None,
    }
}
