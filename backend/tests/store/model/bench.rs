//! Where histories are played: a database of each engine that is used again and again, and is empty whenever a history begins.

use std::{
    cell::{Cell, RefCell},
    path::Path,
    rc::Rc,
    sync::{Arc, LazyLock, atomic::AtomicI64},
};

use argon2::{Algorithm, Argon2, Params, Version, password_hash::PasswordHasher};
use countersign_backend::{
    MailsAtOnce,
    testing::{Account, Db, Inserted},
};
use countersign_domain::{EmailAddress, PersonName, Timestamp};
use countersign_locales::Language;
use sqlx::{
    AssertSqlSafe,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use super::{reference::Model, scene::Scene, tally::Tally, view::CUSTOMERS};
use crate::{
    engine::Fresh,
    support::{NOW, PASSWORD, World, id},
};

/// Low limits, so that histories of few acts reach them.
pub(super) const MAILS_AT_ONCE: MailsAtOnce = MailsAtOnce { of_one: 2, of_all: 3 };
/// Histories after which Postgres clears away what they have left.
const TIDY: u32 = 50;

thread_local! {
    /// That of this thread.
    static BENCH: RefCell<Option<Rc<Bench>>> = const { RefCell::new(None) };
}

/// The databases of one worker, and what it has counted.
pub(super) struct Bench {
    pub(super) runtime: Runtime,
    pub(super) tally: RefCell<Tally>,
    grounds: Vec<Ground>,
    folder: TempDir,
    played: Cell<u32>,
}

/// A database that is made once.
struct Ground {
    url: String,
    /// Connected while no history is played.
    idle: RefCell<Option<World>>,
    /// The statements that empty it.
    empty: String,
    /// What clears away the rows that were deleted.
    tidy: String,
    fresh: Option<Fresh>,
}

impl Bench {
    /// Makes the databases: of SQLite, in memory if there is such a folder, and of Postgres if histories are to be played there
    /// as well.
    pub(super) fn open(with_postgres: bool) -> Rc<Self> {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap();
        let grounds = runtime.block_on(async {
            let sqlite = format!("sqlite://{}", folder.path().join("test.db").display());
            let mut grounds = vec![Ground::make(sqlite, None).await];
            if with_postgres {
                let fresh = Fresh::postgres().await;
                grounds.push(Ground::make(fresh.url.clone(), Some(fresh)).await);
            }
            grounds
        });
        Rc::new(Self { runtime, tally: RefCell::default(), grounds, folder, played: Cell::new(0) })
    }

    /// Works with it on this thread, and clears it away.
    pub(super) fn with<T>(self: Rc<Self>, work: impl FnOnce() -> T) -> (T, Tally) {
        BENCH.set(Some(self.clone()));
        let outcome = work();
        BENCH.set(None);
        let Self { runtime, tally, grounds, .. } = Rc::into_inner(self).expect("histories have ended");
        runtime.block_on(async {
            for Ground { idle, fresh, .. } in grounds {
                drop(idle);
                if let Some(fresh) = fresh {
                    fresh.remove().await;
                }
            }
        });
        (outcome, tally.into_inner())
    }

    /// That of this thread.
    pub(super) fn here() -> Rc<Self> {
        BENCH.with_borrow(Clone::clone).expect("this thread has a bench")
    }

    /// The beginning of a history on each engine: SQLite first.
    pub(super) fn begin(&self, model: &Model) -> Vec<Scene> {
        self.played.set(self.played.get() + 1);
        self.runtime.block_on(async {
            let mut scenes = Vec::new();
            for (number, ground) in self.grounds.iter().enumerate() {
                let w = ground.begin(self.played.get()).await;
                let letterbox = self.folder.path().join(number.to_string());
                drop(std::fs::remove_dir_all(&letterbox));
                scenes.push(Scene::new(w, &ground.url, letterbox, model).await);
            }
            scenes
        })
    }

    /// The end of a history that went well. The connections of one that failed are not used again.
    pub(super) fn end(&self, scenes: Vec<Scene>) {
        for (ground, scene) in self.grounds.iter().zip(scenes) {
            ground.idle.replace(Some(scene.w));
        }
    }
}

impl Ground {
    async fn make(url: String, fresh: Option<Fresh>) -> Self {
        let w = connect(&url, NOW).await;
        w.backend.db().migrate().await.unwrap();
        add_customers(&w).await;
        // Each table is emptied before those that it refers to, which were there before it; and numbers begin anew.
        let (tables, numbers) = match w.backend.db() {
            Db::Sqlite { .. } => (
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid DESC",
                "SELECT 'DELETE FROM sqlite_sequence'",
            ),
            Db::Postgres { .. } => (
                "SELECT CAST(relname AS TEXT) FROM pg_class
                 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY oid DESC",
                "SELECT 'SELECT setval(' || quote_literal(relname) || ', 1, FALSE)' FROM pg_class
                 WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace",
            ),
        };
        let mut empty = vec!["BEGIN".to_owned()];
        let kept = ["accounts", "customer_ids", "_sqlx_migrations"];
        let mut tables = w.texts(tables).await;
        tables.retain(|table| !kept.contains(&table.as_str()));
        empty.extend(tables.iter().map(|table| format!("DELETE FROM {table}")));
        empty.push("UPDATE accounts SET active = TRUE, email = replace(handle, '-ovh', '@example.org')".into());
        empty.extend(w.texts(numbers).await);
        empty.push("COMMIT".into());
        let tidy = format!("VACUUM {}", tables.join(", "));
        Self { url, idle: RefCell::new(Some(w)), empty: empty.join("; "), tidy, fresh }
    }

    async fn begin(&self, played: u32) -> World {
        let idle = self.idle.take();
        let w = match idle {
            Some(w) => w,
            None => connect(&self.url, NOW).await,
        };
        let empty = sqlx::raw_sql(AssertSqlSafe(self.empty.clone()));
        match w.backend.db() {
            Db::Sqlite { write, .. } => drop(empty.execute(write).await.unwrap()),
            Db::Postgres { pool, .. } => {
                empty.execute(pool).await.unwrap();
                if played.is_multiple_of(TIDY) {
                    sqlx::raw_sql(AssertSqlSafe(self.tidy.clone())).execute(pool).await.unwrap();
                }
            }
        }
        w.later(NOW.0 - w.now().0);
        w
    }
}

/// A back end over a database. On Postgres by one connection, that is not asked each time whether it is alive, and plans each
/// statement once. A transaction that waited for another connection would wait for ever.
pub(super) async fn connect(url: &str, now: Timestamp) -> World {
    let db = if url.starts_with("postgres") {
        let options = url.parse::<PgConnectOptions>().unwrap().options([("plan_cache_mode", "force_generic_plan")]);
        let one = PgPoolOptions::new().max_connections(1).test_before_acquire(false);
        Db::over(one.connect_with(options).await.unwrap())
    } else {
        Db::connect(url).await.unwrap()
    };
    World::with_mails_at_once(db, url, Arc::new(AtomicI64::new(now.0)), MAILS_AT_ONCE)
}

async fn add_customers(w: &World) {
    // At the lowest cost there is: whoever changes an address is asked for the password.
    static HASH: LazyLock<String> = LazyLock::new(|| {
        let lowest = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8, 1, 1, None).unwrap());
        lowest.hash_password(PASSWORD.as_bytes()).unwrap().to_string()
    });
    let mut tx = w.backend.db().begin().await.unwrap();
    for who in CUSTOMERS {
        let account = Account {
            id: id(who),
            email: EmailAddress::parse(&format!("{who}@example.org")).unwrap(),
            name: PersonName::parse(&format!("Customer {who}")).unwrap(),
            organisation: None,
            language: Language::default(),
            password_hash: HASH.clone(),
            password_is_temporary: false,
            active: true,
            created_at: NOW,
            created_after_request: 0,
        };
        assert_eq!(tx.insert_account(&account).await.unwrap(), Inserted::Done);
    }
    tx.commit().await.unwrap();
}
