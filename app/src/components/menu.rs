//! A button that opens a list of links and buttons. `<details>` opens and closes it without JavaScript; with it, arrow keys
//! move, Escape closes and gives the focus back, and a click elsewhere closes.

use leptos::{ev, html, prelude::*};

use crate::effect::effect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A menu. Its entries are the links and buttons among `children`.
#[component]
pub(crate) fn Menu(
    /// What the button says to those who cannot see it; `None` when what it shows says enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// The class of the button.
    button_class: &'static str,
    /// What the button shows.
    #[prop(into)]
    button: ViewFn,
    /// The entries.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<html::Details>::new();
    let close = move |refocus: bool| {
        let Some(details) = root.get_untracked().filter(|details| details.open()) else { return };
        details.set_open(false);
        if refocus && let Some(summary) = first(&details, "summary") {
            let _ = summary.focus();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(details) = root.get_untracked() else { return };
        match event.key().as_str() {
            "Escape" if details.open() => {
                event.prevent_default();
                close(true);
            }
            "ArrowDown" | "ArrowUp" | "Home" | "End" => {
                event.prevent_default();
                details.set_open(true);
                step(&details, &event.key());
            }
            _ => {}
        }
    };
    // A click elsewhere, or on a link that leads away, closes it.
    effect(move || {
        let listener = window_event_listener(ev::click, move |event| {
            let Some(details) = root.get_untracked() else { return };
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let stays = target
                .is_some_and(|target| details.contains(Some(&target)) && target.closest("a").ok().flatten().is_none());
            if !stays {
                close(false);
            }
        });
        on_cleanup(move || listener.remove());
    });
    view! {
        <details class="menu" node_ref=root on:keydown=on_key>
            <summary class=button_class aria-label=label>{button.run()}</summary>
            <div class="menu-list">{children()}</div>
        </details>
    }
}

fn first(root: &HtmlElement, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Moves the focus among the entries.
fn step(root: &HtmlElement, key: &str) {
    let Ok(entries) = root.query_selector_all(".menu-list a, .menu-list button") else { return };
    let entries: Vec<HtmlElement> = (0..entries.length()).filter_map(|i| entries.get(i)?.dyn_into().ok()).collect();
    let focused = document().active_element();
    let at = entries.iter().position(|entry| focused.as_ref() == Some(entry.as_ref()));
    let last = entries.len().saturating_sub(1);
    let next = match (key, at) {
        ("Home", _) | ("ArrowDown", None) => 0,
        ("End", _) | ("ArrowUp", None) => last,
        ("ArrowDown", Some(at)) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (_, Some(at)) => {
            if at == 0 {
                last
            } else {
                at - 1
            }
        }
        _ => 0,
    };
    if let Some(entry) = entries.get(next) {
        let _ = entry.focus();
    }
}
