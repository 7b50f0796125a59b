//! Reads the modules of a crate: from its files, and from modules that stand inside a file.

use std::{collections::BTreeMap, fs, path::Path};

use crate::tokens::tokens;

/// The modules of a crate, by path; `""` is the root, `a::b` a module in `a`. Each with its own tokens, without those of modules
/// inside it and of what is compiled for tests only.
pub(crate) struct Crate {
    pub(crate) modules: BTreeMap<String, Vec<String>>,
}

impl Crate {
    /// Reads the folder `src` of a crate. `src/bin` and `main.rs` beside `lib.rs` are crates of their own, and are left out.
    pub(crate) fn read(src: &Path) -> Self {
        let mut files = Vec::new();
        collect(src, src, &mut files);
        Self::from_files(files)
    }

    /// The crate that is made of these files: path below `src`, and text.
    pub(crate) fn from_files(files: Vec<(String, String)>) -> Self {
        let mut tree = Self { modules: BTreeMap::new() };
        let mut test_only = Vec::new();
        for (path, text) in files {
            let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
            let name = if matches!(path, "lib" | "main") { String::new() } else { path.replace('/', "::") };
            tree.add(name, &tokens(&text), &mut test_only);
        }
        tree.modules
            .retain(|name, _| !test_only.iter().any(|test| name == test || name.starts_with(&format!("{test}::"))));
        tree
    }

    /// Adds a module and those that stand inside it; notes which files are compiled for tests only.
    fn add(&mut self, name: String, tokens: &[String], test_only: &mut Vec<String>) {
        let mut own = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let rest: Vec<&str> = tokens[at..].iter().take(8).map(String::as_str).collect();
            if rest.starts_with(&["#", "[", "cfg", "(", "test", ")", "]"]) {
                let end = end_of_item(tokens, at + 7);
                if let Some(module) = tokens[at + 7..end].windows(2).find(|two| two[0] == "mod") {
                    test_only.push(join(&name, &module[1]));
                }
                at = end;
            } else if rest.len() > 2 && rest[0] == "mod" && rest[2] == "{" {
                let end = end_of_item(tokens, at);
                self.add(join(&name, rest[1]), &tokens[at + 3..end - 1], test_only);
                at = end;
            } else {
                own.push(tokens[at].clone());
                at += 1;
            }
        }
        self.modules.insert(name, own);
    }
}

/// The path of the module `child` in `parent`.
pub(crate) fn join(parent: &str, child: &str) -> String {
    if parent.is_empty() { child.to_owned() } else { format!("{parent}::{child}") }
}

/// The end of the item that begins at `from`: after its `;`, or after its block.
fn end_of_item(tokens: &[String], from: usize) -> usize {
    let is_use = tokens[from..].iter().take(5).any(|token| token == "use");
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => {
                depth -= 1;
                if depth == 0 && token == "}" && !is_use {
                    return at + 1;
                }
            }
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

fn collect(src: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    let has_lib = src.join("lib.rs").exists();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let below = path.strip_prefix(src).expect("it lies in src").to_str().expect("names are UTF-8").to_owned();
        if path.is_dir() {
            if below != "bin" {
                collect(src, &path, files);
            }
        } else if below.ends_with(".rs") && !(has_lib && below == "main.rs") {
            files.push((below, fs::read_to_string(&path).expect("the file can be read")));
        }
    }
}
