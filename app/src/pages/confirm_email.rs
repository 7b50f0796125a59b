//! Confirming a new e-mail address: opening the mail's link changes nothing, the button does.

use std::sync::Arc;

use countersign_domain::Field;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    components::{ActForm, Gate, Page, TextField, form_state, use_served},
    data::awaited,
    state::use_state,
};

/// The page that a confirmation mail leads to.
#[component]
pub(super) fn ConfirmEmail() -> impl IntoView {
    view! { <Gate><Code/></Gate> }
}

#[component]
fn Code() -> impl IntoView {
    let served = use_served();
    let token = use_query_map().get_untracked().get("token").unwrap_or_default();
    awaited(
        use_state().flash,
        Arc::new(move |_, flash| {
            let form = form_state("/api/confirm-email", flash);
            let token = token.clone();
            view! {
                <Page title=served.confirm_email_title() narrow=true>
                    <p class="lead">{served.confirm_email_text()}</p>
                    <ActForm form=form>
                        <TextField field=Field::Code form=form value=token autocomplete="one-time-code"/>
                        <button class="button">{served.confirm_email_submit()}</button>
                    </ActForm>
                </Page>
            }
            .into_any()
        }),
    )
}
