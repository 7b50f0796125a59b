//! What a transaction collects until its commit.

use std::collections::BTreeSet;

use countersign_domain::{Handle, RequestId, ServiceId, Timestamp};
use uuid::Uuid;

/// What a transaction has changed so far.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub accounts: BTreeSet<Handle>,
    pub requests: BTreeSet<RequestId>,
    pub services: BTreeSet<ServiceId>,
    /// Mails of which the commit decides when they go.
    pub unsolicited: Vec<Unsolicited>,
    /// Whether mails may be due from the commit on, so that it wakes the worker.
    pub has_mails: bool,
}

/// An unsolicited mail that its transaction has stored.
#[derive(Debug)]
pub(super) struct Unsolicited {
    pub mail: Uuid,
    pub recipient: Handle,
    pub prompted_by: Handle,
    /// The request that it is about, and whether it tells of the end of that.
    pub about: Option<(RequestId, bool)>,
    pub now: Timestamp,
}
