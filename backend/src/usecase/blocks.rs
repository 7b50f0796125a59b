//! Blocking another customer: what that customer asks of this account from then on is answered as if the account did not exist.

use countersign_domain::{Field, Handle, MAX_BLOCKED, Problem, Wrong};

use crate::access::Customer;
use crate::error::Result;

impl Customer {
    /// Blocks a customer, be the customer ID somebody's or not; `false` when it is blocked already. Open requests of that customer that
    /// this account has not accepted are hidden from it in the same transaction. Requests that come later are hidden when they are
    /// stored. The customer is not told.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for the account's own customer ID, [`Problem::TooManyBlocked`], [`Problem::TooMany`].
    pub async fn block(&self, customer: &Handle) -> Result<bool> {
        if customer == self.id() {
            return Err(Problem::field(Field::Customer, Wrong::Own).into());
        }
        self.count_attempt().await?;
        loop {
            let mut tx = self.backend.db().begin().await?;
            let requests = tx.requests_to_hide(self.id(), customer).await?;
            let mut services = Vec::new();
            for request in &requests {
                services.extend(tx.services_of_submission(*request).await?);
            }
            tx.lock_services(&services).await?;
            tx.lock_account(self.id()).await?;
            // Disabled while it waited for the lock.
            if !tx.is_active(self.id()).await? {
                return Err(Problem::SignedOut.into());
            }
            // From here on nobody asks this account for anything. What was asked while the locks were waited for has services that
            // are not locked: that is tried again.
            let to_hide = tx.requests_to_hide(self.id(), customer).await?;
            if !to_hide.iter().all(|request| requests.contains(request)) {
                continue;
            }
            let count = tx.count_blocked(self.id()).await?;
            if !tx.insert_block(self.id(), customer, self.backend.now()).await? {
                return Ok(false);
            }
            if count >= i64::from(MAX_BLOCKED) {
                return Err(Problem::TooManyBlocked.into());
            }
            for request in to_hide {
                tx.hide_request(request, self.id()).await?;
            }
            tx.commit().await?;
            return Ok(true);
        }
    }

    /// Unblocks a customer. Requests that were hidden stay hidden; those that come later are shown.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a customer that is not blocked, [`Problem::TooMany`].
    pub async fn unblock(&self, customer: &Handle) -> Result<()> {
        self.count_attempt().await?;
        let mut tx = self.backend.db().begin().await?;
        // A request that is being stored reads whom this account has blocked.
        tx.lock_account(self.id()).await?;
        if !tx.delete_block(self.id(), customer).await? {
            return Err(Problem::NotFound.into());
        }
        tx.commit().await
    }
}
