//! What the operator does from the command line.

use countersign_domain::{
    Category, Contacts, EmailAddress, Handle, PersonName, Problem, ServiceId, ServiceName, Status, Timestamp,
};
use countersign_locales::Language;

use super::Backend;
use crate::{
    ambient::{new_id, random},
    error::{Error, Result},
    secret::Password,
    store::{Account, NewMail},
};

/// An account to be created.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Its customer ID; made from the name and random digits if none is given.
    pub id: Option<Handle>,
    /// Its name.
    pub name: PersonName,
    /// Its e-mail address.
    pub email: EmailAddress,
    /// The language of its mails.
    pub language: Language,
    /// Its password.
    pub password: Password,
}

/// A service to be added.
#[derive(Clone, Debug)]
pub struct NewService {
    /// Its name.
    pub name: ServiceName,
    /// Its kind.
    pub category: Category,
    /// How it stands.
    pub status: Status,
    /// When it runs out.
    pub expires_at: Option<Timestamp>,
    /// Its contacts.
    pub contacts: Contacts,
}

/// How a service stands now. What is `None` stays as it is.
#[derive(Clone, Debug)]
pub struct ServiceUpdate {
    /// Its name.
    pub name: ServiceName,
    /// Its kind.
    pub category: Category,
    /// How it stands.
    pub status: Option<Status>,
    /// When it runs out.
    pub expires_at: Option<Timestamp>,
}

impl Backend {
    /// Creates an account and mails it its customer ID.
    ///
    /// # Errors
    /// When the ID or the address is taken, or the database fails.
    pub async fn create_account(&self, new: NewAccount) -> Result<Handle> {
        let id = match new.id {
            Some(id) => id,
            None => self.free_id(&new.name).await?,
        };
        let now = self.now();
        let account = Account {
            id,
            email: new.email,
            name: new.name,
            language: new.language,
            password_hash: new.password.hash().await?,
            active: true,
            created_at: now,
        };
        let mut tx = self.db().begin().await?;
        tx.insert_account(&account).await?;
        tx.insert_mail(NewMail {
            id: new_id(now),
            event: "welcome",
            recipient: &account.id,
            address: None,
            request: None,
            generation: 0,
            payload: None,
            now,
        })
        .await?;
        self.commit(tx).await?;
        Ok(account.id)
    }

    /// An ID that nobody has: the name's first two ASCII letters and five random digits.
    async fn free_id(&self, name: &PersonName) -> Result<Handle> {
        let mut letters: String =
            name.as_str().chars().filter(char::is_ascii_alphabetic).take(2).collect::<String>().to_lowercase();
        while letters.len() < 2 {
            letters.push('x');
        }
        for _ in 0..100 {
            let number = 10_000 + u32::from_le_bytes(random()) % 90_000;
            let id = Handle::parse(&format!("{letters}{number}"), &self.settings().suffix)?;
            if self.db().account(&id).await?.is_none() {
                return Ok(id);
            }
        }
        Err(Error::Internal(format!("no free customer ID begins with {letters}")))
    }

    /// Disables an account and ends its sessions.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is none.
    pub async fn disable_account(&self, id: &Handle) -> Result<()> {
        let mut tx = self.db().begin().await?;
        if !tx.disable_account(id).await? {
            return Err(Problem::NotFound.into());
        }
        tx.delete_sessions_of(id).await?;
        tx.commit().await
    }

    /// Sets an account's password and ends its sessions.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no such account.
    pub async fn set_password(&self, id: &Handle, password: Password) -> Result<()> {
        let hash = password.hash().await?;
        let mut tx = self.db().begin().await?;
        if !tx.set_password_hash(id, &hash).await? {
            return Err(Problem::NotFound.into());
        }
        // Whoever knew the former password may have asked for another address.
        tx.drop_email_change(id).await?;
        tx.delete_sessions_of(id).await?;
        tx.commit().await
    }

    /// Adds a service.
    ///
    /// # Errors
    /// When there is one of this name and category, or a contact is unknown, or the database fails.
    pub async fn add_service(&self, new: &NewService) -> Result<ServiceId> {
        let now = self.now();
        let id = new_id(now);
        let mut tx = self.db().begin().await?;
        tx.insert_service(id, (&new.name, new.category, new.status), new.expires_at, &new.contacts, now).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Says how a service stands now, and when it runs out: it was renewed, or was not paid for.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no service of this name and category.
    pub async fn update_service(&self, update: &ServiceUpdate) -> Result<()> {
        let mut tx = self.db().begin().await?;
        if !tx.update_service(&update.name, update.category, update.status, update.expires_at).await? {
            return Err(Problem::NotFound.into());
        }
        tx.commit().await
    }

    /// Adds an unpaid invoice.
    ///
    /// # Errors
    /// When the number is taken or the account unknown, or the database fails.
    pub async fn add_invoice(&self, number: &str, account: &Handle) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.insert_invoice(number, account, self.now()).await?;
        tx.commit().await
    }

    /// Marks an invoice paid.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no such unpaid invoice.
    pub async fn pay_invoice(&self, number: &str) -> Result<()> {
        let mut tx = self.db().begin().await?;
        if !tx.pay_invoice(number, self.now()).await? {
            return Err(Problem::NotFound.into());
        }
        tx.commit().await
    }
}
