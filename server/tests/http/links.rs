//! Whoever opens the link of a mail, and however often, decides nothing: mail scanners open links, browsers fetch ahead.

use ureq::SendBody;

use crate::support::{Engine, Server, mailbox::address, on_both, setup::HASH};

on_both!(opening_a_link_changes_nothing);

fn opening_a_link_changes_nothing(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let link = server.link("js10002", request);
    let email = [("email", "john@new.example"), ("password", crate::support::PASSWORD)];
    john.call("change-email", &email).is(200);
    let confirm = server.mails_to("john@new.example");
    let confirm = crate::support::mailbox::link_in(&confirm[0].text).unwrap();
    let old_shape = link.replace("/contacts/requests/", "/useraccount/contacts/").replace('?', "?tab=REQUESTS&");
    server.settle();
    let before = server.database().dump();

    let mut nobody = server.browser();
    let places = [link.as_str(), &confirm, &old_shape];
    for n in 0..100 {
        let method = if n % 2 == 0 { "GET" } else { "HEAD" };
        let purpose = [("sec-purpose", "prefetch"), ("accept", "text/html")];
        let headers = if n % 4 < 2 { &purpose[1..] } else { &purpose[..] };
        for place in places {
            for browser in [&mut nobody, &mut john, &mut marie] {
                let answer = browser.send(method, place, headers, SendBody::none());
                assert!([200, 303, 404].contains(&answer.status), "{answer:?}");
                assert!(!answer.body.contains(&format!("countersign.{HASH}.js?")));
            }
        }
    }
    server.settle();
    assert_eq!(server.database().dump(), before);
    // Signed out, not even a session is stored.
    assert_eq!(server.database().count("sessions"), 2);
    assert!(nobody.cookies.is_empty());
    // And the code still works, for the one whose it is.
    let code = server.code("js10002", request);
    marie.decide(request, &code, "accept").is(422);
    john.decide(request, &code, "accept").is(200);
    assert_eq!(server.mails_to(address("js10002")).last().unwrap().to_address, address("js10002"));
}
