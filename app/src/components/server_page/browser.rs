//! A served page in the browser.

use std::cell::RefCell;

use leptos::{html, prelude::*, wasm_bindgen::JsCast};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use web_sys::{Document, DomParser, Element, HtmlElement, HtmlFormElement, SubmitEvent, SupportedType};

use crate::{
    components::{
        address_bar,
        form::{entries, submit_natively},
    },
    data::{fetch_page, spawn},
    effect::effect,
    own_address::{self, load},
    state::use_state,
    texts::use_ui,
};

thread_local! {
    /// What answered a form, for the page at whose address it stands: it is told once, so it is not asked for again.
    static ARRIVED: RefCell<Option<(String, Document)>> = const { RefCell::new(None) };
}

/// The place of a served page.
#[component]
pub(crate) fn ServerPage() -> impl IntoView {
    let ui = use_ui();
    let place = NodeRef::<html::Div>::new();
    let (asked, state, navigate) = (address_bar::address(), use_state(), use_navigate());
    let mut new = true;
    let mut known = !state.hydrated.get_untracked();

    let go = navigate.clone();
    effect(move || {
        let address = asked.get();
        let Some(place) = place.get() else { return };
        // The place that is left may hear of the address first: it takes nothing from the one that follows.
        let answer = if std::mem::take(&mut new) { ARRIVED.take() } else { ARRIVED.with_borrow(Clone::clone) };
        if let Some((_, page)) = answer.filter(|(of, _)| *of == address) {
            show(&place, &page);
            return;
        }
        if std::mem::take(&mut known) {
            settle(&place, &[".summary"]);
            return;
        }
        let go = go.clone();
        spawn(async move {
            let got = fetch_page(&address, None).await;
            // Unless the reader has gone on.
            if asked.try_get_untracked().as_ref() != Some(&address) {
                return;
            }
            let Some(found) = got else { return say(&place, ui.problem_unreachable()) };
            match read(&found.text) {
                Some(Content::Served(page) | Content::Foreign(page)) => show(&place, &page),
                Some(Content::Other) if found.address != address => {
                    own_address::go(&go, &found.address, NavigateOptions { replace: true, ..Default::default() });
                }
                _ => load(&found.address),
            }
        });
    });

    let send = move |event: SubmitEvent| {
        let Some(place) = place.get_untracked() else { return };
        let form: HtmlFormElement = event_target(&event);
        let (Some(action), Some(words)) = (form.get_attribute("action"), entries(&event)) else { return };
        event.prevent_default();
        if form.method() != "post" {
            navigate(&format!("{action}?{words}"), NavigateOptions::default());
            return;
        }
        // Not to be pressed again.
        if place.has_attribute("aria-busy") {
            return;
        }
        let _ = place.set_attribute("aria-busy", "true");
        let (go, button) = (navigate.clone(), event.submitter());
        spawn(async move {
            let got = fetch_page(&action, Some(words)).await;
            let _ = place.remove_attribute("aria-busy");
            let Some(found) = got else { return say(&form, ui.problem_unreachable()) };
            // The page that would tell what came of it could not be shown here, and tells it once.
            if found.is_outdated {
                return submit_natively(&form, button);
            }
            let address = found.address;
            match read(&found.text) {
                // No answer of the form's: what is typed stays.
                Some(Content::Foreign(page)) if !found.is_ok || address == action => {
                    let text = part(&page, ".refused").and_then(|text| text.text_content());
                    return say(&form, text.as_deref().unwrap_or(ui.problem_unreachable()));
                }
                None | Some(Content::Foreign(_)) => return load(&address),
                // The page that the form stands on, whose code is in the address bar no more.
                Some(Content::Served(page)) if without_code(&address) == here() => show(&place, &page),
                Some(content) if address != here() => {
                    if let Content::Served(page) = content {
                        ARRIVED.set(Some((address.clone(), page)));
                    }
                    own_address::go(&go, &address, NavigateOptions::default());
                }
                Some(_) => {}
            }
            state.changed.update(|n| *n += 1);
        });
    };
    view! { <div class="served" node_ref=place on:submit=send></div> }.into_any()
}

/// What a document is.
enum Content {
    /// A served page.
    Served(Document),
    /// A page that the browser makes itself.
    Other,
    /// No page of the application: what refuses a request altogether, whoever wrote it.
    Foreign(Document),
}

/// Reads a document; `None` if it is of another build, or in another language, than the page that is open.
fn read(text: &str) -> Option<Content> {
    let page = DomParser::new().ok()?.parse_from_string(text, SupportedType::TextHtml).ok()?;
    let (new, old) = (page.document_element()?, document().document_element()?);
    if !new.has_attribute("data-build") {
        return Some(Content::Foreign(page));
    }
    let same = |name| new.get_attribute(name) == old.get_attribute(name);
    if !same("data-build") || !same("lang") {
        return None;
    }
    Some(if part(&page, ".served").is_some() { Content::Served(page) } else { Content::Other })
}

fn part(page: &Document, selector: &str) -> Option<Element> {
    page.query_selector(selector).ok().flatten()
}

/// Puts a page in place.
fn show(place: &Element, page: &Document) {
    let html = part(page, ".served").map(|served| served.inner_html()).or_else(|| Some(page.body()?.inner_html()));
    place.set_inner_html(&html.unwrap_or_default());
    document().set_title(&page.title());
    settle(place, &[".summary", ".notice", "h1"]);
    // The part of the page that the address names, if it names one.
    let part = window().location().hash().unwrap_or_default();
    if let Some(part) = document().get_element_by_id(part.trim_start_matches('#')) {
        part.scroll_into_view();
    }
}

/// Takes a code out of the address bar, and gives the first of `parts` that is there the focus.
fn settle(place: &Element, parts: &[&str]) {
    address_bar::hide();
    let part = parts.iter().find_map(|part| place.query_selector(part).ok().flatten());
    if let Some(part) = part.and_then(|part| part.dyn_into::<HtmlElement>().ok()) {
        part.set_tab_index(-1);
        let _ = part.focus();
    }
}

/// Says something above what is there, which stays.
fn say(place: &Element, text: &str) {
    // A line that appears is read out, and one that is there already is not.
    if let Ok(Some(former)) = place.query_selector(".lost") {
        former.remove();
    }
    if let Ok(line) = document().create_element("p") {
        line.set_class_name("summary lost");
        let _ = line.set_attribute("role", "alert");
        line.set_text_content(Some(text));
        let _ = place.prepend_with_node_1(&line);
        settle(place, &[".lost"]);
    }
}

/// The path and query of the address bar.
fn here() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// An address without the code in it.
fn without_code(address: &str) -> &str {
    match address.split_once('?') {
        Some((path, query)) if query.starts_with("token=") => path,
        _ => address,
    }
}
