//! Open pages follow what happens: the server tells, by server-sent events, that something has changed, and what is shown is read
//! anew. A stream says from which revision on it has to tell, so that nothing is missed between two of them.
//!
//! Only a page that is looked at has a stream. Without HTTP/2, browsers open no more than six connections to a server, for all of
//! its pages together.

use std::{cell::RefCell, rc::Rc, time::Duration};

use leptos::prelude::*;

use crate::effect::effect;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{EventSource, MessageEvent};

use countersign_domain::view::Me;

use super::{Source, is_signed_in};
use crate::api::address;

/// How often the stream is looked after. It is lost when it is not there twice in a row.
const LOOK: Duration = Duration::from_secs(2);

#[derive(Default)]
struct Stream {
    source: Option<EventSource>,
    /// The revision of what is shown.
    seen: String,
    /// How many times in a row it was not there.
    missed: u8,
}

/// Keeps a stream as long as somebody is signed in and looks. `changed` counts what it tells; `who` counts when it has to be asked
/// who is signed in; `lost` says that the stream is gone.
pub(crate) fn follow(me: Source<Option<Me>>, changed: RwSignal<u32>, who: RwSignal<u32>, lost: RwSignal<bool>) {
    let seen = document().document_element().and_then(|root| root.get_attribute("data-seen"));
    let stream = Rc::new(RefCell::new(Stream { seen: seen.unwrap_or_default(), ..Stream::default() }));

    let told = stream.clone();
    let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        told.borrow_mut().seen = event.last_event_id();
        let over = event.data() == "over";
        (if over { who } else { changed }).update(|n| *n += 1);
    });
    let told: JsValue = told.into_js_value();

    let look = move || {
        let mut stream = stream.borrow_mut();
        let wanted = me.get_untracked().as_ref().is_some_and(is_signed_in) && !document().hidden();
        let state = stream.source.as_ref().map(EventSource::ready_state);
        if !wanted || state == Some(EventSource::OPEN) {
            stream.missed = 0;
        } else if state.is_some() {
            stream.missed = stream.missed.saturating_add(1);
        }
        if !wanted {
            if let Some(source) = stream.source.take() {
                source.close();
            }
        } else if state.is_none_or(|state| state == EventSource::CLOSED) {
            // The browser comes back by itself, unless it was turned away: then nobody is signed in any more, perhaps.
            if state.is_some() {
                who.update(|n| *n += 1);
            }
            stream.source = EventSource::new(&address("/api/live", &[("seen", stream.seen.clone())])).ok();
            if let Some(source) = &stream.source {
                source.set_onmessage(Some(told.unchecked_ref()));
            }
        }
        let is_lost = stream.missed > 1;
        if lost.get_untracked() != is_lost {
            lost.set(is_lost);
        }
    };
    let seen_again = look.clone();
    window_event_listener_untyped("visibilitychange", move |_| {
        seen_again();
        if !document().hidden() {
            who.update(|n| *n += 1);
        }
    });
    let _ = set_interval(look.clone(), LOOK);
    effect(move || {
        me.get();
        look();
    });
}
