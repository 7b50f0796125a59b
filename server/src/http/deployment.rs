//! What every guard and every door knows of this server.

use std::{net::IpAddr, sync::Arc};

use url::Url;

/// The longest body of a request, in bytes.
pub(super) const BODY_LIMIT: usize = 64 * 1024;

/// How this server is reached; as cheap to copy as a reference.
#[derive(Clone, Debug)]
pub(crate) struct Deployment(Arc<Facts>);

#[derive(Debug)]
pub(crate) struct Facts {
    /// The address at which customers reach it.
    pub(super) base_url: Url,
    /// Proxies whose word about the client's address is believed.
    pub(super) trusted_proxies: Vec<IpAddr>,
    /// Names the build: a page of another one is out of date.
    pub(super) build: String,
}

impl Deployment {
    pub(super) fn new(facts: Facts) -> Self {
        Self(Arc::new(facts))
    }
}

impl std::ops::Deref for Deployment {
    type Target = Facts;
    fn deref(&self) -> &Facts {
        &self.0
    }
}
