//! How much one account may ask in an hour. No limit counts what others do: nobody uses one up for anybody else.

use std::collections::BTreeMap;

use countersign_domain::{Draft, HOUR, Handle, Problem, SECOND, Timestamp};

use crate::access::Customer;
use crate::{
    error::Result,
    store::{Recent, Tx},
};

/// Requests that one account may ask of one other in an hour.
const MAX_OF_PAIR: i64 = 30;

impl Customer {
    /// Checks that this account may ask each of those that `drafts` name for all that the drafts want of it.
    ///
    /// # Errors
    /// [`Problem::TooMany`].
    pub(super) async fn within_pair_limits(
        &self,
        tx: &mut Tx,
        drafts: impl Iterator<Item = &Draft>,
        now: Timestamp,
    ) -> Result<()> {
        // In one order for everyone: each count holds a lock.
        let mut others: BTreeMap<&Handle, i64> = BTreeMap::new();
        for draft in drafts.filter(|draft| draft.to != *self.id()) {
            *others.entry(&draft.to).or_default() += 1;
        }
        for (to, wanted) in others {
            let asked = tx.asked_of_since(self.id(), to, now.plus(-HOUR)).await?;
            within_limit(asked, MAX_OF_PAIR + 1 - wanted, now)?;
        }
        Ok(())
    }
}

/// Whether there is room for one more in this hour.
pub(super) fn within_limit(recent: Recent, most: i64, now: Timestamp) -> Result<()> {
    match recent {
        Recent { count, first: Some(first) } if count >= most => {
            let wait = (now.until(first.plus(HOUR)) + SECOND - 1) / SECOND;
            Err(Problem::TooMany { retry_after: i32::try_from(wait).unwrap_or(i32::MAX) }.into())
        }
        _ => Ok(()),
    }
}
