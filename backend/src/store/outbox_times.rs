//! Times of mails that lie too far ahead, which a clock leaves behind that was ahead of time and has been set back.

use countersign_domain::{HOUR, Timestamp};

use super::{Tx, run};
use crate::error::Result;

/// Milliseconds beyond which no mail is leased, is due or is probed: more than any of these ever lies ahead by a right clock.
const FARTHEST: i64 = 2 * HOUR;

impl Tx {
    /// Frees the mails whose lease, due time or pause lies farther ahead than a right clock gives; returns how many. They would wait
    /// as long as the clock was ahead.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn free_mails_of_the_future(&mut self, now: Timestamp) -> Result<u64> {
        let farthest = now.plus(FARTHEST).0;
        let leased = run!(
            self,
            "UPDATE outbox SET lease = NULL, leased_until = NULL WHERE state = 'pending' AND leased_until > $1",
            farthest,
        )?;
        let due = run!(
            self,
            "UPDATE outbox SET due_at = $2 WHERE state = 'pending' AND bundle IS NULL AND due_at > $1",
            farthest,
            now.0,
        )?;
        let paused = run!(
            self,
            "UPDATE outbox_pause SET since = CASE WHEN since > $2 THEN $2 ELSE since END, probe_at = $2, fresh_probe_at = $2
             WHERE probe_at > $1",
            farthest,
            now.0,
        )?;
        Ok(leased.saturating_add(due).saturating_add(paused))
    }
}
