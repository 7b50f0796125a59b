//! Several acts at the same moment.

use std::{sync::Barrier, thread};

/// What somebody does.
pub(crate) type Act<'a, T> = Box<dyn FnOnce() -> T + Send + 'a>;

/// Does all of it at once: what came of each, in the order of the acts.
pub(crate) fn at_once<T: Send>(acts: Vec<Act<'_, T>>) -> Vec<T> {
    let start = Barrier::new(acts.len());
    thread::scope(|scope| {
        let acts: Vec<_> = acts
            .into_iter()
            .map(|act| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    act()
                })
            })
            .collect();
        acts.into_iter().map(|act| act.join().unwrap()).collect()
    })
}
