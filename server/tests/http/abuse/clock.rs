//! A clock that is set back a day: what has expired stays expired.

use countersign_domain::{HOUR, Problem};

use crate::support::{
    DAY, Engine, PASSWORD, Server, Setup, eventually,
    mailbox::address,
    on_both,
    story::{OPEN, PROJECT},
};

on_both!(a_request_that_nobody_looked_at, a_session, a_link_to_choose_a_password);

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

fn a_session(engine: Engine) {
    let server = Server::start(engine);
    let mut marie = server.as_customer("md10001");
    server.set_clock(13 * HOUR);
    eventually("it ends by itself", || (server.database().count("sessions") == 0).then_some(()));
    server.set_clock(13 * HOUR - DAY);
    assert_eq!(marie.who(), None);
}

fn a_link_to_choose_a_password(engine: Engine) {
    let server = Server::start(engine);
    server.browser().call("forgot-password", &[("login", "js10002")]).is(200);
    let link = server.mailed_link(address("js10002"), "/reset-password?token=");
    let (_, code) = link.split_once("token=").unwrap();
    let fields = [("code", code), ("new_password", "quite another wool lamp 52")];
    server.set_clock(2 * HOUR);
    eventually("it ends by itself", || (server.database().count("links WHERE state = 'live'") == 0).then_some(()));
    server.set_clock(2 * HOUR - DAY);
    server.browser().call("reset-password", &fields).fails(&Problem::StaleLink);
    server.browser().sign_in("js10002", PASSWORD);
}
