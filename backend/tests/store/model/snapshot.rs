//! All of the database that matters, as it is after an act.

use std::{collections::BTreeMap, fmt::Write};

use countersign_backend::store::Change;
use countersign_domain::{Handle, Request, ServiceId};

use super::scene::Scene;

#[derive(Debug)]
pub(super) struct Code {
    pub(super) request: i64,
    pub(super) who: String,
    pub(super) generation: i32,
    pub(super) state: String,
    pub(super) tries: i32,
}

pub(super) struct Snapshot {
    pub(super) contacts: [BTreeMap<String, String>; 2],
    pub(super) history: [Vec<Change>; 2],
    pub(super) requests: BTreeMap<i64, Request>,
    /// Service's number, role, request.
    pub(super) open_roles: Vec<(usize, String, i64)>,
    /// Request, account, decision, when.
    pub(super) decisions: Vec<(i64, String, String, i64)>,
    pub(super) codes: Vec<Code>,
    /// Request, event, recipient, generation.
    pub(super) mails: Vec<(i64, String, String, i32)>,
    pub(super) services: [uuid::Uuid; 2],
}

impl Snapshot {
    pub(super) async fn read(scene: &Scene) -> Self {
        let rows = async |columns: &[&str], rest: &str| -> Vec<Vec<String>> {
            let columns: Vec<_> = columns.iter().map(|column| format!("CAST({column} AS TEXT)")).collect();
            let sql = format!("SELECT {} FROM {rest}", columns.join(" || '|' || "));
            let mut rows = scene.w.texts(&sql).await;
            rows.sort();
            rows.iter().map(|row| row.split('|').map(str::to_owned).collect()).collect()
        };
        let db = scene.w.backend.db();
        let mut requests = BTreeMap::new();
        for row in rows(&["id"], "requests").await {
            let id = row[0].parse().unwrap();
            requests.insert(id, db.request(id).await.unwrap().unwrap().request);
        }
        let mut contacts: [BTreeMap<_, _>; 2] = Default::default();
        for row in
            rows(&["s.category", "c.role", "c.account"], "contacts c JOIN services s ON s.id = c.service_id").await
        {
            let twice = contacts[number(&row[0])].insert(row[1].clone(), row[2].clone());
            assert_eq!(twice, None, "one contact for each role");
        }
        let open = "request_roles rr JOIN services s ON s.id = rr.service_id WHERE rr.open";
        Self {
            contacts,
            history: [db.history(scene.services[0]).await.unwrap(), db.history(scene.services[1]).await.unwrap()],
            requests,
            open_roles: rows(&["s.category", "rr.role", "rr.request_id"], open)
                .await
                .into_iter()
                .map(|row| (number(&row[0]), row[1].clone(), row[2].parse().unwrap()))
                .collect(),
            decisions: rows(&["request_id", "account", "decision", "decided_at"], "decisions")
                .await
                .into_iter()
                .map(|row| (row[0].parse().unwrap(), row[1].clone(), row[2].clone(), row[3].parse().unwrap()))
                .collect(),
            codes: rows(&["request_id", "account", "generation", "state", "tries"], "codes")
                .await
                .into_iter()
                .map(|row| Code {
                    request: row[0].parse().unwrap(),
                    who: row[1].clone(),
                    generation: row[2].parse().unwrap(),
                    state: row[3].clone(),
                    tries: row[4].parse().unwrap(),
                })
                .collect(),
            mails: rows(&["request_id", "event", "recipient", "generation"], "outbox WHERE request_id IS NOT NULL")
                .await
                .into_iter()
                .map(|row| (row[0].parse().unwrap(), row[1].clone(), row[2].clone(), row[3].parse().unwrap()))
                .collect(),
            services: scene.services,
        }
    }

    /// The number of a service.
    pub(super) fn number_of(&self, service: ServiceId) -> usize {
        self.services.iter().position(|known| *known == service).unwrap()
    }

    /// The code that a party was sent as the `generation`th.
    pub(super) fn code(&self, request: i64, who: &str, generation: i32) -> Option<&Code> {
        self.codes.iter().find(|code| (code.request, code.who.as_str(), code.generation) == (request, who, generation))
    }

    /// What can be seen of it, without what is random.
    pub(super) fn story(&self) -> String {
        let mut story = format!("{:?}\n{:?}\n", self.contacts, self.history);
        for request in self.requests.values() {
            let Request {
                id, linked, roles, from, to, asked_by, standing, asked_at, expires_at, accepted, state, ..
            } = request;
            let roles: Vec<_> = roles.iter().collect();
            let accepted: Vec<(&Handle, _)> = accepted.iter().collect();
            writeln!(
                story,
                "{id} {linked} {} {roles:?} {from} {to} {asked_by} {standing:?} {asked_at:?} {expires_at:?} {accepted:?} {state:?}",
                request.services().map(|service| self.number_of(service).to_string()).collect::<Vec<_>>().join("+")
            )
            .unwrap();
        }
        write!(story, "{:?}\n{:?}\n{:?}\n{:?}", self.open_roles, self.decisions, self.codes, self.mails).unwrap();
        story
    }
}

fn number(category: &str) -> usize {
    usize::from(category == "dnsZone")
}
