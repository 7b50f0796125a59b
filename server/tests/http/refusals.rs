//! What may not be asked: debts, roles that are taken or not one's own, nothing at all.

use countersign_domain::{AbortReason, Field, FieldProblem, Problem, Role, StateName, Wrong};
use countersign_locales::{Language, Ui};

use crate::support::{
    Browser, Engine, Reply, Server,
    html::tags,
    on_both,
    story::{BLOG, DOMAIN, JOHNS, OPEN, PROJECT},
};

on_both!(
    debts_stop_a_billing_change_and_are_not_told,
    a_debt_that_appears_before_the_last_acceptance_aborts,
    a_party_that_is_disabled_meanwhile_aborts,
    a_requester_that_has_lost_its_right_meanwhile_aborts,
    a_role_that_is_being_handed_over_is_busy,
    only_the_roles_that_are_ones_own,
    nothing_and_nonsense,
);

const SHOP: (&str, &str) = ("hosting", "shop.smith-and-sons.example");

/// Sends a form that must change nothing.
#[track_caller]
fn in_vain(browser: &mut Browser<'_>, service: (&str, &str), wishes: &[(&str, &str)]) -> Reply {
    browser.server().unchanged(|| browser.submit(service, wishes))
}

fn debts_stop_a_billing_change_and_are_not_told(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut giulia) = (server.as_customer("md10001"), server.as_customer("gr10006"));
    // The new contact's debt, the present one's, and one's own.
    let answer = in_vain(&mut marie, PROJECT, &[("billing", "gr10006")]);
    answer.fails(&Problem::Debt { own: false });
    assert!(!answer.body.contains("FR-2041"));
    let mut zofia = server.as_customer("zk10003");
    in_vain(&mut zofia, BLOG, &[("billing", "zk10003")]).fails(&Problem::Debt { own: false });
    in_vain(&mut giulia, BLOG, &[("billing", "js10002")]).fails(&Problem::Debt { own: true });
    // Other roles do not mind.
    zofia.submit(BLOG, &[("tech", "gr10006")]).is(200);
}

fn a_debt_that_appears_before_the_last_acceptance_aborts(engine: Engine) {
    let server = Server::start(engine);
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

fn a_party_that_is_disabled_meanwhile_aborts(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    let code = server.code("md10001", request);
    server.operator(&["account", "disable", "js10002", "--reason", "Asked by post."]).succeeds();
    marie.decide(request, &code, "accept").fails(&Problem::Ended(StateName::Aborted));
    assert_eq!(server.changes(request), 0);
    assert_eq!(server.database().contact(&server.service(PROJECT), "contactTech"), "rt10007-ovh");
    // Both are told, though one can no longer sign in: it had accepted.
    let told = ["aborted js10002-ovh sent", "aborted md10001-ovh sent"];
    assert_eq!(server.owed(request)[..2], told);
}

fn a_requester_that_has_lost_its_right_meanwhile_aborts(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let mut zofia = server.as_customer("zk10003");
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    // Marie hands the administration over before she accepts what she has asked for.
    let other = marie.ask(PROJECT, &[("admin", "zk10003")]);
    zofia.decide(other, &server.code("zk10003", other), "accept").is(200);
    marie.decide(other, &server.code("md10001", other), "accept").is(200);
    assert_eq!(server.database().contact(&server.service(PROJECT), "contactAdmin"), "zk10003-ovh");

    // The request has ended at that moment.
    let code = server.code("md10001", request);
    marie.decide(request, &code, "accept").fails(&Problem::Ended(StateName::Aborted));
    assert_eq!(server.owed(request)[..2], ["aborted js10002-ovh sent", "aborted md10001-ovh sent"]);
    assert_eq!(server.changes(request), 0);
    assert_eq!(server.database().contact(&server.service(PROJECT), "contactTech"), "rt10007-ovh");
    for (browser, language) in [(&mut marie, Language::Fr), (&mut john, Language::En)] {
        let page = browser.get(&format!("/contacts/requests/{request}")).is(200);
        page.shows(Ui::of(language).aborted_right_lost());
    }
}

fn a_role_that_is_being_handed_over_is_busy(engine: Engine) {
    let server = Server::start(engine);
    let mut john = server.as_customer("js10002");
    let busy = Problem::Busy { role: Role::Tech, request: Some(OPEN) };
    in_vain(&mut john, SHOP, &[("tech", "zk10003")]).fails(&busy);
    in_vain(&mut john, SHOP, &[("tech", "md10001")]).fails(&busy);
    // Its page leads to the one that is open.
    let key = server.service(SHOP);
    let page = format!("/contacts/services/{key}");
    let answer = john.form(&page, "/api/submit", &[("service", &key), ("tech", "zk10003")]);
    let shown = john.follow(&answer).is(200);
    shown.shows(Ui::of(Language::En).problem_busy_link());
    assert!(tags(&shown.body, "a").iter().any(|link| link["href"] == format!("/contacts/requests/{OPEN}")));
    // Another role of the same service is free.
    john.submit(SHOP, &[("billing", "md10001")]).is(200);

    // Marie hands over what Zofia is handing over: what Zofia has asked is not for her to see.
    let request = server.as_customer("zk10003").ask(DOMAIN, &[("tech", "rt10007")]);
    let mut marie = server.as_customer("md10001");
    let answer = in_vain(&mut marie, DOMAIN, &[("tech", "js10002")]);
    answer.fails(&Problem::Busy { role: Role::Tech, request: None });
    let key = server.service(DOMAIN);
    let page = format!("/contacts/services/{key}");
    let answer = marie.form(&page, "/api/submit", &[("service", &key), ("tech", "js10002")]);
    let shown = marie.follow(&answer).is(200);
    assert!(!shown.body.contains(&format!("/contacts/requests/{request}")), "nor its number");
}

fn only_the_roles_that_are_ones_own(engine: Engine) {
    let server = Server::start(engine);
    // Marie is technical contact of Zofia's blog: she may hand that over, and nothing else.
    let mut marie = server.as_customer("md10001");
    in_vain(&mut marie, BLOG, &[("billing", "md10001")]).fails(&Problem::NotYourRole(Role::Billing));
    in_vain(&mut marie, BLOG, &[("admin", "md10001")]).fails(&Problem::NotYourRole(Role::Admin));
    in_vain(&mut marie, BLOG, &[("tech", "js10002"), ("admin", "js10002")]).fails(&Problem::NotYourRole(Role::Admin));
    marie.submit(BLOG, &[("tech", "js10002")]).is(200);
}

fn nothing_and_nonsense(engine: Engine) {
    let server = Server::start(engine);
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
