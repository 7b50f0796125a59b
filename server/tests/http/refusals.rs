//! What may not be asked: debts, roles that are taken or not one's own, nothing at all.

use countersign_domain::{AbortReason, Field, FieldProblem, Problem, Role, Wrong};

use crate::support::{
    Browser, Engine, Reply, Server,
    story::{BLOG, JOHNS, OPEN, PROJECT},
};

const SHOP: (&str, &str) = ("hosting", "shop.smith-and-sons.example");

/// Sends a form that must change nothing.
#[track_caller]
fn in_vain(browser: &mut Browser<'_>, service: (&str, &str), wishes: &[(&str, &str)]) -> Reply {
    let before = browser.server().database().dump();
    let answer = browser.submit(service, wishes);
    assert_eq!(browser.server().database().dump(), before);
    answer
}

#[test]
fn debts_stop_a_billing_change_and_are_not_told() {
    let server = Server::start(Engine::Sqlite);
    server.settle();
    let (mut marie, mut giulia) = (server.as_customer("md10001"), server.as_customer("gr10006"));
    // The new contact's debt, the present one's, and one's own.
    let answer = in_vain(&mut marie, PROJECT, &[("billing", "gr10006")]);
    answer.fails(&Problem::Debt { own: false });
    assert!(!answer.body.contains("FR-2041"));
    server.as_customer("zk10003");
    let mut zofia = server.as_customer("zk10003");
    in_vain(&mut zofia, BLOG, &[("billing", "zk10003")]).fails(&Problem::Debt { own: false });
    in_vain(&mut giulia, BLOG, &[("billing", "js10002")]).fails(&Problem::Debt { own: true });
    // Other roles do not mind.
    zofia.submit(BLOG, &[("tech", "gr10006")]).is(200);
}

#[test]
fn a_debt_that_appears_before_the_last_acceptance_aborts() {
    let server = Server::start(Engine::Sqlite);
    let (mut marie, mut john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    let request = marie.ask(PROJECT, &[("billing", "js10002")]);
    marie.decide(request, &server.code("md10001", request), "accept").is(200);
    server.operator(&["invoice", "add", "FR-9", "lg10004"]).succeeds();
    let answer = john.decide(request, &server.code("js10002", request), "accept");
    answer.fails(&Problem::Aborted(AbortReason::Debt));
    let expected =
        ["aborted js10002-ovh sent", "aborted md10001-ovh sent", "asked js10002-ovh sent", "asked md10001-ovh sent"];
    assert_eq!(server.owed(request), expected);
    assert_eq!(server.changes(request), 0);
    assert_eq!(server.database().contact(&server.service(PROJECT), "contactBilling"), "lg10004-ovh");
    for (browser, page) in [(&mut marie, "md10001"), (&mut john, "js10002")] {
        let page = browser.get(&format!("/contacts/requests/{request}?as={page}")).is(200);
        page.hides("FR-9");
        page.hides("Lucía");
    }
    // Paid, it may be asked again.
    server.operator(&["invoice", "paid", "FR-9"]).succeeds();
    marie.submit(PROJECT, &[("billing", "js10002")]).is(200);
}

#[test]
fn a_party_that_is_disabled_meanwhile_aborts() {
    let server = Server::start(Engine::Sqlite);
    let (mut marie, mut john, request) = server.asked();
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    let code = server.code("md10001", request);
    server.operator(&["account", "disable", "js10002"]).succeeds();
    marie.decide(request, &code, "accept").fails(&Problem::Aborted(AbortReason::AccountDisabled));
    assert_eq!(server.changes(request), 0);
}

#[test]
fn a_role_that_is_being_handed_over_is_busy() {
    let server = Server::start(Engine::Sqlite);
    server.settle();
    let mut john = server.as_customer("js10002");
    let busy = Problem::Busy { role: Role::Tech, request: Some(OPEN) };
    in_vain(&mut john, SHOP, &[("tech", "zk10003")]).fails(&busy);
    in_vain(&mut john, SHOP, &[("tech", "md10001")]).fails(&busy);
    // Another role of the same service is free.
    john.submit(SHOP, &[("billing", "md10001")]).is(200);
}

#[test]
fn only_the_roles_that_are_ones_own() {
    let server = Server::start(Engine::Sqlite);
    server.settle();
    // Marie is technical contact of Zofia's blog: she may hand that over, and nothing else.
    let mut marie = server.as_customer("md10001");
    in_vain(&mut marie, BLOG, &[("billing", "md10001")]).fails(&Problem::NotYourRole(Role::Billing));
    in_vain(&mut marie, BLOG, &[("admin", "md10001")]).fails(&Problem::NotYourRole(Role::Admin));
    in_vain(&mut marie, BLOG, &[("tech", "js10002"), ("admin", "js10002")]).fails(&Problem::NotYourRole(Role::Admin));
    marie.submit(BLOG, &[("tech", "js10002")]).is(200);
}

#[test]
fn nothing_and_nonsense() {
    let server = Server::start(Engine::Sqlite);
    server.settle();
    let mut marie = server.as_customer("md10001");
    for wishes in [&[][..], &[("tech", "rt10007")], &[("admin", "MD10001-OVH"), ("tech", "ＲＴ10007")]] {
        in_vain(&mut marie, PROJECT, wishes).fails(&Problem::NothingChanged);
    }
    // The third has a Cyrillic letter, the fourth another provider's ending.
    for id in ["js", "10002", "јs10002", "js10002-abc", "js10002-ovh\r\nBcc: x@y.example", "<script>"] {
        let expected = Problem::Invalid(vec![FieldProblem { field: Field::Tech, wrong: Wrong::Format }]);
        in_vain(&mut marie, PROJECT, &[("tech", id)]).fails(&expected);
    }
    let expected = Problem::Invalid(vec![FieldProblem { field: Field::Message, wrong: Wrong::Format }]);
    let message = "As agreed.\u{202e}";
    in_vain(&mut marie, PROJECT, &[("tech", "js10002"), ("message", message)]).fails(&expected);
    marie.decide(OPEN, &server.code("md10001", OPEN), "maybe").fails(&Problem::Malformed);
    in_vain(&mut marie, JOHNS, &[("tech", "md10001")]).fails(&Problem::NotFound);
}
