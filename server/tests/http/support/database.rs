//! A database of a test's own, of either engine, read behind the server's back.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use tokio::runtime::{Builder, Runtime};
use url::Url;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

#[derive(Debug)]
pub(crate) struct Database {
    pub(crate) url: String,
    pub(crate) engine: Engine,
    /// The Postgres server and the database's name on it.
    server: Option<(Url, String)>,
    runtime: Runtime,
}

impl Database {
    /// An empty one; an embedded one lies in `folder`.
    pub(crate) fn new(engine: Engine, folder: &Path) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        match engine {
            Engine::Sqlite => {
                let url = format!("sqlite://{}", folder.join("demo.sqlite").display());
                Self { url, engine, server: None, runtime }
            }
            Engine::Postgres => {
                static COUNTER: AtomicU32 = AtomicU32::new(1);
                let server = std::env::var("TEST_DATABASE_URL").unwrap_or_else(|_| {
                    panic!(
                        "this test needs a Postgres server: run `scripts/postgres.sh cargo test --release -p countersign \
                         --test http`, or set TEST_DATABASE_URL (`… sqlite` runs the other half alone)"
                    )
                });
                let server = Url::parse(&server).expect("TEST_DATABASE_URL is an address");
                let number = COUNTER.fetch_add(1, Ordering::SeqCst);
                let name = format!("countersign_http_{}_{number}", std::process::id());
                let mut url = server.clone();
                url.set_path(&name);
                let database = Self { url: url.into(), engine, server: Some((server, name.clone())), runtime };
                database.on_server(&format!("CREATE DATABASE {name}"));
                database
            }
        }
    }

    /// One that is there already, and stays.
    pub(crate) fn at(engine: Engine, url: &str) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        Self { url: url.to_owned(), engine, server: None, runtime }
    }

    /// Runs statements.
    pub(crate) fn run(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        self.runtime.block_on(async {
            match self.engine {
                Engine::Sqlite => SqliteConnection::connect(&self.url).await.unwrap().execute(sql).await.map(drop),
                Engine::Postgres => PgConnection::connect(&self.url).await.unwrap().execute(sql).await.map(drop),
            }
            .unwrap();
        });
    }

    /// Holds a file of SQLite, or the rows of requests and services on Postgres, while something is done: nobody else can write.
    pub(crate) fn hold(&self, during: impl FnOnce()) {
        if self.engine == Engine::Postgres {
            let mut holding = self.runtime.block_on(PgConnection::connect(&self.url)).unwrap();
            let took = self.runtime.block_on(async {
                holding.execute("BEGIN").await?;
                holding.execute("SELECT id FROM requests FOR UPDATE").await?;
                holding.execute("SELECT id FROM services FOR UPDATE").await
            });
            took.unwrap();
            during();
            self.runtime.block_on(holding.close()).unwrap();
            return;
        }
        let mut holding = self.runtime.block_on(SqliteConnection::connect(&self.url)).unwrap();
        let took = self.runtime.block_on(async {
            holding.execute("PRAGMA busy_timeout = 10000").await?;
            holding.execute("BEGIN IMMEDIATE").await
        });
        took.unwrap();
        during();
        self.runtime.block_on(holding.close()).unwrap();
    }

    fn on_server(&self, sql: &str) {
        let (server, _) = self.server.as_ref().unwrap();
        self.runtime.block_on(async {
            let mut connection = PgConnection::connect(server.as_str()).await.expect("Postgres answers");
            connection.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
            connection.close().await.unwrap();
        });
    }

    /// Takes a Postgres database away, whoever uses it.
    pub(crate) fn remove(&self) {
        if let Some((_, name)) = &self.server {
            self.on_server(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }

    /// The rows of a statement that selects one text.
    pub(crate) fn texts(&self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        self.runtime.block_on(async {
            match self.engine {
                Engine::Sqlite => {
                    let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
                    sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap()
                }
                Engine::Postgres => {
                    let mut connection = PgConnection::connect(&self.url).await.unwrap();
                    sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap()
                }
            }
        })
    }

    /// How many rows `what` has: a table, with a condition or without.
    pub(crate) fn count(&self, what: &str) -> i64 {
        self.texts(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {what}"))[0].parse().unwrap()
    }

    /// The key of a service.
    pub(crate) fn service(&self, category: &str, name: &str) -> String {
        let key = match self.engine {
            Engine::Sqlite => "lower(hex(id))",
            Engine::Postgres => "id::text",
        };
        let name = name.replace('\'', "''");
        let key = &self.texts(&format!("SELECT {key} FROM services WHERE category = '{category}' AND name = '{name}'"))
            [0]
        .replace('-', "");
        format!("{}-{}-{}-{}-{}", &key[..8], &key[8..12], &key[12..16], &key[16..20], &key[20..])
    }

    /// Who holds a role of a service.
    pub(crate) fn contact(&self, service: &str, role: &str) -> String {
        let service = match self.engine {
            Engine::Sqlite => format!("x'{}'", service.replace('-', "")),
            Engine::Postgres => format!("'{service}'"),
        };
        let sql = format!("SELECT account FROM contacts WHERE service_id = {service} AND role = '{role}'");
        self.texts(&sql).remove(0)
    }

    /// Every row of every table, but for sessions, for how often one has tried, which counts whatever comes of it, and for what probes write.
    pub(crate) fn dump(&self) -> BTreeMap<String, Vec<String>> {
        let tables = self.texts(match self.engine {
            Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            Engine::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
        });
        let kept = tables
            .into_iter()
            .filter(|table| !["sessions", "attempts", "heartbeat", "_sqlx_migrations"].contains(&table.as_str()));
        let dump: BTreeMap<_, _> = kept.map(|table| (table.clone(), self.rows(&table))).collect();
        assert!(dump.len() >= 11 && !dump["accounts"].is_empty(), "{:?}", dump.keys());
        dump
    }

    pub(crate) fn rows(&self, table: &str) -> Vec<String> {
        match self.engine {
            Engine::Sqlite => {
                let columns = self.texts(&format!("SELECT name FROM pragma_table_info('{table}')"));
                let row: Vec<_> = columns.iter().map(|column| format!("quote({column})")).collect();
                self.texts(&format!("SELECT {} FROM {table} ORDER BY 1", row.join(" || ' ' || ")))
            }
            Engine::Postgres => self.texts(&format!("SELECT t::text FROM {table} t ORDER BY 1")),
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.remove();
    }
}
