//! What customers do, in a word each.

use super::{Browser, Reply, Server, database::Database};

/// A public cloud project of the demo: Marie is its administrator, Robert the technical, Lucía the billing contact.
pub(crate) const PROJECT: (&str, &str) = ("publicCloud", "Atelier production");
/// A hosting of the demo: Zofia is its administrator, Marie the technical contact; Giulia, the billing contact, owes.
pub(crate) const BLOG: (&str, &str) = ("hosting", "blog.kowalska.example");
/// A server of the demo that is all John's.
pub(crate) const JOHNS: (&str, &str) = ("vps", "vps-5e6f7a8b.example.net");
/// A domain of the demo: Zofia is its administrator, Marie the technical, Lucía the billing contact.
pub(crate) const DOMAIN: (&str, &str) = ("domain", "kowalska.example");
/// The demo's expired request, of Lucía to Zofia.
pub(crate) const EXPIRED: i64 = 1;
/// The demo's open request: John asks Marie to be technical contact of his shop.
pub(crate) const OPEN: i64 = 2;

/// A code that is of the right form, and of no request.
pub(crate) const WRONG: &str = "0000-1111-2222-3333-4444-5555-6666";

/// The key of a service of the demo.
pub(crate) fn key(database: &Database, (category, name): (&str, &str)) -> String {
    database.service(category, name)
}

impl Server {
    /// The key of a service of the demo.
    pub(crate) fn service(&self, service: (&str, &str)) -> String {
        key(self.database(), service)
    }

    /// Marie asks John to be technical contact of her project, and both mails are sent. Robert, the present one, is told when it
    /// is done.
    #[track_caller]
    pub(crate) fn asked(&self) -> (Browser<'_>, Browser<'_>, i64) {
        let asked = self.asked_while_mails_wait();
        // The worker drops a mail whose code is dead: the test's next act may kill it before the mail is sent.
        self.settle();
        asked
    }

    /// As [`Server::asked`], but does not wait for the mails: for tests whose mail server takes none.
    #[track_caller]
    pub(crate) fn asked_while_mails_wait(&self) -> (Browser<'_>, Browser<'_>, i64) {
        let (mut marie, john) = (self.as_customer("md10001"), self.as_customer("js10002"));
        let request = marie.ask(PROJECT, &[("tech", "js10002")]);
        (marie, john, request)
    }

    /// A value of a request.
    pub(crate) fn request(&self, request: i64, column: &str) -> String {
        let sql = format!("SELECT CAST(COALESCE({column}, '') AS TEXT) FROM requests WHERE id = {request}");
        self.database().texts(&sql).remove(0)
    }

    /// How many changes of contacts a request has made.
    pub(crate) fn changes(&self, request: i64) -> i64 {
        self.database().count(&format!("history WHERE request_id = {request}"))
    }
}

impl Browser<'_> {
    /// Sends the form of contacts, as the WASM does.
    pub(crate) fn submit(&mut self, service: (&str, &str), wishes: &[(&str, &str)]) -> Reply {
        let key = self.server().service(service);
        let fields: Vec<_> = [("service", key.as_str())].into_iter().chain(wishes.iter().copied()).collect();
        self.call("submit", &fields)
    }

    /// Asks for one request; answers with its number.
    #[track_caller]
    pub(crate) fn ask(&mut self, service: (&str, &str), wishes: &[(&str, &str)]) -> i64 {
        let requests: Vec<i64> = self.submit(service, wishes).is(200).json();
        assert_eq!(requests.len(), 1, "{requests:?}");
        requests[0]
    }

    /// Accepts or refuses, as the WASM does.
    pub(crate) fn decide(&mut self, request: i64, code: &str, decision: &str) -> Reply {
        self.call("decide", &[("id", &request.to_string()), ("code", code), ("decision", decision)])
    }

    /// Accepts or refuses with a key, as the WASM does: the same press when it is sent again.
    pub(crate) fn decide_once(&mut self, request: i64, code: &str, decision: &str, key: &str) -> Reply {
        let request = request.to_string();
        self.call("decide", &[("id", &request), ("code", code), ("decision", decision), ("key", key)])
    }

    /// Presses a button of a request's page, as the WASM does.
    pub(crate) fn act(&mut self, function: &str, request: i64) -> Reply {
        self.call(function, &[("id", &request.to_string())])
    }
}
