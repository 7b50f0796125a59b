//! The use cases: load, decide (in `domain`), save state, history and mails to send in one transaction.

mod audit;
mod blocks;
mod decide;
mod jobs;
mod limits;
mod link_mails;
mod login;
mod mails;
mod name;
mod opening;
mod operator;
mod outbox;
mod owner;
mod password_choice;
mod passwords;
mod profile;
mod recovery;
mod renewals;
mod requests;
mod services;
mod sign_in;
mod sign_up;
mod submit;

use std::{future::Future, pin::pin, sync::Arc};

pub use audit::{Audit, Fault, Finding, Seals};
use countersign_domain::{Handle, Timestamp, view::Me};
pub use operator::{AccountNames, NewAccount, NewService, ServiceUpdate};
pub use outbox::{Outbox, Retried};
pub use password_choice::{PasswordChoice, SignedIn};
pub use passwords::ChosenPassword;
pub use recovery::Voided;
pub use sign_in::{NamedLogin, SignIn};
pub use sign_up::SignUp;
pub use submit::Submission;

use crate::{
    Settings,
    ambient::Clock,
    error::Result,
    live::Live,
    store::{Account, Db, Ear},
};

/// The back end of one process.
#[derive(Clone, Debug)]
pub struct Backend(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    db: Db,
    clock: Clock,
    settings: Settings,
    live: Live,
}

/// A signed-in, active account: the permission from which every use case of a customer hangs.
#[derive(Clone, Debug)]
pub struct Actor {
    backend: Backend,
    account: Account,
}

impl Backend {
    /// A back end over `db`.
    #[must_use]
    pub fn new(db: Db, clock: Clock, settings: Settings) -> Self {
        let live = match &db {
            Db::Sqlite { live, .. } => live.clone(),
            // Postgres passes on what is committed here, too.
            Db::Postgres { .. } => Live::default(),
        };
        Self(Arc::new(Inner { db, clock, settings, live }))
    }

    /// The store.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// What the operator has set.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Acts as the account of a session; `None` when it is gone or disabled, or must choose a password first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn act_as(&self, id: &Handle) -> Result<Option<Actor>> {
        Ok(match self.signed_in(id).await? {
            SignedIn::Actor(actor) => Some(actor),
            SignedIn::Nobody | SignedIn::MustChoose(_) => None,
        })
    }

    /// Who is told of what changes.
    #[must_use]
    pub fn live(&self) -> &Live {
        &self.0.live
    }

    /// Tells the streams of this process what an ear hears, until `shutdown` is ready.
    pub async fn listen(&self, ear: Ear, shutdown: impl Future<Output = ()>) {
        tokio::select! {
            never = self.db().listen(ear, self.live()) => match never {},
            () = pin!(shutdown) => {}
        }
    }

    /// Waits until this process owes new mails.
    pub async fn outbox_woken(&self) {
        self.0.db.mails().notified().await;
    }
}

impl Actor {
    /// The account.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.account
    }

    const fn id(&self) -> &Handle {
        &self.account.id
    }

    /// What every page shows of the account: who it is, and what waits for it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn me(&self) -> Result<Me> {
        let account = &self.account;
        let (to_decide, waiting) =
            self.backend.db().waiting_counts(&account.id, account.created_after_request, self.backend.now()).await?;
        Ok(Me {
            id: account.id.clone(),
            name: account.name.clone(),
            to_decide: i32::try_from(to_decide).unwrap_or(i32::MAX),
            waiting: i32::try_from(waiting).unwrap_or(i32::MAX),
            suffix: self.backend.settings().suffix.clone(),
        })
    }
}
