//! What the operator does by hand, with a reason, and the log that keeps it.

use crate::support::{Engine, Server, on_both};

on_both!(
    names_are_changed_with_a_reason,
    a_password_of_a_disabled_account,
    what_is_done_to_accounts_and_mails_is_logged,
);

fn names_are_changed_with_a_reason(engine: Engine) {
    let server = Server::start(engine);
    let mut marie = server.as_customer("md10001");
    let rename = |more: &[&str]| server.operator(&[&["account", "rename", "MD10001"], more].concat());
    let told = rename(&["--name", "Marie Martin", "--reason", "married, ticket 81", "--as", "Ada"]).succeeds();
    assert_eq!(told, "md10001-ovh is now called Marie Martin.\n");
    marie.get("/profile").is(200).shows("Marie Martin");
    let told = rename(&["--organisation", "Atelier Martin", "--reason", "founded"]).succeeds();
    assert_eq!(told, "md10001-ovh is now called Marie Martin, Atelier Martin.\n");
    rename(&["--organisation", "", "--reason", "sold"]).succeeds();
    let row = "SELECT name || COALESCE(organisation, '') FROM accounts WHERE handle = 'md10001-ovh'";
    assert_eq!(server.database().texts(row), ["Marie Martin"]);

    // Nothing without a reason, or without a change.
    assert_eq!(rename(&["--name", "Eve"]).code, Some(2));
    assert_eq!(rename(&["--reason", "why not"]).code, Some(2));
    rename(&["--name", "Eve", "--reason", " "]).refuses(&["reason"]);
    rename(&["--name", "a\u{202e}b", "--reason", "why not"]).refuses(&["name"]);
    let unknown = ["account", "rename", "zz99999", "--name", "Eve", "--reason", "why not"];
    server.operator(&unknown).refuses(&["no account zz99999-ovh"]);
    assert_eq!(server.database().texts(row), ["Marie Martin"]);

    let log = server.operator(&["log"]).succeeds();
    let lines: Vec<_> = log.lines().collect();
    assert_eq!(lines.len(), 3, "{log}");
    assert!(lines[2].ends_with("Ada: account rename md10001-ovh: married, ticket 81"), "{log}");
    assert!(lines[0].ends_with(": account rename md10001-ovh: sold"), "{log}");
    // Who runs the tests has a name, or at least a number.
    assert_eq!(server.database().count("operator_log WHERE who = '' OR at <= 0"), 0);
    assert_eq!(server.operator(&["log", "--lines", "1"]).succeeds().lines().count(), 1);
}

fn a_password_of_a_disabled_account(engine: Engine) {
    let server = Server::start(engine);
    server.browser().get("/healthz").is(200);
    let set = |id: &str| {
        let arguments = ["account", "set-password", id, "--reason", "Asked by post."];
        server.setup().operator_with_input(&arguments, "a quite long sentence\n").succeeds()
    };
    assert!(!set("js10002").contains("disabled"));
    server.operator(&["account", "disable", "js10002", "--reason", "Asked by post."]).succeeds();
    let told = set("js10002");
    assert!(told.contains("is set") && told.contains("The account is disabled"), "{told}");
}

fn what_is_done_to_accounts_and_mails_is_logged(engine: Engine) {
    let server = Server::start(engine);
    server.browser().get("/healthz").is(200);
    server.settle();
    server.operator(&["account", "disable", "js10002", "--reason", "left, ticket 84", "--as", "Ada"]).succeeds();
    let password = ["account", "set-password", "md10001", "--reason", "telephone", "--as", "Ada"];
    server.setup().operator_with_input(&password, "a quite long sentence\n").succeeds();
    server.operator(&["outbox", "retry", "--reason", "it is back", "--as", "Ada"]).succeeds();
    // Where a customer's rights change, a reason must be given. Elsewhere it may be left out, but not be empty.
    assert_eq!(server.operator(&["account", "disable", "lg10004", "--as", "Ada"]).code, Some(2));
    assert_eq!(server.operator(&["account", "set-password", "lg10004", "--as", "Ada"]).code, Some(2));
    server.operator(&["outbox", "retry", "--as", "Ada"]).succeeds();
    server.operator(&["account", "disable", "sy10008", "--reason", " "]).refuses(&["reason"]);
    let log = server.operator(&["log"]).succeeds();
    let lines: Vec<_> = log.lines().rev().map(|line| line.split_once("Ada: ").unwrap().1).collect();
    let expected = [
        "account disable js10002-ovh: left, ticket 84",
        "account set-password md10001-ovh: telephone",
        "outbox retry all that wait: it is back",
        "outbox retry all that wait: no reason given",
    ];
    assert_eq!(lines, expected);
}
