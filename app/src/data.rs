//! What pages read and what forms send: by address, as JSON, through one untyped path.
//!
//! A page names the address of its data. In the browser it is fetched; on the server the same server function is called in
//! place. Answers stay text until a page reads them, so that all the waiting, caching and hydrating is compiled once and not once
//! for each type: that halves what the browser downloads.

use std::{pin::Pin, sync::Arc};

use countersign_domain::Problem;
use leptos::{prelude::*, serde_json};
use serde::de::DeserializeOwned;

use crate::{
    Fault,
    state::{Flash, use_state},
};

/// An answer as it came: JSON, or what is wrong.
pub(crate) type Answer = Result<String, Fault>;
/// An answer that is awaited.
pub(crate) type Source = Resource<Answer>;

/// Reads an answer.
///
/// # Errors
/// What is wrong, or [`Problem::Unreachable`] for an answer that is none of ours.
pub(crate) fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Fault> {
    serde_json::from_str(answer.as_ref().map_err(Clone::clone)?).map_err(|_| Fault(Problem::Unreachable))
}

/// The answer of a `GET` server function; asked again when the address changes, or when something was done.
pub(crate) fn source(address: Signal<String>, changed: RwSignal<u32>) -> Source {
    Resource::new_blocking(
        move || (address.get(), changed.get()),
        |(address, _)| -> Pin<Box<dyn Future<Output = Answer> + Send>> { Box::pin(transport::get(address)) },
    )
}

/// What an answer looks like, given what the last form was told.
pub(crate) type View = Arc<dyn Fn(Answer, Option<Flash>) -> AnyView + Send + Sync>;

/// Waits for an answer and shows it. On the server the page is sent when it is there; in the browser the former one stays until
/// then.
pub(crate) fn awaited(source: Source, view: View) -> AnyView {
    let flash = use_state().flash;
    view! {
        <Transition>
            {move || {
                let view = view.clone();
                Suspend::new(async move {
                    let flash = read(&flash.await).ok().flatten();
                    view(source.await, flash)
                })
            }}
        </Transition>
    }
    .into_any()
}

/// An address with words in its query, each encoded.
pub(crate) fn address(path: &str, words: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (n, (name, value)) in words.iter().enumerate() {
        address.push(if n == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else {
                address.push('%');
                for half in [byte >> 4, byte & 15] {
                    address.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
                }
            }
        }
    }
    address
}

/// On the server: the server function itself, in the context of the request that is being answered.
#[cfg(feature = "ssr")]
mod transport {
    use axum::{
        body::{Body, to_bytes},
        http::{Method, Request},
    };
    use countersign_domain::Problem;
    use leptos::{serde_json, server_fn::axum::get_server_fn_service};

    use super::Answer;
    use crate::Fault;

    /// More than any page's data.
    const LIMIT: usize = 4 * 1024 * 1024;

    pub(super) async fn get(address: String) -> Answer {
        let failed = |what: &str| Fault::from(countersign_backend::Error::Internal(format!("{what}: {address}")));
        let path = address.split('?').next().unwrap_or(&address);
        let mut service = get_server_fn_service(path, Method::GET).ok_or_else(|| failed("no server function"))?;
        let request = Request::get(&address).body(Body::empty()).map_err(|_| failed("no address"))?;
        let response = service.run(request).await;
        let fine = response.status().is_success();
        let body = to_bytes(response.into_body(), LIMIT).await.map_err(|_| failed("no body"))?;
        if !fine {
            return Err(serde_json::from_slice(&body).unwrap_or(Fault(Problem::Malformed)));
        }
        String::from_utf8(body.into()).map_err(|_| failed("no text"))
    }
}

/// In the browser: the network.
#[cfg(feature = "hydrate")]
mod transport {
    use countersign_domain::Problem;
    use gloo_net::http::{Request, Response};
    use leptos::serde_json;

    use super::Answer;
    use crate::Fault;

    async fn answer(response: Result<Response, gloo_net::Error>) -> Result<(Response, String), Fault> {
        let lost = |_| Fault(Problem::Unreachable);
        let response = response.map_err(lost)?;
        let text = response.text().await.map_err(lost)?;
        if response.ok() {
            Ok((response, text))
        } else {
            Err(serde_json::from_str(&text).unwrap_or(Fault(Problem::Unreachable)))
        }
    }

    /// What the browser gives is bound to its one thread, and so are we.
    pub(super) fn get(address: String) -> impl Future<Output = Answer> + Send {
        send_wrapper::SendWrapper::new(async move {
            let response = Request::get(&address).header("Accept", "application/json").send().await;
            answer(response).await.map(|(_, text)| text)
        })
    }

    /// Sends a form; the answer says where to go next, if anywhere.
    pub(crate) async fn post(address: &str, form: String) -> Result<Option<String>, Fault> {
        let request = Request::post(address)
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(form)
            .map_err(|_| Fault(Problem::Malformed))?;
        let (response, _) = answer(request.send().await).await?;
        Ok(response.headers().get("location"))
    }
}

#[cfg(feature = "hydrate")]
pub(crate) use transport::post;

/// Neither for the server nor for the browser: only so that the crate compiles without features.
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
mod transport {
    pub(super) async fn get(_address: String) -> super::Answer {
        Err(crate::Fault(countersign_domain::Problem::Unreachable))
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn words_are_encoded() {
        assert_eq!(
            address("/api/services", &[("search", "a b&c=é"), ("role", "")]),
            "/api/services?search=a%20b%26c%3D%C3%A9&role="
        );
        assert_eq!(address("/api/me", &[]), "/api/me");
    }
}
