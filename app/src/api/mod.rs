//! Server functions: who acts, which use case, call. Inputs are flat strings, parsed once, here.
//!
//! Each has an address of its own that does not move with the code. The `GET` ones only read.
#![allow(missing_docs, reason = "the arguments are fields of what the macro makes, and named well enough")]

mod accounts;
mod blocks;
mod owner;
mod profile;
mod query;
mod requests;
mod services;
mod session;

pub use accounts::*;
pub use blocks::*;
pub use owner::*;
pub use profile::*;
pub use query::Query;
pub(crate) use query::address;
pub use requests::*;
pub use services::*;
pub use session::*;

#[cfg(feature = "ssr")]
use countersign_domain::{Field, FieldProblem, Problem, RequestId, Wrong};

#[cfg(feature = "ssr")]
fn wrong(field: Field) -> impl FnOnce(Wrong) -> crate::ApiError {
    move |wrong| crate::ApiError(Problem::Invalid(vec![FieldProblem { field, wrong }]))
}

/// Redirects to `page` and adds the notice that the page shows there.
#[cfg(feature = "ssr")]
fn go_on(page: &str, notice: impl Into<crate::notice::Notice>) {
    leptos_axum::redirect(&format!("{page}?notice={}", notice.into().as_str()), false);
}

/// Leads to the request that was registered, or to the list if there are several.
#[cfg(feature = "ssr")]
fn go_to_registered(requests: &[RequestId]) {
    let page = match requests {
        [only] => crate::paths::request(*only),
        _ => "/contacts/requests".to_owned(),
    };
    go_on(&page, crate::notice::Done::Registered);
}
