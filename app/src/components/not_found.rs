//! Nothing there, or nothing that one may see: the same page, with the status 404.

use leptos::prelude::*;

use super::Page;
use crate::texts::use_ui;

/// The page for what is not there.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let ui = use_ui();
    #[cfg(feature = "ssr")]
    super::set_status(404);
    view! {
        <Page title=ui.not_found_title() narrow=true>
            <p>{ui.not_found_text()}</p>
            <p><a class="button" href="/contacts/services">{ui.not_found_home()}</a></p>
        </Page>
    }
}
