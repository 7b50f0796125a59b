//! The compact coding: for pages of the server's own build, and for no others.

use countersign_app::Coding;
use countersign_domain::{Problem, view::Me};
use ureq::{AsSendBody, SendBody};

use crate::support::{BASE, Browser, Engine, Reply, Server, browser::encode, setup::HASH, story::OPEN};

fn accept(build: &str) -> String {
    format!("application/x-postcard; build={build}")
}

fn read(browser: &mut Browser<'_>, place: &str, build: &str) -> Reply {
    browser.send("GET", place, &[("accept", &accept(build))], SendBody::none())
}

fn cancel(browser: &mut Browser<'_>, build: &str) -> Reply {
    let fields = encode(&[("id", &OPEN.to_string()), ("reason", "")]);
    let headers =
        [("accept", &*accept(build)), ("content-type", "application/x-www-form-urlencoded"), ("origin", BASE)];
    browser.send("POST", "/api/cancel", &headers, fields.as_bytes().as_body())
}

#[test]
fn a_page_of_this_build_is_answered_compactly() {
    let server = Server::start(Engine::Sqlite);
    let mut john = server.as_customer("js10002");
    let page = john.get("/contacts/requests").is(200);
    assert!(page.body.contains(&format!("data-build=\"{HASH}\"")), "a page knows its build");

    let answer = read(&mut john, "/api/me", HASH).is(200);
    assert_eq!(answer.header("content-type"), "application/x-postcard");
    let me: Option<Me> = Coding::Compact.read(answer.body.as_bytes()).unwrap();
    assert_eq!(me, john.read("me", &[]).is(200).json(), "the same, for programs");

    let refused = read(&mut john, "/api/request?id=99&token=", HASH).is(404);
    assert_eq!(Coding::Compact.read(refused.body.as_bytes()), Some(Problem::NotFound));
    let unknown = read(&mut john, "/api/nothing", HASH).is(404);
    assert_eq!(Coding::Compact.read(unknown.body.as_bytes()), Some(Problem::NotFound));
}

#[test]
fn a_page_of_another_build_is_told_so_and_does_nothing() {
    let server = Server::start(Engine::Sqlite);
    let mut john = server.as_customer("js10002");
    let before = server.database().dump();
    for build in ["fedcba9876543210", ""] {
        read(&mut john, "/api/me", build).is(426);
        cancel(&mut john, build).is(426);
    }
    assert_eq!(server.database().dump(), before);
    cancel(&mut john, HASH).is(200);
}
