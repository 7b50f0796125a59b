//! Whatever customers do, in whatever order: after each act the invariants hold, and both engines tell the same story.

mod acts;
mod invariants;
mod scene;
mod snapshot;

use proptest::{
    collection::vec,
    test_runner::{Config, TestRunner},
};
use tokio::runtime::Runtime;

use self::{
    acts::{Act, act, ask},
    scene::Scene,
    snapshot::Snapshot,
};
use crate::{
    engine::{self, Fresh},
    support::World,
};

/// Sequences of acts that are tried on each engine, if COUNTERSIGN_TEST_CASES does not say how many.
const CASES: u32 = 24;

/// Plays a sequence on a fresh database, checks after each act, and tells what could be seen.
async fn play(fresh: Fresh, acts: Vec<Act>) -> Vec<String> {
    let (told, heard) = tokio::sync::oneshot::channel();
    engine::run(fresh, async move |w: World| {
        let mut scene = Scene::new(w).await;
        let mut story = Vec::new();
        let mut before = Snapshot::read(&scene).await;
        for act in acts {
            let outcome = scene.play(&act).await;
            let after = Snapshot::read(&scene).await;
            story.push(format!("{act:?}: {}\n{}", outcome.answer, after.story()));
            invariants::check(&before, &outcome, &after);
            scene.w.check_listings().await;
            before = after;
        }
        invariants::check_who_sees_what(&scene, &before).await;
        told.send(story).unwrap();
    })
    .await;
    heard.await.unwrap()
}

/// Plays random sequences, and the simplest one that fails if one does.
fn play_many(test: impl Fn(Vec<Act>)) {
    let cases = std::env::var("COUNTERSIGN_TEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let outcome = TestRunner::new(config).run(&(ask(), vec(act(), 12..25)), |(first, mut acts)| {
        acts.insert(0, first);
        test(acts);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn sqlite_keeps_the_invariants() {
    let runtime = Runtime::new().unwrap();
    play_many(|acts| drop(runtime.block_on(play(Fresh::sqlite(), acts))));
}

#[test]
fn postgres_keeps_the_invariants_and_tells_the_same_story() {
    let runtime = Runtime::new().unwrap();
    play_many(|acts| {
        runtime.block_on(async {
            let postgres = play(Fresh::postgres().await, acts.clone()).await;
            let sqlite = play(Fresh::sqlite(), acts).await;
            for (postgres, sqlite) in postgres.iter().zip(&sqlite) {
                let (act, ..) = postgres.split_once('\n').unwrap();
                for (postgres, sqlite) in postgres.lines().zip(sqlite.lines()) {
                    assert_eq!(postgres, sqlite, "after {act}");
                }
            }
        });
    });
}
