//! Invariant 17: requests on different services commute. After any beginning, two acts about different services may come in
//! either order: each is told the same, and the same is there afterwards, but for the numbers of new requests and for which mails go in a
//! digest.

use std::collections::BTreeMap;

use countersign_domain::Problem;
use proptest::prelude::*;
use proptest_state_machine::ReferenceStateMachine;

use super::{
    acts::{self, Act},
    bench::Bench,
    histories,
    reference::{Answer, Model},
    try_many,
    view::{About, MailState, View},
};
use crate::figures;

/// The seeds of cases that failed.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/store/model/commute_seeds.txt");

/// What is counted.
const BOTH: &str = "pairs of acts that both went through, in both orders";
const OTHER: &str = "other pairs";

/// A beginning, and an act about domain or zone with one about the third service after it.
type Case = (Model, Vec<Act>, [Act; 2]);

fn cases() -> impl Strategy<Value = Case> {
    Model::sequential_strategy(2..9).prop_flat_map(|(model, beginning, _)| {
        let at = beginning.iter().fold(model.clone(), Model::apply);
        let both = (acts::act_on(&at, &[0, 1]), acts::act_on(&at, &[2]));
        both.prop_map(move |(one, other)| (model.clone(), beginning.clone(), [one, other]))
    })
}

/// Plays the acts at one moment, on each engine.
fn play(model: &Model, beginning: &[Act], acts: [&Act; 2]) -> Vec<([Answer; 2], View)> {
    let bench = Bench::here();
    let mut scenes = bench.begin(model);
    let mut ends = Vec::new();
    for scene in &mut scenes {
        ends.push(bench.runtime.block_on(async {
            for act in beginning {
                scene.w.later(1);
                drop(scene.play(act).await);
                // Codes are read while they wait to be sent.
                scene.look().await;
            }
            scene.w.later(1);
            let answers = [scene.play(acts[0]).await, scene.play(acts[1]).await];
            (answers, scene.look().await)
        }));
    }
    bench.end(scenes);
    ends
}

/// The requests numbered for each group of services by itself.
fn renumbered(view: &View) -> View {
    let mut last = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for (number, request) in &view.requests {
        let group = request.services[0] / 2;
        let rank: &mut i64 = last.entry(group).or_default();
        *rank += 1;
        numbers.insert(*number, 1_000 * group as i64 + *rank);
    }
    let mut other = View { requests: [].into(), mails: [].into(), ..view.clone() };
    for (number, request) in &view.requests {
        let mut request = request.clone();
        request.form = numbers[&request.form];
        other.requests.insert(numbers[number], request);
    }
    for (mail, delivery) in &view.mails {
        let mut mail = mail.clone();
        if let About::Request { number, .. } = &mut mail.about {
            *number = numbers[number];
        }
        // Which of several mails go at once, and which in a digest, is decided by who comes first.
        let mut delivery = delivery.clone();
        if delivery.state == MailState::Pending && ["asked", "refused", "cancelled", "aborted"].contains(&mail.event) {
            (delivery.due_at, delivery.digest) = (0, None);
        }
        other.mails.insert(mail, delivery);
    }
    for line in other.services.values_mut().flat_map(|service| &mut service.history) {
        line.request = line.request.map(|number| numbers[&number]);
    }
    other
}

/// What is told, but for the numbers of new requests.
fn without_numbers(answer: &Answer) -> Result<String, Problem> {
    answer.clone().map(|told| told.chars().filter(|c| !c.is_ascii_digit()).collect())
}

fn check((model, beginning, [one, other]): Case) {
    let there = play(&model, &beginning, [&one, &other]);
    let back = play(&model, &beginning, [&other, &one]);
    for ((there, first), (back, second)) in there.iter().zip(&back) {
        let what = format!("{one:?}, {other:?}, and the other way round");
        assert_eq!(there.each_ref().map(without_numbers), [&back[1], &back[0]].map(without_numbers), "{what}");
        renumbered(first).assert_same(&renumbered(second), &what);
    }
    let went_through = there[0].0.iter().all(Result::is_ok);
    Bench::here().tally.borrow_mut().count(if went_through { BOTH } else { OTHER });
}

fn commute(with_postgres: bool, proof: &str) {
    let tally = try_many(histories(20, 1_000), with_postgres, SEEDS, cases, check);
    assert!(tally.of(BOTH) > 0, "no pair went through");
    figures::tell(proof, &format!("{} {BOTH}, {} {OTHER}", tally.of(BOTH), tally.of(OTHER)));
}

#[test]
fn on_sqlite_acts_about_different_services_commute() {
    commute(false, "histories: order of services, SQLite");
}

#[test]
fn on_postgres_acts_about_different_services_commute() {
    commute(true, "histories: order of services, both engines");
}
