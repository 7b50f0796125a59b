//! The application: pages, components and server functions, rendered on the server and hydrated in the browser.
#![recursion_limit = "256"]
#![allow(unreachable_pub, reason = "what the component macro makes is public wherever the component is")]

pub mod api;
mod components;
mod data;
mod fault;
mod pages;
#[cfg(feature = "ssr")]
mod shell;
mod state;
#[cfg(feature = "ssr")]
mod visitor;
mod wire;
mod words;

use leptos::prelude::*;
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{FlatRoutes, Route, Router},
};

#[cfg(feature = "ssr")]
pub use data::Sent;
pub use fault::Fault;
#[cfg(feature = "ssr")]
pub use shell::{Assets, Seen, shell};
pub use state::Flash;
#[cfg(feature = "ssr")]
pub use visitor::{ACCOUNT_KEY, FLASH_KEY, Visitor};
#[cfg(feature = "ssr")]
pub use wire::Coding;

use components::Layout;

/// The whole application. `Ui` must have been provided as context.
///
/// Every route is rendered completely before it is sent (`SsrMode::Async`), so that each page works without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(feature = "ssr")]
    leptos_meta::provide_meta_context();
    let mode = SsrMode::Async;
    let contacts = StaticSegment("contacts");
    view! {
        <Router>
            <Layout>
                <FlatRoutes fallback=pages::NotFound>
                    <Route path=StaticSegment("") view=pages::Home ssr=mode.clone()/>
                    <Route path=StaticSegment("sign-in") view=pages::SignIn ssr=mode.clone()/>
                    <Route path=(contacts, StaticSegment("services")) view=pages::Services ssr=mode.clone()/>
                    <Route path=(contacts, StaticSegment("services"), ParamSegment("id")) view=pages::EditContacts ssr=mode.clone()/>
                    <Route path=(contacts, StaticSegment("requests")) view=pages::Requests ssr=mode.clone()/>
                    <Route path=(contacts, StaticSegment("requests"), ParamSegment("id")) view=pages::Request ssr=mode.clone()/>
                    <Route path=StaticSegment("profile") view=pages::Profile ssr=mode.clone()/>
                    <Route path=(StaticSegment("profile"), StaticSegment("email")) view=pages::ConfirmEmail ssr=mode.clone()/>
                    <Route path=StaticSegment("help") view=pages::Help ssr=mode/>
                </FlatRoutes>
            </Layout>
        </Router>
    }
}

/// Takes the server's page over in the browser.
#[cfg(feature = "hydrate")]
pub fn hydrate(ui: countersign_locales::Ui) {
    leptos::mount::hydrate_body(move || {
        provide_context(ui);
        view! { <App/> }
    });
}
