//! Asking without end: the answer is 429 with the seconds to wait, and nothing is done.

use countersign_domain::Problem;

use crate::support::{
    Engine, Reply, Server, on_both,
    story::{DOMAIN, JOHNS, PROJECT},
};

on_both!(forms_of_contacts_sent_without_end, one_customer_asked_by_another_without_end, codes_asked_for_without_end,);

/// It says how many seconds to wait, of an hour at the most.
#[track_caller]
fn is_too_many(answer: &Reply) {
    let Problem::TooMany { retry_after } = answer.problem() else { panic!("{answer:?}") };
    assert!((1..=3600).contains(&retry_after), "{retry_after}");
    assert_eq!(answer.header("retry-after"), retry_after.to_string());
}

fn forms_of_contacts_sent_without_end(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    server.unchanged(|| {
        // Those that are refused count as well: what they are told may be what was wanted.
        for _ in 0..60 {
            marie.submit(PROJECT, &[("tech", "rt10007")]).fails(&Problem::NothingChanged);
        }
        is_too_many(&marie.submit(PROJECT, &[("tech", "rt10007")]));
        is_too_many(&marie.submit(PROJECT, &[("tech", "js10002")]));
        // Nor in another window.
        is_too_many(&server.as_customer("md10001").submit(PROJECT, &[("tech", "js10002")]));
    });
    john.submit(JOHNS, &[("tech", "md10001")]).is(200);
}

/// Whether there is such a customer or not; and nobody else is kept from asking.
fn one_customer_asked_by_another_without_end(engine: Engine) {
    let server = Server::start(engine);
    for (who, service, whom) in [("md10001", PROJECT, "js10002"), ("zk10003", DOMAIN, "zz99999")] {
        let mut browser = server.as_customer(who);
        for _ in 0..30 {
            let request = browser.ask(service, &[("tech", whom)]);
            browser.act("cancel", request).is(200);
        }
        server.settle();
        server.unchanged(|| is_too_many(&browser.submit(service, &[("tech", whom)])));
        browser.ask(service, &[("tech", "sy10008")]);
    }
    for (who, service, whom) in [("js10002", JOHNS, "zz99999"), ("zk10003", DOMAIN, "js10002")] {
        server.as_customer(who).submit(service, &[("billing", whom)]).is(200);
    }
}

fn codes_asked_for_without_end(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    for _ in 0..5 {
        john.act("resend", request).is(200);
    }
    let code = server.code("js10002", request);
    server.unchanged(|| is_too_many(&john.act("resend", request)));
    // The other party has its own, and the last code works.
    marie.act("resend", request).is(200);
    john.decide(request, &code, "accept").is(200);
}
