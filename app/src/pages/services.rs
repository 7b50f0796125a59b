//! My services: search, filters, sorting and paging, all of it in the address.

use std::sync::Arc;

use countersign_domain::{
    Category, Handle, Role, Status,
    view::{ServicePage, ServiceRow, ServiceSort},
};
use leptos::{prelude::*, rows};
use leptos_router::hooks::use_query_map;

use crate::{
    components::{Account, AddressForm, Day, Gate, Menu, Page, Tab, Tabs, address_with, problem_part, use_ui},
    data::{address, awaited, read, source},
    paths,
    state::use_state,
    words,
};

/// The services for which I am a contact.
#[component]
pub(crate) fn Services() -> impl IntoView {
    view! { <Gate><List/></Gate> }
}

#[component]
fn List() -> impl IntoView {
    let ui = use_ui();
    let query = use_query_map();
    let page = Signal::derive(move || {
        let query = query.get();
        let word = |name| query.get_str(name).unwrap_or_default();
        let descending = if word("order") == "desc" { "true" } else { "false" };
        address(
            "/api/services",
            &[
                ("search", word("search")),
                ("category", word("category")),
                ("role", word("role")),
                ("sort", word("sort")),
                ("descending", descending),
                ("cursor", word("page")),
            ],
        )
    });
    view! {
        <Page title=ui.contact_management()>
            <Tabs current=Tab::Services/>
            <Filters/>
            {awaited(source(page, use_state().changed), Arc::new(|page, _| match read(&page) {
                Ok(page) => table(page),
                Err(fault) => problem_part(&fault),
            }))}
        </Page>
    }
}

/// The search form: a plain GET, so its words stand in the address.
#[component]
fn Filters() -> impl IntoView {
    let ui = use_ui();
    let query = use_query_map();
    let word = move |name: &'static str| query.with(|query| query.get(name)).unwrap_or_default();
    let option = move |name: &'static str, value: &'static str, text: &'static str| {
        view! { <option value=value selected=move || word(name) == value>{text}</option> }
    };
    view! {
        <AddressForm action="/contacts/services" search=true>
            <div class="field">
                <label for="search">{ui.search_label()}</label>
                <input id="search" name="search" type="search" placeholder=ui.search_hint() value=move || word("search") prop:value=move || word("search")/>
            </div>
            <div class="field">
                <label for="category">{ui.filter_category()}</label>
                <select id="category" name="category">
                    {option("category", "", ui.filter_all())}
                    {Category::ALL.iter().map(|c| option("category", c.as_str(), words::category(ui, *c))).collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="role">{ui.filter_role()}</label>
                <select id="role" name="role">
                    {option("role", "", ui.filter_all())}
                    {Role::ALL.iter().map(|r| option("role", r.as_str(), words::role(ui, *r))).collect_view()}
                </select>
            </div>
            <button class="button button-quiet">{ui.apply_filters()}</button>
        </AddressForm>
    }
}

fn table(page: ServicePage) -> AnyView {
    let ui = use_ui();
    let me = page.me;
    if !page.any {
        return view! {
            <div class="empty">
                <h2>{ui.services_none()}</h2>
                <p>{ui.services_none_next()}</p>
            </div>
        }
        .into_any();
    }
    let count = if page.more { ui.services_more(page.total) } else { ui.services_count(page.total) };
    let count = view! { <p class="count" role="status">{count}</p> };
    if page.rows.is_empty() {
        return view! {
            {count}
            <div class="empty">
                <h2>{ui.services_no_match()}</h2>
                <p><a href="/contacts/services">{ui.clear_filters()}</a></p>
            </div>
        }
        .into_any();
    }
    let columns = [
        ServiceSort::Name,
        ServiceSort::Category,
        ServiceSort::Status,
        ServiceSort::Expiry,
        ServiceSort::Admin,
        ServiceSort::Tech,
        ServiceSort::Billing,
    ];
    view! {
        {count}
        <div class="table-frame">
            <table class="cards">
                <caption class="unseen">{ui.services_caption()}</caption>
                <thead>
                    <tr>
                        {columns.into_iter().map(head).collect_view()}
                        <th scope="col"><span class="unseen">{ui.column_actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows(page.rows.into_iter().map(|service| (service.id.to_string(), row(service, &me))))}</tbody>
            </table>
        </div>
        {pages(page.previous, page.next)}
    }
    .into_any()
}

/// A column's head: a link that sorts by it, or turns the order round.
fn head(column: ServiceSort) -> impl IntoView {
    let ui = use_ui();
    let query = use_query_map().get_untracked();
    let sorted = query.get("sort").as_deref().and_then(ServiceSort::from_name).unwrap_or(ServiceSort::Name);
    let descending = query.get("order").as_deref() == Some("desc");
    let current = sorted == column;
    let order = if current && !descending { "desc" } else { "" };
    let direction = current.then_some(if descending { "descending" } else { "ascending" });
    let name = words::column(ui, column);
    view! {
        <th scope="col" aria-sort=direction>
            <a href=address_with(&[("sort", column.as_str()), ("order", order), ("page", "")]) data-noscroll="">{name}</a>
        </th>
    }
}

fn row(service: ServiceRow, me: &Handle) -> AnyView {
    let ui = use_ui();
    let contact = |role: Role| {
        let pending = service.pending.iter().find(|pending| pending.role == role).copied();
        view! {
            <td data-label=words::role(ui, role)>
                <Account id=service.contacts.get(role).clone() me=me.clone()/>
                {pending.map(|pending| match pending.request {
                    Some(id) => view! { <a class="pending" href=paths::request(id)>{ui.change_pending()}</a> }.into_any(),
                    None => view! { <span class="pending">{ui.change_pending()}</span> }.into_any(),
                })}
            </td>
        }
    };
    let (admin, tech, billing) = (contact(Role::Admin), contact(Role::Tech), contact(Role::Billing));
    view! {
        <tr>
            <th scope="row" data-label=ui.column_name()><a href=paths::service(service.id, "")><bdi>{service.name.to_string()}</bdi></a></th>
            <td data-label=ui.column_category()>{words::category(ui, service.category)}</td>
            <td data-label=ui.column_status()>{status_mark(service.status)}</td>
            <td data-label=ui.column_expiry()>{service.expires_at.map(|at| view! { <Day at=at/> })}</td>
            {admin}
            {tech}
            {billing}
            <td class="cell-actions"><Actions service=service/></td>
        </tr>
    }
    .into_any()
}

/// How a service stands.
pub(super) fn status_mark(status: Status) -> AnyView {
    let class = if status == Status::Ok { "status status-good" } else { "status status-warn" };
    view! { <span class=class>{words::status(use_ui(), status)}</span> }.into_any()
}

/// The `…` of a row: a link without JavaScript, a menu with it.
#[component]
fn Actions(service: ServiceRow) -> impl IntoView {
    let ui = use_ui();
    let hydrated = use_state().hydrated;
    let label = ui.actions_for(service.name.as_str(), words::category(ui, service.category));
    let id = service.id;
    let has_owner = service.category.has_owner();
    let mut requests: Vec<i64> = service.pending.iter().filter_map(|pending| pending.request).collect();
    requests.dedup();
    move || {
        let (label, requests) = (label.clone(), requests.clone());
        let edit = paths::service(id, "");
        if !hydrated.get() {
            return view! { <a class="more" href=edit aria-label=label>"…"</a> }.into_any();
        }
        view! {
            <Menu label=label button_class="more" button=|| "…">
                <a href=edit>{ui.edit_contacts()}</a>
                {has_owner.then(|| view! { <a href=paths::service(id, "/owner")>{ui.owner_link()}</a> })}
                <a href=paths::service(id, "/history")>{ui.history()}</a>
                {requests
                    .into_iter()
                    .map(|id| view! {
                        <a href=paths::request(id)>{ui.show_request_number(&id.to_string())}</a>
                    })
                    .collect_view()}
            </Menu>
        }
        .into_any()
    }
}

fn pages(previous: Option<String>, next: Option<String>) -> impl IntoView {
    let ui = use_ui();
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label=ui.pages()>
                {previous.map(|at| view! { <a rel="prev" href=address_with(&[("page", &at)])>{ui.previous_page()}</a> })}
                {next.map(|at| view! { <a rel="next" href=address_with(&[("page", &at)])>{ui.next_page()}</a> })}
            </nav>
        }
    })
}
