//! Help: the roles, the way of a hand-over, what each state means, and what to do when a mail does not come.

use countersign_domain::StateName;
use leptos::prelude::*;

use super::drawing::Drawing;
use crate::{
    Assets, Visitor,
    components::Page,
    texts::{use_served, use_ui},
    labels,
};

/// The help page, for everyone. Other pages link to its sections where a question arises.
#[component]
pub(super) fn Help() -> impl IntoView {
    let (ui, served) = (use_ui(), use_served());
    let support = Visitor::current().ok().and_then(|visitor| {
        let settings = visitor.backend.settings();
        Some((settings.support.as_ref()?.to_string(), settings.support_text()?.to_owned()))
    });
    let stylesheet = expect_context::<Assets>().help.to_string();
    let contents = [
        ("roles", served.help_roles_title()),
        ("steps", served.help_steps_title()),
        ("states", served.help_states_title()),
        ("mail", served.help_mail_title()),
        ("codes", served.help_codes_title()),
        ("id", served.help_id_title()),
        ("billing", served.help_billing_title()),
        ("history", served.help_history_title()),
    ];
    let contents = contents.into_iter().chain(support.as_ref().map(|_| ("support", served.help_support_title())));
    let steps = [
        served.help_step_1(),
        served.help_step_2(),
        served.help_step_3(),
        served.help_step_4(),
        served.help_step_5(),
    ];
    let states = [
        (StateName::Validating, served.help_state_validating()),
        (StateName::Doing, served.help_state_doing()),
        (StateName::Done, served.help_state_done()),
        (StateName::Refused, served.help_state_refused()),
        (StateName::Aborted, served.help_state_aborted()),
        (StateName::Expired, served.help_state_expired()),
        (StateName::Error, served.help_state_error()),
    ];
    let mail = [served.help_mail_1(), served.help_mail_2(), served.help_mail_3(), served.help_mail_4()];
    let list = |texts: &[&'static str]| texts.iter().map(|text| view! { <li>{*text}</li> }).collect_view();
    view! {
        <link rel="stylesheet" href=stylesheet/>
        <Page title=served.help_title() narrow=true>
            <p class="lead">{served.help_lead()}</p>
            <nav class="contents" aria-label=served.help_on_this_page()>
                {contents.map(|(id, title)| view! { <a href=format!("#{id}") rel="external">{title}</a> }).collect_view()}
            </nav>
            <section id="roles">
                <h2>{served.help_roles_title()}</h2>
                <p>{served.help_roles_text()}</p>
                <Drawing/>
                <p>{served.help_owner()}</p>
            </section>
            <section id="steps">
                <h2>{served.help_steps_title()}</h2>
                <ol>{list(&steps)}</ol>
            </section>
            <section id="states">
                <h2>{served.help_states_title()}</h2>
                <dl class="facts">
                    {states.map(|(state, text)| view! { <dt>{labels::state(ui, state)}</dt><dd>{text}</dd> }).collect_view()}
                </dl>
            </section>
            <section id="mail">
                <h2>{served.help_mail_title()}</h2>
                <ol>{list(&mail)}</ol>
            </section>
            <section id="codes">
                <h2>{served.help_codes_title()}</h2>
                <p>{served.help_codes_text()}</p>
            </section>
            <section id="id">
                <h2>{served.help_id_title()}</h2>
                <p>{served.help_id_text()}</p>
            </section>
            <section id="billing">
                <h2>{served.help_billing_title()}</h2>
                <p>{served.help_billing_text()}</p>
            </section>
            <section id="history">
                <h2>{served.help_history_title()}</h2>
                <p>{served.help_history_text()}</p>
            </section>
            {support.map(|(href, text)| view! {
                <section id="support">
                    <h2>{served.help_support_title()}</h2>
                    <p>{served.help_support_text()}" "<a href=href rel="external">{text}</a></p>
                </section>
            })}
        </Page>
    }
}
