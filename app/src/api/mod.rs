//! Server functions: who acts, which use case, call. Inputs are flat strings, parsed once, here.
//!
//! Each has an address of its own that does not move with the code. The `GET` ones only read.
#![allow(missing_docs, reason = "the arguments are fields of what the macro makes, and named well enough")]

mod accounts;
mod blocks;
mod owner;
mod profile;
mod requests;
mod services;
mod session;

pub use accounts::*;
pub use blocks::*;
pub use owner::*;
pub use profile::*;
pub use requests::*;
pub use services::*;
pub use session::*;

#[cfg(feature = "ssr")]
use countersign_domain::{Field, FieldProblem, Problem, RequestId, Wrong};

#[cfg(feature = "ssr")]
fn wrong(field: Field) -> impl FnOnce(Wrong) -> crate::Fault {
    move |wrong| crate::Fault(Problem::Invalid(vec![FieldProblem { field, wrong }]))
}

/// Where one goes when requests are registered: to the one, or to the list.
#[cfg(feature = "ssr")]
fn registered(requests: &[RequestId]) -> String {
    match requests {
        [only] => format!("/contacts/requests/{only}?notice=registered"),
        _ => "/contacts/requests?notice=registered".to_owned(),
    }
}
