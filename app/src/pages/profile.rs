//! The profile: who I am here, my e-mail address, language and password.

use countersign_domain::{Field, view};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_query_map;

use crate::{
    api::{self, ChangeEmail, ChangePassword},
    components::{Gate, Languages, Loaded, Notice, Page, TextField, form_state, use_ui},
    state::{Flash, use_state},
};

/// My profile.
#[component]
pub(crate) fn Profile() -> impl IntoView {
    view! { <Gate><Whole/></Gate> }
}

#[component]
fn Whole() -> impl IntoView {
    let state = use_state();
    let query = use_query_map();
    let profile =
        Resource::new_blocking(move || query.with(|query| query.get("notice")), |_| async { api::profile().await });
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let flash = state.flash.await;
                view! { <Loaded data=profile.await view=move |profile| sections(profile, flash)/> }
            })}
        </Transition>
    }
}

fn sections(profile: view::Profile, flash: Option<Flash>) -> impl IntoView {
    let ui = use_ui();
    let email = ServerAction::<ChangeEmail>::new();
    let email_form = form_state(email, flash.clone());
    let password = ServerAction::<ChangePassword>::new();
    let password_form = form_state(password, flash);
    let problem = Memo::new(move |_| email_form.problem().get().or_else(|| password_form.problem().get()));
    view! {
        <Page title=ui.profile() problem=problem narrow=true>
            <Notice/>
            <dl class="facts">
                <dt>{ui.profile_id()}</dt><dd>{profile.id.to_string()}</dd>
                <dt>{ui.profile_name()}</dt><dd><bdi>{profile.name.to_string()}</bdi></dd>
                <dt>{ui.profile_email()}</dt><dd class="profile-email">{profile.email}</dd>
            </dl>
            <section>
                <h2>{ui.email_title()}</h2>
                <p>{ui.email_text()}</p>
                {profile.pending_email.map(|address| view! { <p class="outcome">{ui.email_pending(&address)}</p> })}
                {email_form.summary()}
                <ActionForm action=email>
                    <TextField field=Field::Email form=email_form kind="email" autocomplete="email"/>
                    <TextField field=Field::Password form=email_form label=ui.email_password() kind="password" autocomplete="current-password"/>
                    <button class="button" disabled=email_form.pending()>{ui.email_submit()}</button>
                </ActionForm>
            </section>
            <section>
                <h2>{ui.language_title()}</h2>
                <p>{ui.language_text()}</p>
                <Languages/>
            </section>
            <section>
                <h2>{ui.password_title()}</h2>
                {password_form.summary()}
                <ActionForm action=password>
                    <TextField field=Field::Password form=password_form id="present" label=ui.password_current() kind="password" autocomplete="current-password"/>
                    <TextField field=Field::NewPassword form=password_form hint=ui.password_hint() kind="password" autocomplete="new-password"/>
                    <button class="button" disabled=password_form.pending()>{ui.password_submit()}</button>
                </ActionForm>
            </section>
        </Page>
    }
}
