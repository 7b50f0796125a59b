//! The seals of history: the hash of each line covers what it tells, who asked and accepted, and the hash of the line before.
//! Whoever changes, removes or inserts one breaks the chain from there on.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use countersign_domain::{RequestId, ServiceId};

use super::{Db, Tx, on_tx, run};
use crate::error::{Error, Result};

/// Services that are sealed in one transaction.
const BATCH: i32 = 100;

/// What a line of history tells, as its seal covers it: the SHA-256 of this as JSON, in this order, without spaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The service.
    pub service: ServiceId,
    /// Counts from 1 without a gap for each service.
    pub position: i32,
    /// When. Unix milliseconds, UTC.
    pub at: i64,
    /// The role.
    pub role: String,
    /// Who held it before; nobody when the service was added.
    pub from: Option<String>,
    /// Who holds it from then on.
    pub to: String,
    /// The request that brought it about.
    pub request: Option<RequestId>,
    /// Who asked for it.
    pub asked_by: Option<String>,
    /// Who accepted, in the order of time.
    pub accepted: Vec<Acceptance>,
    /// The seal of the line before; empty for the first.
    pub previous: String,
}

/// Somebody's acceptance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Acceptance {
    /// When. Unix milliseconds, UTC.
    pub at: i64,
    /// Whose.
    pub who: String,
}

/// A line and its seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// What it tells.
    #[serde(flatten)]
    pub line: Line,
    /// Its seal, in hexadecimal digits; empty if it has none.
    pub hash: String,
}

impl Line {
    /// The seal that it should have.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn seal(&self) -> Result<String> {
        let text = serde_json::to_vec(self).map_err(|error| Error::Internal(format!("a line of history: {error}")))?;
        Ok(Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    position: i32,
    at: i64,
    role: String,
    from_account: Option<String>,
    to_account: String,
    request_id: Option<i64>,
    hash: Option<String>,
    asked_by: Option<String>,
    accepted: Option<String>,
}

/// The lines of the service `$1`, but for those before position `$2`.
const LINES: &str = "SELECT h.position, h.at, h.role, h.from_account, h.to_account, h.request_id, h.hash, r.asked_by,
        (SELECT string_agg(CAST(d.decided_at AS TEXT) || ' ' || d.account, ',') FROM decisions d
         WHERE d.request_id = h.request_id AND d.decision = 'accept') AS accepted
     FROM history h LEFT JOIN requests r ON r.id = h.request_id
     WHERE h.service_id = $1 AND h.position >= $2 ORDER BY h.position";

/// The rows as lines. The first is preceded by the seal `previous`.
fn sealed(service: ServiceId, mut previous: String, rows: Vec<Row>) -> Vec<Sealed> {
    let acceptance = |text: &str| {
        let (at, who) = text.split_once(' ')?;
        Some(Acceptance { at: at.parse().ok()?, who: who.to_owned() })
    };
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let list = row.accepted.unwrap_or_default();
        let mut accepted: Vec<_> = list.split(',').filter_map(acceptance).collect();
        accepted.sort();
        let hash = row.hash.unwrap_or_default();
        let line = Line {
            service,
            position: row.position,
            at: row.at,
            role: row.role,
            from: row.from_account,
            to: row.to_account,
            request: row.request_id,
            asked_by: row.asked_by,
            accepted,
            previous: std::mem::replace(&mut previous, hash.clone()),
        };
        lines.push(Sealed { line, hash });
    }
    lines
}

/// A service as the audit names it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Named {
    /// Its key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub category: String,
}

/// A line of history and a request that do not fit each other.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Misfit {
    /// The request.
    pub request_id: RequestId,
    /// The service.
    pub service_id: Uuid,
    /// The role.
    pub role: String,
}

impl Db {
    /// Seals the histories that were begun before there were seals. One that has a seal is left as it is: what lacks in it
    /// was taken away.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn seal_old_histories(&self) -> Result<()> {
        const SQL: &str = "SELECT DISTINCT h.service_id FROM history h WHERE h.hash IS NULL AND NOT EXISTS (
                 SELECT 1 FROM history s WHERE s.service_id = h.service_id AND s.hash IS NOT NULL)
             ORDER BY h.service_id LIMIT $1";
        loop {
            let mut tx = self.begin().await?;
            let services: Vec<Uuid> = on_tx!(&mut tx, |c| sqlx::query_scalar(SQL).bind(BATCH).fetch_all(c).await)?;
            if services.is_empty() {
                return Ok(());
            }
            for service in services {
                tx.lock_contacts(service).await?;
                // Another process may have been quicker.
                if tx.sealed_history(service).await?.iter().all(|line| line.hash.is_empty()) {
                    tx.seal_from(service, 1).await?;
                }
            }
            tx.commit().await?;
        }
    }
}

impl Tx {
    /// The lines of a service's history with their seals, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sealed_history(&mut self, service: ServiceId) -> Result<Vec<Sealed>> {
        let rows = on_tx!(self, |c| sqlx::query_as(LINES).bind(service).bind(1_i32).fetch_all(c).await)?;
        Ok(sealed(service, String::new(), rows))
    }

    /// Up to `limit` services after the one with the key `after`, in the order of their keys.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn services_after(&mut self, after: Option<ServiceId>, limit: i32) -> Result<Vec<Named>> {
        const SQL: &str = "SELECT id, name, category FROM services WHERE id > $1 ORDER BY id LIMIT $2";
        let after = after.unwrap_or(Uuid::nil());
        Ok(on_tx!(self, |c| sqlx::query_as(SQL).bind(after).bind(limit).fetch_all(c).await)?)
    }

    /// Changes of requests that are done and that no line of history tells; and lines that tell of a request that is not done.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn history_misfits(&mut self) -> Result<(Vec<Misfit>, Vec<Misfit>)> {
        const UNTOLD: &str = "SELECT rr.request_id, rr.service_id, rr.role
             FROM request_roles rr JOIN requests r ON r.id = rr.request_id
             WHERE r.state = 'done' AND NOT EXISTS (
                 SELECT 1 FROM history h
                 WHERE h.service_id = rr.service_id AND h.request_id = rr.request_id AND h.role = rr.role)
             ORDER BY rr.request_id";
        const UNDONE: &str = "SELECT h.request_id, h.service_id, h.role
             FROM history h JOIN requests r ON r.id = h.request_id WHERE r.state <> 'done' ORDER BY h.request_id";
        let untold = on_tx!(self, |c| sqlx::query_as(UNTOLD).fetch_all(c).await)?;
        let undone = on_tx!(self, |c| sqlx::query_as(UNDONE).fetch_all(c).await)?;
        Ok((untold, undone))
    }

    /// Seals the lines of a service from a position on. The service's row is locked by the caller.
    pub(super) async fn seal_from(&mut self, service: ServiceId, position: i32) -> Result<()> {
        // With the one before.
        let rows = on_tx!(self, |c| sqlx::query_as(LINES).bind(service).bind(position - 1).fetch_all(c).await)?;
        let mut previous = String::new();
        for Sealed { mut line, hash } in sealed(service, String::new(), rows) {
            if line.position < position {
                previous = hash;
                continue;
            }
            line.previous = previous;
            previous = line.seal()?;
            const SEAL: &str = "UPDATE history SET hash = $3 WHERE service_id = $1 AND position = $2";
            run!(self, SEAL, service, line.position, previous.as_str())?;
        }
        Ok(())
    }
}
