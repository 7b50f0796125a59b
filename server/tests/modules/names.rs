//! Finds which paths a module mentions, and which module defines the name at their end.

use std::collections::BTreeMap;

use crate::sources::{Crate, join};

/// What a module mentions.
#[derive(Default)]
pub(crate) struct Mentions {
    /// The names that `use` brings into the module, with the path of each. `*` brings all of a path.
    imports: Vec<(String, Vec<String>)>,
    /// Paths whose use makes the module depend on what they name.
    pub(crate) paths: Vec<Vec<String>>,
}

/// What each module of `tree` mentions.
pub(crate) fn mentions(tree: &Crate) -> BTreeMap<String, Mentions> {
    tree.modules.iter().map(|(name, tokens)| (name.clone(), of_module(tree, name, tokens))).collect()
}

fn of_module(tree: &Crate, name: &str, tokens: &[String]) -> Mentions {
    let mut found = Mentions::default();
    let starts_path =
        |word: &str| matches!(word, "crate" | "super" | "self") || tree.modules.contains_key(&join(name, word));
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map(|before| tokens[before].as_str());
        let is_path = tokens.get(at + 1).is_some_and(|next| next == "::");
        if tokens[at] == "use" && tokens.get(at + 1).is_some_and(|next| next != "<") {
            let end = (at..tokens.len()).find(|i| tokens[*i] == ";").unwrap_or(tokens.len());
            let exported = matches!(before, Some("pub" | ")"));
            let mut leaves = Vec::new();
            read_use(&tokens[at + 1..end], &mut 0, &[], &mut leaves);
            for (alias, path) in leaves.into_iter().filter(|(_, path)| starts_path(&path[0])) {
                // To name what a child offers is no dependency on it.
                let offers_child = exported && !matches!(path[0].as_str(), "crate" | "super");
                if !offers_child {
                    found.paths.push(path.clone());
                }
                found.imports.push((alias, path));
            }
            at = end;
        } else if is_path && starts_path(&tokens[at]) && !matches!(before, Some("::" | "." | "in")) {
            let mut path = vec![tokens[at].clone()];
            while tokens.get(at + 1).is_some_and(|next| next == "::") && is_word(tokens.get(at + 2)) {
                path.push(tokens[at + 2].clone());
                at += 2;
            }
            found.paths.push(path);
        }
        at += 1;
    }
    found
}

fn is_word(token: Option<&String>) -> bool {
    token.is_some_and(|token| token.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// Reads one branch of a `use`: `a::b`, `a::{b, c as d}`, `a::*`.
fn read_use(tokens: &[String], at: &mut usize, before: &[String], leaves: &mut Vec<(String, Vec<String>)>) {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match token.as_str() {
            "::" => {}
            "{" => {
                while tokens.get(*at).is_some_and(|next| next != "}") {
                    read_use(tokens, at, &path, leaves);
                }
                *at += 1;
                if tokens.get(*at).is_some_and(|next| next == ",") {
                    *at += 1;
                }
                return;
            }
            "," => break,
            "}" => {
                *at -= 1;
                break;
            }
            "as" => {
                let alias = tokens[*at].clone();
                *at += 1;
                path.push(format!("as {alias}"));
            }
            "self" if !path.is_empty() => {}
            _ => path.push(token.clone()),
        }
    }
    let Some(last) = path.last().cloned() else { return };
    match last.strip_prefix("as ") {
        Some(alias) => {
            path.pop();
            leaves.push((alias.to_owned(), path));
        }
        None => leaves.push((last, path)),
    }
}

/// The module that defines what `path` names when `module` mentions it. `None` if that is not in the crate.
pub(crate) fn resolve(
    tree: &Crate,
    all: &BTreeMap<String, Mentions>,
    module: &str,
    path: &[String],
    depth: usize,
) -> Option<String> {
    let mut here = module.to_owned();
    for (index, segment) in path.iter().enumerate() {
        match segment.as_str() {
            "crate" => here = String::new(),
            "self" | "*" => {}
            "super" => here = here.rsplit_once("::").map_or_else(String::new, |(parent, _)| parent.to_owned()),
            name => {
                let child = join(&here, name);
                if tree.modules.contains_key(&child) {
                    here = child;
                    continue;
                }
                let import = all.get(&here)?.imports.iter().find(|(alias, _)| alias == name);
                return match import {
                    // An import that leads to itself, such as a macro that is re-exported under its own name.
                    Some((_, target)) if depth < 16 && !(here == module && target == path) => {
                        let whole: Vec<String> = target.iter().chain(&path[index + 1..]).cloned().collect();
                        resolve(tree, all, &here, &whole, depth + 1)
                    }
                    _ if index == 0 => None,
                    _ => Some(here),
                };
            }
        }
    }
    Some(here)
}
