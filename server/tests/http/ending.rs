//! SIGTERM: requests in flight finish, mails that were leased are given back, and the exit code is 0.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    time::Duration,
};

use crate::support::{Engine, PASSWORD, Server, Setup, browser::encode, eventually, on_both, raw::Raw};

on_both!(a_request_in_flight_finishes, leased_mails_are_given_back);

fn a_request_in_flight_finishes(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let mut john = server.as_customer("js10002");
    let fields = encode(&[("login", "md10001"), ("password", PASSWORD), ("next", "/")]);
    let (first, second) = fields.split_at(10);
    let mut slow = Raw::form(&server.browser(), "/api/sign-in", fields.len());
    slow.send(first);
    // Something idle, and something that has just been done.
    let _idle = TcpStream::connect(server.address).unwrap();
    john.act("resend", 2).is(200);
    server.settle();

    server.send_signal("TERM");
    eventually("nobody else is let in", || TcpStream::connect(server.address).is_err().then_some(()));
    assert_eq!(server.ended(), None, "it waits for the request");
    slow.send(second);
    let (status, answer) = slow.answer();
    assert_eq!(status, 200, "{answer}");
    assert!(answer.to_lowercase().contains("set-cookie: countersign="), "{answer}");
    for line in answer.lines().filter(|line| line.to_lowercase().starts_with("set-cookie:")) {
        server.keep_secret(line.split(['=', ';']).nth(1).unwrap());
    }
    let (status, took) = server.wait();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    // What was acknowledged stands.
    assert_eq!(server.database().count("sessions WHERE account = 'md10001-ovh'"), 1);
    assert_eq!(server.database().count("outbox WHERE lease IS NOT NULL OR state = 'pending'"), 0);
}

/// A mail server that takes connections and never says a word.
fn leased_mails_are_given_back(engine: Engine) {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let server = Setup::on(engine).with("SMTP_URL", &url).start();
    server.browser().get("/healthz").is(200);
    let leased = "outbox WHERE lease IS NOT NULL";
    eventually("mails are being sent", || (server.database().count(leased) > 0).then_some(()));
    // Those that are no longer needed end without the mail server.
    let unsent = "outbox WHERE state IN ('pending', 'void')";
    let waiting = server.database().count(unsent);
    assert!(waiting > 0);
    server.send_signal("TERM");
    let (status, took) = server.wait();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(15), "{took:?}");
    assert_eq!(server.database().count(leased), 0);
    assert_eq!(server.database().count("outbox WHERE leased_until IS NOT NULL"), 0);
    assert_eq!(server.database().count(unsent), waiting, "they go later");
    assert!(server.database().count("outbox WHERE state = 'pending'") > 0);
    assert_eq!(
        server.database().count("outbox WHERE state = 'pending' AND attempts <> 0"),
        0,
        "and have their tries still"
    );
}

#[test]
fn an_interrupt_ends_it_as_well() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    server.send_signal("INT");
    let (status, took) = server.wait();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
}

#[test]
fn a_hang_up_is_logged_and_ends_nothing() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    server.send_signal("HUP");
    eventually("it says so", || server.log().contains("SIGHUP is ignored").then_some(()));
    assert_eq!(server.ended(), None);
    server.as_customer("md10001").get("/contacts/services").is(200);
    server.send_signal("TERM");
    assert_eq!(server.wait().0.code(), Some(0));
}

/// Whoever holds connections without ever finishing a request is let go.
#[test]
fn who_speaks_too_slowly_is_let_go() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    let mut head = TcpStream::connect(server.address).unwrap();
    head.write_all(b"GET / HTTP/1.1\r\nHost: contacts.exam").unwrap();
    let mut silent = TcpStream::connect(server.address).unwrap();
    let mut body = Raw::form(&server.browser(), "/api/sign-in", 100);
    body.send("login=md10001");
    let mut left = Vec::new();
    silent.read_to_end(&mut left).unwrap();
    head.read_to_end(&mut left).unwrap();
    assert!(left.is_empty() || left.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&left));
    assert_eq!(body.answer().0, 408);
    server.as_customer("md10001").get("/").is(302);
}
