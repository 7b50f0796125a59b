//! Where pages stand: one place, whoever links to them.

use countersign_domain::{RequestId, ServiceId};

/// A request's page.
pub(crate) fn request(id: RequestId) -> String {
    format!("/contacts/requests/{id}")
}

/// A page of a service: the form of its contacts, or what `part` names, as in `/history`.
pub(crate) fn service(id: ServiceId, part: &str) -> String {
    format!("/contacts/services/{id}{part}")
}
