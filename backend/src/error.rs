//! What a use case may answer instead of its result.

use countersign_domain::{Problem, Wrong};
use uuid::Uuid;

use crate::contention::{CONTENDED, is_contention};

/// A problem that a person may be told, or a failure inside that is logged and never shown.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Told as it is.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// Anything else that must not happen.
    #[error("{0}")]
    Internal(String),
}

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Somebody else holds the database.
    pub(crate) const BUSY: Self = Self::Problem(CONTENDED);

    /// What is told when somebody else was in the way: nothing was done, and it may be tried again.
    #[must_use]
    pub fn contention(&self) -> Option<Problem> {
        match self {
            Self::Problem(problem @ Problem::Contended { .. }) => Some(problem.clone()),
            Self::Database(error) if is_contention(error) => Some(CONTENDED),
            _ => None,
        }
    }

    /// What the client is told. A failure inside is logged here, once, under the id that the client gets.
    #[must_use]
    pub fn for_client(self) -> Problem {
        if let Some(problem) = self.contention() {
            tracing::warn!(error = %self, "somebody else was in the way");
            return problem;
        }
        match self {
            Self::Problem(problem) => problem,
            failure => {
                let id = Uuid::from_bytes(crate::ambient::random()).simple().to_string()[..12].to_owned();
                tracing::error!(%id, error = %failure, "internal error");
                Problem::Internal(id)
            }
        }
    }
}

/// A stored value that no longer parses.
impl From<Wrong> for Error {
    fn from(wrong: Wrong) -> Self {
        Self::Internal(format!("a stored value {wrong}"))
    }
}
