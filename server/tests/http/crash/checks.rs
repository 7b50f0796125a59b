//! The checks themselves: each kind of loss, and of what is there in part, is found.

use std::collections::BTreeSet;

use super::{
    ledger::{Act, Answer, Ledger},
    tables::Tables,
    whole,
};
use crate::support::{Engine, Server, story::PROJECT};

type Harm = (&'static str, fn(&mut Tables, i64));

/// Each takes away, or adds, what one statement of a transaction writes.
const HALF_DONE: [Harm; 10] = [
    ("a change without its history", |tables, id| {
        tables.history.values_mut().for_each(|history| history.retain(|change| change.request != Some(id)));
    }),
    ("a change that was made twice", |tables, id| {
        let history =
            tables.history.values_mut().find(|history| history.iter().any(|c| c.request == Some(id))).unwrap();
        let again = history.last().unwrap().clone();
        history.push(again);
    }),
    ("a contact that was not changed", |tables, _| {
        let contact = tables.contacts.values_mut().find(|account| **account == "js10002-ovh").unwrap();
        *contact = "zk10003-ovh".to_owned();
    }),
    ("a list that was not changed", |tables, _| {
        tables.listings.values_mut().next().unwrap().pop_first();
    }),
    ("a mail that is not owed", |tables, id| {
        tables.requests.get_mut(&id).unwrap().mails.pop_first();
    }),
    ("a mail that nobody owes", |tables, id| {
        let mail = ("refused".to_owned(), "js10002-ovh".to_owned(), 0);
        tables.requests.get_mut(&id).unwrap().mails.insert(mail);
    }),
    ("a role that is still taken", |tables, id| {
        tables.requests.get_mut(&id).unwrap().roles.values_mut().for_each(|open| *open = true);
    }),
    ("a decision that is missing", |tables, id| {
        tables.requests.get_mut(&id).unwrap().decisions.pop_first();
    }),
    ("a code that is still live", |tables, id| {
        tables.requests.get_mut(&id).unwrap().codes.values_mut().next().unwrap()[0] = "live".to_owned();
    }),
    ("a state that is an old one", |tables, id| {
        tables.requests.get_mut(&id).unwrap().state = "validatingByCustomers".to_owned();
    }),
];

/// Each is whole, and not what was acknowledged.
const LOST: [Harm; 4] = [
    ("a request", |tables, id| {
        tables.requests.remove(&id);
    }),
    ("a role of a request", |tables, id| {
        tables.requests.get_mut(&id).unwrap().roles.pop_first();
    }),
    ("a decision", |tables, id| {
        tables.requests.get_mut(&id).unwrap().decisions.pop_last();
    }),
    ("an end", |tables, id| {
        tables.requests.get_mut(&id).unwrap().state = "doing".to_owned();
    }),
];

#[test]
fn what_is_lost_or_half_done_is_found() {
    let server = Server::start(Engine::Sqlite);
    let before = Tables::of(server.database());
    assert_eq!(whole::faults(&before), [""; 0]);
    let (mut marie, mut john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    let request = marie.ask(PROJECT, &[("tech", "js10002"), ("message", "a form")]);
    let hers = server.code("md10001", request);
    marie.decide(request, &hers, "accept").is(200);
    john.decide(request, &server.code("js10002", request), "accept").is(200);
    let now = Tables::of(server.database());
    assert_eq!(whole::faults(&now), [""; 0]);

    for (what, harm) in HALF_DONE {
        let mut harmed = now.clone();
        harm(&mut harmed, request);
        assert_ne!(whole::faults(&harmed), [""; 0], "{what}");
    }

    let changes: BTreeSet<_> =
        now.requests[&request].roles.keys().map(|place| (place.clone(), "js10002-ovh".to_owned())).collect();
    let submit = || Act::Submit { message: "a form".to_owned(), changes: changes.clone() };
    let accept = |who: &str| Act::Accept(request, who.to_owned());
    let told = |answers: [Answer; 3]| {
        let mut ledger = Ledger::new(before.clone());
        let acts = [submit(), accept("md10001-ovh"), accept("js10002-ovh")];
        acts.into_iter().zip(answers).for_each(|(act, answer)| ledger.note(act, answer));
        ledger
    };
    let all = || told([Answer::Yes(vec![request]), Answer::Yes(Vec::new()), Answer::Ended("done")]);
    assert_eq!(all().compare(now.clone()), [""; 0]);
    for (what, harm) in LOST {
        let mut harmed = now.clone();
        harm(&mut harmed, request);
        assert_ne!(all().compare(harmed), [""; 0], "{what}");
    }
    // What was refused was done all the same, and what nobody has asked for is there.
    assert_ne!(told([Answer::No, Answer::Yes(Vec::new()), Answer::Ended("done")]).compare(now.clone()), [""; 0]);
    assert_ne!(told([Answer::Yes(vec![request]), Answer::No, Answer::Ended("done")]).compare(now.clone()), [""; 0]);
    assert_ne!(Ledger::new(before.clone()).compare(now.clone()), [""; 0]);
    // Of what had no answer all may be there, or nothing.
    let mut unsure = told([Answer::Lost, Answer::Lost, Answer::Lost]);
    assert_eq!(unsure.compare(now), [""; 0]);
    assert_eq!((unsure.whole, unsure.absent), (3, 0));
    let mut unsure = Ledger::new(before.clone());
    unsure.note(submit(), Answer::Lost);
    assert_eq!(unsure.compare(before), [""; 0]);
    assert_eq!((unsure.whole, unsure.absent), (0, 1));
}
