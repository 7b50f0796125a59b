//! The rules of Countersign: who may hand over which contact role, with whose agreement.
//!
//! Pure: no IO, no async, no clock, no randomness. Time, random bytes and ids are arguments, so the
//! browser's form and the server judge by the same code and every rule is tested without a database.

mod email;
mod field;
#[cfg(test)]
mod fuzz;
mod handle;
mod idempotency;
mod initials;
mod notice;
mod outcome;
mod owner;
mod plan;
mod problem;
mod renewal;
mod request;
mod role;
mod service;
mod state;
mod string_enum;
mod text;
mod time;
mod token;
pub mod view;
mod visibility;

pub use email::EmailAddress;
pub use field::{Field, FieldProblem, Wrong};
pub use handle::{Handle, Suffix};
pub use idempotency::IdempotencyKey;
pub use notice::{Event, Notice, is_unsolicited, notices};
pub use outcome::Decided;
pub use owner::{Country, Owner, OwnerField, PhoneNumber, PostalAddress, PostalCode, Street, TypedOwner};
pub use plan::{Draft, Scope, Standing, Wishes, plan};
pub use problem::{MAX_BLOCKED, Problem};
pub use renewal::{DueRenewal, RenewalDays};
pub use request::{Accepted, Complete, Decision, Grounds, Held, Request, RequestId, State};
pub use role::{Contacts, Role, Roles};
pub use service::{Category, InvoiceNumber, ServiceId, ServiceName, Status};
pub use state::{AbortReason, StateName};
pub use text::{Line, Note, PersonName};
pub use time::{DAY, HOUR, MINUTE, SECOND, Timestamp};
pub use token::{TOKEN_LENGTH, Token};
pub use visibility::Reader;
