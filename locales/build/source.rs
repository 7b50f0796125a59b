//! Finds the languages: each folder of this package that holds Fluent files is one, so that adding a language is
//! adding a folder.

use std::{collections::BTreeMap, fs, io, path::Path};

/// The language that says which keys and placeholders there are; also the one for a visitor whose languages we lack.
pub(crate) const REFERENCE: &str = "en";

/// The files that every language has.
pub(crate) const CATALOGUES: [&str; 3] = ["ui", "served", "mail"];

/// How problems name the file of terms that every language shares.
pub(crate) const TERMS: &str = "locales/terms.ftl";

/// The text of every Fluent file.
#[derive(Default)]
pub(crate) struct Sources {
    /// The terms that every language shares.
    pub(crate) terms: Option<String>,
    /// Language code → name of the file without its ending → text.
    pub(crate) languages: BTreeMap<String, BTreeMap<String, String>>,
}

/// How problems name a file.
pub(crate) fn path(code: &str, name: &str) -> String {
    format!("locales/{code}/{name}.ftl")
}

/// Reads `terms.ftl` and the folders that hold Fluent files, or whose name could only be a language's.
pub(crate) fn read(root: &Path) -> io::Result<Sources> {
    let mut sources = Sources::default();
    let terms = root.join("terms.ftl");
    if terms.is_file() {
        sources.terms = Some(fs::read_to_string(terms)?);
    }
    for folder in fs::read_dir(root)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        let mut files = BTreeMap::new();
        for file in fs::read_dir(folder.path())? {
            let file = file?.path();
            if file.extension().is_some_and(|ending| ending == "ftl") {
                let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                files.insert(name, fs::read_to_string(&file)?);
            }
        }
        let code = folder.file_name().to_string_lossy().into_owned();
        if !files.is_empty() || (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())) {
            sources.languages.insert(code, files);
        }
    }
    Ok(sources)
}
