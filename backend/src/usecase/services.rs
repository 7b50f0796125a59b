//! My services, and what the form of contacts needs to know.

use countersign_domain::{
    DAY, Problem, ServiceId,
    view::{Companion, ContactForm, HandOver, HistoryLine, HistoryWhat, ServiceHistory, ServicePage, ServiceQuery},
};

use crate::access::Customer;
use crate::{
    error::Result,
    store::{Change, OwnerChange},
};

impl Customer {
    /// A page of the services for which the account is a contact.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn services(&self, query: &ServiceQuery) -> Result<ServicePage> {
        self.backend.db().services_of(self.id(), query).await
    }

    /// The form of a service's contacts.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a service that the account is no contact of.
    pub async fn contact_form(&self, service: ServiceId) -> Result<ContactForm> {
        let db = self.backend.db();
        let service = db.service(service, self.id()).await?.ok_or(Problem::NotFound)?;
        let may_change = service.contacts.may_change(self.id());
        if may_change.is_empty() {
            return Err(Problem::NotFound.into());
        }
        let mut companion = None;
        if let Some(category) = service.category.companion()
            && let Some(id) = db.service_named(&service.name, category).await?
        {
            let other = db.service(id, self.id()).await?;
            companion = other.filter(|other| !other.contacts.may_change(self.id()).is_empty()).map(|other| Companion {
                category,
                contacts: other.contacts,
                pending: other.pending,
            });
        }
        let settings = self.backend.settings();
        Ok(ContactForm {
            me: self.id().clone(),
            may_change,
            companion,
            suffix: settings.suffix.clone(),
            days: i32::try_from(settings.request_lifetime / DAY).unwrap_or(i32::MAX),
            owes: db.has_unpaid(self.id()).await?,
            pay_url: settings.payment_url.as_ref().map(ToString::to_string),
            service,
        })
    }

    /// Who held which role of a service since when, for its present contacts.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a service that the account is no contact of.
    pub async fn service_history(&self, id: ServiceId) -> Result<ServiceHistory> {
        let db = self.backend.db();
        let service = db.service(id, self.id()).await?.ok_or(Problem::NotFound)?;
        if service.contacts.roles_of(self.id()).is_empty() {
            return Err(Problem::NotFound.into());
        }
        let administers = service.contacts.admin == *self.id();
        let hand_over = |change: Change| {
            let party = [Some(&change.to), change.from.as_ref(), change.asked_by.as_ref()].contains(&Some(self.id()));
            let what = HistoryWhat::Role(HandOver {
                role: change.role,
                request: change.request.filter(|_| administers || party),
                from: change.from,
                to: change.to,
                asked_by: change.asked_by,
                accepted: change.accepted,
            });
            HistoryLine { at: change.at, what }
        };
        let edit = |change: OwnerChange| {
            let fields = change.fields.into_iter().map(|change| change.field).collect();
            HistoryLine { at: change.at, what: HistoryWhat::Owner { by: change.by, fields } }
        };
        // Each kind in the order in which it came about, whatever the clock said; among each other by time.
        let mut roles = db.history(id).await?.into_iter().map(hand_over).peekable();
        let mut edits = db.owner_changes(id).await?.into_iter().map(edit).peekable();
        let mut lines = Vec::new();
        while let Some(line) = match (roles.peek(), edits.peek()) {
            (Some(role), Some(edit)) if edit.at < role.at => edits.next(),
            (None, _) => edits.next(),
            _ => roles.next(),
        } {
            lines.push(line);
        }
        lines.reverse();
        Ok(ServiceHistory { me: self.id().clone(), service: id, name: service.name, category: service.category, lines })
    }
}
