//! Live updates: who is told, what is told, and when a stream ends.

use std::time::Duration;

use countersign_backend::ambient::Clock;
use countersign_domain::SECOND;

use crate::support::{
    Engine, PASSWORD, Server, Setup, on_both,
    story::PROJECT,
    stream::{Heard, Stream, seen},
};

on_both!(
    another_accounts_act_is_told_to_those_whom_it_concerns,
    who_comes_back_is_told_what_was_missed,
    a_stream_ends_with_its_session,
    a_session_that_runs_out,
    an_operators_command_is_heard,
    open_streams_do_not_keep_a_server_that_ends,
);

fn another_accounts_act_is_told_to_those_whom_it_concerns(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let (mut marie, mut john, mut sakura) =
        (server.as_customer("md10001"), server.as_customer("js10002"), server.as_customer("sy10008"));
    let (mut open, mut foreign) = (Stream::of(&mut john), Stream::of(&mut sakura));
    assert!(open.head.starts_with("http/1.1 200"), "{}", open.head);
    for header in ["content-type: text/event-stream", "cache-control: no-store", "x-accel-buffering: no"] {
        assert!(open.head.contains(header), "{header}: {}", open.head);
    }
    assert!(!open.head.contains("content-encoding"), "{}", open.head);
    assert_eq!((open.settled(), foreign.settled()), (None, None));

    let request = marie.ask(PROJECT, &[("tech", "js10002")]);
    open.changed();
    server.settle();
    let told = open.settled();
    assert_eq!(foreign.settled(), None);
    // Nothing has happened since, and a page that is read now says so.
    let page = john.get(&format!("/contacts/requests/{request}")).is(200);
    assert!(told.is_none_or(|told| Some(told.as_str()) == seen(&page.body)));
    // A decision is told to both.
    let mut hers = Stream::of(&mut marie);
    hers.settled();
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    hers.changed();
    open.changed();
    server.settle();
    open.settled();
    marie.call("cancel", &[("id", &request.to_string()), ("reason", "")]).is(200);
    open.changed();
    assert_eq!(foreign.settled(), None);
}

#[test]
fn nobody_gets_no_stream() {
    let server = Server::start(Engine::Sqlite);
    let mut nobody = server.browser();
    assert_eq!(seen(&nobody.get("/sign-in").body), None);
    let answer = nobody.get("/api/live").is(204);
    assert_eq!((answer.body.as_str(), answer.header("cache-control")), ("", "no-store"));
    let mut marie = server.as_customer("md10001");
    let kept = marie.clone();
    marie.call("sign-out", &[]).is(200);
    kept.clone().get("/api/live").is(204);
    kept.clone().post("/api/live", &[("sec-fetch-site", "same-origin")], "").is(405);
}

fn who_comes_back_is_told_what_was_missed(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let (mut marie, mut john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    let page = john.get("/contacts/requests").is(200);
    let first = seen(&page.body).unwrap();
    marie.ask(PROJECT, &[("tech", "js10002")]);
    server.settle();
    let mut open = Stream::open(&john, first, None);
    let id = open.changed();
    assert_eq!(open.settled(), None, "once for all that was missed");
    drop(open);
    // The browser's own word counts, and not the page's address, which is from the beginning.
    assert_eq!(Stream::open(&john, first, Some(&id)).settled(), None);
    assert_eq!(Stream::open(&john, &id, Some(first)).changed(), id);
    for unknown in ["", "nonsense", "ffffffffffffffffffff"] {
        assert_eq!(Stream::open(&john, unknown, None).changed(), id);
    }
    let other = server.as_customer("sy10008");
    assert_ne!(Stream::open(&other, &id, None).changed(), id, "another account's is not its own");
}

fn a_stream_ends_with_its_session(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    // Signing out ends the streams of that browser, and of no other.
    let (mut marie, mut elsewhere) = (server.as_customer("md10001"), server.as_customer("md10001"));
    let (mut one, mut two, mut other) = (Stream::of(&mut marie), Stream::of(&mut marie), Stream::of(&mut elsewhere));
    marie.call("sign-out", &[]).is(200);
    one.ends();
    two.ends();
    other.settled();

    // Changing the password ends all.
    let mut here = server.as_customer("md10001");
    let mut open = Stream::of(&mut here);
    here.call("change-password", &[("password", PASSWORD), ("new_password", "correct staple grief 81")]).is(200);
    open.ends();
    other.ends();
    assert_eq!(Stream::of(&mut here).settled(), None, "the new session has its own");

    // So does the operator, by a new password or by disabling.
    let mut sakura = server.as_customer("sy10008");
    let mut open = Stream::of(&mut sakura);
    let set = ["account", "set-password", "sy10008", "--reason", "Asked by post."];
    server.setup().operator_with_input(&set, "some other goat stairs 77\n").succeeds();
    open.ends();
    let mut john = server.as_customer("js10002");
    let (mut open, mut stays) = (Stream::of(&mut john), Stream::of(&mut here));
    server.operator(&["account", "disable", "js10002", "--reason", "Asked by post."]).succeeds();
    open.ends();
    stays.settled();
}

fn a_session_that_runs_out(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let (mut john, mut marie) = (server.as_customer("js10002"), server.as_customer("md10001"));
    let page = john.get("/contacts/requests").is(200);
    // By the clock of the server, which need not be that of the database.
    let end = Clock::System.now().plus(3 * SECOND).0;
    server.database().run(&format!("UPDATE sessions SET expires_at = {end} WHERE account = 'js10002-ovh'"));
    let (mut open, mut other) = (Stream::open(&john, seen(&page.body).unwrap(), None), Stream::of(&mut marie));
    while let Heard::Changed(_) = open.next() {}
    assert_eq!(open.next(), Heard::End);
    other.settled();
}

fn an_operators_command_is_heard(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let mut john = server.as_customer("js10002");
    let mut open = Stream::of(&mut john);
    server.operator(&["invoice", "add", "FR-9", "js10002"]).succeeds();
    open.changed();
}

#[test]
fn two_servers_on_one_database() {
    let one = Server::start(Engine::Postgres);
    one.settle();
    let url = one.database().url.clone();
    let two = Setup::on(Engine::Postgres).with("DATABASE_URL", &url).start();
    let (mut marie, mut john) = (one.as_customer("md10001"), two.as_customer("js10002"));
    let mut open = Stream::of(&mut john);
    open.settled();
    let request = marie.ask(PROJECT, &[("tech", "js10002")]);
    open.changed();
    assert!(john.read("requests", &[("state", "")]).is(200).body.contains(&format!("\"id\":{request}")));
    // A session is over everywhere.
    one.operator(&["account", "disable", "js10002", "--reason", "Asked by post."]).succeeds();
    while let Heard::Changed(_) = open.next() {}
    assert_eq!(open.next(), Heard::End);
}

fn open_streams_do_not_keep_a_server_that_ends(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let mut marie = server.as_customer("md10001");
    let mut streams: Vec<_> = (0..5).map(|_| Stream::of(&mut marie)).collect();
    server.send_signal("TERM");
    let (status, took) = server.wait();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(3), "{took:?}");
    for stream in &mut streams {
        assert_eq!(stream.next(), Heard::End);
    }
}

#[test]
fn no_more_streams_than_an_account_may_have() {
    let server = Server::start(Engine::Sqlite);
    server.settle();
    let mut marie = server.as_customer("md10001");
    let mut streams: Vec<_> = (0..=countersign_backend::live::MAX_STREAMS).map(|_| Stream::of(&mut marie)).collect();
    assert_eq!(streams[0].next(), Heard::End);
    assert_eq!(streams[1].settled(), None);
}
