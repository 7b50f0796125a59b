//! What is to become of a row of the outbox.

use super::rendered::Mail;

/// What is to become of a row.
pub(super) enum Prepared {
    /// It is sent.
    Ready(Box<Mail>),
    /// There is no such account, it is disabled and nothing fell with it, or it may not read what the mail tells.
    Nobody,
    /// It asks for what can no longer be done: its code is dead, its request has ended, or its recipient has decided.
    Outdated,
    /// No mail can be made of it.
    Unsendable(&'static str),
}
