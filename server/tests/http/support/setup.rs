//! How a server is to be started: over which database, with which settings.

use std::{
    fs::{self, File},
    net::SocketAddr,
    path::Path,
    process::{Child, Command},
    time::Duration,
};

use tempfile::TempDir;

use super::{
    BASE, Engine, Server,
    database::Database,
    eventually,
    program::{Outcome, in_folder, program, run, run_with_input},
};

/// What is there before a server is.
pub(crate) struct Setup {
    pub(crate) folder: TempDir,
    pub(crate) database: Database,
    settings: Vec<(&'static str, String)>,
    demo: bool,
}

/// The address at which customers reach a server that is no demo.
pub(crate) const REAL_BASE: &str = "http://contacts.example.test";

/// The hash in the names of the files that stand in for what the browser loads.
pub(crate) const HASH: &str = "0123456789abcdef";

impl Setup {
    /// A demo over a fresh database, logging all it can say at level debug.
    pub(crate) fn on(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::new(engine, folder.path());
        Self::over(database, folder)
    }

    /// A demo over this database, with its files in `folder`.
    pub(crate) fn over(database: Database, folder: TempDir) -> Self {
        build_site(&folder.path().join("site"));
        let setup = Self { database, settings: Vec::new(), demo: true, folder };
        let path = |name: &str| setup.folder.path().join(name).display().to_string();
        let settings = [
            ("DATABASE_URL", setup.database.url.clone()),
            ("COUNTERSIGN_SITE", path("site")),
            ("COUNTERSIGN_LISTEN", "127.0.0.1:0".to_owned()),
            ("COUNTERSIGN_BASE_URL", BASE.to_owned()),
            ("COUNTERSIGN_TEST_CLOCK", path("clock")),
            ("COUNTERSIGN_LOG", "debug".to_owned()),
            ("COUNTERSIGN_SIGN_INS_PER_MINUTE", "1000".to_owned()),
        ];
        settings.into_iter().fold(setup, |setup, (name, value)| setup.with(name, &value))
    }

    /// No demo: with all that a real server needs.
    pub(crate) fn real(self) -> Self {
        let setup = self.with("COUNTERSIGN_BASE_URL", REAL_BASE).with("SMTP_URL", "smtp://127.0.0.1:1");
        Self { demo: false, ..setup.with("COUNTERSIGN_MAIL_FROM", "Countersign <contacts@example.test>") }
    }

    /// Without a setting.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.settings.retain(|(known, _)| *known != name);
        self
    }

    /// With another setting.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.settings.retain(|(known, _)| *known != name);
        self.settings.push((name, value.to_owned()));
        self
    }

    /// With a clock that is behind by so many milliseconds.
    pub(crate) fn behind(self, ms: i64) -> Self {
        fs::write(self.folder.path().join("clock"), (-ms).to_string()).unwrap();
        self
    }

    /// The program with these settings.
    pub(crate) fn command(&self) -> Command {
        let command = program(self.folder.path());
        self.in_it(command)
    }

    /// Another program with these settings.
    pub(crate) fn command_of(&self, program: &str) -> Command {
        self.in_it(in_folder(program, self.folder.path()))
    }

    fn in_it(&self, mut command: Command) -> Command {
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }

    /// A command of the operator, on the same database; on a demo's, it says so. For `serve`, say it there.
    pub(crate) fn operator(&self, arguments: &[&str]) -> Outcome {
        run(&mut self.said(arguments))
    }

    /// The same with something to read.
    pub(crate) fn operator_with_input(&self, arguments: &[&str], input: &str) -> Outcome {
        run_with_input(&mut self.said(arguments), input)
    }

    /// The command that [`Setup::operator`] runs.
    pub(crate) fn said(&self, arguments: &[&str]) -> Command {
        let mut command = self.command();
        let demo = self.demo && arguments.first() != Some(&"serve");
        // What it tells the operator stands alone.
        command.env("COUNTERSIGN_LOG", "info,sqlx=warn").args(arguments).args(demo.then_some("--demo"));
        command
    }

    /// Starts the server, and waits until it listens.
    pub(crate) fn start(self) -> Server {
        let (child, address) = self.launch();
        Server::new(self, child, address)
    }

    /// Starts the server, and kills it after so long, wherever it is then.
    pub(crate) fn start_in_vain(&self, after: Duration) {
        let mut child = self.spawn();
        std::thread::sleep(after);
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Starts the program as a server.
    fn spawn(&self) -> Child {
        let path = |name: &str| self.folder.path().join(name);
        let mut command = self.command();
        command.arg("serve").args(self.demo.then_some("--demo"));
        command.stdout(File::create(path("out")).unwrap()).stderr(File::create(path("log")).unwrap());
        command.spawn().unwrap()
    }

    /// Starts the program as a server, and waits until it listens.
    pub(super) fn launch(&self) -> (Child, SocketAddr) {
        let path = |name: &str| self.folder.path().join(name);
        let mut child = self.spawn();
        let address = eventually("a listening server", || {
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none(), "it ended: {ended:?}\n{}", fs::read_to_string(path("log")).unwrap());
            let out = fs::read_to_string(path("out")).unwrap();
            let (line, _) = out.split_once("listens on http://")?.1.split_once('\n')?;
            Some(line.parse().unwrap())
        });
        (child, address)
    }
}

/// Tiny files with the names that the server looks for.
fn build_site(site: &Path) {
    let package = site.join("pkg");
    fs::create_dir_all(&package).unwrap();
    let mut hashes = format!("font: {HASH}\nfont-beyond: {HASH}\nhelp: {HASH}\n");
    for (name, kind) in [("latin", "woff2"), ("latin-ext", "woff2"), ("help", "css")] {
        fs::write(package.join(format!("{name}.{HASH}.{kind}")), "").unwrap();
    }
    for (kind, text) in [("js", "export const start = 1;"), ("wasm", "\0asm"), ("css", "body { margin: 0 }")] {
        hashes += &format!("{kind}: {HASH}\n");
        fs::write(package.join(format!("countersign.{HASH}.{kind}")), text).unwrap();
    }
    fs::write(site.join("hash.txt"), hashes).unwrap();
    fs::write(site.join("robots.txt"), "User-agent: *\n").unwrap();
    fs::write(site.join("favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
}
