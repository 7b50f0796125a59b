//! The names of the states of a request, and of the reasons why one is aborted.

use crate::string_enum::string_enum;

string_enum! {
    /// The states, with the nine names that customers of this field know. The last five end a request. Three never occur here: see
    /// [`StateName::occurs`].
    StateName {
        /// Not yet looked at.
        Todo = "todo",
        /// Being checked.
        CheckValidity = "checkValidity",
        /// Waits for its parties.
        Validating = "validatingByCustomers",
        /// Accepted by all; waits for the requests that it stands or falls with.
        Doing = "doing",
        /// Applied.
        Done = "done",
        /// A party refused.
        Refused = "refused",
        /// Cancelled, or its grounds fell away.
        Aborted = "aborted",
        /// Not accepted in time.
        Expired = "expired",
        /// Failed inside.
        Error = "error",
    }
}

impl StateName {
    /// Whether a request of this system can be in the state. `todo` and `checkValidity` are over before a request is stored; and what
    /// fails inside is undone as a whole, so nothing is left in `error`.
    #[must_use]
    pub const fn occurs(self) -> bool {
        !matches!(self, Self::Todo | Self::CheckValidity | Self::Error)
    }

    /// Whether a request in this state never changes again.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Done | Self::Refused | Self::Aborted | Self::Expired | Self::Error)
    }
}

string_enum! {
    /// Why a request was aborted; both parties may read it.
    AbortReason {
        /// The requester cancelled.
        Cancelled = "cancelled",
        /// The requester is no longer entitled to ask for it.
        RightLost = "rightLost",
        /// Another account has come to hold a role that was to be handed over.
        ContactChanged = "contactChanged",
        /// A billing contact is not up to date with its payments.
        Debt = "debt",
        /// An account of a party is no longer active.
        AccountDisabled = "accountDisabled",
        /// A request that stands together with this one has ended.
        LinkedEnded = "linkedEnded",
        /// The service's administrator cancelled.
        CancelledByAdministrator = "cancelledByAdministrator",
        /// A form of the service's administrator took its place.
        Superseded = "superseded",
        /// The provider's staff ended it.
        Staff = "staff",
    }
}

impl AbortReason {
    /// Whether a person ended the request, so that nothing about its grounds has changed.
    #[must_use]
    pub const fn is_by_choice(self) -> bool {
        matches!(self, Self::Cancelled | Self::CancelledByAdministrator | Self::Superseded | Self::Staff)
    }
}
