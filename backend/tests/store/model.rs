//! Whatever customers do, in whatever order: what comes of each act is what a simple model says, the invariants hold after it,
//! and both engines tell the same story.
//!
//! A history that failed is kept in `model/seeds.txt`, and is played before all others from then on.

mod acts;
mod asking;
mod bench;
mod blocking;
mod commute;
mod deciding;
mod delivery;
mod invariants;
mod jobs;
mod reference;
mod rows;
mod scene;
mod sight;
mod snapshot;
mod tally;
mod view;

use std::{ops::Range, panic::resume_unwind, rc::Rc, thread};

use proptest::{
    strategy::Strategy,
    test_runner::{Config, FileFailurePersistence, TestRunner},
};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};

use self::{
    acts::Act,
    bench::Bench,
    invariants::Step,
    reference::{Answer, End, Model},
    scene::Scene,
    tally::Tally,
    view::{MailState, View},
};
use crate::figures;

/// Those who play histories at the same time: one more than two processors, because each waits for Postgres now and then.
const WORKERS: u32 = 3;
/// Acts of a history.
const ACTS: Range<usize> = 6..20;
/// The seeds of histories that failed.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/store/model/seeds.txt");

/// A history that is played on one engine or both.
struct History {
    bench: Rc<Bench>,
    scenes: Vec<Scene>,
    before: View,
    after: View,
    last: Option<(Act, Answer)>,
}

impl StateMachineTest for History {
    type SystemUnderTest = Self;
    type Reference = Model;

    fn init_test(model: &Model) -> Self {
        let bench = Bench::here();
        let mut scenes = bench.begin(model);
        for scene in &mut scenes {
            let view = bench.runtime.block_on(scene.look());
            view.assert_same(&model.view, "in the beginning, there and in the model");
        }
        Self { bench, scenes, before: model.view.clone(), after: model.view.clone(), last: None }
    }

    fn apply(mut history: Self, model: &Model, act: Act) -> Self {
        let mut outcomes = Vec::new();
        for scene in &mut history.scenes {
            outcomes.push(history.bench.runtime.block_on(async {
                scene.w.later(1);
                let answer = scene.play(&act).await;
                assert_eq!(scene.w.now().0, model.now, "one clock");
                let mut view = scene.look().await;
                model.allow_waiting(&mut view);
                (answer, view)
            }));
        }
        let (answer, view) = outcomes.remove(0);
        for (of_postgres, on_postgres) in outcomes {
            assert_eq!(of_postgres, answer, "on Postgres and on SQLite after {act:?}");
            on_postgres.assert_same(&view, &format!("on Postgres and on SQLite after {act:?}"));
        }
        assert_eq!(answer, model.answer, "what is told, and what the model says, after {act:?}");
        view.assert_same(&model.view, &format!("there, and in the model, after {act:?}"));
        history.bench.tally.borrow_mut().act(&act, &answer);
        history.before = std::mem::replace(&mut history.after, view);
        history.last = Some((act, answer));
        history
    }

    fn check_invariants(history: &Self, model: &Model) {
        if let Some((act, answer)) = &history.last {
            let (before, after, now) = (&history.before, &history.after, model.now);
            invariants::check(&Step { before, act, answer, after, now });
        }
    }

    fn teardown(mut history: Self, mut model: Model) {
        for act in model.last_acts() {
            model = Model::apply(model, &act);
            history = Self::apply(history, &model, act);
            Self::check_invariants(&history, &model);
        }
        let Self { bench, scenes, after, .. } = history;
        let mut read = Vec::new();
        for scene in &scenes {
            read.push(bench.runtime.block_on(async {
                scene.w.check_listings().await;
                sight::check_letterbox(scene, &after).await;
                sight::read(scene, &model.readers, &after).await
            }));
        }
        if let [on_sqlite, on_postgres] = &read[..] {
            assert_eq!(on_sqlite, on_postgres, "what is read");
        }
        if !matches!(model.end, End::Open) {
            assert!(after.mails.values().all(|mail| mail.state != MailState::Pending), "every mail comes to an end");
            assert!(after.digests.values().all(|digest| digest.state != MailState::Pending), "and every digest");
        }
        bench.tally.borrow_mut().history(&after);
        bench.end(scenes);
    }
}

/// How many histories are played.
fn histories(short: u32, long: u32) -> u32 {
    let asked = std::env::var("COUNTERSIGN_TEST_CASES").ok().and_then(|cases| cases.parse().ok());
    asked.unwrap_or_else(|| figures::rounds(short, long))
}

/// Tries a property on random values, and on the simplest one that fails if one does. The seeds of those that fail are kept, and
/// tried first.
fn try_many<S: Strategy>(
    cases: u32,
    with_postgres: bool,
    seeds: &'static str,
    strategy: impl Fn() -> S + Sync,
    property: impl Fn(S::Value) + Sync,
) -> Tally {
    let work = || {
        let config = Config {
            cases: cases.div_ceil(WORKERS),
            failure_persistence: Some(Box::new(FileFailurePersistence::Direct(seeds))),
            max_shrink_iters: 500,
            ..Config::default()
        };
        let try_one = |value| {
            property(value);
            Ok(())
        };
        let run = || TestRunner::new(config).run(&strategy(), try_one).map_err(|error| error.to_string());
        let (outcome, tally) = Bench::open(with_postgres).with(run);
        outcome.map(|()| tally)
    };
    let outcomes: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|failed| resume_unwind(failed))).collect()
    });
    let mut all = Tally::default();
    for outcome in outcomes {
        match outcome {
            Ok(tally) => all.add(tally),
            Err(failure) => panic!("{failure}"),
        }
    }
    all
}

fn play(with_postgres: bool, proof: &str) {
    let cases = histories(60, 10_000);
    let tally = try_many(
        cases,
        with_postgres,
        SEEDS,
        || Model::sequential_strategy(ACTS),
        |(model, acts, seen)| History::test_sequential(Config::default(), model, acts, seen),
    );
    if cases >= 10_000 {
        tally.assert_full();
    }
    figures::tell(proof, &tally.told());
}

#[test]
fn sqlite_does_what_the_model_says() {
    play(false, "histories: SQLite");
}

#[test]
fn postgres_does_what_the_model_says_and_tells_the_same_story() {
    play(true, "histories: Postgres, beside SQLite");
}
