//! Blocking another customer: on a request's page and in the profile, with and without JavaScript; what both sides are told then.

use countersign_domain::{Field, MAX_BLOCKED, Problem, Wrong};
use countersign_locales::{Language, Served, Ui};

use crate::support::{
    Browser, Engine, Server, on_both,
    story::{BLOG, JOHNS, PROJECT},
};

on_both!(
    the_requester_is_blocked_from_the_requests_page,
    without_javascript_too,
    a_customer_is_blocked_and_unblocked_in_the_profile,
    what_cannot_be_blocked_is_said_in_words,
    a_mail_leads_to_the_section_that_blocks,
    nobody_blocks_without_signing_in,
    the_operator_sees_that_a_request_is_hidden,
);

const LIST: &str = "/contacts/requests";

fn page(request: i64) -> String {
    format!("{LIST}/{request}")
}

/// How many requests wait for the decision of whoever is signed in.
fn to_decide(browser: &mut Browser<'_>) -> i64 {
    browser.read("me", &[]).is(200).value()["to_decide"].as_i64().unwrap()
}

fn the_requester_is_blocked_from_the_requests_page(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let ui = Ui::of(Language::En);
    // Beside one of his own.
    assert_eq!(to_decide(&mut john), 2);
    john.get(&page(request)).is(200).shows(&ui.block_ask("md10001-ovh"));
    assert!(!marie.get(&page(request)).is(200).body.contains("block-requester"), "nobody blocks itself");
    let code = server.code("js10002", request);
    let answer = john.call("block-requester", &[("customer", "md10001-ovh")]).is(200);
    assert_eq!(answer.header("location"), "/contacts/requests?notice=blocked");
    // The same press again, as when its answer was lost.
    john.call("block-requester", &[("customer", "md10001-ovh")]).is(200);
    // For John there is nothing any more.
    assert_eq!(to_decide(&mut john), 1);
    john.get(LIST).is(200).hides(PROJECT.1);
    john.get(&page(request)).is(404);
    for decision in ["accept", "refuse"] {
        john.decide(request, &code, decision).fails(&Problem::NotFound);
    }
    john.act("resend", request).fails(&Problem::NotFound);
    // For Marie nothing has changed, and what she asks from now on looks the same.
    marie.get(&page(request)).is(200).shows(&ui_of_marie().waiting_for("md10001-ovh, js10002-ovh"));
    marie.act("cancel", request).is(200);
    let again = marie.ask(PROJECT, &[("tech", "js10002")]);
    server.settle();
    assert!(server.owed(again).contains(&"asked js10002-ovh void".to_owned()), "{:?}", server.owed(again));
    assert_eq!(to_decide(&mut john), 1);
    john.get(&page(again)).is(404);
    let log = server.log();
    let line = |line: &&str| line.contains("customer-blocked") && line.contains("js10002-ovh");
    assert_eq!(log.lines().filter(line).count(), 1, "{log}");
}

/// Marie reads French.
fn ui_of_marie() -> Ui {
    Ui::of(Language::Fr)
}

fn without_javascript_too(engine: Engine) {
    let server = Server::start(engine);
    let (_, mut john, request) = server.asked();
    let ui = Ui::of(Language::En);
    for _ in 0..2 {
        // Pressed twice: the second press comes from a page that is there no more.
        let answer = john.form(&page(request), "/api/block-requester", &[("customer", "md10001-ovh")]);
        answer.leads_to(LIST);
        let list = john.follow(&answer).is(200);
        list.shows(ui.notice_blocked());
        list.hides(PROJECT.1);
    }
    john.get(&page(request)).is(404);
}

fn a_customer_is_blocked_and_unblocked_in_the_profile(engine: Engine) {
    let server = Server::start(engine);
    let served = Served::of(Language::En);
    let mut john = server.as_customer("js10002");
    john.get("/profile").is(200).shows(served.blocked_none());
    // One that there is, and one that there is not: the same answer.
    for (typed, id) in [(" MD10001 ", "md10001-ovh"), ("zz99999", "zz99999-ovh")] {
        let answer = john.form("/profile", "/api/block", &[("customer", typed)]);
        answer.leads_to("/profile");
        let page = john.follow(&answer).is(200);
        page.shows(served.notice_customer_blocked());
        page.shows(id);
    }
    let mut marie = server.as_customer("md10001");
    let hidden = marie.ask(PROJECT, &[("tech", "js10002")]);
    let answer = john.form("/profile", "/api/unblock", &[("customer", "md10001-ovh")]);
    answer.leads_to("/profile");
    let page = john.follow(&answer).is(200);
    page.shows(served.notice_customer_unblocked());
    page.hides("md10001-ovh");
    page.shows("zz99999-ovh");
    john.get(&self::page(hidden)).is(404);
    let seen = marie.ask(BLOG, &[("tech", "js10002")]);
    john.get(&self::page(seen)).is(200);
    // As the WASM does.
    john.call("block", &[("customer", "md10001")]).is(200);
    john.get(&self::page(seen)).is(404);
    john.call("unblock", &[("customer", "md10001")]).is(200);
    let log = server.log();
    let count = |event: &str| log.lines().filter(|line| line.contains(event) && line.contains("js10002-ovh")).count();
    assert_eq!((count("customer-blocked"), count("customer-unblocked")), (3, 2), "{log}");
}

fn what_cannot_be_blocked_is_said_in_words(engine: Engine) {
    let server = Server::start(engine);
    let (ui, served) = (Ui::of(Language::En), Served::of(Language::En));
    let label = served.profile_id();
    let mut john = server.as_customer("js10002");
    john.call("block", &[("customer", "md10001")]).is(200);
    let own = Problem::field(Field::Customer, Wrong::Own);
    let blocked = Problem::field(Field::Customer, Wrong::Blocked);
    for (typed, problem, words) in [
        ("", Problem::field(Field::Customer, Wrong::Empty), ui.wrong_empty(label)),
        ("Marie", Problem::field(Field::Customer, Wrong::Format), ui.wrong_format_id(label)),
        ("js10002-ovh", own, served.wrong_own(label)),
        ("md10001", blocked, served.wrong_blocked(label)),
    ] {
        server.unchanged(|| john.call("block", &[("customer", typed)]).fails(&problem));
        let answer = john.form("/profile", "/api/block", &[("customer", typed)]);
        answer.leads_to("/profile");
        let page = john.follow(&answer).is(200);
        page.shows(&words);
        assert!(page.body.contains(&format!("value=\"{typed}\"")), "what was typed is still there");
    }
    john.call("unblock", &[("customer", "zz99999")]).fails(&Problem::NotFound);
    for number in 1..MAX_BLOCKED {
        let row = format!("('js10002-ovh', 'yy{number}-ovh', 1)");
        server.database().run(&format!("INSERT INTO blocks (account, blocked, created_at) VALUES {row}"));
    }
    john.call("block", &[("customer", "zk10003")]).fails(&Problem::TooManyBlocked);
    let answer = john.form("/profile", "/api/block", &[("customer", "zk10003")]);
    john.follow(&answer).is(200).shows(&ui.problem_too_many_blocked(i64::from(MAX_BLOCKED)));
}

fn a_mail_leads_to_the_section_that_blocks(engine: Engine) {
    let server = Server::start(engine);
    let (_, mut john, request) = server.asked();
    let link = format!("/contacts/requests/{request}#block");
    let mails = server.mails_to("john.smith@example.org");
    let mail = mails.iter().find(|mail| mail.text.contains(&page(request))).unwrap();
    assert!(mail.text.contains(&link) && mail.html.contains(&link), "{}", mail.text);
    let own = server.mails_to("marie.dubois@example.org");
    assert!(!own.iter().any(|mail| mail.text.contains(&link)), "nobody blocks itself");
    server.unchanged(|| assert!(john.get(&page(request)).is(200).body.contains("id=\"block\"")));
}

fn nobody_blocks_without_signing_in(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    server.unchanged(|| {
        for function in ["block", "block-requester", "unblock"] {
            server.browser().call(function, &[("customer", "md10001")]).fails(&Problem::SignedOut);
        }
    });
}

fn the_operator_sees_that_a_request_is_hidden(engine: Engine) {
    let server = Server::start(engine);
    let mut john = server.as_customer("js10002");
    john.call("block", &[("customer", "md10001")]).is(200);
    let request = server.as_customer("md10001").ask(PROJECT, &[("tech", "js10002")]);
    let shown = server.operator(&["request", "show", &request.to_string()]).succeeds();
    assert!(shown.contains("hidden from js10002-ovh, which has blocked md10001-ovh"), "{shown}");
    let own = john.ask(JOHNS, &[("tech", "md10001")]);
    let shown = server.operator(&["request", "show", &own.to_string()]).succeeds();
    assert!(!shown.contains("hidden"), "{shown}");
    let audit = server.operator(&["audit", "verify"]).succeeds();
    assert!(!audit.is_empty());
}
