//! What ends a command with an error.

/// One line for the operator.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;
