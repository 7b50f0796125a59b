//! Connections of commands that only look: nothing is written, no table is made, and no file is left beside the database.

use std::{ffi::OsString, path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use sqlx::{
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};

use super::{Db, Tx, Writing, db, on_db};
use crate::{MailsAtOnce, error::Result, live::Live};

/// The tables of a database, beside those that this program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Tables {
    /// They are those of this program.
    UpToDate,
    /// There are none yet.
    Missing,
    /// An older program has made them.
    Older,
    /// A newer program has made them.
    Newer,
}

impl Db {
    /// Connects to read alone. An embedded database must be there.
    ///
    /// # Errors
    /// When the address is of no known kind or the database cannot be reached.
    pub async fn connect_to_look(url: &str) -> Result<Self, sqlx::Error> {
        const READ_ONLY: &str = "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY";
        if db::is_postgres(url) {
            let pool = PgPoolOptions::new().max_connections(2).acquire_timeout(Duration::from_secs(4)).after_connect(
                |connection, _| Box::pin(async { sqlx::query(READ_ONLY).execute(connection).await.map(drop) }),
            );
            return Ok(Self::over(pool.connect(url).await?));
        }
        let options = SqliteConnectOptions::from_str(url)?.create_if_missing(false).read_only(true);
        let options = options.pragma("cache_size", "-16384").busy_timeout(Duration::from_secs(4));
        // Where nobody writes there is no such file, and SQLite would make one to read.
        let mut wal = OsString::from(options.get_filename());
        wal.push("-wal");
        let nobody_writes = !PathBuf::from(wal).exists();
        let read = SqlitePoolOptions::new().max_connections(2).connect_with(options.immutable(nobody_writes)).await?;
        let (live, mails_at_once) = (Live::default(), MailsAtOnce::default());
        Ok(Self::Sqlite { write: read.clone(), read, live, mails: Arc::default(), mails_at_once })
    }

    /// Begins a transaction that reads, all of it from one moment.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn begin_to_look(&self) -> Result<Tx> {
        const ONE_MOMENT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(Writing::reading(read.begin().await?)),
            Self::Postgres { pool, .. } => Tx::Postgres(Writing::reading(pool.begin_with(ONE_MOMENT).await?)),
        })
    }

    /// Whether its tables are those that this program knows.
    ///
    /// # Errors
    /// When the database fails, or is none.
    pub async fn tables(&self) -> Result<Tables> {
        const DONE: &str = "SELECT version FROM _sqlx_migrations WHERE success ORDER BY version";
        if !self.has_tables().await? {
            return Ok(Tables::Missing);
        }
        let done: Vec<i64> = on_db!(self, |c| sqlx::query_scalar(DONE).fetch_all(c).await)?;
        let known: Vec<i64> = self.migrator().iter().map(|step| step.version).collect();
        Ok(if done == known {
            Tables::UpToDate
        } else if done.iter().all(|step| known.contains(step)) {
            Tables::Older
        } else {
            Tables::Newer
        })
    }

    async fn has_tables(&self) -> Result<bool> {
        Ok(match self {
            Self::Sqlite { read, .. } => {
                const SQL: &str = "SELECT COUNT(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'";
                sqlx::query_scalar::<_, i64>(SQL).fetch_one(read).await? > 0
            }
            Self::Postgres { pool, .. } => {
                const SQL: &str = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";
                sqlx::query_scalar(SQL).fetch_one(pool).await?
            }
        })
    }
}
