//! Mails: from a row of the outbox to the recipient's mailbox.
//!
//! [`compose`] is pure: a row, the recipient and the request become a [`Mail`] in the recipient's language. A [`Mailer`]
//! hands mails over: to a mail server, or to a folder for the demo. The [`Worker`] leases rows, composes, sends, and notes
//! how it went.

mod account;
mod closed_request;
mod compose;
mod content;
mod context;
mod digest;
mod failure;
mod layout;
mod mailbox;
mod mailer;
mod message;
mod owner;
mod pending_request;
mod prepare;
mod prepared;
mod rendered;
mod renewal;
mod request_context;
mod sanitize;
mod sign_up;
mod slow_domains;
mod smtp;
mod worker;

pub use compose::{compose, compose_for_address};
pub use digest::{Digest, compose_digest};
pub use mailbox::{find_mail, read_mailbox};
pub use mailer::{Mailer, Misconfigured};
pub use rendered::Mail;
pub use worker::Worker;

pub use crate::store::{Failure, FailureKind};
