//! After a restore, and whenever the operator wants to look before mails go out.
//!
//! A backup knows nothing of what happened after it was made: codes may have been used, sessions ended, mails sent. So what
//! lets somebody in is void in what was restored, and no mail goes out until the operator says so. Numbers that were given since are
//! unknown as well: those that are given from now on are of another range.

use countersign_domain::{RequestId, SECOND, Timestamp};

use crate::access::Operator;
use crate::error::Result;

/// What a restore has made void.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voided {
    /// Codes of requests, and links.
    pub codes: u64,
    /// Sessions.
    pub sessions: u64,
    /// Mails that would have brought codes.
    pub mails: u64,
    /// Mails that wait until the operator releases them.
    pub held: i64,
}

/// The request number after which those of a restored database continue: the seconds since 2020, unless so many are given already.
///
/// It must be higher than every number that was given between the backup and the restore, and nobody knows those. Time knows: as long
/// as fewer than one request a second is asked on average, no number reaches it, however often one backup is restored.
fn first_number_after_restore(given: RequestId, now: Timestamp) -> RequestId {
    const YEAR_2020: Timestamp = Timestamp(1_577_836_800_000);
    /// Enough even where the clock is wrong.
    const AT_LEAST: RequestId = 1_000_000;
    let by_time = YEAR_2020.until(now) / SECOND;
    let by_count = given + AT_LEAST;
    by_time.max(by_count)
}

impl Operator {
    /// Makes a database that was restored safe to serve: every open code and link is void, every session over, and no mail
    /// goes out until [`Operator::release_outbox`]. Neither request numbers nor customer IDs that were given after the backup are given
    /// again. All or nothing, but for the request numbers on Postgres, which move forward in any case.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn secure_restored(&self) -> Result<Voided> {
        let mut tx = self.db().begin().await?;
        // The backup may have been made while they were held: what it owes was owed before now.
        tx.release_mails_held().await?;
        tx.hold_mails(self.now()).await?;
        let codes = tx.void_codes().await? + tx.void_links().await?;
        let sessions = tx.delete_sessions().await?;
        let mails = tx.drop_code_mails(self.now()).await?;
        let given = tx.last_request_number().await?;
        tx.skip_request_numbers(first_number_after_restore(given, self.now())).await?;
        tx.insert_restore(self.now()).await?;
        tx.log_act(&self.act("restore", "every code, link and session", None)?, self.now()).await?;
        tx.commit().await?;
        let (held, _) = self.db().outbox_counts().await?;
        Ok(Voided { codes, sessions, mails, held })
    }

    /// Lets no mail go out until [`Operator::release_outbox`].
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hold_outbox(&self) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.hold_mails(self.now()).await?;
        tx.log_act(&self.act("outbox hold", "all mails", None)?, self.now()).await?;
        tx.commit().await
    }

    /// Lets mails go out again; says how many waited. With `discard`, those that were owed before they were held go nowhere:
    /// for a backup whose mails had been sent before it was restored.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn release_outbox(&self, discard: bool) -> Result<(i64, u64)> {
        let mut tx = self.db().begin().await?;
        let discarded = if discard { tx.void_held_mails(self.now()).await? } else { 0 };
        tx.release_mails_held().await?;
        let act = if discard { "outbox release --discard" } else { "outbox release" };
        tx.log_act(&self.act(act, "all mails", None)?, self.now()).await?;
        tx.commit().await?;
        let (pending, _) = self.db().outbox_counts().await?;
        Ok((pending, discarded))
    }
}
