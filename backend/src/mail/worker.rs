//! The worker: leases due rows of the outbox, sends their mails outside any transaction, and notes how it went.
//!
//! Several workers may share one database, in one process or in many. A mail is sent at least once; that it is sent
//! twice takes a worker that dies, or loses the database, between sending and noting.

use std::{
    future::Future,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use countersign_domain::{AbortReason, Event, Handle, SECOND, State};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep, timeout},
};
use uuid::Uuid;

use super::{
    account::ACCOUNT_DISABLED,
    compose::{Mail, compose, compose_for_address},
    courier::{Courier, Failure, LANES, SENDING},
    owner::OWNER_CHANGED,
};
use crate::{
    Backend,
    ambient::new_id,
    error::{Error, Result},
    store::{Account, MailRow, MailState},
};

/// Mails leased at once.
const BATCH: i32 = 20;
/// Milliseconds that a lease lasts.
const LEASE: i64 = 60 * SECOND;
/// No sending begins later than this after the lease: it would not be over before the lease is.
const BEGIN_WITHIN: Duration = SENDING;
/// A mail is given up after so many tries.
const TRIES: i32 = 10;
/// The wait after the n-th failed try is this, doubled n times.
const PAUSE: i64 = 5 * SECOND;
/// How long a worker that is to stop waits for the mail server.
const GRACE: Duration = Duration::from_secs(8);
/// How often the outbox is looked at unasked: for retries, and for mails that other processes owe.
const POLL: Duration = Duration::from_secs(1);

/// Sends the mails that are due.
#[derive(Clone, Debug)]
pub struct Worker {
    backend: Backend,
    courier: Courier,
    /// Its name in the rows that it has leased.
    lease: Uuid,
    stopping: Arc<AtomicBool>,
}

impl Worker {
    /// A worker that hands the mails of `backend` to `courier`.
    #[must_use]
    pub fn new(backend: Backend, courier: Courier) -> Self {
        let lease = new_id(backend.now());
        Self { backend, courier, lease, stopping: Arc::default() }
    }

    /// Works until `shutdown` is ready; finishes what it is sending then, and gives back the rest.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        let mut was_failing = false;
        loop {
            let mut round = pin!(self.deliver_due());
            let result = tokio::select! {
                result = &mut round => result,
                () = &mut shutdown => {
                    self.stopping.store(true, Ordering::Relaxed);
                    if timeout(GRACE, round).await.is_err() {
                        tracing::warn!("the mail server took too long at the end; unfinished mails are sent again later");
                    }
                    break;
                }
            };
            match &result {
                Err(error) if !was_failing => tracing::error!(%error, "the outbox cannot be read or written"),
                Ok(_) if was_failing => tracing::info!("the outbox is there again"),
                _ => {}
            }
            was_failing = result.is_err();
            if result.is_ok_and(|looked_at| looked_at > 0) {
                continue;
            }
            tokio::select! {
                () = &mut shutdown => break,
                () = self.backend.outbox_woken() => {}
                () = sleep(POLL) => {}
            }
        }
        if let Err(error) = self.release().await {
            tracing::error!(%error, "leased mails could not be given back; they are sent when their lease has run out");
        }
    }

    /// One round: leases due mails and sends them, a few at once. Says how many it has dealt with. A worker does one round
    /// at a time.
    ///
    /// # Errors
    /// When the database fails. Mails that were leased go when their lease has run out.
    pub async fn deliver_due(&self) -> Result<usize> {
        let begun = Instant::now();
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        let mut rows = tx.lease_mails(self.lease, now, now.plus(LEASE), BATCH).await?;
        tx.commit().await?;
        rows.sort_by_key(|row| row.id);

        let mut rows = rows.into_iter();
        let mut sending = JoinSet::new();
        let mut dealt_with = 0;
        let mut failed = None;
        loop {
            // Where it cannot be noted that a mail has gone, none begins: it would come twice.
            let may_begin =
                failed.is_none() && begun.elapsed() < BEGIN_WITHIN && !self.stopping.load(Ordering::Relaxed);
            while may_begin
                && sending.len() < LANES
                && let Some(row) = rows.next()
            {
                let worker = self.clone();
                sending.spawn(async move { worker.deliver(row).await });
            }
            match sending.join_next().await {
                None => break,
                Some(Ok(Ok(()))) => dealt_with += 1,
                Some(Ok(Err(error))) => failed = Some(error),
                Some(Err(error)) => tracing::error!(%error, "sending a mail broke off"),
            }
        }
        if rows.len() > 0 {
            self.release().await?;
        }
        failed.map_or(Ok(dealt_with), Err)
    }

    /// Gives back what this worker has leased and not dealt with.
    async fn release(&self) -> Result<()> {
        let mut tx = self.backend.db().begin().await?;
        tx.release_mails(self.lease).await?;
        tx.commit().await
    }

    /// Sends one mail and notes how it went.
    async fn deliver(&self, row: MailRow) -> Result<()> {
        let outcome = match self.attempt(&row).await {
            // Nothing can be noted now: the mail goes when its lease has run out.
            Err(error @ Error::Database(_)) => return Err(error),
            Err(error) => Outcome::Failed(Failure { permanent: false, reason: error.to_string() }),
            Ok(outcome) => outcome,
        };
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        match outcome {
            Outcome::Sent => tx.end_mail(row.id, self.lease, MailState::Sent, None, now).await?,
            Outcome::Nobody => tx.end_mail(row.id, self.lease, MailState::Void, None, now).await?,
            Outcome::Failed(Failure { permanent, reason }) => {
                let (mail, event, tries) = (row.id, row.event, row.attempts);
                if permanent || tries >= TRIES {
                    tracing::warn!(%mail, event, tries, reason, "a mail was given up");
                    tx.end_mail(mail, self.lease, MailState::Dead, Some(&reason), now).await?;
                } else {
                    tracing::info!(%mail, event, tries, reason, "a mail is tried again later");
                    tx.retry_mail(mail, self.lease, now.plus(PAUSE << tries), &reason).await?;
                }
            }
        }
        tx.commit().await
    }

    async fn attempt(&self, row: &MailRow) -> Result<Outcome> {
        if row.attempts > TRIES {
            // Whoever leased it before did not live to say how it went.
            return Ok(Outcome::failed("tried too often without an outcome"));
        }
        let db = self.backend.db();
        let request = match row.request_id {
            Some(id) => db.request(id).await?,
            None => None,
        };
        if row.recipient.is_empty() {
            return Ok(self.send(compose_for_address(row, self.backend.settings())).await);
        }
        let account = db.account(&Handle::try_from(row.recipient.clone())?).await?;
        // An account sees no request that is older than itself.
        let number = request.as_ref().map(|facts| facts.request.id);
        // An owner is told whatever has become of the account that its row names; who had accepted, that it was in vain.
        let fell_with_it = request.as_ref().is_some_and(|facts| {
            matches!(facts.request.state, State::Aborted { reason: AbortReason::AccountDisabled, .. })
        });
        let told_all_the_same = row.event == OWNER_CHANGED || (row.event == Event::Aborted.as_str() && fell_with_it);
        let may_read = |account: &Account| {
            let is_told = match &*row.event {
                // It may have been enabled again meanwhile.
                ACCOUNT_DISABLED => !account.active,
                _ => account.active || told_all_the_same,
            };
            is_told && number.is_none_or(|number| number > account.created_after_request)
        };
        let Some(account) = account.filter(may_read) else { return Ok(Outcome::Nobody) };
        Ok(self.send(compose(row, &account, request.as_ref(), self.backend.settings())).await)
    }

    async fn send(&self, mail: Option<Mail>) -> Outcome {
        let Some(mail) = mail else {
            return Outcome::failed("its row lacks what the mail should tell");
        };
        match self.courier.send(&mail).await {
            Ok(()) => Outcome::Sent,
            Err(failure) => Outcome::Failed(failure),
        }
    }
}

/// How an attempt ended.
enum Outcome {
    Sent,
    /// There is no such account, it is disabled and nothing fell with it, or it may not read what the mail tells.
    Nobody,
    Failed(Failure),
}

impl Outcome {
    fn failed(reason: &str) -> Self {
        Self::Failed(Failure { permanent: true, reason: reason.to_owned() })
    }
}
