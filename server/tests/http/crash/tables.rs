//! What the tables hold, read behind the server's back.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Engine, database::Database};

/// The key of a service, without hyphens.
pub(super) type Key = String;
/// A role of a service.
pub(super) type Place = (Key, String);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) submission: String,
    pub(super) linked: bool,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) asked_by: String,
    pub(super) state: String,
    pub(super) reason: String,
    pub(super) ended: bool,
    pub(super) ended_by: String,
    pub(super) message: String,
    /// Its roles, and whether nobody else may ask for them.
    pub(super) roles: BTreeMap<Place, bool>,
    /// Who has decided, and what.
    pub(super) decisions: BTreeMap<String, String>,
    /// The states of the codes that each party was sent, in order.
    pub(super) codes: BTreeMap<String, Vec<String>>,
    /// The mails that it owed: event, recipient, generation.
    pub(super) mails: BTreeSet<(String, String, i32)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) role: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) request: Option<i64>,
}

/// A row of the outbox.
#[derive(Clone, Debug)]
pub(super) struct Mail {
    pub(super) id: String,
    pub(super) state: String,
    /// Where it goes, as far as the table of accounts knows.
    pub(super) address: String,
    /// The row of the mail that brings it: its own, or a digest's.
    pub(super) brought_by: String,
    pub(super) is_digest: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    pub(super) requests: BTreeMap<i64, Request>,
    /// What was changed of each service, in order.
    pub(super) history: BTreeMap<Key, Vec<Change>>,
    pub(super) contacts: BTreeMap<Place, String>,
    /// Account, administrator, technical, billing contact of each row that lists are read from.
    pub(super) listings: BTreeMap<Key, BTreeSet<[String; 4]>>,
    /// Kind and name.
    pub(super) services: BTreeMap<Key, (String, String)>,
    pub(super) mails: Vec<Mail>,
    /// Positions that are missing in histories, or codes in generations.
    pub(super) gaps: Vec<String>,
}

/// A column that is a key, as text.
pub(super) fn key(engine: Engine, column: &str) -> String {
    match engine {
        Engine::Sqlite => format!("lower(hex({column}))"),
        Engine::Postgres => format!("replace({column}::text, '-', '')"),
    }
}

/// Rows of columns, as text; what is NULL is empty.
fn rows(database: &Database, columns: &[&str], tail: &str) -> Vec<Vec<String>> {
    let texts: Vec<_> = columns.iter().map(|column| format!("COALESCE(CAST({column} AS TEXT), '')")).collect();
    let sql = format!("SELECT {} FROM {tail}", texts.join(" || '|' || "));
    let split = |row: &String| row.splitn(columns.len(), '|').map(str::to_owned).collect();
    database.texts(&sql).iter().map(split).collect()
}

fn is_true(text: &str) -> bool {
    ["1", "true"].contains(&text)
}

impl Tables {
    pub(super) fn of(database: &Database) -> Self {
        let key = |column: &str| key(database.engine, column);
        let (id, service, submission) = (key("id"), key("service_id"), key("submission"));
        let mut tables = Self::default();

        let columns =
            ["id", &submission, "linked", "from_account", "to_account", "asked_by", "state", "reason", "ended_at"];
        let columns = [&columns[..], &["ended_by", "message"]].concat();
        for row in rows(database, &columns, "requests") {
            let [id, submission, linked, from, to, asked_by, state, reason, ended_at, ended_by, message] =
                row.try_into().unwrap();
            let (linked, ended) = (is_true(&linked), !ended_at.is_empty());
            let (roles, decisions, codes, mails) = Default::default();
            let request = Request {
                submission,
                linked,
                from,
                to,
                asked_by,
                state,
                reason,
                ended,
                ended_by,
                message,
                roles,
                decisions,
                codes,
                mails,
            };
            tables.requests.insert(id.parse().unwrap(), request);
        }
        for row in rows(database, &["request_id", &service, "role", "open"], "request_roles") {
            let [request, service, role, open] = row.try_into().unwrap();
            tables.request(&request).roles.insert((service, role), is_true(&open));
        }
        for row in rows(database, &["request_id", "account", "decision"], "decisions") {
            let [request, account, decision] = row.try_into().unwrap();
            tables.request(&request).decisions.insert(account, decision);
        }
        let columns = ["request_id", "account", "generation", "state"];
        for row in rows(database, &columns, "codes ORDER BY request_id, account, generation") {
            let [request, account, generation, state] = row.try_into().unwrap();
            let codes = tables.request(&request).codes.entry(account).or_default();
            codes.push(state);
            if generation != codes.len().to_string() {
                tables.gaps.push(format!("codes of {request}: no generation before {generation}"));
            }
        }
        let bundle = format!("CASE WHEN bundle IS NULL THEN '' ELSE {} END", key("bundle"));
        let columns = [id.as_str(), "state", "request_id", "event", "recipient", "generation", "address"];
        let columns = [&columns[..], &["(SELECT email FROM accounts WHERE handle = recipient)", &bundle]].concat();
        for row in rows(database, &columns, "outbox") {
            let [id, state, request, event, recipient, generation, own, accounts, bundle] = row.try_into().unwrap();
            let is_digest = event == "digest";
            if !request.is_empty() {
                tables.request(&request).mails.insert((event, recipient, generation.parse().unwrap()));
            }
            let address = if own.is_empty() { accounts } else { own };
            let brought_by = if bundle.is_empty() { id.clone() } else { bundle };
            tables.mails.push(Mail { id, state, address, brought_by, is_digest });
        }
        tables.read_services(database, &id, &service);
        tables
    }

    fn read_services(&mut self, database: &Database, id: &str, service: &str) {
        for row in rows(database, &[id, "category", "name"], "services") {
            let [key, category, name] = row.try_into().unwrap();
            self.services.insert(key, (category, name));
        }
        for row in rows(database, &[service, "role", "account"], "contacts") {
            let [service, role, account] = row.try_into().unwrap();
            self.contacts.insert((service, role), account);
        }
        let columns = [service, "position", "role", "from_account", "to_account", "request_id"];
        for row in rows(database, &columns, "history ORDER BY service_id, position") {
            let [service, position, role, from, to, request] = row.try_into().unwrap();
            let history = self.history.entry(service).or_default();
            history.push(Change { role, from, to, request: request.parse().ok() });
            if position != history.len().to_string() {
                self.gaps.push(format!("a history: nothing before {position}"));
            }
        }
        for row in rows(database, &[service, "account", "admin", "tech", "billing"], "listings") {
            let [service, listing @ ..] = <[String; 5]>::try_from(row).unwrap();
            self.listings.entry(service).or_default().insert(listing);
        }
    }

    fn request(&mut self, id: &str) -> &mut Request {
        let id = id.parse().unwrap();
        self.requests.get_mut(&id).unwrap_or_else(|| panic!("rows of request {id}, which is not there"))
    }
}

impl Request {
    pub(super) fn parties(&self) -> BTreeSet<&str> {
        [self.asked_by.as_str(), self.to.as_str()].into()
    }
}
