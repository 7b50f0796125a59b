//! What a database is: the ending of its customer IDs, and whether it is a demo's. Stored at the first start.

use countersign_domain::Suffix;

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::{Error, Result};

/// What a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installation {
    /// The ending of its customer IDs.
    pub suffix: Suffix,
    /// Whether it is a demo's: everybody knows the password of its accounts.
    pub demo: bool,
}

/// Why a database is not the one that a command is for.
#[derive(Debug, thiserror::Error)]
pub enum Unsuitable {
    /// It is a demo's.
    #[error("this database is a demo's, whose password everybody knows: name another database, or say --demo")]
    IsDemo,
    /// It is real.
    #[error("--demo is for a demo's database, and this one holds accounts that are none of a demo's: name another one")]
    IsReal,
    /// Its customer IDs end otherwise.
    #[error(
        "the customer IDs of this database end in -{stored}, not in -{given}: set COUNTERSIGN_SUFFIX={stored}, or leave it out"
    )]
    Suffix {
        /// The ending that they have.
        stored: String,
        /// The one that was given.
        given: String,
    },
    /// The database failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl Installation {
    /// Whether it may be used with this ending, if one is given, and as a demo or not.
    ///
    /// # Errors
    /// Says what does not fit.
    pub fn check(&self, suffix: Option<&Suffix>, demo: bool) -> Result<(), Unsuitable> {
        match suffix {
            Some(given) if *given != self.suffix => {
                Err(Unsuitable::Suffix { stored: self.suffix.as_str().to_owned(), given: given.as_str().to_owned() })
            }
            _ if self.demo && !demo => Err(Unsuitable::IsDemo),
            _ if demo && !self.demo => Err(Unsuitable::IsReal),
            _ => Ok(()),
        }
    }
}

type Row = (String, bool);

fn read((suffix, demo): Row) -> Result<Installation> {
    Ok(Installation { suffix: suffix.try_into()?, demo })
}

const SQL: &str = "SELECT suffix, demo FROM installation";

impl Db {
    /// What this database is; `None` before its first start.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn installation(&self) -> Result<Option<Installation>> {
        let row: Option<Row> = on_db!(self, |c| sqlx::query_as(SQL).fetch_optional(c).await)?;
        row.map(read).transpose()
    }

    /// What this database is, once it is sure that it may be used with this ending and as a demo or not. The first start decides; a
    /// database without any account may become a demo's later.
    ///
    /// # Errors
    /// [`Unsuitable`] says what does not fit.
    pub async fn identify(&self, suffix: Option<&Suffix>, demo: bool) -> Result<Installation, Unsuitable> {
        let mut tx = self.begin().await?;
        let stored = match tx.installation().await? {
            Some(stored) => stored,
            None => {
                let suffix = suffix.cloned().unwrap_or_default();
                tx.insert_installation(&Installation { suffix, demo: false }).await?;
                // Another process may have been quicker.
                tx.installation().await?.ok_or_else(|| Error::Internal("the installation is gone".to_owned()))?
            }
        };
        let becomes_demo = demo && !stored.demo && tx.has_no_account().await?;
        let stored = Installation { demo: stored.demo || becomes_demo, ..stored };
        stored.check(suffix, demo)?;
        if becomes_demo {
            tx.mark_as_demo().await?;
        }
        tx.commit().await?;
        Ok(stored)
    }
}

impl Tx {
    /// What this database is. Until the end of the transaction nobody else finds out.
    async fn installation(&mut self) -> Result<Option<Installation>> {
        const LOCKED: &str = "SELECT suffix, demo FROM installation FOR UPDATE";
        let row: Option<Row> = match self {
            Self::Sqlite(tx) => sqlx::query_as(SQL).fetch_optional(&mut **tx).await?,
            Self::Postgres(tx) => sqlx::query_as(LOCKED).fetch_optional(&mut **tx).await?,
        };
        row.map(read).transpose()
    }

    /// Whether no customer ID was ever given. The answer holds for whoever asks by [`Db::identify`] or this, until the end of the
    /// transaction.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_no_account(&mut self) -> Result<bool> {
        self.installation().await?;
        const ANY: &str = "SELECT handle FROM customer_ids LIMIT 1";
        let any: Option<String> = on_tx!(self, |c| sqlx::query_scalar(ANY).fetch_optional(c).await)?;
        Ok(any.is_none())
    }

    async fn insert_installation(&mut self, new: &Installation) -> Result<()> {
        const ADD: &str =
            "INSERT INTO installation (only_one, suffix, demo) VALUES (1, $1, $2) ON CONFLICT (only_one) DO NOTHING";
        run!(self, ADD, new.suffix.as_str(), new.demo)?;
        Ok(())
    }

    async fn mark_as_demo(&mut self) -> Result<()> {
        run!(self, "UPDATE installation SET demo = $1", true)?;
        Ok(())
    }
}
