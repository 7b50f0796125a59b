//! What pages read and what forms send: by address, through one untyped path.
//!
//! A page names the address of its data. The server calls the server function in place, waits, and writes the answers at the end
//! of the page, where the browser finds them when it takes over; from then on it fetches. Answers stay as they came until a page
//! reads them. So all the waiting, fetching and taking over is compiled once and not once for each type, and the browser needs no
//! machinery for suspending a page.

use std::sync::Arc;

use countersign_domain::Problem;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use serde::de::DeserializeOwned;

use crate::{Fault, state::Flash, wire::Coding};

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(not(feature = "ssr"))]
mod live;
#[cfg(feature = "ssr")]
mod server;

#[cfg(feature = "hydrate")]
pub(crate) use browser::post;
#[cfg(not(feature = "ssr"))]
pub(crate) use browser::{Source, awaited, awaited_by, awaited_if, forget_sent, page, part, part_by, source, spawn};
#[cfg(not(feature = "ssr"))]
pub(crate) use live::follow;
#[cfg(feature = "ssr")]
pub use server::Sent;
#[cfg(feature = "ssr")]
pub(crate) use server::{Source, awaited, awaited_by, awaited_if, part, part_by, source};

/// An answer as it came, in [`Coding::Compact`]; or what is wrong.
pub(crate) type Answer = Result<Vec<u8>, Fault>;

/// What an answer looks like, given what the last form was told.
pub(crate) type View = Arc<dyn Fn(Answer, Option<Flash>) -> AnyView + Send + Sync>;
/// An answer that is there, and what the last form was told.
pub(crate) type Known = (Answer, Option<Flash>);
/// What tells an answer from others that look alike.
pub(crate) type Key = fn(&Answer) -> String;
/// What a yes or no looks like.
pub(crate) type ViewIf = Arc<dyn Fn(bool) -> AnyView + Send + Sync>;

/// The element with the answers that the server sent: three lines for each, its address, `ok` or `no`, and its bytes in base64.
const SENT: &str = "sent";

/// Reads an answer.
///
/// # Errors
/// What is wrong, or [`Problem::Unreachable`] for an answer that is none of ours.
pub(crate) fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Fault> {
    Coding::Compact.read(answer.as_ref().map_err(Clone::clone)?).ok_or(Fault(Problem::Unreachable))
}

/// A number or key that stands in the page's address, or nothing if there is none: server and browser must agree on what they
/// ask, and they do not unescape alike.
pub(crate) fn key(params: &ParamsMap) -> &str {
    let key = params.get_str("id").unwrap_or_default();
    let plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain { key } else { "" }
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
