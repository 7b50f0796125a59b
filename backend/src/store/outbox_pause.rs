//! What stops every mail: the operator's hold, and the pause while the mail server takes none. The pause is a row, so that all
//! processes share it, and only one of them tries with one mail at a time.

use countersign_domain::{MINUTE, SECOND, Timestamp};
use uuid::Uuid;

use super::{Db, Failure, FailureKind, MailRow, Tx, on_db, on_tx, run};
use crate::error::Result;

/// Milliseconds from the first failure to the first probe; doubled after each that fails.
const FIRST_PAUSE: i64 = 5 * SECOND;
/// The longest pause, in milliseconds.
const LONGEST_PAUSE: i64 = 15 * MINUTE;
/// Unclear failures in a row after which the mail server is believed to refuse every mail. Until then another mail is tried at
/// once, so that mails it refuses for themselves, such as a stranger can cause by sign-ups, hold no other mail up.
const TRIED_AT_ONCE: i32 = 100;

/// Milliseconds to wait after so many failures in a row, at least one.
#[must_use]
pub(crate) fn pause_after(failures: i32) -> i64 {
    FIRST_PAUSE.saturating_mul(1 << failures.saturating_sub(1).clamp(0, 20)).min(LONGEST_PAUSE)
}

/// Why no mail goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stopped {
    /// Since when the operator, or a restore, holds mails.
    pub held_since: Option<Timestamp>,
    /// The pause while the mail server takes none.
    pub pause: Option<Pause>,
}

/// The mail server takes no mails.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Pause {
    /// Since when, in Unix milliseconds.
    pub since: i64,
    /// Failures in a row.
    pub failures: i32,
    /// The kind of the last one: [`FailureKind::as_str`].
    pub failure: String,
    /// What the mail server said, without any address.
    pub reason: String,
    /// When the next mail is tried, in Unix milliseconds.
    pub probe_at: i64,
}

/// What a failure of the mail server has led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paused {
    /// Whether mails were not paused before.
    pub begins: bool,
    /// Whether a mail that has not failed may be tried at once.
    pub tries_on: bool,
}

impl Stopped {
    /// Since when no mail goes out at all. A pause that may be due to a single mail does not count: who reads this could learn of
    /// that mail.
    #[must_use]
    pub fn since(&self) -> Option<Timestamp> {
        let is_outage = |pause: &&Pause| pause.failure == FailureKind::Server.as_str();
        let paused = self.pause.as_ref().filter(is_outage).map(|pause| Timestamp(pause.since));
        [self.held_since, paused].into_iter().flatten().min()
    }
}

impl Db {
    /// What stops mails now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mails_stopped(&self) -> Result<Stopped> {
        const SQL: &str = "SELECT since, failures, failure, reason, probe_at FROM outbox_pause";
        let pause = on_db!(self, |c| sqlx::query_as(SQL).fetch_optional(c).await)?;
        Ok(Stopped { held_since: self.mails_held_since().await?, pause })
    }
}

impl Tx {
    /// While mails are paused and it is time for a probe: takes one due mail for the worker `lease` until `until`. Nobody else
    /// probes until then. First comes a mail that may not be the cause itself.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lease_probe(&mut self, lease: Uuid, now: Timestamp, until: Timestamp) -> Result<Option<MailRow>> {
        const CLAIM: &str = "UPDATE outbox_pause SET probe_at = $2, fresh_probe_at = $2
             WHERE NOT EXISTS (SELECT 1 FROM outbox_hold)
             AND (probe_at <= $1 OR (fresh_probe_at <= $1 AND EXISTS (
                 SELECT 1 FROM outbox WHERE state = 'pending' AND bundle IS NULL AND due_at <= $1 AND unclear_failures = 0
                 AND (leased_until IS NULL OR leased_until <= $1))))";
        macro_rules! sql {
            ($skip_locked:literal) => {
                concat!(
                    "WITH due AS MATERIALIZED (
                         SELECT id FROM outbox
                         WHERE state = 'pending' AND bundle IS NULL AND due_at <= $2
                         AND (leased_until IS NULL OR leased_until <= $2)
                         ORDER BY unclear_failures, due_at, id LIMIT 1 ",
                    $skip_locked,
                    ")
                     UPDATE outbox SET lease = $1, leased_until = $3, attempts = attempts + 1, collects = FALSE
                     WHERE id IN (SELECT id FROM due)
                     RETURNING id, event, recipient, address, language, request_id, payload, attempts, failing_since,
                         unclear_failures, created_at"
                )
            };
        }
        if run!(self, CLAIM, now.0, until.0)? == 0 {
            return Ok(None);
        }
        let sql = match self {
            Self::Sqlite(_) => sql!(""),
            Self::Postgres(_) => sql!("FOR UPDATE SKIP LOCKED"),
        };
        let probe =
            on_tx!(self, |c| sqlx::query_as(sql).bind(lease).bind(now.0).bind(until.0).fetch_optional(c).await)?;
        if probe.is_none() {
            self.probe_mails_at(now).await?;
        }
        Ok(probe)
    }

    /// Pauses mails after a failure of the mail server; longer than before when the mail was a probe.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pause_mails(&mut self, failure: &Failure, is_probe: bool, now: Timestamp) -> Result<Paused> {
        const BEGIN: &str =
            "INSERT INTO outbox_pause (only_one, since, failures, failure, reason, probe_at, fresh_probe_at)
             VALUES (1, $1, 1, $2, $3, $4, $5) ON CONFLICT (only_one) DO NOTHING";
        const PROLONG: &str = "UPDATE outbox_pause
             SET failures = $1, failure = $2, reason = $3, probe_at = $4, fresh_probe_at = $5";
        let failures: Option<i32> =
            on_tx!(self, |c| sqlx::query_scalar("SELECT failures FROM outbox_pause").fetch_optional(c).await)?;
        let (kind, reason) = (failure.kind.as_str(), &failure.reason);
        let begins = failures.is_none();
        if !begins && !is_probe {
            return Ok(Paused { begins, tries_on: false });
        }
        let failures = failures.unwrap_or(0).saturating_add(1);
        let probe_at = now.plus(pause_after(failures));
        // The mail may be the cause itself: another one tries soon.
        let is_unclear = failure.kind == FailureKind::Unclear;
        let tries_on = is_unclear && failures < TRIED_AT_ONCE;
        let fresh_probe_at = match (tries_on, is_unclear) {
            (true, _) => now,
            (false, true) => now.plus(pause_after(1)),
            (false, false) => probe_at,
        };
        if begins {
            let begun = run!(self, BEGIN, now.0, kind, reason, probe_at.0, fresh_probe_at.0)? == 1;
            return Ok(Paused { begins: begun, tries_on });
        }
        run!(self, PROLONG, failures, kind, reason, probe_at.0, fresh_probe_at.0)?;
        Ok(Paused { begins, tries_on })
    }

    /// Has the next mail tried at `at`, if mails are paused.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn probe_mails_at(&mut self, at: Timestamp) -> Result<()> {
        run!(self, "UPDATE outbox_pause SET probe_at = $1, fresh_probe_at = $1", at.0)?;
        Ok(())
    }

    /// Ends the pause, because the mail server takes mails. Whether there was one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resume_mails(&mut self) -> Result<bool> {
        Ok(run!(self, "DELETE FROM outbox_pause")? > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_quarter_of_an_hour() {
        let seconds: Vec<_> = (1..=10).map(|failures| pause_after(failures) / SECOND).collect();
        assert_eq!(seconds, [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
        assert_eq!((pause_after(0), pause_after(i32::MAX)), (FIRST_PAUSE, LONGEST_PAUSE));
    }
}
