//! Sessions: tower-sessions over our own store.

use std::{cell::RefCell, future::Future, time::Duration};

use async_trait::async_trait;
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use countersign_app::{ACCOUNT_KEY, RENEWED_KEY};
use countersign_backend::{Backend, SessionRow};
use countersign_domain::{HOUR, Handle, Problem, Timestamp};
use tokio::time::timeout;
use tower_sessions::{
    Expiry, SessionManagerLayer, SessionStore,
    cookie::{SameSite, time},
    session::{Id, Record},
    session_store::{Error, Result},
};

use crate::http::cookies;

/// How long a session lasts without being used, in milliseconds. How long it lasts at all is a setting: see `session_lifetime`.
const LASTS: i64 = 12 * HOUR;

/// The longest cookie that may be a session's, in bytes.
const LONGEST: usize = 64;
/// How long a page waits until its session is renewed.
const RENEWED_WITHIN: Duration = Duration::from_millis(500);

/// What a browser is to forget when somebody signs out: pages that Back would show, and whatever was stored. Not its cookies: that
/// would be those of the provider's other sites as well (the whole registrable domain), and the reader's language.
const CLEAR: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

/// The layer that reads and writes sessions. Served by https, the cookie is bound to this host and never sent in clear.
pub(in crate::http) fn layer(backend: &Backend) -> SessionManagerLayer<Sessions> {
    let https = backend.settings().base_url.scheme() == "https";
    SessionManagerLayer::new(Sessions(backend.clone()))
        .with_name(if https { "__Host-countersign" } else { "countersign" })
        .with_secure(https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(time::Duration::milliseconds(LASTS)))
}

/// What a request says of its session, whether or not there is one.
pub(in crate::http) fn cookie_of(headers: &HeaderMap) -> Option<&str> {
    let cookie = |name| cookies::value(headers, name);
    cookie("__Host-countersign").or_else(|| cookie("countersign")).filter(|cookie| cookie.len() <= LONGEST)
}

/// Lets the session's cookie be removed when its owner signs out, and never else.
///
/// tower-sessions removes it whenever its session is not there any more. What an open page reads may cross the answer that
/// brings the browser its next cookie; the removal would take that one, and sign its owner out. Browsers take a `__Host-`
/// cookie, even an empty one, with `Secure` only, which tower-sessions leaves out when it removes.
pub(in crate::http) async fn removal(request: Request, next: Next) -> Response {
    let signs_out = request.uri().path() == "/api/sign-out";
    let mut response = next.run(request).await;
    if signs_out && !response.status().is_client_error() && !response.status().is_server_error() {
        response.headers_mut().insert("clear-site-data", CLEAR);
    }
    let cookies: Vec<_> = response.headers().get_all(header::SET_COOKIE).iter().cloned().collect();
    response.headers_mut().remove(header::SET_COOKIE);
    for cookie in cookies {
        let kept = match cookie.to_str() {
            Ok(line) if !line.starts_with("countersign=;") && !line.starts_with("__Host-countersign=;") => Some(cookie),
            Ok(line) if signs_out && line.starts_with("__Host-") => {
                HeaderValue::try_from(format!("{line}; Secure")).ok()
            }
            _ => Some(cookie).filter(|_| signs_out),
        };
        if let Some(cookie) = kept {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// The store of sessions.
#[derive(Clone, Debug)]
pub(in crate::http) struct Sessions(Backend);

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

/// A failure of the store. tower-sessions answers with a status alone: that somebody else was in the way is noted beside it.
fn not_stored(error: countersign_backend::Error) -> Error {
    if let Some(problem) = error.contention() {
        let _ = CONTENTION.try_with(|noted| noted.replace(Some(problem)));
    }
    failed(error)
}

tokio::task_local! {
    /// Why the session of the request that is being answered could not be stored, if it may be tried again.
    static CONTENTION: RefCell<Option<Problem>>;
}

/// Waits for an answer; says why its session could not be stored, if it may be tried again.
pub(in crate::http) async fn noting_contention(answer: impl Future<Output = Response>) -> (Response, Option<Problem>) {
    let noted = async move {
        let answer = answer.await;
        (answer, CONTENTION.with(RefCell::take))
    };
    CONTENTION.scope(RefCell::default(), noted).await
}

struct Row {
    id: [u8; 16],
    account: Option<Handle>,
    data: String,
    expires_at: Timestamp,
}

impl Row {
    fn as_stored(&self) -> SessionRow<'_> {
        SessionRow { id: &self.id, account: self.account.as_ref(), data: &self.data, expires_at: self.expires_at }
    }
}

fn row(record: &Record, now: Timestamp) -> Result<Row> {
    let data = leptos::serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
    let account = record.data.get(ACCOUNT_KEY).and_then(|value| value.as_str()).map(str::to_owned);
    Ok(Row {
        id: record.id.0.to_be_bytes(),
        account: account.map(Handle::try_from).transpose().map_err(failed)?,
        data,
        // The record goes by the system's clock. Where ours is ahead of it, which tests bring about, ours counts.
        expires_at: Timestamp(record.expiry_date.unix_timestamp().saturating_mul(1000)).max(now.plus(LASTS)),
    })
}

impl Sessions {
    async fn store(&self, record: &Record) -> Result<()> {
        let row = row(record, self.0.now())?;
        self.0.update_session(&row.as_stored()).await.map_err(not_stored)
    }

    /// Whether a session differs from what is stored in nothing but when it was renewed.
    async fn is_only_renewed(&self, record: &Record) -> bool {
        let Ok(Some(mut stored)) = self.load(&record.id).await else { return false };
        let mut data = record.data.clone();
        data.remove(RENEWED_KEY);
        stored.data.remove(RENEWED_KEY);
        data == stored.data
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            let row = row(record, self.0.now())?;
            let stored = self.0.insert_session(&row.as_stored()).await.map_err(not_stored)?;
            if stored {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        if !self.is_only_renewed(record).await {
            return self.store(record).await;
        }
        // Nobody waits for a page, or is kept from it, because the session could not be renewed: as on a full disk, or while
        // somebody else writes.
        match timeout(RENEWED_WITHIN, self.store(record)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "a session could not be renewed"),
            Err(_) => tracing::warn!("a session could not be renewed in time"),
        }
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = self.0.session(&id.0.to_be_bytes()).await.map_err(failed)?;
        let Some((data, expires_at)) = found else { return Ok(None) };
        let data = leptos::serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(expires_at.0 / 1000).map_err(failed)?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.0.delete_session(&id.0.to_be_bytes()).await.map_err(not_stored)
    }
}
