//! How what the browser loads is compressed: beforehand, whatever a client says that it takes.

use std::fs;

use ureq::SendBody;

use crate::support::{Engine, Server, setup::HASH};

#[test]
fn what_was_compressed_beforehand_is_sent_to_all_who_take_it() {
    let server = Server::start(Engine::Sqlite);
    let place = format!("/pkg/countersign.{HASH}.js");
    let file = server.setup().folder.path().join("site").join(&place[1..]);
    // Marked, so that what was made beforehand is told from what is made for one answer.
    for (ending, text) in [("js.br", "brotli, beforehand"), ("js.gz", "gzip, beforehand")] {
        fs::write(file.with_extension(ending), text).unwrap();
    }
    let asks = |accepts: &str| server.browser().send("GET", &place, &[("accept-encoding", accepts)], SendBody::none());
    for (accepts, coding, body) in [
        ("*", "br", "brotli, beforehand"),
        ("*;q=0.1", "br", "brotli, beforehand"),
        ("gzip, deflate, br, zstd", "br", "brotli, beforehand"),
        ("identity;q=0, *", "br", "brotli, beforehand"),
        ("gzip;q=1.0, identity; q=0.5, *;q=0", "gzip", "gzip, beforehand"),
        ("identity", "", "export const start = 1;"),
        ("zstd", "", "export const start = 1;"),
    ] {
        let answer = asks(accepts).is(200);
        assert_eq!((answer.header("content-encoding"), &*answer.body), (coding, body), "{accepts}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{accepts}: caches on the way must know");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{accepts}");
    }
}

#[test]
fn who_takes_nothing_gets_nothing_and_no_cache_keeps_it() {
    let server = Server::start(Engine::Sqlite);
    for place in [&*format!("/pkg/countersign.{HASH}.js"), "/sign-in", "/api/me", "/healthz"] {
        for accepts in ["identity;q=0", "*;q=0", "identity;q=0, br;q=0, gzip;q=0", "zstd, identity;q=0"] {
            let answer = server.browser().send("GET", place, &[("accept-encoding", accepts)], SendBody::none()).is(406);
            assert_eq!((answer.header("cache-control"), &*answer.body), ("no-store", ""), "{place}: {accepts}");
        }
    }
}
