//! Opening an account oneself: what is typed waits until the address is confirmed.

use countersign_domain::Field;
use countersign_locales::Language;
use leptos::prelude::*;
use leptos_router::{components::Redirect, hooks::use_query_map};

use super::links::sent;
use crate::{
    Visitor, api,
    components::{ActForm, FormState, Page, TextField, problem_page},
    data::{DataContext, view_of},
    flash::Flash,
    texts::{use_served, use_ui},
};

/// The form for a new account, or the page that says that a mail is on its way. Where visitors may not open accounts, there is
/// no such page.
#[component]
pub(super) fn SignUp() -> impl IntoView {
    if let Err(fault) = Visitor::offers_accounts() {
        return problem_page(&fault);
    }
    if Visitor::actor().is_ok() {
        return view! { <Redirect path="/contacts/services"/> }.into_any();
    }
    if use_query_map().with_untracked(|query| query.get("sent").is_some()) {
        return sent(|address| use_served().sign_up_sent(address), "/sign-up");
    }
    view_of(expect_context::<DataContext>().flash, |_, flash| form(flash))
}

fn form(flash: Option<Flash>) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let chosen = flash.as_ref().and_then(|flash| Language::from_code(&flash.typed("language")?));
    let chosen = chosen.unwrap_or(ui.language());
    let form = FormState::of::<api::SignUp>(flash);
    let languages = Language::ALL.into_iter().map(move |language| {
        view! {
            <option value=language.code() lang=language.code() selected=language == chosen>{language.own_name()}</option>
        }
    });
    view! {
        <Page title=served.sign_up_title() narrow=true>
            <p class="lead">{served.sign_up_lead()}</p>
            <ActForm form=form>
                <TextField field=Field::Name form=form hint=served.name_hint() autocomplete="name"/>
                <TextField field=Field::Organisation form=form autocomplete="organization"/>
                <TextField field=Field::Address form=form hint=served.address_hint() kind="email" autocomplete="email"/>
                <div class="field">
                    <label for="language">{served.language_title()}</label>
                    <p class="hint" id="language-hint">{served.language_text()}</p>
                    <select id="language" name="language" aria-describedby="language-hint">{languages.collect_view()}</select>
                </div>
                <TextField field=Field::Password form=form hint=served.password_hint() kind="password" autocomplete="new-password"/>
                <button class="button">{served.sign_up_submit()}</button>
            </ActForm>
            <p class="beside"><a href="/sign-in">{served.sign_up_already()}</a></p>
        </Page>
    }
    .into_any()
}
