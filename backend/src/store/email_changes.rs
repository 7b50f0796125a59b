//! New e-mail addresses that wait for their confirmation.

use countersign_domain::{EmailAddress, Handle, Timestamp};
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run};
use crate::{error::Result, secret::CodeHash};

/// A new address that waits.
#[derive(Clone, Debug)]
pub struct EmailChange {
    /// Its key.
    pub id: Uuid,
    /// The new address.
    pub address: EmailAddress,
    /// From when on it cannot be confirmed.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    address: String,
    expires_at: i64,
}

impl TryFrom<Row> for EmailChange {
    type Error = crate::error::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self { id: row.id, address: row.address.try_into()?, expires_at: Timestamp(row.expires_at) })
    }
}

impl Db {
    /// The address that waits for `account`'s confirmation.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn email_change(&self, account: &Handle) -> Result<Option<EmailChange>> {
        const SQL: &str = "SELECT id, address, expires_at FROM email_changes WHERE account = $1 AND state = 'live'";
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(account.as_str()).fetch_optional(c).await)?;
        row.map(EmailChange::try_from).transpose()
    }
}

impl Tx {
    /// Stores a new address that waits; the one that waited before is replaced.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_email_change(
        &mut self,
        account: &Handle,
        change: &EmailChange,
        hash: &CodeHash,
        now: Timestamp,
    ) -> Result<()> {
        if let Self::Postgres(tx) = self {
            // One after the other, or two at once would both find nothing to replace.
            const LOCK: &str = "SELECT handle FROM accounts WHERE handle = $1 FOR NO KEY UPDATE";
            sqlx::query(LOCK).bind(account.as_str()).execute(&mut **tx).await?;
        }
        self.drop_email_change(account).await?;
        run!(
            self,
            "INSERT INTO email_changes (id, account, address, hash, state, created_at, expires_at)
             VALUES ($1, $2, $3, $4, 'live', $5, $6)",
            change.id,
            account.as_str(),
            change.address.as_str(),
            hash.0.as_slice(),
            now.0,
            change.expires_at.0,
        )?;
        self.touch(account);
        Ok(())
    }

    /// Drops the new address that waits, if one does.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_email_change(&mut self, account: &Handle) -> Result<()> {
        const SQL: &str = "UPDATE email_changes SET state = 'replaced' WHERE account = $1 AND state = 'live'";
        if run!(self, SQL, account.as_str())? > 0 {
            self.touch(account);
        }
        Ok(())
    }

    /// Uses the confirmation of `account` with this hash up, if it is live and in time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn spend_email_change(
        &mut self,
        account: &Handle,
        hash: &CodeHash,
        now: Timestamp,
    ) -> Result<Option<EmailChange>> {
        const SQL: &str = "UPDATE email_changes SET state = 'spent'
             WHERE account = $1 AND hash = $2 AND state = 'live' AND expires_at > $3
             RETURNING id, address, expires_at";
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(SQL)
            .bind(account.as_str())
            .bind(hash.0.as_slice())
            .bind(now.0)
            .fetch_optional(c)
            .await)?;
        self.touch(account);
        row.map(EmailChange::try_from).transpose()
    }
}
