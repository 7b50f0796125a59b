//! Mails: from a row of the outbox to the recipient's mailbox.
//!
//! [`compose`] is pure: a row, the recipient and the request become a [`Mail`] in the recipient's language. A [`Courier`]
//! hands mails over: to a mail server, or to a folder for the demo. The [`Worker`] leases rows, composes, sends, and notes
//! how it went.

mod about;
mod account;
mod compose;
mod content;
mod courier;
mod digest;
mod ended;
mod failure;
mod inert;
mod layout;
mod mailbox;
mod message;
mod owner;
mod prepare;
mod renewal;
mod running;
mod sign_up;
mod slow_domains;
mod smtp;
mod worker;

pub(crate) use account::{ACCOUNT_DISABLED, brings_a_link};
pub use compose::{Mail, compose, compose_for_address};
pub use courier::{Courier, Misconfigured};
pub use digest::{Digest, compose_digest};
pub use mailbox::{find_mail, read_mailbox};
pub(crate) use owner::{OWNER_CHANGED, OwnerNews};
pub(crate) use renewal::{RENEWAL, RenewalNews};
pub use worker::Worker;

pub use crate::store::{Failure, FailureKind};
