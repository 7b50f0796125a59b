//! The outbox as the operator sees it: what waits or was given up, and having it sent after all. Mails that a digest brings are not
//! seen by themselves.

use countersign_domain::{RequestId, Timestamp};
use uuid::Uuid;

use super::{Db, Tx, on_db, run};
use crate::error::Result;

/// A mail that waits or was given up. It shows neither recipient nor code.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ListedMail {
    /// Its key, which is also in its Message-ID.
    pub id: Uuid,
    /// What it tells.
    pub event: String,
    /// The request that it is about.
    pub request_id: Option<RequestId>,
    /// `pending`, or `dead` when it was given up.
    pub state: String,
    /// Tries that said something about the mail itself.
    pub attempts: i32,
    /// The kind of the last failure: [`super::FailureKind::as_str`].
    pub failure: Option<String>,
    /// When it was owed, in Unix milliseconds.
    pub created_at: i64,
}

/// A mail that the operator wants to be sent after all.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct RetriedMail {
    /// What it tells.
    pub event: String,
    /// The customer ID of whom it is for; empty for an address without an account.
    pub recipient: String,
    /// The request that it is about.
    pub request_id: Option<RequestId>,
    /// Tells the sendings of the same event apart.
    pub generation: i32,
    /// `pending`, `sent`, `dead` or `void`.
    pub state: String,
    /// The account whose act sent it, if it was unsolicited.
    pub prompted_by: Option<String>,
    /// The digest that brings it.
    pub bundle: Option<Uuid>,
}

/// Mails that were given up: not those that were given up with their digest.
macro_rules! dead {
    () => {
        "outbox WHERE state = 'dead'
         AND NOT EXISTS (SELECT 1 FROM outbox d WHERE d.id = outbox.bundle AND d.state = 'dead')"
    };
}

impl Db {
    /// How many mails wait, and how many were given up.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn outbox_counts(&self) -> Result<(i64, i64)> {
        const SQL: &str = concat!(
            "SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'pending' AND bundle IS NULL), (SELECT COUNT(*) FROM ",
            dead!(),
            ")"
        );
        Ok(on_db!(self, |c| sqlx::query_as(SQL).fetch_one(c).await)?)
    }

    /// Up to `limit` mails that wait or were given up, the oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn listed_mails(&self, limit: i64) -> Result<Vec<ListedMail>> {
        // Two selections, because each has an index of its own.
        const SQL: &str = concat!(
            "SELECT id, event, request_id, state, attempts, failure, created_at FROM (
                 SELECT * FROM outbox WHERE state = 'pending' AND bundle IS NULL UNION ALL SELECT * FROM ",
            dead!(),
            ") AS listed ORDER BY created_at, id LIMIT $1"
        );
        Ok(on_db!(self, |c| sqlx::query_as(SQL).bind(limit).fetch_all(c).await)?)
    }

    /// When the oldest mail that waits was owed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn oldest_pending_mail(&self) -> Result<Option<Timestamp>> {
        const SQL: &str = "SELECT MIN(created_at) FROM outbox WHERE state = 'pending' AND bundle IS NULL";
        let oldest: Option<i64> = on_db!(self, |c| sqlx::query_scalar(SQL).fetch_one(c).await)?;
        Ok(oldest.map(Timestamp))
    }

    /// The keys of the mails that were given up, the oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn dead_mails(&self) -> Result<Vec<Uuid>> {
        const SQL: &str = concat!("SELECT id FROM ", dead!(), " ORDER BY created_at, id");
        Ok(on_db!(self, |c| sqlx::query_scalar(SQL).fetch_all(c).await)?)
    }

    /// A mail with this key.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mail_to_retry(&self, id: Uuid) -> Result<Option<RetriedMail>> {
        const SQL: &str =
            "SELECT event, recipient, request_id, generation, state, prompted_by, bundle FROM outbox WHERE id = $1";
        Ok(on_db!(self, |c| sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?)
    }
}

impl Tx {
    /// Has a mail that waits, or was given up, tried at once, as if it had never failed. Whether there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn requeue_mail(&mut self, id: Uuid, now: Timestamp) -> Result<bool> {
        const SQL: &str = "UPDATE outbox SET attempts = CASE WHEN state = 'dead' THEN 0 ELSE attempts END,
             state = 'pending', due_at = $2, sent_at = NULL, failing_since = NULL, unclear_failures = 0
             WHERE id = $1 AND state IN ('pending', 'dead')";
        self.mark_mails();
        Ok(run!(self, SQL, id, now.0)? == 1)
    }

    /// Has all mails that wait tried at once, but for digests that still collect; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn requeue_pending_mails(&mut self, now: Timestamp) -> Result<u64> {
        const SQL: &str = "UPDATE outbox SET due_at = CASE WHEN due_at > $1 THEN $1 ELSE due_at END
             WHERE state = 'pending' AND bundle IS NULL AND NOT collects";
        self.mark_mails();
        Ok(run!(self, SQL, now.0)?)
    }

    /// Ends a mail that was given up, because another one takes its place. Whether it was still given up.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replace_dead_mail(&mut self, id: Uuid) -> Result<bool> {
        const SQL: &str = "UPDATE outbox SET state = 'void', error = 'replaced by a new code', payload = NULL
             WHERE id = $1 AND state = 'dead'";
        Ok(run!(self, SQL, id)? == 1)
    }
}
