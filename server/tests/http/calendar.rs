//! Tests pass at midnight as well, and on any day: none asks the machine or the database for one. (That no Rust code reads the
//! machine's clock past `ambient` is clippy's business: see `clippy.toml`.)

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where browser tests may read the machine's clock: how long something takes, and by how much a server's clock is shifted.
const MAY: [&str; 2] = ["support/server.ts", "support/test.ts"];

/// Every file with this ending below a folder of the project.
fn sources(folder: &str, ending: &str) -> Vec<PathBuf> {
    fn add(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                add(&path, ending, files);
            } else if path.extension().is_some_and(|its| its == ending) {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    add(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), ending, &mut files);
    files
}

/// Whether a file holds one of these texts, whatever blanks are in it.
fn holds(file: &Path, ways: &[&str]) -> bool {
    let text: String = fs::read_to_string(file).unwrap().split_whitespace().collect();
    ways.iter().any(|way| text.contains(way))
}

#[test]
fn no_browser_test_asks_the_machine_for_a_day() {
    let folders = ["end2end/tests", "end2end/pages", "end2end/pictures", "end2end/support"];
    let all: Vec<_> = folders.iter().flat_map(|folder| sources(folder, "ts")).collect();
    assert!(all.len() > 50, "{all:?}");
    let asking: Vec<_> =
        all.iter().filter(|file| holds(file, &["Date.now", "newDate()", "newDate;", "=Date()"])).collect();
    assert!(asking.iter().all(|file| MAY.iter().any(|may| file.ends_with(may))), "{asking:?}");
    assert_eq!(asking.len(), MAY.len(), "these are still the ones: {asking:?}");
}

#[test]
fn no_statement_asks_the_database_for_the_time() {
    let rust = ["backend", "server"].iter().flat_map(|folder| sources(folder, "rs"));
    let all: Vec<_> = rust.chain(sources("migrations", "sql")).filter(|file| !file.ends_with(file!())).collect();
    assert!(all.len() > 150, "{}", all.len());
    let ways =
        ["unixepoch", "EXTRACT(EPOCH", "CURRENT_TIME", "CURRENT_DATE", "clock_timestamp", "datetime('", "strftime"];
    let asking: Vec<_> = all.iter().filter(|file| holds(file, &ways)).collect();
    assert!(asking.is_empty(), "{asking:?}");
}
