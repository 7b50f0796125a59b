//! What the operator typed, read, and what is wrong with it, in words.

use countersign_backend::Error;
use countersign_domain::{Handle, Problem, Suffix, Wrong};

use crate::failure::Failure;

pub(crate) fn id(text: &str, suffix: &Suffix) -> Result<Handle, Failure> {
    Handle::parse(text, suffix).map_err(|_| {
        format!("'{text}' is no customer ID: two letters, digits, and -{} or nothing", suffix.as_str()).into()
    })
}

pub(crate) fn explain(what: &str) -> impl Fn(Wrong) -> Failure {
    let what = what.to_owned();
    move |wrong| format!("the {what} {wrong}").into()
}

/// What is said when the thing named is there already, or one that it names is not.
pub(crate) fn clearly(taken: impl Into<String>, missing: impl Into<String>) -> impl FnOnce(Error) -> Failure {
    let (taken, missing) = (taken.into(), missing.into());
    move |error| match &error {
        Error::Problem(Problem::NotFound) => missing.into(),
        Error::Problem(Problem::Invalid(_)) => taken.into(),
        Error::Database(failure) => match failure.as_database_error() {
            Some(cause) if cause.is_unique_violation() => taken.into(),
            Some(cause) if cause.is_foreign_key_violation() => missing.into(),
            _ => error.into(),
        },
        _ => error.into(),
    }
}

pub(crate) fn no_account(id: &Handle) -> impl FnOnce(Error) -> Failure {
    clearly("", format!("there is no account {id}"))
}
