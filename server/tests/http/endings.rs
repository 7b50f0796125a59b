//! How else a request ends: refused, cancelled, expired; and a code that was asked for again.

use countersign_domain::{AbortReason, Problem, StateName};
use countersign_locales::{Language, Ui};
use serde_json::json;

use crate::support::{
    DAY, Engine, Server, Setup, on_both,
    story::{OPEN, PROJECT},
};

on_both!(
    either_side_refuses,
    the_requester_cancels,
    a_code_is_asked_for_again,
    what_was_pressed_once_is_answered_again,
    its_time_runs_out,
);

fn either_side_refuses(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    for (refuser, other) in [("js10002", "md10001"), ("md10001", "js10002")] {
        let request = marie.ask(PROJECT, &[("tech", "js10002")]);
        let codes = [server.code(refuser, request), server.code(other, request)];
        let (one, two) = if refuser == "js10002" { (&mut john, &mut marie) } else { (&mut marie, &mut john) };
        let answer = one.decide(request, &codes[0], "refuse").is(200);
        assert_eq!(answer.value(), json!("Refused"));
        assert_eq!(answer.header("location"), format!("/contacts/requests/{request}?notice=refused"));
        two.decide(request, &codes[1], "accept").fails(&Problem::Ended(StateName::Refused));
        let told = format!("refused {other}-ovh sent");
        assert_eq!(server.owed(request), ["asked js10002-ovh sent", "asked md10001-ovh sent", &told]);
        assert_eq!(server.changes(request), 0);
    }
    assert_eq!(server.database().contact(&server.service(PROJECT), "contactTech"), "rt10007-ovh");
}

fn the_requester_cancels(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let number = request.to_string();
    john.act("cancel", request).fails(&Problem::NotRequester);

    // As a plain form, with a reason.
    let page = format!("/contacts/requests/{request}");
    let answer = marie.form(&page, "/api/cancel", &[("id", &number), ("reason", "Changed <my> mind")]);
    answer.leads_to(&page);
    marie.follow(&answer).is(200).shows(Ui::of(Language::Fr).notice_cancelled());
    john.get(&page).is(200).shows("Changed <my> mind");

    john.decide(request, &server.code("js10002", request), "accept").fails(&Problem::Ended(StateName::Aborted));
    marie.act("cancel", request).fails(&Problem::Ended(StateName::Aborted));
    let owed = ["asked js10002-ovh sent", "asked md10001-ovh sent", "cancelled js10002-ovh sent"];
    assert_eq!(server.owed(request), owed);
    assert_eq!(server.request(request, "reason"), AbortReason::Cancelled.as_str());
    assert_eq!(server.changes(request), 0);
}

fn a_code_is_asked_for_again(engine: Engine) {
    let server = Server::start(engine);
    let (_, mut john, request) = server.asked();
    let old = server.code("js10002", request);
    let page = format!("/contacts/requests/{request}");
    let answer = john.form(&page, "/api/resend", &[("id", &request.to_string())]);
    answer.leads_to(&page);
    john.follow(&answer).is(200).shows(&Ui::of(Language::En).notice_resent("j•••@example.org"));

    let new = server.code("js10002", request);
    assert_ne!(new, old);
    // The old one says that it was replaced, and costs no try of the new one.
    server.unchanged(|| {
        for _ in 0..6 {
            john.decide(request, &old, "accept").fails(&Problem::CodeReplaced);
        }
    });
    john.decide(request, &new, "accept").is(200);
    // It has decided once and for all: the same again, or another, does nothing.
    server.unchanged(|| {
        for decision in ["accept", "accept", "refuse"] {
            john.decide(request, &new, decision).fails(&Problem::AlreadyDecided);
        }
    });
    john.act("resend", request).fails(&Problem::AlreadyDecided);
}

fn what_was_pressed_once_is_answered_again(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let (hers, his) = (server.code("md10001", request), server.code("js10002", request));
    let first = marie.decide_once(request, &hers, "accept", "press-1").is(200);
    // The answer was lost: the same press again is told the same, and does nothing.
    server.unchanged(|| {
        for _ in 0..6 {
            let again = marie.decide_once(request, &hers, "accept", "press-1").is(200);
            assert_eq!((again.value(), again.header("location")), (first.value(), first.header("location")));
        }
        // Another press is not.
        marie.decide_once(request, &hers, "accept", "press-2").fails(&Problem::AlreadyDecided);
        marie.decide_once(request, &hers, "refuse", "press-1").fails(&Problem::AlreadyDecided);
        for key in ["two words", "ключ", &"k".repeat(65)] {
            john.decide_once(request, &his, "accept", key).fails(&Problem::Malformed);
        }
    });

    // The form of the page has a key of its own.
    let page = format!("/contacts/requests/{request}");
    let (opened, other) = (john.get(&page).is(200), john.get(&page).is(200));
    assert_ne!(opened.field("key"), other.field("key"));
    let (number, key) = (request.to_string(), opened.field("key"));
    let fields = [("id", number.as_str()), ("key", &key), ("code", &his), ("decision", "accept")];
    john.form(&page, "/api/decide", &fields).leads_to(&page);
    server.unchanged(|| {
        let again = john.form(&page, "/api/decide", &fields);
        again.leads_to(&page);
        john.follow(&again).is(200).shows(Ui::of(Language::En).notice_done());
    });
    assert_eq!(server.changes(request), 1);
}

fn its_time_runs_out(engine: Engine) {
    // The server lives in the past at first, so that sessions outlive the request.
    let server = Setup::on(engine).behind(8 * DAY).start();
    let (mut marie, mut john, request) = server.asked();
    // The demo's own would run out meanwhile.
    john.act("cancel", OPEN).is(200);
    let code = server.code("js10002", request);
    server.set_clock(-2 * DAY);
    marie.decide(request, &server.code("md10001", request), "accept").is(200);
    server.set_clock(-DAY + 3_600_000);
    john.decide(request, &code, "accept").fails(&Problem::Ended(StateName::Expired));
    // What has expired stays expired, whatever the clock does.
    server.unchanged(|| {
        for ms in [-DAY + 3_600_000, -2 * DAY, -3 * DAY] {
            server.set_clock(ms);
            john.decide(request, &code, "accept").fails(&Problem::Ended(StateName::Expired));
            john.act("resend", request).fails(&Problem::Ended(StateName::Expired));
            marie.act("cancel", request).fails(&Problem::Ended(StateName::Expired));
        }
    });
    let page = john.get(&format!("/contacts/requests/{request}?token={code}")).is(200);
    page.shows(Ui::of(Language::En).ended_expired());
    assert_eq!(server.changes(request), 0);
    let owed = server.owed(request);
    assert!(owed.contains(&"expired js10002-ovh sent".to_owned()), "{owed:?}");
    assert!(owed.contains(&"expired md10001-ovh sent".to_owned()), "{owed:?}");
}
