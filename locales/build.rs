//! Turns the Fluent files into Rust, or stops the build and says which text is wrong; the work is done in `build/`.

#[path = "build/mod.rs"]
mod build;

use std::{env, fs, path::Path};

fn main() {
    // The whole package: cargo cannot watch for a new language folder alone.
    println!("cargo::rerun-if-changed=.");

    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let sources = build::source::read(Path::new(&root)).expect("the language folders can be read");
    match build::compile(&sources) {
        Ok(code) => {
            for (name, text) in [("languages.rs", code.languages), ("accessors.rs", code.accessors)] {
                fs::write(Path::new(&out).join(name), text).expect("OUT_DIR can be written");
            }
        }
        // An error makes cargo stop when the script has ended.
        Err(problems) => problems.iter().for_each(|problem| println!("cargo::error={problem}")),
    }
}
