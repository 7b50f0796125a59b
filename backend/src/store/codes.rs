//! Validation codes: hashes, tries, and the guarded single use.

use countersign_domain::{Handle, RequestId, Timestamp, view::DeadCode};

use super::{Db, Tx, on_db, on_tx, run};
use crate::{error::Result, secret::CodeHash};

/// Wrong tries after which a code is void.
pub const MAX_TRIES: i32 = 5;

/// A code that a try was counted against.
#[derive(Debug, sqlx::FromRow)]
pub struct CodeRow {
    /// Which sending it came with.
    pub generation: i32,
    /// SHA-256 of the code.
    pub hash: Vec<u8>,
    /// Tries so far, this one included.
    pub tries: i32,
}

impl Db {
    /// Why a code with this hash can no longer be used, if it was sent to this party.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn dead_code(&self, request: RequestId, account: &Handle, hash: &CodeHash) -> Result<Option<DeadCode>> {
        const SQL: &str = "SELECT state FROM codes WHERE request_id = $1 AND account = $2 AND hash = $3";
        let state: Option<String> = on_db!(self, |c| sqlx::query_scalar(SQL)
            .bind(request)
            .bind(account.as_str())
            .bind(hash.0.as_slice())
            .fetch_optional(c)
            .await)?;
        Ok(match state.as_deref() {
            Some("replaced") => Some(DeadCode::Replaced),
            Some("void") => Some(DeadCode::Void),
            _ => None,
        })
    }
}

impl Tx {
    /// Stores a new code; returns its generation. There must be no live one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_code(
        &mut self,
        request: RequestId,
        account: &Handle,
        hash: &CodeHash,
        now: Timestamp,
    ) -> Result<i32> {
        const SQL: &str = "INSERT INTO codes (request_id, account, generation, hash, state, created_at)
             SELECT $1, $2, COALESCE(MAX(generation), 0) + 1, $3, 'live', $4
             FROM codes WHERE request_id = $1 AND account = $2 RETURNING generation";
        Ok(on_tx!(self, |c| sqlx::query_scalar(SQL)
            .bind(request)
            .bind(account.as_str())
            .bind(hash.0.as_slice())
            .bind(now.0)
            .fetch_one(c)
            .await)?)
    }

    /// The generation of the last code that a party was sent.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn newest_code(&mut self, request: RequestId, account: &Handle) -> Result<Option<i32>> {
        const SQL: &str = "SELECT MAX(generation) FROM codes WHERE request_id = $1 AND account = $2";
        Ok(on_tx!(self, |c| sqlx::query_scalar(SQL).bind(request).bind(account.as_str()).fetch_one(c).await)?)
    }

    /// Counts a try against the live code, before anything is compared. `None` when there is no code that may be tried.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_try(&mut self, request: RequestId, account: &Handle) -> Result<Option<CodeRow>> {
        const SQL: &str = "UPDATE codes SET tries = tries + 1
             WHERE request_id = $1 AND account = $2 AND state = 'live' AND tries < $3
             RETURNING generation, hash, tries";
        Ok(on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(request)
            .bind(account.as_str())
            .bind(MAX_TRIES)
            .fetch_optional(c)
            .await)?)
    }

    /// Uses the live code with this hash up; `false` when another was quicker.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn spend_code(&mut self, request: RequestId, account: &Handle, hash: &CodeHash) -> Result<bool> {
        const SQL: &str = "UPDATE codes SET state = 'spent'
             WHERE request_id = $1 AND account = $2 AND hash = $3 AND state = 'live'";
        Ok(run!(self, SQL, request, account.as_str(), hash.0.as_slice())? == 1)
    }

    /// Voids the live code of one party, after too many wrong tries.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn void_code(&mut self, request: RequestId, account: &Handle) -> Result<()> {
        const SQL: &str = "UPDATE codes SET state = 'void' WHERE request_id = $1 AND account = $2 AND state = 'live'";
        run!(self, SQL, request, account.as_str())?;
        self.mark_account(account);
        Ok(())
    }

    /// Marks what one party was sent before as replaced, because a new code follows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replace_codes(&mut self, request: RequestId, account: &Handle) -> Result<()> {
        const SQL: &str = "UPDATE codes SET state = 'replaced'
             WHERE request_id = $1 AND account = $2 AND state IN ('live', 'void')";
        run!(self, SQL, request, account.as_str())?;
        self.mark_account(account);
        Ok(())
    }

    /// Ends every live code of a request that has ended.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn void_codes_of_request(&mut self, request: RequestId) -> Result<()> {
        run!(self, "UPDATE codes SET state = 'void' WHERE request_id = $1 AND state = 'live'", request)?;
        Ok(())
    }

    /// Replaces the live codes that were mailed to the former address of an account, or may have been. A code whose mail no worker has
    /// tried to send yet stays: its mail goes to the new address. The caller has locked the account, so that no code is added meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replace_mailed_codes(&mut self, account: &Handle) -> Result<()> {
        macro_rules! untried {
            ($condition:literal, $lock:literal) => {
                concat!(
                    "SELECT carrier.id FROM outbox mail JOIN outbox carrier ON carrier.id = COALESCE(mail.bundle, mail.id)
                     WHERE mail.recipient = $1 AND mail.event IN ('asked', 'resent') AND mail.state = 'pending'
                     AND carrier.attempts = 0 AND carrier.unclear_failures = 0 AND carrier.lease IS NULL ",
                    $condition,
                    $lock
                )
            };
        }
        const REPLACE: &str = concat!(
            "UPDATE codes SET state = 'replaced' WHERE account = $1 AND state = 'live' AND NOT EXISTS (",
            untried!("AND mail.request_id = codes.request_id AND mail.generation = codes.generation", ""),
            ")"
        );
        if let Self::Postgres(c) = self {
            // No worker leases these mails until the commit.
            let lock = untried!("", "ORDER BY carrier.id FOR UPDATE OF carrier");
            sqlx::query(lock).bind(account.as_str()).execute(&mut **c).await?;
        }
        run!(self, REPLACE, account.as_str())?;
        Ok(())
    }

    /// Whether a code with this hash was replaced by a newer one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn was_replaced(&mut self, request: RequestId, account: &Handle, hash: &CodeHash) -> Result<bool> {
        const SQL: &str = "SELECT COUNT(*) FROM codes
             WHERE request_id = $1 AND account = $2 AND hash = $3 AND state = 'replaced'";
        let count: i64 = on_tx!(self, |c| sqlx::query_scalar(SQL)
            .bind(request)
            .bind(account.as_str())
            .bind(hash.0.as_slice())
            .fetch_one(c)
            .await)?;
        Ok(count > 0)
    }

    /// How many codes one party was sent since `since`, and when the first of those was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn codes_since(
        &mut self,
        request: RequestId,
        account: &Handle,
        since: Timestamp,
    ) -> Result<(i64, Option<Timestamp>)> {
        const SQL: &str = "SELECT COUNT(*), MIN(created_at) FROM codes
             WHERE request_id = $1 AND account = $2 AND created_at > $3";
        let (count, first): (i64, Option<i64>) = on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(request)
            .bind(account.as_str())
            .bind(since.0)
            .fetch_one(c)
            .await)?;
        Ok((count, first.map(Timestamp)))
    }
}
