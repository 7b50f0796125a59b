//! A demo is never a door: its password is printed and its mails are shown, so neither gets near a real database or another machine.

use crate::support::{
    BASE, DAY, Engine, Server, Setup, database::Database, on_both, program::Outcome, setup::REAL_BASE,
};

on_both!(a_demo_adds_nobody_to_a_real_database, a_demos_database_is_used_for_nothing_real);

/// Runs the program on this database, whatever it is.
fn on(setup: &Setup, base: &str, arguments: &[&str]) -> Outcome {
    let mut command = setup.command();
    command
        .env("COUNTERSIGN_LOG", "info,sqlx=warn")
        .env("COUNTERSIGN_BASE_URL", base)
        .env("COUNTERSIGN_MAIL_FROM", "Countersign <contacts@example.test>");
    crate::support::program::run(command.env("SMTP_URL", "smtp://127.0.0.1:1").args(arguments))
}

fn accounts(database: &Database) -> Vec<String> {
    database.texts("SELECT handle || ' ' || name || ' ' || password_hash FROM accounts ORDER BY handle")
}

fn a_demo_adds_nobody_to_a_real_database(engine: Engine) {
    let setup = Setup::on(engine).real();
    setup.operator(&["migrate"]).succeeds();
    for (name, address) in [("Ada", "ada@example.org"), ("Blaise", "blaise@example.org")] {
        setup.operator(&["account", "create", "--name", name, "--email", address]).succeeds();
    }
    let before = accounts(&setup.database);
    assert_eq!(before.len(), 2);
    on(&setup, BASE, &["serve", "--demo"]).refuses(&["--demo", "accounts", "another"]);
    on(&setup, BASE, &["account", "create", "--demo", "--name", "Eve", "--email", "eve@example.org"])
        .refuses(&["--demo"]);
    assert_eq!(accounts(&setup.database), before);
    assert_eq!(setup.database.count("services"), 0);
    let server = setup.start();
    server.browser().get("/healthz").is(200);
    server.browser().get("/demo/mailbox").is(404);
}

fn a_demos_database_is_used_for_nothing_real(engine: Engine) {
    let server = Server::start(engine);
    server.as_customer("md10001");
    server.kill();
    let before = accounts(server.database());
    for arguments in [
        &["serve"][..],
        &["migrate"],
        &["account", "create", "--name", "Ada", "--email", "ada@example.org"],
        &["account", "disable", "md10001", "--reason", "Asked by post."],
        &["invoice", "paid", "FR-2041"],
        &["outbox", "hold"],
        &["outbox", "status"],
        &["audit", "verify"],
    ] {
        on(server.setup(), REAL_BASE, arguments).refuses(&["a demo's", "--demo"]);
    }
    assert_eq!(accounts(server.database()), before);
    assert_eq!(server.database().count("outbox_hold"), 0);
    // Who says so may go on.
    server.operator(&["outbox", "status"]).succeeds();
}

#[test]
fn a_demo_is_for_loopback() {
    let setup = Setup::on(Engine::Sqlite).without("COUNTERSIGN_BASE_URL");
    for (twice, more, words) in [
        (false, &["--listen", "0.0.0.0:0"][..], &["loopback", "0.0.0.0", "twice"][..]),
        (false, &["--base-url", "https://demo.example.org"], &["base address", "https://demo.example.org"]),
        (true, &["--base-url", "https://demo.example.org"], &["base address", "https://demo.example.org"]),
        (true, &["--base-url", "http://10.0.0.1:3000"], &["base address", "10.0.0.1"]),
        (true, &["--base-url", "http://localhost.example.org"], &["base address", "localhost.example.org"]),
        (false, &["--trusted-proxies", "127.0.0.1,10.0.0.1"], &["proxy", "10.0.0.1"]),
        (true, &["--trusted-proxies", "2001:db8::1"], &["proxy", "2001:db8::1"]),
    ] {
        let demo: &[&str] = if twice { &["serve", "--demo", "--demo"] } else { &["serve", "--demo"] };
        setup.operator(&[demo, more].concat()).refuses(words);
    }
    assert!(!setup.folder.path().join("demo.sqlite").exists(), "nothing was made");
}

#[test]
fn mails_are_shown_on_loopback_alone() {
    let server = Server::start(Engine::Sqlite);
    let mail = server.mails().remove(0).id;
    let port = server.address.port();
    let places = ["/demo/mailbox".to_owned(), format!("/demo/mailbox/{mail}"), format!("/demo/mailbox/{mail}/html")];
    for host in ["localhost", "127.0.0.1", "[::1]", "127.1.2.3"] {
        for place in &places {
            server.browser().with("host", &format!("{host}:{port}")).get(place).is(200);
        }
    }
    let mut giulia = server.as_customer("gr10006");
    giulia.get("/demo/invoices").is(200).shows("FR-2041");
    for host in ["demo.example.org", "localhost.example.org", "10.0.0.1", "0.0.0.0", "[::]", "localhost@evil.example"] {
        for host in [host.to_owned(), format!("{host}:{port}")] {
            for place in &places {
                let answer = server.browser().with("host", &host).get(place).is(404);
                assert!(!answer.body.contains("example.org"), "{host}");
            }
            let mut elsewhere = giulia.clone().with("host", &host);
            elsewhere.get("/demo/invoices").is(404);
            elsewhere.form("/demo/invoices", "/demo/invoices", &[("number", "FR-2041")]).is(404);
        }
    }
    assert_eq!(server.database().count("invoices WHERE paid_at IS NULL"), 1);
}

/// A demo that has run for a week has customers of its own; nobody is added when it starts again.
#[test]
fn a_demo_is_filled_once() {
    let mut server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    server.operator(&["account", "create", "--name", "Ada", "--email", "ada@example.org"]).succeeds();
    server.database().run("UPDATE accounts SET email = 'other@example.org' WHERE handle = 'md10001-ovh'");
    let before = accounts(server.database());
    server.kill();
    server.set_clock(7 * DAY);
    server.start_again();
    server.browser().get("/healthz").is(200);
    assert_eq!(accounts(server.database()), before);
}
