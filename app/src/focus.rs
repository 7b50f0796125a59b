//! Where the keyboard focus goes when what had it disappears.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Gives the heading of the page the focus.
pub(crate) fn focus_heading() {
    if let Ok(Some(heading)) = document().query_selector("h1") {
        let _ = heading.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// Call before a part of the page is replaced. If the focus is lost with it, the heading takes it.
pub(crate) fn keep_focus() {
    let has_focus = || document().active_element().is_some_and(|element| element.tag_name() != "BODY");
    if has_focus() {
        let _ = request_animation_frame(move || {
            if !has_focus() {
                focus_heading();
            }
        });
    }
}
