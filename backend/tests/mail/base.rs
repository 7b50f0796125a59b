//! A back end of its own for each test, on SQLite, and on Postgres when `TEST_DATABASE_URL` names one.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use countersign_backend::{
    Backend, CodeHash, MailContent,
    ambient::{Clock, new_id},
    testing::{Account, Db, Inserted, NewLink, NewMail, Purpose, Recipient},
};
use countersign_domain::{DAY, Handle};
use countersign_locales::Language;
use uuid::Uuid;

use crate::samples::{NOW, account, settings};

pub(crate) struct Base {
    pub(crate) backend: Backend,
    url: String,
    clock: Arc<AtomicI64>,
    /// SQLite's file lives as long as this.
    _folder: Option<tempfile::TempDir>,
    /// The server on which the database is to be dropped, and its name.
    server: Option<(Db, String)>,
}

/// A row of the outbox.
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) state: String,
    pub(crate) attempts: i32,
    pub(crate) due_at: i64,
    pub(crate) payload: Option<String>,
    pub(crate) error: Option<String>,
    pub(crate) leased_until: Option<i64>,
    pub(crate) sent_at: Option<i64>,
    pub(crate) failure: Option<String>,
}

/// Runs a statement on either engine.
macro_rules! on {
    ($db:expr, |$pool:ident| $body:expr) => {
        match $db {
            Db::Sqlite { write: $pool, .. } => $body,
            Db::Postgres { pool: $pool, .. } => $body,
        }
    };
}

impl Base {
    /// An empty database of each kind.
    pub(crate) async fn each() -> Vec<Self> {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        let mut bases = vec![Self::on(url, Some(folder), None).await];
        if let Ok(server_url) = std::env::var("TEST_DATABASE_URL") {
            let server = Db::connect(&server_url).await.unwrap();
            let name = format!("mail_{}", new_id(NOW).simple());
            let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
            on!(&server, |pool| sqlx::query(create).execute(pool).await.map(drop)).unwrap();
            let mut url: url::Url = server_url.parse().unwrap();
            url.set_path(&name);
            bases.push(Self::on(url.into(), None, Some((server, name))).await);
        }
        bases
    }

    async fn on(url: String, folder: Option<tempfile::TempDir>, server: Option<(Db, String)>) -> Self {
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        let clock = Arc::new(AtomicI64::new(NOW.0));
        let backend = Backend::new(db, Clock::Manual(clock.clone()), settings());
        Self { backend, url, clock, _folder: folder, server }
    }

    /// Another process on the same database, with the same clock.
    pub(crate) async fn neighbour(&self) -> Backend {
        Backend::new(Db::connect(&self.url).await.unwrap(), Clock::Manual(self.clock.clone()), settings())
    }

    /// Removes the database.
    pub(crate) async fn close(self) {
        self.backend.db().close().await;
        if let Some((server, name)) = self.server {
            let remove = sqlx::AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"));
            on!(&server, |pool| sqlx::query(remove).execute(pool).await.map(drop)).unwrap();
        }
    }

    pub(crate) fn later(&self, ms: i64) {
        self.clock.fetch_add(ms, Ordering::SeqCst);
    }

    pub(crate) async fn add(&self, account: &Account) {
        let mut tx = self.backend.db().begin().await.unwrap();
        assert_eq!(tx.insert_account(account).await.unwrap(), Inserted::Done);
        tx.commit().await.unwrap();
    }

    /// An account that mails can go to.
    pub(crate) async fn marie(&self) -> Handle {
        let marie = account("md10001-ovh", "Marie Dubois", Language::Fr);
        self.add(&marie).await;
        marie.id
    }

    /// Owes so many mails that each carry a code of a link that works for a year.
    pub(crate) async fn owe(&self, to: &Handle, count: usize) -> Vec<Uuid> {
        let code = crate::samples::code();
        let mut tx = self.backend.db().begin().await.unwrap();
        let link = NewLink {
            id: new_id(self.backend.now()),
            purpose: Purpose::EmailChange,
            holder: Some(to.as_str()),
            address: "new@example.org",
            sender: None,
            mailed_at: None,
            expires_at: self.backend.now().plus(365 * DAY),
        };
        tx.insert_link(&link, &CodeHash::of(&code), self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        let mut ids = Vec::with_capacity(count);
        for _ in 0..count {
            ids.push(self.owe_one(to, "emailConfirm", "new@example.org", Some(code.reveal())).await);
        }
        ids
    }

    /// Owes a mail to an address.
    pub(crate) async fn owe_one(&self, to: &Handle, event: &str, address: &str, payload: Option<&str>) -> Uuid {
        let now = self.backend.now();
        let id = new_id(now);
        let mut tx = self.backend.db().begin().await.unwrap();
        let content = MailContent::read(event, payload).unwrap();
        let mail = NewMail {
            id,
            content: &content,
            recipient: Recipient::Account(to),
            address: Some(address),
            request: None,
            generation: 0,
            prompted_by: None,
            now,
        };
        tx.insert_mail(mail).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub(crate) async fn row(&self, id: Uuid) -> Row {
        const SQL: &str =
            "SELECT state, attempts, due_at, payload, error, leased_until, sent_at, failure FROM outbox WHERE id = $1";
        on!(self.backend.db(), |pool| sqlx::query_as(SQL).bind(id).fetch_one(pool).await).unwrap()
    }

    /// The states of all mails, by the order in which they were owed.
    pub(crate) async fn states(&self) -> Vec<(String, String)> {
        const SQL: &str = "SELECT event, state FROM outbox ORDER BY id";
        on!(self.backend.db(), |pool| sqlx::query_as(SQL).fetch_all(pool).await).unwrap()
    }

    /// The rows of a query for one text.
    pub(crate) async fn texts(&self, sql: &'static str) -> Vec<String> {
        on!(self.backend.db(), |pool| sqlx::query_scalar(sql).fetch_all(pool).await).unwrap()
    }
}
