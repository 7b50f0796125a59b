//! What a form of contacts will do, and what stands in its way, by the rules that the server judges by: before anything is sent.

use countersign_domain::{Draft, Problem, Role, Scope, Wishes, plan, view::ContactForm};
use leptos::prelude::*;

use super::edit_contacts::Typed;
use crate::{labels, paths, texts::use_ui};

/// The list of the requests that the typed contacts make: for which services, who must accept, who is told.
#[component]
pub(super) fn Preview(
    /// The form's data.
    form: ContactForm,
    /// What is typed.
    typed: Typed,
    /// Whether the service of the same name is to change as well.
    with_companion: RwSignal<bool>,
) -> impl IntoView {
    let ui = use_ui();
    let form = StoredValue::new(form);
    let drafts = move || {
        use countersign_domain::Role::{Admin, Billing, Tech};
        let typed = [Admin, Tech, Billing].map(|role| typed.get(role).get());
        let [admin, tech, billing] = &typed;
        form.with_value(|form| {
            let wishes =
                Wishes::parse(Some(admin), Some(tech), Some(billing), &form.suffix).map_err(Problem::Invalid)?;
            let companion = form.companion.as_ref().filter(|_| with_companion.get());
            plan(&form.service.contacts, companion.map(|companion| &companion.contacts), &form.me, &wishes)
        })
    };
    let shown = move || match drafts() {
        Ok(drafts) => form.with_value(|form| whole(form, &drafts)),
        Err(Problem::Invalid(fields)) => fields
            .into_iter()
            .map(|problem| view! { <p class="hint">{labels::field_problem(ui, problem)}</p> }.into_any())
            .collect_view()
            .into_any(),
        Err(Problem::NothingChanged) => view! { <p class="hint">{ui.preview_nothing()}</p> }.into_any(),
        Err(problem) => view! { <p class="outcome outcome-warn">{labels::problem(ui, &problem)}</p> }.into_any(),
    };
    view! {
        <aside class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ui.what_happens()}</h2>
            <div aria-live="polite">{shown}</div>
        </aside>
    }
}

fn whole(form: &ContactForm, drafts: &[Draft]) -> AnyView {
    let ui = use_ui();
    let (obstacles, owed) = obstacles(form, drafts);
    view! {
        {obstacles}
        <ul>{drafts.iter().map(|draft| item(form, draft)).collect_view()}</ul>
        {(drafts.len() > 1).then(|| {
            let count = i64::try_from(drafts.len()).unwrap_or(i64::MAX);
            let linked = drafts.iter().any(|draft| draft.scope == Scope::Companion);
            let text = if linked { ui.preview_count_linked(count) } else { ui.preview_count(count) };
            view! { <p>{text}</p> }.into_any()
        })}
        {owed}
        <p>{ui.preview_days(i64::from(form.days))}</p>
    }
    .into_any()
}

fn item(form: &ContactForm, draft: &Draft) -> AnyView {
    let ui = use_ui();
    let moves = draft
        .roles
        .iter()
        .map(|role| ui.preview_move(labels::role(ui, role), draft.from.as_str(), draft.to.as_str()))
        .map(|text| view! { <strong>{unbroken(&text)}</strong> }.into_any())
        .collect_view();
    let services = form.companion.as_ref().map(|companion| match draft.scope {
        Scope::Both => ui.category_pair(),
        Scope::Companion => labels::category(ui, companion.category),
        Scope::Service => labels::category(ui, form.service.category),
    });
    view! {
        <li>
            {moves}
            {services.map(|text| view! { <span>{text}</span> }.into_any())}
            <span>{unbroken(&ui.preview_accept(&labels::accounts(&draft.parties(&form.me))))}</span>
            <span>{unbroken(&ui.preview_told(&labels::accounts(&draft.told_at_end(&form.me))))}</span>
        </li>
    }
    .into_any()
}

/// A text whose customer IDs are not broken at their hyphens.
fn unbroken(text: &str) -> AnyView {
    text.split_inclusive(' ')
        .map(|word| view! { <span class="word">{word.to_owned()}</span> }.into_any())
        .collect_view()
        .into_any()
}

/// What stands in the way, and what may. Another's debt does not: nobody is told of it before it is looked up.
fn obstacles(form: &ContactForm, drafts: &[Draft]) -> (AnyView, Option<AnyView>) {
    let ui = use_ui();
    let replaceable = form.replaceable();
    // What is open of a service that the reader does not administer closes the field; only the companion's is met here.
    let of_service = form.service.pending.iter().map(|pending| (Scope::Companion, pending));
    let of_companion = form.companion.iter().flat_map(|other| &other.pending).map(|pending| (Scope::Service, pending));
    let mut ended = Vec::new();
    let in_the_way = of_service.chain(of_companion).filter(|(without, pending)| {
        drafts.iter().any(|draft| draft.scope != *without && draft.roles.contains(pending.role))
    });
    let in_the_way = in_the_way.filter_map(|(_, pending)| {
        let Some(id) = pending.request.filter(|id| replaceable.contains(id)) else {
            let link = pending.request.map(|id| (paths::request(id), ui.problem_busy_link()));
            let busy = Problem::Busy { role: pending.role, request: None }.of_companion();
            return Some((labels::problem(ui, &busy), link));
        };
        // One request may be in the way of several roles.
        let is_new = !ended.contains(&id);
        ended.push(id);
        is_new.then(|| (ui.preview_replaces(&id.to_string()), Some((paths::request(id), ui.show_request()))))
    });
    let in_the_way: Vec<_> = in_the_way.collect();
    let billing: Vec<_> = drafts.iter().filter(|draft| draft.roles.contains(Role::Billing)).collect();
    let own = form.owes && billing.iter().any(|draft| [&draft.from, &draft.to].contains(&&form.me));
    let debt = own.then(|| {
        let link = form.pay_url.clone().map(|url| (url, ui.pay_invoice()));
        (ui.preview_debt_own().to_owned(), link)
    });
    let lines = in_the_way.into_iter().chain(debt).map(|(text, link)| {
        let link = link.map(|(href, text)| {
            let rel = (!href.starts_with('/')).then_some("external");
            view! { " "<a href=href rel=rel>{text}</a> }.into_any()
        });
        view! { <p class="outcome outcome-warn">{text}{link}</p> }.into_any()
    });
    let owed = (!billing.is_empty() && !own).then(|| view! { <p>{ui.preview_debt()}</p> }.into_any());
    (lines.collect_view().into_any(), owed)
}
