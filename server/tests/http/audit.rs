//! The audit finds whatever is done to history behind the program's back, and its export tells nobody's address.

use std::fs;

use crate::{
    figures,
    support::{
        Engine, Server, on_both,
        program::{Outcome, run},
        story::{PROJECT, key},
    },
};

on_both!(
    whatever_is_done_to_history_is_found,
    what_was_written_anew_is_found_by_an_export,
    old_history_is_sealed,
    acts_of_operators_are_shown_and_chained,
);

/// Marie's project has changed hands once: three lines for its beginning, one for the change.
fn changed(engine: Engine) -> Server {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    marie.decide(request, &server.code("md10001", request), "accept").is(200);
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    server
}

fn verify(server: &Server, arguments: &[&str]) -> Outcome {
    server.operator(&[&["audit", "verify"], arguments].concat())
}

/// It is found: the command fails, and says where.
#[track_caller]
fn finds(server: &Server, arguments: &[&str], words: &[&str]) {
    let outcome = verify(server, arguments);
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    for word in words {
        assert!(outcome.out.contains(word), "{word:?} is not found: {outcome:?}");
    }
    assert!(outcome.err.contains("findings"), "{outcome:?}");
}

fn whatever_is_done_to_history_is_found(engine: Engine) {
    let server = changed(engine);
    let fine = verify(&server, &[]).succeeds();
    assert!(fine.contains("nothing was changed"), "{fine}");
    let of = "(SELECT id FROM services WHERE name = 'Atelier production')";
    let line = |position: i32| format!("WHERE service_id = {of} AND position = {position}");
    let name = "Atelier production (publicCloud)";
    let request = "(SELECT MAX(request_id) FROM history)";
    // What somebody does who can write to the database, how it is undone, and what is told.
    let deeds = [
        (
            format!("UPDATE history SET to_account = 'gr10006-ovh' {}", line(4)),
            format!("UPDATE history SET to_account = 'js10002-ovh' {}", line(4)),
            vec!["line 4: was changed", "contactTech is not whom history leads to"],
        ),
        (
            format!("UPDATE history SET at = at - 1000 {}", line(4)),
            format!("UPDATE history SET at = at + 1000 {}", line(4)),
            vec!["line 4: was changed"],
        ),
        (
            format!("UPDATE history SET at = at + 1 {}", line(1)),
            format!("UPDATE history SET at = at - 1 {}", line(1)),
            vec!["line 1: was changed"],
        ),
        (
            format!("UPDATE history SET position = 9 {}", line(4)),
            format!("UPDATE history SET position = 4 {}", line(9)),
            vec!["line 9: lines before it are missing", "line 9: was changed"],
        ),
        (
            format!("UPDATE history SET position = -1 {}", line(1)),
            format!("UPDATE history SET position = 1 {}", line(-1)),
            vec!["line 2: was changed"],
        ),
        (
            format!(
                "UPDATE history SET service_id = (SELECT id FROM services WHERE name = 'Smith staging'), position = 4 {}",
                line(4)
            ),
            format!(
                "UPDATE history SET service_id = {of} WHERE service_id = (SELECT id FROM services WHERE name = 'Smith staging') AND position = 4"
            ),
            vec!["Smith staging (publicCloud), line 4: was changed", "no line tells of contactTech", name],
        ),
        (
            format!("UPDATE history SET request_id = NULL {}", line(4)),
            format!("UPDATE history SET request_id = (SELECT MAX(id) FROM requests) {}", line(4)),
            vec!["line 4: was changed", "no line tells of contactTech"],
        ),
        (
            format!("UPDATE contacts SET account = 'gr10006-ovh' WHERE service_id = {of} AND role = 'contactBilling'"),
            format!("UPDATE contacts SET account = 'lg10004-ovh' WHERE service_id = {of} AND role = 'contactBilling'"),
            vec!["contactBilling is not whom history leads to"],
        ),
        (
            format!("UPDATE decisions SET decided_at = decided_at - 1 WHERE request_id = {request}"),
            format!("UPDATE decisions SET decided_at = decided_at + 1 WHERE request_id = {request}"),
            vec!["line 4: was changed"],
        ),
        (
            format!(
                "UPDATE decisions SET decision = 'refuse' WHERE request_id = {request} AND account = 'js10002-ovh'"
            ),
            format!(
                "UPDATE decisions SET decision = 'accept' WHERE request_id = {request} AND account = 'js10002-ovh'"
            ),
            vec!["line 4: was changed"],
        ),
        (
            format!("UPDATE requests SET asked_by = 'gr10006-ovh' WHERE id = {request}"),
            format!("UPDATE requests SET asked_by = 'md10001-ovh' WHERE id = {request}"),
            vec!["line 4: was changed"],
        ),
        (
            format!("UPDATE requests SET state = 'refused' WHERE id = {request}"),
            format!("UPDATE requests SET state = 'done' WHERE id = {request}"),
            vec!["which is not done"],
        ),
    ];
    for (deed, undone, told) in &deeds {
        server.database().run(deed);
        finds(&server, &[], told);
        server.database().run(undone);
        let fine = verify(&server, &[]);
        assert_eq!(fine.code, Some(0), "{deed} is undone: {fine:?}");
    }
    // And what cannot be undone.
    server.database().run(&format!("UPDATE history SET hash = NULL {}", line(4)));
    finds(&server, &[], &["line 4: has no seal"]);
    server.operator(&["migrate"]).succeeds();
    finds(&server, &[], &["line 4: has no seal"]);
    server.database().run(&format!("DELETE FROM history {}", line(4)));
    finds(&server, &[], &["contactTech is not whom history leads to", "no line tells of contactTech"]);
    figures::tell(&format!("audit: {engine:?}"), &format!("{} kinds of change, all found", deeds.len() + 2));
}

fn what_was_written_anew_is_found_by_an_export(engine: Engine) {
    let server = changed(engine);
    let export = server.operator(&["audit", "export"]).succeeds();
    let service = key(server.database(), PROJECT);
    let lines: Vec<serde_json::Value> = export.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let database = server.database();
    assert_eq!(lines.len() as i64, database.count("history") + database.count("operator_log"));
    let change = lines.iter().find(|line| line["service"] == service.as_str() && line["position"] == 4).unwrap();
    let accepted: Vec<_> =
        change["accepted"].as_array().unwrap().iter().map(|one| one["who"].as_str().unwrap()).collect();
    assert_eq!((&change["from"], &change["to"]), (&"rt10007-ovh".into(), &"js10002-ovh".into()));
    assert_eq!((&change["asked_by"], accepted), (&"md10001-ovh".into(), vec!["md10001-ovh", "js10002-ovh"]));
    // IDs, roles and times: nobody's address, name or code.
    for (_, name, email, _) in countersign_backend::demo::CUSTOMERS {
        assert!(!export.contains(email) && !export.contains(name), "{email}");
    }
    assert!(!export.contains('@'));

    let file = server.setup().folder.path().join("export.jsonl");
    fs::write(&file, &export).unwrap();
    let against = ["--against", file.to_str().unwrap()];
    assert!(verify(&server, &against).succeeds().contains("of the export are there"));
    // Whoever knows how seals are made can make others: what was exported before still tells.
    let of = "(SELECT id FROM services WHERE name = 'Atelier production')";
    let run = |sql: String| server.database().run(&sql);
    run(format!("UPDATE history SET at = at + 1 WHERE service_id = {of}"));
    run(format!("UPDATE history SET hash = NULL WHERE service_id = {of}"));
    server.operator(&["migrate"]).succeeds();
    verify(&server, &[]).succeeds();
    finds(&server, &against, &["Atelier production (publicCloud), line 4: is not what stands in the export"]);
    // And what was added since is no finding.
    let less: String = export.lines().skip(1).map(|line| format!("{line}\n")).collect();
    fs::write(&file, less.replace(&service, "00000000-0000-7000-8000-000000000000")).unwrap();
    finds(&server, &against, &["00000000-0000-7000-8000-000000000000, line 4: stands in the export, and is not there"]);
    fs::write(&file, "{}\n").unwrap();
    verify(&server, &against).refuses(&["export.jsonl, line 1", "missing field"]);
}

fn old_history_is_sealed(engine: Engine) {
    let server = changed(engine);
    let seals = || server.database().texts("SELECT COALESCE(hash, '') FROM history ORDER BY service_id, position");
    let before = seals();
    server.database().run("UPDATE history SET hash = NULL");
    server.operator(&["migrate"]).succeeds();
    assert_eq!(seals(), before);
    assert!(before.iter().all(|seal| seal.len() == 64));
}

/// Every act of an operator or of the server names its customer, its reason and its origin, and a changed line is found.
fn acts_of_operators_are_shown_and_chained(engine: Engine) {
    let server = Server::start(engine);
    server.browser().get("/healthz").is(200);
    let mut named = server.setup().said(&["invoice", "add", "FR-7", "js10002", "--reason", "ticket 90"]);
    run(named.env("COUNTERSIGN_OPERATOR", "Grace")).succeeds();
    server.operator(&["account", "disable", "lg10004", "--reason", "left", "--as", "Ada"]).succeeds();
    let shown = server.operator(&["audit", "operators"]).succeeds();
    let lines: Vec<_> = shown.lines().collect();
    assert!(
        lines[0].contains("operator Ada: account disable lg10004-ovh of lg10004-ovh: left (command line on"),
        "{shown}"
    );
    assert!(lines[1].contains("operator Grace: invoice add FR-7 of js10002-ovh: ticket 90"), "{shown}");
    // A request of the demo was not accepted in time.
    assert!(lines[2].contains("system demo: request expire") && lines[2].contains("of lg10004-ovh"), "{shown}");
    assert!(!server.operator(&["log"]).succeeds().contains("system"));

    let export = server.operator(&["audit", "export"]).succeeds();
    assert!(export.contains(r#""who":"Grace","act":"invoice add""#), "{export}");
    let file = server.setup().folder.path().join("export.jsonl");
    fs::write(&file, &export).unwrap();
    let against = ["--against", file.to_str().unwrap()];
    verify(&server, &against).succeeds();
    let newest = "WHERE number = (SELECT MAX(number) FROM operator_log)";
    for (deed, undone) in [("'hacked'", "'left'"), ("''", "'left'")] {
        server.database().run(&format!("UPDATE operator_log SET reason = {deed} {newest}"));
        finds(&server, &[], &["operator log, line", "was changed since it was sealed"]);
        server.database().run(&format!("UPDATE operator_log SET reason = {undone} {newest}"));
        verify(&server, &[]).succeeds();
    }
    server.database().run("DELETE FROM operator_log WHERE who = 'Grace'");
    finds(&server, &[], &["was changed since it was sealed"]);
    server.database().run(&format!("DELETE FROM operator_log {newest}"));
    verify(&server, &[]).succeeds();
    finds(&server, &against, &["operator log, line", "is not there any more"]);
}
