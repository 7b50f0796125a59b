//! A point in time, without a hook in the product: a trigger lets a certain transaction stand still, on Postgres at its commit, on
//! SQLite after its last row. On both all that the transaction writes is written by then.

use std::{str::FromStr, thread::sleep, time::Duration};

use sqlx::{ConnectOptions, Connection, Executor, sqlite::SqliteConnectOptions};
use tokio::runtime::Builder;

use crate::support::{Engine, database::Database, eventually};

/// Which transaction.
#[derive(Clone, Copy, Debug)]
pub(super) enum Point {
    /// That which owes the mail of this event to this recipient.
    Owes(&'static str, &'static str),
    /// That which notes that a mail was taken by the mail server.
    NotesSent,
}

impl Point {
    fn trigger(self) -> (&'static str, String) {
        match self {
            Self::Owes(event, recipient) => {
                ("INSERT", format!("NEW.event = '{event}' AND NEW.recipient = '{recipient}'"))
            }
            Self::NotesSent => ("UPDATE", "NEW.state = 'sent'".to_owned()),
        }
    }
}

/// Such a transaction stands still from now on. Postgres would go on after `seconds`.
pub(super) fn stall(database: &Database, point: Point, seconds: f64) {
    let (verb, when) = point.trigger();
    match database.engine {
        Engine::Sqlite => {
            // Counts for longer than anybody waits.
            database.run(
                "CREATE VIEW stall AS WITH RECURSIVE numbers (n) AS
                     (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10000000000) SELECT COUNT(*) AS n FROM numbers",
            );
            database.run(&format!(
                "CREATE TRIGGER stall AFTER {verb} ON outbox WHEN ({when}) BEGIN SELECT n FROM stall; END"
            ));
        }
        Engine::Postgres => {
            database.run(&format!(
                "CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS
                     $$ BEGIN PERFORM pg_sleep({seconds}); RETURN NULL; END $$"
            ));
            database.run(&format!(
                "CREATE CONSTRAINT TRIGGER stall AFTER {verb} ON outbox DEFERRABLE INITIALLY DEFERRED
                 FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION stall()"
            ));
        }
    }
}

/// No transaction stands still any more, once those that do are gone.
pub(super) fn lift(database: &Database) {
    match database.engine {
        Engine::Sqlite => {
            database.run("DROP TRIGGER stall");
            database.run("DROP VIEW stall");
        }
        Engine::Postgres => {
            eventually("nothing stands still", || (!sleeps(database)).then_some(()));
            database.run("DROP TRIGGER stall ON outbox");
            database.run("DROP FUNCTION stall");
        }
    }
}

/// On Postgres a transaction whose client is gone is undone at once, and not when it would have said something.
pub(super) fn undo_at_once(database: &Database) {
    if database.engine == Engine::Postgres {
        let name = database.texts("SELECT current_database()::text").remove(0);
        database.run(&format!("ALTER DATABASE {name} SET client_connection_check_interval = '20ms'"));
    }
}

/// Waits until a transaction stands still.
pub(super) fn wait(database: &Database) {
    match database.engine {
        Engine::Postgres => eventually("a transaction stands still", || sleeps(database).then_some(())),
        Engine::Sqlite => {
            let mut locked = 0;
            eventually("a transaction stands still", || {
                locked = if is_locked(database) { locked + 1 } else { 0 };
                (locked >= 8).then_some(())
            });
        }
    }
}

fn sleeps(database: &Database) -> bool {
    database.count("pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'") > 0
}

/// Whether a transaction writes, over some time.
fn is_locked(database: &Database) -> bool {
    sleep(Duration::from_millis(5));
    let options = SqliteConnectOptions::from_str(&database.url).unwrap().busy_timeout(Duration::ZERO);
    Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let mut connection = options.connect().await.unwrap();
        let locked = connection.execute("BEGIN IMMEDIATE").await.is_err();
        connection.close().await.unwrap();
        locked
    })
}
