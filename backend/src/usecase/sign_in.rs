//! Signing in: by customer ID or e-mail address, and password.

use countersign_domain::{EmailAddress, Handle};

use super::Backend;
use crate::{error::Result, secret::Password};

/// How a sign-in ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// As this account.
    Accepted(Handle),
    /// Unknown, disabled, or the wrong password: nobody learns which.
    Rejected,
}

impl Backend {
    /// Checks a customer ID or e-mail address and its password. An unknown one takes as long as a known one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_in(&self, login: &str, password: Password) -> Result<SignIn> {
        let account = if login.contains('@') {
            match EmailAddress::parse(login) {
                Ok(email) => self.db().account_by_email(&email).await?,
                Err(_) => None,
            }
        } else {
            match Handle::parse(login, &self.settings().suffix) {
                Ok(id) => self.db().account(&id).await?,
                Err(_) => None,
            }
        };
        let account = account.filter(|account| account.active);
        let right = password.verify(account.as_ref().map(|account| account.password_hash.clone())).await?;
        Ok(match account {
            Some(account) if right => SignIn::Accepted(account.id),
            _ => SignIn::Rejected,
        })
    }
}
