//! What was typed to open an account, until its address is confirmed.

use countersign_domain::PersonName;
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
    /// What waits for a link to be used.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_up(&self, link: Uuid) -> Result<Option<PendingAccount>> {
        const SQL: &str = "SELECT name, organisation, language, password_hash FROM sign_ups WHERE link = $1";
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(link).fetch_optional(c).await)?;
        row.map(PendingAccount::try_from).transpose()
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
}
