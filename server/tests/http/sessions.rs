//! Sessions: their cookie, their new id at sign-in, how long they last, and their end.

use countersign_domain::{HOUR, MINUTE, Problem};
use countersign_locales::{Language, Served};

use crate::support::{Browser, Engine, PASSWORD, Server, Setup, on_both, stream::Stream};

on_both!(
    a_session_ends_at_once,
    a_sign_in_under_way_does_not_outlive_the_password,
    what_is_read_meanwhile_keeps_the_new_cookie,
    a_session_lasts_as_long_as_it_is_used,
    a_session_in_use_ends_after_its_days,
    a_new_id_at_sign_in,
    ones_sessions_are_listed_and_ended,
);

/// A second browser of a customer.
fn another<'a>(server: &'a Server, stem: &str) -> Browser<'a> {
    server.as_customer(stem)
}

fn signed_out(browser: &mut Browser<'_>) {
    assert_eq!(browser.who(), None);
    browser.act("resend", 2).fails(&Problem::SignedOut);
    assert_eq!(browser.get("/profile").is(200).field("next"), "/profile");
}

fn a_session_ends_at_once(engine: Engine) {
    let server = Server::start(engine);
    // Signing out: the cookie that was is of no use to whoever has kept it.
    let mut marie = server.as_customer("md10001").with("accept-language", "en");
    let (mut kept, mut elsewhere) = (marie.clone(), another(&server, "md10001"));
    let answer = marie.form("/profile", "/api/sign-out", &[]);
    answer.leads_to("/sign-in");
    // What she is told waits in a session of its own.
    assert_ne!(marie.session(), kept.session());
    marie.follow(&answer).is(200).shows(Served::of(Language::En).notice_signed_out());
    signed_out(&mut kept);
    signed_out(&mut marie);
    assert_eq!(elsewhere.who().as_deref(), Some("md10001-ovh"));

    // Changing the password: every other session ends, and this one has a new id.
    let (mut here, mut kept) = (server.as_customer("js10002"), another(&server, "js10002"));
    let mut old_id = here.clone();
    let new = "correct staple grief 81";
    let fields = [("password", PASSWORD), ("new_password", new)];
    here.call("change-password", &[("password", "not it"), ("new_password", new)]).is(422);
    assert_eq!(kept.who().as_deref(), Some("js10002-ovh"));
    here.call("change-password", &fields).is(200);
    assert_eq!(here.who().as_deref(), Some("js10002-ovh"));
    signed_out(&mut kept);
    signed_out(&mut old_id);
    let stale = [("login", "js10002"), ("password", PASSWORD), ("next", "/")];
    server.browser().call("sign-in", &stale).fails(&Problem::WrongCredentials);
    server.browser().sign_in("js10002", new);

    // The operator disables the account, or sets another password.
    let mut lucia = server.as_customer("lg10004");
    server.operator(&["account", "disable", "lg10004", "--reason", "Asked by post."]).succeeds();
    signed_out(&mut lucia);
    assert_eq!(server.database().count("sessions WHERE account = 'lg10004-ovh'"), 0);
    assert_eq!(elsewhere.who().as_deref(), Some("md10001-ovh"));
}

fn a_sign_in_under_way_does_not_outlive_the_password(engine: Engine) {
    let server = Server::start(engine);
    let (mut late, mut marie) = (server.as_customer("js10002"), server.as_customer("md10001"));
    let sessions = |of: &str| server.database().count(&format!("sessions WHERE account = '{of}-ovh'"));
    // Its password was right, but its session comes to be stored when those of the account have been removed.
    server.database().texts("CREATE TABLE late AS SELECT * FROM sessions WHERE account = 'js10002-ovh'");
    let mut here = server.as_customer("js10002");
    let new = [("password", PASSWORD), ("new_password", "correct staple grief 81")];
    here.call("change-password", &new).is(200);
    server.database().texts("INSERT INTO sessions SELECT * FROM late RETURNING account");
    assert_eq!(sessions("js10002"), 2);
    signed_out(&mut late);
    late.get("/api/live").is(204);
    assert_eq!(sessions("js10002"), 1);
    assert_eq!(here.who().as_deref(), Some("js10002-ovh"), "whoever has changed it goes on");

    // A session that does not know its password is nobody's.
    assert_eq!(marie.who().as_deref(), Some("md10001-ovh"));
    let forget =
        r#"UPDATE sessions SET data = '{"account":"md10001-ovh"}' WHERE account = 'md10001-ovh' RETURNING account"#;
    assert_eq!(server.database().texts(forget).len(), 1);
    signed_out(&mut marie);
    assert_eq!(sessions("md10001"), 0);
}

/// A page reads, still with its old cookie, while the browser gets the new one: what it is told comes after that, and leaves
/// it alone.
fn what_is_read_meanwhile_keeps_the_new_cookie(engine: Engine) {
    let server = Server::start(engine);
    let mut marie = server.as_customer("md10001");
    let mut old = marie.clone();
    let new = [("password", PASSWORD), ("new_password", "correct staple grief 81")];
    marie.form("/profile", "/api/change-password", &new).is(303);
    for place in ["/api/me", "/api/live", "/profile", "/api/flash", "/sign-in"] {
        assert_eq!(old.get(place).cookie("countersign"), None, "{place}");
    }
    assert_eq!(old.form("/profile", "/language", &[("language", "en")]).cookie("countersign"), None);
    assert_eq!(marie.who().as_deref(), Some("md10001-ovh"));
}

fn a_session_lasts_as_long_as_it_is_used(engine: Engine) {
    let server = Server::start(engine);
    let [mut used, mut idle, mut just] = ["md10001", "js10002", "sy10008"].map(|stem| server.as_customer(stem));
    // What an open page asks; the browser keeps the cookie no longer than it is told to.
    let renews = |browser: &mut Browser<'_>| {
        let answer = browser.read("me", &[]).is(200);
        assert!(!answer.value().is_null(), "signed out");
        answer.cookie("countersign").is_some_and(|cookie| cookie.contains("Max-Age=43200"))
    };
    for hours in [5, 10] {
        server.set_clock(hours * HOUR);
        assert!(renews(&mut used));
    }
    server.set_clock(12 * HOUR - MINUTE);
    assert!(renews(&mut just));
    server.set_clock(12 * HOUR);
    signed_out(&mut idle);
    for hours in [15, 20, 25] {
        server.set_clock(hours * HOUR);
        assert!(renews(&mut used), "after {hours} hours");
    }
    signed_out(&mut just);

    // Nothing is stored for each page, nor for each call.
    let sql = "SELECT CAST(expires_at AS TEXT) FROM sessions WHERE account = 'md10001-ovh'";
    let stored = || server.database().texts(sql);
    let before = stored();
    server.set_clock(25 * HOUR + 8 * MINUTE);
    assert!(!renews(&mut used));
    for _ in 0..3 {
        assert_eq!(used.get("/contacts/services").is(200).cookie("countersign"), None);
    }
    assert_eq!(stored(), before);
    server.set_clock(25 * HOUR + 10 * MINUTE);
    assert!(used.get("/contacts/services").is(200).cookie("countersign").is_some());
    assert_ne!(stored(), before);
}

fn a_session_in_use_ends_after_its_days(engine: Engine) {
    let server = Setup::on(engine).with("COUNTERSIGN_SESSION_DAYS", "2").start();
    let mut marie = server.as_customer("md10001");
    for hours in [10, 20, 30, 40, 47] {
        server.set_clock(hours * HOUR);
        assert!(marie.who().is_some(), "after {hours} hours");
    }
    server.set_clock(48 * HOUR);
    assert_eq!(marie.who(), None);
    assert_eq!(marie.get("/profile").is(200).field("next"), "/profile");
    server.browser().sign_in("md10001", PASSWORD);
}

fn ones_sessions_are_listed_and_ended(engine: Engine) {
    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    let server = Server::start(engine);
    server.settle();
    let as_marie = |agent: &str| {
        let mut browser = server.browser().with("user-agent", agent);
        browser.sign_in("md10001", PASSWORD);
        browser
    };
    let (mut here, mut lost, mut third) = (as_marie(FIREFOX), as_marie("<b>Safari/1</b> iPhone"), as_marie("own/1.0"));
    let mut john = server.as_customer("js10002");
    let listed = |browser: &mut Browser<'_>| browser.read("profile", &[]).is(200).value()["sessions"].clone();
    let sessions = listed(&mut here);
    let find = |device: &str| sessions.as_array().unwrap().iter().find(|one| one["device"] == device).unwrap();
    assert_eq!(sessions.as_array().unwrap().len(), 3);
    assert_eq!((&sessions[0]["device"], &sessions[0]["here"]), (&"Firefox, Linux".into(), &true.into()));
    assert_eq!(find("Safari, iPhone")["here"], false);
    assert_eq!(find("")["here"], false);
    // What is listed lets nobody in.
    let page = here.get("/profile").is(200).body;
    assert!(page.contains("Safari, iPhone") && !page.contains("<b>Safari"));
    for browser in [&here, &lost, &third] {
        assert!(!page.contains(browser.session()));
    }

    let key = find("Safari, iPhone")["key"].as_str().unwrap();
    // Nobody else's.
    john.call("end-session", &[("key", key)]).fails(&Problem::NotFound);
    for wrong in ["", "zz", &key[2..], &"é".repeat(32), &"a".repeat(10_000)] {
        here.call("end-session", &[("key", wrong)]).fails(&Problem::NotFound);
    }
    assert_eq!(lost.who().as_deref(), Some("md10001-ovh"));
    here.form("/profile", "/api/end-session", &[("key", key)]).leads_to("/profile");
    signed_out(&mut lost);
    assert_eq!(listed(&mut here).as_array().unwrap().len(), 2);
    here.call("end-session", &[("key", key)]).fails(&Problem::NotFound);

    let mut stream = Stream::of(&mut third);
    here.form("/profile", "/api/end-other-sessions", &[]).leads_to("/profile");
    stream.ends();
    signed_out(&mut third);
    assert_eq!(listed(&mut here).as_array().unwrap().len(), 1);
    assert_eq!(here.who().as_deref(), Some("md10001-ovh"));
    assert_eq!(john.who().as_deref(), Some("js10002-ovh"));
    server.browser().call("end-other-sessions", &[]).fails(&Problem::SignedOut);
}

fn a_new_id_at_sign_in(engine: Engine) {
    let server = Server::start(engine);
    let mut browser = server.browser();
    // An id that someone has planted is never taken on.
    browser.cookies.insert("countersign".to_owned(), "AAAAAAAAAAAAAAAAAAAAAA".to_owned());
    let failed = [("login", "md10001"), ("password", "not it"), ("next", "/")];
    browser.form("/sign-in", "/api/sign-in", &failed).is(303);
    let before = browser.clone();
    assert_ne!(before.session(), "AAAAAAAAAAAAAAAAAAAAAA");
    browser.sign_in("md10001", PASSWORD);
    assert_ne!(browser.session(), before.session());
    assert_eq!(before.clone().who(), None);
    assert_eq!(browser.who().as_deref(), Some("md10001-ovh"));
    // And again, as another.
    let marie = browser.clone();
    browser.sign_in("js10002", PASSWORD);
    assert_ne!(browser.session(), marie.session());
    assert_eq!(marie.clone().who(), None);
    assert_eq!(server.database().count("sessions"), 1);
    // A dump of the database signs nobody in.
    let stored = server.database().rows("sessions").join("\n");
    assert!(stored.contains("js10002-ovh") && !stored.contains(browser.session()));
}

#[test]
fn cookies_are_the_hosts_own_over_https() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_BASE_URL", "https://localhost").start();
    let mut browser = server.browser();
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
    let answer = browser.call("sign-in", &fields).is(200);
    let cookie = answer.cookie("__Host-countersign").unwrap();
    for flag in ["; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/"] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert_eq!(answer.cookie("countersign"), None);
    let answer = browser.call("sign-out", &[]).is(200);
    let gone = answer.cookie("__Host-countersign").unwrap();
    assert!(gone.starts_with("__Host-countersign=;") && gone.contains("Max-Age=0"), "{gone}");
    // A browser takes the removal of a `__Host-` cookie only from one that has the same flags.
    assert!(gone.contains("; Path=/") && gone.contains("Secure"), "{gone}");
}

#[test]
fn cookies_on_loopback() {
    let server = Server::start(Engine::Sqlite);
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
    let cookie = server.browser().call("sign-in", &fields).is(200).cookie("countersign").unwrap();
    for flag in ["; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    assert!(!cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");
}

#[test]
fn strangers_store_nothing() {
    let server = Server::start(Engine::Sqlite);
    let long = "x".repeat(60_000);
    for (function, field) in [("cancel", "reason"), ("submit", "message"), ("decide", "code"), ("nothing", "x")] {
        let fields = [("id", "2"), ("service", "x"), (field, long.as_str())];
        for _ in 0..3 {
            let answer = server.browser().form("/profile", &format!("/api/{function}"), &fields);
            assert!(answer.cookie("countersign").is_none(), "{function}");
        }
    }
    // Nor are those told to be signed out who were not signed in.
    let answer = server.browser().form("/profile", "/api/sign-out", &[]);
    answer.leads_to("/sign-in");
    assert!(answer.cookie("countersign").is_none());
    for place in ["/", "/profile", "/nowhere", "/sign-in", "/api/me", "/api/flash", "/demo/mailbox"] {
        server.browser().get(place);
    }
    assert_eq!(server.database().count("sessions"), 0);
    // A sign-in that has failed is told on the next page; what was typed is not kept without bound.
    let fields = [("login", long.as_str()), ("password", "x"), ("next", "/")];
    server.browser().form("/sign-in", "/api/sign-in", &fields).is(303);
    assert_eq!(server.database().count("sessions"), 1);
    assert_eq!(server.database().count("sessions WHERE LENGTH(data) > 5000"), 0);
}
