//! How much was done of late, for the limits of asking: requests of one account, in all and to one other, and forms whatever came of
//! them. No limit counts what several accounts do: strangers cannot use it up.
//!
//! Each count waits for whoever counts the same, and holds it until the end of its transaction: of two at once, neither would see
//! what the other is about to add.

use countersign_domain::{Handle, Timestamp};

use super::{Tx, on_tx, run};
use crate::error::Result;

/// What was done of late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recent {
    /// How often.
    pub count: i64,
    /// When first.
    pub first: Option<Timestamp>,
}

impl Tx {
    /// The requests that an account has asked since `since`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn asked_since(&mut self, account: &Handle, since: Timestamp) -> Result<Recent> {
        const SQL: &str = "SELECT COUNT(*), MIN(asked_at) FROM requests WHERE asked_by = $1 AND asked_at > $2";
        self.recent("asks", SQL, account, since).await
    }

    /// The requests that an account has asked of another, or of an ID that is nobody's, since `since`. Those of several are counted in
    /// one order by everyone.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn asked_of_since(&mut self, account: &Handle, of: &Handle, since: Timestamp) -> Result<Recent> {
        const SQL: &str = "SELECT COUNT(*), MIN(asked_at) FROM requests
             WHERE asked_by = $1 AND asked_at > $2 AND to_account = $3";
        self.queue(&format!("{account} asks {of}")).await?;
        let (count, first): (i64, Option<i64>) = on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(account.as_str())
            .bind(since.0)
            .bind(of.as_str())
            .fetch_one(c)
            .await)?;
        Ok(Recent { count, first: first.map(Timestamp) })
    }

    /// The forms that an account has sent since `since`, whatever came of them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn attempts_since(&mut self, account: &Handle, since: Timestamp) -> Result<Recent> {
        const SQL: &str = "SELECT COUNT(*), MIN(at) FROM attempts WHERE account = $1 AND at > $2";
        self.recent("tries", SQL, account, since).await
    }

    /// Notes that an account has sent a form.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_attempt(&mut self, account: &Handle, now: Timestamp) -> Result<()> {
        run!(self, "INSERT INTO attempts (account, at) VALUES ($1, $2)", account.as_str(), now.0)?;
        Ok(())
    }

    /// Removes the forms that were sent by `before`; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_old_attempts(&mut self, before: Timestamp) -> Result<u64> {
        Ok(run!(self, "DELETE FROM attempts WHERE at <= $1", before.0)?)
    }

    async fn recent(&mut self, what: &str, sql: &'static str, account: &Handle, since: Timestamp) -> Result<Recent> {
        self.queue(&format!("{what} {account}")).await?;
        let (count, first): (i64, Option<i64>) =
            on_tx!(self, |c| sqlx::query_as(sql).bind(account.as_str()).bind(since.0).fetch_one(c).await)?;
        Ok(Recent { count, first: first.map(Timestamp) })
    }
}
