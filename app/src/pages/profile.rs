//! The profile: who I am here, my name, e-mail address, language and password.

use countersign_domain::{Field, view};
use leptos::prelude::*;

use super::blocked;

use crate::{
    api,
    components::{
        ActForm, Day, FormState, Languages, Moment, Notices, Page, RequireSignIn, TextField, problem_page,
    },
    data::{source, view_of},
    flash::Flash,
    labels,
    state::use_state,
    texts::{use_served, use_ui},
};

/// My profile.
#[component]
pub(super) fn Profile() -> impl IntoView {
    view! { <RequireSignIn><Whole/></RequireSignIn> }
}

#[component]
fn Whole() -> impl IntoView {
    view_of(source(|| Some(api::Profile {}), use_state().changed), |profile, flash| match profile {
        Ok(profile) => sections((*profile).clone(), flash),
        Err(error) => problem_page(&error),
    })
}

fn sections(profile: view::Profile, flash: Option<Flash>) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let name_form = FormState::of::<api::ChangeName>(flash.clone());
    let email_form = FormState::of::<api::ChangeEmail>(flash.clone());
    let password_form = FormState::of::<api::ChangePassword>(flash.clone());
    let session_form = FormState::of::<api::EndSession>(flash.clone());
    let others_form = FormState::of::<api::EndOtherSessions>(flash.clone());
    let organisation = profile.organisation.as_ref().map(ToString::to_string).unwrap_or_default();
    let others = profile.sessions.len() > 1;
    let sessions = profile.sessions.into_iter().map(|one| session(one, session_form)).collect_view();
    view! {
        <Page title=ui.profile() narrow=true>
            <Notices text=labels::server_page::notice/>
            <dl class="facts">
                <dt>{served.profile_id()}</dt><dd>{profile.id.to_string()}</dd>
                <dt>{served.profile_name()}</dt><dd><bdi>{profile.name.to_string()}</bdi></dd>
                {profile
                    .organisation
                    .as_ref()
                    .map(|name| view! { <dt>{served.profile_organisation()}</dt><dd><bdi>{name.to_string()}</bdi></dd> })}
                <dt>{served.profile_email()}</dt><dd class="profile-email">{profile.email}</dd>
            </dl>
            <section>
                <h2>{served.name_title()}</h2>
                <p>{served.name_text()}</p>
                <ActForm form=name_form>
                    <TextField field=Field::Name form=name_form value=profile.name.to_string() autocomplete="name"/>
                    <TextField field=Field::Organisation form=name_form value=organisation autocomplete="organization"/>
                    <button class="button">{served.name_submit()}</button>
                </ActForm>
            </section>
            <section>
                <h2>{served.email_title()}</h2>
                <p>{served.email_text()}</p>
                {profile.pending_email.map(|address| view! { <p class="outcome">{served.email_pending(&address)}</p> })}
                <ActForm form=email_form>
                    <TextField field=Field::Email form=email_form kind="email" autocomplete="email"/>
                    <TextField field=Field::Password form=email_form kind="password" autocomplete="current-password"/>
                    <button class="button">{served.email_submit()}</button>
                </ActForm>
            </section>
            <section>
                <h2>{served.language_title()}</h2>
                <p>{served.language_text()}</p>
                <Languages/>
            </section>
            <section>
                <h2>{served.password_title()}</h2>
                <ActForm form=password_form>
                    <TextField field=Field::Password form=password_form id="present" label=served.password_current() kind="password" autocomplete="current-password"/>
                    <TextField field=Field::NewPassword form=password_form hint=served.password_hint() kind="password" autocomplete="new-password"/>
                    <button class="button">{served.password_submit()}</button>
                </ActForm>
            </section>
            <section>
                <h2>{served.sessions_title()}</h2>
                <p>{served.sessions_text()}</p>
                <div class="table-frame">
                    <table class="cards">
                        <caption class="unseen">{served.sessions_title()}</caption>
                        <thead><tr>
                            <th scope="col">{served.sessions_device()}</th>
                            <th scope="col">{served.sessions_since()}</th>
                            <th scope="col">{served.sessions_used()}</th>
                            <th scope="col"><span class="unseen">{ui.column_actions()}</span></th>
                        </tr></thead>
                        <tbody>{sessions}</tbody>
                    </table>
                </div>
                {others.then(|| view! {
                    <ActForm form=others_form><button class="button button-quiet">{served.sessions_end_others()}</button></ActForm>
                })}
            </section>
            {blocked::section(profile.blocked, flash)}
        </Page>
    }
    .into_any()
}

fn session(session: view::SignedIn, form: FormState) -> AnyView {
    let served = use_served();
    let device = if session.device.is_empty() { served.sessions_unknown().to_owned() } else { session.device };
    let label = served.sessions_end_label(&device);
    let end = if session.here {
        view! { <span class="sub">{served.sessions_here()}</span> }.into_any()
    } else {
        view! {
            <ActForm form=form>
                <input type="hidden" name="key" value=session.key/>
                <button class="button button-plain" aria-label=label>{served.sessions_end()}</button>
            </ActForm>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row" data-label=served.sessions_device()>{device}</th>
            <td data-label=served.sessions_since()><Day at=session.since/></td>
            <td data-label=served.sessions_used()><Moment at=session.used/></td>
            <td>{end}</td>
        </tr>
    }
    .into_any()
}
