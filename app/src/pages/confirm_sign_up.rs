//! Confirming the address of a new account: opening the mail's link changes nothing, the button does.

use countersign_domain::{EmailAddress, Field, Handle, Token};
use leptos::prelude::*;

use super::links::{Opened, opened, stale};
use crate::{
    ApiError, Visitor, api,
    components::{ActForm, FormState, Page, TextField, problem_page},
    data::{DataContext, view_of},
    notice::Notice,
    texts::{use_served, use_ui},
};

/// The page that the mail leads to; and the one that tells the customer ID, once there is an account.
#[component]
pub(super) fn ConfirmSignUp() -> impl IntoView {
    if let Err(fault) = Visitor::offers_accounts() {
        return problem_page(&fault);
    }
    view_of(expect_context::<DataContext>().flash, |_, flash| match flash.and_then(|flash| flash.notice) {
        Some(Notice::AccountCreated(id)) => done(id),
        _ => opened(look, form, || {
            let served = use_served();
            stale(served.sign_up_stale(), "/sign-up", served.sign_up_link())
        }),
    })
}

async fn look(visitor: Visitor, token: Token) -> Result<Option<EmailAddress>, ApiError> {
    Ok(visitor.backend.address_to_confirm(&token).await?)
}

fn form(Opened { code, link, flash }: Opened<EmailAddress>) -> AnyView {
    let served = use_served();
    let form = FormState::of::<api::ConfirmSignUp>(flash);
    let lead = match link {
        Some(address) => served.sign_up_confirm_address(address.as_str()),
        None => served.sign_up_confirm_code().to_owned(),
    };
    view! {
        <Page title=served.sign_up_confirm_title() narrow=true>
            <p class="lead">{lead}</p>
            <ActForm form=form>
                <TextField field=Field::Code form=form value=code autocomplete="one-time-code"/>
                <TextField field=Field::Password form=form hint=served.sign_up_confirm_password() kind="password" autocomplete="current-password"/>
                <button class="button">{served.sign_up_confirm_submit()}</button>
            </ActForm>
            <p>{served.sign_up_confirm_other()}</p>
            <p class="beside"><a href="/sign-up">{served.sign_up_link()}</a></p>
        </Page>
    }
    .into_any()
}

fn done(id: Handle) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    view! {
        <Page title=served.sign_up_done_title() narrow=true>
            <p class="lead">{served.sign_up_done_lead()}</p>
            <p class="customer-id">{id.to_string()}</p>
            <p>{served.sign_up_done_text()}</p>
            <p class="beside">
                <a class="button" href="/sign-in">{ui.sign_in()}</a>
                <a href="/forgot-password">{served.forgotten_link()}</a>
            </p>
        </Page>
    }
    .into_any()
}
