//! Confirming a new e-mail address: opening the mail's link changes nothing, the button does.

use countersign_domain::Field;
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_query_map;

use crate::{
    api::ConfirmEmail as Confirm,
    components::{Gate, Page, TextField, form_state, use_ui},
    state::use_state,
};

/// The page that a confirmation mail leads to.
#[component]
pub(crate) fn ConfirmEmail() -> impl IntoView {
    view! { <Gate><Code/></Gate> }
}

#[component]
fn Code() -> impl IntoView {
    let ui = use_ui();
    let state = use_state();
    let action = ServerAction::<Confirm>::new();
    let token = use_query_map().get_untracked().get("token").unwrap_or_default();
    super::request::hide_token();
    view! {
        <Suspense>
            {move || {
                let token = token.clone();
                Suspend::new(async move {
                    let form = form_state(action, state.flash.await);
                    view! {
                        <Page title=ui.confirm_email_title() problem=form.problem() narrow=true>
                            <p class="lead">{ui.confirm_email_text()}</p>
                            {form.summary()}
                            <ActionForm action=action>
                                <TextField field=Field::Code form=form value=token autocomplete="one-time-code"/>
                                <button class="button">{ui.confirm_email_submit()}</button>
                            </ActionForm>
                        </Page>
                    }
                })
            }}
        </Suspense>
    }
}
