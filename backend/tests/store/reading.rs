//! What tests read of a database: through the store, and past it; and what no use case does to it.

use countersign_backend::testing::Db;
use countersign_domain::{Handle, RequestId, ServiceId, State};
use sqlx::AssertSqlSafe;

use crate::support::{World, id};

fn stem(id: &Handle) -> String {
    id.as_str().trim_end_matches("-ovh").to_owned()
}

impl World {
    pub(crate) async fn state(&self, request: RequestId) -> State {
        self.backend.db().request(request).await.unwrap().expect("a request").request.state
    }

    /// Administrator, technical and billing contact.
    pub(crate) async fn contacts(&self, service: ServiceId) -> [String; 3] {
        let held = self.backend.db().service(service, &id("zz9")).await.unwrap().expect("a service").contacts;
        [&held.admin, &held.tech, &held.billing].map(stem)
    }

    /// Every mail owed about a request so far, as `event recipient`, in alphabetical order.
    pub(crate) async fn mails(&self, request: RequestId) -> Vec<String> {
        let sql = format!("SELECT event || ' ' || recipient FROM outbox WHERE request_id = {request}");
        let mut mails: Vec<_> =
            self.texts(&sql).await.iter().map(|mail| mail.trim_end_matches("-ovh").to_owned()).collect();
        mails.sort();
        mails
    }

    /// Checks that the service's history has no gap and replays to its present contacts; counts its lines.
    pub(crate) async fn replay(&self, service: ServiceId) -> usize {
        let history = self.backend.db().history(service).await.unwrap();
        let mut held: [Option<Handle>; 3] = Default::default();
        for (line, position) in history.iter().zip(1..) {
            assert_eq!(line.position, position, "no gap");
            let holder = &mut held[line.role as usize];
            assert_eq!(*holder, line.from, "handed over by the one that held it");
            *holder = Some(line.to.clone());
        }
        assert_eq!(held.map(|who| stem(&who.unwrap())), self.contacts(service).await);
        history.len()
    }

    /// The rows of a query for one text.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.backend.db() {
            Db::Sqlite { read, .. } => sqlx::query_scalar(sql).fetch_all(read).await,
            Db::Postgres { pool, .. } => sqlx::query_scalar(sql).fetch_all(pool).await,
        }
        .unwrap()
    }

    /// Runs a statement that no use case makes.
    pub(crate) async fn run(&self, sql: &str) {
        self.try_run(sql).await.unwrap();
    }

    /// Tries a statement that no use case makes.
    pub(crate) async fn try_run(&self, sql: &str) -> Result<(), sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.backend.db() {
            Db::Sqlite { write, .. } => sqlx::query(sql).execute(write).await.map(drop),
            Db::Postgres { pool, .. } => sqlx::query(sql).execute(pool).await.map(drop),
        }
    }

    /// How many rows of a table fit.
    pub(crate) async fn count(&self, table_and_condition: &str) -> i64 {
        let sql = format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table_and_condition}");
        self.texts(&sql).await[0].parse().unwrap()
    }
}
