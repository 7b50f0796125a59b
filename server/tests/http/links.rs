//! Whoever opens the link of a mail, and however often, decides nothing: mail scanners open links, browsers fetch ahead.

use countersign_domain::Token;
use ureq::SendBody;

use crate::support::{Browser, Engine, Server, mailbox::address, on_both, setup::HASH};

on_both!(opening_a_link_changes_nothing, no_form_that_fails_leaves_a_code_in_a_session);

fn opening_a_link_changes_nothing(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let link = server.link("js10002", request);
    let email = [("email", "john@new.example"), ("password", crate::support::PASSWORD)];
    john.call("change-email", &email).is(200);
    let confirm = server.mails_to("john@new.example");
    let confirm = crate::support::mailbox::link_in(&confirm[0].text).unwrap();
    let old_shape = link.replace("/contacts/requests/", "/useraccount/contacts/").replace('?', "?tab=REQUESTS&");
    server.settle();
    let before = server.database().dump();

    let mut nobody = server.browser();
    let places = [link.as_str(), &confirm, &old_shape];
    for n in 0..100 {
        let method = if n % 2 == 0 { "GET" } else { "HEAD" };
        let purpose = [("sec-purpose", "prefetch"), ("accept", "text/html")];
        let headers = if n % 4 < 2 { &purpose[1..] } else { &purpose[..] };
        for place in places {
            for browser in [&mut nobody, &mut john, &mut marie] {
                let answer = browser.send(method, place, headers, SendBody::none());
                assert!([200, 303, 404, 410].contains(&answer.status), "{answer:?}");
                assert!(!answer.body.contains(&format!("countersign.{HASH}.js?")));
            }
        }
    }
    server.settle();
    assert_eq!(server.database().dump(), before);
    // Signed out, not even a session is stored.
    assert_eq!(server.database().count("sessions"), 2);
    assert_eq!(nobody.cookies.keys().collect::<Vec<_>>(), ["link-code"]);
    // And the code still works, for the one whose it is.
    let code = server.code("js10002", request);
    marie.decide(request, &code, "accept").is(422);
    john.decide(request, &code, "accept").is(200);
    assert_eq!(server.mails_to(address("js10002")).last().unwrap().to_address, address("js10002"));
}

/// A form that fails leads to this place, and leaves its code in no session, however it is written.
#[track_caller]
fn comes_back(browser: &mut Browser<'_>, from: &str, action: &str, fields: &[(&str, &str)], to: &str, code: &str) {
    let answer = browser.form(from, action, fields);
    answer.leads_to(to);
    let sessions = browser.server().database().rows("sessions").join("\n");
    assert!(sessions.contains("flash"), "something waits for the next page");
    for code in [code, &Token::parse(code).unwrap().grouped()] {
        assert!(!sessions.contains(code), "{action} has left its code");
    }
    browser.follow(&answer);
}

fn no_form_that_fails_leaves_a_code_in_a_session(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let code = &*server.code("js10002", request);
    let (id, page) = (&*request.to_string(), &*format!("/contacts/requests/{request}"));
    let link = &*format!("{page}?token={code}");

    // A decision: of no kind, only checked, of another's code, without saying from where.
    let fields = [("id", id), ("code", code), ("decision", "nonsense")];
    for from in [page, link, "/contacts/requests/2?token=ABC", "nonsense"] {
        comes_back(&mut john, from, "/api/decide", &fields, link, code);
    }
    assert_eq!(john.get(link).is(200).field("code"), code);
    comes_back(&mut john, page, "/api/decide", &[fields[0], fields[1], ("check", "1")], link, code);
    comes_back(&mut marie, page, "/api/decide", &[fields[0], fields[1], ("decision", "accept")], link, code);
    // With fields that are not its own: nothing of it is given back.
    let more = [fields[0], fields[1], ("decision", "accept"), ("reason", code)];
    comes_back(&mut john, page, "/api/decide", &more, page, code);
    // What is no code stays out as well.
    let long = "7".repeat(5_000);
    john.form(page, "/api/decide", &[("id", id), ("code", &long), ("decision", "accept")]).leads_to(page);
    assert_eq!(server.database().count("sessions WHERE LENGTH(data) > 2000"), 0);

    // A new address that another confirms.
    let email = [("email", "john@new.example"), ("password", crate::support::PASSWORD)];
    john.call("change-email", &email).is(200);
    let confirm = &*server.mailed_link("john@new.example", "/profile/email?token=");
    let (_, new) = confirm.split_once("token=").unwrap();
    comes_back(&mut marie, "/profile/email", "/api/confirm-email", &[("code", new)], "/profile/email", new);

    // A new password that does not do.
    let mut nobody = server.browser();
    nobody.call("forgot-password", &[("login", "js10002")]).is(200);
    let reset = server.mailed_link(address("js10002"), "/reset-password?token=");
    let (_, forgotten) = reset.split_once("token=").unwrap();
    let fields = [("code", forgotten), ("new_password", "short")];
    comes_back(&mut nobody, "/reset-password", "/api/reset-password", &fields, "/reset-password", forgotten);
    // The same code opens no account.
    let fields = [("code", forgotten), ("password", "quite another wool lamp 52")];
    comes_back(&mut nobody, "/sign-up/confirm", "/api/confirm-sign-up", &fields, "/sign-up/confirm", forgotten);

    // Signing in, on the way to the page with the code.
    let fields = [("login", "js10002"), ("password", "not it"), ("next", link)];
    comes_back(&mut nobody, page, "/api/sign-in", &fields, link, code);
    let own = format!("/sign-in?next=%2Fcontacts%2Frequests%2F{request}%3Ftoken%3D{code}");
    comes_back(&mut nobody, &own, "/api/sign-in", &fields, &own, code);
    // And all the codes still work.
    john.decide(request, code, "accept").is(200);
}
