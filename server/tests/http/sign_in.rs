//! Signing in: nobody learns which part was wrong, nor how many tries another address has left.

use std::time::Duration;

use countersign_domain::Problem;
use countersign_locales::{Language, Served, Ui};

use crate::support::{Browser, Engine, PASSWORD, Reply, Server, Setup, on_both, setup::HASH, timing::take_as_long};

on_both!(
    whatever_is_wrong_the_answer_is_the_same,
    by_id_or_address_however_typed,
    too_many_tries_from_one_address,
    next_is_a_place_of_ours,
);

fn try_in(browser: &mut Browser<'_>, login: &str, password: &str) -> Reply {
    browser.call("sign-in", &[("login", login), ("password", password), ("next", "/")])
}

fn whatever_is_wrong_the_answer_is_the_same(engine: Engine) {
    let server = Server::start(engine);
    server.operator(&["account", "disable", "sy10008", "--reason", "Asked by post."]).succeeds();
    let cases = [
        ("md10001", "not the password"),
        ("md10001", ""),
        ("zz99999", PASSWORD),
        ("nobody@example.org", PASSWORD),
        ("sy10008", PASSWORD),
        ("sakura.yamada@example.org", PASSWORD),
        ("", PASSWORD),
        ("' OR 1=1 --", PASSWORD),
        ("md10001-abc", PASSWORD),
        ("мd10001", PASSWORD),
    ];
    let answers = cases.map(|(login, password)| {
        let answer = try_in(&mut server.browser(), login, password);
        answer.fails(&Problem::WrongCredentials);
        assert_eq!(answer.cookie("countersign"), None, "{login}");
        let headers: Vec<_> = answer.headers.iter().filter(|(name, _)| *name != "date").collect();
        (answer.body.clone(), format!("{headers:?}"))
    });
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(server.database().count("sessions"), 0);
}

fn by_id_or_address_however_typed(engine: Engine) {
    let server = Server::start(engine);
    for login in ["md10001", " MD10001-OVH ", "ｍｄ１０００１", "marie.dubois@example.org", "Marie.Dubois@EXAMPLE.org"]
    {
        let mut browser = server.browser();
        try_in(&mut browser, login, PASSWORD).is(200);
        assert_eq!(browser.who().as_deref(), Some("md10001-ovh"), "{login}");
    }
}

/// However many have tried from elsewhere.
#[test]
fn strangers_lock_no_account() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1").start();
    for n in 0..60 {
        let mut stranger = server.browser().with("x-forwarded-for", &format!("203.0.113.{n}"));
        try_in(&mut stranger, "md10001", "not the password").fails(&Problem::WrongCredentials);
    }
    server.as_customer("md10001");
}

#[test]
fn an_unknown_account_takes_as_long_as_a_known_one() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_WRONG_PASSWORDS_PER_HOUR", "1000").start();
    let sign_in = |login| {
        try_in(&mut server.browser(), login, "not the password");
    };
    let (known, _) = take_as_long(|| sign_in("md10001"), || sign_in("zz99999"));
    // Without the hash it would be fifty times as fast.
    assert!(known > Duration::from_millis(5), "{known:?}");
}

fn too_many_tries_from_one_address(engine: Engine) {
    let server = Setup::on(engine).with("COUNTERSIGN_SIGN_INS_PER_MINUTE", "4").start();
    for _ in 0..4 {
        try_in(&mut server.browser(), "md10001", "not the password").fails(&Problem::WrongCredentials);
    }
    // Nobody sits on loopback who could be trusted: what it says of another client changes nothing.
    for n in 0..20 {
        let forwarded = format!("203.0.113.{n}, 198.51.100.{n}");
        let mut browser = server.browser().with("x-forwarded-for", &forwarded).with("x-real-ip", &forwarded);
        browser = browser.with("forwarded", &format!("for={forwarded}"));
        let answer = try_in(&mut browser, "md10001", PASSWORD);
        let Problem::TooMany { retry_after } = answer.problem() else { panic!("{answer:?}") };
        assert!((1..=60).contains(&retry_after));
        assert_eq!(answer.header("retry-after"), retry_after.to_string());
    }
    // A form without JavaScript is told in words, and strangers store nothing.
    let mut browser = server.browser().with("accept-language", "fr");
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
    let answer = browser.form("/sign-in", "/api/sign-in", &fields).is(429);
    assert!(!answer.header("retry-after").is_empty());
    answer.shows(&Ui::of(Language::Fr).problem_too_many(1));
    assert!(answer.body.contains("<p class=\"refused\">"), "a page that has sent the form finds the text");
    assert_eq!(server.database().count("sessions"), 0);
    // Pages are served as ever.
    server.browser().get("/contacts/services").is(200);
}

/// Otherwise all customers share the limits of one address, and nobody knows why they are refused.
#[test]
fn a_proxy_that_is_not_named_is_warned_of() {
    let server = Server::start(Engine::Sqlite);
    for client in ["203.0.113.5", "203.0.113.6"] {
        server.browser().with("x-forwarded-for", client).get("/sign-in").is(200);
    }
    assert_eq!(server.log().matches("COUNTERSIGN_TRUSTED_PROXIES").count(), 1);
}

#[test]
fn a_trusted_proxy_says_who_asks() {
    let setup = Setup::on(Engine::Sqlite).with("COUNTERSIGN_SIGN_INS_PER_MINUTE", "2");
    let server = setup.with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.9,127.0.0.1").start();
    let from = |forwarded: &str| {
        let mut browser = server.browser().with("x-forwarded-for", forwarded);
        try_in(&mut browser, "md10001", "not the password").status
    };
    assert_eq!([from("203.0.113.5"), from("203.0.113.5"), from("203.0.113.5")], [422, 422, 429]);
    assert_eq!(from("203.0.113.6"), 422);
    // Of IPv6, whoever has one address has the whole network to choose from.
    assert_eq!([from("2001:db8::1"), from("2001:db8::a:2"), from("2001:db8::ffff:0:0:3")], [422, 422, 429]);
    assert_eq!(from("2001:db8:0:1::1"), 422);
    // What the client wrote itself, before what the proxy has added, lifts nothing.
    assert_eq!([from("198.51.100.7, 203.0.113.5"), from("198.51.100.8,203.0.113.5, 127.0.0.9")], [429, 429]);
}

fn next_is_a_place_of_ours(engine: Engine) {
    let server = Server::start(engine);
    let elsewhere = [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "evil.example",
        "/a\r\nSet-Cookie:x=1",
        "/\t/evil.example",
        "",
    ];
    for next in elsewhere {
        let fields = [("login", "md10001"), ("password", PASSWORD), ("next", next)];
        let answer = server.browser().form("/sign-in", "/api/sign-in", &fields);
        answer.leads_to("/");
        assert!(answer.cookie("Set-Cookie:x").is_none() && answer.cookie("x").is_none(), "{next:?}");
        let answer = server.browser().call("sign-in", &fields).is(200);
        assert_eq!(answer.header("location"), "/", "{next:?}");
    }
    // As an address says it, all the way through the page.
    for next in ["//evil.example", "/%0d%0aSet-Cookie:x=1", "%5C%5Cevil.example"] {
        let mut browser = server.browser();
        let place = format!("/sign-in?next={next}");
        let page = browser.get(&place).is(200);
        assert_eq!(page.cookie("x"), None);
        let fields = [("login", "md10001"), ("password", PASSWORD), ("next", &page.field("next"))];
        browser.form(&place, "/api/sign-in", &fields).leads_to("/");
    }
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/contacts/requests/2?token=ABC")];
    server.browser().form("/sign-in", "/api/sign-in", &fields).leads_to("/contacts/requests/2?token=ABC");
}

#[test]
fn a_form_that_failed_gives_back_what_was_typed_but_no_password() {
    let server = Server::start(Engine::Sqlite);
    let mut browser = server.browser().with("accept-language", "en");
    let place = "/contacts/requests/2?token=ABC";
    let fields = [("login", "md10001\"><script>"), ("password", "my secret words"), ("next", "/x")];
    let answer = browser.form(place, "/api/sign-in", &fields);
    answer.leads_to(place);
    assert!(!format!("{:?}", server.database().texts("SELECT data FROM sessions")).contains("my secret words"));
    let page = browser.follow(&answer).is(200);
    page.shows(Served::of(Language::En).problem_credentials());
    assert_eq!(page.field("login"), "md10001\"><script>");
    assert_eq!(page.field("password"), "");
    assert!(!page.body.contains("my secret words"));
    assert!(page.text().contains("Error") || page.body.contains("aria-invalid=\"true\""));
}

#[test]
fn after_a_mistyped_password_the_way_on_still_has_the_code() {
    let server = Server::start(Engine::Sqlite);
    let place = "/contacts/requests/2?token=0123ABCD";
    let mut browser = server.browser();
    let next = browser.get(place).is(200).field("next");
    assert_eq!(next, place);
    let fields = [("login", "js10002"), ("password", "not it"), ("next", &*next)];
    // A script has taken the code out of the address bar.
    let answer = browser.form("/contacts/requests/2", "/api/sign-in", &fields);
    answer.leads_to(place);
    assert_eq!(browser.follow(&answer).is(200).field("next"), place);
    // On its own page the form is not in the place of another.
    let own = "/sign-in?next=%2Fcontacts%2Frequests%2F2%3Ftoken%3D0123ABCD";
    let answer = browser.form(own, "/api/sign-in", &fields);
    answer.leads_to(own);
    assert_eq!(browser.follow(&answer).is(200).field("next"), place);
    for elsewhere in ["//evil.example/contacts/requests/2", "https://evil.example/contacts/requests/2", "javascript:x"]
    {
        let fields = [("login", "js10002"), ("password", "not it"), ("next", elsewhere)];
        browser.form("/contacts/requests/2", "/api/sign-in", &fields).leads_to("/contacts/requests/2");
    }
    // Where to go on to is kept nowhere.
    let sessions = server.database().rows("sessions").join("\n");
    assert!(sessions.contains("js10002") && !sessions.contains("0123ABCD") && !sessions.contains("evil"), "{sessions}");
}

#[test]
fn strangers_check_no_form() {
    let server = Server::start(Engine::Sqlite);
    for function in ["sign-in", "sign-up", "forgot-password", "submit", "nothing"] {
        let mut browser = server.browser();
        browser.form("/sign-in", &format!("/api/{function}"), &[("login", "x"), ("check", "1")]);
        assert_eq!(browser.cookies.len(), 0, "{function}");
    }
    // Nobody counts how often.
    assert_eq!(server.database().count("sessions"), 0);
}

#[test]
fn a_page_whose_session_has_ended_is_told_so_and_stays() {
    let server = Server::start(Engine::Sqlite);
    let mut john = server.as_customer("js10002");
    // In the language that it is in: whose it was is not known any more.
    let mut page = john.clone().with("countersign-page", &format!("{HASH} fr"));
    let mut plain = john.clone();
    john.call("sign-out", &[]).is(200);
    server.settle();
    let before = server.database().dump();
    let fields = [("email", "john@new.example"), ("password", PASSWORD)];
    for (function, fields) in
        [("change-email", &fields[..]), ("confirm-email", &[("code", "ABCD")]), ("edit-owner", &[("check", "1")])]
    {
        let answer = page.form("/profile", &format!("/api/{function}"), fields).is(401);
        assert!(answer.body.contains("<html lang=\"fr\"") && answer.body.contains("<p class=\"refused\">"));
        answer.shows(Ui::of(Language::Fr).problem_signed_out());
    }
    // Without JavaScript the page itself asks to sign in.
    plain.form("/profile", "/api/change-email", &fields).leads_to("/profile");
    assert_eq!(server.database().dump(), before);
    assert_eq!(server.database().count("sessions"), 0);
    // The forms of strangers need no account.
    let mut stranger = server.browser().with("countersign-page", &format!("{HASH} en"));
    stranger
        .form("/sign-in", "/api/sign-in", &[("login", "js10002"), ("password", PASSWORD), ("next", "/help")])
        .leads_to("/help");
}
