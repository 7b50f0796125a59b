//! The door for browsers: pages, server functions, and what belongs to them.

mod api;
mod assets;
mod demo;
mod error_page;
mod forms;
mod history;
mod inputs;
mod known_browser;
mod language;
mod link_code;
mod links;
mod live;
mod pages;
mod sign_in_tries;
mod theme;
mod visitor;

use std::{path::Path, sync::Arc};

pub(super) use assets::find as find_assets;
use axum::{
    Router, middleware,
    routing::{any, get, post},
};
use tower::ServiceBuilder;

use super::{
    guard::{
        security, sessions,
        turns::{self, Turns},
    },
    state::State,
};

/// Its routes, behind the guards of a door for signed-in people.
pub(super) fn door(state: &State, turns: Arc<Turns>, site: &Path, is_demo: bool) -> Router<State> {
    let mut private = Router::new()
        .route("/api/", any(api::serve))
        .route("/api/{*function}", any(api::serve))
        .route("/api/live", get(live::follow))
        .route("/language", post(language::choose))
        .route("/theme", post(theme::choose))
        .route("/contacts/services/{id}/history.csv", get(history::csv))
        .route("/useraccount/contacts/{id}", get(links::useraccount));
    if is_demo {
        private = private.merge(demo::routes());
    }
    let private = private.fallback(pages::page).layer(
        ServiceBuilder::new()
            .layer(middleware::from_fn(security::whole_body))
            .layer(middleware::from_fn_with_state(state.clone(), error_page::show))
            .layer(middleware::from_fn_with_state(turns.clone(), turns::of_address))
            .layer(middleware::from_fn(sessions::removal))
            .layer(sessions::layer(&state.backend))
            .layer(middleware::from_fn_with_state(state.clone(), visitor::identify))
            .layer(middleware::from_fn_with_state(turns, turns::of_account))
            .layer(middleware::from_fn(security::no_store))
            .layer(middleware::from_fn_with_state(state.clone(), link_code::take)),
    );
    assets::routes(site).merge(private)
}
