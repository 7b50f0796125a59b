//! What customers buy.

use std::fmt;

use serde::{Deserialize, Serialize};

use uuid::Uuid;

use crate::{Wrong, text::parsed_text};

/// The key of a service.
pub type ServiceId = Uuid;

/// The name of a service as the customer knows it: `example.org`, `vps-1a2b3c4d.vps.example.net`, a telephone number…
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServiceName(String);

impl ServiceName {
    /// Parses 1 to 200 printable characters on one line.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`] or [`Wrong::Format`].
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let name = input.trim();
        match name.chars().count() {
            0 => Err(Wrong::Empty),
            201.. => Err(Wrong::TooLong),
            _ if name.chars().any(char::is_control) => Err(Wrong::Format),
            _ => Ok(Self(name.to_owned())),
        }
    }
}
parsed_text!(ServiceName);

/// Declares an enum whose variants have one spelling, the same in code, database, API and address.
macro_rules! spelt {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $spelling:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        // Through the one list of spellings: a derived reader for each enum would be many times larger in the browser.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::from_name(&name).ok_or_else(|| serde::de::Error::custom("unknown name"))
            }
        }

        impl $name {
            /// Every value, in the order of presentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The one spelling.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $spelling,)+ }
            }

            /// Reads the one spelling back.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.as_str() == name)
            }
        }
    };
}
pub(crate) use spelt;

spelt! {
    /// The kind of a service.
    Category {
        /// A domain name.
        Domain = "domain",
        /// The DNS zone of a domain name.
        DnsZone = "dnsZone",
        /// Web hosting.
        Hosting = "hosting",
        /// A database.
        Database = "database",
        /// A virtual private server.
        Vps = "vps",
        /// A dedicated server.
        DedicatedServer = "dedicatedServer",
        /// A public cloud project.
        PublicCloud = "publicCloud",
        /// An e-mail service.
        Email = "email",
        /// A telephone line.
        Telephony = "telephony",
        /// Internet access.
        InternetAccess = "internetAccess",
    }
}

spelt! {
    /// How a service stands, spelt as in the field's API.
    Status {
        /// In order.
        Ok = "ok",
        /// Being delivered.
        InCreation = "inCreation",
        /// Its time has run out.
        Expired = "expired",
        /// A payment is pending.
        PendingDebt = "pendingDebt",
        /// Not paid for.
        UnPaid = "unPaid",
    }
}

impl Category {
    /// The category of the same name that is offered to change together with this one.
    #[must_use]
    pub const fn companion(self) -> Option<Self> {
        match self {
            Self::Domain => Some(Self::DnsZone),
            Self::DnsZone => Some(Self::Domain),
            _ => None,
        }
    }

    /// Whether such a service has an owner: a legal holder, apart from its three contacts.
    #[must_use]
    pub const fn has_owner(self) -> bool {
        matches!(self, Self::Domain)
    }
}
