//! The main job, whole: Marie names John technical contact of her project, both accept, and everyone concerned is told.

use countersign_locales::{Language, Ui};
use serde_json::json;

use crate::support::{Engine, PASSWORD, Server, mailbox::address, on_both, story::PROJECT};

on_both!(as_the_browser_calls_it, as_plain_forms, what_is_signed_stands_on_the_page_and_in_the_mail);

/// Whom a finished hand-over has told, and of what.
const TOLD: [&str; 5] = [
    "asked js10002-ovh sent",
    "asked md10001-ovh sent",
    "done js10002-ovh sent",
    "done md10001-ovh sent",
    "replaced rt10007-ovh sent",
];

fn is_done(server: &Server, request: i64) {
    assert_eq!(server.owed(request), TOLD);
    assert_eq!(server.request(request, "state"), "done");
    assert_eq!(server.changes(request), 1);
    let service = server.service(PROJECT);
    assert_eq!(server.database().contact(&service, "contactTech"), "js10002-ovh");
    assert_eq!(server.database().contact(&service, "contactAdmin"), "md10001-ovh");
    assert_eq!(server.database().contact(&service, "contactBilling"), "lg10004-ovh");
}

fn as_the_browser_calls_it(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john) = (server.as_customer("md10001"), server.as_customer("js10002"));

    let answer = marie.submit(PROJECT, &[("tech", " JS10002-OVH "), ("message", "As agreed.")]).is(200);
    let requests: Vec<i64> = answer.json();
    let request = requests[0];
    assert_eq!(requests.len(), 1);
    assert_eq!(answer.header("location"), format!("/contacts/requests/{request}?notice=registered"));
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(server.owed(request), TOLD[..2]);

    let (hers, his) = (server.code("md10001", request), server.code("js10002", request));
    assert_ne!(hers, his);
    let seen = john.read("request", &[("id", &request.to_string())]).is(200).value();
    assert_eq!(seen["message"], "As agreed.");
    assert_eq!(seen["row"]["waiting_for"], json!(["md10001-ovh", "js10002-ovh"]));

    // However the code is typed.
    let typed = his.to_lowercase().replace("", " ").replace('0', "o");
    let answer = john.decide(request, &format!("\u{feff}{typed}\u{200b}"), "accept").is(200);
    assert_eq!(answer.value(), json!({ "Waiting": ["md10001-ovh"] }));
    assert_eq!(answer.header("location"), format!("/contacts/requests/{request}?notice=waiting"));
    assert_eq!(server.database().contact(&server.service(PROJECT), "contactTech"), "rt10007-ovh");
    assert_eq!(server.owed(request), TOLD[..2]);
    for (browser, to_decide, waiting) in [(&mut marie, 2, 0), (&mut john, 1, 1)] {
        let me = browser.read("me", &[]).is(200).value();
        assert_eq!((&me["to_decide"], &me["waiting"]), (&json!(to_decide), &json!(waiting)), "{me}");
    }

    let answer = marie.decide(request, &hers, "accept").is(200);
    assert_eq!(answer.value(), json!("Done"));
    assert_eq!(answer.header("location"), format!("/contacts/requests/{request}?notice=done"));
    is_done(&server, request);

    // Of the plain codes nothing is left.
    assert_eq!(server.database().count("outbox WHERE payload IS NOT NULL"), 0);
    assert!(!format!("{:?}", server.database().dump()).contains(&his));
}

fn as_plain_forms(engine: Engine) {
    let server = Server::start(engine);
    let (french, english) = (Ui::of(Language::Fr), Ui::of(Language::En));
    let edit = format!("/contacts/services/{}", server.service(PROJECT));
    let mut marie = server.browser();

    // Signed out, the page shows the form in its own place; then itself.
    let page = marie.get(&edit).is(200);
    assert_eq!(page.field("next"), edit);
    let answer = marie.form(&edit, "/api/sign-in", &[("login", "md10001"), ("password", PASSWORD), ("next", &edit)]);
    answer.leads_to(&edit);
    let page = marie.follow(&answer).is(200);
    page.shows(&french.edit_title(PROJECT.1));
    assert_eq!(page.field("tech"), "rt10007-ovh");
    let key = page.field("service");

    let fields = [("service", key.as_str()), ("admin", "md10001-ovh"), ("tech", "js10002"), ("billing", "lg10004-ovh")];
    let answer = marie.form(&edit, "/api/submit", &fields);
    let place = answer.header("location").to_owned();
    let request: i64 = place["/contacts/requests/".len()..].split('?').next().unwrap().parse().unwrap();
    answer.leads_to(&format!("/contacts/requests/{request}"));
    marie.follow(&answer).is(200).shows(french.notice_registered());

    let link = server.link("md10001", request);
    let page = marie.get(&link).is(200);
    let (id, code) = (page.field("id"), page.field("code"));
    assert_eq!(code, server.code("md10001", request));
    let answer = marie.form(&link, "/api/decide", &[("id", &id), ("code", &code), ("decision", "accept")]);
    answer.leads_to(&format!("/contacts/requests/{request}"));
    let page = marie.follow(&answer).is(200);
    page.shows(french.notice_waiting());
    page.shows(&french.waiting_for("js10002-ovh"));

    // John opens his link signed out: the code is still there when he has signed in.
    let mut john = server.browser().with("accept-language", "en");
    let link = server.link("js10002", request);
    let page = john.get(&link).is(200);
    assert_eq!(page.field("next"), link);
    let fields = [("login", "john.smith@example.org"), ("password", PASSWORD), ("next", &page.field("next"))];
    let answer = john.form(&link, "/api/sign-in", &fields);
    answer.leads_to(&link);
    let page = john.follow(&answer).is(200);
    let code = page.field("code");
    assert_eq!(code, server.code("js10002", request));
    let answer = john.form(&link, "/api/decide", &[("id", &id), ("code", &code), ("decision", "accept")]);
    answer.leads_to(&format!("/contacts/requests/{request}"));
    let page = john.follow(&answer).is(200);
    page.shows(english.notice_done());
    page.shows(english.ended_done());
    is_done(&server, request);
    john.get("/contacts/services").is(200).shows(PROJECT.1);
}

fn what_is_signed_stands_on_the_page_and_in_the_mail(engine: Engine) {
    let server = Server::start(engine);
    let (.., mut john, request) = server.asked();
    let english = Ui::of(Language::En);
    let sql = format!("SELECT CAST(expires_at AS TEXT) FROM requests WHERE id = {request}");
    let expires = english.date_time(server.database().texts(&sql)[0].parse().unwrap());
    let page = john.get(&server.link("js10002", request)).is(200);
    let roles = format!("{}rt10007-ovh → js10002-ovh", english.role_tech());
    for words in [PROJECT.1, &roles, "md10001-ovh", &expires] {
        page.shows(words);
    }
    let mails = server.mails_to(address("js10002"));
    let mail = mails.iter().find(|mail| mail.text.contains(&format!("/requests/{request}?token="))).unwrap();
    let kind =
        "technical contact\nCurrent contact: rt10007-ovh\nNew contact: js10002-ovh (you)\nRequested by: md10001-ovh\n";
    for words in [&*format!("Service: {}", PROJECT.1), kind, &*format!("Decide by: {expires}\n")] {
        assert!(mail.text.contains(words), "{words:?} is not in {}", mail.text);
    }
}
