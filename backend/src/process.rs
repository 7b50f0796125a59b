//! The back end of one process: its database, clock and settings.

use std::{future::Future, pin::pin, sync::Arc};

use countersign_domain::Timestamp;

use crate::{
    Settings,
    ambient::Clock,
    database::Database,
    live::Live,
    store::{Db, Ear},
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

impl Backend {
    /// A back end over `db`.
    #[must_use]
    pub fn new(database: impl Into<Database>, clock: Clock, settings: Settings) -> Self {
        let Database(db) = database.into();
        let live = match &db {
            Db::Sqlite { live, .. } => live.clone(),
            // Postgres passes on what is committed here, too.
            Db::Postgres { .. } => Live::default(),
        };
        let db = db.with_mails_at_once(settings.mails_at_once);
        Self(Arc::new(Inner { db, clock, settings, live }))
    }

    /// The store, for tests and measurements alone.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    #[cfg(not(feature = "testing"))]
    pub(crate) fn db(&self) -> &Db {
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
