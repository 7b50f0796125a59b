//! Every page, signed out and signed in; what is no page; the probes; links of the other shape.

use countersign_domain::Problem;
use countersign_locales::{Language, Served, Ui};

use crate::support::{
    BASE, Engine, PASSWORD, Server, html,
    story::{OPEN, PROJECT},
};

#[test]
fn signed_out_a_page_asks_to_sign_in_and_stays() {
    let server = Server::start(Engine::Sqlite);
    let service = format!("/contacts/services/{}", server.service(PROJECT));
    let places = [
        "/",
        "/contacts/services",
        "/contacts/services?search=a%20b&category=vps&page=x",
        &service,
        "/contacts/services/nonsense",
        "/contacts/services/nonsense/owner",
        "/contacts/requests",
        "/contacts/requests?state=open",
        "/contacts/requests/2",
        "/contacts/requests/2?token=0123ABCD",
        "/contacts/requests/99",
        "/contacts/requests/nonsense",
        "/profile",
        "/profile?notice=password",
        "/profile/email",
    ];
    for place in places {
        let page = server.browser().with("accept-language", "en").get(place).is(200);
        assert_eq!(page.field("next"), place);
        page.shows(Served::of(Language::En).password_label());
        // Nothing of what is behind it.
        for hidden in [PROJECT.1, "md10001", "example.org", "smith"] {
            assert!(!page.body.contains(hidden), "{place}: {hidden}");
        }
    }
    for place in ["/help", "/sign-in"] {
        let page = server.browser().with("accept-language", "en").get(place).is(200);
        assert_eq!(page.body.contains("name=\"next\""), place == "/sign-in");
    }
}

#[test]
fn signed_in_a_page_is_itself() {
    let server = Server::start(Engine::Sqlite);
    let mut john = server.as_customer("js10002");
    let english = Ui::of(Language::En);
    john.get("/contacts/services").is(200).shows("smith-stock");
    john.get("/contacts/services?search=stock").is(200).hides("smith-and-sons.example");
    john.get("/contacts/requests").is(200).shows(&english.request_number("2"));
    john.get("/contacts/requests?state=done").is(200).hides(&english.request_number("2"));
    let page = john.get("/contacts/requests/2?token=ABCD-EFGH").is(200);
    assert_eq!(page.field("code"), "ABCD-EFGH");
    page.shows(english.waiting_for_you());
    john.get("/profile").is(200).shows("john.smith@example.org");
    assert_eq!(john.open("/profile/email?token=ABCD").is(200).field("code"), "ABCD");
    for (place, to) in [("/", "/contacts/services"), ("/sign-in", "/contacts/services")] {
        let answer = john.get(place);
        assert_eq!((answer.status, answer.header("location")), (302, to), "{place}");
    }
    for place in ["/contacts/services/nonsense", "/contacts/requests/nonsense", "/contacts/requests/99", "/nowhere"] {
        john.get(place).is(404).shows(english.not_found_title());
    }
    // A cursor and filters of nobody's making.
    for query in ["page=zzz", "page=%00", "sort=nonsense&order=x&role=x&category=x", "before=x&state=x"] {
        john.get(&format!("/contacts/services?{query}")).is(200).shows("smith-stock");
        john.get(&format!("/contacts/requests?{query}")).is(200);
    }
}

#[test]
fn what_is_no_page() {
    let server = Server::start(Engine::Sqlite);
    for (asked, language) in [("fr-FR,fr;q=0.9,en;q=0.8", Language::Fr), ("en", Language::En), ("xx", Language::En)] {
        for place in
            ["/nowhere", "/contacts", "/contacts/services/a/b", "/.git/config", "/index.html", "//evil.example/"]
        {
            let page = server.browser().with("accept-language", asked).get(place).is(404);
            page.shows(Ui::of(language).not_found_title());
            assert!(page.body.contains(&format!("<html lang=\"{}\"", language.code())));
        }
    }
    for place in ["/", "/profile", "/contacts/services", "/contacts/requests/2", "/nowhere", "/useraccount/contacts/7"]
    {
        for method in ["POST", "PUT", "DELETE", "PATCH"] {
            let answer = server.browser().send(method, place, &[("origin", BASE)], ureq::SendBody::none());
            assert_eq!(answer.status, 405, "{method} {place}");
            assert!(answer.header("allow").contains("GET"), "{method} {place}");
        }
    }
    for place in ["/api/nothing", "/api/", "/api/sign-in/x", "/api/sign%2Din", "/api/../api/me"] {
        server.browser().send("GET", place, &[("origin", BASE)], ureq::SendBody::none()).fails(&Problem::NotFound);
    }
    server.browser().send("PUT", "/api/me", &[("origin", BASE)], ureq::SendBody::none()).fails(&Problem::NotFound);
}

#[test]
fn links_of_the_other_shape_lead_to_ours() {
    let server = Server::start(Engine::Sqlite);
    for mut browser in [server.browser(), server.as_customer("md10001")] {
        for (from, to) in [
            ("/useraccount/contacts/7?tab=REQUESTS&token=ABC", "/contacts/requests/7?token=ABC"),
            ("/useraccount/contacts/7?token=ABC&tab=REQUESTS", "/contacts/requests/7?token=ABC"),
            ("/useraccount/contacts/7", "/contacts/requests/7"),
            (
                "/useraccount/contacts/7?token=a%0d%0aSet-Cookie:x=1%26b",
                "/contacts/requests/7?token=a%0D%0ASet-Cookie%3Ax%3D1%26b",
            ),
        ] {
            let answer = browser.get(from);
            answer.leads_to(to);
            assert_eq!(answer.cookie("x"), None);
        }
        for place in ["/useraccount/contacts/abc?token=ABC", "/useraccount/contacts/7?token=A&token=B"] {
            assert!((400..500).contains(&browser.get(place).status), "{place}");
        }
    }
}

#[test]
fn probes() {
    let server = Server::start(Engine::Sqlite);
    assert_eq!(server.browser().get("/healthz").is(200).body, "ok");
    assert_eq!(server.browser().get("/readyz").is(200).body, "ready");
}

#[test]
fn without_its_database_a_server_says_so_and_no_more() {
    let server = Server::start(Engine::Postgres);
    let mut marie = server.as_customer("md10001");
    server.database().remove();
    assert_eq!(server.browser().get("/healthz").is(200).body, "ok");
    assert_eq!(server.browser().get("/readyz").is(503).body, "not ready");
    let page = marie.get("/contacts/services").is(500);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    page.tells_of_a_failure(&server, Language::En);
    // It is a page of ours, in the theme that was chosen, with a way on.
    marie.cookies.insert("theme".to_owned(), "dark".to_owned());
    let page = marie.get("/contacts/services").is(500);
    assert!(page.body.contains("<html lang=\"en\" data-theme=\"dark\">"), "{}", page.body);
    let policy = page.header("content-security-policy");
    assert!(policy.contains("style-src 'self'") && !policy.contains("script-src"), "{policy}");
    let stylesheet = html::tags(&page.body, "link").into_iter().find(|link| link["rel"] == "stylesheet").unwrap();
    server.browser().get(&stylesheet["href"]).is(200);
    page.shows(Ui::of(Language::En).not_found_home());
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
    let Problem::Internal(id) = server.browser().call("sign-in", &fields).problem() else { panic!("an id") };
    assert!(server.log().contains(&id), "the log says what it was");
}

#[test]
fn a_session_that_cannot_be_stored_is_told_in_words() {
    let server = Server::start(Engine::Sqlite);
    let full = "CREATE TRIGGER full BEFORE INSERT ON sessions BEGIN SELECT RAISE(ABORT, 'full'); END";
    server.database().texts(full);
    let fields = [("login", "md10001"), ("password", "not it"), ("next", "/")];
    let mut browser = server.browser().with("accept-language", "fr");
    let page = browser.form("/sign-in", "/api/sign-in", &fields).is(500);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    page.shows(Ui::of(Language::Fr).problem_title());
    let digits = page.body.split(|c: char| !c.is_ascii_hexdigit()).find(|word| word.len() == 12);
    assert!(server.log().contains(digits.expect("an id")), "the log says what it was");
    assert!(!page.body.contains("full"));
    // A program gets its status.
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
    assert_eq!(server.browser().call("sign-in", &fields).is(500).body, "");
    browser.get("/help").is(200);
}

#[test]
fn the_demos_own_pages() {
    let server = Server::start(Engine::Sqlite);
    let mail = server.mails_to("marie.dubois@example.org").remove(0);
    let mut browser = server.browser();
    browser.get("/demo/mailbox").is(200).shows(&mail.subject);
    let page = browser.get(&format!("/demo/mailbox/{}", mail.id)).is(200);
    page.shows(&mail.subject);
    assert!(page.body.contains(&server.link("md10001", OPEN)), "links are live");
    let inside = browser.get(&format!("/demo/mailbox/{}/html", mail.id)).is(200);
    // In its frame a mail has its own styles, and nothing else.
    let policy = inside.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'self'"), "{policy}");
    assert!(!policy.contains("script-src") && inside.header("x-frame-options") == "SAMEORIGIN");
    for place in
        ["/demo/mailbox/x", "/demo/mailbox/..%2f..%2fdemo.sqlite", "/demo/mailbox/01234567-89ab-7cde-8f01-23456789abcd"]
    {
        browser.get(place).is(404);
    }
    // Paying: one's own invoices only.
    browser.get("/demo/invoices").leads_to("/sign-in?next=/demo/invoices");
    let (mut marie, mut giulia) = (server.as_customer("md10001"), server.as_customer("gr10006"));
    marie.get("/demo/invoices").is(200).hides("FR-2041");
    marie.form("/demo/invoices", "/demo/invoices", &[("number", "FR-2041")]).leads_to("/demo/invoices");
    giulia.get("/demo/invoices").is(200).shows("FR-2041");
    giulia.form("/demo/invoices", "/demo/invoices", &[("number", "FR-2041")]).leads_to("/demo/invoices");
    giulia.get("/demo/invoices").is(200).hides("FR-2041");
}
