//! Stops a request's page from reading the request again after the reader blocks the requester: the server would answer 404.

use leptos::prelude::*;

use crate::{components::FormState, effect::effect, state::use_state};

/// Whether the reader has sent the form that hides the request. The page does not read the request again then.
#[derive(Clone, Copy)]
struct Leaving(RwSignal<bool>);

/// Marks the page as left when `form` is sent, and takes the mark back if the form fails.
pub(super) fn leave_by(form: FormState) {
    let Some(Leaving(leaving)) = use_context() else { return };
    effect(move || {
        if form.pending().get() {
            leaving.set(true);
        } else if form.problem().with(Option::is_some) {
            leaving.set(false);
        }
    });
}

/// Counts changes, so that the page reads the request again. Stops counting once the page is left.
pub(super) fn until_left() -> RwSignal<u32> {
    let (leaving, changed, counted) = (RwSignal::new(false), use_state().changed, RwSignal::new(0));
    provide_context(Leaving(leaving));
    let mut begins = true;
    effect(move || {
        changed.track();
        if !std::mem::take(&mut begins) && !leaving.get_untracked() {
            counted.update(|n| *n += 1);
        }
    });
    counted
}
