//! What every page shows of the account that is signed in.

use countersign_domain::view::Me;

use crate::{access::Customer, error::Result};

impl Customer {
    /// What every page shows of the account: who it is, and what waits for it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn me(&self) -> Result<Me> {
        let account = &self.account;
        let (to_decide, waiting) =
            self.backend.db().waiting_counts(&account.id, account.created_after_request, self.backend.now()).await?;
        Ok(Me {
            id: account.id.clone(),
            name: account.name.clone(),
            to_decide: i32::try_from(to_decide).unwrap_or(i32::MAX),
            waiting: i32::try_from(waiting).unwrap_or(i32::MAX),
            suffix: self.backend.settings().suffix.clone(),
        })
    }
}
