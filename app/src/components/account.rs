//! A customer ID.

use countersign_domain::Handle;
use leptos::prelude::*;

use crate::texts::use_ui;

/// A customer ID, marked when it is the reader's own.
#[component]
pub(crate) fn Account(id: Handle, me: Handle) -> impl IntoView {
    let ui = use_ui();
    let mine = id == me;
    view! {
        <span class="account">
            {id.to_string()}
            {mine.then(|| view! { " "<span class="badge badge-me">{ui.me_mark()}</span> }.into_any())}
        </span>
    }
}
