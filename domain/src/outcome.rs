//! What an act on a request leads to.

use serde::{Deserialize, Serialize};

use crate::handle::Handle;

/// What an act on a request led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decided {
    /// Accepted; these have yet to decide.
    Waiting(Vec<Handle>),
    /// Accepted by all; waits for the requests that it stands together with.
    WaitingForLinked,
    /// Accepted by all, and done.
    Done,
    /// Refused.
    Refused,
}
