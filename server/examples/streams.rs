//! Measures what a thousand open pages cost a server: memory, idle CPU, and the time from a commit to the last page that is told.
//!
//! `cargo run --release -p countersign --example streams -- target/release/countersign`, as `make bench` does. With
//! `TEST_DATABASE_URL`, on that Postgres, in a database of its own; else on SQLite.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use countersign_backend::testing::{Account, Db};
use countersign_domain::{EmailAddress, Handle, PersonName, Suffix, Timestamp};
use countersign_locales::Language;
use tokio::{
    net::TcpStream,
    task::JoinSet,
    time::{Instant, sleep},
};
use tower_sessions::session::Id;

const PAGES: usize = 1000;
const IDLE: Duration = Duration::from_secs(30);
/// The year 2100.
const FAR: Timestamp = Timestamp(4_102_444_800_000);

/// Ends with this.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Server {
    /// What the kernel says of it, by this name, in kB.
    fn memory(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.split_whitespace().find_map(|word| word.parse().ok()).unwrap()
    }

    /// The CPU time that it has used, in hundredths of a second.
    fn cpu(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0.id())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    }
}

fn account(n: usize) -> Handle {
    Handle::parse(&format!("zz{n}"), &Suffix::default()).unwrap()
}

/// An account and a session for each page.
async fn fill(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    for n in 0..PAGES {
        let id = account(n);
        let account = Account {
            email: EmailAddress::parse(&format!("zz{n}@example.org")).unwrap(),
            name: PersonName::parse("Bench").unwrap(),
            organisation: None,
            language: Language::default(),
            password_hash: String::new(),
            password_is_temporary: false,
            active: true,
            created_at: Timestamp(0),
            created_after_request: 0,
            id: id.clone(),
        };
        let _ = tx.insert_account(&account).await.unwrap();
        let data = format!("{{\"account\":\"{id}\",\"stamp\":\"{}\"}}", account.password_stamp());
        tx.insert_session(&session(n).0.to_be_bytes(), Some(&id), &data, Timestamp(0), FAR).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn session(n: usize) -> Id {
    Id(i128::try_from(n).unwrap() + 1)
}

/// Reads until there is an event; answers with when that was.
async fn told(tcp: &TcpStream, what: &str) -> Instant {
    let mut text = String::new();
    while !text.contains(what) {
        tcp.readable().await.unwrap();
        let mut part = [0; 4096];
        match tcp.try_read(&mut part) {
            Ok(0) => panic!("a stream ended: {text}"),
            Ok(read) => {
                text.push_str(std::str::from_utf8(&part[..read]).unwrap());
                assert!(!text.starts_with("HTTP") || text.starts_with("HTTP/1.1 200"), "no stream: {text}");
            }
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(error) => panic!("{error}"),
        }
    }
    Instant::now()
}

/// Waits until every stream says this; answers with the last one's time.
async fn all_told(streams: Vec<TcpStream>, what: &'static str) -> (Instant, Vec<TcpStream>) {
    let mut waiting: JoinSet<_> = streams.into_iter().map(|tcp| async move { (told(&tcp, what).await, tcp) }).collect();
    let (mut last, mut streams) = (Instant::now(), Vec::new());
    while let Some(done) = waiting.join_next().await {
        let (at, tcp) = done.unwrap();
        last = last.max(at);
        streams.push(tcp);
    }
    (last, streams)
}

#[tokio::main]
async fn main() {
    let program = fs::canonicalize(std::env::args().nth(1).expect("the path of the program")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let on_postgres = std::env::var("TEST_DATABASE_URL").ok();
    let url = match &on_postgres {
        Some(server) => {
            let Db::Postgres { pool, .. } = Db::connect(server).await.unwrap() else { panic!("no Postgres: {server}") };
            let name = format!("countersign_bench_{}", std::process::id());
            sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await.unwrap();
            let mut url = url::Url::parse(server).unwrap();
            url.set_path(&name);
            url.to_string()
        }
        None => format!("sqlite://{}", folder.path().join("bench.sqlite").display()),
    };
    let db = Db::connect(&url).await.unwrap();
    db.migrate().await.unwrap();

    let mut command = Command::new(program);
    command.current_dir(folder.path());
    command
        .args(["serve", "--demo", "--listen", "127.0.0.1:0"])
        .env("DATABASE_URL", &url)
        .env("COUNTERSIGN_LOG", "warn");
    let mut server = Server(command.stdout(Stdio::piped()).spawn().unwrap());
    let mut line = String::new();
    let mut output = BufReader::new(server.0.stdout.take().unwrap());
    output.read_line(&mut line).unwrap();
    let address = line.trim().rsplit("http://").next().unwrap().to_owned();
    std::thread::spawn(move || output.lines().for_each(drop));
    fill(&db).await;
    sleep(Duration::from_secs(5)).await;

    let before = server.memory("VmRSS:");
    let mut streams = Vec::with_capacity(PAGES);
    for n in 0..PAGES {
        let tcp = TcpStream::connect(&address).await.unwrap();
        let request = format!("GET /api/live HTTP/1.1\r\nHost: x\r\nCookie: countersign={}\r\n\r\n", session(n));
        tcp.writable().await.unwrap();
        assert_eq!(tcp.try_write(request.as_bytes()).unwrap(), request.len());
        told(&tcp, "data:").await;
        streams.push(tcp);
    }
    let after = server.memory("VmRSS:");
    println!("streams                  {PAGES}");
    println!("memory                   {before} kB before, {after} kB after: {:.1} kB for each", {
        f64::from(u32::try_from(after.saturating_sub(before)).unwrap()) / f64::from(u32::try_from(PAGES).unwrap())
    });

    let (cpu, begun) = (server.cpu(), Instant::now());
    sleep(IDLE).await;
    let used = f64::from(u32::try_from(server.cpu() - cpu).unwrap()) / begun.elapsed().as_secs_f64();
    println!("CPU, nothing happening   {used:.2} % of a core");

    let mut times = Vec::new();
    for round in 0..5 {
        let mut tx = db.begin().await.unwrap();
        for n in 0..PAGES {
            tx.insert_invoice(&format!("B-{round}-{n}"), &account(n), Timestamp(0)).await.unwrap();
        }
        let begun = Instant::now();
        tx.commit().await.unwrap();
        let (last, open) = all_told(streams, "data:").await;
        streams = open;
        times.push(last.duration_since(begun).as_millis());
        sleep(Duration::from_secs(2)).await;
    }
    let what = if on_postgres.is_some() {
        "another process's commit"
    } else {
        "another process's commit, looked for each second"
    };
    println!("ms until all are told    {times:?} ({what})");
    println!("memory at the most       {} kB", server.memory("VmHWM:"));
}
