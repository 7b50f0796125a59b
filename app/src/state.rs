//! What every page shares: who is signed in, what the last form was told, and whether the page is hydrated.

use countersign_domain::{Problem, view::Me};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};

use crate::data::{Answer, Source, read, source};

/// What a form that was sent without JavaScript is told on the next page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The form's address.
    pub form: String,
    /// What was wrong; nothing with a form that was done, or only to be checked.
    pub problem: Option<Problem>,
    /// What it has done, in the word of the answer's address.
    pub notice: Option<String>,
    /// What was typed, but for secrets.
    pub fields: Vec<(String, String)>,
}

impl Flash {
    /// What was typed into a field.
    #[must_use]
    pub fn typed(&self, field: &str) -> Option<String> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone())
    }
}

/// State that outlives a page.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    /// The signed-in account and what waits for it; read anew when the address changes or something was done.
    pub(crate) me: Source,
    /// What the last form was told.
    pub(crate) flash: Source,
    /// What a form has done that was sent from here, and the page that it has led to: it is told as long as one stays there.
    pub(crate) notice: RwSignal<Option<(String, String)>>,
    /// Counts what was done on this page, and what its stream tells: whatever was read may have changed.
    pub(crate) changed: RwSignal<u32>,
    /// Whether the connection is lost that tells what changes.
    pub(crate) lost: RwSignal<bool>,
    /// Whether the browser has taken over: the server's page and the first one in the browser are the same.
    pub(crate) hydrated: RwSignal<bool>,
}

/// Makes the shared state; called once, inside the router.
pub(crate) fn provide() -> AppState {
    let hydrated = RwSignal::new(false);
    Effect::new(move || {
        hydrated.set(true);
        #[cfg(not(feature = "ssr"))]
        crate::data::forget_sent();
        // For style sheets and tests: from here on the page answers by itself.
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
    let changed = RwSignal::new(0);
    let location = use_location();
    let who = RwSignal::new(0);
    let me = Signal::derive(move || {
        who.track();
        location.pathname.track();
        location.search.track();
        "/api/me".to_owned()
    });
    let state = AppState {
        me: source(me, changed),
        flash: source(Signal::stored("/api/flash".to_owned()), RwSignal::new(0)),
        notice: RwSignal::new(None),
        changed,
        lost: RwSignal::new(false),
        hydrated,
    };
    Effect::new(move || {
        let here = location.pathname.get();
        if state.notice.with_untracked(|notice| notice.as_ref().is_some_and(|(page, _)| *page != here)) {
            state.notice.set(None);
        }
    });
    #[cfg(not(feature = "ssr"))]
    crate::data::follow(state.me, changed, who, state.lost);
    provide_context(state);
    state
}

pub(crate) fn use_state() -> AppState {
    expect_context()
}

/// Parts the address to which a form's answer leads from what it says to have been done there (`?notice=`). No page's address has
/// it: nobody is told of what was not done.
#[must_use]
pub fn part_notice(location: &str) -> (&str, Option<&str>) {
    location.split_once("?notice=").map_or((location, None), |(page, notice)| (page, Some(notice)))
}

/// Whether someone is signed in, by the answer of `/api/me`.
pub(crate) fn is_signed_in(me: &Answer) -> bool {
    matches!(read::<Option<Me>>(me), Ok(Some(_)))
}
