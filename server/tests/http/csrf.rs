//! Requests of other sites are refused before they do anything.

use countersign_domain::Problem;

use crate::support::{BASE, Engine, Server, Setup, on_both, story::PROJECT};

on_both!(other_sites_change_nothing, what_changes_something_is_never_got);

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn other_sites_change_nothing(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let mut marie = server.as_customer("md10001");
    let fields = format!("service={}&tech=js10002", server.service(PROJECT));
    let before = server.database().dump();
    let near = format!("{BASE}:81");
    let foreign: [&[(&str, &str)]; 12] = [
        &[],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", BASE)],
        &[("sec-fetch-site", "")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "https://localhost")],
        &[("origin", "http://localhost.evil.example")],
        &[("origin", &near)],
        &[("origin", "http://127.0.0.1")],
        &[("referer", "http://localhost/")],
    ];
    for headers in foreign {
        for accept in ["application/json", "text/html"] {
            let headers: Vec<_> = headers.iter().copied().chain([FORM, ("accept", accept)]).collect();
            marie.post("/api/submit", &headers, &fields).fails(&Problem::CrossSite);
            marie.post("/api/sign-out", &headers, "").is(403);
            marie.post("/language", &headers, "language=en").is(403);
            marie.post("/demo/invoices", &headers, "number=FR-2041").is(403);
            marie.send("DELETE", "/api/submit", &headers, ureq::SendBody::none()).is(403);
        }
    }
    assert_eq!(server.database().dump(), before);
    assert_eq!(marie.who().as_deref(), Some("md10001-ovh"));
}

#[test]
fn our_own_pages_are_let_in() {
    let server = Server::start(Engine::Sqlite);
    let mut marie = server.as_customer("md10001");
    let ours: [&[(&str, &str)]; 4] = [
        &[("sec-fetch-site", "same-origin")],
        &[("sec-fetch-site", "none")],
        &[("origin", BASE)],
        &[("sec-fetch-site", "same-origin"), ("origin", "null")],
    ];
    for headers in ours {
        let headers: Vec<_> = headers.iter().copied().chain([FORM]).collect();
        marie.post("/language", &headers, "language=en").is(303);
        let fields = format!("service={}&tech=js10002", server.service(PROJECT));
        let request: Vec<i64> = marie.post("/api/submit", &headers, &fields).is(200).json();
        marie.post("/api/cancel", &headers, &format!("id={}", request[0])).is(200);
    }
}

#[test]
fn behind_a_proxy_the_origin_is_the_configured_one() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_BASE_URL", "https://localhost:8443/").start();
    let fields = "language=en";
    let mut browser = server.browser();
    browser.post("/language", &[FORM, ("origin", "https://localhost:8443")], fields).is(303);
    for other in ["https://localhost", "http://localhost:8443", "https://localhost:8443/"] {
        browser.post("/language", &[FORM, ("origin", other)], fields).is(403);
    }
    let own = format!("http://{}", server.address);
    browser.post("/language", &[FORM, ("origin", &own), ("host", "localhost")], fields).is(403);
}

fn what_changes_something_is_never_got(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let mut marie = server.as_customer("md10001");
    let code = server.code("md10001", 2);
    let before = server.database().dump();
    marie.read("decide", &[("id", "2"), ("code", &code), ("decision", "accept")]).is(404);
    marie.read("cancel", &[("id", "2")]).is(404);
    marie.read("resend", &[("id", "2")]).is(404);
    marie.read("sign-out", &[]).is(404);
    let service = server.service(PROJECT);
    marie.read("submit", &[("service", &service), ("tech", "js10002")]).is(404);
    marie.get("/language?language=en").is(405);
    // "Check first" is a plain form's button: for a program there is no such field.
    marie.call("submit", &[("service", &service), ("tech", "js10002"), ("check", "1")]).is(422);
    let fields = [("service", service.as_str()), ("tech", "js10002"), ("check", "1")];
    marie.form("/profile", "/api/submit", &fields).leads_to("/profile");
    assert_eq!(server.database().count("requests"), before["requests"].len() as i64);
    let before = server.database().dump();
    // Words in its address are no form's.
    marie.get(&format!("/contacts/services/{service}?tech=js10002&message=x")).is(200);
    assert_eq!(server.database().dump(), before);
    assert_eq!(marie.who().as_deref(), Some("md10001-ovh"));
}
