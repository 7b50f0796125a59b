//! How pages read: through a [`Source`] of a [`Query`].
//!
//! The server calls the server function in place, waits, and writes the answers at the end of the page. The browser finds them there
//! when it hydrates the page, and fetches from then on. Types stand on the outside only: in the browser, all waiting, fetching and
//! hydrating works on values of one erased type, so that it is compiled once. No suspending is compiled for the browser.

use std::sync::Arc;

use countersign_domain::view::Me;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::{ApiError, flash::Flash};

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(not(feature = "ssr"))]
mod live;
#[cfg(not(feature = "ssr"))]
mod network;
#[cfg(not(feature = "ssr"))]
mod prefetched;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
pub(crate) use browser::{Source, keyed_section, keyed_view_of, present, section, source, spawn, view_if, view_of};
#[cfg(not(feature = "ssr"))]
pub(crate) use live::follow;
#[cfg(not(feature = "ssr"))]
pub(crate) use network::fetch_page;
#[cfg(feature = "hydrate")]
pub(crate) use network::post;
#[cfg(not(feature = "ssr"))]
pub(crate) use prefetched::forget_prefetched;
#[cfg(feature = "ssr")]
pub use server::Prefetched;
#[cfg(feature = "ssr")]
pub(crate) use server::{Source, keyed_section, keyed_view_of, present, section, source, view_if, view_of};

/// An answer.
pub(crate) type Loaded<T> = Result<Arc<T>, ApiError>;

/// What all sources share.
#[derive(Clone, Copy)]
pub(crate) struct DataContext {
    /// The answer to the last plain form.
    pub(crate) flash: Source<Option<Flash>>,
    /// Whether the browser has hydrated the page. The server's page and the first one in the browser are the same.
    #[cfg_attr(feature = "ssr", expect(dead_code, reason = "on the server no page is hydrated"))]
    pub(crate) hydrated: RwSignal<bool>,
}

/// The data for the first rendering of a section: the page's answer, and the answer to the last plain form.
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "in the browser a section follows its source"))]
pub(crate) struct Now<T> {
    /// The answer.
    pub(crate) loaded: Loaded<T>,
    /// The answer to the last plain form.
    pub(crate) flash: Option<Flash>,
}

/// The element with the answers that the server sent. Each takes three lines: its address, `ok` or `no`, its bytes in base64.
const PREFETCHED: &str = "prefetched";

/// The key in the page's address, if it is one. Server and browser decode escaped characters differently, so no key has any.
pub(crate) fn key<T: std::str::FromStr>(params: &ParamsMap) -> Option<T> {
    let key = params.get_str("id").unwrap_or_default();
    let plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain { key.parse().ok() } else { None }
}

/// Whether somebody is signed in.
pub(crate) fn is_signed_in(me: &Loaded<Option<Me>>) -> bool {
    me.as_ref().is_ok_and(|me| me.is_some())
}
