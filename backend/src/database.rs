//! A database as a process opens it: which it is, whether it is up to date, and what is done to it as a whole. What is in it is reached by
//! principals alone.

use std::path::Path;

use countersign_domain::Suffix;

use crate::{
    error::Result,
    secret_key::SecretKey,
    store::{Alone, Db, Ear, Installation, Tables, Unsuitable},
};

/// A database of either engine; as cheap to copy as a reference.
#[derive(Clone, Debug)]
pub struct Database(pub(crate) Db);

impl From<Db> for Database {
    fn from(db: Db) -> Self {
        Self(db)
    }
}

impl Database {
    /// Connects to `sqlite://path`, creating the file for this user alone, or to `postgres://…`.
    ///
    /// # Errors
    /// When the address is of no known kind or the database cannot be reached.
    pub async fn connect(url: &str) -> Result<Self> {
        Ok(Self(Db::connect(url).await?))
    }

    /// Connects to read alone. An embedded database must be there.
    ///
    /// # Errors
    /// When the address is of no known kind or the database cannot be reached.
    pub async fn connect_to_look(url: &str) -> Result<Self> {
        Ok(Self(Db::connect_to_look(url).await?))
    }

    /// For serving: on Postgres, connections that wait neither for a lock nor for a statement for ever.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn into_bounded(self) -> Result<Self> {
        Ok(Self(self.0.into_bounded().await?))
    }

    /// Brings the tables up to date.
    ///
    /// # Errors
    /// When a migration fails, or the database is newer than this program.
    pub async fn migrate(&self) -> Result<()> {
        self.0.migrate().await
    }

    /// Whether its tables are those that this program knows.
    ///
    /// # Errors
    /// When the database fails, or is none.
    pub async fn tables(&self) -> Result<Tables> {
        self.0.tables().await
    }

    /// What this database is; `None` before its first start.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn installation(&self) -> Result<Option<Installation>> {
        self.0.installation().await
    }

    /// What this database is, once it is sure that it may be used with this ending of customer IDs and as a demo or not. The first
    /// start decides; a database without any account may become a demo's later.
    ///
    /// # Errors
    /// [`Unsuitable`] says what does not fit.
    pub async fn identify(&self, suffix: Option<&Suffix>, demo: bool) -> Result<Installation, Unsuitable> {
        self.0.identify(suffix, demo).await
    }

    /// The installation's key, as a shared database holds it; made at the first call.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn secret_key(&self) -> Result<SecretKey> {
        self.0.secret_key().await
    }

    /// Begins to listen for what other processes commit, on a connection of its own.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ear(&self) -> Result<Ear> {
        self.0.ear().await
    }

    /// Makes sure that no server uses the database, and that none begins to; `None` when one does.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_alone(&self) -> Result<Option<Alone>> {
        self.0.take_alone().await
    }

    /// Copies an embedded database to `file`.
    ///
    /// # Errors
    /// When the database fails, or is not embedded.
    pub async fn back_up(&self, file: &Path) -> Result<()> {
        self.0.back_up(file).await
    }

    /// Closes every connection, after those in use are done.
    pub async fn close(&self) {
        self.0.close().await;
    }
}
