//! Confirming a new e-mail address: opening the mail's link changes nothing, the button does.

use countersign_domain::{EmailAddress, Field, Token};
use leptos::prelude::*;

use super::links::{Opened, opened, stale};
use crate::{
    ApiError, Visitor, api,
    components::{ActForm, FormState, Page, RequireSignIn, TextField},
    texts::{use_served, use_ui},
};

/// The page that a confirmation mail leads to.
#[component]
pub(super) fn ConfirmEmail() -> impl IntoView {
    view! { <RequireSignIn>{opened(look, form, || stale(use_served().email_stale(), "/profile", use_ui().profile()))}</RequireSignIn> }
}

async fn look(visitor: Visitor, token: Token) -> Result<Option<EmailAddress>, ApiError> {
    match visitor.actor {
        Some(actor) => Ok(actor.address_to_confirm(&token).await?),
        None => Ok(None),
    }
}

fn form(Opened { code, link, flash }: Opened<EmailAddress>) -> AnyView {
    let served = use_served();
    let form = FormState::of::<api::ConfirmEmail>(flash);
    let lead = match link {
        Some(address) => served.confirm_email_address(address.as_str()),
        None => served.confirm_email_text().to_owned(),
    };
    view! {
        <Page title=served.confirm_email_title() narrow=true>
            <p class="lead">{lead}</p>
            <ActForm form=form>
                <TextField field=Field::Code form=form value=code autocomplete="one-time-code"/>
                <button class="button">{served.confirm_email_submit()}</button>
            </ActForm>
        </Page>
    }
    .into_any()
}
