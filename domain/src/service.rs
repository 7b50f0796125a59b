//! What customers buy.

use std::fmt;

use serde::{Deserialize, Serialize};

use uuid::Uuid;

use crate::{
    field::Wrong,
    string_enum::string_enum,
    text::{composed, is_forging, is_unseen, parsed_text},
};

/// The key of a service.
pub type ServiceId = Uuid;

/// The name of a service as the customer knows it: `example.org`, `vps-1a2b3c4d.vps.example.net`, a telephone number…
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServiceName(String);

impl ServiceName {
    /// Parses 1 to 200 printable characters on one line, by the rule of all texts: composed, without characters that nobody sees.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`], or [`Wrong::Format`] for control and direction-changing characters.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let name = composed(input);
        match name.chars().count() {
            0 => Err(Wrong::Empty),
            201.. => Err(Wrong::TooLong),
            _ if name.chars().any(is_forging) => Err(Wrong::Format),
            _ => Ok(Self(name)),
        }
    }
}
parsed_text!(@ServiceName);

/// Reads back what the database and the wire hold. A name that was stored before the rule of [`ServiceName::parse`] stays readable:
/// what it forbids is shown as the replacement character, so that the name neither forges its surroundings nor looks like another.
impl TryFrom<String> for ServiceName {
    type Error = Wrong;
    fn try_from(value: String) -> Result<Self, Wrong> {
        if value.is_empty() {
            return Err(Wrong::Empty);
        }
        let forbidden = |c: char| is_forging(c) || is_unseen(c);
        Ok(Self(if value.contains(forbidden) { value.replace(forbidden, "\u{fffd}") } else { value }))
    }
}

/// The number of an invoice, as the operator's accounts have it: `FR-2041`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceNumber(String);

impl InvoiceNumber {
    /// Parses 1 to 100 printable characters on one line, by the rule of all texts.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`], or [`Wrong::Format`] for control and direction-changing characters.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let number = composed(input);
        match number.chars().count() {
            0 => Err(Wrong::Empty),
            101.. => Err(Wrong::TooLong),
            _ if number.chars().any(is_forging) => Err(Wrong::Format),
            _ => Ok(Self(number)),
        }
    }
}
parsed_text!(@InvoiceNumber);

string_enum! {
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

string_enum! {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_follow_the_rule_of_all_texts() {
        fn both(typed: &str) -> [Result<String, Wrong>; 2] {
            [ServiceName::parse(typed).map(String::from), InvoiceNumber::parse(typed).map(String::from)]
        }
        for typed in ["exam\u{202e}ple.org", "a\u{2066}b", "a\u{200f}b", "a\r\nBcc: b", "a\tb", "a\u{2028}b"] {
            assert_eq!(both(typed), [Err(Wrong::Format), Err(Wrong::Format)], "{typed:?}");
        }
        for typed in
            [" café.example ", "cafe\u{301}.example", "ca\u{200b}fé.example", "c\u{200d}afé\u{ad}.example\u{feff}"]
        {
            assert_eq!(both(typed), [Ok("café.example".to_owned()), Ok("café.example".to_owned())], "{typed:?}");
        }
        assert_eq!(both("\u{200b} \u{2060}"), [Err(Wrong::Empty), Err(Wrong::Empty)]);
        assert_eq!(ServiceName::parse(&"x".repeat(201)), Err(Wrong::TooLong));
        assert_eq!(InvoiceNumber::parse(&"x".repeat(101)), Err(Wrong::TooLong));
    }

    #[test]
    fn a_stored_name_of_before_the_rule_is_read_and_forges_nothing() {
        let stored = |text: &str| ServiceName::try_from(text.to_owned()).map(String::from);
        assert_eq!(stored("exam\u{202e}gro.elp").as_deref(), Ok("exam\u{fffd}gro.elp"));
        assert_eq!(stored("exam\u{200b}ple.org").as_deref(), Ok("exam\u{fffd}ple.org"));
        assert_eq!(stored("example.org").as_deref(), Ok("example.org"));
    }
}
