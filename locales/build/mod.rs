//! What the build script does, kept out of `build.rs` so that tests can prove that each mistake in a text is reported.
//!
//! `source` reads the files, `parse` turns one into the `model`, `check` compares the languages, `encode` writes the compact form
//! of a text, `generate` writes the Rust code.

pub(crate) mod check;
pub(crate) mod encode;
pub(crate) mod generate;
pub(crate) mod model;
pub(crate) mod names;
pub(crate) mod parse;
pub(crate) mod source;

#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt};

use model::{File, Terms};
use source::{CATALOGUES, REFERENCE, Sources, TERMS, path};

/// One mistake in one text, for the person who wrote it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) file: String,
    pub(crate) key: String,
    pub(crate) what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "{}: {}", self.file, self.what),
            key => write!(f, "{}: `{key}`: {}", self.file, self.what),
        }
    }
}

/// The problems found in one file.
pub(crate) struct Report<'a> {
    file: String,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(file: String, problems: &'a mut Vec<Problem>) -> Self {
        Self { file, problems }
    }

    /// Notes a problem; an empty `key` means the whole file.
    pub(crate) fn add(&mut self, key: &str, what: impl Into<String>) {
        self.problems.push(Problem { file: self.file.clone(), key: key.into(), what: what.into() });
    }
}

/// Checks every text and writes the Rust code, or gives every problem that there is.
pub(crate) fn compile(sources: &Sources) -> Result<generate::Code, Vec<Problem>> {
    let mut problems = Vec::new();
    let terms = match &sources.terms {
        Some(text) => parse::terms(text, &mut Report::new(TERMS.into(), &mut problems)),
        None => Terms::new(),
    };
    let mut languages: BTreeMap<&str, BTreeMap<&str, File>> = BTreeMap::new();
    for (code, files) in &sources.languages {
        if check::categories(code).is_none() {
            let what = format!("no plural rule is known for `{code}`: add it to src/plural.rs and build/check.rs");
            Report::new(format!("locales/{code}"), &mut problems).add("", what);
        }
        for unknown in files.keys().filter(|name| !CATALOGUES.contains(&name.as_str())) {
            Report::new(path(code, unknown), &mut problems).add("", "nothing reads this file");
        }
        for name in CATALOGUES {
            let mut report = Report::new(path(code, name), &mut problems);
            match files.get(name) {
                Some(text) => {
                    let file = parse::file(text, &terms, &mut report);
                    check::plurals(code, &file, &mut report);
                    languages.entry(code).or_default().insert(name, file);
                }
                None => report.add("", "this file is missing"),
            }
        }
    }
    check::languages(&languages, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(generate::code(&languages))
}

/// The file of the reference language, which says what keys and placeholders there are.
pub(crate) fn reference<'a>(languages: &'a BTreeMap<&str, BTreeMap<&str, File>>, name: &str) -> Option<&'a File> {
    languages.get(REFERENCE)?.get(name)
}
