//! Who held which role since when: without a gap, so that it replays to the present.

use countersign_domain::{Handle, RequestId, Role, ServiceId, Timestamp};

use super::{Db, Tx, on_db, on_tx};
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
    /// Who asked for it.
    pub asked_by: Option<Handle>,
    /// Who accepted, and when, in the order of time.
    pub accepted: Vec<(Handle, Timestamp)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    position: i32,
    at: i64,
    role: String,
    from_account: Option<String>,
    to_account: String,
    request_id: Option<i64>,
    asked_by: Option<String>,
    accepted: Option<String>,
}

impl TryFrom<Row> for Change {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let unknown = |what: &str| Error::Internal(format!("unknown {what}"));
        let mut accepted = Vec::new();
        for entry in row.accepted.iter().flat_map(|list| list.split(',')) {
            let (who, at) = entry.split_once(' ').ok_or_else(|| unknown(entry))?;
            let at = at.parse().map_err(|_| unknown(entry))?;
            accepted.push((Handle::try_from(who.to_owned())?, Timestamp(at)));
        }
        accepted.sort_by(|(a, at_a), (b, at_b)| (at_a, a).cmp(&(at_b, b)));
        Ok(Self {
            position: row.position,
            at: Timestamp(row.at),
            role: Role::from_name(&row.role).ok_or_else(|| unknown(&row.role))?,
            from: row.from_account.map(Handle::try_from).transpose()?,
            to: row.to_account.try_into()?,
            request: row.request_id,
            asked_by: row.asked_by.map(Handle::try_from).transpose()?,
            accepted,
        })
    }
}

impl Db {
    /// A service's history, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn history(&self, service: ServiceId) -> Result<Vec<Change>> {
        const SQL: &str = "SELECT h.position, h.at, h.role, h.from_account, h.to_account, h.request_id, r.asked_by,
                (SELECT string_agg(d.account || ' ' || CAST(d.decided_at AS TEXT), ',') FROM decisions d
                 WHERE d.request_id = h.request_id AND d.decision = 'accept') AS accepted
             FROM history h LEFT JOIN requests r ON r.id = h.request_id WHERE h.service_id = $1 ORDER BY h.position";
        let rows = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(service).fetch_all(c).await)?;
        rows.into_iter().map(Change::try_from).collect()
    }
}

impl Tx {
    /// Adds a line to a service's history and seals it. The service's row is locked by the caller.
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
        const SQL: &str = "INSERT INTO history (service_id, position, at, role, from_account, to_account, request_id)
             SELECT $1, COALESCE(MAX(position), 0) + 1, $2, $3, $4, $5, $6 FROM history WHERE service_id = $1
             RETURNING position";
        let position = on_tx!(self, |c| sqlx::query_scalar(SQL)
            .bind(service)
            .bind(at.0)
            .bind(role.as_str())
            .bind(from.map(Handle::as_str))
            .bind(to.as_str())
            .bind(request)
            .fetch_one(c)
            .await)?;
        self.seal_from(service, position).await
    }
}
