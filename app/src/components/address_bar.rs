//! The browser's address bar.

use leptos::prelude::{Effect, window};
use wasm_bindgen::JsValue;

/// Takes a code out of the address bar, and so out of the browser's history.
pub(crate) fn hide_code() {
    Effect::new(hide);
}

/// The same, at once.
pub(super) fn hide() {
    let location = window().location();
    let (Ok(search), Ok(path), Ok(history)) = (location.search(), location.pathname(), window().history()) else {
        return;
    };
    if search.trim_start_matches('?').split('&').any(|word| word.starts_with("token=")) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}
