//! `GET /api/live`: tells an open page, by server-sent events, that something has changed for its account. Nothing else is told.
//!
//! A stream waits without a database connection. When it is told something, it looks first whether its session is still there.

use std::{convert::Infallible, time::Duration};

use axum::{
    Extension,
    extract::Query,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response, Sse, sse::Event},
};
use countersign_app::Visitor;
use countersign_backend::{
    Backend,
    live::{Revision, Stream},
};
use countersign_domain::Timestamp;
use futures_util::stream;
use serde::Deserialize;
use tokio::time::{Instant, sleep, sleep_until};

/// A stream that has nothing to tell says so after this time, so that nobody on the way takes it for dead.
const BEAT: Duration = Duration::from_secs(20);
/// Between two events of a stream: what changes meanwhile is one event.
const GAP: Duration = Duration::from_millis(200);
/// Browsers come back after one to two seconds (in milliseconds), not all at once.
const RETRY: std::ops::Range<u64> = 1000..2000;

/// Something has changed. That, or the next, is all that is ever told.
const CHANGED: &str = "changed";
/// The session is over: the page looks who is signed in.
const OVER: &str = "over";

/// What a page's address of its stream says.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The revision of what the page shows.
    seen: Option<String>,
}

/// Answers with the stream of the visitor's account; with nothing (204, after which browsers do not come back) when nobody is
/// signed in.
pub(super) async fn follow(
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let (Some(actor), Some(session)) = (visitor.actor, visitor.session.id()) else {
        return StatusCode::NO_CONTENT.into_response();
    };
    // A browser that comes back by itself says what it was told last; its address is still that of the beginning.
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).or(asked.seen.as_deref());
    let stream = visitor.backend.live().open(&actor.account().id, last.and_then(Revision::parse));
    let mut open = Open {
        backend: visitor.backend,
        session: session.0.to_be_bytes(),
        stream,
        until: Timestamp(0),
        not_before: Instant::now(),
    };
    match open.session_lives().await {
        Ok(true) => {}
        Ok(false) => return StatusCode::NO_CONTENT.into_response(),
        Err(error) => {
            tracing::warn!(%error, "no stream");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    }
    let spread = u64::from(open.session[15]) * (RETRY.end - RETRY.start) / 256;
    let begin = Event::default().retry(Duration::from_millis(RETRY.start + spread));
    let events = stream::unfold((Some(begin), Some(open)), |(begin, open)| async {
        match begin {
            Some(begin) => Some((begin, (None, open))),
            None => open?.next().await.map(|(event, open)| (event, (None, open))),
        }
    });
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
        // A stream that ends takes its connection along: otherwise one account could hold far more connections than streams.
        (header::CONNECTION, HeaderValue::from_static("close")),
    ];
    (headers, Sse::new(stream::StreamExt::map(events, Ok::<_, Infallible>))).into_response()
}

/// An open stream.
struct Open {
    backend: Backend,
    session: [u8; 16],
    stream: Stream,
    /// When the session ends if nothing is done.
    until: Timestamp,
    not_before: Instant,
}

impl Open {
    /// The next event, and the stream if it goes on.
    async fn next(mut self) -> Option<(Event, Option<Self>)> {
        sleep_until(self.not_before).await;
        let left = u64::try_from(self.backend.now().until(self.until)).unwrap_or(0);
        let changed = tokio::select! {
            revision = self.stream.next() => Some(revision?),
            () = sleep(BEAT.min(Duration::from_millis(left))) => None,
        };
        if changed.is_none() && self.backend.now() < self.until {
            return Some((Event::default().comment(""), Some(self)));
        }
        match self.session_lives().await {
            Ok(true) => {
                self.not_before = Instant::now() + GAP;
                let event = match changed {
                    Some(revision) => Event::default().id(revision.to_string()).data(CHANGED),
                    None => Event::default().comment(""),
                };
                Some((event, Some(self)))
            }
            Ok(false) => Some((Event::default().data(OVER), None)),
            Err(error) => {
                tracing::warn!(%error, "a stream ends");
                None
            }
        }
    }

    /// Looks whether the session is still there.
    async fn session_lives(&mut self) -> countersign_backend::Result<bool> {
        let found = self.backend.session(&self.session).await?;
        if let Some((_, until)) = &found {
            self.until = *until;
        }
        Ok(found.is_some())
    }
}
