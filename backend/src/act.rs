//! What an operator or the system does, as the operator log keeps it.

/// An act of an operator or of the system.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    /// `operator` or `system`.
    pub(crate) kind: &'static str,
    /// The operator's name, or that of the job.
    pub(crate) who: String,
    /// What is done, as the command line names it: `account rename`.
    pub(crate) act: &'static str,
    /// What it is done to: a customer ID, a number, a key, a name.
    pub(crate) subject: String,
    /// The customer whose things it concerns.
    pub(crate) customer: Option<String>,
    /// Why.
    pub(crate) reason: String,
    /// From where.
    pub(crate) origin: String,
}
