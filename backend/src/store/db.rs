//! Connections: SQLite with one writer and a pool of readers, or a pool of Postgres.

use std::{
    ops::{Deref, DerefMut},
    str::FromStr,
    time::Duration,
};

use sqlx::{
    Connection, Database, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{private_file::make_private, touched::Touched};
use crate::{error::Result, live::Live};

/// A database of either engine.
#[derive(Clone, Debug)]
pub enum Db {
    /// Embedded SQLite.
    Sqlite {
        /// Readers.
        read: SqlitePool,
        /// The one writer.
        write: SqlitePool,
        /// Who is told of what this process commits.
        live: Live,
    },
    /// Postgres.
    Postgres(PgPool),
}

/// A writing transaction. Dropped without [`Tx::commit`] it is rolled back.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite's one writer, begun IMMEDIATE.
    Sqlite(Writing<Sqlite>),
    /// READ COMMITTED on Postgres; rows that must agree are locked.
    Postgres(Writing<Postgres>),
}

/// A transaction on its connection, and whom it concerns.
#[derive(Debug)]
pub struct Writing<D: Database> {
    pub(super) tx: Transaction<'static, D>,
    pub(super) touched: Touched,
    /// Who is told, unless the database passes it on.
    pub(super) live: Option<Live>,
}

impl<D: Database> Deref for Writing<D> {
    type Target = D::Connection;
    fn deref(&self) -> &D::Connection {
        &self.tx
    }
}

impl<D: Database> DerefMut for Writing<D> {
    fn deref_mut(&mut self) -> &mut D::Connection {
        &mut self.tx
    }
}

impl Db {
    /// Connects to `sqlite://path`, creating the file for this user alone, or to `postgres://…`.
    ///
    /// # Errors
    /// When the address is of no known kind or the database cannot be reached.
    pub async fn connect(url: &str) -> Result<Self, sqlx::Error> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            // Where somebody has turned it off, what was acknowledged could be lost.
            const DURABLE: &str = "SELECT set_config('synchronous_commit', 'on', false)
                 WHERE current_setting('synchronous_commit') = 'off'";
            let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(4)).after_connect(
                |connection, _| Box::pin(async { sqlx::query(DURABLE).execute(connection).await.map(drop) }),
            );
            return Ok(Self::Postgres(pool.connect(url).await?));
        }
        let options = SqliteConnectOptions::from_str(url)?;
        make_private(options.get_filename()).map_err(sqlx::Error::Io)?;
        let options = options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // 16 MiB for each connection. With the 2 that are usual, each row of a long list is read from the file.
            .pragma("cache_size", "-16384")
            // While another program writes.
            .busy_timeout(Duration::from_secs(4));
        // The writer stays for ever: it knows what others have committed (see `listen`).
        // What SQLite has undone by itself, as on a full disk, sqlx still counts as begun: on that connection nothing could begin
        // any more.
        let one = SqlitePoolOptions::new()
            .max_connections(1)
            .max_lifetime(None)
            .idle_timeout(None)
            .acquire_timeout(Duration::from_secs(6))
            .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }));
        let write = one.connect_with(options.clone()).await?;
        let read = SqlitePoolOptions::new().max_connections(8).connect_with(options.read_only(true)).await?;
        Ok(Self::Sqlite { read, write, live: Live::default() })
    }

    /// Brings the tables up to date, and seals the history that is older than its seals.
    ///
    /// # Errors
    /// When a migration fails, or the database is newer than this program.
    pub async fn migrate(&self) -> Result<()> {
        let migrated = match self {
            Self::Sqlite { write, .. } => sqlx::migrate!("../migrations/sqlite").run(write).await,
            Self::Postgres(pool) => sqlx::migrate!("../migrations/postgres").run(pool).await,
        };
        migrated.map_err(sqlx::Error::from)?;
        self.seal_old_histories().await
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        super::on_db!(self, |c| sqlx::query("SELECT 1").execute(c).await.map(drop))?;
        Ok(())
    }

    /// Begins a writing transaction.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn begin(&self) -> Result<Tx> {
        let touched = Touched::default();
        Ok(match self {
            Self::Sqlite { write, live, .. } => {
                let tx = write.begin_with("BEGIN IMMEDIATE").await?;
                Tx::Sqlite(Writing { tx, touched, live: Some(live.clone()) })
            }
            Self::Postgres(pool) => Tx::Postgres(Writing { tx: pool.begin().await?, touched, live: None }),
        })
    }

    /// Closes every connection, after those in use are done.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Whether `error` says that a unique index stands in the way.
pub(crate) fn is_unique_violation(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
