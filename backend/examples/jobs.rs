//! Measures what a minute of the jobs of time costs when nothing is due, with few and with many services (and as many requests,
//! sessions, links, forms and mails), on SQLite and, if `TEST_DATABASE_URL` is set, on Postgres: milliseconds of CPU a minute, of
//! this process and of the Postgres processes that serve it (where they are on this machine).
//!
//! `cargo run --release -p countersign-backend --example jobs -- [SERVICES…]`
#![allow(clippy::print_stdout)]

use std::{fmt::Write, fs, sync::Arc, sync::atomic::AtomicI64, time::Duration};

use countersign_backend::{
    Backend, Settings,
    ambient::Clock,
    mail::{Mailer, Worker},
    testing::{Account, Db},
};
use countersign_domain::{EmailAddress, Handle, PersonName, Suffix, Timestamp};
use countersign_locales::Language;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

#[path = "../tests/store/bulk.rs"]
mod bulk;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const NOW: Timestamp = Timestamp(1_800_000_000_000);
/// How many minutes are played, one after the other: the system counts CPU in hundredths of a second.
const MINUTES: u32 = 20;
/// The most that is measured of each number of services and job.
const PATIENCE: Duration = Duration::from_secs(30);

/// CPU time that a process has used, in milliseconds; 0 if it is not on this machine.
fn cpu(process: &str) -> u64 {
    const TICK: u64 = 10;
    let Ok(stat) = fs::read_to_string(format!("/proc/{process}/stat")) else { return 0 };
    // The name in parentheses may hold anything; user and system time are the 12th and 13th field after it.
    let fields: Vec<_> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    fields.iter().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * TICK
}

async fn cpu_of_all(db: &Db) -> Outcome<u64> {
    let mut sum = cpu("self");
    if let Db::Postgres { pool, .. } = db {
        const SERVING: &str = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()";
        let processes: Vec<i32> = sqlx::query_scalar(SERVING).fetch_all(pool).await?;
        sum += processes.iter().map(|process| cpu(&process.to_string())).sum::<u64>();
    }
    Ok(sum)
}

async fn add_accounts(db: &Db) -> Outcome {
    let mut tx = db.begin().await?;
    for stem in ["aa1", "dd4"] {
        let account = Account {
            id: Handle::parse(stem, &Suffix::default()).map_err(|_| "a customer ID")?,
            email: EmailAddress::parse(&format!("{stem}@example.org")).map_err(|_| "an address")?,
            name: PersonName::parse(stem).map_err(|_| "a name")?,
            organisation: None,
            language: Language::default(),
            password_hash: String::new(),
            active: true,
            created_at: NOW,
            created_after_request: 0,
            password_is_temporary: false,
        };
        let _ = tx.insert_account(&account).await?;
    }
    Ok(tx.commit().await?)
}

/// The jobs that look all the time, with how often they do in a minute. What looks once an hour is not measured.
const JOBS: [(&str, u32); 5] =
    [("expire_due", 12), ("remind_due", 12), ("renewals_due", 12), ("clean_sessions", 12), ("deliver_due", 60)];

async fn run(job: &str, backend: &Backend, worker: &Worker) -> Outcome {
    match job {
        "expire_due" => backend.system("test").expire_due().await.map(|_| ())?,
        "remind_due" => backend.system("test").remind_due().await.map(|_| ())?,
        "renewals_due" => backend.system("test").renewals_due().await.map(|_| ())?,
        "clean_sessions" => backend.system("test").clean_sessions().await.map(|_| ())?,
        _ => worker.deliver_due().await.map(|_| ())?,
    }
    Ok(())
}

async fn measure(engine: &str, url: &str, services: i64) -> Outcome {
    let db = Db::connect(url).await?;
    db.migrate().await?;
    add_accounts(&db).await?;
    bulk::fill(&db, services, NOW).await?;
    let settings = Settings::new("https://contacts.example.org/".parse()?);
    let backend = Backend::new(db.clone(), Clock::Manual(Arc::new(AtomicI64::new(NOW.0))), settings);
    let worker = Worker::new(backend.clone(), Mailer::Mailbox(std::env::temp_dir()));
    let (mut line, mut sum) = (String::new(), 0.0);
    for (job, times) in JOBS {
        let (begun, before, mut minutes) = (std::time::Instant::now(), cpu_of_all(&db).await?, 0);
        while minutes < MINUTES && begun.elapsed() < PATIENCE {
            for _ in 0..times {
                run(job, &backend, &worker).await?;
            }
            minutes += 1;
        }
        let used = (cpu_of_all(&db).await? - before) as f64 / f64::from(minutes);
        write!(line, "  {job} {used:.1}")?;
        sum += used;
    }
    println!("{engine}, {services} services: {sum:.1} ms of CPU a minute; {line}");
    db.close().await;
    Ok(())
}

#[tokio::main]
async fn main() -> Outcome {
    let mut counts = Vec::new();
    for argument in std::env::args().skip(1) {
        counts.push(argument.parse()?);
    }
    if counts.is_empty() {
        counts = vec![1_000, 100_000];
    }
    for (n, count) in counts.into_iter().enumerate() {
        let folder = tempfile::tempdir()?;
        measure("SQLite", &format!("sqlite://{}", folder.path().join("bench.db").display()), count).await?;
        let Ok(server) = std::env::var("TEST_DATABASE_URL") else { continue };
        let name = format!("countersign_jobs_{}_{n}", std::process::id());
        let mut connection = PgConnection::connect(&server).await?;
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await?;
        let mut url = url::Url::parse(&server)?;
        url.set_path(&name);
        let outcome = measure("Postgres", url.as_str(), count).await;
        sqlx::query(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).execute(&mut connection).await?;
        outcome?;
    }
    Ok(())
}
