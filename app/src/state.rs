//! What every page shares: who is signed in, what the last form was told, and whether the page is hydrated.

use countersign_domain::{Problem, view::Me};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};

use crate::{Fault, api};

/// What a form that was sent without JavaScript is told on the next page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The form's address.
    pub form: String,
    /// What was wrong.
    pub problem: Problem,
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
    /// The signed-in account and what waits for it; read anew when the address changes or someone signs in.
    pub(crate) me: Resource<Result<Option<Me>, Fault>>,
    /// What the last form was told.
    pub(crate) flash: Resource<Option<Flash>>,
    /// Counts sign-ins and whatever else changes `me` without changing the address.
    pub(crate) changed: RwSignal<u32>,
    /// Whether the browser has taken over: the server's page and the first one in the browser are the same.
    pub(crate) hydrated: RwSignal<bool>,
}

pub(crate) fn provide() {
    let changed = RwSignal::new(0);
    let hydrated = RwSignal::new(false);
    Effect::new(move || {
        hydrated.set(true);
        // For style sheets and tests: from here on the page answers by itself.
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
    provide_context(Shared { changed, hydrated });
}

#[derive(Clone, Copy)]
struct Shared {
    changed: RwSignal<u32>,
    hydrated: RwSignal<bool>,
}

/// Makes the shared state; called once, inside the router.
pub(crate) fn provide_inside_router() -> AppState {
    let Shared { changed, hydrated } = expect_context();
    let location = use_location();
    let me = Resource::new_blocking(
        move || (location.pathname.get(), location.search.get(), changed.get()),
        |_| async { api::me().await },
    );
    let flash = Resource::new_blocking(|| (), |()| async { api::flash().await.unwrap_or_default() });
    let state = AppState { me, flash, changed, hydrated };
    provide_context(state);
    state
}

pub(crate) fn use_state() -> AppState {
    expect_context()
}
