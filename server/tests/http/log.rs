//! What the log says, and what it never says. (That it holds no secret of a test is checked at the end of every test.)

use serde_json::Value;

use crate::support::{
    Engine, PASSWORD, Server, Setup,
    mailbox::address,
    on_both,
    story::{PROJECT, WRONG},
};

on_both!(a_day_of_work, the_security_log_says_who_and_from_which_network);

/// Whatever customers do, with right and wrong passwords and codes.
fn work(server: &Server) {
    let (mut marie, mut john, request) = server.asked();
    let link = server.link("js10002", request);
    server.browser().get(&link).is(200);
    let fields = [("login", "john.smith@example.org"), ("password", "a wrong password"), ("next", &link)];
    server.browser().form(&link, "/api/sign-in", &fields).is(303);
    server.browser().call("sign-in", &fields).is(422);
    john.get(&link).is(200);
    john.get(&link.replace("/contacts/requests/", "/useraccount/contacts/")).is(303);
    john.read("request", &[("id", &request.to_string()), ("token", &server.code("js10002", request))]).is(200);
    john.form(&link, "/api/decide", &[("id", &request.to_string()), ("code", WRONG), ("decision", "accept")]).is(303);
    server.as_customer("zk10003").get(&link).is(404);
    john.act("resend", request).is(200);
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    marie.decide(request, &server.code("md10001", request), "refuse").is(200);

    let email = [("email", "john.new@new.example"), ("password", PASSWORD)];
    john.call("change-email", &email).is(200);
    server.settle();
    let mail = server.mails_to("john.new@new.example").remove(0);
    let confirm = crate::support::mailbox::link_in(&mail.text).unwrap();
    server.browser().open(&confirm).is(200);
    john.open(&confirm).is(200);
    let code = confirm.split_once("token=").unwrap().1;
    marie.call("confirm-email", &[("code", code)]).is(410);
    john.call("confirm-email", &[("code", code)]).is(200);
    // An address that another has: found out in the database.
    john.call("change-email", &[("email", address("md10001")), ("password", PASSWORD)]);
    john.call("change-password", &[("password", PASSWORD), ("new_password", "correct staple grief 81")]).is(200);
    john.call("sign-out", &[]).is(200);

    // What is refused, or breaks off early.
    john.post("/api/decide?token=QUERYSECRET", &[], "code=BODYSECRET0").is(403);
    john.get("/nowhere?token=QUERYSECRET").is(404);
    john.get("/healthz?token=QUERYSECRET").is(200);
    john.get("/pkg/x.js?token=QUERYSECRET").is(404);
    john.get(&format!("/contacts/requests/2?token=QUERYSECRET{}", "%C3%A9".repeat(1_300))).is(200);
    john.cookies.insert("countersign".to_owned(), "COOKIESECRET".to_owned());
    john.get("/profile").is(200);
    john.cookies.insert("countersign".to_owned(), "QUJDREVGR0hJSktMTU5PUA".to_owned());
    john.get("/profile").is(200);
    for secret in ["QUERYSECRET", "BODYSECRET0", "COOKIESECRET", "QUJDREVGR0hJSktMTU5PUA", WRONG, "a wrong password"] {
        server.keep_secret(secret);
    }
    server.settle();
}

fn a_day_of_work(engine: Engine) {
    let server = Server::start(engine);
    work(&server);
    let log = server.log();
    assert!(log.contains("DEBUG"), "it says all it can");
    for line in ["\"/api/decide\"", "\"/contacts/requests/3\"", "\"/nowhere\"", "cross-site request refused"] {
        assert!(log.contains(line), "{line} is missing");
    }
    server.check_log();
}

#[test]
fn as_json_and_with_everything_on() {
    let setup = Setup::on(Engine::Sqlite).with("COUNTERSIGN_LOG", "trace").with("COUNTERSIGN_LOG_FORMAT", "json");
    let server = setup.start();
    work(&server);
    let log = server.log();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let access = lines.iter().filter(|line| line["target"] == "countersign::access");
    assert!(access.clone().count() > 20);
    for line in access {
        let names: Vec<_> = line["fields"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["method", "ms", "path", "status"]);
        assert!(line["fields"]["ms"].is_u64() && line["fields"]["status"].is_u64(), "{line}");
    }
    server.check_log();
}

fn the_security_log_says_who_and_from_which_network(engine: Engine) {
    let setup = Setup::on(engine).with("COUNTERSIGN_LOG", "info").with("COUNTERSIGN_LOG_FORMAT", "json");
    let server = setup.with("COUNTERSIGN_TRUSTED_PROXIES", "127.0.0.1").start();
    let from = |address: &str| {
        server.keep_secret(address);
        server.browser().with("x-forwarded-for", address)
    };
    let sign_in = |login: &str, password: &str| {
        from("203.0.113.77").call("sign-in", &[("login", login), ("password", password), ("next", "/")])
    };
    sign_in("js10002", "a wrong password").is(422);
    sign_in(address("js10002"), "a wrong password").is(422);
    // A password in the wrong field is nobody's business.
    sign_in("correct staple grief 81", PASSWORD).is(422);
    let mut john = from("2001:db8:1:2:3:4:5:6");
    john.sign_in("js10002", PASSWORD);
    john.call("change-password", &[("password", PASSWORD), ("new_password", "correct staple grief 81")]).is(200);
    john.call("cancel", &[("id", "99")]).is(404);
    john.get("/contacts/requests/98").is(404);
    john.get("/contacts/services/nonsense").is(404);
    let tech = [("service", &*server.service(PROJECT)), ("admin", "js10002")];
    let refused = john.call("submit", &tech);
    assert!([403, 404].contains(&refused.status), "{refused:?}");
    john.call("sign-out", &[]).is(200);
    from("203.0.113.78").call("forgot-password", &[("login", "md10001")]).is(200);
    let link = server.mailed_link(address("md10001"), "/reset-password?token=");
    let code = link.split_once("token=").unwrap().1;
    let fields = [("code", code), ("new_password", "quite another wool lamp 52")];
    from("198.51.100.9").call("reset-password", &fields).is(200);
    from("198.51.100.9").post("/api/sign-out", &[("sec-fetch-site", "cross-site")], "").is(403);

    let log = server.log();
    let lines = log.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let told: Vec<String> = lines
        .filter(|line| line["target"] == "security")
        .map(|line| {
            let field = |name: &str| line["fields"][name].as_str().unwrap_or("-").to_owned();
            [field("event"), field("account"), field("from"), field("path")].join(" ")
        })
        .collect();
    let expected = [
        "sign-in-refused js10002-ovh 203.0.113.0/24 -",
        "sign-in-refused js10002-ovh 203.0.113.0/24 -",
        "sign-in-refused - 203.0.113.0/24 -",
        "signed-in js10002-ovh 2001:db8:1::/48 -",
        "password-changed js10002-ovh 2001:db8:1::/48 -",
        "right-refused js10002-ovh 2001:db8:1::/48 /api/cancel",
        "right-refused js10002-ovh 2001:db8:1::/48 /contacts/requests/98",
        "right-refused js10002-ovh 2001:db8:1::/48 /contacts/services/nonsense",
        "right-refused js10002-ovh 2001:db8:1::/48 /api/submit",
        "signed-out js10002-ovh 2001:db8:1::/48 -",
        "password-reset md10001-ovh 198.51.100.0/24 -",
        "- - 198.51.100.0/24 /api/sign-out",
    ];
    assert_eq!(told, expected);
}
