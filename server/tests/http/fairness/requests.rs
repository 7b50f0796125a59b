//! Requests that are answered at once, of one account and of one address; and whose they are.

use std::thread;

use countersign_domain::Problem;
use countersign_locales::{Language, Ui};

use crate::support::{
    Browser, Engine, Reply, Setup,
    at_once::{Act, at_once},
    on_both,
    story::OPEN,
};

on_both!(who_asks_too_much_at_once_is_told_and_others_are_served);

/// Sends so many that wait for a lock, and says what came of them.
fn flood<'a>(browser: &Browser<'a>, number: usize) -> Vec<Act<'a, Reply>> {
    let press = |_| -> Act<'a, Reply> {
        let mut browser = browser.clone();
        Box::new(move || browser.act("resend", OPEN))
    };
    (0..number).map(press).collect()
}

fn overloaded(replies: &[Reply]) -> usize {
    let over = |reply: &&Reply| {
        let Problem::Overloaded { retry_after } = reply.problem() else { return false };
        assert_eq!(reply.header("retry-after"), retry_after.to_string());
        true
    };
    replies.iter().filter(over).count()
}

fn who_asks_too_much_at_once_is_told_and_others_are_served(engine: Engine) {
    let server = Setup::on(engine).with("COUNTERSIGN_REQUESTS_PER_ACCOUNT", "1").start();
    server.settle();
    let john = server.as_customer("js10002");
    let (mut marie, mut elsewhere) = (server.as_customer("md10001"), server.as_customer("js10002"));
    server.database().hold(|| {
        thread::scope(|scope| {
            let flood = scope.spawn(|| at_once(flood(&john, 12)));
            for _ in 0..10 {
                marie.get("/contacts/requests").is(200);
            }
            let replies = flood.join().unwrap();
            // One is answered, four wait; of those some may come too late.
            assert!(overloaded(&replies) >= 7, "{replies:?}");
        });
    });
    // Then all is as before, here and elsewhere.
    john.clone().act("resend", OPEN).is(200);
    elsewhere.get("/contacts/requests").is(200);
}

/// Addresses are those that the proxy names.
#[test]
fn an_address_that_asks_too_much_is_told_in_words_before_anything_is_read() {
    let setup = Setup::on(Engine::Sqlite).with("COUNTERSIGN_REQUESTS_PER_ADDRESS", "1");
    let server = setup.with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1").start();
    server.settle();
    let john = server.as_customer("js10002").with("x-forwarded-for", "203.0.113.5:4711");
    server.database().hold(|| {
        thread::scope(|scope| {
            let flood = scope.spawn(|| {
                let pages = (0..8).map(|_| -> Act<'_, Reply> {
                    let mut stranger =
                        server.browser().with("x-forwarded-for", "203.0.113.5").with("accept-language", "fr");
                    Box::new(move || stranger.get("/sign-in"))
                });
                at_once(flood(&john, 8).into_iter().chain(pages).collect())
            });
            // Another address, and one that cannot be told from others.
            for from in ["203.0.113.6", "unknown"] {
                server.browser().with("x-forwarded-for", from).get("/sign-in").is(200);
            }
            let replies = flood.join().unwrap();
            let pages: Vec<_> = replies[8..].iter().filter(|reply| reply.status == 503).collect();
            let told = overloaded(&replies[..8]) + pages.len();
            assert!(told >= 8, "{told}");
            for page in pages {
                page.shows(Ui::of(Language::Fr).problem_overloaded());
                assert_eq!(page.header("retry-after"), "5");
            }
        });
    });
    server.browser().with("x-forwarded-for", "203.0.113.5").get("/sign-in").is(200);
}

#[test]
fn who_cannot_be_told_from_others_shares_no_limit_with_them() {
    let setup = Setup::on(Engine::Sqlite).with("COUNTERSIGN_SIGN_INS_PER_MINUTE", "2");
    let server = setup.with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1").start();
    let from = |forwarded: &str| {
        let mut browser = server.browser().with("x-forwarded-for", forwarded);
        let fields = [("login", "zz99999"), ("password", "not the password"), ("next", "/")];
        browser.call("sign-in", &fields).status
    };
    for said in ["unknown", "nonsense", "_hidden", ""] {
        assert_eq!([from(said), from(said), from(said)], [422; 3], "{said:?}");
    }
    let warnings = server.log().matches("X-Forwarded-For of a trusted proxy names no address").count();
    assert_eq!(warnings, 1, "once a minute at the most");
    // With a port or in brackets it is the same address.
    assert_eq!([from("203.0.113.5:1"), from("203.0.113.5"), from("203.0.113.5:2")], [422, 422, 429]);
    assert_eq!([from("[2001:db8::1]:1"), from("2001:db8::2"), from("\"[2001:db8::3]:9\"")], [422, 422, 429]);
}
