//! Pages: the application rendered completely, in the visitor's language.

use axum::{
    body::to_bytes,
    extract::{Request, State as Extract},
    http::{HeaderValue, Method, StatusCode, Uri, header, uri::PathAndQuery},
    response::{IntoResponse, Response},
};
use countersign_app::{Prefetched, Seen, Visitor, shell};
use countersign_locales::Ui;
use leptos::prelude::provide_context;
use url::{Position, Url};

use super::api;
use crate::http::{guard::access_log, request_headers, state::State};

/// Seconds after which a page that could not be made may be asked for again.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");

/// Renders the page of the request's address, or the page that says there is none.
///
/// Which addresses are pages is known to the application's own router alone.
pub(super) async fn page(Extract(state): Extract<State>, mut request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    *request.uri_mut() = at_our_address(request.uri(), &state.backend.settings().base_url);
    let visitor = request.extensions().get::<Visitor>();
    let language = visitor.map(|visitor| visitor.language).unwrap_or_default();
    // Before anything is read: what changes from now on is told.
    let actor = visitor.and_then(|visitor| visitor.actor.as_ref());
    let seen = actor.map(|actor| Seen(state.backend.live().revision(&actor.account().id).to_string()));
    let assets = state.assets.clone();
    let theme = request_headers::chosen(request.headers());
    let sent = Prefetched::default();
    let made_of = sent.clone();
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_context(Ui::of(language));
            provide_context(assets.clone());
            provide_context(made_of.clone());
            provide_context(seen.clone());
            provide_context(theme);
        },
        shell,
    );
    let (asked, path) = (visitor.cloned(), request.uri().path().to_owned());
    let (mut head, body) = render(request).await.into_parts();
    // Elsewhere, what is not there is nobody's.
    if let Some(visitor) = asked.filter(|_| path.starts_with("/contacts/")) {
        api::log_refused(&visitor, head.status, &access_log::loggable(&path));
    }
    // It was rendered completely before it was answered, so it is here already.
    match to_bytes(body, usize::MAX).await.map(|page| String::from_utf8(page.into())) {
        Ok(Ok(page)) => {
            head.headers.remove(header::CONTENT_LENGTH);
            if head.status == StatusCode::SERVICE_UNAVAILABLE {
                head.headers.insert(header::RETRY_AFTER, RETRY_AFTER);
            }
            Response::from_parts(head, sent.write_into(page).into())
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The address that was asked for, at the configured host: what the client calls the host is not believed, and the
/// renderer would break off over one that is none.
fn at_our_address(asked: &Uri, base: &Url) -> Uri {
    let place = asked.path_and_query().map_or("/", PathAndQuery::as_str);
    let host = &base[Position::BeforeHost..Position::AfterPort];
    let ours = Uri::builder().scheme(base.scheme()).authority(host).path_and_query(place).build();
    ours.unwrap_or_else(|_| Uri::from_static("/"))
}
