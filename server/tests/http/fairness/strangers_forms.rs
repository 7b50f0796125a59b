//! Forms with somebody else's address: they keep its owner neither from an account nor from a new password.

use countersign_domain::MINUTE;

use crate::support::{Browser, Engine, PASSWORD, Server, Setup, mailbox::address, on_both};

on_both!(strangers_keep_nobody_from_an_account, strangers_keep_nobody_from_a_new_password);

const ADDRESS: &str = "eva.zak@example.net";
const HERS: &str = "quite another wool lamp 52";
const STRANGERS: &str = "correct staple grief 81";

fn server(engine: Engine) -> Server {
    Setup::on(engine).with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1").start()
}

fn at<'a>(server: &'a Server, from: &str) -> Browser<'a> {
    server.browser().with("x-forwarded-for", from)
}

#[track_caller]
fn sign_up(server: &Server, from: &str, password: &str) -> String {
    let fields =
        [("name", "Éva Żak"), ("organisation", ""), ("address", ADDRESS), ("language", "en"), ("password", password)];
    at(server, from).call("sign-up", &fields).is(200).body
}

#[track_caller]
fn forget(server: &Server, from: &str) -> String {
    at(server, from).call("forgot-password", &[("login", "js10002")]).is(200).body
}

fn waiting(server: &Server) -> i64 {
    server.database().count("outbox WHERE state = 'pending'")
}

/// Until all but what waits for its time is sent.
fn until_one_waits(server: &Server) {
    crate::support::eventually("all but one mail are sent", || (waiting(server) == 1).then_some(()));
}

/// Opens the account by the last mail's link, and signs in.
#[track_caller]
fn opens_the_account(server: &Server, link: &str, from: &str) {
    let code = link.split_once("token=").unwrap().1;
    at(server, from).call("confirm-sign-up", &[("code", code), ("password", HERS)]).is(200);
    at(server, from).sign_in(ADDRESS, HERS);
}

fn strangers_keep_nobody_from_an_account(engine: Engine) {
    let server = server(engine);
    // Three from one network used to be all.
    for _ in 0..5 {
        sign_up(&server, "203.0.113.1", STRANGERS);
    }
    assert_eq!(server.mails_to(ADDRESS).len(), 3);
    let answers = [sign_up(&server, "198.51.100.7", HERS), sign_up(&server, "203.0.113.1", STRANGERS)];
    assert_eq!(answers[0], answers[1], "who sends it learns nothing");
    assert_eq!(server.mails_to(ADDRESS).len(), 4, "hers brings one");
    // Many networks: at last mails wait.
    for n in 2..14 {
        sign_up(&server, &format!("203.0.113.{n}"), STRANGERS);
    }
    sign_up(&server, "198.51.100.7", HERS);
    for n in 14..18 {
        sign_up(&server, &format!("203.0.113.{n}"), STRANGERS);
    }
    until_one_waits(&server);
    server.set_clock(11 * MINUTE);
    server.settle();
    assert_eq!(server.mails_to(ADDRESS).len(), 13);
    // Whichever mail she opens, what she typed is what opens; also the first, after which many others came.
    let link = server.mailed_link(ADDRESS, "/sign-up/confirm?token=");
    opens_the_account(&server, &link, "198.51.100.7");
    let stranger = [("login", ADDRESS), ("password", STRANGERS), ("next", "/")];
    at(&server, "203.0.113.1").call("sign-in", &stranger).is(422);
}

fn strangers_keep_nobody_from_a_new_password(engine: Engine) {
    let server = server(engine);
    let before = server.mails_to(address("js10002")).len();
    forget(&server, "198.51.100.7");
    let his = server.mailed_link(address("js10002"), "/reset-password?token=");
    for n in 0..20 {
        forget(&server, &format!("203.0.113.{n}"));
    }
    until_one_waits(&server);
    let mut john = server.browser();
    let code = john.open(&his).is(200).field("code");
    john.call("reset-password", &[("code", &code), ("new_password", HERS)]).is(200);
    server.browser().sign_in("js10002", HERS);
    // The link of the mail that waits is dead: it does not go.
    server.set_clock(11 * MINUTE);
    server.settle();
    let mails = server.mails_to(address("js10002")).len() - before;
    assert_eq!(mails, 12 + 1, "twelve links, and that the password was changed");
    server.browser().call("sign-in", &[("login", "js10002"), ("password", PASSWORD), ("next", "/")]).is(422);
}
