//! The mail server is down, slow, refuses for now, or refuses one address for good: mails wait and go later, none is lost, and
//! one that never goes is seen.

use std::time::Duration;

use countersign_domain::{MINUTE, SECOND};
use countersign_locales::{Language, Ui};

use super::{
    postbox::{Mood, Postbox},
    tables,
};
use crate::{
    figures,
    support::{
        Engine, Server, Setup, eventually,
        mailbox::address,
        on_both,
        story::{BLOG, PROJECT},
    },
};

on_both!(away_for_a_while, slow, refused_for_good);

/// Whatever is asked of the log: it does not hold what is said to the mail server.
#[test]
fn what_is_said_to_the_mail_server_is_not_logged() {
    let postbox = Postbox::open();
    for level in ["debug", "trace"] {
        let server = Setup::on(Engine::Sqlite).with("SMTP_URL", &postbox.url()).with("COUNTERSIGN_LOG", level).start();
        let (.., request) = server.asked();
        server.settle();
        for code in postbox.codes(address("js10002"), request) {
            server.keep_secret(&code);
        }
        server.check_log();
    }
}

fn start(engine: Engine, postbox: &Postbox) -> Server {
    Setup::on(engine).with("SMTP_URL", &postbox.url()).start()
}

/// How often each mail about a request has arrived.
fn arrived(server: &Server, postbox: &Postbox, request: i64) -> Vec<usize> {
    let id = tables::key(server.database().engine, "id");
    let letters = postbox.by_id();
    let owed = server.database().texts(&format!("SELECT {id} FROM outbox WHERE request_id = {request}"));
    owed.into_iter().map(|id| letters.get(&id).map_or(0, Vec::len)).collect()
}

/// It takes no connection, or no mail. In the long form for nine tries, which are well over an hour.
fn away_for_a_while(engine: Engine) {
    let tries = figures::rounds(1, 9);
    let mut minutes = 0;
    for mood in [Mood::Down, Mood::Later] {
        let postbox = Postbox::open();
        let server = start(engine, &postbox);
        server.settle();
        postbox.be(mood);
        let (mut marie, mut john, request) = server.asked();
        let mut clock = 0;
        for n in 1..=tries {
            let tried = format!("outbox WHERE request_id = {request} AND attempts = {n} AND lease IS NULL");
            eventually("each mail is tried", || (server.database().count(&tried) == 2).then_some(()));
            // The next try is twice as far off.
            let due =
                format!("outbox WHERE request_id = {request} AND due_at - created_at >= {}", clock + (5_000 << n));
            assert_eq!(server.database().count(&due), 2);
            clock += (5 << n) * SECOND;
            if n < tries {
                server.set_clock(clock);
            }
        }
        assert_eq!(arrived(&server, &postbox, request), [0, 0]);
        assert_eq!(server.database().count("outbox WHERE state = 'dead'"), 0);
        assert!(mood == Mood::Down || postbox.put_off() >= 2 * tries as usize);
        marie.get(&format!("/contacts/requests/{request}")).is(200);
        minutes = clock / MINUTE;

        postbox.be(Mood::Takes);
        server.set_clock(clock + SECOND);
        server.settle();
        assert_eq!(arrived(&server, &postbox, request), [1, 1]);
        let code = postbox.codes(address("js10002"), request).remove(0);
        john.decide(request, &code, "refuse").is(200);
    }
    let figures =
        format!("{minutes} minutes down, {minutes} refusing for now, {tries} tries; 4 mails due, all delivered once");
    figures::tell(&format!("outages: no mail server, {engine:?}"), &figures);
}

/// A slow mail server holds up no customer, and is sent nothing twice.
fn slow(engine: Engine) {
    let postbox = Postbox::open();
    let server = start(engine, &postbox);
    server.settle();
    postbox.be(Mood::Slow(Duration::from_millis(150)));
    let (mut marie, mut zofia) = (server.as_customer("md10001"), server.as_customer("zk10003"));
    let requests = [
        marie.ask(PROJECT, &[("tech", "js10002")]),
        marie.ask(PROJECT, &[("billing", "js10002")]),
        zofia.ask(BLOG, &[("tech", "js10002")]),
    ];
    assert!(server.database().count("outbox WHERE state = 'pending'") > 0, "nobody has waited for the mail server");
    server.settle();
    for request in requests {
        assert_eq!(arrived(&server, &postbox, request), [1, 1]);
    }
    figures::tell(&format!("outages: a slow mail server, {engine:?}"), "6 mails due, all delivered once");
}

/// One address is refused for good. Its mail is given up at once and seen, the others go.
fn refused_for_good(engine: Engine) {
    let postbox = Postbox::open();
    let server = start(engine, &postbox);
    server.settle();
    postbox.be(Mood::Never(address("js10002")));
    let (mut marie, mut john, request) = server.asked();
    server.settle();
    let states = format!("SELECT recipient || ' ' || state FROM outbox WHERE request_id = {request} ORDER BY 1");
    assert_eq!(server.database().texts(&states), ["js10002-ovh dead", "md10001-ovh sent"]);
    assert_eq!(arrived(&server, &postbox, request).iter().sum::<usize>(), 1);
    // The operator sees why, and nobody's address.
    let why = format!("SELECT error FROM outbox WHERE request_id = {request} AND state = 'dead'");
    let why = server.database().texts(&why).remove(0);
    assert!(why.contains("no such mailbox here") && !why.contains('@'), "{why}");
    assert!(server.log().contains("a mail was given up"));
    // Whom it was for sees it on the request's page. Marie does not: that John is anybody shows when he decides.
    let (english, french) = (Ui::of(Language::En), Ui::of(Language::Fr));
    let place = format!("/contacts/requests/{request}");
    let subject = |text: String| text.split('(').next().unwrap().to_owned();
    john.get(&place).is(200).shows(&subject(english.mail_dead("js10002-ovh", "(")));
    marie.get(&place).is(200).hides(&subject(french.mail_dead("js10002-ovh", "(")));
    // Nothing is held up.
    let mut zofia = server.as_customer("zk10003");
    let other = zofia.ask(BLOG, &[("tech", "sy10008")]);
    server.settle();
    assert_eq!(arrived(&server, &postbox, other), [1, 1]);
    // And when the address works again, a new code finds its way.
    postbox.be(Mood::Takes);
    john.act("resend", request).is(200);
    server.settle();
    let code = postbox.codes(address("js10002"), request).remove(0);
    john.decide(request, &code, "accept").is(200);
    marie.get(&place).is(200).shows(&subject(french.mail_dead("js10002-ovh", "(")));
    figures::tell(
        &format!("outages: one address refused for good, {engine:?}"),
        "1 mail dead and seen, 4 others delivered, 1 more when it works again",
    );
}
