//! Services and their contacts.

use countersign_domain::{
    Category, Contacts, Handle, RequestId, Role, Roles, ServiceId, ServiceName, Status, Timestamp,
    view::{Pending, ServiceRow},
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run, visibility::new_contact_sees};
use crate::error::{Error, Result};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) id: Uuid,
    name: String,
    category: String,
    status: String,
    expires_at: Option<i64>,
    admin: String,
    tech: String,
    billing: String,
    pending: Option<String>,
    /// What it is sorted by before its name, if that was asked.
    #[sqlx(default)]
    pub(super) sort_key: Option<String>,
    /// Of how many it is one, if that was asked.
    #[sqlx(default)]
    pub(super) total: Option<i64>,
}

/// What is told of the service `s` beside its contacts; its open roles as `role number requester new-contact`, with `-` for a new
/// contact whose account was created later than the request, or that has blocked the requester.
pub(super) const SERVICE: &str = concat!(
    "s.id, s.name, s.category, s.status, s.expires_at,
        (SELECT string_agg(rr.role || ' ' || CAST(r.id AS TEXT) || ' ' || r.asked_by || ' ' || COALESCE(n.handle, '-'), ',')
         FROM request_roles rr JOIN requests r ON r.id = rr.request_id
         LEFT JOIN accounts n ON ",
    new_contact_sees!(),
    " WHERE rr.service_id = s.id AND rr.open) AS pending"
);

fn corrupt(what: &str, value: &str) -> Error {
    Error::Internal(format!("unknown {what} {value}"))
}

impl Row {
    pub(super) fn seen_by(self, me: &Handle) -> Result<ServiceRow> {
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

impl Db {
    /// A service as `me` sees it; whether `me` may is the caller's to judge.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn service(&self, id: ServiceId, me: &Handle) -> Result<Option<ServiceRow>> {
        let sql = format!(
            "SELECT {SERVICE}, a.account AS admin, t.account AS tech, b.account AS billing
             FROM services s
             JOIN contacts a ON a.service_id = s.id AND a.role = 'contactAdmin'
             JOIN contacts t ON t.service_id = s.id AND t.role = 'contactTech'
             JOIN contacts b ON b.service_id = s.id AND b.role = 'contactBilling'
             WHERE s.id = $1"
        );
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
        self.mark_service(id);
        Ok(self.list(id).await?)
    }

    /// Locks a service until the end of the transaction; reads its contacts then. See the [lock order](super) for more than one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock_contacts(&mut self, service: ServiceId) -> Result<Option<Contacts>> {
        self.lock_services(&[service]).await?;
        self.contacts(service).await
    }

    /// The contacts of a service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn contacts(&mut self, service: ServiceId) -> Result<Option<Contacts>> {
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

    /// Locks services until the end of the transaction.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock_services(&mut self, services: &[ServiceId]) -> Result<()> {
        if let Self::Postgres(tx) = self {
            const LOCK: &str = "SELECT id FROM services WHERE id = ANY($1) ORDER BY id FOR UPDATE";
            sqlx::query(LOCK).bind(services).execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// Puts `to` in the place of `from` in each of the roles that `from` holds; `false` when these are not all of `roles`. The
    /// service's row is locked by the caller.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn swap_contacts(
        &mut self,
        service: ServiceId,
        roles: Roles,
        from: &Handle,
        to: &Handle,
    ) -> Result<bool> {
        if roles.is_empty() {
            return Ok(true);
        }
        let names: Vec<_> = roles.iter().map(|role| format!("'{}'", role.as_str())).collect();
        let sql = format!(
            "UPDATE contacts SET account = $3 WHERE service_id = $1 AND account = $2 AND role IN ({})",
            names.join(", ")
        );
        self.mark_service(service);
        // No contact any more, perhaps.
        self.mark_account(from);
        self.unlist(service).await?;
        let swapped = run!(self, AssertSqlSafe(sql.as_str()), service, from.as_str(), to.as_str())?;
        self.list(service).await?;
        Ok(swapped == names.len() as u64)
    }
}
