//! Whom a transaction concerns, and its commit, which tells them.
//!
//! The store's writes note what they touch, so that no use case can forget to. Requests and services are turned into accounts
//! when the transaction is committed: into those who see them then.

use std::collections::BTreeSet;

use countersign_domain::{Handle, RequestId, ServiceId};

use super::{Tx, listen, on_tx};
use crate::error::{Error, Result};

/// What a transaction has changed so far.
#[derive(Debug, Default)]
pub(super) struct Touched {
    accounts: BTreeSet<Handle>,
    requests: BTreeSet<RequestId>,
    services: BTreeSet<ServiceId>,
}

impl Tx {
    fn touched(&mut self) -> &mut Touched {
        match self {
            Self::Sqlite(writing) => &mut writing.touched,
            Self::Postgres(writing) => &mut writing.touched,
        }
    }

    /// Notes that what an account sees has changed.
    pub(super) fn touch(&mut self, account: &Handle) {
        self.touched().accounts.insert(account.clone());
    }

    /// Notes that what is seen of a request has changed.
    pub(super) fn touch_request(&mut self, request: RequestId) {
        self.touched().requests.insert(request);
    }

    /// Notes that what is seen of a service has changed.
    pub(super) fn touch_service(&mut self, service: ServiceId) {
        self.touched().services.insert(service);
    }

    /// The accounts that all this concerns. A customer ID that nobody has may be among them.
    async fn concerned(&mut self) -> Result<Vec<Handle>> {
        /// Those who may see it: see `Actor::sees`.
        const OF_REQUEST: &str = "SELECT asked_by FROM requests WHERE id = $1
             UNION SELECT to_account FROM requests WHERE id = $1 AND NOT hidden_from_target
             UNION SELECT from_account FROM requests WHERE id = $1 AND state = 'done'
             UNION SELECT c.account FROM requests r JOIN contacts c ON c.service_id IN (r.service_id, r.companion_id)
                   WHERE r.id = $1 AND c.role = 'contactAdmin'";
        const OF_SERVICE: &str = "SELECT account FROM contacts WHERE service_id = $1";
        let Touched { mut accounts, requests, services } = std::mem::take(self.touched());
        let mut found: Vec<String> = Vec::new();
        for id in requests {
            found.extend(on_tx!(self, |c| sqlx::query_scalar(OF_REQUEST).bind(id).fetch_all(c).await)?);
        }
        for id in services {
            found.extend(on_tx!(self, |c| sqlx::query_scalar(OF_SERVICE).bind(id).fetch_all(c).await)?);
        }
        for account in found {
            accounts.insert(account.try_into()?);
        }
        Ok(accounts.into_iter().collect())
    }

    /// Makes all of it true at once, and tells those whom it concerns. Unsolicited mails are collected here when there are many.
    ///
    /// # Errors
    /// When the database refuses; nothing is changed then.
    pub async fn commit(mut self) -> Result<()> {
        self.bundle_mails().await?;
        let concerned = self.concerned().await?;
        match self {
            Self::Sqlite(writing) => {
                // In a task of its own: whoever waits for it may go away, and what is committed is told all the same.
                let committed = tokio::spawn(async move {
                    writing.tx.commit().await?;
                    if let Some(live) = writing.live {
                        live.tell(&concerned);
                    }
                    Ok::<_, Error>(())
                });
                committed.await.unwrap_or_else(|error| Err(Error::Internal(format!("commit: {error}"))))
            }
            Self::Postgres(mut writing) => {
                for payload in listen::payloads(&concerned) {
                    sqlx::query(listen::NOTIFY).bind(payload).execute(&mut *writing).await?;
                }
                Ok(writing.tx.commit().await?)
            }
        }
    }
}
