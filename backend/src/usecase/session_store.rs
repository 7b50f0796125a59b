//! Sessions as they are stored, and what probes ask: of nobody's things.

use countersign_domain::{Handle, Timestamp};

use crate::{error::Result, process::Backend};

/// A session to be stored.
#[derive(Clone, Copy, Debug)]
pub struct SessionRow<'a> {
    /// Its id, which is stored as a hash.
    pub id: &'a [u8],
    /// The account that is signed in.
    pub account: Option<&'a Handle>,
    /// What it holds, as JSON.
    pub data: &'a str,
    /// When it ends if it is not used.
    pub expires_at: Timestamp,
}

impl Backend {
    /// What a session holds, and when it ends; `None` when it is over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn session(&self, id: &[u8]) -> Result<Option<(String, Timestamp)>> {
        self.db().session(id, self.now(), self.settings().session_lifetime).await
    }

    /// Stores a new session; `false` when its id is taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_session(&self, row: &SessionRow<'_>) -> Result<bool> {
        let mut tx = self.db().begin_unlocked().await?;
        let stored = tx.insert_session(row.id, row.account, row.data, self.now(), row.expires_at).await?;
        tx.commit().await?;
        Ok(stored)
    }

    /// Stores what a session holds now. One that is gone stays gone.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn update_session(&self, row: &SessionRow<'_>) -> Result<()> {
        let mut tx = self.db().begin_unlocked().await?;
        tx.update_session(row.id, row.account, row.data, row.expires_at, self.settings().session_lifetime).await?;
        tx.commit().await
    }

    /// Removes a session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_session(&self, id: &[u8]) -> Result<()> {
        let mut tx = self.db().begin_unlocked().await?;
        tx.delete_session(id).await?;
        tx.commit().await
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        self.db().ping().await
    }

    /// Whether the database can be written.
    ///
    /// # Errors
    /// When it is read-only or held by somebody else, or the disk is full.
    pub async fn try_write(&self) -> Result<()> {
        self.db().try_write(self.now()).await
    }
}
