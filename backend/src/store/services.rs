//! Services, their contacts, and the list that customers search.

use countersign_domain::{
    Category, Contacts, Handle, RequestId, Role, ServiceId, ServiceName, Status, Timestamp,
    view::{Pending, ServicePage, ServiceQuery, ServiceRow, ServiceSort},
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::{Error, Result};

/// Services on a page.
const PAGE: usize = 50;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    category: String,
    status: String,
    expires_at: Option<i64>,
    admin: String,
    tech: String,
    billing: String,
    pending: Option<String>,
}

/// A service with its contacts, and with its open roles as `role number requester new-contact`; `-` for a new contact whose
/// account did not exist when it was asked.
const SELECT: &str = "SELECT s.id, s.name, s.category, s.status, s.expires_at,
        a.account AS admin, t.account AS tech, b.account AS billing,
        (SELECT string_agg(rr.role || ' ' || CAST(r.id AS TEXT) || ' ' || r.asked_by || ' ' || COALESCE(n.handle, '-'), ',')
         FROM request_roles rr JOIN requests r ON r.id = rr.request_id
         LEFT JOIN accounts n ON n.handle = r.to_account AND n.created_at <= r.asked_at
         WHERE rr.service_id = s.id AND rr.open) AS pending
     FROM services s
     JOIN contacts a ON a.service_id = s.id AND a.role = 'contactAdmin'
     JOIN contacts t ON t.service_id = s.id AND t.role = 'contactTech'
     JOIN contacts b ON b.service_id = s.id AND b.role = 'contactBilling'";

/// What `me` asks of the list: `$1` me, `$2` role or '', `$3` category or '', `$4` pattern or ''.
const MATCHES: &str = r"
     WHERE s.id IN (SELECT service_id FROM contacts WHERE account = $1 AND ($2 = '' OR role = $2))
       AND ($3 = '' OR s.category = $3)
       AND ($4 = '' OR lower(s.name) LIKE $4 ESCAPE '\' OR a.account LIKE $4 ESCAPE '\'
            OR t.account LIKE $4 ESCAPE '\' OR b.account LIKE $4 ESCAPE '\')";

fn corrupt(what: &str, value: &str) -> Error {
    Error::Internal(format!("unknown {what} {value}"))
}

impl Row {
    fn seen_by(self, me: &Handle) -> Result<ServiceRow> {
        let contacts =
            Contacts { admin: self.admin.try_into()?, tech: self.tech.try_into()?, billing: self.billing.try_into()? };
        let mut pending = Vec::new();
        for entry in self.pending.iter().flat_map(|list| list.split(',')) {
            let mut words = entry.split(' ');
            let role = words.next().and_then(Role::from_name);
            let number: Option<RequestId> = words.next().and_then(|n| n.parse().ok());
            let (Some(role), Some(number)) = (role, number) else { return Err(corrupt("request", entry)) };
            let may_see = contacts.admin == *me || words.any(|party| party == me.as_str());
            pending.push(Pending { role, request: may_see.then_some(number) });
        }
        pending.sort_by_key(|pending| pending.role);
        Ok(ServiceRow {
            id: self.id,
            name: self.name.try_into()?,
            category: Category::from_name(&self.category).ok_or_else(|| corrupt("category", &self.category))?,
            status: Status::from_name(&self.status).ok_or_else(|| corrupt("status", &self.status))?,
            expires_at: self.expires_at.map(Timestamp),
            contacts,
            pending,
        })
    }
}

/// The sorted column of the row `s`, and of the row that the cursor `$5` names.
const fn sort_keys(sort: ServiceSort) -> (&'static str, &'static str) {
    match sort {
        ServiceSort::Name => ("lower(s.name)", "(SELECT lower(name) FROM services WHERE id = $5)"),
        ServiceSort::Category => ("s.category", "(SELECT category FROM services WHERE id = $5)"),
        ServiceSort::Status => ("s.status", "(SELECT status FROM services WHERE id = $5)"),
        ServiceSort::Expiry => {
            // What never runs out comes last.
            (
                "COALESCE(s.expires_at, 9007199254740991)",
                "(SELECT COALESCE(expires_at, 9007199254740991) FROM services WHERE id = $5)",
            )
        }
        ServiceSort::Admin => {
            ("a.account", "(SELECT account FROM contacts WHERE service_id = $5 AND role = 'contactAdmin')")
        }
        ServiceSort::Tech => {
            ("t.account", "(SELECT account FROM contacts WHERE service_id = $5 AND role = 'contactTech')")
        }
        ServiceSort::Billing => {
            ("b.account", "(SELECT account FROM contacts WHERE service_id = $5 AND role = 'contactBilling')")
        }
    }
}

/// Where a page begins, as its address holds it: `a` or `b`, and the key of the service after or before which.
#[derive(Clone, Copy)]
struct Cursor {
    backwards: bool,
    at: Option<Uuid>,
}

impl Cursor {
    fn parse(text: Option<&str>) -> Self {
        let parsed = text.and_then(|text| {
            let (direction, id) = text.split_at_checked(1)?;
            Some((direction == "b", Uuid::parse_str(id).ok()?))
        });
        match parsed {
            Some((backwards, id)) => Self { backwards, at: Some(id) },
            None => Self { backwards: false, at: None },
        }
    }
}

/// Characters of a search that are looked at: one more than a name holds, so that a longer search matches nothing.
const MAX_SEARCH: usize = 201;

/// A LIKE pattern that finds `search` anywhere, or '' for no search. Case counts for letters beyond ASCII only: SQL's
/// `lower` folds no others on either engine.
fn pattern(search: &str) -> String {
    let search = search.trim();
    if search.is_empty() {
        return String::new();
    }
    let mut pattern = String::from("%");
    for c in search.chars().take(MAX_SEARCH) {
        match c {
            '%' | '_' | '\\' => pattern.extend(['\\', c]),
            // Postgres takes no NUL; like every control character it stands in no name.
            '\0' => pattern.push('\u{1}'),
            _ => pattern.push(c.to_ascii_lowercase()),
        }
    }
    pattern.push('%');
    pattern
}

impl Db {
    /// A page of the services for which `me` is a contact.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn services_of(&self, me: &Handle, query: &ServiceQuery) -> Result<ServicePage> {
        let role = query.role.map_or("", Role::as_str);
        let category = query.category.map_or("", Category::as_str);
        let search = pattern(&query.search);
        let cursor = Cursor::parse(query.cursor.as_deref());

        let (key, key_at_cursor) = sort_keys(query.sort.unwrap_or(ServiceSort::Name));
        let descending = query.descending != cursor.backwards;
        let (comparison, order) = if descending { ("<", "DESC") } else { (">", "ASC") };
        let from = if cursor.at.is_some() {
            format!(
                " AND ({key}, s.name, s.id) {comparison} ({key_at_cursor}, (SELECT name FROM services WHERE id = $5), $5)"
            )
        } else {
            String::new()
        };
        let sql = format!(
            "{SELECT} {MATCHES} {from} ORDER BY {key} {order}, s.name {order}, s.id {order} LIMIT {}",
            PAGE + 1
        );
        let mut rows = on_db!(self, |c| {
            let statement =
                sqlx::query_as::<_, Row>(AssertSqlSafe(sql)).bind(me.as_str()).bind(role).bind(category).bind(&search);
            match cursor.at {
                Some(at) => statement.bind(at).fetch_all(c).await,
                None => statement.fetch_all(c).await,
            }
        })?;

        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        if cursor.backwards {
            rows.reverse();
        }
        let has_previous = if cursor.backwards { more } else { cursor.at.is_some() };
        let has_next = cursor.backwards || more;
        let previous = rows.first().filter(|_| has_previous).map(|row| format!("b{}", row.id.simple()));
        let next = rows.last().filter(|_| has_next).map(|row| format!("a{}", row.id.simple()));

        let count = format!(
            "SELECT COUNT(*), (SELECT COUNT(DISTINCT service_id) FROM contacts WHERE account = $1)
             FROM services s
             JOIN contacts a ON a.service_id = s.id AND a.role = 'contactAdmin'
             JOIN contacts t ON t.service_id = s.id AND t.role = 'contactTech'
             JOIN contacts b ON b.service_id = s.id AND b.role = 'contactBilling' {MATCHES}"
        );
        let (total, all): (i64, i64) = on_db!(self, |c| sqlx::query_as(AssertSqlSafe(count))
            .bind(me.as_str())
            .bind(role)
            .bind(category)
            .bind(&search)
            .fetch_one(c)
            .await)?;
        let rows = rows.into_iter().map(|row| row.seen_by(me)).collect::<Result<_>>()?;
        Ok(ServicePage { me: me.clone(), rows, total, all, previous, next })
    }

    /// A service as `me` sees it; whether `me` may is the caller's to judge.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn service(&self, id: ServiceId, me: &Handle) -> Result<Option<ServiceRow>> {
        let sql = format!("{SELECT} WHERE s.id = $1");
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(AssertSqlSafe(sql)).bind(id).fetch_optional(c).await)?;
        row.map(|row| row.seen_by(me)).transpose()
    }

    /// The service of this name and category.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn service_named(&self, name: &ServiceName, category: Category) -> Result<Option<ServiceId>> {
        const SQL: &str = "SELECT id FROM services WHERE name = $1 AND category = $2";
        Ok(on_db!(self, |c| sqlx::query_scalar(SQL)
            .bind(name.as_str())
            .bind(category.as_str())
            .fetch_optional(c)
            .await)?)
    }
}

impl Tx {
    /// Adds a service with its contacts.
    ///
    /// # Errors
    /// When there is one of this name and category, or an account is unknown, or the database fails.
    pub async fn insert_service(
        &mut self,
        id: ServiceId,
        (name, category, status): (&ServiceName, Category, Status),
        expires_at: Option<Timestamp>,
        contacts: &Contacts,
        now: Timestamp,
    ) -> Result<()> {
        run!(
            self,
            "INSERT INTO services (id, name, category, status, expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
            id,
            name.as_str(),
            category.as_str(),
            status.as_str(),
            expires_at.map(|at| at.0),
            now.0,
        )?;
        for role in Role::ALL.iter().copied() {
            const CONTACT: &str = "INSERT INTO contacts (service_id, role, account) VALUES ($1, $2, $3)";
            run!(self, CONTACT, id, role.as_str(), contacts.get(role).as_str())?;
            self.add_history(id, now, role, None, contacts.get(role), None).await?;
        }
        self.touch_service(id);
        Ok(())
    }

    /// Locks a service until the end of the transaction; reads its contacts then.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock_contacts(&mut self, service: ServiceId) -> Result<Option<Contacts>> {
        if let Self::Postgres(tx) = self {
            sqlx::query("SELECT id FROM services WHERE id = $1 FOR UPDATE").bind(service).execute(&mut **tx).await?;
        }
        const SQL: &str = "SELECT a.account, t.account, b.account
             FROM contacts a JOIN contacts t ON t.service_id = a.service_id AND t.role = 'contactTech'
             JOIN contacts b ON b.service_id = a.service_id AND b.role = 'contactBilling'
             WHERE a.service_id = $1 AND a.role = 'contactAdmin'";
        let row: Option<(String, String, String)> =
            on_tx!(self, |c| sqlx::query_as(SQL).bind(service).fetch_optional(c).await)?;
        row.map(|(admin, tech, billing)| {
            Ok(Contacts { admin: admin.try_into()?, tech: tech.try_into()?, billing: billing.try_into()? })
        })
        .transpose()
    }

    /// Puts `to` in the place of `from`; `false` when `from` does not hold the role.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn swap_contact(&mut self, service: ServiceId, role: Role, from: &Handle, to: &Handle) -> Result<bool> {
        const SQL: &str = "UPDATE contacts SET account = $4 WHERE service_id = $1 AND role = $2 AND account = $3";
        self.touch_service(service);
        // No contact any more, perhaps.
        self.touch(from);
        Ok(run!(self, SQL, service, role.as_str(), from.as_str(), to.as_str())? == 1)
    }
}
