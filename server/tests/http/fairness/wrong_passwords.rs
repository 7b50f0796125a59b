//! Wrong passwords for one account, from many addresses: strangers are slowed, and its owner gets in.

use countersign_domain::Problem;
use countersign_locales::{Language, Ui};

use crate::support::{Browser, Engine, PASSWORD, Reply, Server, Setup, mailbox::address, on_both};

on_both!(
    sixty_addresses_are_slowed_and_the_owner_gets_in,
    a_known_browser_gets_in_where_strangers_have_used_the_tries_up,
    an_account_that_does_not_exist_is_slowed_in_the_same_way,
    an_id_and_an_address_share_one_count,
    a_new_password_makes_other_browsers_strangers,
    a_cookie_of_another_account_or_a_forged_one_is_of_no_use,
    a_password_chosen_by_a_mails_link_makes_the_browser_known,
    the_networks_of_one_site_share_their_tries,
);

const NEW: &str = "quite another wool lamp 52";

fn server(engine: Engine) -> Server {
    Setup::on(engine).with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1").start()
}

/// A browser at an address, without any cookie.
fn at<'a>(server: &'a Server, from: &str) -> Browser<'a> {
    server.browser().with("x-forwarded-for", from)
}

/// The same browser at another address.
fn moved<'a>(browser: &Browser<'a>, from: &str) -> Browser<'a> {
    let mut there = at(browser.server(), from);
    there.cookies.clone_from(&browser.cookies);
    there
}

fn try_in(browser: &mut Browser<'_>, login: &str, password: &str) -> Reply {
    browser.call("sign-in", &[("login", login), ("password", password), ("next", "/")])
}

fn wrong(browser: &mut Browser<'_>, login: &str) -> Reply {
    try_in(browser, login, "not the password")
}

/// It says how many seconds to wait, of an hour at the most.
#[track_caller]
fn is_too_many(answer: &Reply) {
    let Problem::TooMany { retry_after } = answer.problem() else { panic!("{answer:?}") };
    assert!((1..=3601).contains(&retry_after), "{retry_after}");
    assert_eq!(answer.header("retry-after"), retry_after.to_string());
    assert_eq!(answer.cookie("known-browser"), None);
}

/// Uses up the ten tries of an address.
#[track_caller]
fn use_up(server: &Server, from: &str, login: &str) {
    for _ in 0..10 {
        wrong(&mut at(server, from), login).fails(&Problem::WrongCredentials);
    }
    is_too_many(&wrong(&mut at(server, from), login));
}

fn sixty_addresses_are_slowed_and_the_owner_gets_in(engine: Engine) {
    let server = server(engine);
    let from = |n: usize| at(&server, &format!("203.0.113.{n}"));
    for n in 0..60 {
        wrong(&mut from(n), "md10001").fails(&Problem::WrongCredentials);
    }
    // Each has had one; after thirty of all, each has three.
    for n in [0, 29, 30, 59] {
        for _ in 0..2 {
            wrong(&mut from(n), "md10001").fails(&Problem::WrongCredentials);
        }
        is_too_many(&wrong(&mut from(n), "md10001"));
        // Nothing is compared any more.
        is_too_many(&try_in(&mut from(n), "md10001", PASSWORD));
    }
    // A form without JavaScript is told in words, and strangers store nothing.
    let mut browser = from(0).with("accept-language", "pl");
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
    let answer = browser.form("/sign-in", "/api/sign-in", &fields).is(429);
    answer.shows(&Ui::of(Language::Pl).problem_too_many(60));
    assert!(!answer.header("retry-after").is_empty());
    assert_eq!(server.database().count("sessions"), 0);

    // Her first try from a new address is compared, and the third, and so it goes on: what she mistyped is forgotten.
    let home = "198.51.100.7";
    for _ in 0..3 {
        for _ in 0..2 {
            wrong(&mut at(&server, home), "md10001").fails(&Problem::WrongCredentials);
        }
        try_in(&mut at(&server, home), "md10001", PASSWORD).is(200);
    }
    // Others' accounts are as ever, at the same addresses.
    try_in(&mut from(0), "js10002", PASSWORD).is(200);
    // The security log is told once.
    let log = server.log();
    let lines: Vec<_> = log.lines().filter(|line| line.contains("sign-ins-slowed")).collect();
    assert!(matches!(lines[..], [line] if line.contains("md10001-ovh")), "{lines:?}");
}

fn a_known_browser_gets_in_where_strangers_have_used_the_tries_up(engine: Engine) {
    let server = server(engine);
    // By a form without JavaScript, or as the page's program does.
    let mut plain = at(&server, "198.51.100.7");
    let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/help")];
    plain.form("/sign-in", "/api/sign-in", &fields).leads_to("/help");
    let mut marie = at(&server, "198.51.100.8");
    try_in(&mut marie, "Marie.Dubois@example.org", PASSWORD).is(200);
    // Signing out does not make a browser unknown.
    marie.call("sign-out", &[]).is(200);
    let cafe = "203.0.113.5";
    use_up(&server, cafe, "md10001");
    is_too_many(&try_in(&mut at(&server, cafe), "md10001", PASSWORD));
    for browser in [&plain, &marie] {
        let mut here = moved(browser, cafe);
        try_in(&mut here, "md10001", PASSWORD).is(200);
        assert_eq!(here.who().as_deref(), Some("md10001-ovh"));
    }
    // It has tries of its own, wherever it is, and nobody else's are used up by it.
    for n in 0..10 {
        wrong(&mut moved(&marie, &format!("192.0.2.{n}")), "md10001").fails(&Problem::WrongCredentials);
    }
    is_too_many(&try_in(&mut moved(&marie, "192.0.2.99"), "md10001", PASSWORD));
    try_in(&mut moved(&plain, cafe), "md10001", PASSWORD).is(200);
    try_in(&mut at(&server, "192.0.2.1"), "md10001", PASSWORD).is(200);
}

fn an_account_that_does_not_exist_is_slowed_in_the_same_way(engine: Engine) {
    let server = server(engine);
    server.operator(&["account", "disable", "sy10008", "--reason", "Asked by post."]).succeeds();
    let logins = ["md10001", "zz99999", "nobody@example.org", "lucia.garcia@nowhere.example", "sy10008"];
    let stories = logins.map(|login| {
        let mut story = Vec::new();
        // Ten of one address, twenty of others, and then three of each.
        for (address, tries) in [(1, 11), (2, 11), (3, 11), (4, 4), (5, 4)] {
            for _ in 0..tries {
                let answer = wrong(&mut at(&server, &format!("203.0.113.{address}")), login);
                let headers = answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
                let is_over = answer.status == 429;
                if is_over {
                    is_too_many(&answer);
                }
                story.push((answer.status, headers, if is_over { String::new() } else { answer.body }));
            }
        }
        story
    });
    let statuses: Vec<_> = stories[0].iter().map(|(status, ..)| *status).collect();
    let ten = [vec![422; 10], vec![429]].concat();
    assert_eq!(statuses, [&ten[..], &ten, &ten, &[422, 422, 422, 429], &[422, 422, 422, 429]].concat());
    for (story, login) in stories.iter().zip(logins) {
        assert_eq!(story, &stories[0], "{login}");
    }
    // What is no login at all names no account.
    for _ in 0..40 {
        wrong(&mut at(&server, "203.0.113.9"), "' OR 1=1 --").fails(&Problem::WrongCredentials);
    }
}

fn an_id_and_an_address_share_one_count(engine: Engine) {
    let server = server(engine);
    let from = "203.0.113.5";
    let logins = ["md10001", "marie.dubois@example.org", " MD10001-OVH ", "Marie.Dubois@EXAMPLE.org", "ｍｄ１０００１"];
    for login in logins.iter().chain(&logins) {
        wrong(&mut at(&server, from), login).fails(&Problem::WrongCredentials);
    }
    for login in logins {
        is_too_many(&try_in(&mut at(&server, from), login, PASSWORD));
    }
}

fn a_new_password_makes_other_browsers_strangers(engine: Engine) {
    let server = server(engine);
    let (mut here, mut other) = (at(&server, "198.51.100.7"), at(&server, "198.51.100.8"));
    for browser in [&mut here, &mut other] {
        try_in(browser, "js10002", PASSWORD).is(200);
    }
    here.call("change-password", &[("password", PASSWORD), ("new_password", NEW)]).is(200);
    let cafe = "203.0.113.5";
    use_up(&server, cafe, "js10002");
    try_in(&mut moved(&here, cafe), "js10002", NEW).is(200);
    is_too_many(&try_in(&mut moved(&other, cafe), "js10002", NEW));
    // Elsewhere it signs in as a stranger does, and is known again.
    try_in(&mut other, "js10002", NEW).is(200);
    try_in(&mut moved(&other, cafe), "js10002", NEW).is(200);
}

fn a_cookie_of_another_account_or_a_forged_one_is_of_no_use(engine: Engine) {
    let server = server(engine);
    let mut john = at(&server, "198.51.100.7");
    try_in(&mut john, "js10002", PASSWORD).is(200);
    let cafe = "203.0.113.5";
    use_up(&server, cafe, "md10001");
    is_too_many(&try_in(&mut moved(&john, cafe), "md10001", PASSWORD));
    let real = john.cookies["known-browser"].clone();
    let of_another = {
        // Of another installation.
        let elsewhere = Server::start(Engine::Sqlite);
        elsewhere.as_customer("md10001").cookies["known-browser"].clone()
    };
    let (cut, grown) = (real[..real.len() - 4].to_owned(), format!("{real}AAAA"));
    let forged =
        [of_another, cut, grown, "9999999999999 key md10001-ovh=".to_owned(), "%00".to_owned(), "x".repeat(3000)];
    for cookie in forged {
        let with = |from: &str| {
            let mut browser = at(&server, from);
            browser.cookies.insert("known-browser".to_owned(), cookie.clone());
            try_in(&mut browser, "md10001", PASSWORD)
        };
        is_too_many(&with(cafe));
        // It is no hindrance either, and is replaced.
        assert!(with("198.51.100.9").is(200).cookie("known-browser").is_some());
    }
    // Whoever has signed in in the same browser is known there as well.
    try_in(&mut john, "md10001", PASSWORD).is(200);
    for login in ["js10002", "md10001"] {
        try_in(&mut moved(&john, cafe), login, PASSWORD).is(200);
    }
}

fn a_password_chosen_by_a_mails_link_makes_the_browser_known(engine: Engine) {
    let server = server(engine);
    let cafe = "203.0.113.5";
    use_up(&server, cafe, "js10002");
    // Who knows the password, but has nothing else: the mail helps.
    let mut john = at(&server, cafe);
    is_too_many(&try_in(&mut john, "js10002", PASSWORD));
    john.call("forgot-password", &[("login", "js10002")]).is(200);
    let link = server.mailed_link(address("js10002"), "/reset-password?token=");
    let code = john.open(&link).is(200).field("code");
    let fields = [("code", code.as_str()), ("new_password", NEW)];
    let done = john.form("/reset-password", "/api/reset-password", &fields);
    done.leads_to("/sign-in");
    assert_eq!(john.who(), None, "nobody is signed in by it");
    try_in(&mut john, "js10002", NEW).is(200);
    is_too_many(&try_in(&mut at(&server, cafe), "js10002", NEW));
}

fn the_networks_of_one_site_share_their_tries(engine: Engine) {
    let server = server(engine);
    let tries = |from: &str, tries| {
        let statuses = (0..tries).map(|_| wrong(&mut at(&server, from), "md10001").status);
        statuses.filter(|status| *status == 422).count()
    };
    assert_eq!((tries("2001:db8:0:1::1", 6), tries("2001:db8:0:1:ffff::2", 6)), (6, 4), "one network of 64 bits");
    assert_eq!((tries("2001:db8:0:2::1", 10), tries("2001:db8:0:3::1", 10)), (10, 10));
    // From thirty on a site has twelve, which are used up.
    assert_eq!(tries("2001:db8:0:4::1", 2), 0);
    assert_eq!(tries("2001:db8:1:4::1", 4), 3, "another site");
}

#[test]
fn over_https_the_cookie_is_the_hosts_own() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_BASE_URL", "https://localhost").start();
    let answer = try_in(&mut server.browser(), "md10001", PASSWORD).is(200);
    let cookie = answer.cookie("__Host-known-browser").unwrap();
    for attribute in ["; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax", "; Max-Age=31536000"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Domain") && !cookie.contains("md10001"), "{cookie}");
}
