//! `docs/security.md` names files and tests: they are there, and the tests are tests. Each case of what somebody may try has one
//! that runs on both databases.

use std::{collections::BTreeSet, fs, path::PathBuf};

use crate::figures;

/// How the document shortens the folders of tests.
const SHORT: [(&str, &str); 4] = [
    ("http/", "server/tests/http/"),
    ("store/", "backend/tests/store/"),
    ("mail/", "backend/tests/mail/"),
    ("browser/", "end2end/tests/"),
];
/// Where a path of the project begins.
const FOLDERS: [&str; 11] = [
    "app/",
    "backend/",
    "docs/",
    "domain/",
    "elements/",
    "end2end/",
    "frontend/",
    "locales/",
    "migrations/",
    "scripts/",
    "server/",
];

fn whole(path: &str) -> PathBuf {
    let short = SHORT.iter().find_map(|(short, folder)| Some(format!("{folder}{}", path.strip_prefix(short)?)));
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(short.as_deref().unwrap_or(path))
}

fn read(path: &str) -> String {
    fs::read_to_string(whole(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn document() -> String {
    read("docs/security.md")
}

/// What stands between backticks.
fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The rows of the table under a heading, without its head.
fn rows<'a>(document: &'a str, heading: &str) -> Vec<&'a str> {
    let (_, section) = document.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no {heading:?}"));
    let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
    section.lines().filter(|line| line.starts_with("| ")).skip(2).collect()
}

/// A test that the document names.
struct Named<'a> {
    file: &'a str,
    name: &'a str,
}

fn tests(text: &str) -> impl Iterator<Item = Named<'_>> {
    spans(text).filter_map(|span| {
        let (file, name) = span.split_once("::")?;
        [".rs", ".ts"].iter().any(|ending| file.ends_with(ending)).then_some(Named { file, name })
    })
}

impl Named<'_> {
    /// It runs on each engine: made so by `on_both!`, or by its tag.
    fn is_on_both(&self) -> bool {
        let text = read(self.file);
        if self.file.ends_with(".ts") {
            let line = text.lines().find(|line| line.starts_with(&self.title()));
            return line.is_some_and(|line| line.contains("'@postgres'"));
        }
        let lists = text.split("on_both!(").skip(1).filter_map(|rest| rest.split(");").next());
        let mut names = lists.flat_map(|list| list.split(',')).map(str::trim);
        names.any(|name| name == self.name)
    }

    /// How a browser test begins.
    fn title(&self) -> String {
        format!("test('{}'", self.name)
    }

    /// It is there, and runs.
    fn is_test(&self) -> bool {
        let text = read(self.file);
        if self.file.ends_with(".ts") {
            return text.contains(&self.title());
        }
        let Some(at) = text.find(&format!("fn {}(", self.name)) else { return false };
        // Its attributes stand on the lines before it.
        let mut before = text[..at].lines().rev().skip(usize::from(!text[..at].ends_with('\n')));
        let marked = before.by_ref().take_while(|line| line.trim_start().starts_with(['#', '/'])).any(|line| {
            let line = line.trim();
            line == "#[test]" || line.starts_with("#[tokio::test")
        });
        marked || self.is_on_both()
    }
}

#[test]
fn every_file_and_every_test_that_is_named_is_there() {
    let document = document();
    let mut named = 0;
    for test in tests(&document) {
        assert!(test.is_test(), "{}::{} is no test", test.file, test.name);
        named += 1;
    }
    assert!(named > 100, "{named}");
    let starts: Vec<_> = FOLDERS.into_iter().chain(SHORT.map(|(short, _)| short)).collect();
    let paths = spans(&document).map(|span| span.split("::").next().unwrap());
    let paths: BTreeSet<_> = paths.filter(|path| starts.iter().any(|start| path.starts_with(start))).collect();
    assert!(paths.len() > 50, "{paths:?}");
    for path in paths {
        assert!(whole(path).exists(), "{path} is not there");
    }
}

#[test]
fn every_requirement_names_where_it_is_kept_and_a_test() {
    let document = document();
    let rows = rows(&document, "Requirements");
    for (row, number) in rows.iter().zip(1..) {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").collect();
        assert_eq!(cells.len(), 4, "{row}");
        assert_eq!(cells[0].trim(), number.to_string());
        assert!(spans(cells[2]).next().is_some() && tests(cells[3]).next().is_some(), "{row}");
    }
    let all = rows.len();
    assert_eq!(all, 23);
    figures::tell("abuse: requirements of docs/security.md", &format!("{all} of {all} with a test"));
}

#[test]
fn every_case_has_a_test_on_both_databases() {
    let document = document();
    let rows = rows(&document, "What somebody may try");
    for row in &rows {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").collect();
        assert_eq!(cells.len(), 3, "{row}");
        let one_of = |engine: &str| tests(cells[2]).any(|test| test.name.contains(engine));
        let is_on_both = tests(cells[2]).any(|test| test.is_on_both()) || (one_of("sqlite") && one_of("postgres"));
        assert!(is_on_both, "{row}");
    }
    let all = rows.len();
    assert!(all > 30, "{all}");
    figures::tell("abuse: cases of docs/security.md", &format!("{all} of {all} with a test on SQLite and Postgres"));
}
