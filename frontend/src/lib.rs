//! The browser's entry.

use countersign_locales::Ui;
use wasm_bindgen::prelude::wasm_bindgen;

mod panic;

/// Hydrates the page that the server sent, in the language whose texts it is given. Without texts that fit,
/// the page stays as it is: it works without us.
#[wasm_bindgen]
pub fn start(language: &str, texts: Vec<String>) {
    panic::report();
    if let Some(ui) = Ui::load(language, texts) {
        countersign_app::hydrate(ui);
    }
}
