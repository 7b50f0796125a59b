//! Reading on the server: the server function itself, in the context of the request that is being answered.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use countersign_domain::Problem;
use leptos::prelude::*;
use serde::Serialize;

use super::{DataContext, Loaded, Now, PREFETCHED};
use crate::{ApiError, api::Query, codec::Coding, flash::Flash};

/// An answer that is awaited.
pub(crate) struct Source<T: Send + Sync + 'static>(AsyncDerived<Loaded<T>>);

impl<T: Send + Sync + 'static> Clone for Source<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Source<T> {}

/// Asks a query. Without a query there is nothing to be found.
pub(crate) fn source<Q: Query>(
    query: impl Fn() -> Option<Q> + Send + Sync + 'static,
    _changed: RwSignal<u32>,
) -> Source<Q::Output> {
    Source(AsyncDerived::new(move || {
        let query = untrack(&query);
        async move {
            match query {
                Some(query) => ask(query).await,
                None => Err(ApiError(Problem::NotFound)),
            }
        }
    }))
}

async fn ask<Q: Query>(query: Q) -> Loaded<Q::Output> {
    let address = query.address();
    let loaded = query.run_body().await.map(Arc::new);
    if let Some(prefetched) = use_context::<Prefetched>() {
        prefetched.add(&address, loaded.as_deref());
    }
    loaded
}

/// Waits for an answer and shows it. The page is sent when it is there.
pub(crate) fn view_of<T: Send + Sync + 'static>(
    source: Source<T>,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let flash = expect_context::<DataContext>().flash;
    Suspend::new(async move {
        let flash = flash.0.await.ok().and_then(|flash| (*flash).clone());
        view(source.0.await, flash)
    })
    .into_any()
}

/// Waits for an answer and shows it. Only the browser needs the key.
pub(crate) fn keyed_view_of<T: Send + Sync + 'static>(
    source: Source<T>,
    _key: fn(&Loaded<T>) -> String,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    view_of(source, view)
}

/// A section of a view, made of what is there `now`.
pub(crate) fn section<T: Send + Sync + 'static>(
    _source: Source<T>,
    now: &Now<T>,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    view(now.loaded.clone(), now.flash.clone())
}

/// Such a section. Only the browser needs the key.
pub(crate) fn keyed_section<T: Send + Sync + 'static>(
    source: Source<T>,
    now: &Now<T>,
    _key: fn(&Loaded<T>) -> String,
    view: impl Fn(Loaded<T>, Option<Flash>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    section(source, now, view)
}

/// Returns the present answer unless it is an error.
pub(crate) fn present<T: Send + Sync + 'static>(
    _source: Source<T>,
    now: &Now<T>,
) -> impl Fn() -> Option<Arc<T>> + Clone + Send + Sync + 'static {
    let present = now.loaded.clone().ok();
    move || present.clone()
}

/// Waits for an answer and shows what depends on whether it passes a test.
pub(crate) fn view_if<T: Send + Sync + 'static>(
    source: Source<T>,
    test: fn(&Loaded<T>) -> bool,
    view: impl Fn(bool) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    Suspend::new(async move { view(test(&source.0.await)) }).into_any()
}

/// The answers that a page was made of, by address. Must have been provided as context.
#[derive(Clone, Debug, Default)]
pub struct Prefetched(Arc<Mutex<BTreeMap<String, String>>>);

impl Prefetched {
    fn add<T: Serialize>(&self, address: &str, loaded: Result<&T, &ApiError>) {
        let (kind, bytes) = match loaded {
            Ok(value) => ("ok", Coding::Compact.write(value)),
            Err(error) => ("no", Coding::Compact.write(error)),
        };
        // Without an entry the browser asks by itself.
        let Ok(bytes) = bytes else { return };
        let text = format!("{kind}\n{}", BASE64_STANDARD.encode(bytes));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), text);
    }

    /// Writes them at the end of the page that was made of them.
    #[must_use]
    pub fn write_into(&self, mut page: String) -> String {
        let Some(end) = page.rfind("</body>") else { return page };
        let mut element = format!("<div id=\"{PREFETCHED}\" hidden>\n");
        for (address, text) in &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            element += &format!("{}\n{text}\n", html_escape::encode_text(address));
        }
        element += "</div>";
        page.insert_str(end, &element);
        page
    }
}

#[cfg(test)]
mod tests {
    use super::Prefetched;

    #[test]
    fn answers_stand_at_the_end_of_the_page_and_end_nothing() {
        let prefetched = Prefetched::default();
        prefetched.add("/api/me?a=%3C&b=", Ok(&"</div>"));
        let page = prefetched.write_into("<body><main></main></body></html>".to_owned());
        let expected = "<div id=\"prefetched\" hidden>\n/api/me?a=%3C&amp;b=\nok\nBjwvZGl2Pg==\n</div></body></html>";
        assert_eq!(page, format!("<body><main></main>{expected}"));
    }
}
