//! A service's history as CSV: for its contacts only, and inert in a spreadsheet.

use crate::support::{Engine, Server, on_both, story::PROJECT};

on_both!(a_contact_downloads_it, nobody_else_does);

fn a_contact_downloads_it(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    for (who, stem) in [(&mut marie, "md10001"), (&mut john, "js10002")] {
        who.decide(request, &server.code(stem, request), "accept").is(200);
    }
    let answer = john.get(&format!("/contacts/services/{}/history.csv", server.service(PROJECT))).is(200);
    assert!(answer.header("content-type").starts_with("text/csv"));
    assert!(answer.header("content-disposition").starts_with("attachment; filename=\"history-"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let text = &answer.body;
    let lines: Vec<&str> = text.trim().lines().collect();
    assert_eq!(lines.len(), 5, "{text}");
    assert!(lines[1].contains(",md10001-ovh,md10001-ovh "), "{text}");
    assert!(lines[1].ends_with(&format!(",{request}")), "{text}");
}

fn nobody_else_does(engine: Engine) {
    let server = Server::start(engine);
    let path = format!("/contacts/services/{}/history.csv", server.service(PROJECT));
    server.as_customer("js10002").get(&path).is(404);
    server.browser().get(&path).is(404);
    server.as_customer("md10001").get("/contacts/services/nonsense/history.csv").is(404);
}
