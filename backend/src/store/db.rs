//! Connections: SQLite with one writer and a pool of readers, or a pool of Postgres, of which writers use a part.

use std::{
    ops::{Deref, DerefMut},
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use sqlx::{
    Connection, Database, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    migrate::Migrator,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::{
    sync::{Notify, OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::{changes::Changes, private_file::make_private};
use crate::{
    MailsAtOnce,
    error::{Error, Result},
    live::Live,
};

/// Connections of a pool of Postgres.
const CONNECTIONS: u32 = 16;
/// How many of them transactions that may wait for a lock use at once. The others are for readers, whom no lock stops.
const WRITERS: usize = 10;
/// How long a connection, or the turn to write, is waited for.
const ACQUIRE_WITHIN: Duration = Duration::from_secs(4);
/// Where somebody has turned it off, what was acknowledged could be lost.
const DURABLE: &str = "SELECT set_config('synchronous_commit', 'on', false)
     WHERE current_setting('synchronous_commit') = 'off'";
/// A server that serves waits neither for ever for a lock nor for a statement, and holds no lock while nothing is done. What the
/// operator has set for the database or the role counts.
const BOUNDED: &str = "SELECT set_config(name, value, false)
     FROM (VALUES ('lock_timeout', '3s'), ('statement_timeout', '15s'), ('idle_in_transaction_session_timeout', '15s'))
         AS bounds (name, value)
     WHERE current_setting(name) = '0'";

static SQLITE_TABLES: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES_TABLES: Migrator = sqlx::migrate!("../migrations/postgres");

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
        /// Wakes the worker of this process.
        mails: Arc<Notify>,
        /// How many unsolicited mails go at once.
        mails_at_once: MailsAtOnce,
    },
    /// Postgres.
    Postgres {
        /// All connections.
        pool: PgPool,
        /// The turns to write.
        writers: Arc<Semaphore>,
        /// Wakes the worker of this process.
        mails: Arc<Notify>,
        /// How many unsolicited mails go at once.
        mails_at_once: MailsAtOnce,
    },
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
    pub(super) changes: Changes,
    pub(super) mails_at_once: MailsAtOnce,
    /// Who is told, unless the database passes it on.
    pub(super) live: Option<Live>,
    /// Wakes the worker of this process.
    pub(super) mails: Option<Arc<Notify>>,
    /// The turn to write, given back after the connection is.
    _turn: Option<OwnedSemaphorePermit>,
}

impl<D: Database> Writing<D> {
    /// A transaction that only reads, and so needs no turn.
    pub(super) fn reading(tx: Transaction<'static, D>) -> Self {
        let (changes, mails_at_once) = (Changes::default(), MailsAtOnce::default());
        Self { tx, changes, mails_at_once, live: None, mails: None, _turn: None }
    }
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
        if is_postgres(url) {
            let pool = pool_options().after_connect(|connection, _| {
                Box::pin(async { sqlx::query(DURABLE).execute(connection).await.map(drop) })
            });
            return Ok(Self::over(pool.connect(url).await?));
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
        let mails_at_once = MailsAtOnce::default();
        Ok(Self::Sqlite { read, write, live: Live::default(), mails: Arc::default(), mails_at_once })
    }

    /// Postgres over a pool of the caller's.
    #[must_use]
    pub fn over(pool: PgPool) -> Self {
        let writers = Arc::new(Semaphore::new(WRITERS));
        Self::Postgres { pool, writers, mails: Arc::default(), mails_at_once: MailsAtOnce::default() }
    }

    /// The same database, with other limits for unsolicited mails.
    #[must_use]
    pub fn with_mails_at_once(mut self, limits: MailsAtOnce) -> Self {
        match &mut self {
            Self::Sqlite { mails_at_once, .. } | Self::Postgres { mails_at_once, .. } => *mails_at_once = limits,
        }
        self
    }

    /// For serving: on Postgres, connections that wait neither for a lock nor for a statement for ever. Migrations and the
    /// operator's commands, which may take long, use what [`Db::connect`] gives.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn into_bounded(self) -> Result<Self, sqlx::Error> {
        let Self::Postgres { pool, .. } = self else { return Ok(self) };
        let bounded = pool_options().after_connect(|connection, _| {
            Box::pin(async {
                sqlx::query(DURABLE).execute(&mut *connection).await?;
                sqlx::query(BOUNDED).execute(connection).await.map(drop)
            })
        });
        let bounded = bounded.connect_with(pool.connect_options().as_ref().clone()).await?;
        pool.close().await;
        Ok(Self::over(bounded))
    }

    /// Brings the tables up to date, and seals the history that is older than its seals.
    ///
    /// # Errors
    /// When a migration fails, or the database is newer than this program.
    pub async fn migrate(&self) -> Result<()> {
        let migrated = match self {
            Self::Sqlite { write, .. } => self.migrator().run(write).await,
            Self::Postgres { pool, .. } => self.migrator().run(pool).await,
        };
        migrated.map_err(sqlx::Error::from)?;
        self.seal_old_histories().await
    }

    /// The steps that make the tables.
    pub(super) const fn migrator(&self) -> &'static Migrator {
        match self {
            Self::Sqlite { .. } => &SQLITE_TABLES,
            Self::Postgres { .. } => &POSTGRES_TABLES,
        }
    }

    /// What wakes the worker of this process: a commit after which mails may be due.
    pub(crate) fn mails(&self) -> &Notify {
        match self {
            Self::Sqlite { mails, .. } | Self::Postgres { mails, .. } => mails,
        }
    }

    /// Begins a writing transaction. On Postgres it takes its turn: those that wait for a lock do not use up the connections that
    /// readers need.
    ///
    /// # Errors
    /// [`Problem::Contended`](countersign_domain::Problem::Contended) when the turn does not come in time; and when no connection
    /// is to be had.
    pub async fn begin(&self) -> Result<Tx> {
        let turn = match self {
            Self::Sqlite { .. } => None,
            Self::Postgres { writers, .. } => {
                let turn = timeout(ACQUIRE_WITHIN, writers.clone().acquire_owned()).await.map_err(|_| Error::BUSY)?;
                Some(turn.map_err(|error| Error::Internal(error.to_string()))?)
            }
        };
        self.begin_in_turn(turn).await
    }

    /// Begins a transaction that waits for no lock, such as one about a session: on Postgres out of turn, so that it does not wait
    /// for those that do.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn begin_unlocked(&self) -> Result<Tx> {
        self.begin_in_turn(None).await
    }

    async fn begin_in_turn(&self, turn: Option<OwnedSemaphorePermit>) -> Result<Tx> {
        let changes = Changes::default();
        Ok(match self {
            Self::Sqlite { write, live, mails, mails_at_once, .. } => {
                // Another transaction of this process has had the one writer for too long.
                let tx = write.begin_with("BEGIN IMMEDIATE").await.map_err(|error| match error {
                    sqlx::Error::PoolTimedOut => Error::BUSY,
                    error => error.into(),
                })?;
                let (live, mails, mails_at_once) = (Some(live.clone()), Some(mails.clone()), *mails_at_once);
                Tx::Sqlite(Writing { tx, changes, mails_at_once, live, mails, _turn: turn })
            }
            Self::Postgres { pool, mails, mails_at_once, .. } => {
                let (tx, mails, mails_at_once) = (pool.begin().await?, Some(mails.clone()), *mails_at_once);
                Tx::Postgres(Writing { tx, changes, mails_at_once, live: None, mails, _turn: turn })
            }
        })
    }

    /// Closes every connection, after those in use are done.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }
}

fn pool_options() -> PgPoolOptions {
    PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(ACQUIRE_WITHIN)
}

/// Whether the address is one of Postgres.
pub(super) fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

/// Whether `error` says that a unique index stands in the way.
pub(crate) fn is_unique_violation(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
