//! The application: pages, components and server functions, rendered on the server and hydrated in the browser.
#![recursion_limit = "256"]
#![allow(unreachable_pub, reason = "what the component macro makes is public wherever the component is")]

pub mod api;
mod api_error;
mod codec;
mod components;
mod data;
#[cfg(feature = "ssr")]
mod device;
mod effect;
mod flash;
#[cfg(not(feature = "ssr"))]
mod focus;
mod labels;
#[cfg(feature = "ssr")]
mod link_code;
mod notice;
#[cfg(not(feature = "ssr"))]
mod own_address;
mod pages;
mod paths;
#[cfg(feature = "ssr")]
mod return_address;
#[cfg(feature = "ssr")]
mod security_log;
#[cfg(feature = "ssr")]
mod shell;
mod state;
mod texts;
#[cfg(feature = "ssr")]
mod theme;
#[cfg(feature = "ssr")]
mod visitor;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::{
    ParamSegment, PossibleRouteMatch, SsrMode, StaticSegment,
    components::{FlatRoutes, Route, Router},
};

pub use api_error::ApiError;
#[cfg(feature = "ssr")]
pub use codec::Coding;
#[cfg(feature = "ssr")]
pub use data::Prefetched;
#[cfg(feature = "ssr")]
pub use flash::Flash;
#[cfg(feature = "ssr")]
pub use link_code::LinkCode;
pub use notice::Notice;
#[cfg(feature = "ssr")]
pub use return_address::ReturnAddress;
#[cfg(feature = "ssr")]
pub use security_log::{Network, SecurityEvent};
#[cfg(feature = "ssr")]
pub use shell::{Assets, Seen, shell};
#[cfg(feature = "ssr")]
pub use theme::Theme;
#[cfg(feature = "ssr")]
pub use visitor::{ACCOUNT_KEY, FLASH_KEY, Proof, RENEWED_KEY, Visitor};

use components::Layout;

/// The whole application. `Ui` must have been provided as context.
///
/// Every route is rendered completely before it is sent (`SsrMode::Async`), so that each page works without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(feature = "ssr")]
    leptos_meta::provide_meta_context();
    let mode = SsrMode::Async;
    // One type for all paths and one for all pages, so that what a route does is compiled once.
    fn at(path: impl PossibleRouteMatch + Send + Sync + 'static) -> Arc<dyn PossibleRouteMatch + Send + Sync> {
        Arc::new(path)
    }
    let page = |page: fn() -> AnyView| page;
    let contacts = StaticSegment("contacts");
    view! {
        <Router>
            <Layout>
                <FlatRoutes fallback=pages::NotFound>
                    <Route path=at(StaticSegment("")) view=page(|| pages::Home().into_any()) ssr=mode.clone()/>
                    <Route path=at(StaticSegment("sign-in")) view=page(|| pages::SignIn().into_any()) ssr=mode.clone()/>
                    <Route path=at(StaticSegment("sign-up")) view=page(|| pages::SignUp().into_any()) ssr=mode.clone()/>
                    <Route path=at((StaticSegment("sign-up"), StaticSegment("confirm"))) view=page(|| pages::ConfirmSignUp().into_any()) ssr=mode.clone()/>
                    <Route path=at(StaticSegment("forgot-password")) view=page(|| pages::ForgotPassword().into_any()) ssr=mode.clone()/>
                    <Route path=at(StaticSegment("reset-password")) view=page(|| pages::ResetPassword().into_any()) ssr=mode.clone()/>
                    <Route path=at((contacts, StaticSegment("services"))) view=page(|| pages::Services().into_any()) ssr=mode.clone()/>
                    <Route path=at((contacts, StaticSegment("services"), ParamSegment("id"))) view=page(|| pages::EditContacts().into_any()) ssr=mode.clone()/>
                    <Route path=at((contacts, StaticSegment("services"), ParamSegment("id"), StaticSegment("owner"))) view=page(|| pages::Owner().into_any()) ssr=mode.clone()/>
                    <Route path=at((contacts, StaticSegment("services"), ParamSegment("id"), StaticSegment("history"))) view=page(|| pages::History().into_any()) ssr=mode.clone()/>
                    <Route path=at((contacts, StaticSegment("requests"))) view=page(|| pages::Requests().into_any()) ssr=mode.clone()/>
                    <Route path=at((contacts, StaticSegment("requests"), ParamSegment("id"))) view=page(|| pages::Request().into_any()) ssr=mode.clone()/>
                    <Route path=at(StaticSegment("profile")) view=page(|| pages::Profile().into_any()) ssr=mode.clone()/>
                    <Route path=at((StaticSegment("profile"), StaticSegment("email"))) view=page(|| pages::ConfirmEmail().into_any()) ssr=mode.clone()/>
                    <Route path=at(StaticSegment("help")) view=page(|| pages::Help().into_any()) ssr=mode/>
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
