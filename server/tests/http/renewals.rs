//! Renewal notices, from the server's own clock to the mailbox.

use countersign_backend::mail::Mail;
use countersign_domain::DAY;

use crate::support::{Engine, Server, Setup, eventually, mailbox::address, on_both};

on_both!(the_billing_contact_is_told_once);

fn notices(server: &Server) -> i64 {
    server.database().count("outbox WHERE event = 'renewal'")
}

/// The notices to a demo customer.
fn told(server: &Server, stem: &str) -> Vec<Mail> {
    let mails = server.mails_to(address(stem)).into_iter();
    mails.filter(|mail| ["expire le", "expires on", "wygasa"].iter().any(|word| mail.subject.contains(word))).collect()
}

fn the_billing_contact_is_told_once(engine: Engine) {
    // The server lives in the past at first, and catches up: sessions last by the real clock.
    let server = Setup::on(engine).behind(41 * DAY).start();
    let since = |days: i64| server.set_clock((days - 41) * DAY + DAY / 2);
    server.settle();
    assert_eq!(notices(&server), 0, "nothing of the demo is about to expire");
    // The demo's first domain expires in 47 days.
    since(17);
    eventually("a notice", || (notices(&server) > 0).then_some(()));
    let mails = told(&server, "md10001");
    assert_eq!((mails.len(), notices(&server)), (1, 1));
    assert!(mails[0].subject.starts_with("atelier-dubois.example\u{a0}: expire le "), "{}", mails[0].subject);
    assert!(mails[0].text.replace('\u{a0}', " ").contains("dans 30 jours"), "{}", mails[0].text);

    // Marie hands the bills over to John; he is told of what is left.
    let mut marie = server.as_customer("md10001");
    let request = marie.ask(("domain", "atelier-dubois.example"), &[("billing", "js10002")]);
    let mut john = server.as_customer("js10002");
    marie.decide(request, &server.code("md10001", request), "accept").is(200);
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    since(40);
    eventually("the next notice", || (notices(&server) > 1).then_some(()));
    assert_eq!((told(&server, "md10001").len(), told(&server, "js10002").len()), (1, 1));

    // It is renewed; of another service, which shows that the server has looked, there is a notice.
    let update =
        ["service", "update", "--name", "atelier-dubois.example", "--category", "domain", "--expires-in", "400"];
    server.operator(&update).succeeds();
    let add =
        ["service", "add", "--name", "other.example", "--category", "vps", "--admin", "zk10003", "--expires-in", "35"];
    server.operator(&add).succeeds();
    since(46);
    eventually("the notice of the other", || (notices(&server) > 2).then_some(()));
    assert_eq!((told(&server, "zk10003").len(), told(&server, "js10002").len()), (1, 1));
}

#[test]
fn days_are_a_setting() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_RENEWAL_DAYS", "50").start();
    eventually("a notice", || (notices(&server) == 1).then_some(()));
    assert_eq!(told(&server, "md10001").len(), 1);
    server.browser().get("/help").is(200);
    let silent = Setup::on(Engine::Sqlite).with("COUNTERSIGN_RENEWAL_DAYS", "").start();
    silent.set_clock(40 * DAY);
    eventually("the requests of the demo to expire", || {
        (silent.database().count("requests WHERE state = 'expired'") == 2).then_some(())
    });
    silent.browser().get("/help").is(200);
    assert_eq!(notices(&silent), 0);
}
