//! A fresh database of either engine for each test, removed afterwards however the test ends.

use std::{
    future::Future,
    sync::atomic::{AtomicU32, Ordering},
};

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tempfile::TempDir;
use url::Url;

use crate::support::World;

/// Makes a `#[tokio::test]` for each engine out of each `async fn name(world: World)`.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {$(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                crate::engine::run(crate::engine::Fresh::sqlite(), super::$name).await;
            }
        )+}
        mod postgres {$(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                crate::engine::run(crate::engine::Fresh::postgres().await, super::$name).await;
            }
        )+}
    };
}
pub(crate) use on_both;

/// An empty database.
pub(crate) struct Fresh {
    pub(crate) url: String,
    kind: Kind,
}

enum Kind {
    Sqlite { _folder: TempDir },
    Postgres { server: Url, name: String },
}

impl Fresh {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self { url, kind: Kind::Sqlite { _folder: folder } }
    }

    pub(crate) async fn postgres() -> Self {
        static COUNTER: AtomicU32 = AtomicU32::new(1);
        let server = std::env::var("TEST_DATABASE_URL").unwrap_or_else(|_| {
            panic!(
                "this test needs a Postgres server: run `scripts/postgres.sh cargo test -p countersign-backend`, \
                 or set TEST_DATABASE_URL"
            )
        });
        let server = Url::parse(&server).expect("TEST_DATABASE_URL is an address");
        let number = COUNTER.fetch_add(1, Ordering::SeqCst);
        let name = format!("countersign_store_{}_{number}", std::process::id());
        on_server(&server, format!("CREATE DATABASE {name}")).await;
        let mut url = server.clone();
        url.set_path(&name);
        Self { url: url.into(), kind: Kind::Postgres { server, name } }
    }

    pub(crate) async fn remove(self) {
        if let Kind::Postgres { server, name } = &self.kind {
            on_server(server, format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn on_server(server: &Url, statement: String) {
    let mut connection = PgConnection::connect(server.as_str()).await.expect("Postgres at TEST_DATABASE_URL answers");
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Runs one test over a fresh database.
pub(crate) async fn run<F, T>(fresh: Fresh, test: F)
where
    F: FnOnce(World) -> T,
    T: Future<Output = ()> + Send + 'static,
{
    let world = World::open(&fresh.url).await;
    // In a task of its own, so that a failing test cleans up as well.
    let outcome = tokio::spawn(test(world.clone())).await;
    world.backend.db().close().await;
    fresh.remove().await;
    if let Err(failed) = outcome {
        std::panic::resume_unwind(failed.into_panic());
    }
}
