//! The jobs of time cost what is due, however much there is beside it: counted by the databases themselves while the jobs run,
//! with 100,000 services, requests, sessions, links, forms, mails, and mails that wait in a digest. A statement that reads one of these
//! tables through, or every row that could become due one day, is far above the limit.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use countersign_backend::{
    Backend,
    mail::{Mailer, Worker},
    testing::Db,
};
use countersign_domain::{Category::Hosting, DAY, HOUR, Role::Tech, Status};
use sqlx::{PgPool, SqlitePool};

use crate::{bulk, engine::on_both, figures, support::World};

on_both!(jobs_read_only_what_is_due);

/// Rows of each table.
const MANY: i64 = 100_000;
/// How often each job looks: Postgres chooses a plan for all parameters at the sixth time.
const ROUNDS: u32 = 8;
/// Each job, by the name of its function.
const JOBS: [&str; 7] =
    ["expire_due", "remind_due", "renewals_due", "clean_sessions", "clean_links", "clean_attempts", "deliver_due"];
/// What a job may cost on Postgres: rows and entries of indexes that are read in all rounds.
const MOST_ROWS: u64 = 400;
/// What a job may cost on SQLite: steps of its virtual machine in all rounds. To read one row takes at least four.
const MOST_STEPS: u64 = 10_000;

/// Runs a job once; says how much was due.
async fn run(job: &str, backend: &Backend, worker: &Worker) -> u64 {
    match job {
        "expire_due" => backend.system("test").expire_due().await.unwrap().into(),
        "remind_due" => backend.system("test").remind_due().await.unwrap().into(),
        "renewals_due" => backend.system("test").renewals_due().await.unwrap().into(),
        "clean_sessions" => backend.system("test").clean_sessions().await.unwrap(),
        "clean_links" => backend.system("test").clean_links().await.unwrap(),
        "clean_attempts" => backend.system("test").clean_attempts().await.unwrap(),
        "deliver_due" => worker.deliver_due().await.unwrap() as u64,
        _ => unreachable!("{job}"),
    }
}

/// The rows and entries of indexes that ended processes have read of the tables that grow.
async fn rows_read(w: &World) -> u64 {
    const TABLES: &str =
        "relname IN ('services', 'renewal_notices', 'requests', 'sessions', 'links', 'attempts', 'outbox')";
    let sql = format!(
        "SELECT CAST((SELECT SUM(seq_tup_read) FROM pg_stat_user_tables WHERE {TABLES})
             + (SELECT SUM(idx_tup_read) FROM pg_stat_user_indexes WHERE {TABLES}) AS TEXT)"
    );
    w.texts(&sql).await[0].parse().unwrap()
}

/// Waits until Postgres has ended every other process than those that serve `w`: it has counted what they have read then.
async fn others_have_ended(w: &World, pool: &PgPool) {
    const SERVED: &str = "pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'";
    while w.count(SERVED).await > i64::from(pool.size()) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Counts the steps of SQLite's virtual machine on the connection that a pool gives out next.
async fn count_steps(pool: &SqlitePool, steps: &Arc<AtomicU64>) {
    const EVERY: i32 = 10;
    let mut connection = pool.acquire().await.unwrap();
    let steps = steps.clone();
    connection.lock_handle().await.unwrap().set_progress_handler(EVERY, move || {
        steps.fetch_add(EVERY as u64, Ordering::Relaxed);
        true
    });
    drop(connection);
    // It is given back by a task of its own.
    while pool.num_idle() < pool.size() as usize {
        tokio::task::yield_now().await;
    }
}

/// Does something as a process of its own; what the database has read for it, in [`rows_read`] or [`count_steps`].
async fn cost<T>(w: &World, act: impl AsyncFnOnce(&World) -> T) -> (T, u64) {
    let before = match w.backend.db() {
        Db::Postgres { .. } => rows_read(w).await,
        Db::Sqlite { .. } => 0,
    };
    let process = w.another_process().await;
    let steps = Arc::new(AtomicU64::new(0));
    if let Db::Sqlite { read, write, .. } = process.backend.db() {
        count_steps(read, &steps).await;
        count_steps(write, &steps).await;
    }
    let outcome = act(&process).await;
    process.backend.db().close().await;
    let Db::Postgres { pool, .. } = w.backend.db() else { return (outcome, steps.load(Ordering::Relaxed)) };
    others_have_ended(w, pool).await;
    (outcome, rows_read(w).await - before)
}

/// Runs a job so often; what was due in all, and what it has cost.
async fn job_cost(w: &World, job: &str, rounds: u32) -> (u64, u64) {
    let folder = tempfile::tempdir().unwrap();
    cost(w, async |process: &World| {
        let worker = Worker::new(process.backend.clone(), Mailer::Mailbox(folder.path().to_owned()));
        let mut due = 0;
        for _ in 0..rounds {
            due += run(job, &process.backend, &worker).await;
        }
        due
    })
    .await
}

/// Makes one thing due for each job, among all that is not.
async fn make_due(w: &World) {
    let services = [w.service().await, w.add_service("other.example.org", Hosting, ["aa1", "bb2", "cc3"]).await];
    let overdue = w.ask_one("aa1", services[0], Tech, "ee5").await;
    let nearly = w.ask_one("aa1", services[1], Tech, "ee5").await;
    let end = Some(w.now().plus(30 * DAY));
    w.add_expiring("ends.example.org", Hosting, ["aa1", "bb2", "cc3"], Status::Ok, end).await;
    let now = w.now().0;
    for sql in [
        format!("UPDATE requests SET expires_at = {now} WHERE id = {overdue}"),
        format!("UPDATE requests SET expires_at = {now} + {DAY} WHERE id = {nearly}"),
        format!("UPDATE sessions SET expires_at = {now} WHERE id_hash = (SELECT id_hash FROM sessions LIMIT 1)"),
        format!("UPDATE links SET expires_at = {now} - {DAY} WHERE holder = 'h1'"),
        format!("INSERT INTO attempts (account, at) VALUES ('hh8-ovh', {now} - {HOUR})"),
    ] {
        w.run(&sql).await;
    }
}

fn tell(w: &World, what: &str, cost: u64) {
    let (engine, unit) = match w.backend.db() {
        Db::Postgres { .. } => ("Postgres", "rows read"),
        Db::Sqlite { .. } => ("SQLite", "steps"),
    };
    figures::tell(&format!("jobs: {what}, {engine}"), &format!("{cost} {unit} among {MANY}"));
}

async fn jobs_read_only_what_is_due(w: World) {
    cost(&w, async |process: &World| bulk::fill(process.backend.db(), MANY, process.now()).await.unwrap()).await;
    let most = if matches!(w.backend.db(), Db::Postgres { .. }) { MOST_ROWS } else { MOST_STEPS };
    for job in JOBS {
        let (due, cost) = job_cost(&w, job, ROUNDS).await;
        assert_eq!(due, 0, "{job}: nothing is due yet");
        tell(&w, &format!("{job}, {ROUNDS} times, nothing due"), cost);
        assert!(cost <= most, "{job}: {cost} with nothing due");
    }
    cost(&w, async |process: &World| make_due(process).await).await;
    for job in JOBS {
        let (due, cost) = job_cost(&w, job, 1).await;
        tell(&w, &format!("{job}, one due"), cost);
        assert!(due > 0, "{job}: it finds what is due");
        // That anything was counted at all shows that counting works.
        assert!(0 < cost && cost <= most, "{job}: {cost} with {due} due");
    }
    // While mails are held, those that are due are many.
    cost(&w, async |process: &World| {
        process.run(&format!("INSERT INTO outbox_hold (only_one, held_since) VALUES (1, {})", process.now().0)).await;
        process
            .run(&format!("UPDATE outbox SET due_at = {} WHERE state = 'pending' AND bundle IS NULL", process.now().0))
            .await;
    })
    .await;
    let (due, held) = job_cost(&w, "deliver_due", ROUNDS).await;
    tell(&w, &format!("deliver_due, {ROUNDS} times, held"), held);
    assert!(due == 0 && held <= most, "{held} while mails are held");
}
