//! The history of a service: who asked, who accepted, when, from whom to whom.

use countersign_domain::{
    Field, Handle,
    view::{HistoryLine, HistoryWhat, ServiceHistory},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    api,
    components::{Account, Moment, Page, RequireSignIn, problem_page},
    data::{key, source, view_of},
    labels, paths,
    texts::{use_served, use_ui},
};

/// A service's history, for its present contacts.
#[component]
pub(super) fn History() -> impl IntoView {
    view! { <RequireSignIn><Lines/></RequireSignIn> }
}

#[component]
fn Lines() -> impl IntoView {
    let params = use_params_map();
    let history = move || params.with(key).map(|service| api::ServiceHistory { service });
    view_of(source(history, RwSignal::new(0)), |history, _| match history {
        Ok(history) => whole(&history),
        Err(error) => problem_page(&error),
    })
}

fn whole(history: &ServiceHistory) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let ServiceHistory { me, service, name, category, lines } = history.clone();
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
            <p class="lead">{labels::category(ui, category)}" · "{served.history_lead()}</p>
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
                labels::role(ui, change.role).into_any(),
                change.from.as_ref().map(account).into_any(),
                account(&change.to).into_any(),
                change.asked_by.as_ref().map_or_else(|| served.history_added().into_any(), |by| account(by).into_any()),
                accepted.collect_view().into_any(),
                request.into_any(),
            ]
        }
        HistoryWhat::Owner { by, fields } => {
            let fields = fields.iter().map(|field| labels::field(ui, Field::from(*field))).collect::<Vec<_>>().join(", ");
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
