//! Signing in: by customer ID or e-mail address, and password.

use countersign_domain::Handle;

use super::{Backend, login::Login};
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

impl Backend {
    /// Checks a customer ID or e-mail address and its password. An unknown one takes as long as a known one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_in(&self, login: &str, password: Password) -> Result<SignIn> {
        let account = match Login::parse(login, &self.settings().suffix) {
            Ok(login) => self.account_of(&login).await?,
            Err(_) => None,
        };
        let account = account.filter(|account| account.active);
        let right =
            password.verify(Queue::Strangers, account.as_ref().map(|account| account.password_hash.clone())).await?;
        Ok(match account {
            Some(account) if right => SignIn::Accepted(account),
            _ => SignIn::Rejected,
        })
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
