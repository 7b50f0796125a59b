//! Browser tests pass at midnight as well: none asks the machine for a day. (In Rust, clippy forbids it: see `clippy.toml`.)

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where the machine's clock may be read, and what for: how long something takes, and by how much a server's clock is shifted.
const MAY: [&str; 2] = ["support/server.ts", "support/test.ts"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "ts")).collect()
}

/// Whether the text reads the clock: `Date.now()`, or a date that is made of nothing.
fn reads_the_clock(text: &str) -> bool {
    let text: String = text.split_whitespace().collect();
    ["Date.now", "newDate()", "newDate;", "=Date()", "performance.timeOrigin"].iter().any(|way| text.contains(way))
}

#[test]
fn no_browser_test_asks_the_machine_for_a_day() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../end2end");
    let all: Vec<_> =
        ["tests", "pages", "pictures", "support"].iter().flat_map(|name| sources(&folder.join(name))).collect();
    assert!(all.len() > 50, "{all:?}");
    let asking: Vec<_> = all.iter().filter(|path| reads_the_clock(&fs::read_to_string(path).unwrap())).collect();
    assert!(asking.iter().all(|path| MAY.iter().any(|may| path.ends_with(may))), "{asking:?}");
    assert_eq!(asking.len(), MAY.len(), "these are still the ones: {asking:?}");
}
