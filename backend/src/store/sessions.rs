//! Sessions: kept under the SHA-256 of their id, so that a dump of the database signs nobody in. When one ends, its account is
//! told: each of its streams looks whether its session is still there.

use countersign_domain::{Handle, Timestamp};

use sha2::{Digest, Sha256};

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::Result;

fn hash(id: &[u8]) -> Vec<u8> {
    Sha256::digest(id).to_vec()
}

/// What the session with this id is called where it is not to be revealed: in the list of its account's sessions.
#[must_use]
pub fn session_key(id: &[u8]) -> String {
    hash(id).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A stored session.
#[derive(Clone, Debug)]
pub struct StoredSession {
    /// Its [`session_key`].
    pub key: String,
    /// Its data, as they were stored.
    pub data: String,
    /// When it was stored first.
    pub created_at: Timestamp,
}

impl Db {
    /// The sessions of an account that have time left, and are younger than `lifetime` milliseconds.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sessions_of(&self, account: &Handle, now: Timestamp, lifetime: i64) -> Result<Vec<StoredSession>> {
        const SQL: &str = "SELECT id_hash, data, created_at FROM sessions
             WHERE account = $1 AND expires_at > $2 AND created_at + $3 > $2";
        let rows: Vec<(Vec<u8>, String, i64)> =
            on_db!(self, |c| sqlx::query_as(SQL).bind(account.as_str()).bind(now.0).bind(lifetime).fetch_all(c).await)?;
        let stored = |(hash, data, created_at): (Vec<u8>, String, i64)| StoredSession {
            key: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            data,
            created_at: Timestamp(created_at),
        };
        Ok(rows.into_iter().map(stored).collect())
    }

    /// The data of a session that has time left, and when it ends. One that has lasted `lifetime` milliseconds is over, even if it
    /// was stored when the setting was another.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn session(&self, id: &[u8], now: Timestamp, lifetime: i64) -> Result<Option<(String, Timestamp)>> {
        const SQL: &str = "SELECT data, CASE WHEN expires_at < created_at + $3 THEN expires_at ELSE created_at + $3 END
             FROM sessions WHERE id_hash = $1 AND expires_at > $2 AND created_at + $3 > $2";
        let row: Option<(String, i64)> =
            on_db!(self, |c| sqlx::query_as(SQL).bind(hash(id)).bind(now.0).bind(lifetime).fetch_optional(c).await)?;
        Ok(row.map(|(data, expires_at)| (data, Timestamp(expires_at))))
    }
}

/// The hash that a key spells.
fn bytes(key: &str) -> Option<Vec<u8>> {
    let digits = key.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    digits.collect()
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

    /// Changes a session's data, and when it ends: at `expires_at`, but no later than `lifetime` milliseconds after it was stored first.
    /// One that was ended meanwhile stays ended.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn update_session(
        &mut self,
        id: &[u8],
        account: Option<&Handle>,
        data: &str,
        expires_at: Timestamp,
        lifetime: i64,
    ) -> Result<()> {
        const SQL: &str = "UPDATE sessions SET account = $2, data = $3,
                 expires_at = CASE WHEN $4 < created_at + $5 THEN $4 ELSE created_at + $5 END
             WHERE id_hash = $1";
        run!(self, SQL, hash(id), account.map(Handle::as_str), data, expires_at.0, lifetime)?;
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
            self.mark_account(&account.try_into()?);
        }
        Ok(())
    }

    /// Ends every session of an account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_sessions_of(&mut self, account: &Handle) -> Result<()> {
        run!(self, "DELETE FROM sessions WHERE account = $1", account.as_str())?;
        self.mark_account(account);
        Ok(())
    }

    /// Ends those sessions of an account that have one of these keys; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_sessions(&mut self, account: &Handle, keys: &[String]) -> Result<u64> {
        let mut ended = 0;
        for key in keys {
            let Some(hash) = bytes(key) else { continue };
            ended += run!(self, "DELETE FROM sessions WHERE account = $1 AND id_hash = $2", account.as_str(), hash)?;
        }
        if ended > 0 {
            self.mark_account(account);
        }
        Ok(ended)
    }

    /// Removes the sessions whose time is over; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_old_sessions(&mut self, now: Timestamp) -> Result<u64> {
        Ok(run!(self, "DELETE FROM sessions WHERE expires_at <= $1", now.0)?)
    }
}
