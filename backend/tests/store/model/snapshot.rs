//! Reads a database into the abstract state, by one query; and remembers what rows forget: codes, and what a notice said.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use countersign_backend::testing::Db;
use countersign_domain::Token;

use super::{
    rows::{self, int, mail_state, role_of, small, some, yes},
    view::{About, Delivery, Digest, Line, Mail, MailState, View, Who, number, who},
};
use crate::support::World;

/// Rows, each as text; `_` is what is not there. The order is that in which they are put together.
const TABLES: &[(&[&str], &str)] = &[
    (&["'account'", "handle", "active", "email"], "accounts"),
    (&["'unpaid'", "account", "number"], "invoices WHERE paid_at IS NULL"),
    (&["'block'", "account", "blocked"], "blocks"),
    (&["'service'", "category", "status", "expires_at"], "services"),
    (&["'contact'", "s.category", "c.role", "c.account"], "contacts c JOIN services s ON s.id = c.service_id"),
    (
        &["'history'", "s.category", "h.position", "h.at", "h.role", "h.from_account", "h.to_account", "h.request_id"],
        "history h JOIN services s ON s.id = h.service_id",
    ),
    (&["'notice'", "s.category", "n.expires_at", "n.days"], "renewal_notices n JOIN services s ON s.id = n.service_id"),
    (
        &[
            "'request'",
            "r.id",
            "(SELECT MIN(f.id) FROM requests f WHERE f.submission = r.submission)",
            "r.linked",
            "s.category",
            "c.category",
            "r.from_account",
            "r.to_account",
            "r.asked_by",
            "r.standing",
            "r.message",
            "r.asked_at",
            "r.expires_at",
            "r.reminded_at",
            "r.state",
            "r.ended_at",
            "r.ended_by",
            "r.reason",
            "r.hidden_from_target",
        ],
        "requests r JOIN services s ON s.id = r.service_id LEFT JOIN services c ON c.id = r.companion_id",
    ),
    (
        &["'role'", "rr.request_id", "s.category", "rr.role", "rr.open"],
        "request_roles rr JOIN services s ON s.id = rr.service_id",
    ),
    (&["'decision'", "request_id", "account", "decision", "idempotency_key", "decided_at"], "decisions"),
    (&["'code'", "request_id", "account", "generation", "state", "tries", "created_at"], "codes"),
    (
        &[
            "'mail'",
            "ID",
            "request_id",
            "event",
            "recipient",
            "generation",
            "address",
            "state",
            "attempts",
            "due_at",
            "lease",
            "created_at",
            "(SELECT d.created_at FROM outbox d WHERE d.id = outbox.bundle)",
            "collects",
            "payload",
        ],
        "outbox",
    ),
];

/// The events of mails.
const EVENTS: [&str; 12] = [
    "asked",
    "resent",
    "reminder",
    "done",
    "replaced",
    "refused",
    "cancelled",
    "aborted",
    "expired",
    "emailAnnounce",
    "emailConfirm",
    "renewal",
];

/// The query. Keys are no text in SQLite.
fn query(key: &str) -> String {
    let select = |(columns, from): &(&[&str], &str)| {
        let text =
            |column: &&str| format!("COALESCE(CAST({} AS TEXT), '_')", if *column == "ID" { key } else { column });
        format!("SELECT {} FROM {from}", columns.iter().map(text).collect::<Vec<_>>().join(" || '|' || "))
    };
    TABLES.iter().map(select).collect::<Vec<_>>().join(" UNION ALL ")
}

static OF_SQLITE: LazyLock<String> = LazyLock::new(|| query("hex(id)").replace("CAST(lease AS", "CAST(hex(lease) AS"));
static OF_POSTGRES: LazyLock<String> = LazyLock::new(|| query("id"));

#[derive(Default)]
pub(super) struct Reader {
    codes: HashMap<(i64, Who, i32), Token>,
    renewals: HashMap<String, About>,
    /// The keys of the mails that were sent by themselves, and of digests that were.
    pub(super) sent: BTreeSet<String>,
}

impl Reader {
    /// A code that was sent once.
    pub(super) fn code(&self, request: i64, to: Who, generation: i32) -> Option<Token> {
        self.codes.get(&(request, to, generation)).cloned()
    }

    pub(super) async fn read(&mut self, w: &World) -> View {
        let sql = match w.backend.db() {
            Db::Sqlite { .. } => &*OF_SQLITE,
            Db::Postgres { .. } => &*OF_POSTGRES,
        };
        let mut view = View::default();
        let mut lines = Vec::new();
        let mut rows = w.texts(sql).await;
        rows.sort_by_key(|row| TABLES.iter().position(|(columns, _)| row.starts_with(columns[0].trim_matches('\''))));
        for row in rows {
            let columns: Vec<&str> = row.splitn(19, '|').collect();
            match columns[..] {
                ["history", service, position, at, role, from, to, request] => {
                    let (from, request) = (some(from).map(who), some(request).map(int));
                    let line = Line { at: int(at), role: role_of(role), from, to: who(to), request };
                    lines.push((number(service), int(position), line));
                }
                ["mail", key, _, event, to, _, _, state, attempts, due_at, lease, begun, digest, collects, payload] => {
                    assert_eq!(some(lease).filter(|lease| !lease.is_empty()), None, "nobody is at work on it");
                    let state = mail_state(state);
                    let digest = some(digest).map(int);
                    if state == MailState::Sent && digest.is_none() {
                        self.sent.insert(key.replace('-', "").to_lowercase());
                    }
                    let (attempts, due_at, collects) = (small(attempts), int(due_at), yes(collects));
                    if event == "digest" {
                        let read = Digest { state, attempts, due_at, collects };
                        let twice = view.digests.insert((who(to), int(begun)), read);
                        assert_eq!(twice, None, "one digest of a customer at a time: {row}");
                        continue;
                    }
                    assert!(!collects, "{row}");
                    let event = EVENTS.into_iter().find(|known| *known == event).unwrap();
                    let about = self.about(&columns);
                    let delivery = Delivery { state, attempts, due_at, payload: some(payload).is_some(), digest };
                    let twice = view.mails.insert(Mail { about, event, to: who(to) }, delivery);
                    assert_eq!(twice, None, "each mail is owed once: {row}");
                }
                _ => rows::put(&mut view, &columns),
            }
        }
        lines.sort_by_key(|(service, position, _)| (*service, *position));
        for (service, position, line) in lines {
            let history = &mut view.services.get_mut(&service).unwrap().history;
            history.push(line);
            assert_eq!(history.len() as i64, position, "no gap");
        }
        view
    }

    /// What a mail is about; and what only it tells, while it does.
    fn about(&mut self, row: &[&str]) -> About {
        let [_, key, request, event, to, generation, address, .., payload] = *row else { panic!("{row:?}") };
        let payload = some(payload);
        if let Some(number) = some(request).map(int) {
            let generation = small(generation);
            if let Some(code) = payload {
                self.codes.entry((number, who(to), generation)).or_insert_with(|| Token::parse(code).unwrap());
            }
            return About::Request { number, generation };
        }
        if event != "renewal" {
            // Where it is told that an address changes, its mail goes to the former one.
            return About::Address(address.into());
        }
        if let (Some(told), None) = (payload, self.renewals.get(key)) {
            let told: serde_json::Value = serde_json::from_str(told).unwrap();
            let about = About::Renewal {
                service: number(told["category"].as_str().unwrap()),
                end: told["expires_at"].as_i64().unwrap(),
                days: told["days"].as_i64().unwrap(),
                unpaid: told["unpaid"].as_bool().unwrap(),
            };
            self.renewals.insert(key.into(), about);
        }
        self.renewals[key].clone()
    }
}
