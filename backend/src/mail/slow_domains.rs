//! Recipient domains for which the mail server was slow to answer lately.
//!
//! Many mail servers ask the recipient's own server before they accept a recipient. Whoever runs that server can make each of these
//! answers slow. Mails to such a domain therefore go through a queue of their own, and delay no other mails.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// A mail that takes longer than this makes its recipient's domain a slow one.
const SLOW: Duration = Duration::from_secs(2);
/// How long a domain stays slow if no mail to it has been quick since.
const REMEMBERED_FOR: Duration = Duration::from_secs(15 * 60);
/// The most domains that are remembered.
const CAPACITY: usize = 10_000;

/// The slow domains, and until when each is taken for one. Each process learns them by itself.
#[derive(Clone, Debug, Default)]
pub(super) struct SlowDomains(Arc<Mutex<HashMap<String, Instant>>>);

impl SlowDomains {
    /// Whether mails to this address are slow at `now`.
    pub(super) fn contain(&self, address: &str, now: Instant) -> bool {
        let domains = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        domains.get(domain_of(address)).is_some_and(|until| now < *until)
    }

    /// Notes how long a mail to this address took; returns whether that was slow.
    pub(super) fn learn(&self, address: &str, took: Duration, now: Instant) -> bool {
        let is_slow = took > SLOW;
        let mut domains = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if is_slow {
            if domains.len() >= CAPACITY {
                domains.retain(|_, until| now < *until);
            }
            if domains.len() < CAPACITY {
                domains.insert(domain_of(address).to_owned(), now + REMEMBERED_FOR);
            }
        } else {
            domains.remove(domain_of(address));
        }
        is_slow
    }
}

fn domain_of(address: &str) -> &str {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_slow_until_a_mail_is_quick_or_it_is_forgotten() {
        let (domains, now) = (SlowDomains::default(), Instant::now());
        assert!(!domains.learn("a@quick.example", Duration::from_secs(1), now));
        assert!(domains.learn("a@slow.example", Duration::from_secs(6), now));
        assert!(domains.learn("a@late.example", Duration::from_secs(6), now));
        let addresses = ["b@quick.example", "b@slow.example", "b@late.example"];
        assert_eq!(addresses.map(|address| domains.contain(address, now)), [false, true, true]);
        assert!(!domains.learn("b@slow.example", Duration::from_secs(1), now));
        assert!(!domains.contain("a@slow.example", now));
        assert!(!domains.contain("a@late.example", now + REMEMBERED_FOR));
    }

    #[test]
    fn memory_is_bounded() {
        let (domains, now) = (SlowDomains::default(), Instant::now());
        for number in 0..=CAPACITY {
            domains.learn(&format!("a@{number}.example"), Duration::from_secs(6), now);
        }
        assert_eq!(domains.0.lock().unwrap().len(), CAPACITY);
    }
}
