//! Choosing a new password: opening the mail's link changes nothing, the button does.

use countersign_domain::{Field, Handle, Token};
use leptos::prelude::*;

use super::links::{Opened, opened, stale};
use crate::{
    ApiError, Visitor, api,
    components::{ActForm, FormState, Page, TextField},
    texts::use_served,
};

/// The page that the mail leads to.
#[component]
pub(super) fn ResetPassword() -> impl IntoView {
    opened(look, form, || {
        let served = use_served();
        stale(served.reset_stale(), "/forgot-password", served.reset_again())
    })
}

/// Whose first password it chooses, if it is an invitation.
async fn look(visitor: Visitor, token: Token) -> Result<Option<Option<Handle>>, ApiError> {
    if !visitor.backend.can_reset_password(&token).await? {
        return Ok(None);
    }
    Ok(Some(visitor.backend.invited(&token).await?))
}

fn form(Opened { code, link, flash }: Opened<Option<Handle>>) -> AnyView {
    let served = use_served();
    let form = FormState::of::<api::ResetPassword>(flash);
    let (title, lead) = match link.flatten() {
        Some(account) => (served.invite_title(), served.invite_lead(account.as_str())),
        None => (served.reset_title(), served.reset_lead().to_owned()),
    };
    view! {
        <Page title=title narrow=true>
            <p class="lead">{lead}</p>
            <ActForm form=form>
                <TextField field=Field::Code form=form value=code autocomplete="one-time-code"/>
                <TextField field=Field::NewPassword form=form hint=served.password_hint() kind="password" autocomplete="new-password"/>
                <button class="button">{served.password_submit()}</button>
            </ActForm>
        </Page>
    }
    .into_any()
}
