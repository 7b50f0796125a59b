//! Writes the Rust code: the list of languages, one accessor for each key, and for the server every text.

use std::{
    collections::BTreeMap,
    fmt::{self, Write},
};

use sha2::{Digest, Sha256};

use super::{
    check::placeholders,
    encode,
    model::{File, Message, Piece},
    names::{rust, variant},
    reference,
    source::REFERENCE,
};

type Languages<'a> = BTreeMap<&'a str, BTreeMap<&'a str, File>>;

/// The generated code; the languages have been checked.
pub(crate) struct Code {
    /// The list of languages, on which everything else rests.
    pub(crate) languages: String,
    /// The functions that hand out texts, and the texts.
    pub(crate) accessors: String,
}

/// The generated code; the languages have been checked.
pub(crate) fn code(languages: &Languages<'_>) -> Code {
    let mut codes: Vec<&str> = languages.keys().copied().collect();
    codes.sort_by_key(|code| (*code != REFERENCE, *code));
    let mut code = Code { languages: String::new(), accessors: String::new() };
    let written = enumeration(&mut code.languages, languages, &codes)
        .and_then(|()| texts_and_accessors(&mut code.accessors, languages, &codes));
    written.expect("writing to a string cannot fail");
    code
}

fn texts_and_accessors(out: &mut String, languages: &Languages<'_>, codes: &[&str]) -> fmt::Result {
    for (name, owner, embed_only) in [("ui", "Ui", false), ("served", "Served", true), ("mail", "Mail", true)] {
        let Some(reference) = reference(languages, name) else { continue };
        let cfg = if embed_only { "#[cfg(feature = \"embed\")]\n" } else { "" };
        accessors(out, owner, cfg, reference)?;
        embedded(out, owner, languages, codes, name, reference)?;
    }
    dictionaries(out, languages, codes)
}

fn enumeration(out: &mut String, languages: &Languages<'_>, codes: &[&str]) -> fmt::Result {
    let own_name = |code: &str| {
        let file = languages.get(code).and_then(|files| files.get("ui"));
        let message = file.and_then(|file| file.messages.iter().find(|message| message.key == "language-name"));
        message.map(|message| encode::readable(&message.pieces)).unwrap_or_default()
    };
    let arms = |value: &dyn Fn(&str) -> String| -> String {
        codes.iter().map(|code| format!("Self::{} => {:?},\n", variant(code), value(code))).collect()
    };
    writeln!(out, "/// A language of the interface and of the mails.")?;
    writeln!(out, "#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]\npub enum Language {{")?;
    for code in codes {
        let default = if *code == REFERENCE { "#[default]\n" } else { "" };
        writeln!(out, "/// {}\n{default}{},", own_name(code), variant(code))?;
    }
    writeln!(out, "}}\nimpl Language {{\n/// Every language: English first, then by code.")?;
    let all: String = codes.iter().map(|code| format!("Self::{},", variant(code))).collect();
    writeln!(out, "pub const ALL: [Self; {}] = [{all}];", codes.len())?;
    writeln!(out, "/// Its code, as in `<html lang>`.\npub const fn code(self) -> &'static str {{ match self {{")?;
    writeln!(out, "{}}} }}", arms(&str::to_owned))?;
    writeln!(out, "/// The language of a code, if it is one of ours.")?;
    writeln!(out, "pub fn from_code(code: &str) -> Option<Self> {{ match code {{")?;
    for code in codes {
        writeln!(out, "{code:?} => Some(Self::{}),", variant(code))?;
    }
    writeln!(out, "_ => None,\n}} }}\n/// Its name in itself, for the language menu.")?;
    writeln!(out, "pub const fn own_name(self) -> &'static str {{ match self {{\n{}}} }}\n}}", arms(&own_name))?;
    let texts = reference(languages, "ui").map_or(0, |file| file.messages.len());
    writeln!(
        out,
        "/// How many texts a dictionary of the interface holds.\npub(crate) const UI_TEXTS: usize = {texts};"
    )
}

fn accessors(out: &mut String, owner: &str, cfg: &str, reference: &File) -> fmt::Result {
    writeln!(out, "{cfg}impl {owner} {{")?;
    for (index, message) in reference.messages.iter().enumerate() {
        let name = rust(&message.key);
        let doc = format!("`{}`", encode::readable(&message.pieces).replace('`', "'"));
        writeln!(out, "#[doc = {doc:?}]")?;
        let (mut arguments, mut values) = (String::new(), String::new());
        for (argument, is_number) in placeholders(&message.pieces) {
            let argument = rust(argument);
            let (kind, value) = if is_number { ("i64", "Number") } else { ("&str", "Text") };
            write!(arguments, ", {argument}: {kind}")?;
            write!(values, "Value::{value}({argument}), ")?;
        }
        if values.is_empty() {
            writeln!(out, "pub fn {name}(self) -> &'static str {{ self.0.text({index}) }}")?;
        } else {
            writeln!(out, "pub fn {name}(self{arguments}) -> String {{ self.0.format({index}, &[{values}]) }}")?;
        }
    }
    writeln!(out, "}}")?;
    Ok(())
}

/// The texts of a language in the order of the reference's keys, which is the order of the accessors.
fn texts(file: &File, reference: &File) -> Vec<String> {
    let text = |original: &Message| {
        let pieces = file.messages.iter().find(|message| message.key == original.key).map(|found| &found.pieces);
        encode::text(pieces.map_or(&[] as &[Piece], Vec::as_slice), &placeholders(&original.pieces))
    };
    reference.messages.iter().map(text).collect()
}

fn embedded(
    out: &mut String,
    owner: &str,
    languages: &Languages<'_>,
    codes: &[&str],
    name: &str,
    reference: &File,
) -> fmt::Result {
    writeln!(out, "#[cfg(feature = \"embed\")]\nimpl {owner} {{\n/// The texts of a language.")?;
    writeln!(out, "pub fn of(language: Language) -> Self {{ match language {{")?;
    for code in codes {
        let Some(file) = languages.get(code).and_then(|files| files.get(name)) else { continue };
        let (language, texts) = (variant(code), texts(file, reference));
        writeln!(out, "Language::{language} => {{ static TEXTS: Texts = Texts {{")?;
        writeln!(out, "language: Language::{language}, texts: &{texts:?} }}; Self(&TEXTS) }}")?;
    }
    writeln!(out, "}} }}\n}}")
}

fn dictionaries(out: &mut String, languages: &Languages<'_>, codes: &[&str]) -> fmt::Result {
    writeln!(out, "/// What the browser fetches for a language, at an address that has the hash in it.")?;
    writeln!(out, "#[cfg(feature = \"embed\")]")?;
    writeln!(out, "pub fn dictionary(language: Language) -> &'static Dictionary {{ match language {{")?;
    let Some(reference) = reference(languages, "ui") else { return Ok(()) };
    for code in codes {
        let Some(file) = languages.get(code).and_then(|files| files.get("ui")) else { continue };
        let json = serde_json::to_string(&texts(file, reference)).expect("strings are JSON");
        let hash: String = Sha256::digest(&json).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        writeln!(out, "Language::{} => &Dictionary {{ json: {json:?}, hash: {hash:?} }},", variant(code))?;
    }
    writeln!(out, "}} }}")
}
