//! Presses at the same moment, over HTTP. (`make prove` has them race a thousand times, below HTTP.)

use countersign_domain::{AbortReason, HOUR, Problem, StateName};
use serde_json::json;

use crate::{
    figures,
    support::{
        Browser, Engine, Reply, Server,
        at_once::{Act, at_once},
        on_both,
        story::PROJECT,
    },
};

on_both!(
    sixteen_right_acceptances_make_one_change,
    one_press_sent_sixteen_times_is_one_press,
    of_fifty_wrong_tries_five_are_compared,
    accepting_against_refusing_one_wins,
    the_last_acceptance_against_cancelling_one_wins,
);

/// A press of a decision's button.
fn press<'a>(who: &Browser<'a>, request: i64, code: &str, decision: &'static str) -> Act<'a, Reply> {
    let (mut who, code) = (who.clone(), code.to_owned());
    Box::new(move || who.decide(request, &code, decision))
}

fn sixteen_right_acceptances_make_one_change(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, john, request) = server.asked();
    marie.decide(request, &server.code("md10001", request), "accept").is(200);
    let code = server.code("js10002", request);

    let answers = at_once((0..16).map(|_| press(&john, request, &code, "accept")).collect());
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!(won.len(), 1);
    assert_eq!(won[0].value(), json!("Done"));
    for answer in lost {
        answer.fails(&Problem::AlreadyDecided);
    }
    assert_eq!(server.changes(request), 1);
    assert_eq!(server.database().count(&format!("decisions WHERE request_id = {request}")), 2);
    assert_eq!(server.database().contact(&server.service(PROJECT), "contactTech"), "js10002-ovh");
    let owed = server.owed(request);
    assert_eq!(owed.len(), 5, "{owed:?}");
    // Each of them once in a mailbox.
    let subject_lines = server.mails().into_iter().filter(|mail| mail.text.contains(&format!("/requests/{request}")));
    assert_eq!(subject_lines.count(), 5);
}

fn one_press_sent_sixteen_times_is_one_press(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, john, request) = server.asked();
    marie.decide(request, &server.code("md10001", request), "accept").is(200);
    let code = server.code("js10002", request);
    let presses = (0..16).map(|_| -> Act<'_, Reply> {
        let (mut john, code) = (john.clone(), code.clone());
        Box::new(move || john.decide_once(request, &code, "accept", "the-same-press"))
    });
    for answer in at_once(presses.collect()) {
        assert_eq!(answer.is(200).value(), json!("Done"));
    }
    assert_eq!(server.changes(request), 1);
    assert_eq!(server.database().count(&format!("decisions WHERE request_id = {request}")), 2);
    assert_eq!(server.owed(request).len(), 5);
}

fn of_fifty_wrong_tries_five_are_compared(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let (hers, his) = (server.code("md10001", request), server.code("js10002", request));
    let wrong = (0..50).map(|n| press(&john, request, &format!("{n:028}"), ["accept", "refuse"][n % 2]));
    let (answers, changed) = server.changed_by(|| at_once(wrong.collect()));
    let mut compared = Vec::new();
    for answer in answers {
        match answer.problem() {
            Problem::WrongCode { left } => compared.push(left),
            problem => assert_eq!(problem, Problem::CodeVoid),
        }
    }
    compared.sort_unstable();
    assert_eq!(compared, [0, 1, 2, 3, 4]);
    assert_eq!(changed, ["codes"]);
    let tries = format!("SELECT CAST(tries AS TEXT) FROM codes WHERE request_id = {request} AND tries > 0");
    assert_eq!(server.database().texts(&tries), ["5"]);
    john.decide(request, &his, "accept").fails(&Problem::CodeVoid);
    marie.decide(request, &hers, "accept").is(200);
}

/// Marie asks John to be technical contact, whoever is.
fn asked_once_more(server: &Server, marie: &mut Browser<'_>) -> (i64, [String; 2], String) {
    let holder = || server.database().contact(&server.service(PROJECT), "contactTech");
    if holder() == "js10002-ovh" {
        let back = marie.ask(PROJECT, &[("tech", "md10001")]);
        marie.decide(back, &server.code("md10001", back), "accept").is(200);
    }
    let request = marie.ask(PROJECT, &[("tech", "js10002")]);
    (request, ["md10001", "js10002"].map(|stem| server.code(stem, request)), holder())
}

/// The request has ended as it should, and its service is as that says.
#[track_caller]
fn has_ended(server: &Server, request: i64, state: &str, holder: &str) {
    assert_eq!(server.request(request, "state"), state);
    assert_eq!(server.changes(request), i64::from(state == "done"));
    let now = server.database().contact(&server.service(PROJECT), "contactTech");
    assert_eq!(now, if state == "done" { "js10002-ovh" } else { holder });
}

fn accepting_against_refusing_one_wins(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    for round in 0..figures::rounds(2, 12) {
        // Of many mails to one customer in an hour, a digest brings those beyond the first.
        server.set_clock(i64::from(round) * HOUR);
        // John in two windows, as the last who decides.
        let (request, [hers, his], holder) = asked_once_more(&server, &mut marie);
        marie.decide(request, &hers, "accept").is(200);
        let both = vec![press(&john, request, &his, "accept"), press(&john, request, &his, "refuse")];
        let answers = at_once(both);
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
        has_ended(&server, request, if answers[0].status == 200 { "done" } else { "refused" }, &holder);

        // John accepts while Marie refuses: whoever is first, it is refused.
        let (request, [hers, his], holder) = asked_once_more(&server, &mut marie);
        let both = vec![press(&john, request, &his, "accept"), press(&marie, request, &hers, "refuse")];
        let answers = at_once(both);
        assert_eq!(answers[1].status, 200);
        if answers[0].status != 200 {
            answers[0].fails(&Problem::Ended(StateName::Refused));
        }
        has_ended(&server, request, "refused", &holder);
        assert!(server.owed(request).contains(&"refused js10002-ovh sent".to_owned()));
    }
}

fn the_last_acceptance_against_cancelling_one_wins(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    for round in 0..figures::rounds(2, 12) {
        // Of many mails to one customer in an hour, a digest brings those beyond the first.
        server.set_clock(i64::from(round) * HOUR);
        let (request, [hers, his], holder) = asked_once_more(&server, &mut marie);
        marie.decide(request, &hers, "accept").is(200);
        let mut cancels = marie.clone();
        let both: Vec<Act<'_, Reply>> =
            vec![press(&john, request, &his, "accept"), Box::new(move || cancels.act("cancel", request))];
        let answers = at_once(both);
        let ended = |told: &str| server.owed(request).iter().any(|mail| mail.starts_with(told));
        if answers[0].status == 200 {
            answers[1].fails(&Problem::Ended(StateName::Done));
            has_ended(&server, request, "done", &holder);
            assert!(ended("done ") && !ended("cancelled "));
        } else {
            assert_eq!(answers[1].status, 200, "{answers:?}");
            answers[0].fails(&Problem::Ended(StateName::Aborted));
            has_ended(&server, request, "aborted", &holder);
            assert_eq!(server.request(request, "reason"), AbortReason::Cancelled.as_str());
            assert!(ended("cancelled ") && !ended("done "));
        }
    }
}
