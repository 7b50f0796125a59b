//! Asking for the mail with which a new password is chosen.

use countersign_domain::Field;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::links::sent;
use crate::{
    api,
    components::{ActForm, FormState, Page, TextField},
    data::{DataContext, view_of},
    flash::Flash,
    texts::{use_served, use_ui},
};

/// The form that takes a customer ID or an address, or the page that says that a mail is on its way if there is an account.
#[component]
pub(super) fn ForgotPassword() -> impl IntoView {
    if use_query_map().with_untracked(|query| query.get("sent").is_some()) {
        return sent(|login| use_served().forgotten_sent(login), "/forgot-password");
    }
    view_of(expect_context::<DataContext>().flash, |_, flash| form(flash))
}

fn form(flash: Option<Flash>) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let form = FormState::of::<api::ForgotPassword>(flash);
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
