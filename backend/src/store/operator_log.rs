//! The operator log: what was done by hand from the command line, by whom and why.

use countersign_domain::{Note, PersonName, Timestamp};

use super::{Db, Tx, on_db, run};
use crate::error::Result;

/// Who acts from the command line, and why. The log keeps both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorAct {
    /// The operator's name.
    pub who: PersonName,
    /// Why it is done.
    pub reason: Note,
}

/// A line of the operator log.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct OperatorEntry {
    /// When. Unix milliseconds, UTC.
    pub at: i64,
    /// The operator's name.
    pub who: String,
    /// What was done, as the command line names it: `account rename`.
    pub act: String,
    /// What it was done to: a customer ID, the number of a request, the ID of a mail, or all mails that wait.
    pub subject: String,
    /// Why.
    pub reason: String,
}

impl Db {
    /// The last `limit` lines of the operator log, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn operator_log(&self, limit: i64) -> Result<Vec<OperatorEntry>> {
        const SQL: &str = "SELECT at, who, act, subject, reason FROM operator_log ORDER BY number DESC LIMIT $1";
        Ok(on_db!(self, |c| sqlx::query_as(SQL).bind(limit).fetch_all(c).await)?)
    }
}

impl Tx {
    /// Adds a line to the operator log. It belongs in the transaction that does what it tells.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn log_operator_act(
        &mut self,
        OperatorAct { who, reason }: &OperatorAct,
        act: &str,
        subject: &str,
        now: Timestamp,
    ) -> Result<()> {
        const SQL: &str = "INSERT INTO operator_log (at, who, act, subject, reason) VALUES ($1, $2, $3, $4, $5)";
        run!(self, SQL, now.0, who.as_str(), act, subject, reason.as_str())?;
        Ok(())
    }
}
