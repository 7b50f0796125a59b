//! Signing in: by customer ID or e-mail address, and password.

use countersign_domain::Handle;

use super::login::Login;
use crate::process::Backend;
use crate::{
    error::Result,
    secret::{Password, Queue},
    store::Account,
};

/// How a sign-in ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// As this account, whose password it was then.
    Accepted(Account),
    /// Unknown, disabled, or the wrong password: nobody learns which.
    Rejected,
}

/// What a customer ID or e-mail address names.
#[derive(Clone, Debug)]
pub struct NamedLogin {
    /// The account's customer ID, or what was typed in its canonical form if there is no account: the same for all logins of one.
    pub name: String,
    /// The account, active or not.
    pub account: Option<Account>,
}

impl Backend {
    /// Checks a customer ID or e-mail address and its password, in the given queue. An unknown one takes as long as a known one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_in(&self, login: &str, password: Password, queue: Queue) -> Result<SignIn> {
        let account = match Login::parse(login, &self.settings().suffix) {
            Ok(login) => self.account_of(&login).await?,
            Err(_) => None,
        };
        let account = account.filter(|account| account.active);
        let right = password.verify(queue, account.as_ref().map(|account| account.password_hash.clone())).await?;
        Ok(match account {
            Some(account) if right => SignIn::Accepted(account),
            _ => SignIn::Rejected,
        })
    }

    /// What a login names, for the limit of wrong passwords alone: nobody else learns whether there is an account. `None` for what is
    /// neither a customer ID nor an address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn named_login(&self, login: &str) -> Result<Option<NamedLogin>> {
        let Ok(login) = Login::parse(login, &self.settings().suffix) else { return Ok(None) };
        let account = self.account_of(&login).await?;
        let name = account.as_ref().map_or(login.as_str(), |account| account.id.as_str()).to_owned();
        Ok(Some(NamedLogin { name, account }))
    }

    /// The account that a customer ID or e-mail address names, for the log of refused sign-ins alone: nobody else learns whether
    /// there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account_named(&self, login: &str) -> Result<Option<Handle>> {
        let Ok(login) = Login::parse(login, &self.settings().suffix) else { return Ok(None) };
        Ok(self.account_of(&login).await?.map(|account| account.id))
    }
}
