//! Sessions: kept under the SHA-256 of their id, so that a dump of the database signs nobody in. When one ends, its account is
//! told: each of its streams looks whether its session is still there.

use countersign_domain::{Handle, Timestamp};

use sha2::{Digest, Sha256};

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::Result;

fn hash(id: &[u8]) -> Vec<u8> {
    Sha256::digest(id).to_vec()
}

impl Db {
    /// The data of a session that has time left.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn session(&self, id: &[u8], now: Timestamp) -> Result<Option<(String, Timestamp)>> {
        const SQL: &str = "SELECT data, expires_at FROM sessions WHERE id_hash = $1 AND expires_at > $2";
        let row: Option<(String, i64)> =
            on_db!(self, |c| sqlx::query_as(SQL).bind(hash(id)).bind(now.0).fetch_optional(c).await)?;
        Ok(row.map(|(data, expires_at)| (data, Timestamp(expires_at))))
    }
}

impl Tx {
    /// Stores a new session; `false` when its id is taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_session(
        &mut self,
        id: &[u8],
        account: Option<&Handle>,
        data: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<bool> {
        const SQL: &str = "INSERT INTO sessions (id_hash, account, data, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id_hash) DO NOTHING";
        let account = account.map(Handle::as_str);
        Ok(run!(self, SQL, hash(id), account, data, now.0, expires_at.0)? == 1)
    }

    /// Changes a session's data. One that was ended meanwhile stays ended.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn update_session(
        &mut self,
        id: &[u8],
        account: Option<&Handle>,
        data: &str,
        expires_at: Timestamp,
    ) -> Result<()> {
        const SQL: &str = "UPDATE sessions SET account = $2, data = $3, expires_at = $4 WHERE id_hash = $1";
        run!(self, SQL, hash(id), account.map(Handle::as_str), data, expires_at.0)?;
        Ok(())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_session(&mut self, id: &[u8]) -> Result<()> {
        const SQL: &str = "DELETE FROM sessions WHERE id_hash = $1 RETURNING account";
        let account: Option<Option<String>> =
            on_tx!(self, |c| sqlx::query_scalar(SQL).bind(hash(id)).fetch_optional(c).await)?;
        if let Some(account) = account.flatten() {
            self.touch(&account.try_into()?);
        }
        Ok(())
    }

    /// Ends every session of an account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_sessions_of(&mut self, account: &Handle) -> Result<()> {
        run!(self, "DELETE FROM sessions WHERE account = $1", account.as_str())?;
        self.touch(account);
        Ok(())
    }

    /// Removes the sessions whose time is over; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_old_sessions(&mut self, now: Timestamp) -> Result<u64> {
        Ok(run!(self, "DELETE FROM sessions WHERE expires_at <= $1", now.0)?)
    }
}
