//! A served page on the server.

use leptos::prelude::*;

/// The page, in its place.
#[component]
pub(crate) fn ServerPage(children: Children) -> impl IntoView {
    view! { <div class="served">{children()}</div> }
}
