//! The back end: use cases over a store, an outbox that mails leave from, and the jobs that time asks for.
//!
//! The one way in is [`Backend`]: [`Backend::act_as`] yields an [`Actor`] for a signed-in account, and every use case of
//! a customer hangs off it.

pub mod ambient;
pub mod demo;
mod error;
mod hasher;
pub mod live;
pub mod mail;
mod secret;
mod secret_key;
mod settings;
pub mod store;
mod strength;
mod usecase;

pub use error::{Error, Result};
pub use secret::{CodeHash, Password, Queue};
pub use secret_key::SecretKey;
pub use settings::{MailsAtOnce, Settings};
pub use usecase::{
    AccountNames, Actor, Audit, Backend, ChosenPassword, Fault, Finding, NamedLogin, NewAccount, NewService, Outbox,
    PasswordChoice, Retried, Seals, ServiceUpdate, SignIn, SignUp, SignedIn, Submission, Voided,
};
