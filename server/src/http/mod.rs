//! The HTTP side: guards, the doors behind them, and what probes ask.
//!
//! Each door chooses its guards. There is one door now, `web`: pages and their server functions. The APIs for customers' programs,
//! for the provider's systems and for its staff become doors of their own beside it.

mod answers;
mod cookies;
mod deployment;
mod guard;
mod probes;
mod readiness;
mod request_headers;
mod security_txt;
mod state;
mod web;

use std::sync::Arc;

use axum::{Router, middleware, routing::get};
use countersign_backend::{Backend, SecretKey};
use deployment::{BODY_LIMIT, Deployment, Facts};
use guard::{access_log, encoding, limits::Limits, security, turns::Turns, wrong_passwords::WrongPasswords};
use readiness::Readiness;
use state::{Shared, State};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, Predicate,
        predicate::{DefaultPredicate, NotForContentType},
    },
    limit::RequestBodyLimitLayer,
};

use crate::{config::Config, failure::Failure, security_contact::SecurityContact, site};

/// Every route, with the guards around it.
///
/// # Errors
/// When the files of the site are not there.
pub(crate) fn router(config: &Config, key: &SecretKey, backend: Backend) -> Result<Router, Failure> {
    // The renderer's tasks run on this runtime; a second call changes nothing.
    let _ = any_spawner::Executor::init_tokio();
    let site = site::find(config.serve.site.as_deref());
    let assets = web::find_assets(&site)?;
    let deployment = Deployment::new(Facts {
        base_url: backend.settings().base_url.clone(),
        trusted_proxies: config.trusted_proxies().to_vec(),
        build: assets.build().to_owned(),
    });
    let turns = Arc::new(Turns::new(
        deployment.clone(),
        usize::try_from(config.serve.requests_per_address)?,
        usize::try_from(config.serve.requests_per_account)?,
    ));
    let state = State::new(Shared {
        assets,
        limits: Limits::new(config.serve.sign_ins_per_minute, config.serve.account_forms_per_hour),
        readiness: Readiness::default(),
        deployment: deployment.clone(),
        mailbox: config.mailbox.clone(),
        cookie_keys: cookies::Keys::of(key),
        wrong_passwords: WrongPasswords::new(config.serve.wrong_passwords_per_hour),
        security_contact: (!config.serve.security_contact.is_empty()).then(|| SecurityContact {
            contacts: config.serve.security_contact.clone(),
            languages: config.serve.security_languages.clone(),
        }),
        backend,
    });

    Ok(Router::new()
        .route("/healthz", get(probes::healthz))
        .route("/readyz", get(probes::readyz))
        .route("/.well-known/security.txt", get(security_txt::show))
        .merge(web::door(&state, turns, &site, config.is_demo()))
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(access_log::log))
                .layer(middleware::from_fn_with_state(deployment.clone(), security::headers))
                .layer(CatchPanicLayer::new())
                .layer(middleware::from_fn(encoding::choose))
                .layer(CompressionLayer::new().compress_when(compressible()))
                .layer(middleware::from_fn_with_state(deployment, security::same_site))
                .layer(middleware::from_fn(security::bound_address))
                .layer(RequestBodyLimitLayer::new(BODY_LIMIT)),
        )
        .with_state(state))
}

/// What is compressed when it is sent; a typeface is already.
fn compressible() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("font/"))
}
