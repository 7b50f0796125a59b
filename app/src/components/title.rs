//! The title of the window.

/// On the server: the title of the document, as it is now. Leptos writes it into the head as it stands, so it is escaped here.
#[cfg(feature = "ssr")]
pub(super) fn show_title(title: impl Fn() -> String) {
    use leptos_meta::{Title, TitleProps};
    let escaped = html_escape::encode_text(&title()).into_owned();
    // The component leaves its text with the head; it shows nothing itself.
    let _ = Title(TitleProps::builder().text(escaped).build());
}

/// In the browser: the title follows what the page says.
#[cfg(not(feature = "ssr"))]
pub(super) fn show_title(title: impl Fn() -> String + 'static) {
    use crate::effect::effect;
    use leptos::prelude::document;
    effect(move || document().set_title(&title()));
}
