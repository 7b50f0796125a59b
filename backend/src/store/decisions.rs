//! Decisions: one for each party, and how the same press is known again.

use countersign_domain::{Decision, Handle, IdempotencyKey, RequestId, Timestamp};

use super::{Tx, on_tx, run};
use crate::{error::Result, secret::CodeHash};

impl Tx {
    /// Whether this very press was stored: the party's decision, with the code that it used up, under this key.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn was_decided(
        &mut self,
        request: RequestId,
        account: &Handle,
        decision: Decision,
        hash: &CodeHash,
        key: &IdempotencyKey,
    ) -> Result<bool> {
        const SQL: &str = "SELECT COUNT(*) FROM decisions d
             JOIN codes c ON c.request_id = d.request_id AND c.account = d.account AND c.state = 'spent'
             WHERE d.request_id = $1 AND d.account = $2 AND d.decision = $3 AND d.idempotency_key = $4 AND c.hash = $5";
        let count: i64 = on_tx!(self, |c| sqlx::query_scalar(SQL)
            .bind(request)
            .bind(account.as_str())
            .bind(decision.as_str())
            .bind(key.as_str())
            .bind(hash.0.as_slice())
            .fetch_one(c)
            .await)?;
        Ok(count > 0)
    }

    /// Stores a party's decision; `false` when it has decided before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_decision(
        &mut self,
        request: RequestId,
        account: &Handle,
        decision: Decision,
        key: Option<&IdempotencyKey>,
        now: Timestamp,
    ) -> Result<bool> {
        const SQL: &str = "INSERT INTO decisions (request_id, account, decision, idempotency_key, decided_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (request_id, account) DO NOTHING";
        self.mark_request(request);
        let key = key.map(IdempotencyKey::as_str);
        Ok(run!(self, SQL, request, account.as_str(), decision.as_str(), key, now.0)? == 1)
    }
}
