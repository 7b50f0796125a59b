//! The database is gone under load, and comes back: pages say so meanwhile, nothing is half done, and the server goes on by itself.
//! A file is not gone; but another program may hold it.

use std::{thread::sleep, time::Duration};

use countersign_domain::MINUTE;
use countersign_locales::{Language, Ui};

use super::{cluster::Cluster, crowd::Crowd, dice::Dice, postbox::Postbox};
use crate::{
    figures,
    support::{Engine, PASSWORD, Server, Setup, database::Database, eventually},
};

#[test]
fn postgres_gone_and_back() {
    let outages = figures::rounds(1, 5);
    let mut dice = Dice::new("Postgres gone and back");
    let cluster = Cluster::start_new();
    let postbox = Postbox::open();
    let setup = Setup::over(Database::at(Engine::Postgres, &cluster.url()), tempfile::tempdir().unwrap());
    let server = setup.with("SMTP_URL", &postbox.url()).with("COUNTERSIGN_LOG", "info,sqlx=warn").start();
    let process = server.process();
    let mut crowd = Crowd::new(&server, &postbox, dice.split());
    let mut pages = 0;
    for _ in 0..outages {
        let moment = Duration::from_millis(200 + dice.below(600));
        crowd.play(&server, || {
            sleep(moment);
            cluster.stop();
            pages += says_so(&server);
        });
        cluster.start();
        eventually("the server is ready again", || (server.browser().get("/readyz").status == 200).then_some(()));
        // What was leased is free again.
        crowd.later(&server, 2 * MINUTE);
        crowd.compare(&server);
        crowd.play(&server, || sleep(Duration::from_millis(300)));
        crowd.compare(&server);
    }
    assert_eq!((server.process(), server.ended()), (process, None), "it was not started anew");
    let figures = format!("{outages} outages, {pages} error pages, never started anew; {}", crowd.figures(&server));
    println!("{figures}");
    figures::tell("outages: Postgres gone and back", &figures);
}

/// SQLite lets one write at a time: who comes later waits, and is told so when that takes too long.
#[test]
fn sqlite_held_by_another_program() {
    let times = figures::rounds(1, 3);
    let mut dice = Dice::new("SQLite held by another program");
    let postbox = Postbox::open();
    let setup = Setup::on(Engine::Sqlite).with("SMTP_URL", &postbox.url());
    let server = setup.with("COUNTERSIGN_LOG", "info,sqlx=warn").start();
    let mut crowd = Crowd::new(&server, &postbox, dice.split());
    let mut read = 0;
    for _ in 0..times {
        let moment = Duration::from_millis(100 + dice.below(300));
        let mut john = crowd.browsers(&server).remove("js10002-ovh").unwrap();
        crowd.play(&server, || {
            sleep(moment);
            server.database().hold(|| {
                let sign_in = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
                let mut visitor = server.browser().with("accept-language", "pl");
                let told = visitor.form("/sign-in", "/api/sign-in", &sign_in).is(503);
                told.shows(Ui::of(Language::Pl).problem_contended());
                // Whoever reads is not disturbed.
                for place in ["/contacts/services", "/contacts/requests", "/contacts/requests/2", "/profile"] {
                    john.get(place).is(200);
                    read += 1;
                }
            });
        });
        // What was leased is free again.
        crowd.later(&server, 2 * MINUTE);
        crowd.compare(&server);
        crowd.play(&server, || sleep(Duration::from_millis(300)));
        crowd.compare(&server);
    }
    assert_eq!(server.ended(), None);
    let figures =
        format!("{times} times, {times} error pages, {read} pages read meanwhile; {}", crowd.figures(&server));
    println!("{figures}");
    figures::tell("outages: SQLite held by another program", &figures);
}

/// While the database is away: answers with how many pages have said so.
fn says_so(server: &Server) -> u32 {
    server.browser().get("/healthz").is(200);
    std::thread::scope(|scope| {
        let ready = scope.spawn(|| server.browser().get("/readyz").is(503));
        let pages = [Language::Fr, Language::Pl, Language::En].map(|language| {
            scope.spawn(move || {
                let mut browser = server.browser().with("accept-language", language.code());
                browser.cookies.insert("countersign".to_owned(), "QUJDREVGR0hJSktMTU5PUA".to_owned());
                browser.get("/contacts/services").is(500).tells_of_a_failure(server, language);
            })
        });
        pages.into_iter().for_each(|page| page.join().unwrap());
        ready.join().unwrap();
    });
    3
}
