//! What every mail to an account is made from.

use countersign_domain::Timestamp;
use countersign_locales::{Mail as Texts, Ui};

use super::sanitize;
use crate::{
    Settings,
    mail_kind::MailKind,
    store::{Account, MailRow},
};

/// What every mail is made from.
#[derive(Clone, Copy)]
pub(super) struct MailContext<'a> {
    pub row: &'a MailRow,
    pub me: &'a Account,
    pub settings: &'a Settings,
}

impl MailContext<'_> {
    /// The texts of the reader's language.
    pub(super) fn texts(&self) -> Texts {
        Texts::of(self.me.language)
    }

    /// A time in words.
    pub(super) fn date_time(&self, at: Timestamp) -> String {
        Ui::of(self.me.language).date_time(at.0)
    }

    /// The reader's name; `None` where the address is not yet known to be the account's: a stranger is not told it.
    pub(super) fn name(&self) -> Option<String> {
        (self.row.event != MailKind::EmailConfirm.as_str() && self.is_to_account())
            .then(|| sanitize::line(self.me.name.as_str()))
    }

    /// Whether it goes to the account that the row names. An owner's address may be nobody's.
    pub(super) fn is_to_account(&self) -> bool {
        self.row.event != MailKind::OwnerChanged.as_str() || self.row.address.as_deref() == Some(self.me.email.as_str())
    }
}
