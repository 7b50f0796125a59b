//! Asking for the mail with which a new password is chosen.

use std::sync::Arc;

use countersign_domain::Field;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::links::sent;
use crate::{
    components::{ActForm, Page, TextField, form_state, use_served, use_ui},
    data::awaited,
    state::{Flash, use_state},
};

/// The form that takes a customer ID or an address, or the page that says that a mail is on its way if there is an account.
#[component]
pub(super) fn ForgotPassword() -> impl IntoView {
    if use_query_map().with_untracked(|query| query.get("sent").is_some()) {
        return sent(|login| use_served().forgotten_sent(login), "/forgot-password");
    }
    awaited(use_state().flash, Arc::new(|_, flash| form(flash)))
}

fn form(flash: Option<Flash>) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let form = form_state("/api/forgot-password", flash);
    view! {
        <Page title=served.forgotten_title() narrow=true>
            <p class="lead">{served.forgotten_lead()}</p>
            <ActForm form=form>
                <TextField field=Field::Login form=form hint=served.login_hint() autocomplete="username"/>
                <button class="button">{served.forgotten_submit()}</button>
            </ActForm>
            <p class="beside"><a href="/sign-in">{ui.sign_in()}</a></p>
        </Page>
    }
    .into_any()
}
