//! The browser's entry.

use countersign_locales::Ui;
use wasm_bindgen::prelude::wasm_bindgen;

/// Hydrates the page that the server sent, in the language whose dictionary it is given. Without a dictionary that fits,
/// the page stays as it is: it works without us.
#[wasm_bindgen]
pub fn start(language: &str, dictionary: &str) {
    if let Some(ui) = Ui::load(language, dictionary) {
        countersign_app::hydrate(ui);
    }
}
