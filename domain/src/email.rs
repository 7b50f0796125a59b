//! E-mail addresses, as strict as HTML's own e-mail field.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Wrong, text::parsed_text};

/// An e-mail address, in lower case: two accounts never differ by the case of an address alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Parses an address by the rule of HTML's e-mail field, with a dot in the domain and RFC 5321's lengths.
    ///
    /// # Errors
    /// [`Wrong::Empty`], [`Wrong::TooLong`] or [`Wrong::Format`].
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let address = input.trim().to_ascii_lowercase();
        if address.is_empty() {
            return Err(Wrong::Empty);
        }
        if address.len() > 254 {
            return Err(Wrong::TooLong);
        }
        match address.rsplit_once('@') {
            Some((local, domain)) if is_local(local) && is_domain(domain) => Ok(Self(address)),
            _ => Err(Wrong::Format),
        }
    }

    /// The address with the middle of its local part hidden, for pages and logs: `m•••@example.org`.
    #[must_use]
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or(("", &self.0));
        let first = local.chars().next().unwrap_or('•');
        format!("{first}•••@{domain}")
    }
}
parsed_text!(EmailAddress);

fn is_local(local: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    !local.is_empty()
        && local.len() <= 64
        && local.bytes().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["marie@example.org", " M.D+x@Mail.Example.org ", "o'brien@example.ie"] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "marie",
            "@example.org",
            "a@b",
            "a b@example.org",
            "a@example.org\r\nBcc: b@c.de",
            "a@-x.org",
            "a..b@example.org",
            "a@b@",
        ] {
            assert_eq!(EmailAddress::parse(bad), Err(Wrong::Format), "{bad:?}");
        }
        assert_eq!(EmailAddress::parse(&format!("{}@example.org", "x".repeat(250))), Err(Wrong::TooLong));
    }

    #[test]
    fn masked_shows_enough_to_recognise() {
        let masked = EmailAddress::parse("marie.dubois@example.org").map(|a| a.masked());
        assert_eq!(masked.as_deref(), Ok("m•••@example.org"));
    }
}
