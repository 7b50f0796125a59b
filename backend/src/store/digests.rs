//! Digests: when many unsolicited mails are owed to one customer, those beyond a number are collected in one mail that goes later.
//!
//! Each mail is a row of the outbox as ever. One that is collected names its digest (`bundle`), which is a row as well; workers lease the
//! digest, and its mails end when it ends. Mails are added to a digest only until a worker leases it, so that what its Message-ID brings
//! never grows.
//!
//! The mails of a transaction are counted and collected when it commits, those of several customers in one order: so no two
//! transactions wait for each other.

use std::collections::BTreeMap;

use countersign_domain::{HOUR, Handle, MINUTE};
use uuid::Uuid;

use super::{Tx, changes::Unsolicited, on_tx, run};
use crate::{MailsAtOnce, ambient::new_id, error::Result, mail_kind::MailKind};

/// Milliseconds for which a digest collects mails: the longest that a mail is late.
const COLLECTS_FOR: i64 = 30 * MINUTE;

impl Tx {
    fn mails_at_once(&self) -> MailsAtOnce {
        match self {
            Self::Sqlite(writing) => writing.mails_at_once,
            Self::Postgres(writing) => writing.mails_at_once,
        }
    }

    fn unsolicited(&mut self) -> &mut Vec<Unsolicited> {
        match self {
            Self::Sqlite(writing) => &mut writing.changes.unsolicited,
            Self::Postgres(writing) => &mut writing.changes.unsolicited,
        }
    }

    /// Notes an unsolicited mail, so that the commit decides whether it goes at once.
    pub(super) fn note_unsolicited(&mut self, mail: Unsolicited) {
        self.unsolicited().push(mail);
    }

    /// Decides of each unsolicited mail of this transaction whether it goes at once or in a digest.
    pub(super) async fn bundle_mails(&mut self) -> Result<()> {
        let mut all: BTreeMap<Handle, Vec<Unsolicited>> = BTreeMap::new();
        for mail in std::mem::take(self.unsolicited()) {
            all.entry(mail.recipient.clone()).or_default().push(mail);
        }
        for (recipient, mails) in all {
            self.bundle_mails_to(&recipient, mails).await?;
        }
        Ok(())
    }

    async fn bundle_mails_to(&mut self, recipient: &Handle, mails: Vec<Unsolicited>) -> Result<()> {
        const AT_ONCE: &str = "SELECT prompted_by, COUNT(*) FROM outbox
             WHERE recipient = $1 AND prompted_by IS NOT NULL AND bundle IS NULL AND created_at > $2 GROUP BY prompted_by";
        let Some(now) = mails.iter().map(|mail| mail.now).max() else { return Ok(()) };
        // Two at once would both find that there is room.
        self.queue(&format!("mails to {recipient}")).await?;
        let since = now.plus(-HOUR).0;
        let counted: Vec<(String, i64)> =
            on_tx!(self, |c| sqlx::query_as(AT_ONCE).bind(recipient.as_str()).bind(since).fetch_all(c).await)?;
        let mut at_once: BTreeMap<String, i64> = counted.into_iter().collect();
        let limits = self.mails_at_once();
        // Those of this transaction are stored already.
        for mail in &mails {
            at_once.entry(mail.prompted_by.to_string()).and_modify(|count| *count -= 1);
        }
        for mail in mails {
            let of_all: i64 = at_once.values().sum();
            let of_one = at_once.entry(mail.prompted_by.to_string()).or_default();
            let has_room = *of_one < limits.of_one && of_all < limits.of_all;
            if has_room && !self.ends_what_is_collected(&mail).await? {
                *of_one += 1;
            } else {
                self.collect(&mail).await?;
            }
        }
        Ok(())
    }

    /// Whether a mail tells of the end of a request that a digest is still to tell of: nobody is told of the end first.
    async fn ends_what_is_collected(&mut self, mail: &Unsolicited) -> Result<bool> {
        const SQL: &str = "SELECT COUNT(*) FROM outbox
             WHERE request_id = $1 AND recipient = $2 AND id <> $3 AND bundle IS NOT NULL AND state = 'pending'";
        let Some((request, true)) = mail.about else { return Ok(false) };
        let collected: i64 = on_tx!(self, |c| sqlx::query_scalar(SQL)
            .bind(request)
            .bind(mail.recipient.as_str())
            .bind(mail.mail)
            .fetch_one(c)
            .await)?;
        Ok(collected > 0)
    }

    /// Puts a mail into the digest that collects for its recipient; begins one if there is none.
    async fn collect(&mut self, mail: &Unsolicited) -> Result<()> {
        const BEGIN: &str = "INSERT INTO outbox (id, event, recipient, state, due_at, created_at, collects)
             VALUES ($1, $2, $3, 'pending', $4, $5, TRUE)";
        const PUT: &str = "UPDATE outbox SET bundle = $2, due_at = $3 WHERE id = $1";
        macro_rules! collecting {
            ($lock:literal) => {
                concat!("SELECT id, due_at FROM outbox WHERE recipient = $1 AND collects ", $lock)
            };
        }
        // Locked: a worker that leased it now would miss this mail.
        let sql = match self {
            Self::Sqlite(_) => collecting!(""),
            Self::Postgres(_) => collecting!("FOR UPDATE"),
        };
        let recipient = mail.recipient.as_str();
        let collecting = on_tx!(self, |c| sqlx::query_as(sql).bind(recipient).fetch_optional(c).await)?;
        let (digest, due_at): (Uuid, i64) = match collecting {
            Some(collecting) => collecting,
            None => {
                let (digest, due_at) = (new_id(mail.now), mail.now.plus(COLLECTS_FOR).0);
                run!(self, BEGIN, digest, MailKind::Digest.as_str(), recipient, due_at, mail.now.0)?;
                (digest, due_at)
            }
        };
        run!(self, PUT, mail.mail, digest, due_at)?;
        Ok(())
    }
}
