//! The worker: leases due rows of the outbox, sends their mails outside any transaction, and notes how it went.
//!
//! Several workers may share one database, in one process or in many. A mail is sent at least once; that it is sent
//! twice takes a worker that dies, or loses the database, between sending and noting.
//!
//! A failure of the mail server pauses the queue for all workers and costs no mail anything: from time to time one mail is tried,
//! and when it goes, all go on in their order. A recipient that is refused for now delays its own mail alone. Mails to domains that
//! are [slow](super::slow_domains) go through a queue of their own, with its own connections.

use std::{
    collections::VecDeque,
    future::Future,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use countersign_domain::{DAY, MINUTE, Timestamp};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{Instant, sleep, timeout},
};
use uuid::Uuid;

use super::{
    mailer::Mailer,
    prepare::{is_about_open_request, prepare},
    prepared::Prepared,
    rendered::Mail,
    slow_domains::SlowDomains,
    smtp::{LANES, SENDING},
};
use crate::{
    Backend,
    ambient::new_id,
    error::{Error, Result},
    store::{Failure, FailureKind, MailRow, MailState, Tx, pause_after},
};

/// Mails leased at once.
const BATCH: i32 = 20;
/// Milliseconds that a lease lasts: longer than [`BEGIN_WITHIN`], [`SENDING`] and the wait for the mail server's acceptance together.
const LEASE: i64 = 2 * MINUTE;
/// No sending begins later than this after the lease: it would not be over before the lease is.
const BEGIN_WITHIN: Duration = SENDING;
/// Milliseconds for which a mail is tried after its recipient was first refused for now (RFC 5321, 4.5.4.1: at least four to five
/// days). A mail about an open request is tried until that ends.
const GIVE_UP_AFTER: i64 = 5 * DAY;
/// How long a worker that is to stop waits for the mail server.
const GRACE: Duration = Duration::from_secs(8);
/// How often the outbox is looked at unasked: for retries, and for mails that other processes owe.
const POLL: Duration = Duration::from_secs(1);

/// Sends the mails that are due.
#[derive(Clone, Debug)]
pub struct Worker {
    backend: Backend,
    mailer: Mailer,
    /// Its name in the rows that it has leased.
    lease: Uuid,
    queue: Queue,
    slow_domains: SlowDomains,
    stopping: Arc<AtomicBool>,
}

/// The mails that a worker takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Queue {
    /// All but those of the slow queue.
    Usual,
    /// Mails to slow domains.
    Slow,
}

/// Mails that were leased together.
struct Leased {
    rows: Vec<MailRow>,
    /// Whether it is one mail that finds out if the mail server works again.
    is_probe: bool,
}

/// What became of sending a mail.
enum Noted {
    /// The next mail may be sent.
    GoOn,
    /// Mails are paused; whether one that has not failed may be tried at once.
    Paused { tries_on: bool },
}

impl Worker {
    /// A worker that hands the mails of `backend` to `mailer`.
    #[must_use]
    pub fn new(backend: Backend, mailer: Mailer) -> Self {
        let lease = new_id(backend.now());
        let (queue, slow_domains, stopping) = (Queue::Usual, SlowDomains::default(), Arc::default());
        Self { backend, mailer, lease, queue, slow_domains, stopping }
    }

    /// The worker for the slow queue that belongs to this one.
    fn for_slow_mails(&self) -> Self {
        Self { lease: new_id(self.backend.now()), queue: Queue::Slow, ..self.clone() }
    }

    /// Works until `shutdown` is ready; finishes what it is sending then, and gives back the rest.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        let (shut_down, is_shut_down) = watch::channel(());
        let stopped = async |mut shut_down: watch::Receiver<()>| while shut_down.changed().await.is_ok() {};
        let slow = self.for_slow_mails();
        let (usual_stopped, slow_stopped) = (stopped(is_shut_down.clone()), stopped(is_shut_down));
        tokio::join!(self.run_queue(usual_stopped), slow.run_queue(slow_stopped), async move {
            shutdown.await;
            drop(shut_down);
        });
    }

    async fn run_queue(self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        let mut was_failing = false;
        loop {
            let mut round = pin!(self.round());
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
            self.mailer.hang_up().await;
            tokio::select! {
                () = &mut shutdown => break,
                // Mails that have just been enqueued are never in the slow queue.
                () = self.backend.outbox_woken(), if self.queue == Queue::Usual => {}
                () = sleep(POLL) => {}
            }
        }
        if let Err(error) = self.release().await {
            tracing::error!(%error, "leased mails could not be given back; they are sent when their lease has run out");
        }
    }

    /// One round of each queue: leases due mails and sends them, a few at once. Says how many it has dealt with; those that are put back
    /// because the mail server fails count only if another mail is to be tried at once. A worker does one round at a time.
    ///
    /// # Errors
    /// When the database fails. Mails that were leased go when their lease has run out.
    pub async fn deliver_due(&self) -> Result<usize> {
        let usual = self.round().await?;
        Ok(usual.saturating_add(self.for_slow_mails().round().await?))
    }

    async fn round(&self) -> Result<usize> {
        let begun = Instant::now();
        let Leased { rows, is_probe } = self.lease().await?;
        let mut dealt_with = 0;
        let mut mails = VecDeque::with_capacity(rows.len());
        for row in rows {
            match self.prepare(&row).await? {
                Ok(mail)
                    if self.queue == Queue::Usual && self.slow_domains.contain(&mail.to_address, Instant::now()) =>
                {
                    self.move_to_slow_queue(&row).await?;
                    dealt_with += 1;
                }
                Ok(mail) => mails.push_back((row, mail)),
                Err(noted) => dealt_with += usize::from(matches!(noted, Noted::GoOn)),
            }
        }
        if is_probe && mails.is_empty() {
            // It was not about the mail server: the next mail is tried at once.
            self.probe_again().await?;
        }

        let mut sending = JoinSet::new();
        let mut is_paused = false;
        let mut failed = None;
        loop {
            // Where it cannot be noted that a mail has gone, none begins: it would come twice.
            let may_begin = failed.is_none()
                && !is_paused
                && begun.elapsed() < BEGIN_WITHIN
                && !self.stopping.load(Ordering::Relaxed);
            while may_begin
                && sending.len() < LANES
                && let Some((row, mail)) = mails.pop_front()
            {
                let worker = self.clone();
                sending.spawn(async move {
                    let begun = Instant::now();
                    let sent = worker.mailer.send(&mail).await;
                    let is_slow = worker.slow_domains.learn(&mail.to_address, begun.elapsed(), Instant::now());
                    worker.note(&row, sent, is_probe, is_slow).await
                });
            }
            match sending.join_next().await {
                None => break,
                Some(Ok(Ok(Noted::GoOn))) => dealt_with += 1,
                Some(Ok(Ok(Noted::Paused { tries_on }))) => {
                    is_paused = true;
                    dealt_with += usize::from(tries_on);
                }
                Some(Ok(Err(error))) => failed = Some(error),
                Some(Err(error)) => tracing::error!(%error, "sending a mail broke off"),
            }
        }
        if !mails.is_empty() {
            self.release().await?;
        }
        failed.map_or(Ok(dealt_with), Err)
    }

    /// Leases what is due, or one mail as a probe while mails are paused; by `due_at` and key, as they were owed.
    async fn lease(&self) -> Result<Leased> {
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        let mut rows = match self.queue {
            Queue::Usual => tx.lease_mails(self.lease, now, now.plus(LEASE), BATCH).await?,
            Queue::Slow => tx.lease_slow_mails(self.lease, now, now.plus(LEASE), BATCH).await?,
        };
        let mut is_probe = false;
        if rows.is_empty() && self.queue == Queue::Usual {
            rows.extend(tx.lease_probe(self.lease, now, now.plus(LEASE)).await?);
            is_probe = !rows.is_empty();
        }
        tx.commit().await?;
        rows.sort_by_key(|row| (row.created_at, row.id));
        Ok(Leased { rows, is_probe })
    }

    /// Gives back what this worker has leased and not dealt with.
    async fn release(&self) -> Result<()> {
        let mut tx = self.backend.db().begin().await?;
        tx.release_mails(self.lease).await?;
        tx.commit().await
    }

    async fn move_to_slow_queue(&self, row: &MailRow) -> Result<()> {
        let mut tx = self.backend.db().begin().await?;
        tx.move_to_slow_queue(row.id, self.lease).await?;
        tx.commit().await
    }

    async fn probe_again(&self) -> Result<()> {
        let mut tx = self.backend.db().begin().await?;
        tx.probe_mails_at(self.backend.now()).await?;
        tx.commit().await
    }

    /// The mail of a row, or what was noted because there is none to be sent.
    async fn prepare(&self, row: &MailRow) -> Result<std::result::Result<Mail, Noted>> {
        let now = self.backend.now();
        let (state, reason) = match prepare(&self.backend, row, self.lease, now).await {
            Ok(Prepared::Ready(mail)) => return Ok(Ok(*mail)),
            Ok(Prepared::Nobody) => (MailState::Void, None),
            Ok(Prepared::Outdated) => (MailState::Void, Some("no longer needed")),
            Ok(Prepared::Unsendable(reason)) => {
                return self.note(row, Err(Failure::unsendable(reason)), false, false).await.map(Err);
            }
            // Nothing can be noted now: the mail goes when its lease has run out.
            Err(error @ Error::Database(_)) => return Err(error),
            Err(error) => {
                let failure = Failure { kind: FailureKind::Deferred, reason: error.to_string() };
                return self.note(row, Err(failure), false, false).await.map(Err);
            }
        };
        let mut tx = self.backend.db().begin().await?;
        tx.end_mail(row.id, self.lease, state, reason, now).await?;
        tx.commit().await?;
        Ok(Err(Noted::GoOn))
    }

    /// Notes how handing over a mail went, and whether that was slow.
    async fn note(
        &self,
        row: &MailRow,
        sent: std::result::Result<(), Failure>,
        is_probe: bool,
        is_slow: bool,
    ) -> Result<Noted> {
        let now = self.backend.now();
        let Err(failure) = sent else {
            let mut tx = self.backend.db().begin().await?;
            tx.end_mail(row.id, self.lease, MailState::Sent, None, now).await?;
            return self.finish(tx, is_probe).await;
        };
        let pauses = match failure.kind {
            FailureKind::Server => true,
            // If it has failed so before, and mails are not paused, another mail has gone since: it is this mail.
            FailureKind::Unclear => is_probe || row.unclear_failures == 0,
            FailureKind::Deferred | FailureKind::Refused | FailureKind::Unsendable => false,
        };
        let is_final = matches!(failure.kind, FailureKind::Refused | FailureKind::Unsendable);
        let gives_up = !pauses && (is_final || !self.may_be_tried_further(row, now).await?);

        let (mail, event, tries, reason) = (row.id, &row.event, row.attempts, &failure.reason);
        let mut tx = self.backend.db().begin().await?;
        if pauses {
            tx.return_mail(mail, self.lease, &failure).await?;
            let paused = tx.pause_mails(&failure, is_probe, now).await?;
            tx.commit().await?;
            if paused.begins {
                tracing::warn!(reason, "mails are paused: the mail server takes none");
            }
            return Ok(Noted::Paused { tries_on: paused.tries_on });
        }
        if gives_up {
            tracing::warn!(%mail, event, tries, reason, "a mail was given up");
            tx.give_up_mail(row, self.lease, &failure, now).await?;
        } else {
            tracing::info!(%mail, event, tries, reason, "a mail is tried again later");
            let due = now.plus(pause_after(tries.saturating_add(1)));
            tx.retry_mail(mail, self.lease, (due, is_slow), &failure, now).await?;
        }
        self.finish(tx, is_probe).await
    }

    /// Commits what the mail server's answer about one mail has changed. If the mail was a probe, all mails go on: the mail server
    /// answers.
    async fn finish(&self, mut tx: Tx, is_probe: bool) -> Result<Noted> {
        let resumes = is_probe && tx.resume_mails().await?;
        tx.commit().await?;
        if resumes {
            tracing::info!("mails go out again");
        }
        Ok(Noted::GoOn)
    }

    /// Whether a mail whose recipient is refused for now is tried further.
    async fn may_be_tried_further(&self, row: &MailRow, now: Timestamp) -> Result<bool> {
        let is_early = row.failing_since.is_none_or(|since| now < Timestamp(since).plus(GIVE_UP_AFTER));
        Ok(is_early || is_about_open_request(&self.backend, row).await?)
    }
}
