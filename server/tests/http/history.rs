//! A service's history as CSV: for its contacts only, and inert in a spreadsheet.

use crate::support::{Engine, Server, on_both, story::PROJECT};

on_both!(a_contact_downloads_it, nobody_else_does, no_name_is_a_formula);

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
    assert!(lines[1].contains(r#","md10001-ovh","md10001-ovh "#), "{text}");
    assert!(lines[1].ends_with(&format!(r#","{request}""#)), "{text}");
}

fn nobody_else_does(engine: Engine) {
    let server = Server::start(engine);
    let path = format!("/contacts/services/{}/history.csv", server.service(PROJECT));
    server.as_customer("js10002").get(&path).is(404);
    server.browser().get(&path).is(404);
    server.as_customer("md10001").get("/contacts/services/nonsense/history.csv").is(404);
}

fn no_name_is_a_formula(engine: Engine) {
    let server = Server::start(engine);
    let mut marie = server.as_customer("md10001");
    let names = ["=1+1", "+1", "-1", "@SUM(1)", "\u{ff1d}1+1", "=cmd|' /C calc'!A0", "\"=1+1", "x;=1+1"];
    for name in names {
        let name_it = format!("--name={name}");
        server.operator(&["service", "add", &name_it, "--category", "email", "--admin", "md10001"]).succeeds();
        let answer = marie.get(&format!("/contacts/services/{}/history.csv", server.service(("email", name)))).is(200);
        let lines: Vec<_> = answer.body.trim_start_matches('\u{feff}').lines().skip(1).collect();
        assert_eq!(lines.len(), 3, "{}", answer.body);
        for line in lines {
            let cell = line.trim_start_matches('"');
            assert_eq!(cell.starts_with('\''), !["\"=1+1", "x;=1+1"].contains(&name), "{line}");
            // Where semicolons separate, what stands between two of them is no formula either.
            assert!(line.split("\",\"").count() == 9 && line.starts_with('"'), "{line}");
        }
        let file = answer.header("content-disposition").split('"').nth(1).unwrap().to_owned();
        assert!(file.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)), "{file}");
    }
}
