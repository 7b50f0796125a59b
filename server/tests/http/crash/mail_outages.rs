//! The mail server is down, slow, refuses for now, or refuses one address for good: mails wait and go later, none is lost, and
//! one that never goes is seen.

use std::time::Duration;

use countersign_domain::MINUTE;
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

on_both!(
    away_for_hours,
    an_unknown_customer_looks_like_a_known_one,
    not_now,
    slow,
    refused_for_good,
    sent_after_all,
    held,
);

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

/// For hours it takes no connection, no sender, or no message: no mail is lost, none loses its place, and everybody sees why.
fn away_for_hours(engine: Engine) {
    let hours = figures::rounds(3, 24);
    let moods = [
        Mood::Down,
        Mood::Answers("GREETING", "554 5.3.2 no service here"),
        Mood::Answers("MAIL", "554 5.7.1 sender blocked"),
        Mood::Answers("MESSAGE", "552 5.2.2 no room"),
    ];
    for mood in moods {
        let postbox = Postbox::open();
        let server = start(engine, &postbox);
        server.settle();
        let before = postbox.letters().len();
        postbox.be(mood);
        let (mut marie, mut john, request) = server.asked_while_mails_wait();
        let failed = |times: i64| {
            let failures = format!("outbox_pause WHERE failures >= {times}");
            eventually("a mail is tried", || (server.database().count(&failures) == 1).then_some(()));
        };
        failed(1);
        let mut clock = 0;
        let mut later = None;
        for quarter in 0..hours * 4 {
            clock += 15 * MINUTE;
            server.set_clock(clock);
            failed(i64::from(quarter) + 2);
            if quarter == 2 {
                later = Some(marie.ask(PROJECT, &[("billing", "js10002")]));
            }
        }
        let later = later.unwrap();
        // Nothing was tried by all, and nothing was lost.
        assert_eq!(server.database().count("outbox WHERE state = 'pending' AND attempts = 0 AND lease IS NULL"), 4);
        assert_eq!(server.database().count("outbox WHERE state = 'dead'"), 0);
        assert_eq!(server.log().matches("mails are paused").count(), 1);
        let status = server.operator(&["outbox", "status"]).succeeds();
        assert!(status.contains("4 mails wait, 0 were given up") && status.contains("takes no mails"), "{status}");
        assert!(status.contains("The oldest has waited for"), "{status}");
        assert!(server.browser().get("/readyz").is(200).body.contains("mail server"));
        let page = format!("/contacts/requests/{request}");
        marie.get(&page).is(200).shows("pas encore remis");

        postbox.be(Mood::Takes);
        server.set_clock(clock + 15 * MINUTE);
        server.settle();
        assert_eq!([arrived(&server, &postbox, request), arrived(&server, &postbox, later)], [[1, 1], [1, 1]]);
        if mood == Mood::Down {
            let id = tables::key(engine, "id");
            let oldest = format!("SELECT {id} FROM outbox WHERE request_id = {request} ORDER BY due_at, id");
            assert_eq!(postbox.letters()[before].id, server.database().texts(&oldest)[0], "the oldest goes first");
        }
        assert_eq!(server.log().matches("mails go out again").count(), 1);
        assert_eq!(server.browser().get("/readyz").is(200).body, "ready");
        marie.get(&page).is(200).hides("pas encore remis");
        let code = postbox.codes(address("js10002"), request).remove(0);
        john.decide(request, &code, "refuse").is(200);
    }
    let figures = format!("{hours} hours away in each of 4 ways; 16 mails due, all delivered once");
    figures::tell(&format!("outages: no mail server, {engine:?}"), &figures);
}

/// The requester sees that its mails wait, and nothing of whether there is such a customer.
fn an_unknown_customer_looks_like_a_known_one(engine: Engine) {
    let postbox = Postbox::open();
    let server = start(engine, &postbox);
    server.settle();
    postbox.be(Mood::Down);
    let mut marie = server.as_customer("md10001");
    let lines = [("tech", "js10002"), ("billing", "zz99999")].map(|(role, who)| {
        let request = marie.ask(PROJECT, &[(role, who)]);
        let pauses = "outbox_pause";
        eventually("mails are paused", || (server.database().count(pauses) == 1).then_some(()));
        marie.get(&format!("/contacts/requests/{request}")).is(200).body.matches("pas encore remis").count()
    });
    assert_eq!(lines, [2, 2]);
}

/// It refuses every recipient for now: each mail is tried by itself, until it goes.
fn not_now(engine: Engine) {
    let postbox = Postbox::open();
    let server = start(engine, &postbox);
    server.settle();
    postbox.be(Mood::Later);
    let (.., request) = server.asked_while_mails_wait();
    let tries = figures::rounds(12, 40);
    for n in 1..=tries {
        let tried = format!("outbox WHERE request_id = {request} AND attempts = {n} AND lease IS NULL");
        eventually("each mail is tried", || (server.database().count(&tried) == 2).then_some(()));
        server.set_clock(i64::from(n) * 15 * MINUTE);
    }
    assert!(postbox.put_off() >= 2 * tries as usize);
    assert_eq!(server.database().count("outbox_pause"), 0);
    postbox.be(Mood::Takes);
    server.set_clock(i64::from(tries + 1) * 15 * MINUTE);
    server.settle();
    assert_eq!(arrived(&server, &postbox, request), [1, 1]);
}

/// The operator sees which mails were given up, without any address, and has them sent after all.
fn sent_after_all(engine: Engine) {
    let postbox = Postbox::open();
    let server = start(engine, &postbox);
    server.settle();
    postbox.be(Mood::Never(address("js10002")));
    let (_, mut john, request) = server.asked();
    server.settle();
    let id = tables::key(engine, "id");
    let dead = server.database().texts(&format!("SELECT {id} FROM outbox WHERE state = 'dead'")).remove(0);
    let list = server.operator(&["outbox", "list"]).succeeds();
    let line = list.lines().find(|line| line.replace('-', "").starts_with(&dead)).expect("the mail is listed");
    for word in ["asked", &request.to_string(), "given up", "refused"] {
        assert!(line.contains(word), "{line}");
    }
    assert!(!list.contains('@') && !list.contains("js10002"), "{list}");
    let unknown = server.operator(&["outbox", "retry", "00000000-0000-7000-8000-000000000000"]);
    assert!(unknown.code == Some(1) && unknown.err.contains("that waits or was given up"), "{unknown:?}");

    postbox.be(Mood::Takes);
    let told = server.operator(&["outbox", "retry", "--all-dead"]).succeeds();
    assert!(told.contains("a mail with a new one is tried now"), "{told}");
    server.settle();
    let code = postbox.codes(address("js10002"), request).remove(0);
    john.decide(request, &code, "accept").is(200);
    assert!(server.operator(&["outbox", "status"]).succeeds().contains("0 mails wait, 0 were given up"));
}

/// While the operator holds mails, the log says so at the start and every hour, and so does whoever is asked.
fn held(engine: Engine) {
    const WARNING: &str = "mails are held";
    let postbox = Postbox::open();
    let mut server = start(engine, &postbox);
    server.settle();
    server.operator(&["outbox", "hold"]).succeeds();
    let warned = |server: &Server, times: usize| {
        eventually("the log says so", || (server.log().matches(WARNING).count() == times).then_some(()));
    };
    warned(&server, 1);
    server.asked_while_mails_wait();
    for hour in 1..=2 {
        server.set_clock(hour * 60 * MINUTE);
        warned(&server, usize::try_from(hour).unwrap() + 1);
    }
    server.kill();
    server.start_again();
    warned(&server, 1);
    assert!(server.browser().get("/readyz").is(200).body.contains("held"));
    let status = server.operator(&["outbox", "status"]).succeeds();
    assert!(status.contains("2 mails wait") && status.contains("They are held"), "{status}");
    assert_eq!(server.as_customer("md10001").get("/contacts/requests").is(200).status, 200);
    server.operator(&["outbox", "release"]).succeeds();
    server.settle();
    assert_eq!(server.browser().get("/readyz").is(200).body, "ready");
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
