//! Editing the contacts of a service: three fields, those of other roles closed with the reason, and what will happen.

use std::sync::Arc;

use countersign_domain::{
    self as domain, Field, Problem, Role, Status,
    view::{Companion, ContactForm},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

use super::{preview::Preview, services::status_mark};
use crate::{
    ApiError, api,
    components::{Account, ActForm, Day, FormState, Page, RequireSignIn, TextArea, TextField, problem_page},
    data::{Loaded, Now, Source, key, keyed_view_of, section, source},
    flash::Flash,
    labels, paths,
    state::use_state,
    texts::use_ui,
};

/// The form of a service's contacts.
#[component]
pub(crate) fn EditContacts() -> impl IntoView {
    view! { <RequireSignIn><Contacts/></RequireSignIn> }
}

#[component]
fn Contacts() -> impl IntoView {
    let params = use_params_map();
    let form = move || params.with(key).map(|service| api::ContactForm { service });
    let source = source(form, use_state().changed);
    // What is typed stays, whatever happens meanwhile: of that a notice tells.
    keyed_view_of(source, service_key, move |form, flash| match form {
        Ok(form) => editor((*form).clone(), meanwhile(source, form), flash),
        Err(error) => problem_page(&error),
    })
}

/// Which service's form it is, or why none.
fn service_key(form: &Loaded<ContactForm>) -> String {
    match form {
        Ok(form) => form.service.id.to_string(),
        Err(ApiError(problem)) => problem.status().to_string(),
    }
}

/// Says when what the form shows is no longer so.
fn meanwhile(source: Source<ContactForm>, shown: Arc<ContactForm>) -> AnyView {
    let now = Now { loaded: Ok(shown.clone()), flash: None };
    let told = move |now: Loaded<ContactForm>, _| {
        let ui = use_ui();
        let changed = now.is_ok_and(|now| now != shown);
        let notice = changed.then(|| {
            let here = use_location().pathname.get_untracked();
            view! { <p class="outcome outcome-warn">{ui.edit_meanwhile()}" "<a href=here rel="external">{ui.banner_show()}</a></p> }.into_any()
        });
        notice.into_any()
    };
    view! { <div role="status">{section(source, &now, told)}</div> }.into_any()
}

/// The typed contacts: signals that the preview follows.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    admin: RwSignal<String>,
    tech: RwSignal<String>,
    billing: RwSignal<String>,
}

impl Typed {
    pub(super) fn get(self, role: Role) -> RwSignal<String> {
        match role {
            Role::Admin => self.admin,
            Role::Tech => self.tech,
            Role::Billing => self.billing,
        }
    }
}

fn editor(data: ContactForm, meanwhile: AnyView, flash: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let state = use_state();
    let form = FormState::of::<api::Submit>(
        flash.as_ref().map(|flash| untouched_fields_follow(flash, &data.service.contacts)),
    )
    .paying_at(data.pay_url.clone());
    let contacts = data.service.contacts.clone();
    let typed = Typed {
        admin: RwSignal::new(String::new()),
        tech: RwSignal::new(String::new()),
        billing: RwSignal::new(String::new()),
    };
    // As it was, when the form came back. Otherwise both, if the reader may change the same of both.
    let same_rights = |companion: &Companion| companion.contacts.may_change(&data.me) == data.may_change;
    let with_companion = RwSignal::new(if form.came_back() {
        form.typed("companion").is_some()
    } else {
        data.companion.as_ref().is_some_and(same_rights)
    });
    let id = data.service.id;
    let replaces = data.replaceable().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let fields = Role::ALL.iter().map(|role| field(*role, &data, form, typed)).collect_view();
    let companion = data.companion.as_ref().map(|companion| {
        let shown = companion.contacts.clone();
        let label = match companion.category {
            countersign_domain::Category::DnsZone => ui.companion_dns_zone(),
            _ => ui.companion_domain(),
        };
        view! {
            <label class="check">
                <input type="checkbox" name="companion" value=move || companion_seen(&shown, form) checked=with_companion.get_untracked()
                    on:change=move |event| with_companion.set(event_target_checked(&event))/>
                <span>{label}</span>
            </label>
        }.into_any()
    });
    let title = ui.edit_title(data.service.name.as_str());
    let standing = standing(&data);
    view! {
        <Page title=title>
            <p class="lead">{ui.edit_lead()}" "<a href="/help#roles">{ui.help_roles()}</a></p>
            {standing}
            {meanwhile}
            <div class="edit">
                <ActForm form=form>
                    <input type="hidden" name="service" value=id.to_string()/>
                    <input type="hidden" name="seen" value=move || seen(&contacts, form)/>
                    <input type="hidden" name="replaces" value=replaces/>
                    {fields}
                    {companion}
                    <TextArea field=Field::Message form=form hint=ui.message_hint()/>
                    <Preview form=data typed=typed with_companion=with_companion/>
                    <div class="buttons">
                        <button class="button" disabled=form.pending()>{ui.submit_request()}</button>
                        {move || (!state.hydrated.get()).then(|| view! {
                            <button class="button button-quiet" name="check" value="1">{ui.preview_request()}</button>
                        }.into_any())}
                        <a class="button button-plain" href="/contacts/services">{ui.cancel_edit()}</a>
                    </div>
                </ActForm>
            </div>
        </Page>
    }
    .into_any()
}

/// How the service stands, when it runs out, the way to pay for whom that is to do, and the ways to its owner and its
/// history.
fn standing(data: &ContactForm) -> AnyView {
    let ui = use_ui();
    let service = &data.service;
    let unpaid = matches!(service.status, Status::PendingDebt | Status::UnPaid) && service.contacts.billing == data.me;
    let pay = data.pay_url.clone().filter(|_| unpaid);
    let owner = service.category.has_owner().then(|| paths::service(service.id, "/owner"));
    view! {
        <p class="service-standing">
            <span>{labels::category(ui, service.category)}</span>
            {status_mark(service.status)}
            {service.expires_at.map(|at| view! { <span>{ui.expires_on()}" "<Day at=at/></span> }.into_any())}
            {pay.map(|url| view! { <a href=url rel="external">{ui.pay_invoice()}</a> }.into_any())}
            {owner.map(|owner| view! { <a href=owner>{ui.owner_link()}</a> }.into_any())}
            <a href=paths::service(service.id, "/history")>{ui.history()}</a>
        </p>
    }
    .into_any()
}

/// The contacts that the reader has seen: whoever was told who holds a role by now has seen that too.
fn seen(shown: &domain::Contacts, form: FormState) -> String {
    let mut seen = shown.clone();
    if let Some(Problem::ContactChanged { role, now }) = form.problem().get() {
        seen.set(role, now);
    }
    seen.list()
}

/// The same of the service that is to change along: what its box stands for.
fn companion_seen(shown: &domain::Contacts, form: FormState) -> String {
    let mut seen = shown.clone();
    if let Some(Problem::OfCompanion(problem)) = form.problem().get()
        && let Problem::ContactChanged { role, now } = *problem
    {
        seen.set(role, now);
    }
    seen.list()
}

/// Without JavaScript the form comes back with what was typed; fields that nobody touched show the present contact.
fn untouched_fields_follow(flash: &Flash, present: &domain::Contacts) -> Flash {
    let seen = flash.typed("seen").and_then(|seen| domain::Contacts::listed(&seen));
    let mut flash = flash.clone();
    for role in Role::ALL.iter().copied() {
        let name = Field::from(role).as_str();
        let shown = seen.as_ref().map(|seen| seen.get(role).as_str());
        flash.fields.retain(|(field, value)| {
            field != name || shown != Some(value.as_str()) || shown == Some(present.get(role).as_str())
        });
    }
    flash
}

/// A role's field: open with the present contact in it and what the form would end, or closed with the reason.
fn field(role: Role, data: &ContactForm, form: FormState, typed: Typed) -> AnyView {
    let ui = use_ui();
    let state = use_state();
    let present = data.service.contacts.get(role).clone();
    let name = Field::from(role);
    let bind = typed.get(role);
    let pending = data.service.pending.iter().find(|pending| pending.role == role);
    let closed = if !data.may_change.contains(role) {
        Some(match role {
            Role::Admin => ui.closed_admin().to_owned(),
            _ => ui.closed_not_yours(labels::role_long(ui, role)),
        })
    } else {
        // An administrator's form takes the place of what is open.
        pending.filter(|_| data.service.contacts.admin != data.me).map(|_| ui.closed_pending().to_owned())
    };
    if let Some(reason) = closed {
        bind.set(present.to_string());
        let link = pending.and_then(|pending| pending.request);
        return view! {
            <div class="field field-closed" id=name.as_str()>
                <p class="label">{labels::field(ui, name)}</p>
                <p><Account id=present me=data.me.clone()/></p>
                <p class="hint">
                    {reason}
                    {link.map(|id| view! { " "<a href=paths::request(id)>{ui.show_request()}</a> }.into_any())}
                </p>
            </div>
        }
        .into_any();
    }
    let me = data.me.to_string();
    let replaces = pending.and_then(|pending| pending.request).map(|id| {
        view! {
            <p class="hint">{ui.replaces_pending(&id.to_string())}" "<a href=paths::request(id)>{ui.show_request()}</a></p>
        }.into_any()
    });
    view! {
        <TextField field=name form=form value=present.to_string() bind=bind hint=ui.field_hint(&format!("-{}", data.suffix.as_str()))>
            {move || state.hydrated.get().then(|| {
                let me = me.clone();
                view! {
                    <button type="button" class="button button-quiet" aria-label=ui.use_me_for(labels::field(ui, name))
                        on:click=move |_| bind.set(me.clone())>{ui.use_me()}</button>
                }.into_any()
            })}
            {replaces}
        </TextField>
    }
    .into_any()
}
