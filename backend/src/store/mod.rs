//! The store: SQL once for both engines.
//!
//! [`Db`] reads; [`Tx`] is one writing transaction. The statements are the same text for SQLite and Postgres
//! (`$1`, `RETURNING`, `ON CONFLICT`, row values); the macros expand a body for each engine, so a statement is
//! checked against the types of both. Where there is no common form, an arm says so.
//!
//! # Lock order
//! SQLite has one writer. On Postgres every transaction takes its locks in this order, so that no two wait for each other:
//!
//! 1. services, by key ([`Tx::lock_services`], [`Tx::lock_contacts`]). The lock of a service guards its contacts and every
//!    request that changes it: whoever decides, cancels, supersedes or expires a request has locked all its services first.
//! 2. accounts, by customer ID: [`Tx::hold_accounts`] for those who rely on an address, on debts, on whom an account has blocked, or on
//!    an account being active (shared), [`Tx::lock_account`] for those who change them.
//! 3. codes, links, sessions and mails.
//! 4. at the commit, the unsolicited mails to each customer, by customer ID (`digests`).

mod accounts;
mod blocks;
mod bundled;
mod changes;
mod codes;
mod commit;
mod db;
mod decisions;
mod digests;
mod failure;
mod history;
mod installation;
mod invoices;
mod limits;
mod links;
mod listen;
mod listings;
mod looking;
mod mail_timeline;
mod operator_log;
mod outbox;
mod outbox_list;
mod outbox_pause;
mod outbox_times;
mod owners;
mod private_file;
mod readiness;
mod recovery;
mod renewals;
mod requests;
mod seals;
mod secret_keys;
mod service_list;
mod services;
mod sessions;
mod sign_ups;
mod sql;
mod visibility;

pub use accounts::{Account, Inserted};
pub use bundled::Bundled;
pub use codes::MAX_TRIES;
pub(crate) use db::is_unique_violation;
pub use db::{Db, Tx, Writing};
pub use failure::{Failure, FailureKind};
pub use history::Change;
pub use installation::{Installation, Unsuitable};
pub use limits::Recent;
pub use links::{Link, NewLink, Purpose};
pub use listen::{Alone, Ear};
pub use looking::Tables;
pub use operator_log::{OperatorEntry, SealedEntry};
pub use outbox::{MailRow, MailState, NewMail, Recipient};
pub use outbox_list::{ListedMail, RetriedMail};
pub(crate) use outbox_pause::pause_after;
pub use outbox_pause::{Pause, Stopped};
pub use owners::OwnerChange;
pub use private_file::make_private;
pub use recovery::{detach, is_sound};
pub use requests::{NewRequest, RequestFacts, RequestFilter, RequestSearch};
pub use seals::{Misfit, Named, Sealed};
pub use sessions::{StoredSession, session_key};
pub use sign_ups::{PendingAccount, WaitingSignUp};
pub(crate) use sql::{on_db, on_tx, run};
/// What only tests and measurements name.
#[cfg(feature = "testing")]
pub use {
    bundled::DeadBundled,
    codes::CodeRow,
    links::LinkMails,
    outbox_pause::Paused,
    owners::{FieldChange, StoredOwner},
    renewals::Expiring,
    seals::{Acceptance, Line},
    service_list::Bounds,
};
