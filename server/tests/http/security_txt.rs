//! `/.well-known/security.txt` (RFC 9116): by setting, and not otherwise.

use crate::support::{Engine, Server, Setup};

const PLACE: &str = "/.well-known/security.txt";

#[test]
fn it_says_whom_to_tell() {
    let setup = Setup::on(Engine::Sqlite)
        .with("COUNTERSIGN_BASE_URL", "https://localhost")
        .with("COUNTERSIGN_SECURITY_CONTACT", "mailto:security@provider.example,https://provider.example/report")
        .with("COUNTERSIGN_SECURITY_LANGUAGES", "en,fr");
    let server = setup.start();
    let answer = server.browser().get(PLACE).is(200);
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let lines: Vec<_> = answer.body.lines().collect();
    assert_eq!(lines[0], "Contact: mailto:security@provider.example");
    assert_eq!(lines[1], "Contact: https://provider.example/report");
    assert_eq!(lines[3], "Preferred-Languages: en, fr");
    assert_eq!(lines[4], "Canonical: https://localhost/.well-known/security.txt");
    assert_eq!(lines.len(), 5);
    // It holds for about half a year, by the server's clock.
    let expires = |body: &str| body.lines().find_map(|line| line.strip_prefix("Expires: ").map(str::to_owned)).unwrap();
    let first = expires(&answer.body);
    assert!(first.ends_with("T00:00:00Z") && first.len() == 20, "{first}");
    server.set_clock(200 * crate::support::DAY);
    let later = expires(&server.browser().get(PLACE).is(200).body);
    assert!(later > first, "{later} {first}");
}

#[test]
fn without_a_contact_there_is_none() {
    let server = Server::start(Engine::Sqlite);
    let answer = server.browser().get(PLACE).is(404);
    assert_eq!(answer.header("cache-control"), "no-store");
    for (name, wrong) in [
        ("COUNTERSIGN_SECURITY_CONTACT", "security@provider.example"),
        ("COUNTERSIGN_SECURITY_CONTACT", "http://provider.example/"),
        ("COUNTERSIGN_SECURITY_LANGUAGES", "en;fr"),
        ("COUNTERSIGN_SECRET_KEY", "too short"),
    ] {
        let refused = Setup::on(Engine::Sqlite).with(name, wrong).operator(&["serve", "--demo"]);
        assert_eq!(refused.code, Some(2), "{name}={wrong}: {refused:?}");
    }
}
