//! How often: sign-ins, new accounts and forgotten passwords, per client address; tries of the own password, per account.
//! Accounts are never locked by strangers. Wrong passwords at sign-in are counted in `wrong_passwords.rs`.

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
};

use countersign_domain::Handle;
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use super::client::Client;
use crate::network::network;

/// The form to sign in.
pub(in crate::http) const SIGN_IN: &str = "/api/sign-in";
/// The forms for new accounts and forgotten passwords.
const ACCOUNT_FORMS: [&str; 4] =
    ["/api/sign-up", "/api/confirm-sign-up", "/api/forgot-password", "/api/reset-password"];

/// The forms in which whoever is signed in types a password, or changes what mails the account.
const PASSWORD_FORMS: [&str; 4] =
    ["/api/change-email", "/api/change-password", "/api/choose-password", "/api/change-name"];
/// How many of them an account may send in an hour: whoever has come by somebody's session is not to try passwords with it, nor
/// to keep the processors busy.
const PASSWORD_FORMS_PER_HOUR: u32 = 20;

/// The limits of this process.
#[derive(Debug)]
pub(in crate::http) struct Limits {
    sign_in: PerAddress,
    account_forms: PerAddress,
    password_forms: DefaultKeyedRateLimiter<Handle>,
}

impl Limits {
    pub(in crate::http) fn new(sign_ins_per_minute: u32, account_forms_per_hour: u32) -> Self {
        let at_least_one = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        Self {
            sign_in: PerAddress::new(|times| {
                Quota::per_minute(at_least_one(sign_ins_per_minute.saturating_mul(times)))
            }),
            account_forms: PerAddress::new(|times| {
                Quota::per_hour(at_least_one(account_forms_per_hour.saturating_mul(times)))
            }),
            password_forms: RateLimiter::keyed(Quota::per_hour(at_least_one(PASSWORD_FORMS_PER_HOUR))),
        }
    }

    /// Counts a form that strangers may send, or that takes a password; the error says how many seconds to wait. Other forms are
    /// not counted.
    pub(in crate::http) fn count(&self, form: &str, client: &Client) -> Result<(), i32> {
        match (form, &client.account) {
            (SIGN_IN, _) => self.sign_in.count(client.address),
            (form, _) if ACCOUNT_FORMS.contains(&form) => self.account_forms.count(client.address),
            (form, Some(account)) if PASSWORD_FORMS.contains(&form) => count(&self.password_forms, account),
            _ => Ok(()),
        }
    }
}

/// A limit of each address. Of IPv6 that is a network of 64 bits, and above it one of 48: whoever has one of those, as a customer
/// of a provider may, has 65,536 of the others to choose from.
#[derive(Debug)]
struct PerAddress {
    own: DefaultKeyedRateLimiter<IpAddr>,
    site: DefaultKeyedRateLimiter<Ipv6Addr>,
}

/// How many times as much as one network of 64 bits all those of one of 48 bits may together.
pub(in crate::http) const SITE: u32 = 4;

impl PerAddress {
    /// `quota` is that of so many addresses together.
    fn new(quota: impl Fn(u32) -> Quota) -> Self {
        Self { own: RateLimiter::keyed(quota(1)), site: RateLimiter::keyed(quota(SITE)) }
    }

    /// Counts one more of an address, if it is known.
    fn count(&self, address: Option<IpAddr>) -> Result<(), i32> {
        let Some(address) = address else { return Ok(()) };
        count(&self.own, &network(address, 64))?;
        match network(address, 48) {
            IpAddr::V6(site) => count(&self.site, &site),
            IpAddr::V4(_) => Ok(()),
        }
    }
}

/// Counts one more.
fn count<K: Clone + Eq + Hash>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), i32> {
    // Those that have been quiet are forgotten, so that the table does not grow for ever.
    if limiter.len() > 10_000 {
        limiter.retain_recent();
    }
    limiter.check_key(key).map_err(|wait| {
        let seconds = wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        i32::try_from(seconds).unwrap_or(i32::MAX)
    })
}

/// Whether a form is one that strangers may send, so often and no oftener.
pub(in crate::http) fn is_limited(form: &str) -> bool {
    form == SIGN_IN || ACCOUNT_FORMS.contains(&form)
}

#[cfg(test)]
mod tests {
    use countersign_domain::Suffix;

    use super::*;

    fn from(address: &str, account: Option<&str>) -> Client {
        let account = account.map(|stem| Handle::parse(stem, &Suffix::default()).unwrap());
        Client { address: address.parse().ok(), account }
    }

    #[test]
    fn an_ipv6_client_is_its_network() {
        let limits = Limits::new(2, 2);
        for form in [SIGN_IN, "/api/sign-up"] {
            let count = |address| limits.count(form, &from(address, None)).is_ok();
            assert!(count("2001:db8:0:1::1") && count("2001:db8:0:1:ffff:ffff:ffff:ffff"), "{form}");
            assert!(!count("2001:db8:0:1:8000::2"), "{form}");
            assert!(count("2001:db8:0:2::1"), "{form}: another network");
            // Of IPv4, each address is someone's own.
            assert!(count("203.0.113.1") && count("203.0.113.1") && !count("203.0.113.1"), "{form}");
            assert!(count("203.0.113.2"), "{form}");
        }
    }

    #[test]
    fn the_networks_of_one_site_count_together() {
        let limits = Limits::new(2, 2);
        for form in [SIGN_IN, "/api/sign-up"] {
            let count = |n: u32| limits.count(form, &from(&format!("2001:db8:7:{n:x}::1"), None)).is_ok();
            assert_eq!((0..60).filter(|n| count(*n)).count(), 8, "{form}");
            assert!(limits.count(form, &from("2001:db8:8::1", None)).is_ok(), "{form}: another site");
        }
    }

    #[test]
    fn whoever_cannot_be_told_from_others_shares_no_limit_with_them() {
        let limits = Limits::new(1, 1);
        let nobody = Client { address: None, account: None };
        assert!((0..100).all(|_| limits.count(SIGN_IN, &nobody).is_ok()));
    }

    #[test]
    fn tries_of_the_own_password_count_for_the_account() {
        let limits = Limits::new(1, 1);
        let count = |n: u32, account| {
            let form = PASSWORD_FORMS[n as usize % PASSWORD_FORMS.len()];
            limits.count(form, &from(&format!("203.0.113.{n}"), account))
        };
        assert!((0..20).all(|n| count(n, Some("aa1")).is_ok()));
        let wait = count(20, Some("aa1")).unwrap_err();
        assert!((1..=3600).contains(&wait), "{wait}");
        assert!(count(20, Some("bb2")).is_ok());
        // Who is not signed in tries nothing, and takes nothing from anyone.
        assert!((0..100).all(|n| count(n, None).is_ok()));
        // Nor does whoever is signed in at an address take its sign-ins away.
        assert!(limits.count(SIGN_IN, &from("203.0.113.1", Some("aa1"))).is_ok());
    }
}
