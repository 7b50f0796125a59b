//! The HTTP side: routes and the layers around them.

mod api;
mod assets;
mod client;
mod cookies;
mod demo;
mod encoding;
mod forms;
mod history;
mod inputs;
mod known_browser;
mod language;
mod limits;
mod link_code;
mod links;
mod live;
mod pages;
mod probes;
mod refusal;
mod security;
pub(crate) mod security_txt;
mod sessions;
mod theme;
mod turns;
mod visitor;
mod wrong_passwords;

use std::sync::Arc;

use axum::{
    Router, middleware,
    routing::{any, get, post},
};
use countersign_app::Assets;
use countersign_backend::{Backend, SecretKey};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, Predicate,
        predicate::{DefaultPredicate, NotForContentType},
    },
    limit::RequestBodyLimitLayer,
};

use crate::{Failure, config::Config, site};

/// The largest body of a request, in bytes.
const BODY_LIMIT: usize = 64 * 1024;

/// What handlers share.
#[derive(Clone, Debug)]
pub(crate) struct State(Arc<Shared>);

#[derive(Debug)]
pub(crate) struct Shared {
    backend: Backend,
    assets: Assets,
    limits: limits::Limits,
    readiness: probes::Readiness,
    turns: turns::Turns,
    trusted_proxies: Vec<std::net::IpAddr>,
    mailbox: Option<std::path::PathBuf>,
    cookie_keys: cookies::Keys,
    wrong_passwords: wrong_passwords::WrongPasswords,
    security_txt: Option<security_txt::SecurityTxt>,
}

impl std::ops::Deref for State {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// All routes.
///
/// # Errors
/// When what the browser loads has not been built.
pub(crate) fn router(config: &Config, key: &SecretKey, backend: Backend) -> Result<Router, Failure> {
    // The renderer's tasks run on this runtime; a second call changes nothing.
    let _ = any_spawner::Executor::init_tokio();
    let site = site::find(config.serve.site.as_deref());
    let security_txt = (!config.serve.security_contact.is_empty()).then(|| security_txt::SecurityTxt {
        contacts: config.serve.security_contact.clone(),
        languages: config.serve.security_languages.clone(),
    });
    let state = State(Arc::new(Shared {
        assets: assets::find(&site)?,
        limits: limits::Limits::new(config.serve.sign_ins_per_minute, config.serve.account_forms_per_hour),
        readiness: probes::Readiness::default(),
        turns: turns::Turns::new(
            usize::try_from(config.serve.requests_per_address)?,
            usize::try_from(config.serve.requests_per_account)?,
        ),
        trusted_proxies: config.trusted_proxies().to_vec(),
        mailbox: config.mailbox.clone(),
        cookie_keys: cookies::Keys::of(key),
        wrong_passwords: wrong_passwords::WrongPasswords::new(config.serve.wrong_passwords_per_hour),
        security_txt,
        backend: backend.clone(),
    }));

    let mut private = Router::new()
        .route("/api/", any(api::serve))
        .route("/api/{*function}", any(api::serve))
        .route("/api/live", get(live::follow))
        .route("/language", post(language::choose))
        .route("/theme", post(theme::choose))
        .route("/contacts/services/{id}/history.csv", get(history::csv))
        .route("/useraccount/contacts/{id}", get(links::useraccount));
    if config.is_demo() {
        private = private.merge(demo::routes());
    }
    let private = private.fallback(pages::page).layer(
        ServiceBuilder::new()
            .layer(middleware::from_fn(security::whole_body))
            .layer(middleware::from_fn_with_state(state.clone(), refusal::show))
            .layer(middleware::from_fn_with_state(state.clone(), turns::of_address))
            .layer(middleware::from_fn(sessions::removal))
            .layer(sessions::layer(&backend))
            .layer(middleware::from_fn_with_state(state.clone(), visitor::identify))
            .layer(middleware::from_fn_with_state(state.clone(), turns::of_account))
            .layer(middleware::from_fn(security::no_store))
            .layer(middleware::from_fn_with_state(state.clone(), link_code::take)),
    );

    Ok(Router::new()
        .route("/healthz", get(probes::healthz))
        .route("/readyz", get(probes::readyz))
        .route("/.well-known/security.txt", get(security_txt::show))
        .merge(assets::routes(&site))
        .merge(private)
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(probes::log))
                .layer(middleware::from_fn_with_state(state.clone(), security::headers))
                .layer(CatchPanicLayer::new())
                .layer(middleware::from_fn(encoding::choose))
                .layer(CompressionLayer::new().compress_when(compressible()))
                .layer(middleware::from_fn_with_state(state.clone(), security::same_site))
                .layer(middleware::from_fn(security::bound_address))
                .layer(RequestBodyLimitLayer::new(BODY_LIMIT)),
        )
        .with_state(state))
}

/// What is compressed when it is sent; a typeface is already.
fn compressible() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("font/"))
}
