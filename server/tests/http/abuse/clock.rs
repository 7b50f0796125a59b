//! A clock that is set back a day: what has expired stays expired.

use countersign_domain::HOUR;

use crate::support::{
    DAY, Engine, Setup, eventually, on_both,
    story::{OPEN, PROJECT},
};

on_both!(a_request_that_nobody_looked_at);

fn a_request_that_nobody_looked_at(engine: Engine) {
    let server = Setup::on(engine).behind(8 * DAY).start();
    let (mut marie, mut john, request) = server.asked();
    john.act("cancel", OPEN).is(200);
    let codes = ["md10001", "js10002"].map(|stem| server.code(stem, request));
    server.set_clock(-DAY + HOUR);
    eventually("it expires by itself", || (server.request(request, "state") == "expired").then_some(()));
    server.unchanged(|| {
        server.set_clock(-2 * DAY + HOUR);
        for decision in ["accept", "refuse"] {
            marie.decide(request, &codes[0], decision).is(410);
            john.decide(request, &codes[1], decision).is(410);
        }
        john.act("resend", request).is(410);
    });
    // Its role is free for another.
    marie.ask(PROJECT, &[("tech", "zk10003")]);
}
