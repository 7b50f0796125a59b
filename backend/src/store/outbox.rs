//! The outbox: a mail is a row in the transaction that owes it; workers lease rows, send, and mark them.

use countersign_domain::{EmailAddress, Event, Handle, RequestId, Timestamp, Token};
use countersign_locales::Language;
use uuid::Uuid;

use super::{Failure, FailureKind, Tx, changes::Unsolicited, on_tx, run};
use crate::{
    error::{Error, Result},
    mail_kind::{MailContent, MailKind},
};

/// Whom a mail is for.
#[derive(Clone, Copy, Debug)]
pub enum Recipient<'a> {
    /// An account. If there is none, the mail goes nowhere; if it is disabled, only what fell with it is told.
    Account(&'a Handle),
    /// An address without an account, in the language that was chosen there.
    Address(&'a EmailAddress, Language),
    /// Nobody: the row is written, so that the answer takes as long as any other.
    Nobody,
}

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail<'a> {
    /// Its key, from which its Message-ID is made.
    pub id: Uuid,
    /// What it tells.
    pub content: &'a MailContent,
    /// Whom it is for.
    pub recipient: Recipient<'a>,
    /// Where it goes, if not to the recipient's present address.
    pub address: Option<&'a str>,
    /// The request that it is about.
    pub request: Option<RequestId>,
    /// Tells the sendings of the same event apart.
    pub generation: i32,
    /// The account whose act sends it to somebody who has agreed to nothing: of such mails many are collected in one.
    pub prompted_by: Option<&'a Handle>,
    /// When it is owed.
    pub now: Timestamp,
}

/// A mail that a worker has leased.
#[derive(Clone, sqlx::FromRow)]
pub struct MailRow {
    /// Its key.
    pub id: Uuid,
    /// What it tells.
    pub event: String,
    /// The customer ID of whom it is for; empty for an address without an account.
    pub recipient: String,
    /// Where it goes, if not to the account's present address.
    pub address: Option<String>,
    /// The language of a mail to an address without an account.
    pub language: Option<String>,
    /// The request that it is about.
    pub request_id: Option<RequestId>,
    /// What only this mail may tell.
    pub payload: Option<String>,
    /// Tries so far that say something about the mail itself, this one included.
    pub attempts: i32,
    /// Since when its recipient is refused for now.
    pub failing_since: Option<i64>,
    /// How often it was refused for a reason that may be its own or the mail server's.
    pub unclear_failures: i32,
    /// When it was owed.
    pub created_at: i64,
}

/// How a leased mail ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// The mail server took it.
    Sent,
    /// Given up: refused for good, or refused for now for too long.
    Dead,
    /// There is nobody to send it to, or it is no longer needed.
    Void,
}

impl MailState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Dead => "dead",
            Self::Void => "void",
        }
    }
}

/// Whether a mail about a request is known to its recipient alone. Who asks for a code again shows that the customer ID is somebody's,
/// and that the request was looked at.
pub(super) fn is_own_affair(event: &str) -> bool {
    event == Event::Resent.as_str()
}

impl Tx {
    /// Owes a mail. The same mail owed twice is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_mail(&mut self, mail: NewMail<'_>) -> Result<()> {
        let due = mail.now;
        self.insert_mail_due(mail, due).await
    }

    /// Owes a mail that is not sent before `due`. The same mail owed twice is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_mail_due(&mut self, mail: NewMail<'_>, due: Timestamp) -> Result<()> {
        let (recipient, address, language, state) = match mail.recipient {
            Recipient::Account(id) => (id.as_str(), mail.address, None, "pending"),
            Recipient::Address(address, language) => ("", Some(address.as_str()), Some(language.code()), "pending"),
            Recipient::Nobody => ("", None, None, "void"),
        };
        let (kind, payload) = (mail.content.kind(), mail.content.payload());
        let payload = payload.map_err(|error| Error::Internal(error.to_string()))?;
        let stored = run!(
            self,
            "INSERT INTO outbox (id, event, recipient, address, language, request_id, generation, payload, state, due_at,
                 created_at, prompted_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             ON CONFLICT (request_id, event, recipient, generation) DO NOTHING",
            mail.id,
            kind.as_str(),
            recipient,
            address,
            language,
            mail.request,
            mail.generation,
            payload.filter(|_| state == "pending"),
            state,
            due.0,
            mail.now.0,
            mail.prompted_by.map(Handle::as_str),
        )?;
        if let (1, Recipient::Account(recipient), Some(prompted_by)) = (stored, mail.recipient, mail.prompted_by) {
            self.note_unsolicited(Unsolicited {
                mail: mail.id,
                recipient: recipient.clone(),
                prompted_by: prompted_by.clone(),
                about: mail.request.map(|request| (request, kind.tells_of_end())),
                now: mail.now,
            });
        }
        match (mail.request, mail.recipient) {
            (Some(_), Recipient::Account(recipient)) if is_own_affair(kind.as_str()) => self.mark_account(recipient),
            (Some(request), _) => self.mark_request(request),
            (None, _) => {}
        }
        self.mark_mails();
        Ok(())
    }

    /// Takes up to `limit` due mails for the worker `lease` until `until`. Those whose former lease ran out are taken too; none while mails
    /// are held or paused. A digest collects no more mails from then on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lease_mails(
        &mut self,
        lease: Uuid,
        now: Timestamp,
        until: Timestamp,
        limit: i32,
    ) -> Result<Vec<MailRow>> {
        self.lease_from_queue(false, lease, (now, until), limit).await
    }

    /// The same for mails in the [slow queue](Tx::move_to_slow_queue).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lease_slow_mails(
        &mut self,
        lease: Uuid,
        now: Timestamp,
        until: Timestamp,
        limit: i32,
    ) -> Result<Vec<MailRow>> {
        self.lease_from_queue(true, lease, (now, until), limit).await
    }

    async fn lease_from_queue(
        &mut self,
        is_slow: bool,
        lease: Uuid,
        (now, until): (Timestamp, Timestamp),
        limit: i32,
    ) -> Result<Vec<MailRow>> {
        // While mails are held or paused, nothing is due. Said in the bound of the index: SQLite would read every due mail for a condition.
        macro_rules! sql {
            ($skip_locked:literal) => {
                concat!(
                    "WITH due AS MATERIALIZED (
                         SELECT id FROM outbox
                         WHERE state = 'pending' AND bundle IS NULL AND is_slow = $5
                         AND due_at <= CASE WHEN EXISTS (SELECT 1 FROM outbox_hold) OR EXISTS (SELECT 1 FROM outbox_pause)
                             THEN -1 ELSE CAST($2 AS BIGINT) END
                         AND (leased_until IS NULL OR leased_until <= $2)
                         ORDER BY due_at, id LIMIT $4 ",
                    $skip_locked,
                    ")
                     UPDATE outbox SET lease = $1, leased_until = $3, attempts = attempts + 1, collects = FALSE
                     WHERE id IN (SELECT id FROM due)
                     RETURNING id, event, recipient, address, language, request_id, payload, attempts, failing_since,
                         unclear_failures, created_at"
                )
            };
        }
        let sql = match self {
            Self::Sqlite(_) => sql!(""),
            Self::Postgres(_) => sql!("FOR UPDATE SKIP LOCKED"),
        };
        Ok(on_tx!(self, |c| sqlx::query_as(sql)
            .bind(lease)
            .bind(now.0)
            .bind(until.0)
            .bind(limit)
            .bind(is_slow)
            .fetch_all(c)
            .await)?)
    }

    /// Ends a mail that `lease` holds, with those that it brings if it is a digest, and forgets their secrets.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_mail(
        &mut self,
        id: Uuid,
        lease: Uuid,
        state: MailState,
        error: Option<&str>,
        now: Timestamp,
    ) -> Result<()> {
        const SQL: &str =
            "UPDATE outbox SET state = $3, error = $4, sent_at = $5, payload = NULL, lease = NULL, leased_until = NULL
             WHERE id = $1 AND lease = $2 AND state = 'pending' RETURNING request_id, recipient, event";
        let mail: Option<About> = on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(id)
            .bind(lease)
            .bind(state.as_str())
            .bind(error)
            .bind(now.0)
            .fetch_optional(c)
            .await)?;
        if is_digest(mail.as_ref()) {
            self.end_bundled(id, state.as_str(), (None, error), now).await?;
        }
        self.touch_mail(id, mail).await
    }

    /// Gives up a mail that `lease` holds, with those that it brings if it is a digest. What it tells is kept, so that the operator can have it sent after all; a code is not.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn give_up_mail(&mut self, mail: &MailRow, lease: Uuid, failure: &Failure, now: Timestamp) -> Result<()> {
        const SQL: &str = "UPDATE outbox SET state = 'dead', failure = $3, error = $4, sent_at = $5, payload = $6,
             lease = NULL, leased_until = NULL
             WHERE id = $1 AND lease = $2 AND state = 'pending' RETURNING request_id, recipient, event";
        let payload = mail.payload.as_deref().filter(|payload| Token::parse(payload).is_err());
        let id = mail.id;
        let mail: Option<About> = on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(id)
            .bind(lease)
            .bind(failure.kind.as_str())
            .bind(&failure.reason)
            .bind(now.0)
            .bind(payload)
            .fetch_optional(c)
            .await)?;
        if is_digest(mail.as_ref()) {
            self.end_bundled(id, "dead", (Some(failure.kind.as_str()), Some(&failure.reason)), now).await?;
        }
        self.touch_mail(id, mail).await
    }

    /// Puts a mail that `lease` holds back, as if it had not been tried: the mail server failed, not the mail.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn return_mail(&mut self, id: Uuid, lease: Uuid, failure: &Failure) -> Result<()> {
        const SQL: &str =
            "UPDATE outbox SET attempts = attempts - 1, failure = $3, error = $4, unclear_failures = unclear_failures + $5,
             lease = NULL, leased_until = NULL
             WHERE id = $1 AND lease = $2 AND state = 'pending' RETURNING request_id, recipient, event";
        let mail: Option<About> = on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(id)
            .bind(lease)
            .bind(failure.kind.as_str())
            .bind(&failure.reason)
            .bind(i32::from(failure.kind == FailureKind::Unclear))
            .fetch_optional(c)
            .await)?;
        self.touch_mail(id, mail).await
    }

    /// Tells those who may see how a mail fares that it fares otherwise now.
    async fn touch_mail(&mut self, id: Uuid, mail: Option<About>) -> Result<()> {
        /// Whether it is not known if the recipient is anybody: nobody else is to notice when its mail goes.
        const UNSURE: &str =
            "SELECT COUNT(*) FROM requests r WHERE r.id = $1 AND r.to_account = $2 AND r.asked_by <> $2
             AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.request_id = r.id AND d.account = $2)";
        /// Whether the recipient has blocked the requester: then it notices nothing either.
        const HIDDEN: &str = "SELECT COUNT(*) FROM requests WHERE id = $1 AND to_account = $2 AND hidden_from_target";
        let (request, recipient, event) = match mail {
            Some((Some(request), recipient, event)) => (request, recipient, event),
            Some((None, recipient, event)) if event == MailKind::Digest.as_str() => {
                return self.touch_bundled(id, recipient).await;
            }
            _ => return Ok(()),
        };
        let unsure: i64 =
            on_tx!(self, |c| sqlx::query_scalar(UNSURE).bind(request).bind(&recipient).fetch_one(c).await)?;
        if unsure == 0 && !is_own_affair(&event) {
            self.mark_request(request);
            return Ok(());
        }
        let hidden: i64 =
            on_tx!(self, |c| sqlx::query_scalar(HIDDEN).bind(request).bind(&recipient).fetch_one(c).await)?;
        if hidden == 0 {
            self.mark_account(&recipient.try_into()?);
        }
        Ok(())
    }

    /// Moves a mail that `lease` holds to the slow queue, untried. A slow recipient domain then delays only mails of that queue.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn move_to_slow_queue(&mut self, id: Uuid, lease: Uuid) -> Result<()> {
        const SQL: &str = "UPDATE outbox SET is_slow = TRUE, attempts = attempts - 1, lease = NULL, leased_until = NULL
             WHERE id = $1 AND lease = $2 AND state = 'pending'";
        run!(self, SQL, id, lease)?;
        Ok(())
    }

    /// Puts a mail that `lease` holds back, to be tried again at `due`: its recipient is refused for now. `is_slow` says whether it is
    /// tried in the slow queue.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn retry_mail(
        &mut self,
        id: Uuid,
        lease: Uuid,
        (due, is_slow): (Timestamp, bool),
        failure: &Failure,
        now: Timestamp,
    ) -> Result<()> {
        const SQL: &str =
            "UPDATE outbox SET due_at = $3, failure = $4, error = $5, failing_since = COALESCE(failing_since, $6),
             is_slow = $7, lease = NULL, leased_until = NULL
             WHERE id = $1 AND lease = $2 AND state = 'pending' RETURNING request_id, recipient, event";
        let mail: Option<About> = on_tx!(self, |c| sqlx::query_as(SQL)
            .bind(id)
            .bind(lease)
            .bind(due.0)
            .bind(failure.kind.as_str())
            .bind(&failure.reason)
            .bind(now.0)
            .bind(is_slow)
            .fetch_optional(c)
            .await)?;
        self.touch_mail(id, mail).await
    }

    /// Gives back what `lease` holds, untried, when its worker stops.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn release_mails(&mut self, lease: Uuid) -> Result<u64> {
        Ok(run!(
            self,
            "UPDATE outbox SET lease = NULL, leased_until = NULL, attempts = attempts - 1
             WHERE lease = $1 AND state = 'pending'",
            lease,
        )?)
    }

    /// Removes mails to addresses without an account that were owed before `before` and have ended; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_old_mails(&mut self, before: Timestamp) -> Result<u64> {
        const SQL: &str = "DELETE FROM outbox WHERE recipient = '' AND state <> 'pending' AND created_at <= $1";
        Ok(run!(self, SQL, before.0)?)
    }
}

/// The request that a mail is about, its recipient, and its event.
type About = (Option<RequestId>, String, String);

fn is_digest(mail: Option<&About>) -> bool {
    mail.is_some_and(|(_, _, event)| event == MailKind::Digest.as_str())
}
