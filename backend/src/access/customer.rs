//! A customer that is signed in.

use countersign_domain::Handle;

use crate::{process::Backend, store::Account};

/// What a customer's key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scopes {
    /// Everything: the customer is signed in with a password.
    All,
}

/// A signed-in, active account: every use case of a customer is a method of it.
#[derive(Clone, Debug)]
pub struct Customer {
    pub(crate) backend: Backend,
    pub(crate) account: Account,
    scopes: Scopes,
}

impl Customer {
    /// The customer of an account that has signed in and is active.
    pub(crate) const fn new(backend: Backend, account: Account, scopes: Scopes) -> Self {
        Self { backend, account, scopes }
    }

    /// The account.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// What the customer's key opens.
    #[must_use]
    pub const fn scopes(&self) -> Scopes {
        self.scopes
    }

    pub(crate) const fn id(&self) -> &Handle {
        &self.account.id
    }
}
