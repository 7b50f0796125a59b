//! Reading in the browser: what the server sent with the page, then the network.

use std::sync::Arc;

use std::pin::Pin;

use countersign_domain::Problem;
use leptos::{prelude::*, task::spawn_local};

use super::{Answer, Key, Known, SENT, View, ViewIf, read};
use crate::{
    Fault,
    components::{focus_heading, use_ui},
    state::use_state,
    wire::Coding,
};

pub(crate) use network::page;
#[cfg(feature = "hydrate")]
pub(crate) use network::post;

/// What the server has sent as a page.
pub(crate) struct Found {
    /// Where it stands: path and query of ours.
    pub(crate) address: String,
    pub(crate) text: String,
    /// Whether it is what was asked for, by its status.
    pub(crate) fine: bool,
    /// Whether the open page is not one that the server would make now: its form was not taken.
    pub(crate) outdated: bool,
}

/// An answer, when it is there.
#[derive(Clone, Copy)]
pub(crate) struct Source(RwSignal<Option<Answer>>);

impl Source {
    /// The present answer.
    pub(super) fn now(self) -> Option<Answer> {
        self.0.get_untracked()
    }

    /// Follows the answers.
    pub(super) fn track(self) {
        self.0.track();
    }
}

/// The answer of a `GET` server function; asked again when the address changes, or when something was done. Until the new answer
/// is there, the former one stays; and it stays as well if the same is asked again and the server cannot be reached, or fails.
/// Nothing is shown anew when the answer is the same.
pub(crate) fn source(address: Signal<String>, changed: RwSignal<u32>) -> Source {
    let sent = sent(&address.get_untracked());
    let mut known = sent.is_some();
    let mut former = String::new();
    let answer = RwSignal::new(sent);
    let asked = RwSignal::new(0u32);
    Effect::new(move || {
        let address = address.get();
        changed.track();
        let again = std::mem::replace(&mut former, address.clone()) == address;
        if std::mem::take(&mut known) {
            return;
        }
        let number = asked.get_untracked() + 1;
        asked.set(number);
        spawn(async move {
            let got = network::get(&address).await;
            // Unless it has been asked again, or the page is gone.
            let current = asked.try_get_untracked() == Some(number);
            let lost = matches!(got, Err(Fault(Problem::Unreachable | Problem::Internal(_))));
            let stays =
                |former: &Option<Answer>| former.as_ref().is_some_and(|former| (again && lost) || *former == got);
            if current && !answer.with_untracked(stays) {
                answer.set(Some(got));
            }
        });
    });
    Source(answer)
}

/// Shows an answer when it is there.
pub(crate) fn awaited(source: Source, view: View) -> AnyView {
    show(source, view, Box::new(move || source.track()))
}

/// Shows an answer when it is there; anew only when its key changes. What changes more often is a [`part`] of it.
pub(crate) fn awaited_by(source: Source, key: Key, view: View) -> AnyView {
    let key = Memo::new(move |_| source.0.with(|answer| answer.as_ref().map(key)));
    // Read, and not only tracked: a memo that nobody reads follows nothing.
    show(source, view, Box::new(move || key.with(|_| ())))
}

/// A part of what an answer looks like: made of what is there `now`, and of whatever comes later.
pub(crate) fn part(source: Source, _now: &Known, view: View) -> AnyView {
    awaited(source, view)
}

/// Such a part that is shown anew only when its key changes: what is typed in it is not in the way.
pub(crate) fn part_by(source: Source, _now: &Known, key: Key, view: View) -> AnyView {
    let view = move |answer, flash| {
        keep_focus();
        view(answer, flash)
    };
    awaited_by(source, key, Arc::new(view))
}

/// What has the focus may be gone in a moment: the heading takes it then.
fn keep_focus() {
    let focused = || document().active_element().is_some_and(|element| element.tag_name() != "BODY");
    if focused() {
        let _ = request_animation_frame(move || {
            if !focused() {
                focus_heading();
            }
        });
    }
}

/// Does something beside. All tasks are of one type, so that running one is compiled once.
pub(crate) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    spawn_local(task);
}

/// Shows an answer, and again whenever what `follow` tracks changes.
fn show(source: Source, view: View, follow: Box<dyn Fn() + Send + Sync>) -> AnyView {
    let state = use_state();
    let answer = move || {
        follow();
        source.now()
    };
    let shown = move || match answer() {
        Some(answer) => {
            // What the last form was told belongs to the page that the server sent.
            let first = !state.hydrated.get_untracked();
            let flash = state.flash.0.get_untracked().filter(|_| first);
            view(answer, flash.and_then(|flash| read(&flash).ok()).flatten())
        }
        None => waiting(),
    };
    shown.into_any()
}

/// Shows what depends on whether an answer passes a test; anew only when that changes.
pub(crate) fn awaited_if(source: Source, test: fn(&Answer) -> bool, view: ViewIf) -> AnyView {
    let passed = Memo::new(move |_| source.0.with(|answer| answer.as_ref().map(test)));
    let shown = move || passed.get().map_or_else(waiting, |passed| view(passed));
    shown.into_any()
}

fn waiting() -> AnyView {
    view! { <p class="loading" role="status">{use_ui().loading()}</p> }.into_any()
}

/// What the server sent for an address.
fn sent(address: &str) -> Option<Answer> {
    let all = document().get_element_by_id(SENT)?.text_content()?;
    let mut lines = all.lines().skip(1);
    while let (Some(of), Some(kind), Some(text)) = (lines.next(), lines.next(), lines.next()) {
        if of == address {
            // What `atob` gives has a character for each byte.
            let bytes: Vec<u8> = window().atob(text).ok()?.chars().filter_map(|c| u8::try_from(c).ok()).collect();
            return if kind == "ok" { Some(Ok(bytes)) } else { Coding::Compact.read(&bytes).map(Err) };
        }
    }
    None
}

/// Forgets what the server sent: it was for the page with which it came.
pub(crate) fn forget_sent() {
    if let Some(element) = document().get_element_by_id(SENT) {
        element.remove();
    }
}

#[cfg(feature = "hydrate")]
mod network {
    use countersign_domain::Problem;
    use gloo_net::http::{Request, RequestBuilder, Response};
    use leptos::prelude::{document, window};

    use super::{Answer, Found};
    use crate::{
        Fault, own_address,
        wire::{Coding, PAGE, accept},
    };

    /// The status with which the server tells a page that it is of another build.
    const OUTDATED: u16 = 426;

    /// What the open page says of itself.
    fn said(name: &str) -> String {
        document().document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
    }

    fn request(request: RequestBuilder) -> RequestBuilder {
        request.header("Accept", &accept(&said("data-build")))
    }

    async fn answer(response: Result<Response, gloo_net::Error>) -> Result<(Response, Vec<u8>), Fault> {
        let lost = |_| Fault(Problem::Unreachable);
        let response = response.map_err(lost)?;
        let bytes = response.binary().await.map_err(lost)?;
        if response.ok() {
            Ok((response, bytes))
        } else {
            Err(Coding::Compact.read(&bytes).unwrap_or(Fault(Problem::Unreachable)))
        }
    }

    pub(super) async fn get(address: &str) -> Answer {
        let response = request(Request::get(address)).send().await;
        if response.as_ref().is_ok_and(|response| response.status() == OUTDATED) {
            let _ = window().location().reload();
            // The page goes, and shows nothing else before.
            return std::future::pending().await;
        }
        answer(response).await.map(|(_, bytes)| bytes)
    }

    /// Sends a form; the answer says where to go next, if anywhere. `None` if the browser has to send it itself, because the
    /// page is of another build than the server.
    pub(crate) async fn post(address: &str, form: String) -> Option<Result<Option<String>, Fault>> {
        let request = request(Request::post(address)).header("Content-Type", "application/x-www-form-urlencoded");
        let Ok(request) = request.body(form) else { return Some(Err(Fault(Problem::Malformed))) };
        let response = request.send().await;
        if response.as_ref().is_ok_and(|response| response.status() == OUTDATED) {
            return None;
        }
        Some(answer(response).await.map(|(response, _)| response.headers().get("location")))
    }

    /// The server's page of an address, or the one that answers a form. `None` if the server could not be reached.
    pub(crate) async fn page(place: &str, form: Option<String>) -> Option<Found> {
        let address = own_address::whole(place);
        let response = match form {
            None => Request::get(&address).header("Accept", "text/html").send().await,
            Some(form) => {
                // The server takes no form of a page that it would make otherwise by now: its answer could not be shown.
                let page = said("data-build") + " " + &said("lang");
                let request = Request::post(&address).header("Accept", "text/html").header(PAGE, &page);
                request.header("Content-Type", "application/x-www-form-urlencoded").body(form).ok()?.send().await
            }
        };
        let response = response.ok()?;
        let address = own_address::own(&response.url())?;
        let (fine, outdated) = (response.ok(), response.status() == OUTDATED);
        Some(Found { address, text: response.text().await.ok()?, fine, outdated })
    }
}

/// Neither for the server nor for the browser: only so that the crate compiles without features.
#[cfg(not(feature = "hydrate"))]
mod network {
    pub(super) async fn get(_address: &str) -> super::Answer {
        Err(crate::Fault(countersign_domain::Problem::Unreachable))
    }

    pub(crate) async fn page(_address: &str, _form: Option<String>) -> Option<super::Found> {
        None
    }
}
