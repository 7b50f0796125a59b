//! The installation's key, where no setting and no file beside the database holds it.

use super::{Db, on_db, run};
use crate::{
    error::{Error, Result},
    secret_key::SecretKey,
};

impl Db {
    /// The key that is stored in the database; made by whichever process asks first, and the same for all.
    ///
    /// # Errors
    /// When the database fails, or what it holds is no key.
    pub async fn secret_key(&self) -> Result<SecretKey> {
        if let Some(key) = self.stored_secret_key().await? {
            return Ok(key);
        }
        let mut tx = self.begin().await?;
        const SQL: &str = "INSERT INTO secret_key (only_one, hex) VALUES (1, $1) ON CONFLICT DO NOTHING";
        run!(&mut tx, SQL, SecretKey::generate().to_hex())?;
        tx.commit().await?;
        self.stored_secret_key().await?.ok_or_else(|| Error::Internal("the key is not stored".to_owned()))
    }

    async fn stored_secret_key(&self) -> Result<Option<SecretKey>> {
        let hex: Option<String> =
            on_db!(self, |c| sqlx::query_scalar("SELECT hex FROM secret_key").fetch_optional(c).await)?;
        let read =
            |hex: String| SecretKey::parse(&hex).ok_or_else(|| Error::Internal("the stored key is none".to_owned()));
        hex.map(read).transpose()
    }
}
