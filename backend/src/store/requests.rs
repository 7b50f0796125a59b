//! Requests: their rows, and the lists that pages show.

use std::collections::BTreeMap;

use countersign_domain::{
    AbortReason, Category, Handle, Note, Request, RequestId, Role, Roles, ServiceId, Standing, State, StateName,
    Timestamp, view::RequestRow,
};
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run, visibility::has_party};
use crate::error::{Error, Result};

/// A request to be stored.
#[derive(Clone, Debug)]
pub struct NewRequest<'a> {
    /// The form that it came from.
    pub submission: Uuid,
    /// Whether it stands or falls with the others of the form.
    pub linked: bool,
    /// The service.
    pub service: ServiceId,
    /// The service that changes with it.
    pub companion: Option<ServiceId>,
    /// The roles.
    pub roles: Roles,
    /// From whom.
    pub from: &'a Handle,
    /// To whom.
    pub to: &'a Handle,
    /// The requester.
    pub asked_by: &'a Handle,
    /// The right under which it is asked.
    pub standing: Standing,
    /// A message to the other party.
    pub message: Option<&'a Note>,
    /// When it is asked.
    pub asked_at: Timestamp,
    /// From when on nobody can accept it.
    pub expires_at: Timestamp,
}

/// A request and what pages show beside it.
#[derive(Clone, Debug)]
pub struct RequestFacts {
    /// The request.
    pub request: Request,
    /// The line that lists show.
    pub row: RequestRow,
    /// What was written when it was cancelled.
    pub cancel_reason: Option<String>,
    /// The other requests of its form, by number; read only for a request that is read alone. They have no siblings of their own.
    pub siblings: Vec<Self>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    submission: Uuid,
    linked: bool,
    service_id: Uuid,
    companion_id: Option<Uuid>,
    from_account: String,
    to_account: String,
    asked_by: String,
    standing: String,
    message: Option<String>,
    asked_at: i64,
    expires_at: i64,
    state: String,
    ended_at: Option<i64>,
    ended_by: Option<String>,
    reason: Option<String>,
    reason_note: Option<String>,
    hidden_from_target: bool,
    service_name: String,
    category: String,
    companion: Option<String>,
    roles: String,
    accepted: Option<String>,
}

/// Every request with its service's name, its roles and its acceptances folded into one row each.
macro_rules! select {
    ($($tail:expr),+) => {
        concat!(
            "SELECT r.id, r.submission, r.linked, r.service_id, r.companion_id, r.from_account, r.to_account, r.asked_by, r.standing,
                r.message, r.asked_at, r.expires_at, r.state, r.ended_at, r.ended_by, r.reason, r.reason_note, r.hidden_from_target,
                s.name AS service_name, s.category, c.category AS companion,
                (SELECT string_agg(rr.role, ',') FROM request_roles rr
                 WHERE rr.request_id = r.id AND rr.service_id = r.service_id) AS roles,
                (SELECT string_agg(d.account || ' ' || CAST(d.decided_at AS TEXT), ',') FROM decisions d
                 WHERE d.request_id = r.id AND d.decision = 'accept') AS accepted
             FROM requests r JOIN services s ON s.id = r.service_id LEFT JOIN services c ON c.id = r.companion_id ",
            $($tail),+
        )
    };
}

fn corrupt(what: &str, value: &str) -> Error {
    Error::Internal(format!("unknown {what} {value}"))
}

impl TryFrom<Row> for RequestFacts {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let roles = row
            .roles
            .split(',')
            .map(|name| Role::from_name(name).ok_or_else(|| corrupt("role", name)))
            .collect::<Result<Roles>>()?;
        let mut accepted = BTreeMap::new();
        for entry in row.accepted.iter().flat_map(|list| list.split(',')) {
            let (who, at) = entry.split_once(' ').ok_or_else(|| corrupt("decision", entry))?;
            let at = at.parse().map_err(|_| corrupt("decision", entry))?;
            accepted.insert(Handle::try_from(who.to_owned())?, Timestamp(at));
        }
        let ended_at = Timestamp(row.ended_at.unwrap_or_default());
        let reason = row.reason.as_deref().map(|r| AbortReason::from_name(r).ok_or_else(|| corrupt("reason", r)));
        let reason = reason.transpose()?;
        let name = StateName::from_name(&row.state).ok_or_else(|| corrupt("state", &row.state))?;
        let state = match name {
            StateName::Validating => State::Validating,
            StateName::Doing => State::Doing,
            StateName::Done => State::Done(ended_at),
            StateName::Expired => State::Expired(ended_at),
            StateName::Todo | StateName::CheckValidity | StateName::Error => return Err(corrupt("state", &row.state)),
            StateName::Refused => {
                State::Refused { by: row.ended_by.clone().unwrap_or_default().try_into()?, at: ended_at }
            }
            StateName::Aborted => {
                State::Aborted { reason: reason.ok_or_else(|| corrupt("reason", "none"))?, at: ended_at }
            }
        };
        let request = Request {
            id: row.id,
            submission: row.submission,
            linked: row.linked,
            service: row.service_id,
            companion: row.companion_id,
            roles,
            from: row.from_account.try_into()?,
            to: row.to_account.try_into()?,
            asked_by: row.asked_by.try_into()?,
            standing: if row.standing == "administrator" { Standing::Administrator } else { Standing::Holder },
            message: row.message.map(Note::try_from).transpose()?,
            asked_at: Timestamp(row.asked_at),
            expires_at: Timestamp(row.expires_at),
            accepted,
            state,
            hidden: row.hidden_from_target,
        };
        let category = |name: &str| Category::from_name(name).ok_or_else(|| corrupt("category", name));
        let view = RequestRow {
            id: request.id,
            service: request.service,
            service_name: row.service_name.try_into()?,
            category: category(&row.category)?,
            companion: row.companion.as_deref().map(category).transpose()?,
            roles,
            from: request.from.clone(),
            to: request.to.clone(),
            asked_by: request.asked_by.clone(),
            asked_at: request.asked_at,
            expires_at: request.expires_at,
            state: name,
            ended_at: request.state.ended_at(),
            reason,
            waiting_for: request.waiting_for(),
        };
        Ok(Self { request, row: view, cancel_reason: row.reason_note, siblings: Vec::new() })
    }
}

fn facts(rows: Vec<Row>) -> Result<Vec<RequestFacts>> {
    rows.into_iter().map(RequestFacts::try_from).collect()
}

impl Db {
    /// A request with its siblings.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn request(&self, id: RequestId) -> Result<Option<RequestFacts>> {
        const SQL: &str = select!("WHERE r.submission = (SELECT submission FROM requests WHERE id = $1) ORDER BY r.id");
        let rows = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(id).fetch_all(c).await)?;
        let (found, siblings): (Vec<_>, Vec<_>) = facts(rows)?.into_iter().partition(|facts| facts.request.id == id);
        Ok(found.into_iter().next().map(|facts| RequestFacts { siblings, ..facts }))
    }

    /// The requests that an account sent or received and may see, newest first, with a number above `after` and below `before`, in one of
    /// the states.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn requests_of(
        &self,
        account: &Handle,
        after: RequestId,
        filter: RequestFilter,
        before: RequestId,
        limit: i32,
    ) -> Result<Vec<RequestFacts>> {
        const SQL: &str = select!(
            "WHERE ",
            has_party!(),
            " AND r.id < $3
               AND ($4 = 'all' OR ($4 = 'open' AND r.ended_at IS NULL) OR r.state = $4)
             ORDER BY r.id DESC LIMIT $5"
        );
        let rows = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL)
            .bind(account.as_str())
            .bind(after)
            .bind(before)
            .bind(filter.as_str())
            .bind(limit)
            .fetch_all(c)
            .await)?;
        facts(rows)
    }

    /// Requests as the provider's staff looks for them, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_requests(&self, search: &RequestSearch, limit: i32) -> Result<Vec<RequestFacts>> {
        const SQL: &str = select!(
            "WHERE (r.ended_at IS NULL OR NOT $1)
               AND ($2 = '' OR r.asked_by = $2 OR r.to_account = $2 OR r.from_account = $2) AND ($3 = '' OR s.name = $3)
             ORDER BY r.id DESC LIMIT $4"
        );
        let account = search.account.as_ref().map_or("", Handle::as_str);
        let rows = on_db!(self, |c| sqlx::query_as::<_, Row>(SQL)
            .bind(search.open_only)
            .bind(account)
            .bind(search.service.as_deref().unwrap_or_default())
            .bind(limit)
            .fetch_all(c)
            .await)?;
        facts(rows)
    }

    /// How many open requests wait for this account, and how many of those that it asked wait for others only. Counted
    /// are those with a number above `after`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn waiting_counts(&self, account: &Handle, after: RequestId, now: Timestamp) -> Result<(i64, i64)> {
        const SQL: &str = concat!(
            "SELECT COUNT(CASE WHEN NOT decided THEN 1 END), COUNT(CASE WHEN decided THEN 1 END)
             FROM (
                SELECT EXISTS (SELECT 1 FROM decisions d WHERE d.request_id = r.id AND d.account = $1) AS decided
                FROM requests r WHERE ",
            has_party!(),
            " AND r.ended_at IS NULL AND r.expires_at > $3
             ) AS mine"
        );
        Ok(on_db!(self, |c| sqlx::query_as(SQL).bind(account.as_str()).bind(after).bind(now.0).fetch_one(c).await)?)
    }

    /// The numbers of running requests whose time is over at `now`, oldest end first: in the order of the index, so that nobody
    /// reads all requests in the order of their numbers to find them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn overdue_requests(&self, now: Timestamp, limit: i32) -> Result<Vec<RequestId>> {
        const SQL: &str = "SELECT id FROM requests WHERE ended_at IS NULL AND expires_at <= $1
             ORDER BY expires_at, id LIMIT $2";
        Ok(on_db!(self, |c| sqlx::query_scalar(SQL).bind(now.0).bind(limit).fetch_all(c).await)?)
    }

    /// The numbers of running requests that end by `ends_before` and have not been reminded of.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn requests_to_remind(
        &self,
        now: Timestamp,
        ends_before: Timestamp,
        limit: i32,
    ) -> Result<Vec<RequestId>> {
        const SQL: &str = "SELECT id FROM requests
             WHERE ended_at IS NULL AND reminded_at IS NULL AND expires_at > $1 AND expires_at <= $2
             ORDER BY expires_at, id LIMIT $3";
        Ok(on_db!(self, |c| sqlx::query_scalar(SQL).bind(now.0).bind(ends_before.0).bind(limit).fetch_all(c).await)?)
    }
}

/// Which requests the provider's staff looks for.
#[derive(Clone, Debug, Default)]
pub struct RequestSearch {
    /// Only those that run.
    pub open_only: bool,
    /// Only those that this account asked for, is to take roles by, or is to hand roles over by.
    pub account: Option<Handle>,
    /// Only those of services of this name.
    pub service: Option<String>,
}

/// Which requests a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestFilter {
    /// Every one.
    All,
    /// Those that run.
    Open,
    /// Those in one state.
    State(StateName),
}

impl RequestFilter {
    const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::State(name) => name.as_str(),
        }
    }
}

impl Tx {
    /// The highest request number that was given so far, by a transaction that is still open as well; 0 before the first.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn last_request_number(&mut self) -> Result<RequestId> {
        let number: Option<RequestId> = match self {
            Self::Sqlite(tx) => {
                const SQL: &str = "SELECT seq FROM sqlite_sequence WHERE name = 'requests'";
                sqlx::query_scalar(SQL).fetch_optional(&mut **tx).await?
            }
            Self::Postgres(tx) => {
                const SQL: &str = "SELECT last_value FROM requests_id_seq WHERE is_called";
                sqlx::query_scalar(SQL).fetch_optional(&mut **tx).await?
            }
        };
        Ok(number.unwrap_or(0))
    }

    /// Gives no request a number up to `last` from now on. On Postgres that stays so when the transaction is dropped.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn skip_request_numbers(&mut self, last: RequestId) -> Result<()> {
        match self {
            Self::Sqlite(tx) => {
                // The row is there from the first request on.
                for sql in [
                    "INSERT INTO sqlite_sequence (name, seq) SELECT 'requests', 0
                     WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'requests')",
                    "UPDATE sqlite_sequence SET seq = max(seq, $1) WHERE name = 'requests'",
                ] {
                    sqlx::query(sql).bind(last).execute(&mut **tx).await?;
                }
            }
            Self::Postgres(tx) => {
                const SQL: &str = "SELECT setval('requests_id_seq', GREATEST(last_value, $1)) FROM requests_id_seq";
                sqlx::query(SQL).bind(last).execute(&mut **tx).await?;
            }
        }
        Ok(())
    }

    /// Stores a request and its open roles; returns its number, and whether it is hidden. It is hidden from a new contact that has blocked the requester: the
    /// same statement says so of every new contact, be it an account or not. The caller holds the new contact's account.
    ///
    /// # Errors
    /// When a request for one of the roles is open (a unique violation), or the database fails.
    pub async fn insert_request(&mut self, new: &NewRequest<'_>) -> Result<(RequestId, bool), sqlx::Error> {
        const SQL: &str = "INSERT INTO requests
             (submission, linked, service_id, companion_id, from_account, to_account, asked_by, standing, message, asked_at,
              expires_at, state, hidden_from_target)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'validatingByCustomers',
                 EXISTS (SELECT 1 FROM blocks b WHERE b.account = $6 AND b.blocked = $7))
             RETURNING id, hidden_from_target";
        let standing = match new.standing {
            Standing::Administrator => "administrator",
            Standing::Holder => "holder",
        };
        let (id, is_hidden): (RequestId, bool) = on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(new.submission)
            .bind(new.linked)
            .bind(new.service)
            .bind(new.companion)
            .bind(new.from.as_str())
            .bind(new.to.as_str())
            .bind(new.asked_by.as_str())
            .bind(standing)
            .bind(new.message.map(Note::as_str))
            .bind(new.asked_at.0)
            .bind(new.expires_at.0)
            .fetch_one(c)
            .await)?;
        self.mark_request(id);
        for service in [Some(new.service), new.companion].into_iter().flatten() {
            for role in new.roles.iter() {
                const ROLE: &str = "INSERT INTO request_roles (request_id, service_id, role) VALUES ($1, $2, $3)";
                run!(self, ROLE, id, service, role.as_str())?;
            }
            // Its contacts see that a change is pending.
            self.mark_service(service);
        }
        Ok((id, is_hidden))
    }

    /// Locks what a request and the others of its submission rest on, until the end of the transaction, and reads the request
    /// then: the contacts of their services, and the accounts of everyone concerned with their addresses and debts. See the
    /// [lock order](super).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock_request(&mut self, id: RequestId) -> Result<Option<Request>> {
        // What is asked never changes, so it can be read before anything is locked.
        let services = self.services_of_submission(id).await?;
        self.lock_services(&services).await?;
        const ACCOUNTS: &str = "SELECT r.asked_by, r.to_account, r.from_account FROM requests r
             WHERE r.submission = (SELECT submission FROM requests WHERE id = $1)";
        let accounts: Vec<(String, String, String)> =
            on_tx!(self, |c| sqlx::query_as(ACCOUNTS).bind(id).fetch_all(c).await)?;
        let accounts: Vec<String> = accounts.into_iter().flat_map(|(by, to, from)| [by, to, from]).collect();
        self.hold_accounts(&accounts).await?;
        self.request(id).await
    }

    /// A request.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn request(&mut self, id: RequestId) -> Result<Option<Request>> {
        const SQL: &str = select!("WHERE r.id = $1");
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(id).fetch_optional(c).await)?;
        Ok(row.map(RequestFacts::try_from).transpose()?.map(|facts| facts.request))
    }

    /// The services that a request and the others of its submission change; none for a number that no request has.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn services_of_submission(&mut self, id: RequestId) -> Result<Vec<ServiceId>> {
        const SQL: &str = "SELECT DISTINCT rr.service_id FROM request_roles rr JOIN requests r ON r.id = rr.request_id
             WHERE r.submission = (SELECT submission FROM requests WHERE id = $1)";
        Ok(on_tx!(self, |c| sqlx::query_scalar(SQL).bind(id).fetch_all(c).await)?)
    }

    /// The open requests that change a service, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_requests_of_service(&mut self, service: ServiceId) -> Result<Vec<Request>> {
        const SQL: &str = select!(
            "WHERE r.id IN (SELECT rr.request_id FROM request_roles rr WHERE rr.service_id = $1 AND rr.open) ORDER BY r.id"
        );
        let rows = on_tx!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(service).fetch_all(c).await)?;
        Ok(facts(rows)?.into_iter().map(|facts| facts.request).collect())
    }

    /// The numbers of the open requests that an account asked for, or has accepted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_requests_resting_on(&mut self, account: &Handle) -> Result<Vec<RequestId>> {
        const SQL: &str = "SELECT id FROM requests r WHERE r.ended_at IS NULL AND (r.asked_by = $1 OR r.to_account = $1
                 AND EXISTS (SELECT 1 FROM decisions d WHERE d.request_id = r.id AND d.account = $1))
             ORDER BY id";
        Ok(on_tx!(self, |c| sqlx::query_scalar(SQL).bind(account.as_str()).fetch_all(c).await)?)
    }

    /// Every request of a submission, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn requests_of_submission(&mut self, submission: Uuid) -> Result<Vec<Request>> {
        const SQL: &str = select!("WHERE r.submission = $1 ORDER BY r.id");
        let rows = on_tx!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(submission).fetch_all(c).await)?;
        Ok(facts(rows)?.into_iter().map(|facts| facts.request).collect())
    }

    /// The open request for a role of a service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_request(&mut self, service: ServiceId, role: Role) -> Result<Option<Request>> {
        const SQL: &str = select!(
            "WHERE r.id = (SELECT rr.request_id FROM request_roles rr
                WHERE rr.service_id = $1 AND rr.role = $2 AND rr.open)"
        );
        let row =
            on_tx!(self, |c| sqlx::query_as::<_, Row>(SQL).bind(service).bind(role.as_str()).fetch_optional(c).await)?;
        Ok(row.map(RequestFacts::try_from).transpose()?.map(|facts| facts.request))
    }

    /// Stores where a running request stands now, and the account that ended it, if one did; frees its roles when it has ended.
    /// `false` when it had ended before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save_state(&mut self, request: &Request, by: Option<&Handle>, note: Option<&Note>) -> Result<bool> {
        const SQL: &str = "UPDATE requests SET state = $2, ended_at = $3, ended_by = $4, reason = $5, reason_note = $6
             WHERE id = $1 AND ended_at IS NULL";
        let reason = match &request.state {
            State::Aborted { reason, .. } => Some(reason.as_str()),
            _ => None,
        };
        let by = by.map(Handle::as_str);
        let ended_at = request.state.ended_at();
        let name = request.state.name().as_str();
        let changed =
            run!(self, SQL, request.id, name, ended_at.map(|at| at.0), by, reason, note.map(Note::as_str))? == 1;
        if changed && ended_at.is_some() {
            run!(self, "UPDATE request_roles SET open = $2 WHERE request_id = $1", request.id, false)?;
            self.void_codes_of_request(request.id).await?;
            for service in request.services() {
                self.mark_service(service);
            }
        }
        self.mark_request(request.id);
        Ok(changed)
    }

    /// Notes that the parties were reminded; `false` when they had been, or the request is over.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark_reminded(&mut self, request: RequestId, now: Timestamp) -> Result<bool> {
        const SQL: &str = "UPDATE requests SET reminded_at = $2
             WHERE id = $1 AND reminded_at IS NULL AND ended_at IS NULL AND expires_at > $2";
        Ok(run!(self, SQL, request, now.0)? == 1)
    }
}
