//! The code of a mail's link that lets in whoever has it: it leaves the address at once, and stays with the browser for an hour.

use countersign_domain::HOUR;
use countersign_locales::{Language, Served};
use ureq::SendBody;

use crate::support::{Browser, Engine, PASSWORD, Server, mailbox::address, on_both};

on_both!(
    the_code_leaves_the_address_and_stays_with_the_browser,
    signing_in_and_another_process_keep_it,
    a_link_of_an_account_to_be_opened,
);

const NEW: &str = "quite another wool lamp 52";

/// Opens a link: its answer is the address without the code, and nothing that shows it.
#[track_caller]
fn taken(browser: &mut Browser<'_>, link: &str) -> String {
    let (page, code) = link.split_once("?token=").unwrap();
    let answer = browser.get(link);
    answer.leads_to(page);
    assert!(answer.body.is_empty());
    assert_eq!(answer.header("cache-control"), "no-store");
    let cookie = answer.cookie("link-code").unwrap();
    assert!(!cookie.contains(code), "it is encrypted");
    for attribute in [&*format!("Path={page}"), "HttpOnly", "SameSite=Lax", "Max-Age=3600"] {
        assert!(cookie.split("; ").any(|part| part == attribute), "{attribute}: {cookie}");
    }
    let shown = browser.follow(&answer).is(200);
    assert_eq!(shown.field("code"), code);
    assert!(!shown.body.contains(&format!("token={code}")), "no address in the page has it");
    code.to_owned()
}

fn forgotten(server: &Server) -> String {
    server.browser().call("forgot-password", &[("login", "js10002")]).is(200);
    server.mailed_link(address("js10002"), "/reset-password?token=")
}

fn the_code_leaves_the_address_and_stays_with_the_browser(engine: Engine) {
    let server = Server::start(engine);
    let link = forgotten(&server);
    server.settle();
    let (before, sessions) = (server.database().dump(), server.database().count("sessions"));
    let mut browser = server.browser().with("accept-language", "en");
    // Whoever opens it, and however often, decides nothing, and stores nothing.
    for method in ["HEAD", "GET"] {
        browser.send(method, &link, &[("sec-purpose", "prefetch")], SendBody::none()).is(303);
    }
    let code = taken(&mut browser, &link);
    // It outlives a new page, and choosing another language.
    assert_eq!(browser.get("/reset-password").is(200).field("code"), code);
    assert_eq!(browser.get("/reset-password").is(200).field("back"), "/reset-password");
    let chosen = browser.form("/reset-password", "/language", &[("language", "fr"), ("back", "/reset-password")]);
    let page = browser.follow(&chosen).is(200);
    page.shows(Served::of(Language::Fr).reset_title());
    assert_eq!(page.field("code"), code);
    assert_eq!(server.database().dump(), before);
    assert_eq!(server.database().count("sessions"), sessions);
    // It is for its page alone, and not for who forges it.
    assert_eq!(browser.get("/sign-up/confirm").is(200).field("code"), "");
    let mut forger = browser.clone();
    forger.cookies.insert("link-code".to_owned(), "QUJDREVGR0hJSktMTU5PUA==".to_owned());
    assert_eq!(forger.get("/reset-password").is(200).field("code"), "");

    // A form that comes back brings along what was typed, and stores no code.
    let fields = [("code", &*code), ("new_password", "short")];
    let answer = browser.form("/reset-password", "/api/reset-password", &fields);
    answer.leads_to("/reset-password");
    assert_eq!(browser.follow(&answer).is(200).field("code"), code);
    let mistyped = browser.form("/reset-password", "/api/reset-password", &[("code", "ABC"), ("new_password", NEW)]);
    assert_eq!(browser.follow(&mistyped).is(200).field("code"), "ABC");
    assert!(!server.database().rows("sessions").join("\n").contains(&code));

    // After an hour it is gone; until then it is there.
    let mut late = browser.clone();
    taken(&mut late, &link);
    server.set_clock(HOUR + 1000);
    assert_eq!(late.get("/reset-password").is(200).field("code"), "");
    server.set_clock(0);

    // Used, it is taken away.
    let done = browser.form("/reset-password", "/api/reset-password", &[("code", &code), ("new_password", NEW)]);
    done.leads_to("/sign-in");
    let cookie = done.cookie("link-code").unwrap();
    assert!(cookie.starts_with("link-code=;") && cookie.contains("Max-Age=0"), "{cookie}");
    assert!(cookie.contains("Path=/reset-password"), "{cookie}");
    browser.sign_in("js10002", NEW);

    // So is one that is of no use, once the page has said so.
    let answer = browser.get(&link);
    let stale = browser.follow(&answer).is(410);
    assert!(stale.cookie("link-code").unwrap().contains("Max-Age=0"));
    assert_eq!(browser.get("/reset-password").is(200).field("code"), "");
}

fn signing_in_and_another_process_keep_it(engine: Engine) {
    let mut server = Server::start(engine);
    let mut john = server.as_customer("js10002");
    john.call("change-email", &[("email", "john@new.example"), ("password", PASSWORD)]).is(200);
    let link = server.mailed_link("john@new.example", "/profile/email?token=");
    let code = link.split_once("token=").unwrap().1.to_owned();
    let cookies = {
        let mut browser = server.browser();
        let answer = browser.get(&link);
        answer.leads_to("/profile/email");
        // Signed out: the way on has no code either.
        assert_eq!(browser.follow(&answer).is(200).field("next"), "/profile/email");
        browser.cookies
    };
    // A process that is started later has the same key.
    server.send_signal("TERM");
    server.wait();
    server.start_again();
    server.keep_secret(&code);
    let mut browser = server.browser();
    browser.cookies = cookies;
    let fields = [("login", "js10002"), ("password", PASSWORD), ("next", "/profile/email")];
    let answer = browser.form("/profile/email", "/api/sign-in", &fields);
    answer.leads_to("/profile/email");
    assert_eq!(browser.follow(&answer).is(200).field("code"), code);
    browser.form("/profile/email", "/api/confirm-email", &[("code", &code)]).leads_to("/profile");
    browser.get("/profile").is(200).shows("john@new.example");
}

fn a_link_of_an_account_to_be_opened(engine: Engine) {
    let server = Server::start(engine);
    let fields = [
        ("name", "Eva Zak"),
        ("organisation", ""),
        ("address", "eva@example.net"),
        ("language", "en"),
        ("password", NEW),
    ];
    server.browser().call("sign-up", &fields).is(200);
    let link = server.mailed_link("eva@example.net", "/sign-up/confirm?token=");
    let mut browser = server.browser();
    let code = taken(&mut browser, &link);
    let done = browser.form("/sign-up/confirm", "/api/confirm-sign-up", &[("code", &code), ("password", NEW)]);
    done.leads_to("/sign-up/confirm");
    assert!(done.cookie("link-code").unwrap().contains("Max-Age=0"));
    // The page that tells the customer ID has no code any more.
    browser.sign_in("eva@example.net", NEW);
}
