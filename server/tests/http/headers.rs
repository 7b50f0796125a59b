//! The headers that every answer carries.

use std::collections::BTreeSet;

use countersign_locales::{Language, dictionary};

use crate::support::{BASE, Browser, Engine, PASSWORD, Reply, Server, Setup, html::tags, setup::HASH};

/// What every answer carries, whatever it is.
fn hardened(reply: &Reply) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ] {
        assert_eq!(reply.header(name), value, "{} {name}", reply.asked);
    }
    let policy = policy(reply);
    assert!(policy.contains(&"frame-ancestors 'none'"), "{}: {policy:?}", reply.asked);
    assert!(policy.contains(&"base-uri 'none'"), "{}: {policy:?}", reply.asked);
    assert!(policy.contains(&"default-src 'none'"), "{}: {policy:?}", reply.asked);
    let all = reply.header("content-security-policy");
    assert!(!all.contains("unsafe-inline") && !all.contains("'unsafe-eval'") && !all.contains('*'), "{all}");
    assert!(!all.contains("http:") && !all.contains("https:") && !all.contains("data:"), "{all}");
}

fn policy(reply: &Reply) -> Vec<&str> {
    assert_eq!(reply.headers.get_all("content-security-policy").iter().count(), 1, "{}", reply.asked);
    reply.header("content-security-policy").split("; ").collect()
}

/// Every kind of answer there is.
fn answers(browser: &mut Browser<'_>) -> Vec<Reply> {
    let mut all: Vec<_> = [
        "/",
        "/contacts/services",
        "/contacts/requests/2?token=ABC",
        "/contacts/requests/77",
        "/profile",
        "/help",
        "/nowhere",
        "/sign-in",
        "/useraccount/contacts/7?token=ABC",
        "/useraccount/contacts/abc",
        "/healthz",
        "/readyz",
        "/robots.txt",
        "/favicon.svg",
        "/demo/mailbox",
        "/demo/mailbox/nothing",
        "/demo/invoices",
        "/api/me",
        "/api/nothing",
        "/pkg/nothing.js",
        "/locale/xx.json",
        "/language",
    ]
    .iter()
    .map(|place| browser.get(place))
    .collect();
    all.push(browser.get(&format!("/pkg/countersign.{HASH}.js")).is(200));
    all.push(browser.post("/profile", &[("origin", BASE)], "").is(405));
    all.push(browser.post("/profile", &[], "").is(403));
    all.push(browser.post("/api/cancel", &[("origin", BASE)], "").is(415));
    all.push(browser.call("cancel", &[]).is(422));
    all.push(browser.get(&format!("/{}", "x".repeat(20_000))).is(414));
    all
}

#[test]
fn every_answer_is_hardened() {
    let server = Server::start(Engine::Sqlite);
    for mut browser in [server.browser(), server.as_customer("md10001")] {
        for answer in answers(&mut browser) {
            hardened(&answer);
            assert_eq!(answer.header("strict-transport-security"), "", "{}", answer.asked);
        }
    }
}

#[test]
fn over_https_browsers_are_told_to_stay_there() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_BASE_URL", "https://localhost").start();
    for place in ["/", "/healthz", "/nowhere", "/api/me", "/pkg/nothing.js"] {
        let answer = server.browser().get(place);
        hardened(&answer);
        let told = answer.header("strict-transport-security");
        let age = told.split(';').find_map(|part| part.trim().strip_prefix("max-age=")).unwrap();
        assert!(age.parse::<u64>().unwrap() >= 31_536_000, "{told}");
    }
}

#[test]
fn over_https_no_cookie_is_sent_in_clear() {
    for (base, https) in [("https://localhost", true), ("http://localhost", false)] {
        let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_BASE_URL", base).start();
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        let mut browser = server.browser();
        let answers = [
            browser.post("/language", &headers, "language=fr"),
            browser.post("/theme", &headers, "theme=dark"),
            browser.get("/reset-password?token=ABC"),
            browser.call("sign-in", &[("login", "md10001"), ("password", PASSWORD), ("next", "/")]),
        ];
        for answer in answers {
            let cookies: Vec<_> =
                answer.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap()).collect();
            assert!(!cookies.is_empty(), "{}", answer.asked);
            for cookie in cookies {
                assert_eq!(cookie.contains("; Secure"), https, "{}: {cookie}", answer.asked);
                assert!(
                    cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"),
                    "{}: {cookie}",
                    answer.asked
                );
            }
        }
    }
}

#[test]
fn signing_out_clears_what_the_browser_has_kept() {
    let server = Server::start(Engine::Sqlite);
    let clears = "\"cache\", \"storage\"";
    assert_eq!(server.as_customer("md10001").call("sign-out", &[]).is(200).header("clear-site-data"), clears);
    let answer = server.as_customer("md10001").form("/profile", "/api/sign-out", &[]);
    answer.leads_to("/sign-in");
    assert_eq!(answer.header("clear-site-data"), clears);
    // Nothing else does, and not what was refused.
    let mut marie = server.as_customer("md10001");
    assert_eq!(marie.get("/contacts/services").is(200).header("clear-site-data"), "");
    assert_eq!(marie.post("/api/sign-out", &[], "").is(403).header("clear-site-data"), "");
}

#[test]
fn errors_are_not_kept() {
    let server = Server::start(Engine::Sqlite);
    for mut browser in [server.browser(), server.as_customer("md10001")] {
        for answer in answers(&mut browser).iter().filter(|answer| answer.status >= 400) {
            assert_eq!(answer.header("cache-control"), "no-store", "{}", answer.asked);
        }
    }
}

#[test]
fn scripts_carry_the_nonce_of_their_answer() {
    let server = Server::start(Engine::Sqlite);
    let mut nonces = BTreeSet::new();
    for mut browser in [server.browser(), server.as_customer("md10001")] {
        for place in ["/", "/contacts/services", "/contacts/requests/2?token=ABC", "/profile", "/help", "/nowhere"] {
            let mut page = browser.get(place);
            if page.status == 302 {
                page = browser.get("/contacts/services");
            }
            let policy = policy(&page);
            let scripts = policy.iter().find(|part| part.starts_with("script-src ")).unwrap();
            let nonce = scripts.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
            assert_eq!(*scripts, format!("script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"));
            assert!(nonce.len() >= 22, "128 bits: {nonce}");
            for needed in ["object-src 'none'", "form-action 'self'", "connect-src 'self'", "style-src 'self'"] {
                assert!(policy.contains(&needed), "{policy:?}");
            }
            let tags = tags(&page.body, "script");
            assert!(!tags.is_empty());
            assert!(tags.iter().all(|tag| tag.get("nonce").is_some_and(|own| own == nonce)), "{place}: {tags:?}");
            nonces.insert(nonce.to_owned());
            // Nothing that the policy would stop, and nothing of elsewhere.
            for inline in [" style=\"", "<style", " onclick=", " onload=", "javascript:", "src=\"http", "src=\"//"] {
                assert!(!page.body.contains(inline), "{place}: {inline}");
            }
        }
    }
    assert_eq!(nonces.len(), 12, "a nonce is used once");
}

#[test]
fn private_answers_are_not_kept() {
    let server = Server::start(Engine::Sqlite);
    for mut browser in [server.browser(), server.as_customer("md10001")] {
        let places = [
            "/contacts/services",
            "/contacts/requests/2?token=ABC",
            "/profile",
            "/nowhere",
            "/sign-in",
            "/api/me",
            "/api/request?id=2",
            "/api/nothing",
            "/demo/mailbox",
            "/demo/invoices",
            "/useraccount/contacts/7?token=ABC",
        ];
        for place in places {
            assert_eq!(browser.get(place).header("cache-control"), "no-store", "{place}");
        }
        assert_eq!(browser.call("cancel", &[("id", "1")]).header("cache-control"), "no-store");
        assert_eq!(browser.form("/help", "/language", &[("language", "en")]).header("cache-control"), "no-store");
    }
}

#[test]
fn what_never_changes_is_kept_for_ever() {
    let server = Server::start(Engine::Sqlite);
    let mut browser = server.browser();
    let kinds = [("js", "text/javascript"), ("css", "text/css"), ("wasm", "application/wasm")];
    for (kind, media) in kinds {
        let answer = browser.get(&format!("/pkg/countersign.{HASH}.{kind}")).is(200);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("content-type"), media);
    }
    for language in Language::ALL {
        let dictionary = dictionary(language);
        let place = format!("/locale/{}.{}.json", language.code(), dictionary.hash);
        let answer = browser.get(&place).is(200);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.body, dictionary.json);
        // The page names it.
        let mut reader = server.browser().with("accept-language", language.code());
        assert!(reader.get("/help").body.contains(&place));
    }
    let other = dictionary(Language::En).hash;
    for place in [
        "/pkg/countersign.fedcba9876543210.js".to_owned(),
        "/pkg/countersign.js".to_owned(),
        "/pkg/".to_owned(),
        "/pkg/..%2fhash.txt".to_owned(),
        "/pkg/%2e%2e/hash.txt".to_owned(),
        "/locale/en.0000000000000000.json".to_owned(),
        format!("/locale/fr.{other}.json"),
        "/locale/en.json".to_owned(),
        "/hash.txt".to_owned(),
    ] {
        let answer = browser.get(&place).is(404);
        assert!(!answer.header("cache-control").contains("immutable"), "{place}");
        assert!(!answer.body.contains(HASH) || answer.body.contains("<html"), "{place}");
    }
}
