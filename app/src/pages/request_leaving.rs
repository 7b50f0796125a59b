//! A request's page that is left by a form of its own: whoever blocks the requester does not see the request any more.

use leptos::prelude::*;

use crate::{components::FormState, state::use_state};

/// Whether a form leads away from a request that is there no more when it has been sent: the page is not to ask for it again.
#[derive(Clone, Copy)]
struct Leaving(RwSignal<bool>);

/// Marks the page as left from the moment when a form is sent, unless it fails.
pub(super) fn leave_by(form: FormState) {
    let Some(Leaving(leaving)) = use_context() else { return };
    Effect::new(move || {
        if form.pending().get() {
            leaving.set(true);
        } else if form.problem().with(Option::is_some) {
            leaving.set(false);
        }
    });
}

/// Counts what has changed, until the page is left.
pub(super) fn until_left() -> RwSignal<u32> {
    let (leaving, changed, counted) = (RwSignal::new(false), use_state().changed, RwSignal::new(0));
    provide_context(Leaving(leaving));
    let mut begins = true;
    Effect::new(move || {
        changed.track();
        if !std::mem::take(&mut begins) && !leaving.get_untracked() {
            counted.update(|n| *n += 1);
        }
    });
    counted
}
