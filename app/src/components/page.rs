//! The frame of a page: title, heading, notice of what has just been done, tabs.

use std::sync::Arc;

use countersign_domain::Problem;
use leptos::{html, prelude::*};
use leptos_router::hooks::{use_location, use_query_map};

use super::{title::show_title, use_ui};
use crate::{
    Fault,
    data::{address, awaited},
    words,
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
    let heading = NodeRef::<html::H1>::new();
    focus_on_navigation(heading);
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
        <div class="page" class:page-narrow=narrow>
            <h1 tabindex="-1" node_ref=heading>{title}</h1>
            {content}
        </div>
    }
}

/// Gives the heading the focus, unless it stands on the page that the server sent.
fn focus_on_navigation(heading: NodeRef<html::H1>) {
    let state = crate::state::use_state();
    let first = !state.hydrated.get_untracked();
    Effect::new(move || {
        if let Some(heading) = heading.get()
            && !first
        {
            // Not before it stands in the document.
            let _ = request_animation_frame(move || {
                let _ = heading.focus();
            });
        }
    });
}

/// Gives the heading of the present page the focus: what had it is gone, or soon will be.
#[cfg(not(feature = "ssr"))]
pub(crate) fn focus_heading() {
    use wasm_bindgen::JsCast;
    if let Ok(Some(heading)) = document().query_selector("h1") {
        let _ = heading.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// The page instead of data that could not be had. Sets the status of the server's answer.
pub(crate) fn problem_page(fault: &Fault) -> AnyView {
    let Fault(problem) = fault;
    #[cfg(feature = "ssr")]
    set_status(problem.status());
    if *problem == Problem::NotFound {
        return crate::pages::NotFound().into_any();
    }
    let ui = use_ui();
    let text = words::problem(ui, problem);
    view! {
        <Page title=ui.problem_title() narrow=true>
            <p>{text}</p>
        </Page>
    }
    .into_any()
}

/// A part of a page instead of data that could not be had. Sets the status of the server's answer.
pub(crate) fn problem_part(fault: &Fault) -> AnyView {
    let ui = use_ui();
    #[cfg(feature = "ssr")]
    set_status(fault.0.status());
    let text = words::problem(ui, &fault.0);
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

/// The words of what has been done, for those that belong to a page.
type NoticeWords = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// What has just been done: green, announced, without stealing the focus. It goes with the page.
#[component]
pub(crate) fn Notice(
    /// Its words, for those that belong to this page and are still so.
    words: fn(&str) -> Option<String>,
) -> impl IntoView {
    told(Arc::new(words))
}

/// The same, by words that know more of the page.
pub(crate) fn told(words: NoticeWords) -> AnyView {
    let state = crate::state::use_state();
    awaited(
        state.flash,
        Arc::new(move |_, flash| {
            let (words, sent) = (words.clone(), flash.and_then(|flash| flash.notice));
            let text = move || {
                let done = state.notice.get().map(|(_, notice)| notice);
                done.or_else(|| sent.clone()).and_then(|notice| words(&notice))
            };
            view! { <div role="status">{move || text().map(|text| view! { <p class="notice">{text}</p> })}</div> }
                .into_any()
        }),
    )
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

/// The present address with other words in its query; empty ones are left out.
pub(crate) fn address_with(changes: &[(&str, &str)]) -> String {
    let query = use_query_map().get_untracked();
    let mut words: Vec<(&str, &str)> = Vec::new();
    for name in ["search", "category", "role", "sort", "order", "page", "state", "before"] {
        let changed = changes.iter().find(|(changed, _)| *changed == name).map(|(_, value)| *value);
        words.extend(
            changed.or_else(|| query.get_str(name)).filter(|value| !value.is_empty()).map(|value| (name, value)),
        );
    }
    address(&use_location().pathname.get_untracked(), &words)
}
