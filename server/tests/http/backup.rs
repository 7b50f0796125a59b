//! The drill: a backup is made while customers are at work, the database is lost, and what is restored lets nobody in who
//! should not be.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf, process::Command};

use countersign_domain::Problem;

use crate::{
    figures,
    support::{
        Engine, Server, Setup,
        database::Database,
        eventually,
        program::run_with_input,
        story::{BLOG, OPEN, PROJECT},
    },
};

/// Ends the server, as an operator does.
fn end(server: &Server) {
    server.send_signal("TERM");
    assert_eq!(server.wait().0.code(), Some(0));
}

fn path(server: &Server, name: &str) -> PathBuf {
    server.setup().folder.path().join(name)
}

#[test]
fn the_drill_on_sqlite() {
    let mut server = Server::start(Engine::Sqlite);
    let file = path(&server, "kept.backup");
    let name = file.to_str().unwrap();
    drill(
        &mut server,
        |server| {
            // While others write.
            std::thread::scope(|scope| {
                let writing = scope.spawn(|| {
                    let mut zofia = server.as_customer("zk10003");
                    for _ in 0..20 {
                        zofia.form("/profile", "/language", &[("language", "pl")]).is(303);
                    }
                });
                assert!(server.operator(&["backup", name]).succeeds().contains("holds all"));
                writing.join().unwrap();
            });
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "it holds password hashes");
            server.operator(&["backup", name]).refuses(&[name, "there already"]);
            server.operator(&["restore", name]).refuses(&["in use"]);
        },
        |server| {
            asks_first(server, &["restore", name]);
            let told = server.operator(&["restore", "--yes", name]).succeeds();
            let former = told.lines().next().unwrap().strip_prefix("What was there is now ").unwrap();
            assert!(fs::metadata(former).unwrap().len() > 0);
            told
        },
    );
    figures::tell("backup: SQLite", "made under writes, restored, codes and sessions void, mails held, audit fits");
}

#[test]
fn the_drill_on_postgres() {
    let mut server = Server::start(Engine::Postgres);
    let file = path(&server, "kept.dump");
    let url = server.database().url.clone();
    let run = |program: &str, arguments: &[&str]| {
        let ran = Command::new(postgres_program(program)).args(arguments).output().unwrap();
        assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
    };
    let name = file.to_str().unwrap();
    drill(
        &mut server,
        |server| {
            server.operator(&["backup", name]).refuses(&["pg_dump"]);
            run("pg_dump", &["--format=custom", "--file", name, &url]);
        },
        |server| {
            // One that nobody knows of, or another process of the same installation.
            let other = other_server(&url);
            server.operator(&["restore", "--yes"]).refuses(&["a server uses this database"]);
            assert_eq!(server.database().count("outbox_hold"), 0);
            end(&other);
            run("pg_restore", &["--clean", "--if-exists", "--dbname", &url, name]);
            server.operator(&["restore", name]).refuses(&["pg_restore"]);
            asks_first(server, &["restore"]);
            server.operator(&["restore", "--yes"]).succeeds()
        },
    );
    figures::tell("backup: Postgres", "pg_dump, pg_restore, codes and sessions void, mails held, audit fits");
}

/// Another server on this database of Postgres.
fn other_server(url: &str) -> Server {
    let folder = tempfile::tempdir().unwrap();
    let server = Setup::over(Database::at(Engine::Postgres, url), folder).start();
    server.browser().get("/healthz").is(200);
    server
}

/// A script that has not said so is refused, and whoever sits at a terminal is asked.
fn asks_first(server: &Server, arguments: &[&str]) {
    let state = || (server.database().count("sessions"), server.database().count("outbox_hold"));
    let before = state();
    assert!(before.0 > 0);
    server.operator(arguments).refuses(&["--yes", "session"]);
    let typed = |answer: &str| {
        let command = format!("{} {} --demo", env!("CARGO_BIN_EXE_countersign-test"), arguments.join(" "));
        let mut terminal = server.setup().command_of("script");
        terminal.env("PATH", std::env::var_os("PATH").unwrap());
        run_with_input(terminal.args(["--quiet", "--return", "--command", &command, "/dev/null"]), answer)
    };
    for answer in ["no\n", "\n", "y\n"] {
        let told = typed(answer);
        assert_eq!(told.code, Some(1), "{told:?}");
        assert!(told.out.contains("every open code, link and session becomes void"), "{told:?}");
        assert!(told.out.contains("nothing was restored"), "{told:?}");
    }
    assert_eq!(state(), before);
}

/// Where Postgres's programs are.
fn postgres_program(name: &str) -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut found: Vec<_> =
        versions.map(|version| version.unwrap().path().join("bin").join(name)).filter(|path| path.exists()).collect();
    found.sort();
    found.pop().unwrap_or_else(|| name.into())
}

const WITH_A_CODE: &str = "outbox WHERE state = 'pending' AND payload IS NOT NULL";

fn drill(server: &mut Server, back_up: impl Fn(&Server), restore: impl Fn(&Server) -> String) {
    let (request, his, hers, gone) = {
        let (mut marie, mut john, request) = server.asked();
        let his = server.code("js10002", request);
        marie.decide(request, &server.code("md10001", request), "accept").is(200);
        let mut zofia = server.as_customer("zk10003");
        server.settle();
        // Mails wait: some with a code in them, and one without.
        server.operator(&["outbox", "hold"]).succeeds();
        zofia.call("forgot-password", &[("login", "zk10003")]).is(200);
        let cancelled = marie.ask(PROJECT, &[("billing", "js10002")]);
        marie.act("cancel", cancelled).is(200);
        assert_eq!(server.database().count("links WHERE state = 'live'"), 1);
        assert_eq!(server.database().count(WITH_A_CODE), 3);
        back_up(server);
        server.operator(&["outbox", "release"]).succeeds();
        // After the backup: John accepts, Marie signs out, and mails go.
        john.decide(request, &his, "accept").is(200);
        let hers = marie.cookies.clone();
        marie.call("sign-out", &[]).is(200);
        let gone = zofia.ask(BLOG, &[("tech", "js10002")]);
        (request, his, hers, gone)
    };
    server.settle();
    let dead_link = server.link("js10002", gone);
    let export = path(server, "export.jsonl");
    fs::write(&export, server.operator(&["audit", "export"]).succeeds()).unwrap();
    end(server);

    let told = restore(server);
    assert!(told.contains("Restored") && told.contains("held"), "{told}");
    server.start_again();
    assert_eq!(server.request(request, "state"), "validatingByCustomers", "it is as it was");
    // Her session was over; so is every other.
    let mut marie = server.browser();
    marie.cookies = hers;
    assert_eq!(marie.who(), None);
    assert_eq!(server.database().count("sessions"), 0);
    // No code of before is worth anything, whoever kept it.
    assert_eq!(server.database().count("codes WHERE state = 'live'"), 0);
    assert_eq!(server.database().count("links WHERE state = 'live'"), 0);
    assert_eq!(server.database().count(WITH_A_CODE), 0);
    let mut john = server.as_customer("js10002");
    john.decide(request, &his, "accept").fails(&Problem::CodeVoid);
    // Nor does the link of a request that was lost lead to another: its number is not given again.
    john.get(&dead_link).is(404);
    // What was lost is told by the export of before.
    server.operator(&["audit", "verify"]).succeeds();
    let lost = server.operator(&["audit", "verify", "--against", export.to_str().unwrap()]);
    assert!(lost.code == Some(1) && lost.out.contains("line 4: stands in the export, and is not there"), "{lost:?}");

    // Nothing goes out before the operator has looked.
    john.act("resend", request).is(200);
    let waits = format!("outbox WHERE request_id = {request} AND event = 'resent' AND state = 'pending'");
    for _ in 0..10 {
        server.browser().get("/readyz").is(200);
        std::thread::sleep(std::time::Duration::from_millis(200));
        assert_eq!(server.database().count(&waits), 1, "mails are held");
    }
    assert!(server.operator(&["outbox", "status"]).succeeds().contains("held"));
    // What was owed in the backup may have been sent since, and is not sent again.
    assert_eq!(server.database().count("outbox WHERE event = 'cancelled' AND state = 'pending'"), 1);
    let released = server.operator(&["outbox", "release", "--discard"]).succeeds();
    assert!(released.contains("discarded: 1"), "{released}");
    assert_eq!(server.database().count("outbox WHERE event = 'cancelled' AND state = 'void'"), 1);
    eventually("mails go again", || (server.database().count(&waits) == 0).then_some(()));
    assert!(!server.operator(&["outbox", "status"]).succeeds().contains("held"));
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    assert_eq!(server.request(request, "state"), "done");
    server.operator(&["audit", "verify"]).succeeds();
    john.act("cancel", OPEN).is(200);
    assert!(server.as_customer("md10001").ask(PROJECT, &[("billing", "js10002")]) > gone + 1_000_000);
}

#[test]
fn what_is_no_backup_is_not_restored() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    let file = path(&server, "letter.txt");
    fs::write(&file, "Dear operator, this is no database. ".repeat(1000)).unwrap();
    server.settle();
    let before = server.database().dump();
    server.operator(&["restore", file.to_str().unwrap()]).refuses(&["letter.txt"]);
    server.operator(&["restore", "/nowhere/kept.backup"]).refuses(&["kept.backup"]);
    // A backup that was cut off.
    let whole = path(&server, "whole.backup");
    server.operator(&["backup", whole.to_str().unwrap()]).succeeds();
    let bytes = fs::read(&whole).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    server.operator(&["restore", file.to_str().unwrap()]).refuses(&["letter.txt"]);
    server.operator(&["restore"]).refuses(&["which file"]);
    let nothing = Setup::on(Engine::Sqlite);
    nothing.operator(&["backup", whole.with_extension("other").to_str().unwrap()]).refuses(&["no database"]);
    server.operator(&["backup", "/nowhere/kept.backup"]).refuses(&["/nowhere/kept.backup"]);
    assert!(server.database().dump() == before, "nothing is changed");
}

/// On a new machine there is nothing in its place.
#[test]
fn a_backup_is_restored_where_nothing_is() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    let kept = path(&server, "kept.backup");
    server.operator(&["backup", kept.to_str().unwrap()]).succeeds();
    let other = Setup::on(Engine::Sqlite);
    other.operator(&["restore", "--yes", kept.to_str().unwrap()]).succeeds();
    let new = other.start();
    assert_eq!(new.database().count("accounts"), server.database().count("accounts"));
    assert_eq!(new.as_customer("md10001").who().as_deref(), Some("md10001-ovh"));
}
