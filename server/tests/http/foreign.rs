//! What belongs to others is as if it were not there; and nobody learns which customer IDs exist.

use countersign_domain::Problem;
use serde_json::Value;

use crate::support::{
    Browser, Engine, Reply, Server,
    html::tags,
    on_both,
    story::{EXPIRED, JOHNS, PROJECT, WRONG},
};

on_both!(
    foreign_and_absent_are_the_same,
    the_code_of_another_does_not_open_the_request,
    an_unknown_customer_gets_the_answer_of_a_known_one,
);

const NOWHERE: &str = "01234567-89ab-7cde-8f01-23456789abcd";

/// The fields of an owner's form.
fn owner(service: &str) -> [(&str, &str); 8] {
    let (name, street, city) = (("name", "A"), ("street", "B"), ("city", "C"));
    let (country, phone) = (("country", "FR"), ("phone", "0612345678"));
    [("service", service), ("version", "0"), name, street, city, country, phone, ("owner_email", "a@b.example")]
}

/// A page without its nonce, and without the place that was asked for.
fn bare(reply: &Reply, place: &str) -> String {
    let nonce = tags(&reply.body, "script")[0]["nonce"].clone();
    let id = place.split('/').nth(3).unwrap();
    reply
        .body
        .replace(&nonce, "NONCE")
        .replace(place, "PLACE")
        .replace(&format!("?id={id}&"), "?id=ID&")
        .replace(&format!("?service={id}"), "?service=ID")
}

fn foreign_and_absent_are_the_same(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let mut marie = server.as_customer("md10001");
    let foreign = server.service(JOHNS);
    let before = server.database().dump();

    let both = |marie: &mut Browser<'_>, ask: &dyn Fn(&mut Browser<'_>, &str) -> Reply, ids: [&str; 2]| {
        let answers = ids.map(|id| ask(marie, id));
        for answer in &answers {
            answer.fails(&Problem::NotFound);
        }
        assert_eq!(answers[0].body, answers[1].body);
        assert_eq!(answers[0].headers.len(), answers[1].headers.len());
    };
    let services = [foreign.as_str(), NOWHERE];
    both(&mut marie, &|m, id| m.read("contact-form", &[("service", id)]), services);
    both(&mut marie, &|m, id| m.read("owner", &[("service", id)]), services);
    both(&mut marie, &|m, id| m.call("edit-owner", &owner(id)), services);
    both(&mut marie, &|m, id| m.call("submit", &[("service", id), ("tech", "md10001")]), services);
    let expired = EXPIRED.to_string();
    let requests = [expired.as_str(), "987654"];
    both(&mut marie, &|m, id| m.read("request", &[("id", id)]), requests);
    both(&mut marie, &|m, id| m.call("resend", &[("id", id)]), requests);
    both(&mut marie, &|m, id| m.call("cancel", &[("id", id)]), requests);
    for decision in ["accept", "refuse"] {
        both(&mut marie, &|m, id| m.call("decide", &[("id", id), ("code", WRONG), ("decision", decision)]), requests);
    }

    for ids in [
        services.map(|id| format!("/contacts/services/{id}")),
        services.map(|id| format!("/contacts/services/{id}/owner")),
        requests.map(|id| format!("/contacts/requests/{id}")),
    ] {
        let [foreign, absent] = ids.each_ref().map(|place| bare(&marie.get(place).is(404), place));
        assert_eq!(foreign, absent);
    }
    assert_eq!(server.database().dump(), before);
}

fn the_code_of_another_does_not_open_the_request(engine: Engine) {
    let server = Server::start(engine);
    let (.., request) = server.asked();
    let (link, code) = (server.link("js10002", request), server.code("js10002", request));
    // The second is the contact that is to be replaced: it is none of its business before it is done.
    for stem in ["zk10003", "rt10007"] {
        let mut other = server.as_customer(stem);
        server.unchanged(|| {
            let page = other.get(&link).is(404);
            assert!(!page.body.contains(PROJECT.1));
            for decision in ["accept", "refuse"] {
                other.decide(request, &code, decision).fails(&Problem::NotFound);
            }
        });
    }
    // It is logged, without the code.
    let log = server.log();
    let refused = |place: &str| {
        let lines = log.lines().filter(|line| line.contains("countersign::access") && line.contains("404"));
        lines.filter(|line| line.contains(&format!("\"{place}\""))).count()
    };
    assert_eq!((refused(&format!("/contacts/requests/{request}")), refused("/api/decide")), (2, 4), "{log}");
    server.check_log();
}

/// A request as the requester sees it, without numbers, instants, and who it is for.
fn seen(marie: &mut Browser<'_>, request: i64, to: &str) -> String {
    let answer = marie.read("request", &[("id", &request.to_string())]).is(200);
    let mut value: Value = serde_json::from_str(&answer.body.replace(to, "TO")).unwrap();
    blank(&mut value);
    value["timeline"].as_array_mut().unwrap().sort_by_key(Value::to_string);
    serde_json::to_string_pretty(&value).unwrap()
}

fn blank(value: &mut Value) {
    match value {
        Value::Number(_) => *value = Value::Null,
        Value::Array(inner) => inner.iter_mut().for_each(blank),
        Value::Object(inner) => inner.values_mut().for_each(blank),
        _ => {}
    }
}

fn an_unknown_customer_gets_the_answer_of_a_known_one(engine: Engine) {
    let server = Server::start(engine);
    server.operator(&["account", "disable", "sy10008", "--reason", "Asked by post."]).succeeds();
    // One that has blocked whoever asks is answered for like the others.
    server.as_customer("zk10003").call("block", &[("customer", "md10001")]).is(200);
    let mut marie = server.as_customer("md10001");
    let mut told = Vec::new();
    for to in ["js10002", "zz99999", "sy10008", "zk10003"] {
        let answer = marie.submit(PROJECT, &[("tech", to)]).is(200);
        let request: Vec<i64> = answer.json();
        server.settle();
        let headers = format!("{:?}", answer.headers.keys().collect::<Vec<_>>());
        told.push((headers, seen(&mut marie, request[0], &format!("{to}-ovh"))));
        // Nobody but the known one gets a mail.
        let mails = server.mails().into_iter().filter(|mail| mail.text.contains(&format!("/requests/{}", request[0])));
        assert_eq!(mails.count(), if to == "js10002" { 2 } else { 1 });
        marie.act("cancel", request[0]).is(200);
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
    assert_eq!(told[0], told[3]);
    assert!(told[0].1.contains("\"Mail\""), "{}", told[0].1);
}
