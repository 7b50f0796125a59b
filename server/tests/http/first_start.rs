//! The first day of an operator: settings that are missing are named, and what the first start has decided stays.

use std::{collections::BTreeMap, fs, process::Command};

use crate::support::{
    Engine, Server, Setup, eventually, on_both,
    program::{delivered, run},
};

on_both!(the_ending_of_customer_ids_is_kept);

/// As docs/operation.md says: copied, its settings made one's own, and read by a shell.
#[test]
fn the_example_of_settings_is_read_by_a_shell() {
    let folder = tempfile::tempdir().unwrap();
    let example = include_str!("../../../.env.example");
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|c| c.is_ascii_uppercase() || c == b'_');
    let is_setting = |line: &str| line.split_once('=').is_some_and(|(name, _)| is_name(name));
    let own: Vec<_> =
        example.lines().map(|line| line.strip_prefix('#').filter(|line| is_setting(line)).unwrap_or(line)).collect();
    for settings in [example.to_owned(), own.join("\n")] {
        fs::write(folder.path().join(".env"), &settings).unwrap();
        let mut shell = Command::new("bash");
        shell.current_dir(folder.path()).env_clear().env("PATH", std::env::var_os("PATH").unwrap());
        let read = run(shell.args(["-euc", "set -a; . ./.env; set +a; exec env"]));
        assert_eq!((read.code, read.err.as_str()), (Some(0), ""));
        let written = settings.lines().filter(|line| is_setting(line)).filter_map(|line| line.split_once('='));
        // What stands there twice has its last value.
        let expected: BTreeMap<_, _> = written.map(|(name, value)| (name, value.trim_matches('"'))).collect();
        for (name, value) in expected {
            assert!(read.out.lines().any(|line| line == format!("{name}={value}")), "{name}: {}", read.out);
        }
    }
    assert!(own.iter().filter(|line| is_setting(line)).count() > 15);
}

#[test]
fn a_start_names_all_that_is_missing() {
    let needed = ["SMTP_URL", "COUNTERSIGN_BASE_URL", "COUNTERSIGN_MAIL_FROM"];
    let setup = needed.iter().fold(Setup::on(Engine::Sqlite).real(), |setup, name| setup.without(name));
    setup.operator(&["serve"]).refuses(&["SMTP_URL", "COUNTERSIGN_BASE_URL", "COUNTERSIGN_MAIL_FROM", "--demo"]);
    for name in needed {
        let setup = Setup::on(Engine::Sqlite).real().without(name);
        let told = setup.operator(&["serve"]);
        for other in needed {
            assert_eq!(told.err.contains(other), other == name, "{told:?}");
        }
        told.refuses(&[name]);
        assert!(!setup.folder.path().join("demo.sqlite").exists(), "nothing was made");
    }
}

#[test]
fn a_base_address_that_is_nobody_elses_must_be_meant() {
    for url in ["http://localhost:3000", "http://127.0.0.1", "http://[::1]:3000", "http://0.0.0.0:3000"] {
        let setup = Setup::on(Engine::Sqlite).real().with("COUNTERSIGN_BASE_URL", url);
        setup.operator(&["serve"]).refuses(&[url, "COUNTERSIGN_BASE_URL", "--allow-loopback-base-url"]);
    }
    let setup = Setup::on(Engine::Sqlite).real().with("COUNTERSIGN_BASE_URL", "http://localhost:3000");
    let server = setup.with("COUNTERSIGN_ALLOW_LOOPBACK_BASE_URL", "true").start();
    server.browser().get("/healthz").is(200);
}

/// Every link would be broken: nothing is served below a path, and a path after a query is no path.
#[test]
fn a_base_address_whose_links_would_be_broken_is_refused() {
    for url in [
        "https://contacts.example.org/app",
        "https://contacts.example.org/?x=1",
        "https://contacts.example.org/#y",
        "https://user:password@contacts.example.org",
    ] {
        let setup = Setup::on(Engine::Sqlite).real().with("COUNTERSIGN_BASE_URL", url);
        setup.operator(&["serve"]).refuses(&["COUNTERSIGN_BASE_URL", "https://contacts.example.org"]);
    }
    let setup = Setup::on(Engine::Sqlite).real().with("COUNTERSIGN_PAYMENT_URL", "javascript:alert(1)");
    let told = setup.operator(&["serve"]);
    assert!(told.code == Some(2) && told.err.contains("--payment-url"), "{told:?}");
    let server = Setup::on(Engine::Sqlite).real().start();
    server.browser().get("/sign-in").is(200);
    assert!(server.log().contains("passwords and cookies travel in clear"), "{}", server.log());
}

fn the_ending_of_customer_ids_is_kept(engine: Engine) {
    let setup = Setup::on(engine).real();
    let create = |ending: &[&str], address: &str| {
        setup.operator(&[&["account", "create", "--name", "Ada Byron", "--email", address], ending].concat())
    };
    setup.operator(&["migrate", "--suffix", "exh"]).succeeds();
    assert!(create(&["--suffix", "exh"], "a@example.org").succeeds().contains("-exh"));
    // A shell that has not got the variable, and one that has another.
    assert!(create(&[], "b@example.org").succeeds().contains("-exh"));
    create(&["--suffix", "ovh"], "c@example.org").refuses(&["-exh", "-ovh", "COUNTERSIGN_SUFFIX=exh"]);
    for arguments in [&["serve"][..], &["migrate"], &["outbox", "hold"], &["outbox", "status"], &["audit", "verify"]] {
        setup.operator(&[arguments, &["--suffix", "ovh"]].concat()).refuses(&["-exh", "-ovh"]);
    }
    assert_eq!(setup.database.count("accounts WHERE handle LIKE '%-exh'"), 2);
    assert_eq!(setup.database.count("accounts"), 2);
    let server = setup.start();
    server.browser().get("/healthz").is(200);
    let mut ada = server.browser().with("sec-fetch-site", "same-origin");
    ada.call("forgot-password", &[("login", "AB12345")]).is(200);
    // The server has it from the database.
    ada.get("/forgot-password?sent").is(200).shows("ab12345-exh");
}

/// What tests move the clock by is in a program of its own.
#[test]
fn the_delivered_program_has_no_test_clock() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    let folder = server.setup().folder.path();
    let help = run(delivered(folder).args(["serve", "--help"])).succeeds();
    assert!(help.contains("COUNTERSIGN_LISTEN") && !help.to_lowercase().contains("test"), "{help}");
    for flag in ["--test-clock=clock", "--test-hooks"] {
        let told = run(delivered(folder).args(["serve", "--demo", flag]));
        assert_eq!(told.code, Some(2), "{told:?}");
    }
    // Nor does it know the variable.
    let program = fs::read(env!("CARGO_BIN_EXE_countersign")).unwrap();
    let name = b"COUNTERSIGN_TEST_CLOCK";
    assert!(!program.windows(name.len()).any(|bytes| bytes == name), "the delivered program knows of it");
    let program = fs::read(env!("CARGO_BIN_EXE_countersign-test")).unwrap();
    assert!(program.windows(name.len()).any(|bytes| bytes == name), "the tests' program does");
}

/// With the example's own recipe, a server begins.
#[test]
fn a_server_begins_with_all_that_is_needed() {
    let setup = Setup::on(Engine::Sqlite).real();
    let server = setup.start();
    eventually("it is ready", || (server.browser().get("/readyz").status == 200).then_some(()));
    assert_eq!(server.database().texts("SELECT suffix FROM installation"), ["ovh"]);
    assert_eq!(server.database().count("installation WHERE NOT demo"), 1);
}
