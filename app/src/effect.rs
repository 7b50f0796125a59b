//! Effects.

use leptos::prelude::{Effect, LocalStorage};

/// Runs soon in the browser, and again whenever a signal changes that it has read. Does nothing on the server.
///
/// All effects are of one type, so that the browser downloads what runs them once.
pub(crate) fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::<LocalStorage>::new(run);
}
