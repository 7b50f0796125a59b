//! What a form has done, as the next page tells it.
//!
//! A server function names the notice in the address that it leads to (`?notice=`). The browser's script takes it from there; for a
//! plain form, the server keeps it in the session. No page reads it from its own address: a link cannot make a page tell anything.

use std::borrow::Cow;

use countersign_domain::{Handle, view::Decided};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// What a form has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// An account was opened. It has this customer ID.
    AccountCreated(Handle),
    /// Anything that needs no further detail.
    Done(Done),
}

macro_rules! done {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// What a form has done, where the kind says everything.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Done { $($(#[$doc])* $variant,)+ }

        impl Done {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

done! {
    /// Requests were registered.
    Registered = "registered",
    /// A request was accepted; others have yet to decide.
    Waiting = "waiting",
    /// A request was accepted by all; it waits for the one it is linked with.
    WaitingForLinked = "linked",
    /// A request was accepted by all, and the contacts have changed.
    Completed = "done",
    /// A request was refused.
    Refused = "refused",
    /// A request was cancelled.
    Cancelled = "cancelled",
    /// A new code was sent.
    Resent = "resent",
    /// A customer was blocked.
    Blocked = "blocked",
    /// A customer was unblocked.
    Unblocked = "unblocked",
    /// The owner of a service was edited.
    OwnerEdited = "owner",
    /// Name or organisation was changed.
    NameChanged = "name",
    /// A new e-mail address waits for its confirmation.
    EmailAsked = "email-asked",
    /// A new e-mail address was confirmed.
    EmailConfirmed = "email-confirmed",
    /// The password was changed in the profile.
    PasswordChanged = "password",
    /// A forgotten password was replaced.
    PasswordReset = "password-reset",
    /// The first password was chosen by an invitation.
    PasswordChosen = "password-chosen",
    /// A session was ended.
    SessionEnded = "session-ended",
    /// All other sessions were ended.
    SessionsEnded = "sessions-ended",
    /// The visitor signed out.
    SignedOut = "signed-out",
}

impl Notice {
    /// Its name in addresses and sessions.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AccountCreated(id) => id.as_str(),
            Self::Done(done) => done.as_str(),
        }
    }

    /// Reads a name. Customer IDs have digits, which no other name has.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match Done::ALL.iter().find(|done| done.as_str() == name) {
            Some(done) => Some(Self::Done(*done)),
            None => Handle::try_from(name.to_owned()).ok().map(Self::AccountCreated),
        }
    }

    /// Splits the address that a form's answer leads to into the page and the notice.
    #[must_use]
    pub fn split(location: &str) -> (&str, Option<Self>) {
        let (page, name) = split_name(location);
        (page, name.and_then(Self::parse))
    }
}

/// The same, with the name as it stands there.
pub(crate) fn split_name(location: &str) -> (&str, Option<&str>) {
    location.split_once("?notice=").map_or((location, None), |(page, name)| (page, Some(name)))
}

impl From<Done> for Notice {
    fn from(done: Done) -> Self {
        Self::Done(done)
    }
}

impl From<&Decided> for Done {
    fn from(decided: &Decided) -> Self {
        match decided {
            Decided::Waiting(_) => Self::Waiting,
            Decided::WaitingForLinked => Self::WaitingForLinked,
            Decided::Done => Self::Completed,
            Decided::Refused => Self::Refused,
        }
    }
}

impl Serialize for Notice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Notice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = <Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&name).ok_or_else(|| D::Error::custom("unknown notice"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_is_read_back_from_an_address() {
        let account = Handle::try_from("ez12345-ovh".to_owned()).unwrap();
        let all = Done::ALL.iter().copied().map(Notice::from).chain([Notice::AccountCreated(account)]);
        for notice in all {
            let location = format!("/profile?notice={}", notice.as_str());
            assert_eq!(Notice::split(&location), ("/profile", Some(notice)));
        }
        assert_eq!(Notice::split("/profile?notice=<b>"), ("/profile", None));
        assert_eq!(Notice::split("/profile"), ("/profile", None));
    }
}
