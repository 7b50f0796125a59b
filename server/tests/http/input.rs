//! Input that is too large, of the wrong kind, doubled, unknown, or no text at all.

use countersign_domain::Problem;
use ureq::SendBody;

use crate::support::{BASE, Browser, Engine, PASSWORD, Server, browser::encode, on_both, raw::Raw, story::PROJECT};

on_both!(
    too_large_a_body,
    another_kind_than_a_form,
    doubled_and_unknown_fields,
    missing_fields_and_no_text,
    very_long_values,
    a_hundred_thousand_characters,
);

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const ORIGIN: (&str, &str) = ("origin", BASE);
const JSON: (&str, &str) = ("accept", "application/json");

/// Marie, and the fields that hand her project's technical role to John.
fn ready(server: &Server) -> (Browser<'_>, String) {
    server.settle();
    let key = server.service(PROJECT);
    (server.as_customer("md10001"), encode(&[("service", &key), ("tech", "js10002")]))
}

fn too_large_a_body(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, fields) = ready(&server);
    let before = server.database().dump();
    let most = 64 * 1024;
    for accept in ["application/json", "text/html"] {
        let headers = [FORM, ORIGIN, ("accept", accept)];
        let body = format!("{fields}&message={}", "x".repeat(most - fields.len() - "&message=".len()));
        assert_eq!(body.len(), most);
        let answer = marie.post("/api/submit", &headers, &body);
        assert_eq!(answer.status, if accept == "text/html" { 303 } else { 422 }, "{answer:?}");
        let body = format!("{body}x");
        marie.post("/api/submit", &headers, &body).is(413);
        marie.post("/language", &headers, &body).is(413);
        // Without saying beforehand how much it is.
        let mut bytes = body.as_bytes();
        marie.send("POST", "/api/submit", &headers, SendBody::from_reader(&mut bytes)).is(413);
    }
    for action in ["/api/submit", "/api/sign-in", "/language", "/demo/invoices", "/profile"] {
        let mut raw = Raw::form(&marie, action, 10_000_000);
        raw.send(&"x=".repeat(100_000));
        assert_eq!(raw.answer().0, 413, "{action}");
    }
    assert_eq!(server.database().dump(), before);
}

fn another_kind_than_a_form(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, fields) = ready(&server);
    let before = server.database().dump();
    let json = format!("{{\"service\":\"{}\",\"tech\":\"js10002\"}}", server.service(PROJECT));
    let kinds = ["application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml", "nonsense"];
    for accept in ["application/json", "text/html"] {
        for kind in kinds {
            for body in [json.as_str(), &fields, ""] {
                let headers = [("content-type", kind), ORIGIN, ("accept", accept)];
                marie.post("/api/submit", &headers, body).is(415);
                marie.post("/api/sign-out", &headers, body).is(415);
                marie.post("/language", &headers, body).is(415);
                marie.post("/demo/invoices", &headers, body).is(415);
            }
        }
        marie.post("/api/submit", &[ORIGIN, ("accept", accept)], &fields).is(415);
    }
    assert_eq!(server.database().dump(), before);
    marie
        .post("/api/submit", &[("content-type", "Application/X-WWW-Form-URLencoded; charset=utf-8"), ORIGIN], &fields)
        .is(200);
}

fn doubled_and_unknown_fields(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, fields) = ready(&server);
    let before = server.database().dump();
    for more in
        ["tech=zk10003", "tech=js10002", "role=a", "tech[0]=js10002", "tech[]=js10002", "Tech=js10002", "=", "x"]
    {
        let body = format!("{fields}&{more}");
        marie.post("/api/submit", &[FORM, ORIGIN, JSON], &body).fails(&Problem::Malformed);
        // A form gets its page again.
        let page = [FORM, ORIGIN, ("accept", "text/html"), ("referer", "http://localhost/profile")];
        marie.post("/api/submit", &page, &body).leads_to("/profile");
    }
    let form = [FORM, ORIGIN, JSON];
    marie.post("/api/decide", &form, "id=1&id=2&code=x&decision=accept").fails(&Problem::Malformed);
    marie.post("/api/cancel", &form, "id=2&reason=x&reason=y").fails(&Problem::Malformed);
    marie.post("/api/sign-out", &form, "everywhere=1").fails(&Problem::Malformed);
    for more in ["email=x", "name=y", "owner_email=z", "version=2", "admin=1"] {
        let owner = "version=1&name=a&street=b&city=c&country=FR&phone=0612345678&owner_email=a%40b.example";
        let body = format!("service={}&{owner}&{more}", server.service(PROJECT));
        marie.post("/api/edit-owner", &form, &body).fails(&Problem::Malformed);
    }
    marie.post("/language", &form, "language=en&language=fr").is(422);
    marie.post("/language", &form, "language=en&x=1").is(422);
    marie.post("/demo/invoices", &form, "number=1&number=2").is(422);
    // What only reads, as well.
    marie.read("request", &[("id", "2"), ("id", "1")]).fails(&Problem::Malformed);
    marie.read("request", &[("id", "2"), ("as", "js10002-ovh")]).fails(&Problem::Malformed);
    marie.read("me", &[("id", "js10002-ovh")]).fails(&Problem::Malformed);
    assert_eq!(server.database().dump(), before);
    assert_eq!(marie.who().as_deref(), Some("md10001-ovh"));
    let stranger = [("login", "md10001"), ("login", "js10002"), ("password", "x"), ("next", "/")];
    server.browser().call("sign-in", &stranger).fails(&Problem::Malformed);
}

fn missing_fields_and_no_text(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, fields) = ready(&server);
    let before = server.database().dump();
    let form = [FORM, ORIGIN, JSON];
    for function in [
        "sign-in",
        "submit",
        "edit-owner",
        "decide",
        "cancel",
        "resend",
        "change-email",
        "confirm-email",
        "change-password",
    ] {
        marie.post(&format!("/api/{function}"), &form, "").fails(&Problem::Malformed);
    }
    for body in ["service=nonsense&tech=js10002", "service=%FF%FE&tech=js10002", "%", "service=%00"] {
        marie.post("/api/submit", &form, body).fails(&Problem::Malformed);
    }
    let bytes = [fields.as_bytes(), b"&message=\xff\xfe"].concat();
    let answer = marie.send("POST", "/api/submit", &form, ureq::AsSendBody::as_body(&mut bytes.as_slice()));
    answer.fails(&Problem::Malformed);
    for id in ["", "x", "-", "2.0", "99999999999999999999", "0x2", "2 OR 1=1", "٢"] {
        marie.post("/api/resend", &form, &encode(&[("id", id)])).fails(&Problem::Malformed);
        marie.read("request", &[("id", id)]).fails(&Problem::Malformed);
    }
    for id in ["-1", "0", "9223372036854775807", "-9223372036854775808"] {
        marie.post("/api/resend", &form, &encode(&[("id", id)])).fails(&Problem::NotFound);
        marie.get(&format!("/contacts/requests/{id}")).is(404);
    }
    assert_eq!(server.database().dump(), before);
}

fn very_long_values(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, fields) = ready(&server);
    let before = server.database().dump();
    for length in [2_000, 60_000] {
        let long = "a".repeat(length);
        let answers = [
            marie.call("submit", &[("service", &server.service(PROJECT)), ("tech", &long)]),
            marie.call("submit", &[("service", &long), ("tech", "js10002")]),
            marie.call("resend", &[("id", &"9".repeat(length))]),
            marie.call("decide", &[("id", "2"), ("code", &long), ("decision", "accept")]),
            marie.call("decide", &[("id", "2"), ("code", "x"), ("decision", &long)]),
            marie.call("sign-in", &[("login", &long), ("password", "x"), ("next", "/")]),
            marie.call("sign-in", &[("login", "md10001"), ("password", &long), ("next", "/")]),
            marie.call("change-email", &[("email", &format!("{long}@example.org")), ("password", PASSWORD)]),
            marie.call("change-password", &[("password", PASSWORD), ("new_password", &long)]),
            marie.post("/api/submit", &[FORM, ORIGIN, JSON], &format!("{fields}&{long}=1")),
        ];
        for answer in answers {
            assert_eq!(answer.status, 422, "{length}: {} {}", answer.asked, answer.body);
        }
    }
    for length in [10_000, 60_000] {
        let long = "9".repeat(length);
        for place in
            ["/contacts/services/", "/contacts/requests/", "/contacts/requests/2?token=", "/api/request?id=", "/"]
        {
            assert_eq!(marie.get(&format!("{place}{long}")).status, 414, "{place}");
        }
    }
    // What fits into an address is searched for, or not found.
    marie.get(&format!("/contacts/services?search={}", "%C3%A9".repeat(1_000))).is(200);
    marie.get(&format!("/contacts/requests/2?token={}", "%C3%A9".repeat(1_000))).is(200);
    marie.get(&format!("/contacts/requests/{}", "9".repeat(5_000))).is(404);
    // Nor is a file whose name, or whose path, is longer than any can be.
    for place in ["a".repeat(300), "a/".repeat(2_500), format!("countersign.{}.js", "0".repeat(400))] {
        marie.get(&format!("/pkg/{place}")).is(404);
        marie.get(&format!("/locale/{place}")).is(404);
    }
    assert_eq!(server.database().dump(), before);
}

fn a_hundred_thousand_characters(engine: Engine) {
    let server = Server::start(engine);
    let (marie, _) = ready(&server);
    server.unchanged(|| {
        for field in ["id=", "code=", "id=2&code="] {
            let body = format!("{field}{}", "9".repeat(100_000));
            let mut raw = Raw::form(&marie, "/api/decide", body.len());
            raw.send(&body);
            assert_eq!(raw.answer().0, 413);
        }
        for place in ["/contacts/requests/", "/contacts/requests/2?token=", "/"] {
            let mut raw = Raw::to(&server);
            raw.send(&format!("GET {place}{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "9".repeat(100_000)));
            assert_eq!(raw.answer().0, 414);
        }
    });
}
