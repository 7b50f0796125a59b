//! Which services run out, and of which ends their billing contacts were told.
//!
//! An end that is moved by less than a day is still the same: an operator who says each night how many days are left moves it
//! by as much as one night begins later than another.
//!
//! `services.last_notice_days` repeats what `renewal_notices` says of the present end, so that one index finds the services that
//! a notice is due for, however many others there are. It does not depend on the setting: that may change at any time, and may
//! differ between processes.

use countersign_domain::{Category, DAY, RenewalDays, ServiceId, ServiceName, Status, Timestamp};
use sqlx::AssertSqlSafe;

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::{Error, Result};

/// A service that runs out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expiring {
    /// Its name.
    pub name: ServiceName,
    /// Its kind.
    pub category: Category,
    /// How it stands.
    pub status: Status,
    /// When it runs out.
    pub expires_at: Timestamp,
    /// How many days before this end its billing contact was told, or was to be told.
    pub told: Vec<i32>,
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    category: String,
    status: String,
    expires_at: i64,
}

impl Db {
    /// The services for which a notice is due at `now`, at most `limit`; those that end first come first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn services_to_notify(&self, days: &RenewalDays, now: Timestamp, limit: i32) -> Result<Vec<ServiceId>> {
        // One statement for each last notice: its rows stand together in the index, in the order in which they end.
        const DUE: &str = "SELECT expires_at, id FROM services
             WHERE status <> 'expired' AND last_notice_days = $1 AND expires_at > $2 AND expires_at <= $3
             ORDER BY expires_at, id LIMIT $4";
        let mut due: Vec<(i64, ServiceId)> = Vec::new();
        for last_notice in self.last_notices().await? {
            let Some(until) = days.due_until(last_notice, now) else { continue };
            let found: Vec<(i64, ServiceId)> = on_db!(self, |c| sqlx::query_as(DUE)
                .bind(last_notice)
                .bind(now.0)
                .bind(until.0)
                .bind(limit)
                .fetch_all(c)
                .await)?;
            due.extend(found);
        }
        due.sort_unstable();
        Ok(due.into_iter().map(|(_, service)| service).take(usize::try_from(limit).unwrap_or(0)).collect())
    }

    /// The different last notices, in days, that services have. Reads one row of the index for each, not one for each service.
    async fn last_notices(&self) -> Result<Vec<i32>> {
        const SQL: &str = "WITH RECURSIVE found (days) AS (
                 SELECT MAX(last_notice_days) FROM services WHERE status <> 'expired'
                 UNION ALL
                 SELECT (SELECT MAX(last_notice_days) FROM services WHERE status <> 'expired' AND last_notice_days < found.days)
                 FROM found WHERE found.days IS NOT NULL
             )
             SELECT days FROM found WHERE days IS NOT NULL";
        Ok(on_db!(self, |c| sqlx::query_scalar(SQL).fetch_all(c).await)?)
    }
}

impl Tx {
    /// A service that runs out, and what was told of its end; `None` if it does not, or has. The service's row is locked by the
    /// caller.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn expiring(&mut self, service: ServiceId) -> Result<Option<Expiring>> {
        const SERVICE: &str = "SELECT name, category, status, expires_at FROM services
             WHERE id = $1 AND status <> 'expired' AND expires_at IS NOT NULL";
        const TOLD: &str =
            "SELECT days FROM renewal_notices WHERE service_id = $1 AND expires_at > $2 AND expires_at < $3";
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(SERVICE).bind(service).fetch_optional(c).await)?;
        let Some(row) = row else { return Ok(None) };
        let expires_at = Timestamp(row.expires_at);
        let told = on_tx!(self, |c| sqlx::query_scalar(TOLD)
            .bind(service)
            .bind(expires_at.plus(-DAY).0)
            .bind(expires_at.plus(DAY).0)
            .fetch_all(c)
            .await)?;
        let corrupt = |value: &str| Error::Internal(format!("unknown category or status {value}"));
        Ok(Some(Expiring {
            category: Category::from_name(&row.category).ok_or_else(|| corrupt(&row.category))?,
            status: Status::from_name(&row.status).ok_or_else(|| corrupt(&row.status))?,
            name: row.name.try_into()?,
            expires_at,
            told,
        }))
    }

    /// Notes that the notice of so many days before this end is given, or needs to be no more; `false` when it was noted before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark_renewal(&mut self, service: ServiceId, expires_at: Timestamp, days: i32) -> Result<bool> {
        const SQL: &str = "INSERT INTO renewal_notices (service_id, expires_at, days) VALUES ($1, $2, $3)
             ON CONFLICT (service_id, expires_at, days) DO NOTHING";
        let marked = run!(self, SQL, service, expires_at.0, days)? == 1;
        self.restate_last_notice(service).await?;
        Ok(marked)
    }

    /// Repeats in the service's row which notice of its present end was the last, after its end or its notices have changed. The
    /// row is locked by the caller.
    async fn restate_last_notice(&mut self, service: ServiceId) -> Result<()> {
        let sql = format!(
            "UPDATE services SET last_notice_days = COALESCE((
                 SELECT MIN(n.days) FROM renewal_notices n
                 WHERE n.service_id = services.id
                 AND n.expires_at > services.expires_at - {DAY} AND n.expires_at < services.expires_at + {DAY}), {})
             WHERE id = $1",
            RenewalDays::NO_NOTICE
        );
        run!(self, AssertSqlSafe(sql.as_str()), service)?;
        Ok(())
    }

    /// Says how a service stands now, and when it ends; what is not said stays. `false` when there is no such service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn update_service(
        &mut self,
        name: &ServiceName,
        category: Category,
        status: Option<Status>,
        expires_at: Option<Timestamp>,
    ) -> Result<bool> {
        const FIND: &str = "SELECT id FROM services WHERE name = $1 AND category = $2";
        const UPDATE: &str =
            "UPDATE services SET status = COALESCE($2, status), expires_at = COALESCE($3, expires_at) WHERE id = $1";
        let id: Option<ServiceId> = on_tx!(self, |c| sqlx::query_scalar(FIND)
            .bind(name.as_str())
            .bind(category.as_str())
            .fetch_optional(c)
            .await)?;
        let Some(id) = id else { return Ok(false) };
        // First of all: this locks the row, so that no contact changes meanwhile.
        run!(self, UPDATE, id, status.map(Status::as_str), expires_at.map(|at| at.0))?;
        if expires_at.is_some() {
            self.restate_last_notice(id).await?;
        }
        self.restate(id).await?;
        self.mark_service(id);
        Ok(true)
    }
}
