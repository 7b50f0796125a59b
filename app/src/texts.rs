//! The texts in the reader's language.

use countersign_locales::Ui;
use leptos::prelude::expect_context;

/// The texts of pages that the browser renders too.
pub(crate) fn use_ui() -> Ui {
    expect_context()
}

/// The texts of pages that only the server renders.
#[cfg(feature = "ssr")]
pub(crate) fn use_served() -> countersign_locales::Served {
    countersign_locales::Served::of(use_ui().language())
}
