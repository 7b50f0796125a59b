//! What people name their account by: its customer ID, or its e-mail address.

use countersign_domain::{EmailAddress, Handle, Suffix, Wrong};

use crate::process::Backend;
use crate::{error::Result, store::Account};

/// A customer ID or an e-mail address, as typed by someone who claims it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Login {
    Id(Handle),
    Email(EmailAddress),
}

impl Login {
    /// Parses what was typed: an address if there is an @ in it.
    pub(super) fn parse(input: &str, suffix: &Suffix) -> Result<Self, Wrong> {
        if input.contains('@') {
            EmailAddress::parse(input).map(Self::Email)
        } else {
            Handle::parse(input, suffix).map(Self::Id)
        }
    }

    /// Its canonical form.
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Id(id) => id.as_str(),
            Self::Email(address) => address.as_str(),
        }
    }
}

impl Backend {
    /// The account that is named, active or not.
    pub(super) async fn account_of(&self, login: &Login) -> Result<Option<Account>> {
        match login {
            Login::Id(id) => self.db().account(id).await,
            Login::Email(address) => self.db().account_by_email(address).await,
        }
    }
}
