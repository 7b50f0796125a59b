//! Telling billing contacts that their services run out. Each notice is a guarded transaction of its own, so that several
//! processes may look after them at once.

use countersign_domain::{ServiceId, Status};

use super::mails;
use crate::access::System;
use crate::{
    error::Result,
    mail_kind::{MailContent, RenewalNews},
    store::Recipient,
};

/// Services looked at in one round.
const BATCH: i32 = 100;

impl System {
    /// Owes the notices that are due, each once, to whoever is the billing contact at this moment; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn renewals_due(&self) -> Result<u32> {
        let mut told = 0;
        for service in self.db().services_to_notify(&self.backend.settings().renewal_days, self.now(), BATCH).await? {
            told += u32::from(self.tell_renewal(service).await?);
        }
        Ok(told)
    }

    /// Owes the notice of a service that is due; `false` when none is, or another process has done it.
    async fn tell_renewal(&self, service: ServiceId) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let Some(contacts) = tx.lock_contacts(service).await? else { return Ok(false) };
        let now = self.now();
        let Some(expiring) = tx.expiring(service).await? else { return Ok(false) };
        let Some(due) = self.backend.settings().renewal_days.due(expiring.expires_at, now, &expiring.told) else {
            return Ok(false);
        };
        for days in due.passed {
            tx.mark_renewal(service, expiring.expires_at, days).await?;
        }
        if !tx.mark_renewal(service, expiring.expires_at, due.days).await? {
            return Ok(false);
        }
        let news = RenewalNews {
            id: service,
            service: expiring.name,
            category: expiring.category,
            expires_at: expiring.expires_at,
            days: due.days,
            unpaid: matches!(expiring.status, Status::PendingDebt | Status::UnPaid),
        };
        let recipient = Recipient::Account(&contacts.billing);
        tx.insert_mail(mails::about_account(&MailContent::Renewal(news), recipient, now)).await?;
        tx.commit().await?;
        Ok(true)
    }
}
