//! Links in mails come from the configuration, never from what a client says of the host.

use crate::support::{BASE, Engine, Server, mailbox::address, on_both};

on_both!(a_forged_host_reaches_no_mail);

fn a_forged_host_reaches_no_mail(engine: Engine) {
    let server = Server::start(engine);
    let (_, mut john, request) = server.asked();
    let headers = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "https"),
        ("forwarded", "host=evil.example;proto=https"),
    ];
    let all: Vec<_> =
        headers.into_iter().chain([("origin", BASE), ("content-type", "application/x-www-form-urlencoded")]).collect();
    let answer = john.post("/api/resend", &all, &format!("id={request}")).is(200);
    assert_eq!(answer.header("location"), format!("/contacts/requests/{request}?notice=resent"));
    // A code that a newer one replaces is not sent any more.
    server.settle();
    let page: Vec<_> =
        all.iter().copied().chain([("accept", "text/html"), ("referer", "http://evil.example/profile")]).collect();
    john.post("/api/resend", &page, &format!("id={request}")).leads_to(&format!("/contacts/requests/{request}"));
    john.post("/language", &page, "language=en").leads_to("/profile");
    assert!(server.link("js10002", request).starts_with("/contacts/requests/"));
    let mails = server.mails_to(address("js10002"));
    assert_eq!(mails.len(), 4, "asked at the start of the demo, asked, twice again");
    for mail in mails {
        assert!(mail.text.contains(BASE) && mail.html.contains(BASE));
        for part in [&mail.text, &mail.html, &mail.subject, &mail.message_id] {
            assert!(!part.contains("evil") && !part.contains(&server.address.to_string()));
        }
    }
}

#[test]
fn pages_do_not_care_what_the_host_is_called() {
    let server = Server::start(Engine::Sqlite);
    for host in ["evil.example", "evil.example:99999", "a b", "\"><script>", "[::1", "x/../y", "localhost@evil.example"]
    {
        let mut browser = server.browser().with("host", host).with("x-forwarded-host", host);
        let page = browser.get("/contacts/requests/2?token=ABC").is(200);
        assert_eq!(page.field("next"), "/contacts/requests/2?token=ABC");
        assert!(!page.body.contains("evil.example") && !page.body.contains("\"><script>"), "{host}");
        let answer = browser.get("/useraccount/contacts/7?token=ABC");
        assert!(
            answer.status == 400 || answer.header("location") == "/contacts/requests/7?token=ABC",
            "{host}: {answer:?}"
        );
    }
}
