//! What a page shows: the answers of the use cases, as they travel to the browser.
//!
//! Integers are `i32` or `i64`, never `usize`: the browser's and the server's differ.

use serde::{Deserialize, Serialize};

pub use crate::outcome::Decided;

use crate::{
    AbortReason, Category, Contacts, Event, Handle, Owner, OwnerField, PersonName, RequestId, Role, Roles, ServiceId,
    ServiceName, StateName, Status, Suffix, Timestamp, string_enum::string_enum,
};

/// The account that is signed in, as it sees itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Its customer ID.
    pub id: Handle,
    /// Its name.
    pub name: PersonName,
    /// Open requests that wait for its own decision.
    pub to_decide: i32,
    /// Open requests of its own that wait for others only.
    pub waiting: i32,
    /// The ending of this provider's customer IDs.
    pub suffix: Suffix,
}

string_enum! {
    /// A column of the list of services that can be sorted by.
    ServiceSort {
        /// By name.
        Name = "name",
        /// By category.
        Category = "category",
        /// By administrator.
        Admin = "admin",
        /// By technical contact.
        Tech = "tech",
        /// By billing contact.
        Billing = "billing",
        /// By status.
        Status = "status",
        /// By expiry date.
        Expiry = "expiry",
    }
}

/// What of the list of services is asked for: all of it stands in the page's address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceQuery {
    /// Part of a service's name or of a contact's customer ID.
    pub search: String,
    /// One category only.
    pub category: Option<Category>,
    /// Services in which I hold this role only.
    pub role: Option<Role>,
    /// The column sorted by; by name if not said.
    pub sort: Option<ServiceSort>,
    /// Last first.
    pub descending: bool,
    /// From where on: a cursor of a page that was sorted by the same column. Any other begins the list.
    pub cursor: Option<String>,
}

/// A service and its contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRow {
    /// Its key.
    pub id: ServiceId,
    /// Its name.
    pub name: ServiceName,
    /// Its kind.
    pub category: Category,
    /// How it stands.
    pub status: Status,
    /// When it runs out, if it does.
    pub expires_at: Option<Timestamp>,
    /// Its contacts.
    pub contacts: Contacts,
    /// Roles for which a request is open, and its number where this account may see it.
    pub pending: Vec<Pending>,
}

/// A role for which a request is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The role.
    pub role: Role,
    /// The request, if the reader may see it.
    pub request: Option<RequestId>,
}

/// A page of the list of services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePage {
    /// The reader.
    pub me: Handle,
    /// Up to fifty services.
    pub rows: Vec<ServiceRow>,
    /// How many match in all.
    pub total: i64,
    /// There are more than `total`; beyond a bound nobody counts.
    pub more: bool,
    /// Whether the account is a contact of any service, whatever was asked for.
    pub any: bool,
    /// The cursor of the page before.
    pub previous: Option<String>,
    /// The cursor of the page after.
    pub next: Option<String>,
}

/// What the form of contacts needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactForm {
    /// The service.
    pub service: ServiceRow,
    /// The reader.
    pub me: Handle,
    /// The roles that the reader may hand over.
    pub may_change: Roles,
    /// A service of the same name that can be changed together with it.
    pub companion: Option<Companion>,
    /// The ending of this provider's customer IDs.
    pub suffix: Suffix,
    /// How many days the parties have.
    pub days: i32,
    /// Where invoices are paid.
    pub pay_url: Option<String>,
    /// Whether the reader has an unpaid invoice.
    pub owes: bool,
}

impl ContactForm {
    /// The open requests whose place the form can take: those of the services that the reader administers.
    #[must_use]
    pub fn replaceable(&self) -> Vec<RequestId> {
        let service = (&self.service.contacts, &self.service.pending);
        let companion = self.companion.iter().map(|companion| (&companion.contacts, &companion.pending));
        let replaceable = [service]
            .into_iter()
            .chain(companion)
            .filter(|(contacts, _)| contacts.admin == self.me)
            .flat_map(|(_, pending)| pending.iter().filter_map(|pending| pending.request));
        // In order. A handful: the library's sort would be kilobytes of the browser's download.
        let mut requests = Vec::new();
        for request in replaceable {
            if let Err(place) = requests.binary_search(&request) {
                requests.insert(place, request);
            }
        }
        requests
    }
}

/// The DNS zone of a domain, or the domain of a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Companion {
    /// Its kind.
    pub category: Category,
    /// Its contacts.
    pub contacts: Contacts,
    /// Roles for which a request is open.
    pub pending: Vec<Pending>,
}

/// The owner of a service, as its contacts see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerPage {
    /// The service.
    pub service: ServiceRow,
    /// The reader.
    pub me: Handle,
    /// The owner's details, if any are stored.
    pub owner: Option<Owner>,
    /// Counts the edits; an edit names the one that it was made from.
    pub version: i32,
    /// The edits, oldest first.
    pub edits: Vec<OwnerEdit>,
}

impl OwnerPage {
    /// Whether the reader may edit the details.
    #[must_use]
    pub fn may_edit(&self) -> bool {
        self.service.contacts.admin == self.me
    }

    /// The edits that were made after `version`.
    pub fn edits_after(&self, version: i32) -> impl Iterator<Item = &OwnerEdit> {
        self.edits.iter().filter(move |edit| edit.version > version)
    }
}

/// That an owner's details were edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerEdit {
    /// Counts from 1 for each service.
    pub version: i32,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Handle,
    /// Which details were changed.
    pub fields: Vec<OwnerField>,
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestRow {
    /// Its number.
    pub id: RequestId,
    /// The service's key.
    pub service: ServiceId,
    /// The service's name.
    pub service_name: ServiceName,
    /// The service's kind.
    pub category: Category,
    /// The kind of the service of the same name that changes with it.
    pub companion: Option<Category>,
    /// The roles handed over.
    pub roles: Roles,
    /// From whom.
    pub from: Handle,
    /// To whom.
    pub to: Handle,
    /// The requester.
    pub asked_by: Handle,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
    /// Where it stands.
    pub state: StateName,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Why it was aborted.
    pub reason: Option<AbortReason>,
    /// Who has yet to decide.
    pub waiting_for: Vec<Handle>,
}

impl RequestRow {
    /// Whether `me`, who takes part, has yet to decide.
    #[must_use]
    pub fn awaits(&self, me: &Handle) -> bool {
        self.waiting_for.contains(me)
    }
}

/// The list of requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestPage {
    /// The reader.
    pub me: Handle,
    /// Up to fifty, newest first.
    pub rows: Vec<RequestRow>,
    /// The number before which the next page begins.
    pub next: Option<RequestId>,
}

/// A request with all that its parties may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestDetail {
    /// What the list shows.
    pub row: RequestRow,
    /// The reader.
    pub me: Handle,
    /// Whether the reader takes part. Others only watch.
    pub takes_part: bool,
    /// Whether the reader has blocked the requester.
    pub requester_blocked: bool,
    /// The requester's message.
    pub message: Option<String>,
    /// The requester's reason of a cancellation.
    pub cancel_reason: Option<String>,
    /// What else the same form asks of the service and of the one that goes with it.
    pub siblings: Vec<Sibling>,
    /// Whether it stands or falls with its siblings.
    pub linked: bool,
    /// Whether the reader is the present administrator of the service, or of the one that changes with it.
    pub administers: bool,
    /// What happened, oldest first.
    pub timeline: Vec<Entry>,
    /// The reader's own address, its middle hidden: where the codes go.
    pub masked_email: String,
    /// Milliseconds until it expires, in whole hours: the same is read again as long as nothing has happened.
    pub left: i64,
    /// The address at which the reader's own unpaid invoices are paid, when they stand in the way.
    pub pay_url: Option<String>,
    /// Why the code of the link that led here can no longer be used.
    pub dead_code: Option<DeadCode>,
}

impl RequestDetail {
    /// Whether the reader has yet to decide.
    #[must_use]
    pub fn awaits_reader(&self) -> bool {
        self.takes_part && self.row.awaits(&self.me)
    }

    /// Whether another customer asks the reader, who may block that customer.
    #[must_use]
    pub fn is_asked_by_other(&self) -> bool {
        self.takes_part && self.row.asked_by != self.me
    }

    /// Whether the reader may end it without deciding on it.
    #[must_use]
    pub fn cancellable(&self) -> bool {
        !self.row.state.is_end() && (self.row.asked_by == self.me || self.administers)
    }
}

/// Another request of the same form, as far as the reader may know of it: nobody decides without knowing what else is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sibling {
    /// Its number, if the reader may see the request.
    pub request: Option<RequestId>,
    /// The kind of its service.
    pub category: Category,
    /// The kind of the service of the same name that changes with it.
    pub companion: Option<Category>,
    /// The roles handed over.
    pub roles: Roles,
    /// The new contact, if the reader may see the request.
    pub to: Option<Handle>,
}

/// Why a code that was sent can no longer be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeadCode {
    /// A newer one was sent, or the address changed.
    Replaced,
    /// There were too many wrong tries.
    Void,
}

/// A line of a request's timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who, if a person.
    pub who: Option<Handle>,
    /// What.
    pub what: What,
}

/// What a line of the timeline tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Registered.
    Asked,
    /// A party accepted.
    Accepted,
    /// A party refused.
    Refused,
    /// Ended without being applied.
    Aborted(AbortReason),
    /// Its time ran out.
    Expired,
    /// Applied.
    Done,
    /// Failed inside.
    Error,
    /// A mail to `who`.
    Mail(Event, Delivery),
}

string_enum! {
    /// How far a mail is.
    Delivery {
        /// On its way.
        Pending = "pending",
        /// Not handed over yet: the mail server takes no mails, or not this one for now.
        Waiting = "waiting",
        /// Handed to the mail server.
        Sent = "sent",
        /// Given up.
        Dead = "dead",
        /// Not sent, because it was no longer needed when it could have gone.
        Outdated = "outdated",
        /// Owed; more is not told of a mail to one who may be nobody.
        Unsaid = "unsaid",
    }
}

/// Who held which role of a service since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceHistory {
    /// The reader.
    pub me: Handle,
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub name: ServiceName,
    /// Its kind.
    pub category: Category,
    /// What happened, newest first.
    pub lines: Vec<HistoryLine>,
}

/// A line of a service's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// When.
    pub at: Timestamp,
    /// What changed.
    pub what: HistoryWhat,
}

/// What a line of a service's history tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HistoryWhat {
    /// A role was handed over, or given when the service was added.
    Role(HandOver),
    /// The owner's details were edited.
    Owner {
        /// By whom.
        by: Handle,
        /// Which of them.
        fields: Vec<OwnerField>,
    },
}

/// A role that changed hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// The role.
    pub role: Role,
    /// Who held it before; nobody when the service was added.
    pub from: Option<Handle>,
    /// Who holds it from then on.
    pub to: Handle,
    /// Who asked for it.
    pub asked_by: Option<Handle>,
    /// Who accepted, and when.
    pub accepted: Vec<(Handle, Timestamp)>,
    /// The request, if the reader may see it.
    pub request: Option<RequestId>,
}

/// The profile of the account that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Its customer ID.
    pub id: Handle,
    /// Its name.
    pub name: PersonName,
    /// The organisation it belongs to.
    pub organisation: Option<PersonName>,
    /// Its e-mail address.
    pub email: String,
    /// A new address that waits for confirmation.
    pub pending_email: Option<String>,
    /// Where it is signed in, the last used first.
    pub sessions: Vec<SignedIn>,
    /// The customers that it has blocked, the last one first.
    pub blocked: Vec<BlockedCustomer>,
}

/// A customer that an account has blocked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockedCustomer {
    /// The customer ID, be it an account's or not.
    pub id: Handle,
    /// Since when.
    pub since: Timestamp,
}

/// A session of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// What it is ended by; it lets nobody in.
    pub key: String,
    /// Browser and system; empty if they are not known.
    pub device: String,
    /// When one signed in.
    pub since: Timestamp,
    /// When it was last used, to ten minutes.
    pub used: Timestamp,
    /// Whether it is the one that asks.
    pub here: bool,
}
