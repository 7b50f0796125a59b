//! The profile: who I am here, my e-mail address, language and password.

use std::sync::Arc;

use countersign_domain::{Field, view};
use leptos::prelude::*;

use crate::{
    components::{ActForm, Gate, Languages, Notice, Page, TextField, form_state, problem_page, use_ui},
    data::{awaited, read, source},
    state::{Flash, use_state},
};

/// My profile.
#[component]
pub(crate) fn Profile() -> impl IntoView {
    view! { <Gate><Whole/></Gate> }
}

#[component]
fn Whole() -> impl IntoView {
    let profile = source(Signal::stored("/api/profile".to_owned()), use_state().changed);
    awaited(
        profile,
        Arc::new(|profile, flash| match read(&profile) {
            Ok(profile) => sections(profile, flash),
            Err(fault) => problem_page(&fault),
        }),
    )
}

fn sections(profile: view::Profile, flash: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let email_form = form_state("/api/change-email", flash.clone());
    let password_form = form_state("/api/change-password", flash);
    view! {
        <Page title=ui.profile() narrow=true>
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
                <ActForm form=email_form>
                    <TextField field=Field::Email form=email_form kind="email" autocomplete="email"/>
                    <TextField field=Field::Password form=email_form label=ui.email_password() kind="password" autocomplete="current-password"/>
                    <button class="button" disabled=email_form.pending()>{ui.email_submit()}</button>
                </ActForm>
            </section>
            <section>
                <h2>{ui.language_title()}</h2>
                <p>{ui.language_text()}</p>
                <Languages/>
            </section>
            <section>
                <h2>{ui.password_title()}</h2>
                <ActForm form=password_form>
                    <TextField field=Field::Password form=password_form id="present" label=ui.password_current() kind="password" autocomplete="current-password"/>
                    <TextField field=Field::NewPassword form=password_form hint=ui.password_hint() kind="password" autocomplete="new-password"/>
                    <button class="button" disabled=password_form.pending()>{ui.password_submit()}</button>
                </ActForm>
            </section>
        </Page>
    }
    .into_any()
}
