//! Choosing a new password: opening the mail's link changes nothing, the button does.

use countersign_domain::{Field, Token};
use leptos::prelude::*;

use super::links::{Opened, opened, stale};
use crate::{
    Fault, Visitor,
    components::{ActForm, Page, TextField, form_state, use_served},
};

/// The page that the mail leads to.
#[component]
pub(super) fn ResetPassword() -> impl IntoView {
    opened(look, form, || {
        let served = use_served();
        stale(served.reset_stale(), "/forgot-password", served.reset_again())
    })
}

async fn look(visitor: Visitor, token: Token) -> Result<Option<()>, Fault> {
    Ok(visitor.backend.can_reset_password(&token).await?.then_some(()))
}

fn form(Opened { code, flash, .. }: Opened<()>) -> AnyView {
    let served = use_served();
    let form = form_state("/api/reset-password", flash);
    view! {
        <Page title=served.reset_title() narrow=true>
            <p class="lead">{served.reset_lead()}</p>
            <ActForm form=form>
                <TextField field=Field::Code form=form value=code autocomplete="one-time-code"/>
                <TextField field=Field::NewPassword form=form hint=served.password_hint() kind="password" autocomplete="new-password"/>
                <button class="button">{served.password_submit()}</button>
            </ActForm>
        </Page>
    }
    .into_any()
}
