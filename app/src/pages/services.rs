//! My services: search, filters, sorting and paging, all of it in the address.

use countersign_domain::{
    Category, Handle, Role, Status,
    view::{ServicePage, ServiceRow, ServiceSort},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    ApiError, api,
    components::{Account, AddressForm, Day, Menu, Page, RequireSignIn, Tab, Tabs, address_with, problem_part, rows},
    data::{Loaded, Now, Source, keyed_view_of, section, source},
    flash::Flash,
    labels, paths,
    state::use_state,
    texts::use_ui,
};

/// The services for which I am a contact.
#[component]
pub(crate) fn Services() -> impl IntoView {
    view! { <RequireSignIn><List/></RequireSignIn> }
}

#[component]
fn List() -> impl IntoView {
    let ui = use_ui();
    let query = use_query_map();
    let page = move || {
        let query = query.get();
        let argument = |name| query.get_str(name).unwrap_or_default().to_owned();
        Some(api::Services {
            search: argument("search"),
            category: argument("category"),
            role: argument("role"),
            sort: argument("sort"),
            descending: argument("order") == "desc",
            cursor: argument("page"),
        })
    };
    let source = source(page, use_state().changed);
    view! {
        <Page title=ui.contact_management()>
            <Tabs current=Tab::Services/>
            <Filters/>
            {keyed_view_of(source, shape, move |page, flash| match &page {
                Ok(services) if !services.any => none(),
                Ok(services) => {
                    let is_empty = services.rows.is_empty();
                    let now = Now { loaded: page, flash };
                    view! {
                        {section(source, &now, count)}
                        {if is_empty { no_match() } else { table(source, &now) }}
                    }
                    .into_any()
                }
                Err(error) => problem_part(error),
            })}
        </Page>
    }
}

/// What the page is made anew for. Rows that come, go and change do not make the table anew: they keep the others, and the focus.
fn shape(page: &Loaded<ServicePage>) -> String {
    match page {
        Ok(page) => format!("{} {}", page.any, page.rows.is_empty()),
        Err(ApiError(problem)) => format!("{} {}", problem.status(), labels::problem(use_ui(), problem)),
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
                    {Category::ALL.iter().map(|c| option("category", c.as_str(), labels::category(ui, *c))).collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="role">{ui.filter_role()}</label>
                <select id="role" name="role">
                    {option("role", "", ui.filter_all())}
                    {Role::ALL.iter().map(|r| option("role", r.as_str(), labels::role(ui, *r))).collect_view()}
                </select>
            </div>
            <button class="button button-quiet">{ui.apply_filters()}</button>
        </AddressForm>
    }
}

fn none() -> AnyView {
    let ui = use_ui();
    view! {
        <div class="empty">
            <h2>{ui.services_none()}</h2>
            <p>{ui.services_none_next()}</p>
        </div>
    }
    .into_any()
}

fn no_match() -> AnyView {
    let ui = use_ui();
    view! {
        <div class="empty">
            <h2>{ui.services_no_match()}</h2>
            <p><a href="/contacts/services">{ui.clear_filters()}</a></p>
        </div>
    }
    .into_any()
}

fn count(page: Loaded<ServicePage>, _: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let Ok(page) = page else { return ().into_any() };
    let count = if page.more { ui.services_more(page.total) } else { ui.services_count(page.total) };
    view! { <p class="count" role="status">{count}</p> }.into_any()
}

fn table(source: Source<ServicePage>, now: &Now<ServicePage>) -> AnyView {
    let ui = use_ui();
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
        <div class="table-frame">
            <table class="cards">
                <caption class="unseen">{ui.services_caption()}</caption>
                <thead>
                    <tr>
                        {columns.into_iter().map(|column| move || head(column)).collect_view()}
                        <th scope="col"><span class="unseen">{ui.column_actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows(source, now, |page| &page.rows, |service| service.id.to_string(), |service, page| row(service, &page.me))}</tbody>
            </table>
        </div>
        {section(source, now, |page, _| pages(page).into_any())}
    }
    .into_any()
}

/// A column's head: a link that sorts by it, or turns the order round.
fn head(column: ServiceSort) -> AnyView {
    let ui = use_ui();
    let query = use_query_map().get();
    let sorted = query.get("sort").as_deref().and_then(ServiceSort::from_name).unwrap_or(ServiceSort::Name);
    let descending = query.get("order").as_deref() == Some("desc");
    let current = sorted == column;
    let order = if current && !descending { "desc" } else { "" };
    let direction = current.then_some(if descending { "descending" } else { "ascending" });
    let name = labels::column(ui, column);
    view! {
        <th scope="col" aria-sort=direction>
            <a href=address_with(&[("sort", column.as_str()), ("order", order), ("page", "")]) data-noscroll="">{name}</a>
        </th>
    }
    .into_any()
}

fn row(service: &ServiceRow, me: &Handle) -> AnyView {
    let ui = use_ui();
    let contact = |role: Role| {
        let pending = service.pending.iter().find(|pending| pending.role == role).copied();
        view! {
            <td data-label=labels::role(ui, role)>
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
            <td data-label=ui.column_category()>{labels::category(ui, service.category)}</td>
            <td data-label=ui.column_status()>{status_mark(service.status)}</td>
            <td data-label=ui.column_expiry()>{service.expires_at.map(|at| view! { <Day at=at/> }.into_any())}</td>
            {admin}
            {tech}
            {billing}
            <td class="cell-actions"><Actions service=service.clone()/></td>
        </tr>
    }
    .into_any()
}

/// How a service stands.
pub(super) fn status_mark(status: Status) -> AnyView {
    let class = if status == Status::Ok { "status status-good" } else { "status status-warn" };
    view! { <span class=class>{labels::status(use_ui(), status)}</span> }.into_any()
}

/// The `…` of a row: a link without JavaScript, a menu with it.
#[component]
fn Actions(service: ServiceRow) -> impl IntoView {
    let ui = use_ui();
    let hydrated = use_state().hydrated;
    let label = ui.actions_for(service.name.as_str(), labels::category(ui, service.category));
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
                {has_owner.then(|| view! { <a href=paths::service(id, "/owner")>{ui.owner_link()}</a> }.into_any())}
                <a href=paths::service(id, "/history")>{ui.history()}</a>
                {requests
                    .into_iter()
                    .map(|id| view! {
                        <a href=paths::request(id)>{ui.show_request_number(&id.to_string())}</a>
                    }.into_any())
                    .collect_view()}
            </Menu>
        }
        .into_any()
    }
}

fn pages(page: Loaded<ServicePage>) -> Option<AnyView> {
    let ui = use_ui();
    let page = page.ok()?;
    let (previous, next) = (page.previous.clone(), page.next.clone());
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label=ui.pages()>
                {previous.map(|at| view! { <a rel="prev" href=address_with(&[("page", &at)])>{ui.previous_page()}</a> }.into_any())}
                {next.map(|at| view! { <a rel="next" href=address_with(&[("page", &at)])>{ui.next_page()}</a> }.into_any())}
            </nav>
        }
        .into_any()
    })
}
