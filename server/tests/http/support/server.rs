//! A running server. When a test is done with it, its log must hold nothing that is nobody's business.

use std::{
    collections::BTreeSet,
    fs,
    net::SocketAddr,
    process::{Child, ExitStatus},
    sync::Mutex,
    time::{Duration, Instant},
};

use countersign_backend::demo;
use ureq::Agent;

use super::{Browser, PASSWORD, Setup, database::Database, program::Outcome};

#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) agent: Agent,
    child: Mutex<Child>,
    /// What its log must not hold.
    secrets: Mutex<BTreeSet<String>>,
    // Dropped last.
    setup: Setup,
}

impl std::fmt::Debug for Setup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.database.url)
    }
}

impl Server {
    pub(super) fn new(setup: Setup, child: Child, address: SocketAddr) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .new_agent();
        Self { address, agent, child: Mutex::new(child), secrets: Mutex::new(known_secrets()), setup }
    }

    /// Kills it: it has no time for anything any more.
    pub(crate) fn kill(&self) {
        let mut child = self.child.lock().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.lock().unwrap().id()
    }

    /// Starts it again after its end, over the same database, on another port. Its log begins anew.
    pub(crate) fn start_again(&mut self) {
        assert!(self.ended().is_some(), "it is running");
        self.check_lines();
        let (child, address) = self.setup.launch();
        self.address = address;
        *self.child.lock().unwrap() = child;
        *self.secrets.lock().unwrap() = known_secrets();
    }

    /// Starts it again after its end, and kills it after so long.
    pub(crate) fn start_in_vain(&self, after: Duration) {
        assert!(self.ended().is_some(), "it is running");
        self.check_lines();
        self.setup.start_in_vain(after);
    }

    /// A demo over a fresh database.
    pub(crate) fn start(engine: super::Engine) -> Self {
        Setup::on(engine).start()
    }

    pub(crate) fn setup(&self) -> &Setup {
        &self.setup
    }

    pub(crate) fn database(&self) -> &Database {
        &self.setup.database
    }

    /// A browser that has no cookie yet.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// A browser in which a demo customer has signed in.
    #[track_caller]
    pub(crate) fn as_customer(&self, stem: &str) -> Browser<'_> {
        let mut browser = self.browser();
        browser.sign_in(stem, PASSWORD);
        browser
    }

    /// Puts the clock forward to the present or beyond: `ms` after (before, if negative) the real time.
    pub(crate) fn set_clock(&self, ms: i64) {
        let clock = self.setup.folder.path().join("clock");
        fs::write(clock.with_extension("new"), ms.to_string()).unwrap();
        fs::rename(clock.with_extension("new"), clock).unwrap();
    }

    /// A command of the operator, on the same database.
    pub(crate) fn operator(&self, arguments: &[&str]) -> Outcome {
        self.setup.operator(arguments)
    }

    /// Notes what the log must not hold. Short texts may stand there by chance.
    pub(crate) fn keep_secret(&self, text: &str) {
        if text.len() >= 8 {
            self.secrets.lock().unwrap().insert(text.to_owned());
        }
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.setup.folder.path().join("log")).unwrap()
    }

    pub(crate) fn send_signal(&self, signal: &str) {
        let id = self.child.lock().unwrap().id().to_string();
        let sent = std::process::Command::new("kill").args(["-s", signal, &id]).status().unwrap();
        assert!(sent.success());
    }

    /// How it ended, if it has.
    pub(crate) fn ended(&self) -> Option<ExitStatus> {
        self.child.lock().unwrap().try_wait().unwrap()
    }

    /// Waits until it has ended: how, and how long that took.
    pub(crate) fn wait(&self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.ended() {
                return (status, begun.elapsed());
            }
            assert!(begun.elapsed() < Duration::from_secs(40), "it does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The log holds no query string, code, cookie, password or address of all that was sent and received.
    pub(crate) fn check_log(&self) {
        assert!(self.log().contains("countersign::access"), "requests are logged");
        self.check_lines();
    }

    /// The same of a log in which there need be no request.
    fn check_lines(&self) {
        let log = self.log();
        for secret in self.secrets.lock().unwrap().iter() {
            assert!(!log.contains(secret), "{secret:?} is in the log");
        }
        let small = log.to_lowercase();
        for word in ["token=", "password=", "code=", "cookie:", "\"token\":", "\"password\":", "\"code\":"] {
            assert!(!small.contains(word), "{word:?} is in the log");
        }
        assert!(!log.contains("panicked"), "it panicked:\n{log}");
    }
}

/// What no log may hold, whatever was done.
fn known_secrets() -> BTreeSet<String> {
    let addresses = demo::CUSTOMERS.iter().map(|(_, _, email, _)| (*email).to_owned());
    addresses.chain([PASSWORD.to_owned()]).collect()
}

impl Drop for Server {
    fn drop(&mut self) {
        {
            let mut child = self.child.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let _ = child.kill();
            let _ = child.wait();
        }
        if std::thread::panicking() {
            let log = self.log();
            let last: Vec<_> = log.lines().filter(|line| !line.contains("sqlx::query")).collect();
            eprintln!("--- the server's last lines\n{}", last[last.len().saturating_sub(15)..].join("\n"));
        } else {
            self.check_log();
        }
    }
}
