//! A mail as it is handed over, and what may become of a row instead.

use std::fmt;

use countersign_domain::Timestamp;
use countersign_locales::Language;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A mail, ready to be sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The key of its row in the outbox.
    pub id: Uuid,
    /// Its Message-ID, the same each time that it is sent.
    pub message_id: String,
    /// Where it goes.
    pub to_address: String,
    /// To whom, where the address is known to be theirs.
    pub to_name: Option<String>,
    /// The language that it is written in.
    pub language: Language,
    /// Its subject: service and act, never a code.
    pub subject: String,
    /// It as plain text.
    pub text: String,
    /// It as a page.
    pub html: String,
    /// When it was owed.
    pub date: Timestamp,
}

/// Shows neither address nor text.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail")
            .field("message_id", &self.message_id)
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}
