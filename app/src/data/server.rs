//! Reading on the server: the server function itself, in the context of the request that is being answered.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use countersign_backend::Error;
use countersign_domain::Problem;
use leptos::{prelude::*, server_fn::axum::get_server_fn_service};

use super::{Answer, Key, Known, SENT, View, ViewIf, read};
use crate::{Fault, state::use_state, wire::Coding};

/// More than any page's data, in bytes.
const LIMIT: usize = 4 * 1024 * 1024;

/// An answer that is awaited.
#[derive(Clone, Copy)]
pub(crate) struct Source(AsyncDerived<Answer>);

/// The answer of a `GET` server function.
pub(crate) fn source(address: Signal<String>, _changed: RwSignal<u32>) -> Source {
    Source(AsyncDerived::new(move || get(address.get_untracked())))
}

/// Waits for an answer and shows it; the page is sent when it is there.
pub(crate) fn awaited(source: Source, view: View) -> AnyView {
    let flash = use_state().flash;
    Suspend::new(async move {
        let flash = read(&flash.0.await).ok().flatten();
        view(source.0.await, flash)
    })
    .into_any()
}

/// Waits for an answer and shows it; the key is the browser's concern.
pub(crate) fn awaited_by(source: Source, _key: Key, view: View) -> AnyView {
    awaited(source, view)
}

/// A part of what an answer looks like, made of what is there `now`.
pub(crate) fn part(_source: Source, now: &Known, view: View) -> AnyView {
    view(now.0.clone(), now.1.clone())
}

/// Such a part; the key is the browser's concern.
pub(crate) fn part_by(source: Source, now: &Known, _key: Key, view: View) -> AnyView {
    part(source, now, view)
}

/// Waits for an answer and shows what depends on whether it passes a test.
pub(crate) fn awaited_if(source: Source, test: fn(&Answer) -> bool, view: ViewIf) -> AnyView {
    Suspend::new(async move { view(test(&source.0.await)) }).into_any()
}

/// The answers that a page was made of, by address. Must have been provided as context.
#[derive(Clone, Debug, Default)]
pub struct Sent(Arc<Mutex<BTreeMap<String, String>>>);

impl Sent {
    fn add(&self, address: &str, answer: &Answer) {
        let (kind, bytes) = match answer {
            Ok(bytes) => ("ok", bytes.clone()),
            Err(fault) => ("no", Coding::Compact.write(fault).unwrap_or_default()),
        };
        let text = format!("{kind}\n{}", BASE64_STANDARD.encode(bytes));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), text);
    }

    /// Writes them at the end of the page that was made of them.
    #[must_use]
    pub fn write_into(&self, mut page: String) -> String {
        let Some(end) = page.rfind("</body>") else { return page };
        let mut element = format!("<div id=\"{SENT}\" hidden>\n");
        for (address, text) in &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            element += &format!("{}\n{text}\n", html_escape::encode_text(address));
        }
        element += "</div>";
        page.insert_str(end, &element);
        page
    }
}

async fn get(address: String) -> Answer {
    provide_context(Coding::Compact);
    let answer = call(&address).await;
    if let Some(sent) = use_context::<Sent>() {
        sent.add(&address, &answer);
    }
    answer
}

async fn call(address: &str) -> Answer {
    let failed = |what: &str| Fault::from(Error::Internal(format!("{what}: {address}")));
    let path = address.split('?').next().unwrap_or(address);
    let mut service = get_server_fn_service(path, Method::GET).ok_or_else(|| failed("no server function"))?;
    let request = Request::get(address).body(Body::empty()).map_err(|_| failed("no address"))?;
    let response = service.run(request).await;
    let fine = response.status().is_success();
    let body = to_bytes(response.into_body(), LIMIT).await.map_err(|_| failed("no body"))?;
    if !fine {
        return Err(Coding::Compact.read(&body).unwrap_or(Fault(Problem::Malformed)));
    }
    Ok(body.into())
}

#[cfg(test)]
mod tests {
    use super::Sent;

    #[test]
    fn answers_stand_at_the_end_of_the_page_and_end_nothing() {
        let sent = Sent::default();
        sent.add("/api/me?a=%3C&b=", &Ok(b"</div><b>".to_vec()));
        let page = sent.write_into("<body><main></main></body></html>".to_owned());
        let expected = "<div id=\"sent\" hidden>\n/api/me?a=%3C&amp;b=\nok\nPC9kaXY+PGI+\n</div></body></html>";
        assert_eq!(page, format!("<body><main></main>{expected}"));
    }
}
