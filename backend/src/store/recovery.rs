//! Backups of SQLite, and what is made void in a database that was restored.

use std::path::Path;

use countersign_domain::{Timestamp, Token};
use sqlx::{ConnectOptions, Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::{Error, Result};

impl Db {
    /// Writes all of an embedded database, as it is at one moment, into a new file; others may read and write meanwhile.
    ///
    /// # Errors
    /// When it is no embedded database, or the file cannot be written.
    pub async fn back_up(&self, file: &Path) -> Result<()> {
        let Self::Sqlite { read, .. } = self else {
            return Err(Error::Internal("only an embedded database is backed up by itself".to_owned()));
        };
        sqlx::query("VACUUM INTO $1").bind(path(file)?).execute(read).await?;
        Ok(())
    }

    /// Since when no mail goes out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mails_held_since(&self) -> Result<Option<Timestamp>> {
        const SQL: &str = "SELECT held_since FROM outbox_hold";
        let since: Option<i64> = on_db!(self, |c| sqlx::query_scalar(SQL).fetch_optional(c).await)?;
        Ok(since.map(Timestamp))
    }
}

/// Whether the file is a whole database of SQLite, with nothing out of order.
///
/// # Errors
/// When it cannot be read at all.
pub async fn is_sound(file: &Path) -> Result<bool> {
    let mut connection = SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .immutable(true)
        .disable_statement_logging()
        .connect()
        .await?;
    let told: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut connection).await?;
    let history: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'history'")
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    Ok(told == ["ok"] && history == 1)
}

/// Brings an embedded database into one file, which nobody else has open.
///
/// # Errors
/// When another process has it open.
pub async fn detach(file: &Path) -> Result<()> {
    let options = SqliteConnectOptions::new().filename(file).busy_timeout(std::time::Duration::ZERO);
    let options = options.disable_statement_logging();
    let mut connection: SqliteConnection = options.connect().await?;
    // Out of WAL gets only who is alone.
    sqlx::query("PRAGMA journal_mode = DELETE").execute(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

fn path(file: &Path) -> Result<&str> {
    file.to_str().ok_or_else(|| Error::Internal("the file's name is no text".to_owned()))
}

impl Tx {
    /// Notes that the database was restored.
    pub(crate) async fn insert_restore(&mut self, now: Timestamp) -> Result<()> {
        run!(self, "INSERT INTO restores (restored_at) VALUES ($1)", now.0)?;
        Ok(())
    }

    /// Whether the database was ever restored: then customer IDs may have been given that it does not know.
    pub(crate) async fn was_restored(&mut self) -> Result<bool> {
        let count: i64 = on_tx!(self, |c| sqlx::query_scalar("SELECT COUNT(*) FROM restores").fetch_one(c).await)?;
        Ok(count > 0)
    }

    /// Lets no mail go out.
    pub(crate) async fn hold_mails(&mut self, now: Timestamp) -> Result<()> {
        const SQL: &str =
            "INSERT INTO outbox_hold (only_one, held_since) VALUES (1, $1) ON CONFLICT (only_one) DO NOTHING";
        run!(self, SQL, now.0)?;
        Ok(())
    }

    /// Lets mails go out again.
    pub(crate) async fn release_mails_held(&mut self) -> Result<()> {
        run!(self, "DELETE FROM outbox_hold")?;
        Ok(())
    }

    /// Voids the codes of all requests.
    pub(crate) async fn void_codes(&mut self) -> Result<u64> {
        Ok(run!(self, "UPDATE codes SET state = 'void' WHERE state = 'live'")?)
    }

    /// Voids all links.
    pub(crate) async fn void_links(&mut self) -> Result<u64> {
        Ok(run!(self, "UPDATE links SET state = 'void' WHERE state = 'live'")?)
    }

    /// Ends all sessions.
    pub(crate) async fn delete_sessions(&mut self) -> Result<u64> {
        Ok(run!(self, "DELETE FROM sessions")?)
    }

    /// Gives up the mails that would bring a code.
    pub(crate) async fn drop_code_mails(&mut self, now: Timestamp) -> Result<u64> {
        const WAITING: &str = "SELECT id, payload FROM outbox WHERE state = 'pending' AND payload IS NOT NULL";
        const DROP: &str =
            "UPDATE outbox SET state = 'dead', error = 'void since a restore', sent_at = $2, payload = NULL,
             lease = NULL, leased_until = NULL WHERE id = $1";
        let waiting: Vec<(Uuid, String)> = on_tx!(self, |c| sqlx::query_as(WAITING).fetch_all(c).await)?;
        let mut dropped = 0;
        for (id, _) in waiting.iter().filter(|(_, payload)| Token::parse(payload).is_ok()) {
            dropped += run!(self, DROP, *id, now.0)?;
        }
        Ok(dropped)
    }

    /// Mails that were owed before they were held go nowhere, nor do digests that are left with nothing to bring. Says how many mails that
    /// go by themselves were dropped.
    pub(crate) async fn void_held_mails(&mut self, now: Timestamp) -> Result<u64> {
        macro_rules! void {
            ($condition:literal) => {
                concat!(
                    "UPDATE outbox SET state = 'void', sent_at = $1, payload = NULL, lease = NULL, leased_until = NULL,
                     collects = FALSE
                     WHERE state = 'pending' AND created_at < (SELECT held_since FROM outbox_hold) AND ",
                    $condition
                )
            };
        }
        const BUNDLED: &str = void!("bundle IS NOT NULL");
        const SINGLE: &str = void!(
            "bundle IS NULL AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.bundle = outbox.id AND b.state = 'pending')"
        );
        run!(self, BUNDLED, now.0)?;
        Ok(run!(self, SINGLE, now.0)?)
    }
}
