//! What every page shares: who is signed in, what the last form has done, and whether the page is hydrated.

use countersign_domain::view::Me;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    api,
    data::{DataContext, Source, source},
    effect::effect,
    notice::Notice,
};

/// State that outlives a page.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    /// The signed-in account and what waits for it. It is read anew when the address changes or something was done.
    pub(crate) me: Source<Option<Me>>,
    /// What a form has done that the script sent, and the page that it has led to. It is told as long as the reader stays there.
    pub(crate) notice: RwSignal<Option<(String, Notice)>>,
    /// Counts what was done on this page, and what its stream tells: whatever was read may have changed.
    pub(crate) changed: RwSignal<u32>,
    /// Whether the connection that tells of changes is lost.
    pub(crate) lost: RwSignal<bool>,
    /// Whether the browser has hydrated the page. The server's page and the first one in the browser are the same.
    pub(crate) hydrated: RwSignal<bool>,
}

/// Makes the shared state; called once, inside the router.
pub(crate) fn provide() -> AppState {
    let hydrated = RwSignal::new(false);
    effect(move || {
        let Some(root) = document().document_element() else { return };
        // What was waiting to be run is run after a panic, too (`fallback.js`). The page stays as it is then.
        if root.has_attribute("data-panicked") {
            return;
        }
        hydrated.set(true);
        #[cfg(not(feature = "ssr"))]
        crate::data::forget_prefetched();
        // For style sheets and tests: from here on the page answers by itself.
        let _ = root.set_attribute("data-hydrated", "");
    });
    let flash = source(|| Some(api::Flash {}), RwSignal::new(0));
    provide_context(DataContext { flash, hydrated });
    let changed = RwSignal::new(0);
    let location = use_location();
    let who = RwSignal::new(0);
    let me = move || {
        who.track();
        location.pathname.track();
        location.search.track();
        Some(api::Me {})
    };
    let state = AppState {
        me: source(me, changed),
        notice: RwSignal::new(None),
        changed,
        lost: RwSignal::new(false),
        hydrated,
    };
    effect(move || {
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
