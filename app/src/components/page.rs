//! The frame of a page: title, heading, notice of what has just been done, tabs.

use std::sync::Arc;

use countersign_domain::Problem;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use super::title::show_title;
use crate::{
    ApiError,
    api::address,
    data::{DataContext, view_of},
    labels,
    notice::{Done, Notice},
    texts::use_ui,
};

/// What went wrong with each of the page's forms: its title says so.
#[derive(Clone, Copy)]
pub(super) struct PageProblems(pub(super) RwSignal<Vec<RwSignal<Option<Problem>>>>);

/// A page with its heading. The title says so when there is an error; in the browser the heading takes the focus when the
/// reader has come from another page.
#[component]
pub(crate) fn Page(
    /// The heading, and the title of the window.
    #[prop(into)]
    title: String,
    /// Whether the page is no wider than its text.
    #[prop(optional)]
    narrow: bool,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    let ui = use_ui();
    focus_on_navigation();
    let problems = RwSignal::new(Vec::new());
    provide_context(PageProblems(problems));
    let name = title.clone();
    let content = children();
    // After the children: by now the page's forms have said what is wrong.
    show_title(move || {
        // Forms that are gone say nothing.
        let says = |problem: &RwSignal<Option<Problem>>| problem.try_with(Option::is_some) == Some(true);
        let wrong = problems.with(|all| all.iter().any(says));
        let name = if wrong { ui.error_title(&name) } else { name.clone() };
        ui.page_title(&name)
    });
    view! {
        <div class=if narrow { "page page-narrow" } else { "page" }>
            <h1 tabindex="-1">{title}</h1>
            {content}
        </div>
    }
}

/// Gives the heading the focus, unless it stands on the page that the server sent.
fn focus_on_navigation() {
    #[cfg(not(feature = "ssr"))]
    if crate::state::use_state().hydrated.get_untracked() {
        // The heading is in the document only in the next frame.
        let _ = request_animation_frame(crate::focus::focus_heading);
    }
}

/// The page instead of data that could not be had. Sets the status of the server's answer.
pub(crate) fn problem_page(fault: &ApiError) -> AnyView {
    let ApiError(problem) = fault;
    #[cfg(feature = "ssr")]
    set_status(problem.status());
    if *problem == Problem::NotFound {
        return super::NotFound().into_any();
    }
    let ui = use_ui();
    let text = labels::problem(ui, problem);
    view! {
        <Page title=ui.problem_title() narrow=true>
            <p>{text}</p>
        </Page>
    }
    .into_any()
}

/// A part of a page instead of data that could not be had. Sets the status of the server's answer.
pub(crate) fn problem_part(fault: &ApiError) -> AnyView {
    let ui = use_ui();
    #[cfg(feature = "ssr")]
    set_status(fault.0.status());
    let text = labels::problem(ui, &fault.0);
    view! {
        <div class="summary" role="alert">
            <h2>{ui.problem_title()}</h2>
            <p>{text}</p>
        </div>
    }
    .into_any()
}

/// Sets the status of the server's answer.
#[cfg(feature = "ssr")]
pub(crate) fn set_status(status: u16) {
    use axum::http::StatusCode;
    if let (Some(response), Ok(status)) = (use_context::<leptos_axum::ResponseOptions>(), StatusCode::from_u16(status))
    {
        response.set_status(status);
    }
}

/// What has just been done: green, announced, without taking the focus. It goes with the page.
#[component]
pub(crate) fn Notices(
    /// Its text. `None` for a notice of another page.
    text: fn(Done) -> Option<String>,
) -> impl IntoView {
    notices(text)
}

/// The same, where the text depends on what the page shows: `None` as well for what is no longer so.
pub(crate) fn notices(text: impl Fn(Done) -> Option<String> + Send + Sync + 'static) -> AnyView {
    let text: Arc<dyn Fn(Done) -> Option<String> + Send + Sync> = Arc::new(text);
    let state = crate::state::use_state();
    let flash = expect_context::<DataContext>().flash;
    view_of(flash, move |_, flash| {
        let (text, sent) = (text.clone(), flash.and_then(|flash| flash.notice));
        let text = move || {
            let done = state.notice.get().map(|(_, notice)| notice);
            match done.or_else(|| sent.clone())? {
                Notice::Done(done) => text(done),
                Notice::AccountCreated(_) => None,
            }
        };
        view! { <div role="status">{move || text().map(|text| view! { <p class="notice">{text}</p> }.into_any())}</div> }
            .into_any()
    })
}

/// A tab of the contact management.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Services,
    Requests,
}

/// The tabs of the contact management.
#[component]
pub(crate) fn Tabs(current: Tab) -> impl IntoView {
    let ui = use_ui();
    let mark = move |tab: Tab| (tab == current).then_some("page");
    view! {
        <nav class="tabs" aria-label=ui.contact_management()>
            <a href="/contacts/services" aria-current=mark(Tab::Services)>{ui.my_services()}</a>
            <a href="/contacts/requests" aria-current=mark(Tab::Requests)>{ui.my_requests()}</a>
        </nav>
    }
}

/// The present address with other arguments in its query; empty ones are left out.
pub(crate) fn address_with(changes: &[(&str, &str)]) -> String {
    let query = use_query_map().get_untracked();
    let mut arguments: Vec<(&str, String)> = Vec::new();
    for name in ["search", "category", "role", "sort", "order", "page", "state", "before"] {
        let changed = changes.iter().find(|(changed, _)| *changed == name).map(|(_, value)| *value);
        let value = changed.or_else(|| query.get_str(name)).filter(|value| !value.is_empty());
        arguments.extend(value.map(|value| (name, value.to_owned())));
    }
    address(&use_location().pathname.get_untracked(), &arguments)
}
