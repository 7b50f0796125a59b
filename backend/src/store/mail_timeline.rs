//! The mails about a request, as lines of its timeline.

use countersign_domain::{
    Event, Handle, RequestId, Timestamp,
    view::{Delivery, Entry, What},
};

use super::{Db, on_db, outbox::is_own_affair};
use crate::error::Result;

#[derive(sqlx::FromRow)]
struct SentRow {
    event: String,
    recipient: String,
    state: String,
    error: Option<String>,
    failure: Option<String>,
    created_at: i64,
    sent_at: Option<i64>,
}

impl Db {
    /// The mails about a request, as lines of its timeline for `reader`, who learns nothing of codes that others asked for again. Those to
    /// `unsure`, who may be nobody, all look alike: what became of them would tell. So only what stops every mail is told of them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mails_of_request(
        &self,
        request: RequestId,
        reader: &Handle,
        unsure: Option<&Handle>,
    ) -> Result<Vec<Entry>> {
        // A mail that a digest brings fares as that does.
        const SQL: &str = "SELECT o.event, o.recipient, o.state, o.error, COALESCE(o.failure, d.failure) AS failure,
                 o.created_at, o.sent_at
             FROM outbox o LEFT JOIN outbox d ON d.id = o.bundle WHERE o.request_id = $1 ORDER BY o.created_at, o.id";
        let rows = on_db!(self, |c| sqlx::query_as::<_, SentRow>(SQL).bind(request).fetch_all(c).await)?;
        let stopped_since = self.mails_stopped().await?.since();
        let is_unsure = |row: &SentRow| unsure.is_some_and(|unsure| unsure.as_str() == row.recipient);
        // They were enqueued together with another's: none has gone while that waits.
        let waiting: Vec<i64> = rows
            .iter()
            .filter(|row| stopped_since.is_some() && row.state == "pending" && !is_unsure(row))
            .map(|row| row.created_at)
            .collect();
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(event) = Event::from_name(&row.event) else { continue };
            if is_own_affair(&row.event) && row.recipient != reader.as_str() {
                continue;
            }
            let (delivery, at) = match row.state.as_str() {
                _ if is_unsure(&row) => {
                    let waits = waiting.contains(&row.created_at)
                        || stopped_since.is_some_and(|since| row.created_at >= since.0);
                    (if waits { Delivery::Waiting } else { Delivery::Unsaid }, None)
                }
                "pending" if stopped_since.is_some() || row.failure.is_some() => (Delivery::Waiting, None),
                "pending" => (Delivery::Pending, None),
                "dead" => (Delivery::Dead, row.sent_at),
                "void" if row.error.is_some() => (Delivery::Outdated, row.sent_at),
                _ => (Delivery::Sent, row.sent_at),
            };
            entries.push(Entry {
                at: Timestamp(at.unwrap_or(row.created_at)),
                who: Some(row.recipient.try_into()?),
                what: What::Mail(event, delivery),
            });
        }
        Ok(entries)
    }
}
