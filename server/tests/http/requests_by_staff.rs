//! What the provider's staff does for customers from the command line: it finds requests, ends them, and enables accounts again.

use countersign_domain::{AbortReason, Problem, StateName};

use crate::support::{Engine, PASSWORD, Server, on_both, story::PROJECT};

on_both!(an_operator_finds_and_ends_a_request, an_account_is_enabled_again);

fn an_operator_finds_and_ends_a_request(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let number = request.to_string();

    let open = server.operator(&["request", "list"]).succeeds();
    let asked = "contactTech from rt10007-ovh to js10002-ovh, asked by md10001-ovh";
    assert!(open.lines().any(|line| line.starts_with(&format!("{number}  ")) && line.ends_with(asked)), "{open}");
    let of_zofia = server.operator(&["request", "list", "--account", "zk10003", "--all"]).succeeds();
    assert!(!of_zofia.contains(asked), "{of_zofia}");
    let of_service = server.operator(&["request", "list", "--service", PROJECT.1]).succeeds();
    assert_eq!(of_service.lines().count(), 1, "{of_service}");
    let shown = server.operator(&["request", "show", &number]).succeeds();
    assert!(shown.contains("waits for js10002-ovh") && shown.contains("waits for md10001-ovh"), "{shown}");

    let abort = |more: &[&str]| server.operator(&[&["request", "abort", &number], more].concat());
    assert_eq!(abort(&[]).code, Some(2), "not without a reason");
    abort(&["--reason", "Asked for by telephone", "--as", "Ada"]).succeeds();
    assert_eq!(server.request(request, "state"), StateName::Aborted.as_str());
    assert_eq!(server.request(request, "reason"), AbortReason::Staff.as_str());
    assert_eq!(server.owed(request)[..2], ["aborted js10002-ovh sent", "aborted md10001-ovh sent"]);
    for browser in [&mut marie, &mut john] {
        browser.get(&format!("/contacts/requests/{request}")).is(200).shows("Asked for by telephone");
    }
    abort(&["--reason", "twice"]).refuses(&["has ended"]);
    server.operator(&["request", "abort", "987654", "--reason", "none"]).refuses(&["no request 987654"]);
    let log = server.operator(&["log"]).succeeds();
    assert!(log.trim_end().ends_with(&format!("Ada: request abort {number}: Asked for by telephone")), "{log}");
    // The role is free.
    marie.submit(PROJECT, &[("tech", "js10002")]).is(200);
}

fn an_account_is_enabled_again(engine: Engine) {
    let server = Server::start(engine);
    server.operator(&["account", "disable", "js10002", "--reason", "Asked by post."]).succeeds();
    let mut john = server.browser();
    let fields = [("login", "js10002"), ("password", PASSWORD), ("next", "/")];
    john.call("sign-in", &fields).fails(&Problem::WrongCredentials);
    server.operator(&["account", "enable", "js10002", "--reason", "it was a mistake"]).succeeds();
    john.call("sign-in", &fields).is(200);
    server.operator(&["account", "enable", "zz99999", "--reason", "none"]).refuses(&["no account zz99999-ovh"]);
    let log = server.operator(&["log"]).succeeds();
    assert!(log.contains("account enable js10002-ovh: it was a mistake"), "{log}");
}
