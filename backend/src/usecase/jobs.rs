//! What time asks for: expiry, reminders, clean-up. Every step is a guarded transaction of its own, so that several
//! processes may do them at once.

use countersign_domain::{DAY, Event, HOUR};

use super::mails;
use crate::access::System;
use crate::error::Result;

/// Requests looked at in one round.
const BATCH: i32 = 100;
/// Milliseconds for which links outlive their time, and mails to those without an account their sending.
const KEEP: i64 = DAY;

impl System {
    /// Ends the requests whose time is over; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn expire_due(&self) -> Result<u32> {
        let mut ended = 0;
        for id in self.db().overdue_requests(self.now(), BATCH).await? {
            ended += u32::from(self.expire(id).await?);
        }
        Ok(ended)
    }

    /// Reminds those who have not decided, once, when two days (or what is set) are left; says of how many requests.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remind_due(&self) -> Result<u32> {
        let (begun, mut reminded) = (self.now(), 0);
        for id in self.db().requests_to_remind(begun, begun.plus(self.backend.settings().remind_before), BATCH).await? {
            let mut tx = self.db().begin().await?;
            let Some(request) = tx.lock_request(id).await? else { continue };
            let now = self.now();
            if tx.mark_reminded(id, now).await? {
                mails::owe(&mut tx, Event::Reminder, &request, None, now).await?;
                tx.commit().await?;
                reminded += 1;
            }
        }
        Ok(reminded)
    }

    /// Removes sessions whose time is over, and voids such links: a clock that is set back brings none of them back. Says of how
    /// many sessions.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clean_sessions(&self) -> Result<u64> {
        let mut tx = self.db().begin().await?;
        let removed = tx.delete_old_sessions(self.now()).await?;
        tx.void_overdue_links(self.now()).await?;
        tx.commit().await?;
        Ok(removed)
    }

    /// Frees mails that would wait because the clock was ahead of time when they were stored or leased; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn free_mails_of_the_future(&self) -> Result<u64> {
        let mut tx = self.db().begin().await?;
        let freed = tx.free_mails_of_the_future(self.now()).await?;
        tx.commit().await?;
        Ok(freed)
    }

    /// Forgets the forms that no limit counts any more; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clean_attempts(&self) -> Result<u64> {
        let mut tx = self.db().begin().await?;
        let removed = tx.delete_old_attempts(self.now().plus(-HOUR)).await?;
        tx.commit().await?;
        Ok(removed)
    }

    /// Removes links whose time has been over for a day, with what was typed for them, and mails to addresses without an
    /// account; says how many links.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clean_links(&self) -> Result<u64> {
        let before = self.now().plus(-KEEP);
        let mut tx = self.db().begin().await?;
        let removed = tx.delete_old_links(before).await?;
        tx.delete_old_mails(before).await?;
        tx.commit().await?;
        Ok(removed)
    }
}
