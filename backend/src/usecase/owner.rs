//! The owner of a service: its three contacts see it, its administrator edits it.

use countersign_domain::{
    EmailAddress, HOUR, Handle, Owner, Problem, SECOND, ServiceId, Timestamp, TypedOwner,
    view::{OwnerEdit, OwnerPage},
};

use super::mails;
use crate::access::Customer;
use crate::{
    error::Result,
    mail_kind::{MailContent, OwnerNews},
    store::{NewMail, Recipient, Tx},
};

/// Edits of owners that one account may make in an hour: each writes to addresses of its choice.
const MAX_PER_HOUR: i64 = 20;

impl Customer {
    /// The owner of a service, and who edited it when.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a service that the account is no contact of, and for one of a kind that has no owner.
    pub async fn owner(&self, service: ServiceId) -> Result<OwnerPage> {
        let db = self.backend.db();
        let row = db.service(service, self.id()).await?.ok_or(Problem::NotFound)?;
        if row.contacts.roles_of(self.id()).is_empty() || !row.category.has_owner() {
            return Err(Problem::NotFound.into());
        }
        let stored = db.owner(service).await?;
        let edits = db.owner_changes(service).await?.into_iter().map(|change| OwnerEdit {
            version: change.position,
            at: change.at,
            by: change.by,
            fields: change.fields.into_iter().map(|changed| changed.field).collect(),
        });
        Ok(OwnerPage {
            service: row,
            me: self.id().clone(),
            version: stored.as_ref().map_or(0, |stored| stored.version),
            owner: stored.map(|stored| stored.owner),
            edits: edits.collect(),
        })
    }

    /// Edits the owner of a service. `version` is the one that the form was made from: what another has changed since is
    /// never written over unseen. The owner's former and present addresses are told.
    ///
    /// # Errors
    /// [`Problem::NotFound`] as [`Customer::owner`]; [`Problem::NotAdministrator`], [`Problem::Invalid`], [`Problem::Changed`],
    /// [`Problem::NothingChanged`], [`Problem::TooMany`].
    pub async fn edit_owner(&self, service: ServiceId, version: i32, typed: &TypedOwner<'_>) -> Result<()> {
        let row = self.owner(service).await?.service;
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        let contacts = tx.lock_contacts(service).await?.ok_or(Problem::NotFound)?;
        if contacts.admin != *self.id() {
            return Err(Problem::NotAdministrator.into());
        }
        let owner = Owner::parse(typed).map_err(Problem::Invalid)?;
        let stored = tx.owner(service).await?;
        if stored.as_ref().map_or(0, |stored| stored.version) != version {
            return Err(Problem::Changed.into());
        }
        let former = stored.as_ref().map(|stored| &stored.owner);
        let fields = owner.changes(former);
        if fields.is_empty() {
            return Err(Problem::NothingChanged.into());
        }
        // One after the other: of two at once, neither would see what the other is about to add.
        tx.queue(&format!("edits {}", self.id())).await?;
        if tx.owner_edits_since(self.id(), now.plus(-HOUR)).await? >= MAX_PER_HOUR {
            return Err(Problem::TooMany { retry_after: i32::try_from(HOUR / SECOND).unwrap_or(i32::MAX) }.into());
        }
        if !tx.save_owner(service, &owner, stored.as_ref(), self.id(), now).await? {
            return Err(Problem::Changed.into());
        }
        let content = MailContent::OwnerChanged(OwnerNews {
            service: row.name,
            category: row.category,
            by: self.id().clone(),
            first: former.is_none(),
            fields,
        });
        let mut addresses = vec![&owner.email];
        addresses.extend(former.map(|former| &former.email).filter(|email| **email != owner.email));
        for address in addresses {
            owe(&mut tx, address, self.id(), &content, now).await?;
        }
        tx.commit().await
    }
}

/// Owes the mail to an owner's address. It is in the language of the account that has the address, or else in the editor's: nothing
/// more is known of the owner.
async fn owe(tx: &mut Tx, address: &EmailAddress, by: &Handle, content: &MailContent, now: Timestamp) -> Result<()> {
    let known = tx.account_by_email(address).await?.filter(|account| account.active);
    let recipient = Recipient::Account(known.as_ref().map_or(by, |account| &account.id));
    tx.insert_mail(NewMail { address: Some(address.as_str()), ..mails::about_account(content, recipient, now) }).await
}
