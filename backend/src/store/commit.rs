//! Tracks which accounts a transaction affects, and notifies them on commit.
//!
//! The store's writes mark what they change, so that no use case can forget to. Requests and services are turned into accounts
//! when the transaction is committed: into those who see them then.

use countersign_domain::{Handle, RequestId, ServiceId};

use tokio::sync::Notify;

use super::{Tx, changes::Changes, listen, on_tx, visibility::WHO_SEES};
use crate::error::{Error, Result};

impl Tx {
    fn changes(&mut self) -> &mut Changes {
        match self {
            Self::Sqlite(writing) => &mut writing.changes,
            Self::Postgres(writing) => &mut writing.changes,
        }
    }

    /// Notes that what an account sees has changed.
    pub(super) fn mark_account(&mut self, account: &Handle) {
        self.changes().accounts.insert(account.clone());
    }

    /// Notes that what is seen of a request has changed.
    pub(super) fn mark_request(&mut self, request: RequestId) {
        self.changes().requests.insert(request);
    }

    /// Notes that what is seen of a service has changed.
    pub(super) fn mark_service(&mut self, service: ServiceId) {
        self.changes().services.insert(service);
    }

    /// Marks that mails may be due once this is committed.
    pub(super) fn mark_mails(&mut self) {
        self.changes().has_mails = true;
    }

    /// The accounts that all this concerns. A customer ID that nobody has may be among them.
    async fn affected_accounts(&mut self) -> Result<Vec<Handle>> {
        const OF_SERVICE: &str = "SELECT account FROM contacts WHERE service_id = $1";
        let Changes { mut accounts, requests, services, .. } = std::mem::take(self.changes());
        let mut found: Vec<String> = Vec::new();
        for id in requests {
            found.extend(on_tx!(self, |c| sqlx::query_scalar(WHO_SEES).bind(id).fetch_all(c).await)?);
        }
        for id in services {
            found.extend(on_tx!(self, |c| sqlx::query_scalar(OF_SERVICE).bind(id).fetch_all(c).await)?);
        }
        for account in found {
            accounts.insert(account.try_into()?);
        }
        Ok(accounts.into_iter().collect())
    }

    /// Commits, notifies the affected accounts, and wakes the worker if mails may be due. Collects unsolicited mails when there are many.
    ///
    /// # Errors
    /// When the database refuses; nothing is changed then.
    pub async fn commit(mut self) -> Result<()> {
        self.bundle_mails().await?;
        let has_mails = self.changes().has_mails;
        let affected_accounts = self.affected_accounts().await?;
        match self {
            Self::Sqlite(writing) => {
                // In a task of its own: whoever waits for it may go away, and what is committed is told all the same.
                let committed = tokio::spawn(async move {
                    writing.tx.commit().await?;
                    if let Some(live) = writing.live {
                        live.tell(&affected_accounts);
                    }
                    wake(writing.mails.as_deref().filter(|_| has_mails));
                    Ok::<_, Error>(())
                });
                committed.await.unwrap_or_else(|error| Err(Error::Internal(format!("commit: {error}"))))
            }
            Self::Postgres(mut writing) => {
                for payload in listen::payloads(&affected_accounts) {
                    sqlx::query(listen::NOTIFY).bind(payload).execute(&mut *writing).await?;
                }
                writing.tx.commit().await?;
                wake(writing.mails.as_deref().filter(|_| has_mails));
                Ok(())
            }
        }
    }
}

fn wake(worker: Option<&Notify>) {
    if let Some(worker) = worker {
        worker.notify_one();
    }
}
