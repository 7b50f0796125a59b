//! Who held which role since when: without a gap, so that it replays to the present.

use countersign_domain::{Handle, RequestId, Role, ServiceId, Timestamp};

use super::{Db, Tx, on_db, run};
use crate::error::{Error, Result};

/// A line of a service's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Counts from 1 without a gap.
    pub position: i32,
    /// When.
    pub at: Timestamp,
    /// The role.
    pub role: Role,
    /// Who held it before; nobody when the service was added.
    pub from: Option<Handle>,
    /// Who holds it from then on.
    pub to: Handle,
    /// The request that brought it about.
    pub request: Option<RequestId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    position: i32,
    at: i64,
    role: String,
    from_account: Option<String>,
    to_account: String,
    request_id: Option<i64>,
}

impl Db {
    /// A service's history, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn history(&self, service: ServiceId) -> Result<Vec<Change>> {
        const SQL: &str = "SELECT position, at, role, from_account, to_account, request_id
             FROM history WHERE service_id = $1 ORDER BY position";
        let rows = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(service).fetch_all(c).await)?;
        rows.into_iter()
            .map(|row| {
                Ok(Change {
                    position: row.position,
                    at: Timestamp(row.at),
                    role: Role::from_name(&row.role)
                        .ok_or_else(|| Error::Internal(format!("unknown role {}", row.role)))?,
                    from: row.from_account.map(Handle::try_from).transpose()?,
                    to: row.to_account.try_into()?,
                    request: row.request_id,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Adds a line to a service's history. The service's row is locked by the caller.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_history(
        &mut self,
        service: ServiceId,
        at: Timestamp,
        role: Role,
        from: Option<&Handle>,
        to: &Handle,
        request: Option<RequestId>,
    ) -> Result<()> {
        run!(
            self,
            "INSERT INTO history (service_id, position, at, role, from_account, to_account, request_id)
             SELECT $1, COALESCE(MAX(position), 0) + 1, $2, $3, $4, $5, $6 FROM history WHERE service_id = $1",
            service,
            at.0,
            role.as_str(),
            from.map(Handle::as_str),
            to.as_str(),
            request,
        )?;
        Ok(())
    }
}
