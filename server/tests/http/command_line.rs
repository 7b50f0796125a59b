//! The command line: what an operator types, and what it is told.

use std::fs::{self, File};

use crate::support::{
    Browser, Engine, PASSWORD, Server, Setup,
    browser::encode,
    eventually, on_both,
    program::{program, run},
    setup::REAL_BASE,
};

on_both!(a_customer_and_its_service, what_cannot_be_is_refused, nobody_is_there_by_default);

#[test]
fn help_is_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let commands: [&[&str]; 27] = [
        &[],
        &["serve"],
        &["migrate"],
        &["account"],
        &["account", "create"],
        &["account", "disable"],
        &["account", "rename"],
        &["account", "set-password"],
        &["service"],
        &["service", "add"],
        &["service", "update"],
        &["invoice"],
        &["invoice", "add"],
        &["invoice", "paid"],
        &["audit"],
        &["audit", "verify"],
        &["audit", "export"],
        &["audit", "operators"],
        &["outbox"],
        &["outbox", "status"],
        &["outbox", "list"],
        &["outbox", "retry"],
        &["outbox", "hold"],
        &["outbox", "release"],
        &["log"],
        &["backup"],
        &["restore"],
    ];
    for command in commands {
        let text = run(program(folder.path()).args(command).arg("--help")).succeeds();
        assert!(text.contains("Usage: countersign"), "{command:?}: {text}");
    }
    // Every setting of `.env.example` is one of the server's.
    let text = run(program(folder.path()).args(["serve", "--help"])).succeeds();
    let settings = include_str!("../../../.env.example");
    let names = settings.lines().filter_map(|line| line.trim_start_matches(['#', ' ']).split_once('='));
    let names: Vec<_> = names.map(|(name, _)| name).filter(|name| !name.contains(' ')).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        assert!(text.contains(&format!("[env: {name}")), "{name} is no setting");
    }
}

/// Without `--demo` there is no account, no password and no mailbox to look into.
fn nobody_is_there_by_default(engine: Engine) {
    let setup = Setup::on(engine).real();
    let path = |name: &str| setup.folder.path().join(name);
    let mut command = setup.command();
    command.arg("serve").stdout(File::create(path("out")).unwrap()).stderr(File::create(path("log")).unwrap());
    let mut server = command.spawn().unwrap();
    let address = eventually("a listening server", || {
        let out = fs::read_to_string(path("out")).unwrap();
        assert!(!out.contains("assword"), "{out}");
        Some(out.split_once("listens on ")?.1.split_once('\n')?.0.to_owned())
    });
    let agent = ureq::Agent::config_builder().http_status_as_error(false).proxy(None).build().new_agent();
    for login in ["admin", "root", "md10001", "marie.dubois@example.org"] {
        for password in [PASSWORD, "admin", "password", ""] {
            let form = agent.post(format!("{address}/api/sign-in")).header("origin", REAL_BASE);
            let form = form.header("content-type", "application/x-www-form-urlencoded");
            let answer = form.send(encode(&[("login", login), ("password", password), ("next", "/")])).unwrap();
            assert_eq!(answer.status(), 422, "{login} {password}");
        }
    }
    for place in ["/demo/mailbox", "/demo/invoices"] {
        assert_eq!(agent.get(format!("{address}{place}")).call().unwrap().status(), 404, "{place}");
    }
    server.kill().unwrap();
    server.wait().unwrap();
    for table in ["accounts", "services", "requests", "sessions", "outbox"] {
        assert_eq!(setup.database.count(table), 0, "{table}");
    }
}

#[test]
fn settings_that_do_not_fit() {
    let setup = Setup::on(Engine::Sqlite);
    for (arguments, words) in [
        (&["serve", "--demo", "--base-url", "ftp://example.org"][..], &["http://", "ftp://example.org"][..]),
        (
            &["serve", "--demo", "--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "nobody"],
            &["sender", "Name <address>"],
        ),
        (&["serve", "--demo", "--suffix", "a b"], &["'a b'", "customer IDs"]),
        (&["serve", "--demo", "--request-days", "2"], &["COUNTERSIGN_REMIND_DAYS", "2 days"]),
        (&["migrate", "--database-url", "mysql://db/x"], &["sqlite://", "postgres://"]),
    ] {
        setup.operator(arguments).refuses(words);
    }
    // What is no number, and what is unknown, is told by the usage.
    for arguments in [
        &["serve", "--request-days", "0"][..],
        &["serve", "--renewal-days", "30,0"],
        &["serve", "--frobnicate"],
        &["account"],
        &["nonsense"],
    ] {
        let outcome = setup.operator(arguments);
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
        assert!(outcome.err.contains("Usage:") || outcome.err.contains("--help"), "{outcome:?}");
    }
}

/// Creates an account; its customer ID and password.
pub(crate) fn create(server: &Server, more: &[&str]) -> (String, String) {
    let out = server.operator(&[&["account", "create"], more].concat()).succeeds();
    let after = |label: &str| out.lines().find_map(|line| line.strip_prefix(label)).unwrap().trim().to_owned();
    let (id, password) = (after("Customer ID:"), after("Password:"));
    server.keep_secret(&password);
    (id, password)
}

/// Signs in with a password that the operator knows, and chooses another.
#[track_caller]
fn first_sign_in(browser: &mut Browser<'_>, id: &str, password: &str, chosen: &str) {
    browser.sign_in(id, password);
    browser.call("choose-password", &[("new_password", chosen), ("next", "/")]).is(200);
    assert_eq!(browser.who().as_deref(), Some(id));
}

fn a_customer_and_its_service(engine: Engine) {
    let server = Server::start(engine);
    let (id, password) = create(&server, &["--name", "Ada Byron", "--email", "ada@example.org", "--language", "en"]);
    let (other, _) = create(&server, &["--name", "Blaise", "--email", "b@example.org", "--id", " AB77777 "]);
    assert_eq!(other, "ab77777-ovh");
    server.settle();
    assert!(server.mails_to("ada@example.org").iter().any(|mail| mail.text.contains(&id)), "the ID arrives by mail");

    let mut ada = server.browser();
    first_sign_in(&mut ada, &id, &password, "violet harbour pebble 29");
    ada.get("/contacts/services").is(200).hides("byron.example");
    let add =
        ["service", "add", "--name", "byron.example", "--category", "domain", "--admin", &id, "--tech", "ab77777"];
    let key = server.operator(&add).succeeds();
    ada.get("/contacts/services").is(200).shows("byron.example");
    assert_eq!(ada.get(&format!("/contacts/services/{}", key.trim())).is(200).field("tech"), "ab77777-ovh");

    // Not paid for, then renewed.
    let update = ["service", "update", "--name", "byron.example", "--category", "domain"];
    server.operator(&[&update[..], &["--status", "unPaid"]].concat()).succeeds();
    ada.get("/contacts/services").is(200).shows("Unpaid");
    server.operator(&[&update[..], &["--status", "ok", "--expires-in", "100"]].concat()).succeeds();
    ada.get("/contacts/services").is(200).hides("Unpaid");
    ada.get(&format!("/contacts/services/{}", key.trim())).is(200).shows("Expires on");

    // A debt stops a billing change until it is paid.
    server.operator(&["invoice", "add", "A-1", &id]).succeeds();
    ada.call("submit", &[("service", key.trim()), ("billing", "ab77777")]).is(409);
    server.operator(&["invoice", "paid", "A-1"]).succeeds();
    ada.call("submit", &[("service", key.trim()), ("billing", "ab77777")]).is(200);

    // A new password ends the sessions, and is the one that counts.
    let fresh = "a quite long sentence";
    let arguments = ["account", "set-password", &id, "--reason", "Asked by post."];
    server.setup().operator_with_input(&arguments, &format!("{fresh}\n")).succeeds();
    assert_eq!(ada.who(), None);
    first_sign_in(&mut ada, &id, fresh, "violet harbour pebble 30");

    server.operator(&["account", "disable", &id, "--reason", "Asked by post."]).succeeds();
    assert_eq!(ada.who(), None);
    let last = [("login", &*id), ("password", "violet harbour pebble 30"), ("next", "/")];
    server.browser().call("sign-in", &last).is(422);
}

fn what_cannot_be_is_refused(engine: Engine) {
    let setup = Setup::on(engine).with("COUNTERSIGN_LOG", "info,sqlx=warn");
    let who = ["--name", "Ada", "--email", "ada@example.org"];
    if let Engine::Sqlite = engine {
        // A command does not make a database, named or not.
        setup.operator(&[&["account", "create"], &who[..]].concat()).refuses(&["no database", "countersign migrate"]);
    }
    setup.operator(&["migrate"]).succeeds();
    setup.operator(&[&["account", "create"], &who[..]].concat()).succeeds();
    let service = ["service", "add", "--name", "x.example", "--category", "domain", "--admin"];
    setup.operator(&["account", "create", "--name", "B", "--email", "b@example.org", "--id", "ab77777"]).succeeds();
    setup.operator(&[&service[..], &["ab77777"]].concat()).succeeds();
    setup.operator(&["invoice", "add", "A-1", "ab77777"]).succeeds();

    let create = ["account", "create", "--name"];
    let refusals: [(Vec<&str>, &[&str]); 18] = [
        ([&["account", "create"], &who[..]].concat(), &["taken"]),
        ([&create[..], &["C", "--email", "c@example.org", "--id", "ab77777"]].concat(), &["taken"]),
        ([&create[..], &["C", "--email", "nowhere"]].concat(), &["e-mail address"]),
        ([&create[..], &["a\r\nBcc: b", "--email", "c@example.org"]].concat(), &["name"]),
        ([&create[..], &["C", "--email", "c@example.org", "--language", "xx"]].concat(), &["'xx'", "en", "fr"]),
        ([&create[..], &["C", "--email", "c@example.org", "--id", "7"]].concat(), &["'7'", "customer ID"]),
        (vec!["account", "disable", "zz99999", "--reason", "Asked by post."], &["no account zz99999-ovh"]),
        ([&service[..], &["ab77777"]].concat(), &["x.example"]),
        (vec!["service", "add", "--name", "z", "--category", "domain", "--admin", "zz99999"], &["no account"]),
        (vec!["service", "add", "--name", "y", "--category", "castle", "--admin", "ab77777"], &["'castle'", "domain"]),
        (vec!["service", "update", "--name", "q.example", "--category", "domain"], &["no service q.example"]),
        (
            vec!["service", "update", "--name", "x.example", "--category", "domain", "--status", "gone"],
            &["'gone'", "unPaid"],
        ),
        (vec!["invoice", "add", "A-1", "ab77777"], &["A-1"]),
        (vec!["service", "add", "--name", "x\u{202e}y", "--category", "domain", "--admin", "ab77777"], &["name"]),
        (vec!["invoice", "add", "A\u{202e}2", "ab77777"], &["number"]),
        (vec!["invoice", "add", "\u{200b}", "ab77777"], &["number", "empty"]),
        (vec!["invoice", "add", "A-2", "zz99999"], &["no account zz99999-ovh"]),
        (vec!["invoice", "paid", "A-9"], &["A-9"]),
    ];
    for (arguments, words) in refusals {
        setup.operator(&arguments).refuses(words);
    }
    for (id, typed, words) in [
        ("ab77777", "short\n", &["password"][..]),
        ("ab77777", "password1234\n", &["password", "common word"]),
        ("ab77777", "b@example.org\n", &["password", "owner"]),
        ("zz99999", "a quite long sentence\n", &["no account zz99999-ovh"]),
    ] {
        setup.operator_with_input(&["account", "set-password", id, "--reason", "Asked by post."], typed).refuses(words);
    }
    let database = &setup.database;
    assert_eq!((database.count("accounts"), database.count("services"), database.count("invoices")), (2, 1, 1));
}

/// Whoever forgets to name the server's database is told, and gives nobody a password that the server does not know.
#[test]
fn a_command_does_not_make_the_usual_database() {
    let setup = Setup::on(Engine::Sqlite).real().without("DATABASE_URL");
    let create = ["account", "create", "--name", "A", "--email", "a@example.org"];
    setup.operator(&create).refuses(&["data/countersign.sqlite", "DATABASE_URL", "countersign migrate"]);
    assert!(!setup.folder.path().join("data").exists(), "nothing was made");
    setup.operator(&["migrate"]).succeeds();
    setup.operator(&create).succeeds();
}
