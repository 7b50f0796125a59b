//! Why a mail was not handed over, as the outbox keeps it.

/// Why a mail was not handed over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Failure {
    /// What follows from it.
    pub kind: FailureKind,
    /// What is known, without any address.
    pub reason: String,
}

/// What follows from a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The mail server or the session with it failed: no mail would have gone.
    Server,
    /// The mail server or this mail: shown by whether another mail goes.
    Unclear,
    /// The recipient is refused for now.
    Deferred,
    /// The recipient is refused for good.
    Refused,
    /// No message can be made of the mail's row.
    Unsendable,
}

impl FailureKind {
    /// Its name in the database and for operators.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::Unclear => "unclear",
            Self::Deferred => "deferred",
            Self::Refused => "refused",
            Self::Unsendable => "unsendable",
        }
    }
}
