//! Which services run out, and of which ends their billing contacts were told.
//!
//! An end that is moved by less than a day is still the same: an operator who says each night how many days are left moves it
//! by as much as one night begins later than another.

use std::fmt::Write;

use countersign_domain::{Category, DAY, RenewalWindow, ServiceId, ServiceName, Status, Timestamp};
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
    /// Services that end within one of the windows, and of which neither its notice nor a nearer one was given; those that end
    /// first come first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn renewals_to_tell(&self, windows: &[RenewalWindow], limit: i32) -> Result<Vec<ServiceId>> {
        if windows.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = String::new();
        for RenewalWindow { days, after, until } in windows {
            let comma = if values.is_empty() { "" } else { ", " };
            // Writing into a text cannot fail.
            let _ = write!(values, "{comma}({days}, {}, {})", after.0, until.0);
        }
        // `CAST`: Postgres would take a small number for an INTEGER.
        let sql = format!(
            "WITH stretches (days, beyond, up_to) AS (VALUES {values})
             SELECT s.id FROM stretches w
             JOIN services s ON s.expires_at > CAST(w.beyond AS BIGINT) AND s.expires_at <= CAST(w.up_to AS BIGINT)
             WHERE s.status <> 'expired' AND NOT EXISTS (
                 SELECT 1 FROM renewal_notices n
                 WHERE n.service_id = s.id AND n.days <= w.days
                 AND n.expires_at > s.expires_at - {DAY} AND n.expires_at < s.expires_at + {DAY})
             ORDER BY s.expires_at, s.id LIMIT {limit}"
        );
        Ok(on_db!(self, |c| sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(c).await)?)
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
        Ok(run!(self, SQL, service, expires_at.0, days)? == 1)
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
        self.restate(id).await?;
        self.touch_service(id);
        Ok(true)
    }
}
