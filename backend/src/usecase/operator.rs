//! What the operator does from the command line.

use countersign_domain::{
    Category, Contacts, EmailAddress, Event, Handle, InvoiceNumber, PersonName, Problem, RequestId, ServiceId,
    ServiceName, Status, Timestamp,
};
use countersign_locales::Language;

use super::{
    decide,
    opening::{FirstPassword, Opening},
    passwords,
};
use crate::access::Operator;
use crate::{
    ambient::{new_id, new_token},
    error::Result,
    secret::Password,
    store::{Account, OperatorEntry, PendingAccount, RequestFacts, RequestSearch, Tx},
};

/// An account to be created.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Its customer ID; made from the name and random digits if none is given.
    pub id: Option<Handle>,
    /// Its name.
    pub name: PersonName,
    /// The organisation it belongs to.
    pub organisation: Option<PersonName>,
    /// Its e-mail address.
    pub email: EmailAddress,
    /// The language of its mails.
    pub language: Language,
    /// Its password, which must be replaced at the first sign-in; none if the customer is to choose one by the link of an
    /// invitation.
    pub password: Option<Password>,
}

/// How an account is called from now on. What is `None` stays as it is.
#[derive(Clone, Debug)]
pub struct AccountNames {
    /// Its name.
    pub name: Option<PersonName>,
    /// The organisation it belongs to, or that it belongs to none.
    pub organisation: Option<Option<PersonName>>,
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

impl Operator {
    /// Creates an account and mails it its customer ID, or the link to choose a password.
    ///
    /// # Errors
    /// [`Problem::Invalid`] when the customer ID was given before, or the address is taken.
    pub async fn create_account(&self, new: NewAccount) -> Result<Handle> {
        let password = if new.password.is_some() { FirstPassword::Temporary } else { FirstPassword::Invited };
        let known = new.password.unwrap_or_else(|| Password::typed(new_token().reveal()));
        let details = PendingAccount {
            name: new.name,
            organisation: new.organisation,
            language: new.language,
            password_hash: known.hash().await?,
        };
        let mut tx = self.db().begin().await?;
        let id =
            self.backend.open_account(&mut tx, Opening { id: new.id, email: new.email, details, password }).await?;
        tx.log_act(&self.act("account create", id.as_str(), Some(&id))?, self.now()).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Disables an account, ends its sessions and the open requests that rest on it, tells their parties, and says so in the
    /// operator log.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is none.
    pub async fn disable_account(&self, id: &Handle) -> Result<()> {
        self.reason()?;
        loop {
            let mut tx = self.db().begin().await?;
            let requests = tx.open_requests_resting_on(id).await?;
            let mut services = Vec::new();
            for request in &requests {
                services.extend(tx.services_of_submission(*request).await?);
            }
            tx.lock_services(&services).await?;
            tx.lock_account(id).await?;
            if !tx.set_active(id, false).await? {
                return Err(Problem::NotFound.into());
            }
            // From here on the account asks for nothing and accepts nothing. What it did while the locks were waited for has
            // services that are not locked: that is tried again.
            let resting = tx.open_requests_resting_on(id).await?;
            if !resting.iter().all(|request| requests.contains(request)) {
                continue;
            }
            let now = self.now();
            for request in resting {
                let request = tx.request(request).await?;
                if let Some(ended) = request.and_then(|request| request.lose_party(id, now)) {
                    decide::conclude(&mut tx, &ended, Event::Aborted, None, None, now).await?;
                }
            }
            tx.drop_links(id.as_str()).await?;
            tx.delete_sessions_of(id).await?;
            tx.log_act(&self.act("account disable", id.as_str(), Some(id))?, now).await?;
            return tx.commit().await;
        }
    }

    /// Enables an account again. What ended when it was disabled stays ended.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is none.
    pub async fn enable_account(&self, id: &Handle) -> Result<()> {
        self.reason()?;
        let mut tx = self.db().begin().await?;
        tx.lock_account(id).await?;
        if !tx.set_active(id, true).await? {
            return Err(Problem::NotFound.into());
        }
        tx.log_act(&self.act("account enable", id.as_str(), Some(id))?, self.now()).await?;
        tx.commit().await
    }

    /// Ends an open request, with a reason that its parties read.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Ended`].
    pub async fn abort_request(&self, id: RequestId) -> Result<()> {
        let reason = self.reason()?;
        let mut tx = self.db().begin().await?;
        let request = tx.lock_request(id).await?.ok_or(Problem::NotFound)?;
        let now = self.now();
        let aborted = request.abort_by_staff(now)?;
        decide::conclude(&mut tx, &aborted, Event::Aborted, None, Some(reason), now).await?;
        let act = self.act("request abort", &id.to_string(), Some(&aborted.asked_by))?;
        tx.log_act(&act, now).await?;
        tx.commit().await
    }

    /// Changes an account's name and organisation, and says so in the operator log; the account as it is then.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no such account.
    pub async fn rename_account(&self, id: &Handle, new: AccountNames) -> Result<Account> {
        self.reason()?;
        let mut tx = self.db().begin().await?;
        let mut account = tx.account(id).await?.ok_or(Problem::NotFound)?;
        account.name = new.name.unwrap_or(account.name);
        account.organisation = new.organisation.unwrap_or(account.organisation);
        tx.set_names(id, &account.name, account.organisation.as_ref()).await?;
        tx.log_act(&self.act("account rename", id.as_str(), Some(id))?, self.now()).await?;
        tx.commit().await?;
        Ok(account)
    }

    /// Sets an account's password, which must be replaced at the next sign-in, ends its sessions, and says so in the operator log;
    /// the account as it was.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no such account.
    pub async fn set_password(&self, id: &Handle, password: Password) -> Result<Account> {
        self.reason()?;
        let hash = password.hash().await?;
        let mut tx = self.db().begin().await?;
        let account = tx.account(id).await?.ok_or(Problem::NotFound)?;
        if !passwords::replace(&mut tx, id, &hash, true).await? {
            return Err(Problem::NotFound.into());
        }
        tx.log_act(&self.act("account set-password", id.as_str(), Some(id))?, self.now()).await?;
        tx.commit().await?;
        Ok(account)
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
        tx.log_act(&self.act("service add", new.name.as_str(), Some(&new.contacts.admin))?, now).await?;
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
        tx.log_act(&self.act("service update", update.name.as_str(), None)?, self.now()).await?;
        tx.commit().await
    }

    /// Adds an unpaid invoice.
    ///
    /// # Errors
    /// [`Problem::Malformed`] for a number that is no [`InvoiceNumber`]. When the number is taken or the account unknown, or the
    /// database fails.
    pub async fn add_invoice(&self, number: &str, account: &Handle) -> Result<()> {
        let number = InvoiceNumber::parse(number).map_err(|_| Problem::Malformed)?;
        let mut tx = self.db().begin().await?;
        // Waits for a request that is being applied and rests on there being no debt.
        tx.lock_account(account).await?;
        tx.insert_invoice(number.as_str(), account, self.now()).await?;
        tx.log_act(&self.act("invoice add", number.as_str(), Some(account))?, self.now()).await?;
        tx.commit().await
    }

    /// Marks an invoice paid: that of exactly this number, which may be older than the rule of [`InvoiceNumber`], or of the number as
    /// that reads it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no such unpaid invoice.
    pub async fn pay_invoice(&self, number: &str) -> Result<()> {
        let (mut tx, now) = (self.db().begin().await?, self.now());
        let debtor = pay_invoice(&mut tx, number, now).await?;
        tx.log_act(&self.act("invoice paid", number, Some(&debtor))?, now).await?;
        tx.commit().await
    }

    /// The requests that a search finds, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_requests(&self, search: &RequestSearch, limit: i32) -> Result<Vec<RequestFacts>> {
        self.db().find_requests(search, limit).await
    }

    /// A request, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn request(&self, id: RequestId) -> Result<Option<RequestFacts>> {
        self.db().request(id).await
    }

    /// The last lines of the operator log, newest first; what the system did too, if asked for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn log(&self, limit: u32, with_system: bool) -> Result<Vec<OperatorEntry>> {
        self.db().operator_log(limit.into(), with_system).await
    }
}

/// Marks an invoice paid, and says whose it was.
pub(super) async fn pay_invoice(tx: &mut Tx, number: &str, now: Timestamp) -> Result<Handle> {
    if let Some(debtor) = tx.pay_invoice(number, now).await? {
        return Ok(debtor);
    }
    let read = InvoiceNumber::parse(number).map_err(|_| Problem::NotFound)?;
    Ok(tx.pay_invoice(read.as_str(), now).await?.ok_or(Problem::NotFound)?)
}
