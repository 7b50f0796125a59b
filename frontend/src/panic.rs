//! What a panic leaves: a line in the console, and a page that works as without JavaScript.

use std::panic;

use wasm_bindgen::JsValue;
use web_sys::{Event, console};

/// From now on a panic is reported. Its message is enough to find it; the place in the source is not part of the download.
pub(crate) fn report() {
    panic::set_hook(Box::new(|info| {
        let message = info.payload_as_str().unwrap_or("no message");
        console::error_2(&JsValue::from_str("panic:"), &JsValue::from_str(message));
        // The page's own script listens to it (`app/src/fallback.js`).
        if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("client-panic")) {
            let _ = window.dispatch_event(&event);
        }
    }));
}
