//! The owner of a service: its contacts read it, its administrator edits it. What another has saved meanwhile is shown beside
//! what was typed, and never written over unseen.

use countersign_domain::{Field, OwnerField, Problem, view::OwnerPage};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

use crate::{
    api,
    components::{ActForm, Choice, FormState, Notices, Page, RequireSignIn, TextArea, TextField, problem_page},
    data::{key, source, view_of},
    flash::Flash,
    labels,
    texts::{use_served, use_ui},
};

/// The owner of a service.
#[component]
pub(super) fn Owner() -> impl IntoView {
    view! { <RequireSignIn><Details/></RequireSignIn> }
}

#[component]
fn Details() -> impl IntoView {
    let params = use_params_map();
    let owner = move || params.with(key).map(|service| api::Owner { service });
    view_of(source(owner, RwSignal::new(0)), |owner, flash| match owner {
        Ok(owner) => page(&owner, flash),
        Err(error) => problem_page(&error),
    })
}

fn page(data: &OwnerPage, flash: Option<Flash>) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let last = data.edits.last().map(|edit| served.owner_last_edit(&ui.date_time(edit.at.0), edit.by.as_str()));
    let shown = data.clone();
    let title = served.owner_title(data.service.name.as_str());
    let contacts = format!("/contacts/services/{}", data.service.id);
    view! {
        <Page title=title narrow=true>
            <Notices text=labels::server_page::notice/>
            <p class="lead">{served.owner_lead()}</p>
            {content(&shown, flash)}
            {last.map(|last| view! { <p class="hint">{last}</p> })}
            <p><a href=contacts>{served.owner_back()}</a></p>
        </Page>
    }
    .into_any()
}

/// The form for the administrator, the details for the other contacts.
fn content(data: &OwnerPage, flash: Option<Flash>) -> AnyView {
    let served = use_served();
    let admin = data.service.contacts.admin.as_str();
    if data.may_edit() {
        editor(data, flash)
    } else if data.owner.is_some() {
        view! {
            {facts(data)}
            <p>{served.owner_not_yours(admin)}</p>
        }
        .into_any()
    } else {
        view! {
            <p>{served.owner_none()}" "{served.owner_none_other(admin)}</p>
        }
        .into_any()
    }
}

/// The details, to be read.
fn facts(data: &OwnerPage) -> AnyView {
    let served = use_served();
    let Some(owner) = &data.owner else { return ().into_any() };
    let given = OwnerField::ALL.iter().copied().filter(|field| !owner.get(*field).is_empty());
    let rows = given.map(|field| {
        let text = match field {
            OwnerField::Country => labels::server_page::country(served, owner.address.country),
            _ => owner.get(field),
        };
        view! {
            <dt>{labels::server_page::owner(served, field)}</dt>
            <dd class=format!("owner-{}", field.as_str())><bdi>{text.to_owned()}</bdi></dd>
        }
    });
    view! { <dl class="facts owner">{rows.collect_view()}</dl> }.into_any()
}

/// The form, with what is stored or what was typed; and what another has saved meanwhile.
fn editor(data: &OwnerPage, flash: Option<Flash>) -> AnyView {
    let served = use_served();
    let flash = flash.filter(|flash| flash.form == api::EditOwner::PATH);
    let made_from = flash.as_ref().and_then(|flash| flash.typed("version")?.parse().ok()).unwrap_or(data.version);
    let is_behind = flash.as_ref().is_some_and(|flash| flash.problem == Some(Problem::Changed));
    // Who has been shown what another has saved may write over it. Otherwise the form is still one made from what it was made
    // from, however often it comes back.
    let version = if is_behind { data.version } else { made_from };
    let above = match &data.owner {
        None => view! { <p>{served.owner_none_yours()}</p><h2>{served.owner_enter_title()}</h2> }.into_any(),
        Some(_) if is_behind => {
            view! { {meanwhile(data, made_from)}<h2>{served.owner_edit_title()}</h2> }.into_any()
        }
        Some(_) => ().into_any(),
    };
    let form = FormState::of::<api::EditOwner>(flash);
    let (service, fields) = (data.service.id.to_string(), fields(data, form));
    view! {
        {above}
        <ActForm form=form>
            <input type="hidden" name="service" value=service/>
            <input type="hidden" name="version" value=version.to_string()/>
            {fields}
            <p class="hint">{served.owner_told()}</p>
            <button class="button">{served.owner_submit()}</button>
        </ActForm>
    }
    .into_any()
}

fn fields(data: &OwnerPage, form: FormState) -> AnyView {
    let served = use_served();
    let stored = |field| data.owner.as_ref().map_or("", |owner| owner.get(field)).to_owned();
    let countries = labels::server_page::countries(served).map(|(country, name)| (country.as_str(), name)).collect();
    view! {
        <TextField field=Field::Name form=form value=stored(OwnerField::Name) hint=served.owner_name_hint() autocomplete="section-owner name"/>
        <TextField field=Field::Organisation form=form value=stored(OwnerField::Organisation) autocomplete="section-owner organization"/>
        <TextArea field=Field::Street form=form value=stored(OwnerField::Street) hint=served.owner_street_hint()/>
        <TextField field=Field::PostalCode form=form value=stored(OwnerField::PostalCode) hint=served.owner_postal_code_hint() autocomplete="section-owner postal-code"/>
        <TextField field=Field::City form=form value=stored(OwnerField::City) autocomplete="section-owner address-level2"/>
        <Choice field=Field::Country form=form value=stored(OwnerField::Country) nothing=served.owner_country_choose() options=countries autocomplete="section-owner country"/>
        <TextField field=Field::Phone form=form value=stored(OwnerField::Phone) hint=served.owner_phone_hint() kind="tel" autocomplete="section-owner tel"/>
        <TextField field=Field::OwnerEmail form=form value=stored(OwnerField::Email) kind="email" autocomplete="section-owner email"/>
    }
    .into_any()
}

/// What was saved since the form was made from `version`.
fn meanwhile(data: &OwnerPage, version: i32) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let edits = data.edits_after(version).map(|edit| {
        let fields: Vec<_> = edit.fields.iter().map(|field| labels::server_page::owner(served, *field)).collect();
        let count = i64::try_from(fields.len()).unwrap_or(i64::MAX);
        let (date, fields) = (ui.date_time(edit.at.0), fields.join(", "));
        view! { <li>{served.owner_meanwhile(count, &date, edit.by.as_str(), &fields)}</li> }
    });
    let (edits, facts) = (edits.collect_view(), facts(data));
    view! {
        <section class="owner-now">
            <h2>{served.owner_now_title()}</h2>
            <ul>{edits}</ul>
            {facts}
        </section>
    }
    .into_any()
}
