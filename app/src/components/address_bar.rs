//! The browser's address bar.

use leptos::prelude::{Effect, window};

/// Takes a code out of the address bar, and so out of the browser's history.
pub(crate) fn hide_code() {
    Effect::new(hide);
}

/// The same, at once.
pub(super) fn hide() {
    let Ok(search) = window().location().search() else { return };
    if !search.contains("token=") {
        return;
    }
    if let (Ok(path), Ok(history)) = (window().location().pathname(), window().history()) {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&path));
    }
}
