//! The browser's address bar.

use leptos::prelude::*;

use crate::effect::effect;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsValue;

/// The present address, path and query. The address bar is a step behind, and shows no codes; this has them.
pub(super) fn address() -> Signal<String> {
    let location = use_location();
    Signal::derive(move || {
        let search = location.search.get();
        location.pathname.get() + if search.is_empty() { "" } else { "?" } + search.trim_start_matches('?')
    })
}

/// Takes a code out of the address bar, and so out of the browser's history.
pub(crate) fn hide_code() {
    effect(hide);
}

/// The same, at once.
pub(super) fn hide() {
    let location = window().location();
    let (Ok(origin), Ok(path), Ok(search)) = (location.origin(), location.pathname(), location.search()) else {
        return;
    };
    let Ok(history) = window().history() else { return };
    if search.trim_start_matches('?').split('&').any(|word| word.starts_with("token=")) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&(origin + &path)));
    }
}
