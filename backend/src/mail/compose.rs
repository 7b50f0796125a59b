//! From a row of the outbox to a mail: pure, without clock, randomness or database.

use std::fmt;

use countersign_domain::{Event, Timestamp};
use countersign_locales::{Language, Mail as Texts, Ui};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    about::About,
    account::{self, ACCOUNT_DISABLED, EMAIL_CONFIRM},
    content::Content,
    ended, inert,
    layout::{self, Frame},
    owner::{self, OWNER_CHANGED},
    renewal::{self, RENEWAL},
    running, sign_up,
};
use crate::{
    Settings,
    store::{Account, MailRow, RequestFacts},
};

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

/// What every mail is made from.
pub(super) struct Scene<'a> {
    pub row: &'a MailRow,
    pub me: &'a Account,
    pub settings: &'a Settings,
}

/// Writes the mail of an outbox row in its recipient's language. `None` when the row lacks what its mail needs: the event is
/// unknown, or the request or the code is missing.
#[must_use]
pub fn compose(
    row: &MailRow,
    recipient: &Account,
    request: Option<&RequestFacts>,
    settings: &Settings,
) -> Option<Mail> {
    let scene = Scene { row, me: recipient, settings };
    let content = match Event::from_name(&row.event) {
        Some(event @ (Event::Asked | Event::Resent | Event::Reminder)) => {
            running::content(event, &scene, &About::new(request?, &scene))?
        }
        Some(event) => ended::content(event, &scene, &About::new(request?, &scene))?,
        None => match row.event.as_str() {
            OWNER_CHANGED => owner::content(&scene)?,
            RENEWAL => renewal::content(&scene)?,
            _ => account::content(&scene)?,
        },
    };
    let frame = Frame {
        language: recipient.language,
        name: scene.name(),
        // Anyone may have these mails sent.
        customer: (![sign_up::KNOWN, ACCOUNT_DISABLED].contains(&&*row.event) && scene.is_to_account())
            .then_some(&recipient.id),
        settings,
    };
    finish(row, row.address.as_deref().unwrap_or(recipient.email.as_str()), content, frame)
}

/// Writes the mail of an outbox row to an address without an account. `None` when the row lacks what its mail needs.
#[must_use]
pub fn compose_for_address(row: &MailRow, settings: &Settings) -> Option<Mail> {
    let language = Language::from_code(row.language.as_deref()?)?;
    let content = sign_up::confirm(row, language, settings)?;
    finish(row, row.address.as_deref()?, content, Frame { language, name: None, customer: None, settings })
}

pub(super) fn finish(row: &MailRow, address: &str, content: Content, frame: Frame<'_>) -> Option<Mail> {
    let (text, html) = layout::render(&content, &frame)?;
    Some(Mail {
        id: row.id,
        message_id: format!("<{}@{}>", row.id, frame.settings.base_url.host_str().unwrap_or("localhost")),
        to_address: address.to_owned(),
        to_name: frame.name,
        language: frame.language,
        subject: content.subject,
        text,
        html,
        date: Timestamp(row.created_at),
    })
}

impl Scene<'_> {
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
        (self.row.event != EMAIL_CONFIRM && self.is_to_account()).then(|| inert::line(self.me.name.as_str()))
    }

    /// Whether it goes to the account that the row names. An owner's address may be nobody's.
    pub(super) fn is_to_account(&self) -> bool {
        self.row.event != OWNER_CHANGED || self.row.address.as_deref() == Some(self.me.email.as_str())
    }
}
