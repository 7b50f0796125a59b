//! Whatever is sent, the server answers, and never with a failure: no status above 499, no panic, no tag or header of the sender's
//! making, and nothing changed that the sender had no right to.

mod pieces;
mod right;
mod shots;

use std::{
    io::{ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    time::{Duration, Instant},
};

use countersign_domain::{HOUR, ServiceName};
use leptos::server_fn::axum::server_fn_paths;
use pieces::TAG;
use proptest::{
    prelude::*,
    sample::select,
    test_runner::{TestCaseResult, TestRunner},
};
use shots::{Shot, shots};

use crate::{
    figures,
    support::{Browser, Engine, Server, Setup, on_both},
};

on_both!(strangers, customers, names_in_a_table);

/// What programs on the way make of a link: its code is not logged as part of a path.
#[test]
fn damaged_links() {
    let server = server(Engine::Sqlite);
    let (mut marie, _, request) = server.asked();
    let link = server.link("md10001", request);
    server.code("md10001", request);
    for mark in ["%3F", "%253F", "", "/", ";", "&amp;", "%3f%20"] {
        let damaged = link.replace('?', mark);
        assert!([400, 404].contains(&marie.get(&damaged).status), "{damaged}");
        let posted = marie.post(&damaged, &[("content-type", "text/plain")], "").status;
        assert!((400..500).contains(&posted), "{damaged}: {posted}");
    }
    // The log is read when the server is done with.
}

/// How many inputs between two looks at the clock.
const ROUND: u32 = 100;

/// In `make test` one engine is enough: what is parsed is parsed before any database is asked.
fn is_asked(engine: Engine) -> bool {
    engine == Engine::Sqlite || figures::rounds(0, 1) == 1
}

fn server(engine: Engine) -> Server {
    Setup::on(engine)
        .with("COUNTERSIGN_LOG", "info,sqlx=warn")
        .with("COUNTERSIGN_SIGN_INS_PER_MINUTE", "1000000")
        .with("COUNTERSIGN_ACCOUNT_FORMS_PER_HOUR", "1000000")
        .with("COUNTERSIGN_WRONG_PASSWORDS_PER_HOUR", "1000000")
        .with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1")
        .start()
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig { cases, ..ProptestConfig::with_source_file(file!()) })
}

/// Rounds of shots, each begun by `begin` with what is right and the cookie.
fn fuzz(engine: Engine, who: &str, server: &Server, mut begin: impl FnMut(u32) -> (Vec<String>, String)) {
    let (begun, time) = (Instant::now(), Duration::from_secs(figures::rounds(0, 90).into()));
    let mut rounds = 0;
    while rounds < 2 || begun.elapsed() < time {
        let (right, cookie) = begin(rounds);
        let hit = runner(ROUND).run(&shots(right, cookie), |shot| check(server, &shot));
        hit.unwrap_or_else(|error| panic!("{error}"));
        rounds += 1;
    }
    assert_eq!(server.ended(), None, "it runs on");
    server.browser().get("/readyz").is(200);
    let figures = format!("{} inputs in {} s, 0 failures", rounds * ROUND, begun.elapsed().as_secs());
    figures::tell(&format!("fuzzing: HTTP, {who}, {engine:?}"), &figures);
}

fn strangers(engine: Engine) {
    if !is_asked(engine) {
        return;
    }
    let server = server(engine);
    let right = right::of_a_stranger(&server);
    for (path, method) in server_fn_paths() {
        let function = format!("{method} {path}");
        assert!(right.iter().any(|line| line.split(' ').take(2).eq(function.split(' '))), "{function} is not shot at");
    }
    let ((), changed) = server.changed_by(|| {
        fuzz(engine, "strangers", &server, |_| {
            (right.clone(), "countersign=AAAAAAAAAAAAAAAAAAAAAA; language=fr; theme=dark".to_owned())
        });
    });
    // Links to open an account and for a new password are anybody's to ask for, and are owed a mail.
    let free = ["links", "outbox", "sign_ups", "renewal_notices"];
    assert!(changed.iter().all(|table| free.contains(&&**table)), "strangers have changed {changed:?}");
}

fn customers(engine: Engine) {
    if !is_asked(engine) {
        return;
    }
    let server = server(engine);
    let right = right::of_a_customer(&server);
    let ((), changed) = server.changed_by(|| {
        let mut marie = server.as_customer("md10001");
        fuzz(engine, "customers", &server, |round| {
            // Every round an hour later: an hour has so many forms and no more.
            server.set_clock(i64::from(round) * HOUR);
            if marie.who().is_none() {
                marie = server.as_customer("md10001");
            }
            (right.clone(), cookies(&marie))
        });
    });
    assert!(changed.contains(&"requests".to_owned()), "she has asked for something: {changed:?}");
    // No code has come to any hand.
    for table in ["contacts", "history", "decisions"] {
        assert!(!changed.contains(&table.to_owned()), "without a code {table} has changed");
    }
}

fn cookies(browser: &Browser<'_>) -> String {
    browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
}

/// What the server may say to it.
fn check(server: &Server, shot: &Shot) -> TestCaseResult {
    let (answer, reset) = send(server, shot);
    if answer.is_empty() {
        // Who goes on sending when he has been answered may never hear of it.
        prop_assert!(!shot.whole || (reset && shot.bytes.len() > 60_000), "no answer to {shot:?}");
        return Ok(());
    }
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.")?.get(2..5)?.parse::<u16>().ok());
    prop_assert!(status.is_some_and(|status| (100..500).contains(&status)), "{answer}\nto {shot:?}");
    let mut html = false;
    for line in lines {
        let Some((name, value)) = line.split_once(": ") else {
            return Err(TestCaseError::fail(format!("{line:?} is no header, in the answer to {shot:?}")));
        };
        let fits = match name {
            "location" => {
                value.starts_with('/')
                    && !value[1..].starts_with(['/', '\\'])
                    && value.bytes().all(|byte| byte.is_ascii_graphic())
            }
            "set-cookie" => ["countersign=", "known-browser=", "language=", "link-code=", "theme="]
                .iter()
                .any(|ours| value.starts_with(ours)),
            name => name != "x-fuzz",
        };
        prop_assert!(fits, "{line:?} in the answer to {shot:?}");
        html |= name == "content-type" && value.starts_with("text/html");
    }
    prop_assert!(!html || !body.contains(TAG), "a tag of the sender's, in the answer to {shot:?}:\n{body}");
    Ok(())
}

/// Sends it on a connection of its own; what comes back, and whether the connection was broken off.
fn send(server: &Server, shot: &Shot) -> (Vec<u8>, bool) {
    let mut stream = TcpStream::connect(server.address).unwrap();
    let patience = if shot.whole { Duration::from_secs(20) } else { Duration::from_millis(200) };
    stream.set_read_timeout(Some(patience)).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
    // Whether the server still listens does not matter.
    let _ = stream.write_all(&shot.bytes);
    let (mut answer, mut part, mut ended) = (Vec::new(), [0; 16 * 1024], shot.whole);
    loop {
        match stream.read(&mut part) {
            Ok(0) => return (answer, false),
            Ok(read) => answer.extend_from_slice(&part[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            // What waits for more is told that no more comes.
            Err(error) if !ended && matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                ended = true;
                let _ = stream.shutdown(Shutdown::Write);
            }
            Err(error) => return (answer, matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe)),
        }
        // A stream of events has no end.
        if answer.len() < 4096 && String::from_utf8_lossy(&answer).contains("text/event-stream") {
            return (answer, false);
        }
    }
}

/// A name of a service that a spreadsheet might take for something else.
fn name() -> impl Strategy<Value = String> {
    let begin = select(&["", "=", "+", "-", "@", "\u{ff1d}", "\"", "'", ",", ";", "\u{feff}=", " =", "|", "%"][..]);
    (begin, "[ -~]{0,12}", any::<String>()).prop_map(|(begin, plain, any)| format!("{begin}{plain}{any}"))
}

/// The only table that is written: a service's history.
fn names_in_a_table(engine: Engine) {
    let server = server(engine);
    let marie = server.as_customer("md10001");
    let count = figures::rounds(5, 300);
    let read = runner(count).run(&name(), |name| {
        let Ok(name) = ServiceName::parse(&name) else { return Ok(()) };
        let added =
            server.operator(&["service", "add", &format!("--name={name}"), "--category=vps", "--admin=md10001"]);
        if added.err.contains("already") {
            return Ok(());
        }
        let table = marie.clone().get(&format!("/contacts/services/{}/history.csv", added.succeeds().trim()));
        prop_assert_eq!(table.status, 200, "{:?}", name);
        let file = table.header("content-disposition").strip_prefix("attachment; filename=\"").unwrap_or_default();
        let file = file.strip_suffix(".csv\"").unwrap_or_default();
        prop_assert!(
            !file.is_empty() && file.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)),
            "{}",
            file
        );
        let text = table.body.strip_prefix('\u{feff}').unwrap_or_default();
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        prop_assert_eq!(rows.headers().map(csv::StringRecord::len).ok(), Some(9));
        let rows: Result<Vec<csv::StringRecord>, _> = rows.into_records().collect();
        let rows = rows.map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        prop_assert_eq!(rows.len(), 3, "{}", text);
        for row in rows {
            let shown = row.get(0).unwrap_or_default();
            prop_assert_eq!(
                shown.strip_prefix('\'').filter(|rest| *rest == name.as_str()).unwrap_or(shown),
                name.as_str()
            );
            prop_assert!(!shown.starts_with(['=', '+', '-', '@', '\u{ff1d}']), "a formula: {}", shown);
        }
        Ok(())
    });
    read.unwrap_or_else(|error| panic!("{error}"));
    figures::tell(&format!("fuzzing: CSV, {engine:?}"), &format!("{count} names, 0 failures"));
}
