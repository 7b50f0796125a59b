//! The code of the mail's link that led to a page.

use axum::http::request::Parts;
use leptos::prelude::use_context;

/// A code that a link has brought, as it came. The server has taken it out of the address, and puts it into the request.
#[derive(Clone)]
pub struct LinkCode(pub String);

impl std::fmt::Debug for LinkCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkCode(…)")
    }
}

impl LinkCode {
    /// The code of the request that is being answered, or nothing.
    pub(crate) fn current() -> String {
        let parts = use_context::<Parts>();
        parts.and_then(|parts| parts.extensions.get::<Self>().map(|code| code.0.clone())).unwrap_or_default()
    }
}
