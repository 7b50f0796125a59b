//! Everything that can go wrong and that a person may be told: one closed list, without personal data,
//! mapped to words and to HTTP statuses in one place each.

use serde::{Deserialize, Serialize};

use crate::{
    field::{Field, FieldProblem, Wrong},
    handle::Handle,
    role::Role,
    state::{AbortReason, StateName},
};

/// The most customers that an account may block.
pub const MAX_BLOCKED: i32 = 200;

/// Why an act was not done. Nothing has changed when one of these is returned, but for what its text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Problem {
    /// No account is signed in.
    #[error("not signed in")]
    SignedOut,
    /// Customer ID, address or password is wrong; which one is never told.
    #[error("wrong credentials")]
    WrongCredentials,
    /// There is no such thing, or none that this account may see.
    #[error("not found")]
    NotFound,
    /// Fields to correct.
    #[error("invalid fields")]
    Invalid(Vec<FieldProblem>),
    /// Every value given is the present one.
    #[error("nothing would change")]
    NothingChanged,
    /// The account may not change this role of this service.
    #[error("no right to change {}", .0.as_str())]
    NotYourRole(Role),
    /// Only the service's administrator may do this.
    #[error("not the administrator")]
    NotAdministrator,
    /// What the form was made from has been changed by another meanwhile.
    #[error("changed meanwhile")]
    Changed,
    /// Another account has come to hold a role since the form was opened.
    #[error("{} is another's by now", role.as_str())]
    ContactChanged {
        /// The role.
        role: Role,
        /// Who holds it now.
        now: Handle,
    },
    /// A request for this role is open already; its number, if the account may see it.
    #[error("a request for {} is open", role.as_str())]
    Busy {
        /// The role that the open request hands over.
        role: Role,
        /// The open request.
        request: Option<i64>,
    },
    /// The same of the service that was to change along with this one: [`Problem::NotYourRole`], [`Problem::ContactChanged`] or
    /// [`Problem::Busy`]; [`Problem::NotFound`] when there is none any more that the account may change.
    #[error("of the companion: {0}")]
    OfCompanion(Box<Problem>),
    /// An unpaid invoice stands in the way of a billing change. Whose is told only to its debtor.
    #[error("unpaid invoice")]
    Debt {
        /// Whether it is the asking account's own.
        own: bool,
    },
    /// The code is not the right one.
    #[error("wrong code")]
    WrongCode {
        /// Tries that are left before the code is void.
        left: i32,
    },
    /// Too many wrong tries: the code is void until a new one is sent.
    #[error("code void")]
    CodeVoid,
    /// The code was replaced by a newer one.
    #[error("code replaced")]
    CodeReplaced,
    /// This account has decided already.
    #[error("already decided")]
    AlreadyDecided,
    /// The request has ended.
    #[error("request ended: {}", .0.as_str())]
    Ended(StateName),
    /// The request could not be applied and was aborted just now.
    #[error("request aborted: {}", .0.as_str())]
    Aborted(AbortReason),
    /// Only the requester may do this.
    #[error("not the requester")]
    NotRequester,
    /// The account has blocked as many customers as it may ([`MAX_BLOCKED`]).
    #[error("too many blocked customers")]
    TooManyBlocked,
    /// A confirmation link that is used, replaced, expired or not of this account.
    #[error("stale link")]
    StaleLink,
    /// Too often; try again after so many seconds.
    #[error("too many tries")]
    TooMany {
        /// Seconds to wait.
        retry_after: i32,
    },
    /// Somebody else is changing the same, or holds the database. Nothing was done; it may be tried again after so many seconds.
    #[error("somebody else is changing this")]
    Contended {
        /// Seconds to wait.
        retry_after: i32,
    },
    /// More is asked of the server than it can do now. Nothing was done; it may be tried again after so many seconds.
    #[error("the server is busy")]
    Overloaded {
        /// Seconds to wait.
        retry_after: i32,
    },
    /// The request came from another site.
    #[error("cross-site request")]
    CrossSite,
    /// The input is not of the form that the address takes.
    #[error("malformed input")]
    Malformed,
    /// The server could not be reached.
    #[error("no connection")]
    Unreachable,
    /// Something failed inside; logged under this id.
    #[error("internal error {0}")]
    Internal(String),
}

impl Problem {
    /// A problem of one field.
    #[must_use]
    pub fn field(field: Field, wrong: Wrong) -> Self {
        Self::Invalid(vec![FieldProblem { field, wrong }])
    }

    /// The same, of the service that was to change along.
    #[must_use]
    pub fn of_companion(self) -> Self {
        Self::OfCompanion(Box::new(self))
    }

    /// The HTTP status that says the same.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::SignedOut => 401,
            Self::NotYourRole(_) | Self::NotAdministrator | Self::NotRequester | Self::CrossSite => 403,
            Self::NotFound => 404,
            Self::OfCompanion(problem) if !matches!(**problem, Self::NotFound) => problem.status(),
            Self::OfCompanion(_)
            | Self::Changed
            | Self::ContactChanged { .. }
            | Self::Busy { .. }
            | Self::Debt { .. }
            | Self::AlreadyDecided
            | Self::TooManyBlocked
            | Self::Aborted(_) => 409,
            Self::Ended(StateName::Expired) | Self::CodeReplaced | Self::StaleLink => 410,
            Self::Ended(_) => 409,
            Self::WrongCredentials
            | Self::Invalid(_)
            | Self::NothingChanged
            | Self::WrongCode { .. }
            | Self::Malformed => 422,
            Self::CodeVoid | Self::TooMany { .. } => 429,
            Self::Internal(_) => 500,
            Self::Unreachable | Self::Contended { .. } | Self::Overloaded { .. } => 503,
        }
    }

    /// After how many seconds the same may be tried again, where that is known.
    #[must_use]
    pub const fn retry_after(&self) -> Option<i32> {
        match self {
            Self::TooMany { retry_after } | Self::Contended { retry_after } | Self::Overloaded { retry_after } => {
                Some(*retry_after)
            }
            _ => None,
        }
    }
}
