//! Wherever an answer leads, it is a page of ours: `next`, `back` and `Referer` are written by somebody else.

use url::Url;

use crate::support::{BASE, Engine, PASSWORD, Reply, Setup, on_both};

on_both!(no_answer_leads_to_another_origin);

/// What a browser, or a reader of addresses, takes for another site's in its own way.
const ELSEWHERE: [&str; 16] = [
    "/..//evil.example/x",
    "/.//evil.example/x",
    "/contacts/..//evil.example/x",
    "/contacts/../..//evil.example/x",
    "/%2e%2e//evil.example/x",
    "/%2E.//evil.example/x",
    "/contacts/%2e%2e//evil.example/x",
    "/./\\evil.example/x",
    "/..\\/evil.example/x",
    "/..//",
    "//evil.example/x",
    "/\\evil.example/x",
    "/\t/evil.example/x",
    "https://evil.example/x",
    "https:evil.example",
    "blob:http://localhost/x",
];

/// Where a browser goes that is on `page` when it gets this answer.
#[track_caller]
fn stays_with_us(answer: &Reply, page: &str) {
    let location = answer.header("location");
    let page = Url::parse(page).unwrap_or_else(|_| Url::parse(BASE).unwrap());
    let base = Url::parse(BASE).unwrap().join(&page[url::Position::BeforePath..]).unwrap();
    let reached = base.join(location).unwrap();
    assert_eq!(reached.origin().ascii_serialization(), BASE, "{}: leads to {location:?}", answer.asked);
    assert!(location.starts_with('/') && !location.starts_with("//"), "{}: leads to {location:?}", answer.asked);
}

fn no_answer_leads_to_another_origin(engine: Engine) {
    let server = Setup::on(engine).with("COUNTERSIGN_WRONG_PASSWORDS_PER_HOUR", "1000").start();
    let mut john = server.as_customer("js10002");
    for next in ELSEWHERE {
        let right = [("login", "md10001"), ("password", PASSWORD), ("next", next)];
        let answer = server.browser().form("/sign-in", "/api/sign-in", &right);
        stays_with_us(&answer, "/sign-in");
        answer.leads_to("/");
        // A script goes where this says.
        assert_eq!(server.browser().call("sign-in", &right).is(200).header("location"), "/", "{next:?}");
        let wrong = [("login", "md10001"), ("password", "not it"), ("next", next)];
        // The form may stand on a page whose own address is like that.
        for page in ["/sign-in", "//evil.example/x", "/contacts/..//evil.example/x"] {
            stays_with_us(&server.browser().form(page, "/api/sign-in", &wrong), page);
        }
        for (form, choice) in [("/language", ("language", "en")), ("/theme", ("theme", "dark"))] {
            let answer = john.form("/profile", form, &[choice, ("back", next)]);
            stays_with_us(&answer, "/profile");
            answer.leads_to("/profile");
            stays_with_us(&john.form(&format!("{BASE}{next}"), form, &[choice]), "/");
        }
        if next.starts_with('/') && !next.contains('\t') {
            stays_with_us(
                &john.form(&format!("{BASE}{next}"), "/api/change-email", &[("email", "x"), ("password", "x")]),
                "/",
            );
        }
    }
    // What is not written as an address of ours is no page of ours.
    for place in ["//profile", "//contacts/services", "//sign-in", "//evil.example/x"] {
        john.get(place).is(404);
    }
    // An address says nothing about what was done.
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/profile?notice=password")];
    let mut browser = server.browser();
    let answer = browser.form("/sign-in", "/api/sign-in", &fields);
    answer.leads_to("/profile");
    let flash = server.database().texts("SELECT data FROM sessions WHERE data LIKE '%flash%notice%password%'");
    assert!(flash.is_empty(), "{flash:?}");
    // Our own pages are kept, with what was asked of them.
    let page = "/contacts/services?search=a%20b&category=vps";
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", page)];
    server.browser().form("/sign-in", "/api/sign-in", &fields).leads_to(page);
    john.form("/profile", "/theme", &[("theme", "light"), ("back", page)]).leads_to(page);
}
