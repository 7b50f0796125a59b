//! What mails there are, and what each keeps in the outbox until it is sent. Use cases write it, and `mail` reads it.

use countersign_domain::{Category, DAY, Event, Handle, OwnerField, ServiceId, ServiceName, Timestamp, Token};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Milliseconds in which an invitation works.
pub(crate) const INVITED_FOR: i64 = 7 * DAY;

/// Declares the kinds of mails that are not about a request, each with its word in the database.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $word:literal,)+) => {
        /// What a mail tells.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum MailKind {
            /// Something happened to a request.
            Request(Event),
            $($(#[$doc])* $kind,)+
        }

        impl MailKind {
            /// Every kind that is not about a request.
            pub const ACCOUNT_KINDS: &'static [Self] = &[$(Self::$kind,)+];

            /// The word for it in the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::Request(event) => event.as_str(),
                    $(Self::$kind => $word,)+
                }
            }
        }
    };
}

kinds! {
    /// One mail that brings many, to a recipient of many unsolicited ones.
    Digest = "digest",
    /// To a new address of an account, with the code that confirms it.
    EmailConfirm = "emailConfirm",
    /// To the present address of an account: another one was given.
    EmailAnnounce = "emailAnnounce",
    /// The password was changed.
    PasswordChanged = "passwordChanged",
    /// With the code to choose a new password.
    PasswordReset = "passwordReset",
    /// The name or the organisation was changed.
    NameChanged = "nameChanged",
    /// The operator has created the account; with the code to choose its first password.
    Invite = "invite",
    /// To the owner of a disabled account, when someone gave its address to open an account or to choose a password.
    AccountDisabled = "accountDisabled",
    /// The account was created; tells its customer ID.
    Welcome = "welcome",
    /// To an address without an account, with the code that confirms it.
    SignUpConfirm = "signUpConfirm",
    /// To an account whose address was given again.
    SignUpKnown = "signUpKnown",
    /// To the former and the present address of a service's owner.
    OwnerChanged = "ownerChanged",
    /// To the billing contact, before a service ends.
    Renewal = "renewal",
}

impl MailKind {
    /// The kind of a word of the database. `None` for a word of another version.
    #[must_use]
    pub fn from_name(word: &str) -> Option<Self> {
        let of_account = Self::ACCOUNT_KINDS.iter().copied().find(|kind| kind.as_str() == word);
        of_account.or_else(|| Event::from_name(word).map(Self::Request))
    }

    /// Whether the mail brings a link with a code, which works for a time.
    #[must_use]
    pub const fn brings_link(self) -> bool {
        matches!(self, Self::EmailConfirm | Self::PasswordReset | Self::Invite | Self::SignUpConfirm)
    }

    /// Whether the mail tells of the end of a request.
    #[must_use]
    pub const fn tells_of_end(self) -> bool {
        matches!(self, Self::Request(event) if !asks(event))
    }

    /// Whether the mail asks its recipient to decide on a request.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(self, Self::Request(event) if asks(event))
    }
}

const fn asks(event: Event) -> bool {
    matches!(event, Event::Asked | Event::Resent | Event::Reminder)
}

/// What a mail tells, with what its row keeps for it until it is sent.
#[derive(Clone, Debug)]
pub enum MailContent {
    /// Something happened to a request. The code comes with [`Event::Asked`] and [`Event::Resent`].
    Request(Event, Option<Token>),
    /// See [`MailKind`], as for all that follow. The code is missing if the row is written for nobody.
    EmailConfirm(Token),
    /// With the new address, its middle hidden.
    EmailAnnounce(String),
    /// Without more.
    PasswordChanged,
    /// With the code, unless nobody gets the mail.
    PasswordReset(Option<Token>),
    /// Without more.
    NameChanged,
    /// With the code.
    Invite(Token),
    /// Without more.
    AccountDisabled,
    /// Without more.
    Welcome,
    /// With the code, unless nobody gets the mail.
    SignUpConfirm(Option<Token>),
    /// Without more.
    SignUpKnown,
    /// With what was edited.
    OwnerChanged(OwnerNews),
    /// With what ends.
    Renewal(RenewalNews),
}

/// What a mail to an owner tells.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnerNews {
    /// The service.
    pub service: ServiceName,
    /// Its kind.
    pub category: Category,
    /// The administrator.
    pub by: Handle,
    /// Whether no details were stored before.
    pub first: bool,
    /// Which details were changed.
    pub fields: Vec<OwnerField>,
}

/// What a mail about a renewal tells.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RenewalNews {
    /// The service's key.
    pub id: ServiceId,
    /// The service.
    pub service: ServiceName,
    /// Its kind.
    pub category: Category,
    /// When it ends.
    pub expires_at: Timestamp,
    /// Which of the notices it is: so many days before the end.
    pub days: i32,
    /// Whether the service has an unpaid invoice.
    pub unpaid: bool,
}

impl MailContent {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> MailKind {
        match self {
            Self::Request(event, _) => MailKind::Request(*event),
            Self::EmailConfirm(_) => MailKind::EmailConfirm,
            Self::EmailAnnounce(_) => MailKind::EmailAnnounce,
            Self::PasswordChanged => MailKind::PasswordChanged,
            Self::PasswordReset(_) => MailKind::PasswordReset,
            Self::NameChanged => MailKind::NameChanged,
            Self::Invite(_) => MailKind::Invite,
            Self::AccountDisabled => MailKind::AccountDisabled,
            Self::Welcome => MailKind::Welcome,
            Self::SignUpConfirm(_) => MailKind::SignUpConfirm,
            Self::SignUpKnown => MailKind::SignUpKnown,
            Self::OwnerChanged(_) => MailKind::OwnerChanged,
            Self::Renewal(_) => MailKind::Renewal,
        }
    }

    /// What its row keeps until it is sent.
    ///
    /// # Errors
    /// Never for the contents of this version: JSON can hold them all.
    pub(crate) fn payload(&self) -> serde_json::Result<Option<String>> {
        Ok(match self {
            Self::Request(_, code) | Self::PasswordReset(code) | Self::SignUpConfirm(code) => {
                code.as_ref().map(|code| code.reveal().to_owned())
            }
            Self::EmailConfirm(code) | Self::Invite(code) => Some(code.reveal().to_owned()),
            Self::EmailAnnounce(masked) => Some(masked.clone()),
            Self::OwnerChanged(news) => Some(serde_json::to_string(news)?),
            Self::Renewal(news) => Some(serde_json::to_string(news)?),
            Self::PasswordChanged | Self::NameChanged | Self::AccountDisabled | Self::Welcome | Self::SignUpKnown => {
                None
            }
        })
    }

    /// Reads what a row keeps. `None` for a word of another version, a digest (whose contents are other rows), and a row that lacks
    /// what its mail needs.
    #[must_use]
    pub fn read(kind: &str, payload: Option<&str>) -> Option<Self> {
        let code = || payload.and_then(|payload| Token::parse(payload).ok());
        Some(match MailKind::from_name(kind)? {
            MailKind::Request(event) => Self::Request(event, code()),
            MailKind::Digest => return None,
            MailKind::EmailConfirm => Self::EmailConfirm(code()?),
            MailKind::EmailAnnounce => Self::EmailAnnounce(payload?.to_owned()),
            MailKind::PasswordChanged => Self::PasswordChanged,
            MailKind::PasswordReset => Self::PasswordReset(code()),
            MailKind::NameChanged => Self::NameChanged,
            MailKind::Invite => Self::Invite(code()?),
            MailKind::AccountDisabled => Self::AccountDisabled,
            MailKind::Welcome => Self::Welcome,
            MailKind::SignUpConfirm => Self::SignUpConfirm(code()),
            MailKind::SignUpKnown => Self::SignUpKnown,
            MailKind::OwnerChanged => Self::OwnerChanged(from_json(payload)?),
            MailKind::Renewal => Self::Renewal(from_json(payload)?),
        })
    }
}

fn from_json<T: DeserializeOwned>(payload: Option<&str>) -> Option<T> {
    serde_json::from_str(payload?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_word() {
        let events = Event::ALL.iter().map(|event| MailKind::Request(*event));
        for kind in MailKind::ACCOUNT_KINDS.iter().copied().chain(events) {
            assert_eq!(MailKind::from_name(kind.as_str()), Some(kind));
        }
        assert_eq!(MailKind::from_name("passwordreset"), None);
    }
}
