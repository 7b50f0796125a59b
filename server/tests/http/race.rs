//! Sixteen right acceptances of one party at once, over HTTP.

use std::sync::Barrier;

use countersign_domain::Problem;
use serde_json::json;

use crate::support::{Engine, Server, on_both, story::PROJECT};

on_both!(sixteen_right_acceptances_make_one_change);

fn sixteen_right_acceptances_make_one_change(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, john, request) = server.asked();
    marie.decide(request, &server.code("md10001", request), "accept").is(200);
    let code = server.code("js10002", request);

    let start = Barrier::new(16);
    let answers: Vec<_> = std::thread::scope(|scope| {
        let presses: Vec<_> = (0..16)
            .map(|_| {
                let (mut john, start, code) = (john.clone(), &start, &code);
                scope.spawn(move || {
                    start.wait();
                    john.decide(request, code, "accept")
                })
            })
            .collect();
        presses.into_iter().map(|press| press.join().unwrap()).collect()
    });

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
