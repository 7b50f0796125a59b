//! A back end with eight customers and a clock that a test moves, and what tests do with it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use countersign_backend::{
    Backend, Customer, Error, MailsAtOnce, OperatorIdentity, Password, Rights, ServiceUpdate, Settings, Submission,
    ambient::{Clock, new_id},
    testing::{Account, Db, Inserted, Tx},
};
use countersign_domain::{
    Category, Contacts, DAY, Decision, EmailAddress, Handle, IdempotencyKey, Note, PersonName, Problem, RenewalDays,
    RequestId, Role, Roles, ServiceId, ServiceName, Status, Suffix, Timestamp, Token, Wishes, view::Decided,
};
use countersign_locales::Language;
use tokio::{sync::OnceCell, task::JoinHandle};

/// When every test begins.
pub(crate) const NOW: Timestamp = Timestamp(1_700_000_000_000);
/// Everyone's password.
pub(crate) const PASSWORD: &str = "correct staple grief 81";
/// The customers. Of the service that [`World::service`] adds, the first three are the contacts.
pub(crate) const CUSTOMERS: [&str; 8] = ["aa1", "bb2", "cc3", "dd4", "ee5", "ff6", "gg7", "hh8"];

/// A back end over a fresh database.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) backend: Backend,
    clock: Arc<AtomicI64>,
    url: Arc<str>,
}

/// The customer ID of a stem.
pub(crate) fn id(stem: &str) -> Handle {
    Handle::parse(stem, &Suffix::default()).unwrap()
}

/// What a person is told; a failure inside fails the test.
pub(crate) fn told<T>(result: Result<T, Error>) -> Result<T, Problem> {
    result.map_err(|error| match error {
        Error::Problem(problem) => problem,
        failure => panic!("failed inside: {failure}"),
    })
}

/// What the provider's staff does, and why.
pub(crate) fn staff(reason: &str) -> OperatorIdentity {
    OperatorIdentity {
        name: PersonName::parse("Ada").unwrap(),
        rights: Rights::All,
        reason: Some(Note::parse(reason).unwrap()),
        origin: "test".to_owned(),
    }
}

/// The wishes of a form.
pub(crate) fn wishes(list: &[(Role, &str)]) -> Wishes {
    let find = |role| list.iter().find(|(r, _)| *r == role).map(|(_, to)| id(to));
    Wishes { admin: find(Role::Admin), tech: find(Role::Tech), billing: find(Role::Billing) }
}

/// Three contacts: administrator, technical, billing.
pub(crate) fn contacts([admin, tech, billing]: [&str; 3]) -> Contacts {
    Contacts { admin: id(admin), tech: id(tech), billing: id(billing) }
}

async fn password_hash() -> String {
    static HASH: OnceCell<String> = OnceCell::const_new();
    HASH.get_or_init(|| async { Password::typed(PASSWORD).hash().await.unwrap() }).await.clone()
}

impl World {
    pub(crate) async fn open(url: &str) -> Self {
        let world = Self::connect(url, Arc::new(AtomicI64::new(NOW.plus(-DAY).0))).await;
        world.backend.db().migrate().await.unwrap();
        for stem in CUSTOMERS {
            world.add_account(stem).await;
        }
        world.later(DAY);
        world
    }

    async fn connect(url: &str, clock: Arc<AtomicI64>) -> Self {
        Self::over(Db::connect(url).await.unwrap(), url, clock)
    }

    /// A back end over what is connected already.
    pub(crate) fn over(db: Db, url: &str, clock: Arc<AtomicI64>) -> Self {
        Self::with_mails_at_once(db, url, clock, MailsAtOnce::default())
    }

    /// The same with other limits for unsolicited mails.
    pub(crate) fn with_mails_at_once(db: Db, url: &str, clock: Arc<AtomicI64>, mails_at_once: MailsAtOnce) -> Self {
        let settings = Settings {
            mails_at_once,
            payment_url: Some("https://pay.example.org/".parse().unwrap()),
            ..Settings::new("https://contacts.example.org/".parse().unwrap())
        };
        let backend = Backend::new(db, Clock::Manual(clock.clone()), settings);
        Self { backend, clock, url: url.into() }
    }

    /// A second process over the same database.
    pub(crate) async fn another_process(&self) -> Self {
        Self::connect(&self.url, self.clock.clone()).await
    }

    /// A second process that gives notices so many days before the end of a service.
    pub(crate) async fn with_renewal_days(&self, days: &str) -> Self {
        let mut settings = self.backend.settings().clone();
        settings.renewal_days = RenewalDays::parse(days).unwrap();
        let db = Db::connect(&self.url).await.unwrap();
        let backend = Backend::new(db, Clock::Manual(self.clock.clone()), settings);
        Self { backend, clock: self.clock.clone(), url: self.url.clone() }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.backend.now()
    }

    /// Does something that waits for what `held` has locked, and is let go when `ms` more have passed.
    pub(crate) async fn waits<T: Send + 'static>(
        &self,
        held: Tx,
        ms: i64,
        act: impl Future<Output = T> + Send + 'static,
    ) -> T {
        let act = self.waiting(act).await;
        self.later(ms);
        drop(held);
        act.await.unwrap()
    }

    /// Does something that waits for what `held` has locked and changed, which is then committed.
    pub(crate) async fn waits_for_commit<T: Send + 'static>(
        &self,
        held: Tx,
        act: impl Future<Output = T> + Send + 'static,
    ) -> T {
        let act = self.waiting(act).await;
        held.commit().await.unwrap();
        act.await.unwrap()
    }

    /// Begins something, and answers when it waits.
    async fn waiting<T: Send + 'static>(&self, act: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
        let act = tokio::spawn(act);
        match self.backend.db() {
            Db::Postgres { .. } => {
                let waiting = "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
                while self.count(waiting).await == 0 {
                    assert!(!act.is_finished(), "it waits");
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
            // Who waits for the one writer is seen by nobody.
            Db::Sqlite { .. } => tokio::time::sleep(Duration::from_millis(500)).await,
        }
        assert!(!act.is_finished(), "it waits");
        act
    }

    pub(crate) fn later(&self, ms: i64) {
        self.clock.fetch_add(ms, Ordering::SeqCst);
    }

    pub(crate) async fn add_account(&self, stem: &str) {
        let account = Account {
            id: id(stem),
            email: EmailAddress::parse(&format!("{stem}@example.org")).unwrap(),
            name: PersonName::parse(&format!("Customer {stem}")).unwrap(),
            organisation: None,
            language: Language::default(),
            password_hash: password_hash().await,
            password_is_temporary: false,
            active: true,
            created_at: self.now(),
            created_after_request: 0,
        };
        let mut tx = self.backend.db().begin().await.unwrap();
        assert_eq!(tx.insert_account(&account).await.unwrap(), Inserted::Done);
        tx.commit().await.unwrap();
    }

    /// A hosting of which aa1 is administrator, bb2 technical and cc3 billing contact.
    pub(crate) async fn service(&self) -> ServiceId {
        self.add_service("shop.example.org", Category::Hosting, ["aa1", "bb2", "cc3"]).await
    }

    pub(crate) async fn add_service(&self, name: &str, category: Category, held: [&str; 3]) -> ServiceId {
        self.add_expiring(name, category, held, Status::Ok, None).await
    }

    /// A service that runs out.
    pub(crate) async fn add_expiring(
        &self,
        name: &str,
        category: Category,
        held: [&str; 3],
        status: Status,
        expires_at: Option<Timestamp>,
    ) -> ServiceId {
        let key = new_id(self.now());
        let mut tx = self.backend.db().begin().await.unwrap();
        let name = ServiceName::parse(name).unwrap();
        tx.insert_service(key, (&name, category, status), expires_at, &contacts(held), self.now()).await.unwrap();
        tx.commit().await.unwrap();
        key
    }

    /// Says how a service stands now, as the operator does.
    pub(crate) async fn update(
        &self,
        name: &str,
        category: Category,
        status: Option<Status>,
        expires_at: Option<Timestamp>,
    ) {
        let name = ServiceName::parse(name).unwrap();
        self.backend
            .operator(crate::support::staff("Test."))
            .update_service(&ServiceUpdate { name, category, status, expires_at })
            .await
            .unwrap();
    }

    pub(crate) async fn actor(&self, who: &str) -> Customer {
        self.backend.act_as(&id(who)).await.unwrap().expect("an active account")
    }

    pub(crate) async fn ask(
        &self,
        who: &str,
        service: ServiceId,
        wished: &[(Role, &str)],
    ) -> Result<Vec<RequestId>, Problem> {
        self.submit(who, service, wished, false).await
    }

    pub(crate) async fn submit(
        &self,
        who: &str,
        service: ServiceId,
        wished: &[(Role, &str)],
        with_companion: bool,
    ) -> Result<Vec<RequestId>, Problem> {
        let submission = Submission { with_companion, ..self.submission(service, wished) };
        told(self.actor(who).await.submit(&submission).await)
    }

    /// What a form asks for that showed no contacts and replaces nothing.
    pub(crate) fn submission(&self, service: ServiceId, wished: &[(Role, &str)]) -> Submission {
        Submission {
            service,
            wishes: wishes(wished),
            seen: None,
            with_companion: false,
            companion_seen: None,
            message: Some(Note::parse("As agreed.").unwrap()),
            replaces: Vec::new(),
        }
    }

    /// Asks as an administrator, whose form takes the place of what is open.
    pub(crate) async fn ask_instead(
        &self,
        who: &str,
        service: ServiceId,
        wished: &[(Role, &str)],
        with_companion: bool,
    ) -> Result<Vec<RequestId>, Problem> {
        let actor = self.actor(who).await;
        let replaces = told(actor.contact_form(service).await)?.replaceable();
        let submission = Submission { with_companion, replaces, ..self.submission(service, wished) };
        told(actor.submit(&submission).await)
    }

    /// Asks for what makes one request.
    pub(crate) async fn ask_one(&self, who: &str, service: ServiceId, role: Role, to: &str) -> RequestId {
        let made = self.ask(who, service, &[(role, to)]).await.unwrap();
        let [one] = made.as_slice() else { panic!("one request, not {made:?}") };
        *one
    }

    /// The newest code that a party was mailed, read from the mails that wait as the party would read it.
    pub(crate) async fn code(&self, request: RequestId, who: &str) -> Token {
        let sql = format!(
            "SELECT payload FROM outbox WHERE request_id = {request} AND recipient = '{who}-ovh'
             AND payload IS NOT NULL ORDER BY generation DESC LIMIT 1"
        );
        Token::parse(self.texts(&sql).await.first().expect("a mail with a code")).unwrap()
    }

    pub(crate) async fn decide(
        &self,
        who: &str,
        request: RequestId,
        code: &Token,
        decision: Decision,
    ) -> Result<Decided, Problem> {
        self.decide_once(who, request, code, decision, "").await
    }

    /// Decides, and may do so again with the same key, if it is one.
    pub(crate) async fn decide_once(
        &self,
        who: &str,
        request: RequestId,
        code: &Token,
        decision: Decision,
        key: &str,
    ) -> Result<Decided, Problem> {
        let key = IdempotencyKey::parse_optional(key)?;
        told(self.actor(who).await.decide(request, code, decision, key.as_ref()).await)
    }

    /// Accepts with the code that the party was mailed.
    pub(crate) async fn accept(&self, who: &str, request: RequestId) -> Result<Decided, Problem> {
        self.decide(who, request, &self.code(request, who).await, Decision::Accept).await
    }

    /// Refuses with the code that the party was mailed.
    pub(crate) async fn refuse(&self, who: &str, request: RequestId) -> Result<Decided, Problem> {
        self.decide(who, request, &self.code(request, who).await, Decision::Refuse).await
    }

    pub(crate) async fn cancel(&self, who: &str, request: RequestId) -> Result<(), Problem> {
        told(self.actor(who).await.cancel(request, None).await)
    }

    /// Blocks a customer; whether it was not blocked before.
    pub(crate) async fn block(&self, who: &str, customer: &str) -> Result<bool, Problem> {
        told(self.actor(who).await.block(&id(customer)).await)
    }

    pub(crate) async fn unblock(&self, who: &str, customer: &str) -> Result<(), Problem> {
        told(self.actor(who).await.unblock(&id(customer)).await)
    }

    pub(crate) async fn resend(&self, who: &str, request: RequestId) -> Result<(), Problem> {
        told(self.actor(who).await.resend(request).await)
    }

    /// Puts another account in a role behind the use cases' back.
    pub(crate) async fn tamper(&self, service: ServiceId, role: Role, from: &str, to: &str) {
        let mut tx = self.backend.db().begin().await.unwrap();
        assert!(tx.swap_contacts(service, Roles::default().with(role), &id(from), &id(to)).await.unwrap());
        tx.add_history(service, self.now(), role, Some(&id(from)), &id(to), None).await.unwrap();
        tx.commit().await.unwrap();
    }
}
