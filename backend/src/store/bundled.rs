//! The mails of a digest, from when a worker has leased it: pruned, read, and ended together with it.

use countersign_domain::{RequestId, Timestamp};
use uuid::Uuid;

use super::{Db, MailRow, Tx, changes::Unsolicited, on_db, on_tx, run};
use crate::error::Result;

/// Requests that a digest tells of in full, and ends of requests that it lists.
const MOST_ENTRIES: i64 = 25;

/// The mails that a digest brings. What has been pruned is not among them.
#[derive(Clone, Default)]
pub struct Bundled {
    /// Requests that wait for the recipient: mails with a code. One of each account comes before the second of any.
    pub asked: Vec<MailRow>,
    /// How many requests wait, those that are not in `asked` included.
    pub asked_count: i64,
    /// Ends of requests that the recipient was told of.
    pub ended: Vec<MailRow>,
    /// How many have ended, those that are not in `ended` included.
    pub ended_count: i64,
}

/// A mail of a digest that was given up.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DeadBundled {
    /// Its key.
    pub id: Uuid,
    /// Whether it brought a code.
    pub had_code: bool,
}

impl Tx {
    /// Voids the mails of a digest, which `lease` holds, that ask for what can no longer be done, and those that tell of the end of a
    /// request that no mail has told of. Requests up to the number `older` are older than the recipient's account; it is told nothing of
    /// those, nor of requests that are hidden from it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prune_digest(&mut self, digest: Uuid, lease: Uuid, older: RequestId, now: Timestamp) -> Result<()> {
        macro_rules! void {
            ($error:literal, $condition:literal) => {
                concat!(
                    "UPDATE outbox SET state = 'void', error = ",
                    $error,
                    ", sent_at = $3, payload = NULL
                     WHERE bundle = $1 AND state = 'pending'
                     AND EXISTS (SELECT 1 FROM outbox d WHERE d.id = $1 AND d.lease = $2) AND ",
                    $condition
                )
            };
        }
        const UNSEEN: &str = void!(
            "NULL",
            "(request_id <= $4 OR EXISTS (SELECT 1 FROM requests r
                 WHERE r.id = outbox.request_id AND r.to_account = outbox.recipient AND r.hidden_from_target))"
        );
        const DEAD_CODES: &str = void!(
            "'no longer needed'",
            "event IN ('asked', 'resent') AND NOT EXISTS (
                 SELECT 1 FROM codes c JOIN requests r ON r.id = c.request_id
                 WHERE c.request_id = outbox.request_id AND c.account = outbox.recipient
                 AND c.generation = outbox.generation AND c.state = 'live' AND r.ended_at IS NULL AND r.expires_at > $3)"
        );
        const NEVER_TOLD: &str = void!(
            "'no longer needed'",
            "event NOT IN ('asked', 'resent') AND NOT EXISTS (
                 SELECT 1 FROM outbox e WHERE e.request_id = outbox.request_id AND e.recipient = outbox.recipient
                 AND e.event IN ('asked', 'resent', 'reminder') AND e.state = 'sent')"
        );
        run!(self, UNSEEN, digest, lease, now.0, older)?;
        run!(self, DEAD_CODES, digest, lease, now.0)?;
        run!(self, NEVER_TOLD, digest, lease, now.0)?;
        Ok(())
    }

    /// Ends the mails that a digest brings, as it has ended, and forgets their codes.
    pub(super) async fn end_bundled(
        &mut self,
        digest: Uuid,
        state: &str,
        (failure, error): (Option<&str>, Option<&str>),
        now: Timestamp,
    ) -> Result<()> {
        const SQL: &str = "UPDATE outbox SET state = $2, failure = $3, error = $4, sent_at = $5, payload = NULL
             WHERE bundle = $1 AND state = 'pending'";
        run!(self, SQL, digest, state, failure, error, now.0)?;
        Ok(())
    }

    /// Tells those who may see how the mails of a digest fare that they fare otherwise now. Whoever asked somebody who may be nobody is
    /// not told.
    pub(super) async fn touch_bundled(&mut self, digest: Uuid, recipient: String) -> Result<()> {
        const SURE: &str = "SELECT DISTINCT r.id FROM outbox o JOIN requests r ON r.id = o.request_id
             JOIN decisions d ON d.request_id = r.id AND d.account = o.recipient
             WHERE o.bundle = $1 AND o.event <> 'resent'";
        let sure: Vec<RequestId> = on_tx!(self, |c| sqlx::query_scalar(SURE).bind(digest).fetch_all(c).await)?;
        for request in sure {
            self.mark_request(request);
        }
        self.mark_account(&recipient.try_into()?);
        Ok(())
    }

    /// Has a mail of a digest that was given up sent after all: by itself if there is room, or in another digest. Whether it was still
    /// given up.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revive_bundled(&mut self, mail: Uuid, now: Timestamp) -> Result<bool> {
        const SQL: &str =
            "UPDATE outbox SET state = 'pending', bundle = NULL, due_at = $2, created_at = $2, sent_at = NULL,
             failure = NULL, error = NULL
             WHERE id = $1 AND state = 'dead' AND bundle IS NOT NULL RETURNING recipient, prompted_by, request_id";
        let revived: Option<(String, String, Option<RequestId>)> =
            on_tx!(self, |c| sqlx::query_as(SQL).bind(mail).bind(now.0).fetch_optional(c).await)?;
        let Some((recipient, prompted_by, request)) = revived else { return Ok(false) };
        self.mark_mails();
        self.note_unsolicited(Unsolicited {
            mail,
            recipient: recipient.try_into()?,
            prompted_by: prompted_by.try_into()?,
            about: request.map(|request| (request, true)),
            now,
        });
        Ok(true)
    }

    /// Ends a digest that was given up, because its mails are sent anew, and those of them that are no longer needed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replace_dead_digest(&mut self, digest: Uuid) -> Result<()> {
        const DIGEST: &str =
            "UPDATE outbox SET state = 'void', error = 'its mails are sent anew' WHERE id = $1 AND state = 'dead'";
        const REST: &str =
            "UPDATE outbox SET state = 'void', error = 'no longer needed' WHERE bundle = $1 AND state = 'dead'";
        run!(self, DIGEST, digest)?;
        run!(self, REST, digest)?;
        Ok(())
    }
}

impl Db {
    /// The mails that a digest brings.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn bundled_mails(&self, digest: Uuid) -> Result<Bundled> {
        macro_rules! select {
            ($what:literal, $of:literal, $tail:literal) => {
                concat!(
                    "SELECT ",
                    $what,
                    " FROM outbox WHERE bundle = $1 AND state = 'pending' AND event ",
                    $of,
                    "IN ('asked', 'resent') ",
                    $tail
                )
            };
        }
        // However many one account asks, each other's is told of.
        macro_rules! rows {
            ($of:literal) => {
                select!(
                    "id, event, recipient, address, language, request_id, payload, attempts, failing_since, unclear_failures,
                     created_at",
                    $of,
                    "ORDER BY ROW_NUMBER() OVER (PARTITION BY prompted_by ORDER BY created_at, id), created_at, id LIMIT $2"
                )
            };
        }
        let [asked, ended] = [rows!(""), rows!("NOT ")];
        let [asked_count, ended_count] = [select!("COUNT(*)", "", ""), select!("COUNT(*)", "NOT ", "")];
        let rows = async |sql: &'static str| -> Result<Vec<MailRow>> {
            Ok(on_db!(self, |c| sqlx::query_as(sql).bind(digest).bind(MOST_ENTRIES).fetch_all(c).await)?)
        };
        let count = async |sql: &'static str| -> Result<i64> {
            Ok(on_db!(self, |c| sqlx::query_scalar(sql).bind(digest).fetch_one(c).await)?)
        };
        Ok(Bundled {
            asked: rows(asked).await?,
            asked_count: count(asked_count).await?,
            ended: rows(ended).await?,
            ended_count: count(ended_count).await?,
        })
    }

    /// Whether a digest is to bring a mail about a request that runs.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn digest_is_about_open_request(&self, digest: Uuid) -> Result<bool> {
        const SQL: &str = "SELECT COUNT(*) FROM outbox o JOIN requests r ON r.id = o.request_id
             WHERE o.bundle = $1 AND o.state = 'pending' AND r.ended_at IS NULL";
        let open: i64 = on_db!(self, |c| sqlx::query_scalar(SQL).bind(digest).fetch_one(c).await)?;
        Ok(open > 0)
    }

    /// The mails of a digest that were given up with it, in the order in which they were owed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn dead_bundled(&self, digest: Uuid) -> Result<Vec<DeadBundled>> {
        const SQL: &str = "SELECT id, event IN ('asked', 'resent') AS had_code FROM outbox
             WHERE bundle = $1 AND state = 'dead' ORDER BY created_at, id";
        Ok(on_db!(self, |c| sqlx::query_as(SQL).bind(digest).fetch_all(c).await)?)
    }
}
