//! What whoever watches over accounts wants to know: lines of the log with the target `security`. Each says what happened, to which
//! customer ID, and from which network. What was typed is never in it: a password may have been typed in the wrong field.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use countersign_domain::Handle;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecurityEvent {
    /// An account signed in.
    SignedIn,
    /// Somebody did not get in; the account is the one that was named, if there is one.
    SignInRefused,
    /// So many wrong passwords were typed for an account that networks which are not known to it have fewer tries.
    SignInsSlowed,
    /// An account signed out.
    SignedOut,
    /// An account changed its password.
    PasswordChanged,
    /// A new password was chosen by a mail's link.
    PasswordReset,
    /// An account's e-mail address was changed.
    EmailChanged,
    /// An account blocked another customer.
    CustomerBlocked,
    /// An account unblocked a customer.
    CustomerUnblocked,
    /// An account asked for what it has no right to, or what is not there for it.
    RightRefused,
}

impl SecurityEvent {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::SignInRefused => "sign-in-refused",
            Self::SignInsSlowed => "sign-ins-slowed",
            Self::SignedOut => "signed-out",
            Self::PasswordChanged => "password-changed",
            Self::PasswordReset => "password-reset",
            Self::EmailChanged => "email-changed",
            Self::CustomerBlocked => "customer-blocked",
            Self::CustomerUnblocked => "customer-unblocked",
            Self::RightRefused => "right-refused",
        }
    }

    /// Writes the line. `path` is the address that was asked for, without anything secret in it.
    pub fn log(self, account: Option<&Handle>, from: Network, path: Option<&str>) {
        let (event, account) = (self.as_str(), account.map(tracing::field::display));
        tracing::info!(target: "security", event, account, %from, path);
    }
}

/// Where a request came from, as logs may hold it: enough to see a pattern by, too little to tell a person by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network(Option<IpAddr>);

impl Network {
    /// The network of an address: of IPv4, 24 bits; of IPv6, 48.
    #[must_use]
    pub fn of(address: Option<IpAddr>) -> Self {
        Self(address.map(|address| match address.to_canonical() {
            IpAddr::V4(address) => Ipv4Addr::from_bits(address.to_bits() & (u32::MAX << 8)).into(),
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 80)).into(),
        }))
    }
}

impl std::fmt::Display for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(network) => write!(f, "{network}/{}", if network.is_ipv4() { 24 } else { 48 }),
            None => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn a_network_is_no_address() {
        for (address, network) in [
            ("203.0.113.77", "203.0.113.0/24"),
            ("::ffff:203.0.113.77", "203.0.113.0/24"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
            ("::1", "::/48"),
        ] {
            assert_eq!(Network::of(address.parse().ok()).to_string(), network);
        }
    }
}
