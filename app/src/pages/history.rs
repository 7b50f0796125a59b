//! The history of a service: who asked, who accepted, when, from whom to whom.

use std::sync::Arc;

use countersign_domain::{
    Field, Handle, Problem,
    view::{HistoryLine, HistoryWhat, ServiceHistory},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    paths,
    Fault,
    components::{Account, Gate, Moment, Page, problem_page, use_served, use_ui},
    data::{address, awaited, key, read, source},
    words,
};

/// A service's history, for its present contacts.
#[component]
pub(super) fn History() -> impl IntoView {
    view! { <Gate><Lines/></Gate> }
}

#[component]
fn Lines() -> impl IntoView {
    let params = use_params_map();
    let history =
        Signal::derive(move || params.with(|params| address("/api/service-history", &[("service", key(params))])));
    awaited(
        source(history, RwSignal::new(0)),
        Arc::new(|history, _| match read(&history) {
            Ok(history) => whole(history),
            // An address with no key in it is one where nothing is.
            Err(Fault(Problem::Malformed)) => problem_page(&Fault(Problem::NotFound)),
            Err(fault) => problem_page(&fault),
        }),
    )
}

fn whole(history: ServiceHistory) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let ServiceHistory { me, service, name, category, lines } = history;
    let heads = [
        served.history_when(),
        served.history_role(),
        ui.column_from(),
        ui.column_to(),
        served.history_asked_by(),
        served.history_accepted_by(),
        ui.column_request(),
    ];
    view! {
        <Page title=served.history_title(name.as_str())>
            <p class="lead">{words::category(ui, category)}" · "{served.history_lead()}</p>
            <div class="table-frame">
                <table class="cards">
                    <caption class="unseen">{served.history_title(name.as_str())}</caption>
                    <thead><tr>{heads.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr></thead>
                    <tbody>{lines.into_iter().map(|line| row(line, &me)).collect_view()}</tbody>
                </table>
            </div>
            <p class="buttons">
                <a class="button button-quiet" href=paths::service(service, "/history.csv") rel="external" download="">
                    {served.history_csv()}
                </a>
                <a class="button button-plain" href=paths::service(service, "")>{ui.edit_contacts()}</a>
            </p>
        </Page>
    }
    .into_any()
}

fn row(line: HistoryLine, me: &Handle) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let account = |id: &Handle| view! { <Account id=id.clone() me=me.clone()/> };
    let [what, from, to, asked_by, accepted, request] = match line.what {
        HistoryWhat::Role(change) => {
            let accepted = change.accepted.iter().map(|(who, at)| {
                view! { <span class="line">{account(who)}<span class="sub"><Moment at=*at/></span></span> }
            });
            let request = change.request.map(|id| {
                view! { <a href=paths::request(id)>{ui.request_number(&id.to_string())}</a> }
            });
            [
                words::role(ui, change.role).into_any(),
                change.from.as_ref().map(account).into_any(),
                account(&change.to).into_any(),
                change.asked_by.as_ref().map_or_else(|| served.history_added().into_any(), |by| account(by).into_any()),
                accepted.collect_view().into_any(),
                request.into_any(),
            ]
        }
        HistoryWhat::Owner { by, fields } => {
            let fields = fields.iter().map(|field| words::field(ui, Field::from(*field))).collect::<Vec<_>>().join(", ");
            let none = || ().into_any();
            [
                served.history_owner(&fields).into_any(),
                none(),
                none(),
                account(&by).into_any(),
                none(),
                none(),
            ]
        }
    };
    view! {
        <tr>
            <th scope="row" data-label=served.history_when()><Moment at=line.at/></th>
            <td data-label=served.history_role()>{what}</td>
            <td data-label=ui.column_from()>{from}</td>
            <td data-label=ui.column_to()>{to}</td>
            <td data-label=served.history_asked_by()>{asked_by}</td>
            <td data-label=served.history_accepted_by()>{accepted}</td>
            <td data-label=ui.column_request()>{request}</td>
        </tr>
    }
    .into_any()
}
