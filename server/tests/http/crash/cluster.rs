//! A Postgres of a test's own, that can be stopped and started. Unlike the one of the other tests it writes through to the disk.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

use crate::support::{Engine, database::Database};

pub(super) struct Cluster {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Cluster {
    /// A new one, started.
    pub(super) fn start_new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        give_to_postgres(folder.path());
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let cluster = Self { programs: programs(), folder, port };
        let data = cluster.data();
        // Only what is new is not written through.
        let made_of = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
        cluster.run("initdb", &[&["-D", &data], &made_of[..]].concat());
        cluster.start();
        cluster
    }

    pub(super) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Makes a database whose tables lie in this folder, which must be empty; answers with its address.
    pub(super) fn make_database_in(&self, folder: &Path) -> String {
        give_to_postgres(folder);
        let all = Database::at(Engine::Postgres, &self.url());
        all.run(&format!("CREATE TABLESPACE elsewhere LOCATION '{}'", folder.display()));
        all.run("CREATE DATABASE elsewhere TABLESPACE elsewhere");
        format!("postgres://postgres@127.0.0.1:{}/elsewhere", self.port)
    }

    pub(super) fn start(&self) {
        let options = format!("-p {} -k {} -c listen_addresses=127.0.0.1", self.port, self.folder.path().display());
        let log = self.folder.path().join("log").display().to_string();
        self.run("pg_ctl", &["-D", &self.data(), "-l", &log, "-w", "-t", "60", "-o", &options, "start"]);
    }

    /// Stops it on the spot: connections are cut off, and what was not committed is gone.
    pub(super) fn stop(&self) {
        self.run("pg_ctl", &["-D", &self.data(), "-m", "immediate", "-w", "stop"]);
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let output = self.output(program, arguments);
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Postgres refuses to run as root.
    fn output(&self, program: &str, arguments: &[&str]) -> Output {
        let program = self.programs.join(program);
        let mut command = if is_root() { Command::new("runuser") } else { Command::new(&program) };
        if is_root() {
            command.args(["-u", "postgres", "--"]).arg(&program);
        }
        command.args(arguments).current_dir(self.folder.path()).env("LC_ALL", "C").output().unwrap()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // It may be stopped already.
        let _ = self.output("pg_ctl", &["-D", &self.data(), "-m", "immediate", "-w", "stop"]);
    }
}

/// The folder of Postgres' own programs, of the newest version there is.
fn programs() -> PathBuf {
    let versions =
        ["/usr/lib/postgresql", "/usr"].map(Path::new).into_iter().filter_map(|folder| folder.read_dir().ok());
    let places = versions.flatten().map(|entry| entry.unwrap().path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = std::env::split_paths(&path).chain(places);
    let mut found: Vec<_> = places.filter(|place| place.join("initdb").exists()).collect();
    found.sort();
    found.pop().expect("this test stops and starts a Postgres of its own: install Postgres' server programs")
}

/// Postgres refuses what is not its own.
fn give_to_postgres(folder: &Path) {
    if is_root() {
        let given = Command::new("chown").arg("postgres").arg(folder).status().unwrap();
        assert!(given.success(), "there is no user postgres");
    }
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output().unwrap();
    output.stdout == b"0\n"
}
