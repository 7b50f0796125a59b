//! Whether two requests take as long as each other, on a machine that does other things as well.

use std::time::{Duration, Instant};

/// The fastest of each. Both are asked in turn until they are within a factor of three of each other, a hundred times at the most:
/// what disturbs one disturbs the other, and only what is slower by itself stays so.
pub(crate) fn take_as_long(mut one: impl FnMut(), mut other: impl FnMut()) -> (Duration, Duration) {
    let time = |act: &mut dyn FnMut()| {
        let begun = Instant::now();
        act();
        begun.elapsed()
    };
    let mut fastest = (Duration::MAX, Duration::MAX);
    for round in 1..=100 {
        fastest.0 = fastest.0.min(time(&mut one));
        fastest.1 = fastest.1.min(time(&mut other));
        if round >= 8 && fastest.0 < fastest.1 * 3 && fastest.1 < fastest.0 * 3 {
            return fastest;
        }
    }
    panic!("the one takes {:?}, the other {:?}", fastest.0, fastest.1);
}
