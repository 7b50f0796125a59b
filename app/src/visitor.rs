//! Who asks: put into every request by the server's middleware, read by pages and server functions.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use axum::http::{header, request::Parts};
use countersign_backend::{
    Account, Backend, Customer, Error, PasswordChoice, Queue, SignedIn as Outcome, StoredSession, session_key,
};
use countersign_domain::{Handle, MINUTE, Problem, Timestamp, view::SignedIn};
use countersign_locales::Language;
use leptos::{prelude::use_context, serde_json::Value};
use tower_sessions::{Session, session::Error as SessionError};

use crate::{ApiError, Network, SecurityEvent, device::device};

/// Where a session holds the customer ID of its account.
pub const ACCOUNT_KEY: &str = "account";
/// Where a session holds the stamp of the password that it was opened with.
const STAMP_KEY: &str = "stamp";
/// Where a session holds from what device it was opened.
const DEVICE_KEY: &str = "device";
/// Where a session holds when it was last renewed.
pub const RENEWED_KEY: &str = "renewed";
/// Where a session holds what a form sent without JavaScript is told on the next page.
pub const FLASH_KEY: &str = "flash";
/// Where a session holds to whom a mail was last asked for.
const MAILED_KEY: &str = "mailed";

/// A session that is used is stored again, with all its time before it, when this many milliseconds have passed.
const RENEW_AFTER: i64 = 10 * MINUTE;

/// What a form has shown of the one who sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The password of this account, or the code of a mail that went to it.
    Accepted {
        /// The account.
        account: Handle,
        /// [`Account::password_stamp`] of its present password.
        password_stamp: String,
    },
    /// A password that is not that of the account.
    Rejected,
}

/// The one who sent a request.
#[derive(Clone)]
pub struct Visitor {
    /// The back end.
    pub backend: Backend,
    /// The session, which may be empty.
    pub session: Session,
    /// The signed-in account, if there is one.
    pub actor: Option<Customer>,
    /// The signed-in account that must choose a password before it may do anything else. There is no actor then.
    pub must_choose: Option<PasswordChoice>,
    /// The language of the answer.
    pub language: Language,
    /// Where the request came from, for the log.
    pub from: Network,
    /// The network that the request came from, for limits: an address of IPv4, 64 bits of IPv6. `None` if it is not known.
    pub sender: Option<String>,
    /// In which queue a password is compared that is typed to sign in.
    pub queue: Queue,
    proof: Arc<OnceLock<Proof>>,
}

impl Visitor {
    /// Whose session it is; `language` is what the browser asks for. A session in use is renewed; one that was opened with a
    /// password that has been replaced, or by an account that is disabled, is over.
    ///
    /// # Errors
    /// When the session or the account cannot be read.
    pub async fn of(
        backend: &Backend,
        session: Session,
        language: Language,
        from: Network,
        sender: Option<String>,
    ) -> Result<Self, Error> {
        let mut visitor = Self {
            backend: backend.clone(),
            session,
            actor: None,
            must_choose: None,
            language,
            from,
            sender,
            queue: Queue::Strangers,
            proof: Arc::default(),
        };
        let account = visitor.session.get::<Handle>(ACCOUNT_KEY).await.map_err(session_error)?;
        let Some(account) = account else { return Ok(visitor) };
        let stamp = visitor.session.get::<String>(STAMP_KEY).await.map_err(session_error)?;
        let is_right = |account: &Account| Some(account.password_stamp()) == stamp;
        match backend.signed_in(&account).await? {
            Outcome::Customer(actor) if is_right(actor.account()) => {
                visitor.language = actor.account().language;
                visitor.actor = Some(actor);
            }
            Outcome::MustChoose(choice) if is_right(choice.account()) => visitor.must_choose = Some(choice),
            // A sign-in that was under way while the password was replaced is stored after the others have been removed.
            _ => {
                visitor.end().await.map_err(session_error)?;
                return Ok(visitor);
            }
        }
        visitor.renew().await.map_err(session_error)?;
        Ok(visitor)
    }

    /// The visitor of the request that is being answered.
    ///
    /// # Errors
    /// [`Problem::Internal`] outside a request.
    pub fn current() -> Result<Self, ApiError> {
        use_context::<Parts>()
            .and_then(|parts| parts.extensions.get::<Self>().cloned())
            .ok_or_else(|| ApiError(Problem::Internal("no visitor".to_owned())))
    }

    /// The signed-in account of the request that is being answered.
    ///
    /// # Errors
    /// [`Problem::SignedOut`].
    pub fn actor() -> Result<Customer, ApiError> {
        Self::current()?.actor.ok_or(ApiError(Problem::SignedOut))
    }

    /// The customer ID of whoever is signed in, even if a password must be chosen first.
    #[must_use]
    pub fn account_id(&self) -> Option<&Handle> {
        let choosing = self.must_choose.as_ref().map(PasswordChoice::account);
        self.actor.as_ref().map(Customer::account).or(choosing).map(|account| &account.id)
    }

    /// Whether visitors may open accounts.
    ///
    /// # Errors
    /// [`Problem::NotFound`] if not.
    pub(crate) fn offers_accounts() -> Result<(), ApiError> {
        Ok(Self::current()?.backend.opens_accounts()?)
    }

    /// Makes the session the account's, under a new id, for as long as its password is the one that it has here.
    ///
    /// # Errors
    /// When the session cannot be stored.
    pub async fn sign_in(&self, account: &Account) -> Result<(), ApiError> {
        let parts = use_context::<Parts>();
        let agent = parts.as_ref().and_then(|parts| parts.headers.get(header::USER_AGENT)?.to_str().ok());
        let stored = async {
            self.session.cycle_id().await?;
            self.session.insert(ACCOUNT_KEY, &account.id).await?;
            self.session.insert(STAMP_KEY, account.password_stamp()).await?;
            self.session.insert(DEVICE_KEY, device(agent.unwrap_or_default())).await?;
            self.session.insert(RENEWED_KEY, self.backend.now()).await
        };
        stored.await.map_err(session_fault)?;
        self.note(Proof::Accepted { account: account.id.clone(), password_stamp: account.password_stamp() });
        Ok(())
    }

    /// Notes what the form that is being answered has shown.
    pub(crate) fn note(&self, proof: Proof) {
        // A form shows one thing.
        let _ = self.proof.set(proof);
    }

    /// What the form that was answered has shown, if anything.
    #[must_use]
    pub fn proof(&self) -> Option<&Proof> {
        self.proof.get()
    }

    /// Has the session stored again, unless it was a short time ago.
    async fn renew(&self) -> Result<(), SessionError> {
        let now = self.backend.now();
        let renewed = self.session.get::<Timestamp>(RENEWED_KEY).await?;
        if renewed.is_none_or(|renewed| renewed.until(now) >= RENEW_AFTER) {
            self.session.insert(RENEWED_KEY, now).await?;
        }
        Ok(())
    }

    /// Empties the session and removes what is stored of it. What is put into it from then on has a new id.
    async fn end(&self) -> Result<(), SessionError> {
        self.session.clear().await;
        self.session.cycle_id().await
    }

    /// Where the account of this session is signed in, the last used first.
    ///
    /// # Errors
    /// [`Problem::SignedOut`]; and when the sessions cannot be read.
    pub(crate) async fn sessions(&self) -> Result<Vec<SignedIn>, ApiError> {
        let actor = self.actor.as_ref().ok_or(ApiError(Problem::SignedOut))?;
        let stamp = actor.account().password_stamp();
        let here = self.session.id().map(|id| session_key(&id.0.to_be_bytes()));
        let signed_in = |stored: StoredSession| {
            let data: BTreeMap<String, Value> = leptos::serde_json::from_str(&stored.data).ok()?;
            let text = |key| data.get(key).and_then(Value::as_str).unwrap_or_default();
            let used = data.get(RENEWED_KEY).and_then(Value::as_i64).map_or(stored.created_at, Timestamp);
            // One that was opened with a former password is over when it is next used.
            (text(STAMP_KEY) == stamp).then(|| SignedIn {
                here: here.as_ref() == Some(&stored.key),
                key: stored.key,
                device: text(DEVICE_KEY).to_owned(),
                since: stored.created_at,
                used,
            })
        };
        let mut sessions: Vec<_> = actor.sessions().await?.into_iter().filter_map(signed_in).collect();
        sessions.sort_by_key(|session| (!session.here, std::cmp::Reverse(session.used)));
        Ok(sessions)
    }

    /// Notes to whom a mail was asked for: an address or a customer ID, as it was typed, whether or not there is an account.
    ///
    /// # Errors
    /// When the session cannot be stored.
    pub(crate) async fn note_mailed(&self, to: &str) -> Result<(), ApiError> {
        self.session.insert(MAILED_KEY, to).await.map_err(session_fault)
    }

    /// To whom a mail was last asked for.
    ///
    /// # Errors
    /// When the session cannot be read.
    pub(crate) async fn mailed(&self) -> Result<Option<String>, ApiError> {
        self.session.get(MAILED_KEY).await.map_err(session_fault)
    }

    /// Writes into the security log what the visitor did, as the signed-in account unless another is named.
    pub(crate) fn log(&self, event: SecurityEvent, account: Option<&Handle>) {
        let signed_in = self.actor.as_ref().map(|actor| &actor.account().id);
        event.log(account.or(signed_in), self.from, None);
    }

    /// Ends the session.
    ///
    /// # Errors
    /// When the session cannot be removed.
    pub async fn sign_out(&self) -> Result<(), ApiError> {
        self.end().await.map_err(session_fault)
    }
}

fn session_error(error: SessionError) -> Error {
    Error::Internal(format!("session: {error}"))
}

pub(crate) fn session_fault(error: SessionError) -> ApiError {
    session_error(error).into()
}
