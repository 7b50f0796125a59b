//! Reading in the browser: what the server sent with the page, then the network.

use std::{any::Any, marker::PhantomData, pin::Pin, sync::Arc};

use countersign_domain::Problem;
use leptos::{prelude::*, task::spawn_local};
use serde::de::DeserializeOwned;

use super::{DataContext, Loaded, Now, network, prefetched::prefetched};
use crate::{ApiError, api::Query, codec::Coding, effect::effect, flash::Flash, focus::keep_focus, texts::use_ui};

type Value = Arc<dyn Any + Send + Sync>;
/// Decodes an answer. `None` if it is none of ours.
pub(super) type Decode = fn(&[u8]) -> Option<Value>;
/// An answer of any type.
pub(super) type Answer = Result<Body, ApiError>;
type Render = Arc<dyn Fn(Answer, Option<Flash>) -> AnyView + Send + Sync>;

/// An answer: as it came, to compare it with the next one, and decoded.
#[derive(Clone)]
pub(super) struct Body {
    bytes: Arc<[u8]>,
    value: Value,
}

impl Body {
    /// Decodes an answer, once for all that show it.
    pub(super) fn decode(bytes: Vec<u8>, decode: Decode) -> Answer {
        let value = decode(&bytes).ok_or(ApiError(Problem::Unreachable))?;
        Ok(Self { bytes: bytes.into(), value })
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

/// The present answer to a query, as soon as there is one.
pub(crate) struct Source<T> {
    answer: RwSignal<Option<Answer>>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Source<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Source<T> {}

impl<T: Send + Sync + 'static> Source<T> {
    /// The present answer. Whatever calls this follows the answers.
    pub(crate) fn get(self) -> Option<Loaded<T>> {
        self.answer.get().map(loaded)
    }

    /// The present answer, without following.
    pub(crate) fn get_untracked(self) -> Option<Loaded<T>> {
        self.answer.get_untracked().map(loaded)
    }
}

fn loaded<T: Send + Sync + 'static>(answer: Answer) -> Loaded<T> {
    answer?.value.downcast().map_err(|_| ApiError(Problem::Unreachable))
}

/// Asks a query, and asks again when the query changes or `changed` counts. Until the new answer is there, the former one stays. It
/// stays as well if the same query is asked again and the server cannot be reached, or fails. An answer that equals the former one
/// changes nothing. Without a query there is nothing to be found.
pub(crate) fn source<Q: Query>(
    query: impl Fn() -> Option<Q> + Send + Sync + 'static,
    changed: RwSignal<u32>,
) -> Source<Q::Output> {
    fn decode<T: DeserializeOwned + Send + Sync + 'static>(bytes: &[u8]) -> Option<Value> {
        Coding::Compact.read::<T>(bytes).map(|value| -> Value { Arc::new(value) })
    }
    let address = Arc::new(move || query().map(|query| query.address()));
    Source { answer: load(address, changed, decode::<Q::Output>), kind: PhantomData }
}

fn load(
    address: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    changed: RwSignal<u32>,
    decode: Decode,
) -> RwSignal<Option<Answer>> {
    let sent = match untrack(|| address()) {
        Some(address) => prefetched(&address, decode),
        None => Some(Err(ApiError(Problem::NotFound))),
    };
    let mut is_known = sent.is_some();
    let mut former = None;
    let answer = RwSignal::new(sent);
    let asked = RwSignal::new(0u32);
    effect(move || {
        let address = address();
        changed.track();
        let again = std::mem::replace(&mut former, address.clone()) == address;
        if std::mem::take(&mut is_known) {
            return;
        }
        let number = asked.get_untracked() + 1;
        asked.set(number);
        spawn(async move {
            let got = match address {
                Some(address) => network::get(&address).await.and_then(|bytes| Body::decode(bytes, decode)),
                None => Err(ApiError(Problem::NotFound)),
            };
            // Unless it has been asked again, or the page is gone.
            let is_current = asked.try_get_untracked() == Some(number);
            let is_lost = matches!(got, Err(ApiError(Problem::Unreachable | Problem::Internal(_))));
            let stays =
                |former: &Option<Answer>| former.as_ref().is_some_and(|former| (again && is_lost) || *former == got);
            if is_current && !answer.with_untracked(stays) {
                answer.set(Some(got));
            }
        });
    });
    answer
}

/// Shows an answer, and shows it anew whenever it changes.
pub(crate) fn view_of<T: Send + Sync + 'static>(
    source: Source<T>,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    show(source.answer, erase(view), Box::new(move || source.answer.track()))
}

/// Shows an answer, and shows it anew only when its key changes. What changes more often is a [`section`] of it.
pub(crate) fn keyed_view_of<T: Send + Sync + 'static>(
    source: Source<T>,
    key: fn(&Loaded<T>) -> String,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    by_key(source.answer, Arc::new(move |answer| key(&loaded(answer))), erase(view))
}

/// A section of a view. It follows the answers by itself.
pub(crate) fn section<T: Send + Sync + 'static>(
    source: Source<T>,
    _now: &Now<T>,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    view_of(source, view)
}

/// A section that is shown anew only when its key changes, so that the reader can type in it.
pub(crate) fn keyed_section<T: Send + Sync + 'static>(
    source: Source<T>,
    _now: &Now<T>,
    key: fn(&Loaded<T>) -> String,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    keyed_view_of(source, key, move |loaded, flash| {
        keep_focus();
        view(loaded, flash)
    })
}

/// Shows what depends on whether an answer passes a test, and shows it anew only when that changes.
pub(crate) fn view_if<T: Send + Sync + 'static>(
    source: Source<T>,
    test: fn(&Loaded<T>) -> bool,
    view: impl Fn(bool) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let key = move |loaded: &Loaded<T>| if test(loaded) { "yes" } else { "" }.to_owned();
    let key = Arc::new(move |answer| key(&loaded(answer)));
    by_key(source.answer, key, erase(move |loaded: Loaded<T>, _| view(test(&loaded))))
}

fn erase<T: Send + Sync + 'static>(
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> Render {
    Arc::new(move |answer, flash| view(loaded(answer), flash))
}

fn by_key(
    answer: RwSignal<Option<Answer>>,
    key: Arc<dyn Fn(Answer) -> String + Send + Sync>,
    render: Render,
) -> AnyView {
    // A text, as the router's own memos are: nothing more is compiled for it. Without an answer it is empty.
    let key = Memo::new(move |_| answer.get().map(|answer| format!("={}", key(answer))).unwrap_or_default());
    // Read, and not only tracked: a memo that nobody reads follows nothing.
    show(answer, render, Box::new(move || key.with(|_| ())))
}

/// Shows an answer, and again whenever what `follow` tracks changes.
fn show(answer: RwSignal<Option<Answer>>, render: Render, follow: Box<dyn Fn() + Send + Sync>) -> AnyView {
    let context = expect_context::<DataContext>();
    let shown = move || {
        follow();
        match answer.get_untracked() {
            Some(answer) => {
                // Only the page that the server sent shows the answer to the last plain form.
                let first = !context.hydrated.get_untracked();
                let flash = context.flash.get_untracked().filter(|_| first);
                render(answer, flash.and_then(|flash| (*flash.ok()?).clone()))
            }
            None => waiting(),
        }
    };
    shown.into_any()
}

fn waiting() -> AnyView {
    view! { <p class="loading" role="status">{use_ui().loading()}</p> }.into_any()
}

/// Returns the present answer unless it is an error. A caller that is reactive runs again when the answer changes.
pub(crate) fn present<T: Send + Sync + 'static>(
    source: Source<T>,
    _now: &Now<T>,
) -> impl Fn() -> Option<Arc<T>> + Clone + Send + Sync + 'static {
    move || source.get()?.ok()
}

/// Runs a task beside. All tasks are of one type, so that running one is compiled once.
pub(crate) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    spawn_local(task);
}
