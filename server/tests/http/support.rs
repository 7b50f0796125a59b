//! What the tests are made of: a real server over a database of its own, browsers, and the mailbox.

pub(crate) mod at_once;
pub(crate) mod browser;
pub(crate) mod database;
pub(crate) mod html;
pub(crate) mod mailbox;
pub(crate) mod program;
pub(crate) mod raw;
pub(crate) mod reply;
pub(crate) mod server;
pub(crate) mod setup;
pub(crate) mod story;
pub(crate) mod stream;
pub(crate) mod timing;
mod unchanged;

pub(crate) use browser::Browser;
pub(crate) use database::Engine;
pub(crate) use reply::Reply;
pub(crate) use server::Server;
pub(crate) use setup::Setup;

/// The address at which customers reach the tests' servers, whatever they listen on: a demo's must be on loopback.
pub(crate) const BASE: &str = "http://localhost";
/// The password of every demo customer.
pub(crate) const PASSWORD: &str = countersign_backend::demo::PASSWORD;
/// Milliseconds of a day.
pub(crate) const DAY: i64 = countersign_domain::DAY;

/// Makes a `#[test]` for each engine out of each `fn name(engine: Engine)`.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {$(
            #[test]
            fn $name() {
                super::$name(crate::support::Engine::Sqlite);
            }
        )+}
        mod postgres {$(
            #[test]
            fn $name() {
                super::$name(crate::support::Engine::Postgres);
            }
        )+}
    };
}
pub(crate) use on_both;

/// Tries until there is something, for a minute at the most.
pub(crate) fn eventually<T>(what: &str, mut try_it: impl FnMut() -> Option<T>) -> T {
    let begun = std::time::Instant::now();
    loop {
        if let Some(found) = try_it() {
            return found;
        }
        // Far longer than it takes, also beside other work: that it comes is asked, not how soon.
        assert!(begun.elapsed().as_secs() < 60, "{what}: not within a minute");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}
