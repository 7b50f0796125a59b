//! What the log says, and what it never says. (That it holds no secret of a test is checked at the end of every test.)

use serde_json::Value;

use crate::support::{Engine, PASSWORD, Server, Setup, mailbox::address, on_both, story::WRONG};

on_both!(a_day_of_work);

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
    server.browser().get(&confirm).is(200);
    john.get(&confirm).is(200);
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
    }
    server.check_log();
}
