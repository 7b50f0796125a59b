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
            *hours = (hours.0 + 1, BTreeMap::new());
            self.server.set_clock(hours.0 * (HOUR + 1000));
        }
    }

    /// The code that was mailed to this address for a request.
    fn code(&self, address: &str, request: i64) -> String {
        let begun = Instant::now();
        loop {
            if let Some(code) = self.mails.lock().unwrap().code(self.server, address, request) {
                return code;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "no code of {request} for {address}");
            thread::sleep(Duration::from_millis(20));
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

    load.run(&mut workers, requests / 10);
    server.settle();
    let before = Use::of(&server);
    load.run(&mut workers, requests - requests / 10);
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
        "{} MB after a tenth, {} MB at the end (ratio {grown:.2}); files {} → {}, threads {} → {}",
        mega(before.memory),
        mega(after.memory),
        before.files,
        after.files,
        before.threads,
        after.threads
    );
    figures::tell(&format!("load: {engine:?}, memory"), &kept);

    // What the databases' connections keep of a file that has grown is no leak; a kilobyte for each request would be one.
    assert!(grown <= 1.5 || after.memory < before.memory + 64 * 1024, "{before:?} → {after:?}");
}

/// How long it takes is told, and judged by nobody: machines differ.
fn reads_do_not_wait_for_writes(engine: Engine) {
    let server = server(engine);
    let load = Load::new(&server);
    let reads = figures::rounds(30, 3_000);
    let idle = p99(&load, reads);
    let busy = AtomicBool::new(true);
    let mut writers: Vec<_> = (0..4).map(|number| load.worker(number)).collect();
    let under_writes = thread::scope(|scope| {
        for writer in &mut writers {
            scope.spawn(|| {
                while busy.load(Ordering::SeqCst) {
                    writer.hand_over()
                }
            });
        }
        let p99 = p99(&load, reads);
        busy.store(false, Ordering::SeqCst);
        p99
    });
    let writes = load.asked.load(Ordering::SeqCst);
    let ratio = under_writes.as_secs_f64() / idle.as_secs_f64();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let told = format!("{:.1} ms idle, {:.1} ms under {writes} writes (ratio {ratio:.1})", ms(idle), ms(under_writes));
    figures::tell(&format!("load: {engine:?}, p99 of a read"), &told);
}

/// Of a hundred reads, the second slowest takes so long.
fn p99(load: &Load<'_>, reads: u32) -> Duration {
    let mut line = Line::to(load.server.address);
    let place = "/api/services?search=&category=&role=&sort=name&descending=false&cursor=";
    let mut times: Vec<_> = (0..reads)
        .map(|_| {
            let begun = Instant::now();
            line.ask(Asked { place, cookie: &load.people[7].cookie, form: None }).is(&[200]);
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() * 99 / 100]
}
