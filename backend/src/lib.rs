//! The back end: use cases over a store, an outbox that mails leave from, and the jobs that time asks for.
//!
//! The way in is [`Backend`], which has what anyone may do before signing in. Everything else is a method of a principal:
//! [`Customer`], [`Operator`] or [`System`].

mod access;
mod act;
pub mod ambient;
mod contention;
mod database;
pub mod demo;
mod error;
mod hasher;
pub mod live;
pub mod mail;
mod mail_kind;
mod process;
mod secret;
mod secret_key;
mod settings;
// Tests and measurements use more of it than the program does: see `testing`.
#[cfg_attr(not(feature = "testing"), allow(dead_code, unreachable_pub, unused_imports))]
pub(crate) mod store;
mod strength;
mod usecase;

/// The store, for tests and measurements alone: what the program itself does with it, principals do.
#[cfg(feature = "testing")]
pub mod testing {
    pub use crate::store::*;
}

pub use access::{Customer, Operator, OperatorIdentity, Rights, Scopes, System};
pub use database::Database;
pub use error::{Error, Result};
pub use mail_kind::{MailContent, MailKind, OwnerNews, RenewalNews};
pub use process::Backend;
pub use secret::{CodeHash, Password, Queue};
pub use secret_key::SecretKey;
pub use settings::{MailsAtOnce, Settings};
pub use store::{
    Account, Alone, Ear, Installation, ListedMail, OperatorEntry, Pause, RequestFacts, RequestFilter, RequestSearch,
    Sealed, SealedEntry, Stopped, StoredSession, Tables, Unsuitable, detach, is_sound, make_private, session_key,
};
pub use usecase::{
    AccountNames, Audit, ChosenPassword, ExportedLine, Fault, Finding, NamedLogin, NewAccount, NewService, Outbox,
    PasswordChoice, Retried, Seals, ServiceUpdate, SessionRow, SignIn, SignUp, SignedIn, Submission, Voided,
};
