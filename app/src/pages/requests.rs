//! My requests: sent and received together, newest first.

use countersign_domain::{
    Handle, RequestId, StateName,
    view::{RequestPage, RequestRow},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    ApiError, api,
    components::{
        Account, AddressForm, Moment, Notices, Page, RequireSignIn, Tab, Tabs, address_with, problem_part, rows,
    },
    data::{Loaded, Now, Source, keyed_view_of, section, source},
    labels,
    notice::Done,
    paths,
    state::use_state,
    texts::use_ui,
};

/// The requests that I sent or received.
#[component]
pub(crate) fn Requests() -> impl IntoView {
    view! { <RequireSignIn><List/></RequireSignIn> }
}

#[component]
fn List() -> impl IntoView {
    let ui = use_ui();
    let query = use_query_map();
    let page = move || {
        let query = query.get();
        let argument = |name| query.get_str(name).unwrap_or_default().to_owned();
        Some(api::Requests { state: argument("state"), before: argument("before") })
    };
    let source = source(page, use_state().changed);
    view! {
        <Page title=ui.contact_management()>
            <Tabs current=Tab::Requests/>
            <Notices text=notice/>
            <Filter/>
            {keyed_view_of(source, shape, move |page, flash| match &page {
                Ok(rows) if rows.rows.is_empty() => nothing(),
                Ok(_) => table(source, &Now { loaded: page, flash }),
                Err(error) => problem_part(error),
            })}
        </Page>
    }
}

/// What has just been done.
fn notice(done: Done) -> Option<String> {
    let ui = use_ui();
    match done {
        Done::Registered => Some(ui.notice_registered().to_owned()),
        Done::Blocked => Some(ui.notice_blocked().to_owned()),
        _ => None,
    }
}

/// What the page is made anew for. Rows that come, go and change do not make the table anew: they keep the others, and the focus.
fn shape(page: &Loaded<RequestPage>) -> String {
    match page {
        Ok(page) if page.rows.is_empty() => format!("nothing {}", is_filtered()),
        Ok(_) => "rows".to_owned(),
        Err(ApiError(problem)) => format!("{} {}", problem.status(), labels::problem(use_ui(), problem)),
    }
}

fn is_filtered() -> bool {
    use_query_map().get_untracked().get("state").is_some_and(|state| !state.is_empty())
}

#[component]
fn Filter() -> impl IntoView {
    let ui = use_ui();
    let query = use_query_map();
    let chosen = move || query.with(|query| query.get("state")).unwrap_or_default();
    let option = move |value: &'static str, text: &'static str| {
        view! { <option value=value selected=move || chosen() == value>{text}</option> }
    };
    let ends = [StateName::Done, StateName::Refused, StateName::Aborted, StateName::Expired, StateName::Error];
    view! {
        <AddressForm action="/contacts/requests">
            <div class="field">
                <label for="state">{ui.filter_state()}</label>
                <select id="state" name="state">
                    {option("", ui.filter_all())}
                    {option("open", ui.filter_open())}
                    {ends.map(|name| option(name.as_str(), labels::state(ui, name))).collect_view()}
                </select>
            </div>
            <button class="button button-quiet">{ui.apply_filters()}</button>
        </AddressForm>
    }
}

fn nothing() -> AnyView {
    let ui = use_ui();
    if is_filtered() {
        view! {
            <div class="empty">
                <h2>{ui.requests_no_match()}</h2>
                <p><a href="/contacts/requests">{ui.clear_filters()}</a></p>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="empty">
                <h2>{ui.requests_none()}</h2>
                <p>{ui.requests_none_next()}</p>
            </div>
        }
        .into_any()
    }
}

fn table(source: Source<RequestPage>, now: &Now<RequestPage>) -> AnyView {
    let ui = use_ui();
    let heads = [
        ui.column_request(),
        ui.column_name(),
        ui.column_roles(),
        ui.column_from(),
        ui.column_to(),
        ui.column_date(),
        ui.column_state(),
    ];
    view! {
        <div class="table-frame">
            <table class="cards">
                <caption class="unseen">{ui.requests_caption()}</caption>
                <thead>
                    <tr>
                        {heads.map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect_view()}
                        <th scope="col"><span class="unseen">{ui.column_actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows(source, now, |page| &page.rows, |request| request.id.to_string(), |request, page| row(request, &page.me))}</tbody>
            </table>
        </div>
        <p class="sub"><a href="/help#states">{ui.help_states()}</a></p>
        {section(source, now, |page, _| next(page.ok().and_then(|page| page.next)).into_any())}
    }
    .into_any()
}

/// The link to the next page.
fn next(before: Option<RequestId>) -> Option<AnyView> {
    let ui = use_ui();
    let address = address_with(&[("before", &before?.to_string())]);
    let link = view! {
        <nav class="pages" aria-label=ui.pages()>
            <a rel="next" href=address>{ui.next_page()}</a>
        </nav>
    };
    Some(link.into_any())
}

/// Where a request stands, in words: for whom it waits, or how it ended.
pub(super) fn standing(request: &RequestRow, awaits_reader: bool) -> AnyView {
    let ui = use_ui();
    let (class, text) = if awaits_reader {
        ("status status-act", ui.waiting_for_you().to_owned())
    } else if !request.waiting_for.is_empty() {
        ("status status-wait", ui.waiting_for(&labels::accounts(&request.waiting_for)))
    } else {
        let class = match request.state {
            StateName::Done => "status status-good",
            StateName::Doing => "status status-wait",
            _ => "status status-off",
        };
        (class, labels::state(ui, request.state).to_owned())
    };
    view! { <span class=class>{text}</span> }.into_any()
}

fn row(request: &RequestRow, me: &Handle) -> AnyView {
    let ui = use_ui();
    let href = paths::request(request.id);
    let awaits_reader = request.awaits(me);
    let (action, class) = if awaits_reader {
        (ui.decide_now(), "button button-small")
    } else {
        (ui.open_request(), "button button-quiet button-small")
    };
    let name = format!("{action}: {}", ui.request_number(&request.id.to_string()));
    view! {
        <tr>
            <td data-label=ui.column_request()><a href=href.clone()>{ui.request_number(&request.id.to_string())}</a></td>
            <th scope="row" data-label=ui.column_name()>
                <bdi>{request.service_name.to_string()}</bdi>
                <span class="sub">{labels::kinds(ui, request.category, request.companion)}</span>
            </th>
            <td data-label=ui.column_roles()>{labels::roles(ui, request.roles)}</td>
            <td data-label=ui.column_from()><Account id=request.from.clone() me=me.clone()/></td>
            <td data-label=ui.column_to()><Account id=request.to.clone() me=me.clone()/></td>
            <td data-label=ui.column_date()><Moment at=request.asked_at/></td>
            <td data-label=ui.column_state()>{standing(request, awaits_reader)}</td>
            <td class="cell-actions"><a class=class href=href aria-label=name>{action}</a></td>
        </tr>
    }
    .into_any()
}
