//! Where histories are played: a database of each engine that is used again and again, and empty whenever a history begins.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    rc::Rc,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
};

use argon2::{Algorithm, Argon2, Params, Version, password_hash::PasswordHasher};
use countersign_backend::store::Db;
use sqlx::AssertSqlSafe;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use super::{reference::Model, scene::Scene, tally::Tally};
use crate::{
    engine::Fresh,
    support::{NOW, PASSWORD, World},
};

/// Histories after which Postgres is told to clear away what they have left.
const TIDY: u32 = 200;

thread_local! {
    /// That of this thread.
    static BENCH: RefCell<Option<Rc<Bench>>> = const { RefCell::new(None) };
}

/// The databases of one worker, and what it has counted.
pub(super) struct Bench {
    pub(super) runtime: Runtime,
    pub(super) tally: RefCell<Tally>,
    folder: TempDir,
    postgres: Option<Postgres>,
    played: AtomicU32,
}

/// A database of Postgres that is made once.
struct Postgres {
    fresh: Fresh,
    /// Connected while no history is played.
    idle: RefCell<Option<World>>,
    /// The statements that empty it.
    empty: String,
}

/// The hash of everyone's password, at the lowest cost there is: its own is measured elsewhere.
pub(super) fn cheap_hash() -> String {
    static HASH: LazyLock<String> = LazyLock::new(|| {
        let lowest = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8, 1, 1, None).unwrap());
        lowest.hash_password(PASSWORD.as_bytes()).unwrap().to_string()
    });
    HASH.clone()
}

impl Bench {
    /// Makes the databases: of SQLite, and of Postgres if histories are to be played there as well.
    pub(super) fn open(with_postgres: bool) -> Rc<Self> {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap();
        let postgres = runtime.block_on(async {
            let prepared = connect(&sqlite(&folder.path().join("prepared.db"))).await;
            prepared.backend.db().migrate().await.unwrap();
            prepared.backend.db().close().await;
            if with_postgres { Some(Postgres::make().await) } else { None }
        });
        Rc::new(Self { runtime, tally: RefCell::default(), folder, postgres, played: AtomicU32::new(0) })
    }

    /// Works with it on this thread, and clears it away.
    pub(super) fn with<T>(self: Rc<Self>, work: impl FnOnce() -> T) -> (T, Tally) {
        BENCH.set(Some(self.clone()));
        let outcome = work();
        BENCH.set(None);
        let Self { runtime, tally, postgres, .. } = Rc::into_inner(self).expect("histories have ended");
        if let Some(Postgres { fresh, idle, .. }) = postgres {
            runtime.block_on(async {
                drop(idle);
                fresh.remove().await;
            });
        }
        (outcome, tally.into_inner())
    }

    /// That of this thread.
    pub(super) fn here() -> Rc<Self> {
        BENCH.with_borrow(Clone::clone).expect("this thread has a bench")
    }

    /// The beginning of a history on each engine: SQLite first.
    pub(super) fn begin(&self, model: &Model) -> Vec<Scene> {
        let number = self.played.fetch_add(1, Ordering::Relaxed);
        self.runtime.block_on(async {
            let place = self.place(number);
            std::fs::create_dir(&place).unwrap();
            std::fs::copy(self.folder.path().join("prepared.db"), place.join("test.db")).unwrap();
            let t = std::time::Instant::now();
            let w = connect(&sqlite(&place.join("test.db"))).await;
            super::clock("lite connect", t);
            let t = std::time::Instant::now();
            let mut scenes = vec![Scene::new(w, place.join("from-sqlite"), model).await];
            super::clock("lite new", t);
            if let Some(postgres) = &self.postgres {
                let t = std::time::Instant::now();
                let w = postgres.begin(number).await;
                super::clock("pg empty", t);
                let t = std::time::Instant::now();
                scenes.push(Scene::new(w, place.join("from-postgres"), model).await);
                super::clock("pg new", t);
            }
            scenes
        })
    }

    /// The end of a history that went well. Of one that failed, nothing is used again.
    pub(super) fn end(&self, scenes: Vec<Scene>) {
        self.runtime.block_on(async {
            for scene in scenes {
                match (scene.w.backend.db(), &self.postgres) {
                    (Db::Postgres(_), Some(postgres)) => drop(postgres.idle.replace(Some(scene.w))),
                    (db, _) => db.close().await,
                }
            }
        });
        std::fs::remove_dir_all(self.place(self.played.load(Ordering::Relaxed) - 1)).unwrap();
    }

    fn place(&self, number: u32) -> PathBuf {
        self.folder.path().join(number.to_string())
    }
}

impl Postgres {
    async fn make() -> Self {
        /// Emptied before those that they refer to, which were there before them.
        const EMPTY: &str = "SELECT 'DELETE FROM ' || quote_ident(relname) FROM pg_class
             WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE '\\_sqlx%' ORDER BY oid DESC";
        const RESTART: &str =
            "SELECT 'SELECT setval(' || quote_literal(quote_ident(relname)) || ', 1, false)' FROM pg_class
             WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace";
        let fresh = Fresh::postgres().await;
        let w = connect(&fresh.url).await;
        w.backend.db().migrate().await.unwrap();
        let mut empty = w.texts(EMPTY).await;
        empty.extend(w.texts(RESTART).await);
        Self { fresh, idle: RefCell::new(Some(w)), empty: empty.join("; ") }
    }

    async fn begin(&self, number: u32) -> World {
        let idle = self.idle.take();
        let w = match idle {
            Some(w) => w,
            None => connect(&self.fresh.url).await,
        };
        let Db::Postgres(pool) = w.backend.db() else { unreachable!() };
        sqlx::raw_sql(AssertSqlSafe(self.empty.clone())).execute(pool).await.unwrap();
        if number % TIDY == TIDY - 1 {
            sqlx::raw_sql("VACUUM").execute(pool).await.unwrap();
        }
        w
    }
}

fn sqlite(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

async fn connect(url: &str) -> World {
    World::connect(url, Arc::new(AtomicI64::new(NOW.0))).await
}
