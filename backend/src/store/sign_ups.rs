//! What was typed to open an account, until its address is confirmed.

use countersign_domain::{PersonName, Timestamp};
use countersign_locales::Language;
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::Result;

/// An account that waits for its address to be confirmed.
#[derive(Clone, Debug)]
pub struct PendingAccount {
    /// Its name.
    pub name: PersonName,
    /// The organisation it belongs to.
    pub organisation: Option<PersonName>,
    /// The language of its mails and pages.
    pub language: Language,
    /// The argon2id hash of its password.
    pub password_hash: String,
}

/// An account that waits, and the link that was made for it.
#[derive(Clone, Debug)]
pub struct WaitingSignUp {
    /// The link's key.
    pub link: Uuid,
    /// What was typed.
    pub details: PendingAccount,
}

#[derive(sqlx::FromRow)]
struct WaitingRow {
    link: Uuid,
    #[sqlx(flatten)]
    details: Row,
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    organisation: Option<String>,
    language: String,
    password_hash: String,
}

impl TryFrom<Row> for PendingAccount {
    type Error = crate::error::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            name: row.name.try_into()?,
            organisation: row.organisation.map(PersonName::try_from).transpose()?,
            language: Language::from_code(&row.language).unwrap_or_default(),
            password_hash: row.password_hash,
        })
    }
}

impl Db {
    /// Up to `limit` accounts that wait for `address` to be confirmed: that of `link`, then those that `sender` has asked for, then
    /// the others; of each the newest. They are in the order in which they were asked for, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn waiting_sign_ups(
        &self,
        address: &str,
        link: Uuid,
        sender: Option<&str>,
        now: Timestamp,
        limit: i32,
    ) -> Result<Vec<WaitingSignUp>> {
        const SQL: &str = "SELECT s.link, s.name, s.organisation, s.language, s.password_hash
             FROM links l JOIN sign_ups s ON s.link = l.id
             WHERE l.holder = $1 AND l.purpose = 'signUp' AND l.state = 'live' AND l.expires_at > $2
             ORDER BY CASE WHEN l.id = $3 THEN 0 WHEN l.sender = $4 THEN 1 ELSE 2 END, l.id DESC LIMIT $5";
        let rows = on_db!(self, |c| sqlx::query_as::<_, WaitingRow>(SQL)
            .bind(address)
            .bind(now.0)
            .bind(link)
            .bind(sender)
            .bind(limit)
            .fetch_all(c)
            .await)?;
        let waiting =
            rows.into_iter().map(|row| Ok(WaitingSignUp { link: row.link, details: row.details.try_into()? }));
        let mut waiting: Vec<_> = waiting.collect::<Result<_>>()?;
        // The keys of links sort by time.
        waiting.sort_by_key(|sign_up| std::cmp::Reverse(sign_up.link));
        Ok(waiting)
    }
}

impl Tx {
    /// Keeps what waits for a link to be used.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_sign_up(&mut self, link: Uuid, pending: &PendingAccount) -> Result<()> {
        run!(
            self,
            "INSERT INTO sign_ups (link, name, organisation, language, password_hash) VALUES ($1, $2, $3, $4, $5)",
            link,
            pending.name.as_str(),
            pending.organisation.as_ref().map(PersonName::as_str),
            pending.language.code(),
            &pending.password_hash,
        )?;
        Ok(())
    }

    /// Takes out what has waited for a link.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_sign_up(&mut self, link: Uuid) -> Result<Option<PendingAccount>> {
        const SQL: &str = "DELETE FROM sign_ups WHERE link = $1 RETURNING name, organisation, language, password_hash";
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(link).fetch_optional(c).await)?;
        row.map(PendingAccount::try_from).transpose()
    }

    /// Removes what waits for an address to be confirmed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_waiting_sign_ups(&mut self, address: &str) -> Result<()> {
        const SQL: &str = "DELETE FROM sign_ups WHERE link IN
             (SELECT id FROM links WHERE holder = $1 AND purpose = 'signUp' AND state = 'live')";
        run!(self, SQL, address)?;
        Ok(())
    }
}
