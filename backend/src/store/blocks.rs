//! Which customers an account has blocked, and the requests that are hidden from it because of that.

use countersign_domain::{Handle, RequestId, Timestamp, view::BlockedCustomer};

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::Result;

impl Db {
    /// The customers that an account has blocked, the last one first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn blocked_by(&self, account: &Handle) -> Result<Vec<BlockedCustomer>> {
        const SQL: &str = "SELECT blocked, created_at FROM blocks WHERE account = $1 ORDER BY created_at DESC, blocked";
        let rows: Vec<(String, i64)> = on_db!(self, |c| sqlx::query_as(SQL).bind(account.as_str()).fetch_all(c).await)?;
        rows.into_iter()
            .map(|(id, since)| Ok(BlockedCustomer { id: id.try_into()?, since: Timestamp(since) }))
            .collect()
    }

    /// Whether an account has blocked a customer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_blocked(&self, account: &Handle, customer: &Handle) -> Result<bool> {
        const SQL: &str = "SELECT COUNT(*) FROM blocks WHERE account = $1 AND blocked = $2";
        let count: i64 = on_db!(self, |c| sqlx::query_scalar(SQL)
            .bind(account.as_str())
            .bind(customer.as_str())
            .fetch_one(c)
            .await)?;
        Ok(count > 0)
    }
}

impl Tx {
    /// The open requests of `customer` that `account` sees as the new contact and has not accepted, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn requests_to_hide(&mut self, account: &Handle, customer: &Handle) -> Result<Vec<RequestId>> {
        const SQL: &str = "SELECT id FROM requests r
             WHERE r.to_account = $1 AND r.asked_by = $2 AND r.ended_at IS NULL AND NOT r.hidden_from_target
               AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.request_id = r.id AND d.account = $1)
             ORDER BY id";
        Ok(on_tx!(self, |c| sqlx::query_scalar(SQL).bind(account.as_str()).bind(customer.as_str()).fetch_all(c).await)?)
    }

    /// Hides a request from its new contact, and voids the new contact's code. The requester's pages are not told: nothing that they
    /// show has changed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hide_request(&mut self, request: RequestId, account: &Handle) -> Result<()> {
        const SQL: &str = "UPDATE requests SET hidden_from_target = $3 WHERE id = $1 AND to_account = $2";
        run!(self, SQL, request, account.as_str(), true)?;
        self.void_code(request, account).await
    }

    /// How many customers an account has blocked.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_blocked(&mut self, account: &Handle) -> Result<i64> {
        const SQL: &str = "SELECT COUNT(*) FROM blocks WHERE account = $1";
        Ok(on_tx!(self, |c| sqlx::query_scalar(SQL).bind(account.as_str()).fetch_one(c).await)?)
    }

    /// Blocks a customer; `false` when the account had blocked it before. The caller has locked the account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_block(&mut self, account: &Handle, customer: &Handle, now: Timestamp) -> Result<bool> {
        const SQL: &str = "INSERT INTO blocks (account, blocked, created_at) VALUES ($1, $2, $3)
             ON CONFLICT (account, blocked) DO NOTHING";
        let inserted = run!(self, SQL, account.as_str(), customer.as_str(), now.0)? == 1;
        self.mark_account(account);
        Ok(inserted)
    }

    /// Unblocks a customer; `false` when it is not blocked. What is hidden stays hidden.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_block(&mut self, account: &Handle, customer: &Handle) -> Result<bool> {
        const SQL: &str = "DELETE FROM blocks WHERE account = $1 AND blocked = $2";
        let deleted = run!(self, SQL, account.as_str(), customer.as_str())? == 1;
        self.mark_account(account);
        Ok(deleted)
    }
}
