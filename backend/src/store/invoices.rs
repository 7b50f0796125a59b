//! Invoices: only whether they are paid matters here.

use countersign_domain::{Handle, Timestamp};

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::Result;

const HAS_UNPAID: &str = "SELECT COUNT(*) FROM invoices WHERE account = $1 AND paid_at IS NULL";

impl Db {
    /// The numbers of an account's unpaid invoices, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn unpaid_invoices(&self, account: &Handle) -> Result<Vec<String>> {
        const SQL: &str =
            "SELECT number FROM invoices WHERE account = $1 AND paid_at IS NULL ORDER BY unpaid_since, number";
        Ok(on_db!(self, |c| sqlx::query_scalar(SQL).bind(account.as_str()).fetch_all(c).await)?)
    }

    /// Whether an account has an unpaid invoice.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_unpaid(&self, account: &Handle) -> Result<bool> {
        let count: i64 = on_db!(self, |c| sqlx::query_scalar(HAS_UNPAID).bind(account.as_str()).fetch_one(c).await)?;
        Ok(count > 0)
    }
}

impl Tx {
    /// Whether an account has an unpaid invoice.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_unpaid(&mut self, account: &Handle) -> Result<bool> {
        let count: i64 = on_tx!(self, |c| sqlx::query_scalar(HAS_UNPAID).bind(account.as_str()).fetch_one(c).await)?;
        Ok(count > 0)
    }

    /// Adds an unpaid invoice.
    ///
    /// # Errors
    /// When the number is taken or the account unknown, or the database fails.
    pub async fn insert_invoice(&mut self, number: &str, account: &Handle, at: Timestamp) -> Result<()> {
        run!(
            self,
            "INSERT INTO invoices (number, account, unpaid_since) VALUES ($1, $2, $3)",
            number,
            account.as_str(),
            at.0,
        )?;
        self.mark_account(account);
        Ok(())
    }

    /// Marks an invoice paid, and says whose it was; `None` when there is no such unpaid invoice.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pay_invoice(&mut self, number: &str, at: Timestamp) -> Result<Option<Handle>> {
        const SQL: &str = "UPDATE invoices SET paid_at = $2 WHERE number = $1 AND paid_at IS NULL RETURNING account";
        let account: Option<String> =
            on_tx!(self, |c| sqlx::query_scalar(SQL).bind(number).bind(at.0).fetch_optional(c).await)?;
        let account = account.map(Handle::try_from).transpose()?;
        if let Some(account) = &account {
            self.mark_account(account);
        }
        Ok(account)
    }
}
