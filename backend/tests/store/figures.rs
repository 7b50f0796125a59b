//! What a proof has counted, for the table of `make prove`; and whether it is to take the time for its long form.

use std::{fs::OpenOptions, io::Write};

/// How much of a proof there is: `long` in `make prove`, `short` in `make test`.
pub(crate) fn rounds(short: u32, long: u32) -> u32 {
    if std::env::var("COUNTERSIGN_PROVE").as_deref() == Ok("long") { long } else { short }
}

/// Tells a line of figures. `COUNTERSIGN_FIGURES` names the file; without it nobody asks.
pub(crate) fn tell(proof: &str, figures: &str) {
    let Ok(file) = std::env::var("COUNTERSIGN_FIGURES") else { return };
    let mut file = OpenOptions::new().create(true).append(true).open(file).unwrap();
    // In one piece: tests run side by side.
    file.write_all(format!("{proof}\t{figures}\n").as_bytes()).unwrap();
}
