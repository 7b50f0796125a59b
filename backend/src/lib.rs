//! The back end: use cases over a store, an outbox that mails leave from, and the jobs that time asks for.
//!
//! The one way in is [`Backend`]: [`Backend::act_as`] yields an [`Actor`] for a signed-in account, and every use case of
//! a customer hangs off it.

pub mod ambient;
mod contention;
pub mod demo;
mod error;
mod hasher;
pub mod live;
pub mod mail;
mod mail_kind;
mod secret;
mod secret_key;
mod settings;
pub mod store;
mod strength;
mod usecase;

pub use error::{Error, Result};
pub use mail_kind::{MailContent, MailKind, OwnerNews, RenewalNews};
pub use secret::{CodeHash, Password, Queue};
pub use secret_key::SecretKey;
pub use settings::Settings;
pub use usecase::{
    AccountNames, Actor, Audit, Backend, ChosenPassword, Fault, Finding, NamedLogin, NewAccount, NewService, Outbox,
    PasswordChoice, Retried, Seals, ServiceUpdate, SignIn, SignUp, SignedIn, Submission, Voided,
};
