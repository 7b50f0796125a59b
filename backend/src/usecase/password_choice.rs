//! The first sign-in with a password that the operator knows: nothing is done before the customer has chosen another.

use countersign_domain::{Field, Handle, Problem, Wrong};

use super::{mails, passwords};
use crate::access::{Customer, Scopes};
use crate::process::Backend;
use crate::{
    error::Result,
    mail_kind::MailContent,
    secret::{Password, Queue},
    store::{Account, Recipient},
};

/// What the account of a session may do.
#[derive(Clone, Debug)]
pub enum SignedIn {
    /// Nothing: it is gone or disabled.
    Nobody,
    /// Nothing but choose a password.
    MustChoose(PasswordChoice),
    /// Whatever customers may.
    Customer(Customer),
}

/// A signed-in account whose password the operator knows. It is no [`Customer`], so no use case of a customer can be reached with it.
#[derive(Clone, Debug)]
pub struct PasswordChoice {
    backend: Backend,
    account: Account,
}

impl Backend {
    /// Acts as the account of a session; `None` when it is gone or disabled, or must choose a password first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn act_as(&self, id: &Handle) -> Result<Option<Customer>> {
        Ok(match self.signed_in(id).await? {
            SignedIn::Customer(customer) => Some(customer),
            SignedIn::Nobody | SignedIn::MustChoose(_) => None,
        })
    }

    /// What the account of a session may do.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn signed_in(&self, id: &Handle) -> Result<SignedIn> {
        let backend = self.clone();
        Ok(match self.db().account(id).await?.filter(|account| account.active) {
            None => SignedIn::Nobody,
            Some(account) if account.password_is_temporary => SignedIn::MustChoose(PasswordChoice { backend, account }),
            Some(account) => SignedIn::Customer(Customer::new(backend, account, Scopes::All)),
        })
    }
}

impl PasswordChoice {
    /// The account.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// Puts a password that the customer has chosen in place of the operator's, ends every session of the account, and tells it.
    ///
    /// Answers with the account as it is now.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for a password that is the present one, too short or too easily guessed; [`Problem::SignedOut`] when the
    /// present one is replaced meanwhile.
    pub async fn choose(&self, new: &str) -> Result<Account> {
        let chosen = passwords::choose(&self.backend, new, &self.account).await?;
        if Password::typed(new).verify(Queue::Known, Some(self.account.password_hash.clone())).await? {
            return Err(Problem::field(Field::NewPassword, Wrong::Unchanged).into());
        }
        let password_hash = chosen.hash().await?;
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        if !tx.keep_password(&self.account.id, &self.account.password_hash).await? {
            return Err(Problem::SignedOut.into());
        }
        passwords::replace(&mut tx, &self.account.id, &password_hash, false).await?;
        tx.insert_mail(mails::about_account(&MailContent::PasswordChanged, Recipient::Account(&self.account.id), now))
            .await?;
        tx.commit().await?;
        Ok(Account { password_hash, password_is_temporary: false, ..self.account.clone() })
    }
}
