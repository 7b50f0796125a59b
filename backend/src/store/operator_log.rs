//! The operator log: what operators and the system did to customers' things, by whom and why. Each line's seal covers the line and the
//! seal of the line before, as in history: whoever changes or removes a line breaks the chain from there on.

use countersign_domain::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Db, Tx, on_db, on_tx, run};
use crate::{
    act::Act,
    error::{Error, Result},
};

/// A line of the operator log, as its seal covers it: the SHA-256 of this as JSON, in this order, without spaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorEntry {
    /// Rises from line to line.
    pub number: i64,
    /// When. Unix milliseconds, UTC.
    pub at: i64,
    /// `operator` or `system`.
    pub kind: String,
    /// The operator's name, or that of the system's job.
    pub who: String,
    /// What was done, as the command line names it: `account rename`.
    pub act: String,
    /// What it was done to: a customer ID, the number of a request, the ID of a mail, or all mails that wait.
    pub subject: String,
    /// The customer whose things it concerned.
    pub customer: Option<String>,
    /// Why.
    pub reason: String,
    /// From where.
    pub origin: String,
    /// The seal of the line before; empty for the first that has one.
    pub previous: String,
}

/// A line and its seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedEntry {
    /// What it tells.
    #[serde(flatten)]
    pub entry: OperatorEntry,
    /// Its seal, in hexadecimal digits; empty if it is older than seals.
    pub hash: String,
}

impl OperatorEntry {
    /// The seal that it should have.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn seal(&self) -> Result<String> {
        let text = serde_json::to_vec(self).map_err(|error| Error::Internal(format!("the operator log: {error}")))?;
        Ok(Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    at: i64,
    kind: String,
    who: String,
    act: String,
    subject: String,
    customer: Option<String>,
    reason: String,
    origin: String,
    hash: Option<String>,
}

impl Row {
    fn sealed(self, previous: &mut String) -> SealedEntry {
        let Self { number, at, kind, who, act, subject, customer, reason, origin, hash } = self;
        let hash = hash.unwrap_or_default();
        let previous = std::mem::replace(previous, hash.clone());
        SealedEntry {
            entry: OperatorEntry { number, at, kind, who, act, subject, customer, reason, origin, previous },
            hash,
        }
    }
}

impl Db {
    /// The last `limit` lines of the operator log, newest first; those of the system too, if asked for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn operator_log(&self, limit: i64, with_system: bool) -> Result<Vec<OperatorEntry>> {
        const SQL: &str = "SELECT number, at, kind, who, act, subject, customer, reason, origin, hash FROM operator_log
             WHERE kind = 'operator' OR $2 ORDER BY number DESC LIMIT $1";
        let rows: Vec<Row> = on_db!(self, |c| sqlx::query_as(SQL).bind(limit).bind(with_system).fetch_all(c).await)?;
        Ok(rows.into_iter().map(|row| row.sealed(&mut String::new()).entry).collect())
    }
}

impl Tx {
    /// Adds a line to the operator log. It belongs in the transaction that does what it tells, and comes last in it: until the commit,
    /// no other line can be added.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn log_act(&mut self, act: &Act, now: Timestamp) -> Result<()> {
        const LAST: &str = "SELECT hash FROM operator_log ORDER BY number DESC LIMIT 1";
        const ADD: &str = "INSERT INTO operator_log (at, kind, who, act, subject, customer, reason, origin)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING number";
        const SEAL: &str = "UPDATE operator_log SET hash = $2 WHERE number = $1";
        // Two at once would both follow the same line.
        self.queue("operator log").await?;
        let last: Option<Option<String>> = on_tx!(self, |c| sqlx::query_scalar(LAST).fetch_optional(c).await)?;
        let number: i64 = on_tx!(self, |c| sqlx::query_scalar(ADD)
            .bind(now.0)
            .bind(act.kind)
            .bind(&act.who)
            .bind(act.act)
            .bind(&act.subject)
            .bind(&act.customer)
            .bind(&act.reason)
            .bind(&act.origin)
            .fetch_one(c)
            .await)?;
        let entry = OperatorEntry {
            number,
            at: now.0,
            kind: act.kind.to_owned(),
            who: act.who.clone(),
            act: act.act.to_owned(),
            subject: act.subject.clone(),
            customer: act.customer.clone(),
            reason: act.reason.clone(),
            origin: act.origin.clone(),
            previous: last.flatten().unwrap_or_default(),
        };
        run!(self, SEAL, number, entry.seal()?)?;
        Ok(())
    }

    /// Up to `limit` lines after the number `after`, oldest first, with their seals. `previous` is the seal of the line before, and
    /// becomes that of the last one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn operator_log_after(
        &mut self,
        after: i64,
        previous: &mut String,
        limit: i32,
    ) -> Result<Vec<SealedEntry>> {
        const SQL: &str = "SELECT number, at, kind, who, act, subject, customer, reason, origin, hash FROM operator_log
             WHERE number > $1 ORDER BY number LIMIT $2";
        let rows: Vec<Row> = on_tx!(self, |c| sqlx::query_as(SQL).bind(after).bind(limit).fetch_all(c).await)?;
        Ok(rows.into_iter().map(|row| row.sealed(previous)).collect())
    }
}
