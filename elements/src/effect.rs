//! Effects.

use leptos::prelude::LocalStorage;

/// Something done when signals change.
#[derive(Debug)]
pub struct Effect;

impl Effect {
    /// Does it soon, and again whenever the signals change that it has read.
    #[expect(clippy::new_ret_no_self, reason = "so that it reads as in Leptos")]
    pub fn new(does: impl FnMut() + 'static) {
        of_one_type(Box::new(does));
    }
}

/// What waits for the signals is compiled once, and not once for each effect.
fn of_one_type(does: Box<dyn FnMut()>) {
    leptos::prelude::Effect::<LocalStorage>::new(does);
}
