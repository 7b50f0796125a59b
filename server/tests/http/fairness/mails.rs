//! Mails: whatever floods of requests do, a customer gets a few mails, and what an honest administrator asks.

use countersign_domain::{HOUR, MINUTE, Problem};

use crate::{
    crash::postbox::Postbox,
    support::{Browser, Engine, Reply, Server, Setup, eventually, mailbox::address, on_both},
};

on_both!(a_flood_of_requests_is_a_few_mails_and_others_come_through);

/// Requests that one account may ask of another in an hour.
const OF_PAIR: usize = 30;
const ROLES: [&str; 3] = ["admin", "tech", "billing"];

/// Services of a customer's own.
fn services(server: &Server, who: &str, count: usize) -> Vec<String> {
    let add = |number| {
        let name = format!("{who}-{number}.example");
        server.operator(&["service", "add", "--name", &name, "--category", "vps", "--admin", who]).succeeds();
        name
    };
    (0..count).map(add).collect()
}

/// Asks John for every role of every service, as often as that goes; answers with the requests.
fn flood(browser: &mut Browser<'_>, services: &[String], times: usize) -> Vec<i64> {
    let forms = services.iter().flat_map(|name| ROLES.map(|role| (name, role))).cycle().take(times);
    let replies: Vec<Reply> = forms.map(|(name, role)| browser.submit(("vps", name), &[(role, "js10002")])).collect();
    let (asked, refused): (Vec<_>, Vec<_>) = replies.into_iter().partition(|reply| reply.status == 200);
    for reply in refused {
        assert!(matches!(reply.problem(), Problem::TooMany { .. }), "{reply:?}");
    }
    asked.iter().flat_map(Reply::json::<Vec<i64>>).collect()
}

fn a_flood_of_requests_is_a_few_mails_and_others_come_through(engine: Engine) {
    let postbox = Postbox::open();
    let server = Setup::on(engine).with("SMTP_URL", &postbox.url()).start();
    server.settle();
    let [first, second, third] = ["md10001", "zk10003", "lg10004"].map(|who| (who, services(&server, who, 10)));
    services(&server, "jm10005", 1);
    let to_john = || postbox.letters().iter().filter(|letter| letter.to == address("js10002")).count();
    let before = to_john();

    // Two accounts with sixty forms each, and a third with a few.
    let mut asked = Vec::new();
    let mut clock = 0;
    for ((who, services), times) in [(&first, 60), (&second, 60), (&third, 6)] {
        let requests = flood(&mut server.as_customer(who), services, times);
        assert_eq!(requests.len(), times.min(OF_PAIR), "{who}");
        asked.extend(requests);
    }
    server.settle();
    assert_eq!(to_john() - before, 15, "and no more at once");
    let honest = server.as_customer("jm10005").ask(("vps", "jm10005-0.example"), &[("tech", "js10002")]);
    server.settle();
    assert_eq!(to_john() - before, 15);

    // Half an hour later, one mail brings the honest request, with its code.
    clock += HOUR / 2 + MINUTE;
    server.set_clock(clock);
    let code = |request| postbox.codes(address("js10002"), request);
    eventually("the honest request is mailed", || (!code(honest).is_empty()).then_some(()));
    assert_eq!(to_john() - before, 16);
    let mut john = server.as_customer("js10002");
    john.decide(honest, &code(honest)[0], "accept").is(200);

    // They cancel what they asked: one mail more in this hour.
    for ((who, _), requests) in [&first, &second].into_iter().zip(asked.chunks(OF_PAIR)) {
        let mut browser = server.as_customer(who);
        for request in &requests[..20] {
            browser.act("cancel", *request).is(200);
        }
    }
    server.settle();
    assert_eq!(to_john() - before, 16);
    clock += HOUR / 2 - 2 * MINUTE;
    server.set_clock(clock);
    server.settle();
    assert!(to_john() - before <= 17, "{}", to_john() - before);

    // Of what still waits, the code has come, or comes when it is asked for.
    let waiting: Vec<i64> =
        asked.into_iter().filter(|request| server.request(*request, "state") == "validatingByCustomers").collect();
    assert_eq!(waiting.len(), 2 * 10 + 6);
    let mut without = 0;
    for request in waiting {
        if code(request).is_empty() {
            without += 1;
            john.act("resend", request).is(200);
            eventually("the code has come", || (!code(request).is_empty()).then_some(()));
        }
        john.decide(request, &code(request)[0], "refuse").is(200);
    }
    assert!(without > 0, "the digest brings only so many codes");
}
