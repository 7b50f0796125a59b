//! The answers that the server wrote at the end of its page.

use leptos::prelude::{document, window};

use super::{
    PREFETCHED,
    browser::{Answer, Body, Decode},
};
use crate::codec::Coding;

/// The answer for an address.
pub(super) fn prefetched(address: &str, decode: Decode) -> Option<Answer> {
    let all = document().get_element_by_id(PREFETCHED)?.text_content()?;
    let mut lines = all.lines().skip(1);
    while let (Some(of), Some(kind), Some(text)) = (lines.next(), lines.next(), lines.next()) {
        if of == address {
            // `atob` gives one character for each byte.
            let bytes: Vec<u8> = window().atob(text).ok()?.chars().filter_map(|c| u8::try_from(c).ok()).collect();
            return if kind == "ok" {
                Some(Body::decode(bytes, decode))
            } else {
                Coding::Compact.read(&bytes).map(Err)
            };
        }
    }
    None
}

/// Forgets them: they belong to the page with which they came.
pub(crate) fn forget_prefetched() {
    if let Some(element) = document().get_element_by_id(PREFETCHED) {
        element.remove();
    }
}
