//! Who asks: put into every request by the server's middleware, read by pages and server functions.

use axum::http::request::Parts;
use countersign_backend::{Actor, Backend};
use countersign_domain::{Handle, Problem};
use countersign_locales::Language;
use leptos::prelude::use_context;
use tower_sessions::Session;

use crate::Fault;

/// Where a session holds the customer ID of its account.
pub const ACCOUNT_KEY: &str = "account";
/// Where a session holds what a form sent without JavaScript is told on the next page.
pub const FLASH_KEY: &str = "flash";
/// Where a session holds to whom a mail was last asked for.
const MAILED_KEY: &str = "mailed";

/// The one who sent a request.
#[derive(Clone)]
pub struct Visitor {
    /// The back end.
    pub backend: Backend,
    /// The session, which may be empty.
    pub session: Session,
    /// The signed-in account, if there is one.
    pub actor: Option<Actor>,
    /// The language of the answer.
    pub language: Language,
}

impl Visitor {
    /// The visitor of the request that is being answered.
    ///
    /// # Errors
    /// [`Problem::Internal`] outside a request.
    pub fn current() -> Result<Self, Fault> {
        use_context::<Parts>()
            .and_then(|parts| parts.extensions.get::<Self>().cloned())
            .ok_or_else(|| Fault(Problem::Internal("no visitor".to_owned())))
    }

    /// The signed-in account of the request that is being answered.
    ///
    /// # Errors
    /// [`Problem::SignedOut`].
    pub fn actor() -> Result<Actor, Fault> {
        Self::current()?.actor.ok_or(Fault(Problem::SignedOut))
    }

    /// Whether visitors may open accounts.
    ///
    /// # Errors
    /// [`Problem::NotFound`] if not.
    pub(crate) fn offers_accounts() -> Result<(), Fault> {
        Ok(Self::current()?.backend.opens_accounts()?)
    }

    /// Makes the session the account's, under a new id.
    ///
    /// # Errors
    /// When the session cannot be stored.
    pub async fn sign_in(&self, account: &Handle) -> Result<(), Fault> {
        let stored = async {
            self.session.cycle_id().await?;
            self.session.insert(ACCOUNT_KEY, account).await
        };
        stored.await.map_err(session_fault)
    }

    /// Notes to whom a mail was asked for: an address or a customer ID, as it was typed, whether or not there is an account.
    ///
    /// # Errors
    /// When the session cannot be stored.
    pub(crate) async fn note_mailed(&self, to: &str) -> Result<(), Fault> {
        self.session.insert(MAILED_KEY, to).await.map_err(session_fault)
    }

    /// To whom a mail was last asked for.
    ///
    /// # Errors
    /// When the session cannot be read.
    pub(crate) async fn mailed(&self) -> Result<Option<String>, Fault> {
        self.session.get(MAILED_KEY).await.map_err(session_fault)
    }

    /// Ends the session.
    ///
    /// # Errors
    /// When the session cannot be removed.
    pub async fn sign_out(&self) -> Result<(), Fault> {
        self.session.flush().await.map_err(session_fault)
    }
}

pub(crate) fn session_fault(error: tower_sessions::session::Error) -> Fault {
    countersign_backend::Error::Internal(format!("session: {error}")).into()
}
