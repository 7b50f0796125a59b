//! Links that work once: their hashes, what they are for, and the guarded single use.

use countersign_domain::{EmailAddress, Timestamp};
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run};
use crate::{error::Result, secret::CodeHash};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To confirm the address of a new account.
    SignUp,
    /// To choose a new password.
    PasswordReset,
    /// To choose the first password of an account that the operator created.
    Invite,
    /// To confirm a new address of an account.
    EmailChange,
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignUp => "signUp",
            Self::PasswordReset => "passwordReset",
            Self::Invite => "invite",
            Self::EmailChange => "emailChange",
        }
    }

    /// Whether a newer link replaces the former one of its holder. Not where a stranger's form makes a link, too: it would kill the
    /// one that the owner was mailed.
    const fn is_replaced(self) -> bool {
        matches!(self, Self::Invite | Self::EmailChange)
    }
}

/// A link to be stored.
#[derive(Clone, Debug)]
pub struct NewLink<'a> {
    /// Its key.
    pub id: Uuid,
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is: a customer ID or, before there is one, an e-mail address. Nobody's never works.
    pub holder: Option<&'a str>,
    /// Where it was sent; empty if it was sent nowhere.
    pub address: &'a str,
    /// The network that sent the form; `None` if it is not known, or no stranger can send one.
    pub sender: Option<&'a str>,
    /// When its mail is due; `None` if nobody is mailed.
    pub mailed_at: Option<Timestamp>,
    /// From when on it does not work.
    pub expires_at: Timestamp,
}

/// The mails with a link that forms have brought an address of late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkMails {
    /// How many.
    pub count: i64,
    /// How many of them by forms of the network that was asked for.
    pub from_sender: i64,
    /// When the last is due, which may be in the future.
    pub last_due: Option<Timestamp>,
    /// The same of those whose link was neither used nor replaced.
    pub last_useful: Option<Timestamp>,
}

/// A link that works.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its key.
    pub id: Uuid,
    /// Whose it is: a customer ID or, before there is one, an e-mail address.
    pub holder: String,
    /// Where it was sent.
    pub address: EmailAddress,
    /// From when on it does not work.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    holder: String,
    address: String,
    expires_at: i64,
}

impl TryFrom<Row> for Link {
    type Error = crate::error::Error;
    fn try_from(row: Row) -> Result<Self> {
        let (address, expires_at) = (row.address.try_into()?, Timestamp(row.expires_at));
        Ok(Self { id: row.id, holder: row.holder, address, expires_at })
    }
}

impl Db {
    /// The live link of a holder, whether or not its time is over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn link_of(&self, purpose: Purpose, holder: &str) -> Result<Option<Link>> {
        const SQL: &str = "SELECT id, holder, address, expires_at FROM links
             WHERE purpose = $1 AND holder = $2 AND state = 'live'";
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL)
            .bind(purpose.as_str())
            .bind(holder)
            .fetch_optional(c)
            .await)?;
        row.map(Link::try_from).transpose()
    }

    /// The link with this hash, if it would work now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn working_link(&self, purpose: Purpose, hash: &CodeHash, now: Timestamp) -> Result<Option<Link>> {
        const SQL: &str = "SELECT id, holder, address, expires_at FROM links
             WHERE purpose = $1 AND hash = $2 AND state = 'live' AND expires_at > $3";
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL)
            .bind(purpose.as_str())
            .bind(hash.0.as_slice())
            .bind(now.0)
            .fetch_optional(c)
            .await)?;
        row.map(Link::try_from).transpose()
    }

    /// Whether the link with this hash works now, whatever it is for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_working_link(&self, hash: &CodeHash, now: Timestamp) -> Result<bool> {
        const SQL: &str = "SELECT COUNT(*) FROM links WHERE hash = $1 AND state = 'live' AND expires_at > $2";
        let count: i64 =
            on_db!(self, |c| sqlx::query_scalar(SQL).bind(hash.0.as_slice()).bind(now.0).fetch_one(c).await)?;
        Ok(count > 0)
    }
}

impl Tx {
    /// Waits until no other transaction is at work on what `key` names: a holder or an address. SQLite has one writer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn queue(&mut self, key: &str) -> Result<()> {
        if let Self::Postgres(tx) = self {
            const LOCK: &str = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
            sqlx::query(LOCK).bind(key).execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// Stores a link. A new address, or an invitation, replaces the holder's former one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_link(&mut self, link: &NewLink<'_>, hash: &CodeHash, now: Timestamp) -> Result<()> {
        // One after the other, or two at once would both find nothing to replace.
        match link.holder {
            Some(holder) => self.queue(holder).await?,
            None => self.queue(&link.id.to_string()).await?,
        }
        if link.purpose.is_replaced() {
            run!(
                self,
                "UPDATE links SET state = 'replaced' WHERE purpose = $1 AND holder = $2 AND state = 'live'",
                link.purpose.as_str(),
                link.holder,
            )?;
        }
        run!(
            self,
            "INSERT INTO links (id, purpose, holder, address, hash, state, sender, mailed_at, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            link.id,
            link.purpose.as_str(),
            link.holder,
            link.address,
            hash.0.as_slice(),
            if link.holder.is_some() { "live" } else { "void" },
            link.sender,
            link.mailed_at.map(|due| due.0),
            now.0,
            link.expires_at.0,
        )?;
        // The profile shows an address that waits for its confirmation.
        if let (Purpose::EmailChange, Some(holder)) = (link.purpose, link.holder) {
            self.mark_account(&holder.to_owned().try_into()?);
        }
        Ok(())
    }

    /// Ends every live link of a holder.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_links(&mut self, holder: &str) -> Result<()> {
        run!(self, "UPDATE links SET state = 'replaced' WHERE holder = $1 AND state = 'live'", holder)?;
        Ok(())
    }

    /// Voids the links whose time is over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn void_overdue_links(&mut self, now: Timestamp) -> Result<()> {
        run!(self, "UPDATE links SET state = 'void' WHERE state = 'live' AND expires_at <= $1", now.0)?;
        Ok(())
    }

    /// Uses the link with this hash up, if it is live and in time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn spend_link(&mut self, purpose: Purpose, hash: &CodeHash, now: Timestamp) -> Result<Option<Link>> {
        const SQL: &str = "UPDATE links SET state = 'spent'
             WHERE purpose = $1 AND hash = $2 AND state = 'live' AND expires_at > $3
             RETURNING id, holder, address, expires_at";
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(SQL)
            .bind(purpose.as_str())
            .bind(hash.0.as_slice())
            .bind(now.0)
            .fetch_optional(c)
            .await)?;
        row.map(Link::try_from).transpose()
    }

    /// The mails with a link for a purpose that forms have brought an address since `since`; and how many of them `sender` did.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn link_mails_since(
        &mut self,
        purpose: Purpose,
        address: &str,
        sender: Option<&str>,
        since: Timestamp,
    ) -> Result<LinkMails> {
        const SQL: &str = "SELECT COUNT(*), COUNT(CASE WHEN sender = $3 THEN 1 END), MAX(mailed_at),
                 MAX(CASE WHEN state IN ('live', 'void') THEN mailed_at END)
             FROM links WHERE purpose = $1 AND address = $2 AND created_at > $4 AND mailed_at IS NOT NULL";
        let (count, from_sender, last_due, last_useful): (i64, i64, Option<i64>, Option<i64>) =
            on_tx!(self, |c| sqlx::query_as(SQL)
                .bind(purpose.as_str())
                .bind(address)
                .bind(sender)
                .bind(since.0)
                .fetch_one(c)
                .await)?;
        let (last_due, last_useful) = (last_due.map(Timestamp), last_useful.map(Timestamp));
        Ok(LinkMails { count, from_sender, last_due, last_useful })
    }

    /// Counts a password that is typed with a link of an address, before it is compared; returns how many there were for that address
    /// while its present links lived, this one included.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_sign_up_try(&mut self, holder: &str) -> Result<i32> {
        const COUNT: &str = "UPDATE links SET tries = tries + 1 WHERE purpose = $1 AND holder = $2 AND state = 'live'";
        const MOST: &str =
            "SELECT COALESCE(MAX(tries), 0) FROM links WHERE purpose = $1 AND holder = $2 AND state = 'live'";
        self.queue(holder).await?;
        run!(self, COUNT, Purpose::SignUp.as_str(), holder)?;
        Ok(on_tx!(self, |c| sqlx::query_scalar(MOST).bind(Purpose::SignUp.as_str()).bind(holder).fetch_one(c).await)?)
    }

    /// Removes the links whose time was over at `before`, with what was typed for them; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_old_links(&mut self, before: Timestamp) -> Result<u64> {
        Ok(run!(self, "DELETE FROM links WHERE expires_at <= $1", before.0)?)
    }
}
