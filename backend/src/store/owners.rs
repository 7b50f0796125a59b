//! Owners of services, and what was changed of them.

use countersign_domain::{Handle, Owner, OwnerField, PostalAddress, PostalCode, ServiceId, Timestamp};
use uuid::Uuid;

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::{Error, Result};

/// An owner as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOwner {
    /// The position of the change that made it what it is.
    pub version: i32,
    /// The details.
    pub owner: Owner,
}

/// One edit of an owner's details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerChange {
    /// Counts from 1 without a gap for each service.
    pub position: i32,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Handle,
    /// What was changed, in the order of the form.
    pub fields: Vec<FieldChange>,
}

/// One detail that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: OwnerField,
    /// What it was; nothing if it was not given.
    pub before: String,
    /// What it has become; nothing if it is not given any more.
    pub after: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    version: i32,
    name: String,
    organisation: Option<String>,
    street: String,
    postal_code: Option<String>,
    city: String,
    country: String,
    phone: String,
    email: String,
}

impl TryFrom<Row> for StoredOwner {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let address = PostalAddress {
            street: row.street.try_into()?,
            postal_code: row.postal_code.map(PostalCode::try_from).transpose()?,
            city: row.city.try_into()?,
            country: row.country.try_into()?,
        };
        let owner = Owner {
            name: row.name.try_into()?,
            organisation: row.organisation.map(TryInto::try_into).transpose()?,
            address,
            phone: row.phone.try_into()?,
            email: row.email.try_into()?,
        };
        Ok(Self { version: row.version, owner })
    }
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    position: i32,
    field: String,
    at: i64,
    account: String,
    before: String,
    after: String,
}

const OWNER: &str = "SELECT version, name, organisation, street, postal_code, city, country, phone, email
     FROM owners WHERE service_id = $1";

impl Db {
    /// The owner of a service, if one is stored.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn owner(&self, service: ServiceId) -> Result<Option<StoredOwner>> {
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(OWNER).bind(service).fetch_optional(c).await)?;
        row.map(StoredOwner::try_from).transpose()
    }

    /// What was changed of a service's owner, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn owner_changes(&self, service: ServiceId) -> Result<Vec<OwnerChange>> {
        const SQL: &str = "SELECT position, field, at, account, before, after
             FROM owner_changes WHERE service_id = $1 ORDER BY position";
        let rows = on_db!(self, |c| sqlx::query_as::<_, ChangeRow>(SQL).bind(service).fetch_all(c).await)?;
        let mut changes: Vec<OwnerChange> = Vec::new();
        for row in rows {
            let field = OwnerField::from_name(&row.field)
                .ok_or_else(|| Error::Internal(format!("unknown detail {}", row.field)))?;
            let change = FieldChange { field, before: row.before, after: row.after };
            match changes.last_mut().filter(|last| last.position == row.position) {
                Some(last) => last.fields.push(change),
                None => changes.push(OwnerChange {
                    position: row.position,
                    at: Timestamp(row.at),
                    by: row.account.try_into()?,
                    fields: vec![change],
                }),
            }
        }
        for change in &mut changes {
            change.fields.sort_by_key(|changed| changed.field);
        }
        Ok(changes)
    }
}

impl Tx {
    /// The owner of a service, if one is stored. The service's row is locked by the caller.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn owner(&mut self, service: ServiceId) -> Result<Option<StoredOwner>> {
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(OWNER).bind(service).fetch_optional(c).await)?;
        row.map(StoredOwner::try_from).transpose()
    }

    /// Stores an owner in the place of `before`, and writes down what was changed. The service's row is locked by the caller.
    /// `false` when another was stored meanwhile; nothing is changed then.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save_owner(
        &mut self,
        service: ServiceId,
        owner: &Owner,
        before: Option<&StoredOwner>,
        by: &Handle,
        at: Timestamp,
    ) -> Result<bool> {
        const INSERT: &str =
            "INSERT INTO owners (version, name, organisation, street, postal_code, city, country, phone, email, service_id)
             VALUES ($1 + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (service_id) DO NOTHING";
        const UPDATE: &str =
            "UPDATE owners SET version = $1 + 1, name = $2, organisation = $3, street = $4, postal_code = $5,
             city = $6, country = $7, phone = $8, email = $9
             WHERE service_id = $10 AND version = $1";
        let version = before.map_or(0, |before| before.version);
        let saved = run!(
            self,
            if before.is_some() { UPDATE } else { INSERT },
            version,
            owner.name.as_str(),
            given(owner.get(OwnerField::Organisation)),
            owner.address.street.as_str(),
            given(owner.get(OwnerField::PostalCode)),
            owner.address.city.as_str(),
            owner.address.country.as_str(),
            owner.phone.as_str(),
            owner.email.as_str(),
            service,
        )?;
        if saved != 1 {
            return Ok(false);
        }
        let before = before.map(|before| &before.owner);
        for field in owner.changes(before) {
            self.insert_owner_change(service, version + 1, (by, at), field, before, owner).await?;
        }
        Ok(true)
    }

    async fn insert_owner_change(
        &mut self,
        service: Uuid,
        position: i32,
        (by, at): (&Handle, Timestamp),
        field: OwnerField,
        before: Option<&Owner>,
        after: &Owner,
    ) -> Result<()> {
        run!(
            self,
            "INSERT INTO owner_changes (service_id, position, field, at, account, before, after)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            service,
            position,
            field.as_str(),
            at.0,
            by.as_str(),
            before.map_or("", |before| before.get(field)),
            after.get(field),
        )?;
        Ok(())
    }

    /// How many times an account has edited owners since then.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn owner_edits_since(&mut self, by: &Handle, since: Timestamp) -> Result<i64> {
        const SQL: &str = "SELECT COUNT(*) FROM
             (SELECT DISTINCT service_id, position FROM owner_changes WHERE account = $1 AND at >= $2) AS edits";
        Ok(on_tx!(self, |c| sqlx::query_scalar(SQL).bind(by.as_str()).bind(since.0).fetch_one(c).await)?)
    }
}

/// What is not given is NULL.
fn given(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
