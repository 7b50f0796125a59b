//! An hour's worth of requests at once, on kept connections, a tenth of them broken off: every answer is right and for the one who
//! asked, and neither memory nor files nor threads grow.

mod line;
mod mails;
mod process;
mod reading;
mod worker;

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use countersign_backend::demo;
use countersign_domain::HOUR;

use crate::{
    figures,
    support::{Engine, Server, Setup, eventually, on_both},
};
use line::{Asked, Line};
use mails::Mails;
use process::Use;
use worker::Worker;

on_both!(nothing_grows_and_every_answer_is_right, reads_do_not_wait_for_writes);

/// Connections at a time.
const LINES: usize = 32;
/// Of the sixty forms of contacts that an account may send in an hour.
const FORMS: u32 = 50;

/// A customer of the demo, signed in.
#[derive(Clone)]
struct Person {
    id: String,
    email: &'static str,
    cookie: String,
}

/// What the workers share.
struct Load<'a> {
    server: &'a Server,
    people: Vec<Person>,
    /// A service of each worker's own, with who may be its contacts.
    services: Vec<(String, [String; 2])>,
    mails: Mutex<Mails>,
    left: AtomicI64,
    asked: AtomicI64,
    aborted: AtomicI64,
    /// Hours that the clock was put forward, and how many forms each account has sent in the last.
    hours: Mutex<(i64, BTreeMap<String, u32>)>,
}

fn server(engine: Engine) -> Server {
    Setup::on(engine)
        .with("COUNTERSIGN_LOG", "info,sqlx=warn")
        .with("COUNTERSIGN_SIGN_INS_PER_MINUTE", "1000000")
        .with("COUNTERSIGN_WRONG_PASSWORDS_PER_HOUR", "1000000")
        .start()
}

impl<'a> Load<'a> {
    fn new(server: &'a Server) -> Self {
        let people: Vec<_> = demo::CUSTOMERS
            .iter()
            .map(|(stem, _, email, _)| {
                let browser = server.as_customer(stem);
                Person { id: format!("{stem}-ovh"), email, cookie: format!("countersign={}", browser.session()) }
            })
            .collect();
        let services = (0..LINES).map(|number| {
            let [me, other] = pair(number).map(|n| people[n].id.clone());
            let name = format!("load-{number}.example");
            let key =
                server.operator(&["service", "add", "--name", &name, "--category", "vps", "--admin", &me]).succeeds();
            (key.trim().to_owned(), [me, other])
        });
        let services = services.collect();
        let zero = || AtomicI64::new(0);
        let (left, asked, aborted) = (zero(), zero(), zero());
        Self { server, people, services, mails: Mutex::default(), left, asked, aborted, hours: Mutex::default() }
    }

    fn worker(&'a self, number: usize) -> Worker<'a> {
        let [me, other] = pair(number).map(|n| self.people[n].clone());
        Worker::new(self, number, me, other, self.services[number].0.clone())
    }

    /// So many requests more, by all workers at once.
    fn run(&self, workers: &mut [Worker<'_>], requests: u32) {
        self.left.fetch_add(requests.into(), Ordering::SeqCst);
        thread::scope(|scope| {
            for worker in workers.iter_mut() {
                scope.spawn(|| worker.work());
            }
        });
        for worker in workers {
            worker.line = Line::to(self.server.address);
        }
    }

    fn goes_on(&self) -> bool {
        self.left.load(Ordering::SeqCst) > 0
    }

    fn count(&self, aborted: bool) {
        self.left.fetch_sub(1, Ordering::SeqCst);
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.aborted.fetch_add(aborted.into(), Ordering::SeqCst);
    }

    /// An account sends a form: in time another hour has begun.
    fn submits(&self, account: &str) {
        let mut hours = self.hours.lock().unwrap();
        let sent = hours.1.entry(account.to_owned()).or_default();
        *sent += 1;
        if *sent > FORMS {
            self.begin_hour(&mut hours);
        }
    }

    fn begin_hour(&self, hours: &mut (i64, BTreeMap<String, u32>)) {
        *hours = (hours.0 + 1, BTreeMap::new());
        self.server.set_clock(hours.0 * (HOUR + 1000));
    }

    /// The code that was mailed to this address for a request.
    fn code(&self, address: &str, request: i64) -> String {
        let begun = Instant::now();
        let mut patience = Duration::from_millis(500);
        loop {
            if let Some(code) = self.mails.lock().unwrap().code(self.server, address, request) {
                return code;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "no code of {request} for {address}");
            thread::sleep(Duration::from_millis(20));
            // Of many mails to one customer a digest brings those beyond the first, half an hour later.
            let collected = format!("outbox WHERE request_id = {request} AND bundle IS NOT NULL AND state = 'pending'");
            if begun.elapsed() > patience && self.server.database().count(&collected) > 0 {
                self.begin_hour(&mut self.hours.lock().unwrap());
                patience = begun.elapsed() + Duration::from_secs(5);
            }
        }
    }

    /// A service that is none of this customer's.
    fn foreign_to(&self, who: &Person, chance: u64) -> &str {
        let foreign: Vec<_> = self.services.iter().filter(|(_, contacts)| !contacts.contains(&who.id)).collect();
        &foreign[chance as usize % foreign.len()].0
    }
}

/// Whose service it is, and with whom he hands it to and fro, by their places among the customers.
fn pair(number: usize) -> [usize; 2] {
    let people = demo::CUSTOMERS.len();
    [number % people, (number + 1 + number / people) % people]
}

fn nothing_grows_and_every_answer_is_right(engine: Engine) {
    let requests = figures::rounds(1_000, 100_000);
    let server = server(engine);
    let load = Load::new(&server);
    let mut workers: Vec<_> = (0..LINES).map(|number| load.worker(number)).collect();
    let begun = Instant::now();

    load.run(&mut workers, requests / 2);
    server.settle();
    let before = Use::of(&server);
    load.run(&mut workers, requests / 2);
    server.settle();
    // Connections that were closed are closed at the other end, too.
    let after = eventually("the files of closed connections are closed", || {
        Some(Use::of(&server)).filter(|now| now.files <= before.files + 20 && now.threads <= before.threads + 20)
    });
    let grown = f64::from(after.memory) / f64::from(before.memory);
    let (asked, aborted) = (load.asked.load(Ordering::SeqCst), load.aborted.load(Ordering::SeqCst));
    assert!(aborted * 15 > asked, "{aborted} of {asked} were aborted");
    let time = begun.elapsed().as_secs();
    let all = format!("{asked} requests in {time} s, {aborted} of them aborted, every answer right");
    figures::tell(&format!("load: {engine:?}"), &all);
    let mega = |kilo: u32| kilo / 1024;
    let kept = format!(
        "{} MB after half, {} MB at the end (ratio {grown:.2}); files {} → {}, threads {} → {}",
        mega(before.memory),
        mega(after.memory),
        before.files,
        after.files,
        before.threads,
        after.threads
    );
    figures::tell(&format!("load: {engine:?}, memory"), &kept);

    // It says itself how many tasks are alive when it is told to end.
    server.send_signal("TERM");
    assert_eq!(server.wait().0.code(), Some(0));
    let log = server.log();
    let tasks = log.rsplit_once(" tasks=").and_then(|(_, rest)| rest.split_whitespace().next()?.parse().ok());
    let tasks: u32 = tasks.unwrap_or_else(|| panic!("it does not say how many tasks are alive"));
    figures::tell(&format!("load: {engine:?}, tasks"), &format!("{tasks} alive at the end"));
    assert!(tasks < 100, "{tasks} tasks are alive");

    // What SQLite's connections keep of a file that grows is no leak; a kilobyte for each request would be one.
    assert!(grown <= 1.2 || after.memory < before.memory + 32 * 1024, "{before:?} → {after:?}");
}

/// How long it takes is told, and judged by nobody: machines differ. Both kinds are measured in turn, since machines have other things to
/// do as well.
fn reads_do_not_wait_for_writes(engine: Engine) {
    const TURNS: u32 = 10;
    let server = server(engine);
    let load = Load::new(&server);
    let reads = figures::rounds(3, 300);
    let (writing, over) = (AtomicBool::new(false), AtomicBool::new(false));
    let mut writers: Vec<_> = (0..4).map(|number| load.worker(number)).collect();
    let mut line = Line::to(server.address);
    let (mut idle, mut busy) = (Vec::new(), Vec::new());
    for _ in 0..20 {
        time_of_a_read(&load, &mut line);
    }
    thread::scope(|scope| {
        let _ended = SetAtLast(&over);
        for writer in &mut writers {
            scope.spawn(|| {
                while !over.load(Ordering::SeqCst) {
                    if writing.load(Ordering::SeqCst) {
                        writer.hand_over();
                    } else {
                        thread::sleep(Duration::from_millis(1));
                    }
                }
            });
        }
        for turn in 0..2 * TURNS {
            writing.store(turn % 2 == 1, Ordering::SeqCst);
            thread::sleep(Duration::from_millis(50));
            let times = if turn % 2 == 1 { &mut busy } else { &mut idle };
            times.extend((0..reads).map(|_| time_of_a_read(&load, &mut line)));
        }
    });
    let [idle, busy] = [idle, busy].map(p99);
    let writes = load.asked.load(Ordering::SeqCst);
    assert!(writes > TURNS.into(), "{writes} writes only");
    let told = format!("{idle:.1} ms idle, {busy:.1} ms under {writes} writes (ratio {:.1})", busy / idle);
    figures::tell(&format!("load: {engine:?}, p99 of a read"), &told);
}

/// Nobody waits for what has failed.
struct SetAtLast<'a>(&'a AtomicBool);

impl Drop for SetAtLast<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

fn time_of_a_read(load: &Load<'_>, line: &mut Line) -> Duration {
    let place = "/api/services?search=&category=&role=&sort=name&descending=false&cursor=";
    let begun = Instant::now();
    line.ask(Asked { place, cookie: &load.people[7].cookie, form: None }).is(&[200]);
    begun.elapsed()
}

/// In milliseconds: of a hundred, all but one take no longer.
fn p99(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() * 99 / 100].as_secs_f64() * 1000.0
}
