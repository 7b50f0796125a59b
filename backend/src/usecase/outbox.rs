//! What the operator does about mails that wait or were given up.

use countersign_domain::{Event, Handle, Timestamp};
use uuid::Uuid;

use super::mails;
use crate::access::Operator;
use crate::process::Backend;
use crate::{
    error::Result,
    mail_kind::MailKind,
    store::{ListedMail, Pause, RetriedMail, Stopped},
};

/// How the outbox stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outbox {
    /// Since when mails are held: none goes out before the operator says so.
    pub held_since: Option<Timestamp>,
    /// The pause while the mail server takes no mails.
    pub pause: Option<Pause>,
    /// Mails that wait.
    pub pending: i64,
    /// When the oldest of them was owed.
    pub oldest: Option<Timestamp>,
    /// Mails that were given up.
    pub dead: i64,
}

/// What the operator log calls it when mails are tried again.
const RETRY: &str = "outbox retry";

/// What came of trying a mail again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retried {
    /// It is tried at once.
    Queued,
    /// It was a digest: the mails that it was to bring are sent anew, with new codes.
    SentAnew,
    /// Its code was not kept: a mail with a new one is sent in its place.
    NewCode,
    /// What it asks for can no longer be done by it: only the customer can ask for a new code or link.
    Outdated,
    /// No mail of this key waits or was given up.
    Missing,
}

impl Backend {
    /// What stops mails now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mails_stopped(&self) -> Result<Stopped> {
        self.db().mails_stopped().await
    }

    /// How the outbox stands.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn outbox(&self) -> Result<Outbox> {
        let (pending, dead) = self.db().outbox_counts().await?;
        let Stopped { held_since, pause } = self.db().mails_stopped().await?;
        Ok(Outbox { held_since, pause, pending, oldest: self.db().oldest_pending_mail().await?, dead })
    }
}

impl Operator {
    /// Up to `limit` mails that wait or were given up, the oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_outbox(&self, limit: i64) -> Result<Vec<ListedMail>> {
        self.db().listed_mails(limit).await
    }

    /// Has all mails that wait tried at once, though the mail server took none the last time, and says so in the operator log;
    /// says how many wait.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn retry_waiting_mails(&self) -> Result<u64> {
        let now = self.now();
        let mut tx = self.db().begin().await?;
        let waiting = tx.requeue_pending_mails(now).await?;
        tx.probe_mails_at(now).await?;
        tx.log_act(&self.act(RETRY, "all that wait", None)?, now).await?;
        tx.commit().await?;
        Ok(waiting)
    }

    /// Whether there is a mail of this key that waits or was given up.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn may_retry(&self, id: Uuid) -> Result<bool> {
        let mail = self.db().mail_to_retry(id).await?;
        Ok(mail.is_some_and(|mail| ["pending", "dead"].contains(&mail.state.as_str())))
    }

    /// Has the mails that were given up tried again; says what came of each.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn retry_dead_mails(&self) -> Result<Vec<(Uuid, Retried)>> {
        let mut retried = Vec::new();
        for id in self.db().dead_mails().await? {
            retried.push((id, self.retry_mail(id).await?));
        }
        Ok(retried)
    }

    /// Has a mail that waits, or was given up, tried at once. If that is possible, the operator log says so.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn retry_mail(&self, id: Uuid) -> Result<Retried> {
        let Some(mail) = self.db().mail_to_retry(id).await? else { return Ok(Retried::Missing) };
        if mail.state == "dead" {
            match MailKind::from_name(&mail.event) {
                Some(MailKind::Digest) => return self.send_digest_anew(id).await,
                Some(MailKind::Request(Event::Asked | Event::Resent)) => {
                    return self.send_new_code(id, &mail).await;
                }
                Some(kind) if kind.brings_link() => return Ok(Retried::Outdated),
                _ => {}
            }
        }
        let now = self.now();
        let mut tx = self.db().begin().await?;
        // A mail that a digest brings goes with it.
        let goes_by = mail.bundle.filter(|_| mail.state == "pending").unwrap_or(id);
        let is_queued = tx.requeue_mail(goes_by, now).await?;
        tx.probe_mails_at(now).await?;
        if is_queued {
            tx.log_act(&self.act(RETRY, &id.to_string(), None)?, now).await?;
        }
        tx.commit().await?;
        Ok(if is_queued { Retried::Queued } else { Retried::Missing })
    }

    /// Sends anew what a digest that was given up was to bring, each mail in a transaction of its own: one that breaks off is repeated.
    async fn send_digest_anew(&self, digest: Uuid) -> Result<Retried> {
        for bundled in self.db().dead_bundled(digest).await? {
            let Some(mail) = self.db().mail_to_retry(bundled.id).await? else { continue };
            if bundled.had_code {
                self.send_new_code(bundled.id, &mail).await?;
            } else {
                let mut tx = self.db().begin().await?;
                tx.revive_bundled(bundled.id, self.now()).await?;
                tx.commit().await?;
            }
        }
        let mut tx = self.db().begin().await?;
        tx.replace_dead_digest(digest).await?;
        tx.probe_mails_at(self.now()).await?;
        tx.log_act(&self.act(RETRY, &digest.to_string(), None)?, self.now()).await?;
        tx.commit().await?;
        Ok(Retried::SentAnew)
    }

    /// Sends a new code in place of the one whose mail was given up, if it was the party's last.
    async fn send_new_code(&self, id: Uuid, mail: &RetriedMail) -> Result<Retried> {
        let Some(request) = mail.request_id else { return Ok(Retried::Outdated) };
        let party = Handle::try_from(mail.recipient.clone())?;
        let mut tx = self.db().begin().await?;
        let now = self.now();
        let locked = tx.lock_request(request).await?;
        let may_decide = locked.is_some_and(|request| request.may_decide(&party, now).is_ok());
        if !may_decide || tx.newest_code(request, &party).await? != Some(mail.generation) {
            return Ok(Retried::Outdated);
        }
        if !tx.replace_dead_mail(id).await? {
            return Ok(Retried::Missing);
        }
        tx.replace_codes(request, &party).await?;
        let prompted_by = mail.prompted_by.clone().map(Handle::try_from).transpose()?;
        mails::owe_code(&mut tx, Event::Resent, request, &party, prompted_by.as_ref(), now).await?;
        tx.probe_mails_at(now).await?;
        tx.log_act(&self.act(RETRY, &id.to_string(), None)?, now).await?;
        tx.commit().await?;
        Ok(Retried::NewCode)
    }
}
