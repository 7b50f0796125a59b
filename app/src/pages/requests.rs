//! My requests: sent and received together, newest first.

use std::sync::Arc;

use countersign_domain::{
    Handle, StateName,
    view::{RequestPage, RequestRow},
};
use leptos::{prelude::*, rows};
use leptos_router::hooks::use_query_map;

use crate::{
    components::{Account, AddressForm, Gate, Moment, Notice, Page, Tab, Tabs, address_with, problem_part, use_ui},
    data::{address, awaited, read, source},
    paths,
    state::use_state,
    words,
};

/// The requests that I sent or received.
#[component]
pub(crate) fn Requests() -> impl IntoView {
    view! { <Gate><List/></Gate> }
}

#[component]
fn List() -> impl IntoView {
    let ui = use_ui();
    let query = use_query_map();
    let page = Signal::derive(move || {
        let query = query.get();
        let word = |name| query.get_str(name).unwrap_or_default();
        address("/api/requests", &[("state", word("state")), ("before", word("before"))])
    });
    view! {
        <Page title=ui.contact_management()>
            <Tabs current=Tab::Requests/>
            <Notice words=notice/>
            <Filter/>
            {awaited(source(page, use_state().changed), Arc::new(|page, _| match read(&page) {
                Ok(page) => table(page),
                Err(fault) => problem_part(&fault),
            }))}
        </Page>
    }
}

/// What has just been done.
fn notice(notice: &str) -> Option<String> {
    let ui = use_ui();
    match notice {
        "registered" => Some(ui.notice_registered().to_owned()),
        "blocked" => Some(ui.notice_blocked().to_owned()),
        _ => None,
    }
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
                    {ends.map(|name| option(name.as_str(), words::state(ui, name))).collect_view()}
                </select>
            </div>
            <button class="button button-quiet">{ui.apply_filters()}</button>
        </AddressForm>
    }
}

fn table(page: RequestPage) -> AnyView {
    let ui = use_ui();
    let me = page.me;
    if page.rows.is_empty() {
        let filtered = use_query_map().get_untracked().get("state").is_some_and(|state| !state.is_empty());
        return if filtered {
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
        };
    }
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
                        {heads.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}
                        <th scope="col"><span class="unseen">{ui.column_actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows(page.rows.into_iter().map(|request| (request.id.to_string(), row(request, &me))))}</tbody>
            </table>
        </div>
        <p class="sub"><a href="/help#states">{ui.help_states()}</a></p>
        {page.next.map(|before| view! {
            <nav class="pages" aria-label=ui.pages()>
                <a rel="next" href=address_with(&[("before", &before.to_string())])>{ui.next_page()}</a>
            </nav>
        })}
    }
    .into_any()
}

/// Where a request stands, in words: for whom it waits, or how it ended.
pub(super) fn standing(request: &RequestRow, awaits_reader: bool) -> AnyView {
    let ui = use_ui();
    let (class, text) = if awaits_reader {
        ("status status-act", ui.waiting_for_you().to_owned())
    } else if !request.waiting_for.is_empty() {
        ("status status-wait", ui.waiting_for(&words::accounts(&request.waiting_for)))
    } else {
        let class = match request.state {
            StateName::Done => "status status-good",
            StateName::Doing => "status status-wait",
            _ => "status status-off",
        };
        (class, words::state(ui, request.state).to_owned())
    };
    view! { <span class=class>{text}</span> }.into_any()
}

fn row(request: RequestRow, me: &Handle) -> AnyView {
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
                <span class="sub">{words::kinds(ui, request.category, request.companion)}</span>
            </th>
            <td data-label=ui.column_roles()>{words::roles(ui, request.roles)}</td>
            <td data-label=ui.column_from()><Account id=request.from.clone() me=me.clone()/></td>
            <td data-label=ui.column_to()><Account id=request.to.clone() me=me.clone()/></td>
            <td data-label=ui.column_date()><Moment at=request.asked_at/></td>
            <td data-label=ui.column_state()>{standing(&request, awaits_reader)}</td>
            <td class="cell-actions"><a class=class href=href aria-label=name>{action}</a></td>
        </tr>
    }
    .into_any()
}
