//! How many wrong passwords one network may type for one account, and how many all networks together.
//!
//! No account is locked. A network that has used up its tries waits. When very many wrong passwords come, each network has fewer
//! tries. A browser in which the account has signed in has tries of its own, whatever strangers do. Accounts that do not exist
//! are counted in the same way, so that nobody learns which accounts exist.
//!
//! A try is counted before its password is compared. So many tries at the same moment cannot exceed the limit.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use countersign_app::Proof;

use super::limits::SITE;
use crate::network::network;

/// How long a wrong password counts.
const COUNTS_FOR: Duration = Duration::from_secs(3600);
/// Strangers are slowed after this many times the wrong passwords of one network.
const SLOWED_AFTER: usize = 3;
/// Tries of each network within an hour while strangers are slowed.
const SLOWED: usize = 3;
/// The most counts that are kept, so that nobody can fill the memory.
const CAPACITY: usize = 50_000;
/// How often the table drops counts that are over.
const CLEAN_EVERY: Duration = Duration::from_secs(60);

/// Who tries a password.
#[derive(Clone, Debug)]
pub(in crate::http) enum Source {
    /// Somebody at an address. No limit of addresses applies if the address is not known.
    Network(Option<IpAddr>),
    /// A browser in which the account has signed in, by its key.
    Browser(String),
}

/// Whose tries of an account are counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Who {
    Network(IpAddr),
    Site(Ipv6Addr),
    Browser(String),
    Strangers,
}

/// An account, by the name that all its logins share, and who tries.
type Key = (String, Who);

/// A try whose password is being compared.
#[derive(Debug)]
pub(in crate::http) struct Attempt {
    keys: Vec<Key>,
    at: Instant,
}

/// How a try begins.
#[derive(Debug)]
pub(in crate::http) struct Begun {
    /// The try, or in how many seconds one is possible.
    pub(in crate::http) attempt: Result<Attempt, i32>,
    /// Whether the security log is to say that the account's strangers are slowed.
    pub(in crate::http) starts_slowing: bool,
}

/// The counts of this process.
#[derive(Debug)]
pub(in crate::http) struct WrongPasswords {
    per_hour: usize,
    table: Mutex<Table>,
}

impl WrongPasswords {
    pub(in crate::http) fn new(per_hour: u32) -> Self {
        let per_hour = usize::try_from(per_hour).unwrap_or(usize::MAX).max(1);
        Self { per_hour, table: Mutex::default() }
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a try, if one more is allowed.
    pub(in crate::http) fn begin(&self, account: &str, source: Source, now: Instant) -> Begun {
        let mut table = self.lock();
        table.clean(now);
        let key = |who| (account.to_owned(), who);
        let slowed_after = self.per_hour.saturating_mul(SLOWED_AFTER);
        let is_slowed = table.count(&key(Who::Strangers), now) >= slowed_after;
        let most = if is_slowed { self.per_hour.min(SLOWED) } else { self.per_hour };
        let mut starts_slowing = false;
        let limits = match source {
            Source::Browser(id) => vec![(key(Who::Browser(id)), self.per_hour)],
            Source::Network(address) => {
                starts_slowing = is_slowed && table.should_log(&key(Who::Strangers), now);
                let mut limits = vec![(key(Who::Strangers), usize::MAX)];
                limits.extend(address.map(|address| (key(Who::Network(network(address, 64))), most)));
                if let Some(IpAddr::V6(site)) = address.map(|address| network(address, 48)) {
                    limits.push((key(Who::Site(site)), most.saturating_mul(SITE as usize)));
                }
                limits
            }
        };
        if let Some(wait) = limits.iter().filter_map(|(key, most)| table.wait(key, *most, now)).max() {
            return Begun { attempt: Err(wait), starts_slowing };
        }
        let keys: Vec<Key> = limits.into_iter().map(|(key, _)| key).collect();
        for key in &keys {
            table.add(key, slowed_after.max(most.saturating_mul(SITE as usize)), now);
        }
        Begun { attempt: Ok(Attempt { keys, at: now }), starts_slowing }
    }

    /// Ends a try. A right password forgets what was counted for whoever typed it. Where none was compared, none counts.
    pub(in crate::http) fn end(&self, attempt: Attempt, proof: Option<&Proof>) {
        let is_right = match proof {
            Some(Proof::Rejected) => return,
            Some(Proof::Accepted { .. }) => true,
            None => false,
        };
        let mut table = self.lock();
        for key in attempt.keys {
            if is_right && key.1 != Who::Strangers {
                table.counts.remove(&key);
            } else {
                table.take_back(&key, attempt.at);
            }
        }
    }
}

/// When wrong passwords were typed, the oldest first.
#[derive(Debug, Default)]
struct Count {
    times: Vec<Instant>,
    /// When the security log last mentioned them.
    logged_at: Option<Instant>,
}

/// All counts. Those of the last hour alone matter.
#[derive(Debug, Default)]
struct Table {
    counts: HashMap<Key, Count>,
    cleaned: Option<Instant>,
}

fn is_recent(at: Instant, now: Instant) -> bool {
    now.saturating_duration_since(at) < COUNTS_FOR
}

impl Table {
    /// The times that still count.
    fn recent(&self, key: &Key, now: Instant) -> &[Instant] {
        let times = self.counts.get(key).map_or(&[][..], |count| &count.times);
        &times[times.partition_point(|at| !is_recent(*at, now))..]
    }

    fn count(&self, key: &Key, now: Instant) -> usize {
        self.recent(key, now).len()
    }

    /// In how many seconds there may be another, if that is not now.
    fn wait(&self, key: &Key, most: usize, now: Instant) -> Option<i32> {
        let times = self.recent(key, now);
        // When this one no longer counts, fewer than `most` are left.
        let first = times.get(times.len().checked_sub(most)?)?;
        let over_in = COUNTS_FOR.saturating_sub(now.saturating_duration_since(*first)).as_secs() + 1;
        Some(i32::try_from(over_in).unwrap_or(i32::MAX))
    }

    /// Adds one more, and keeps the last `kept`.
    fn add(&mut self, key: &Key, kept: usize, now: Instant) {
        if self.counts.len() >= CAPACITY {
            self.make_room(now);
        }
        let times = &mut self.counts.entry(key.clone()).or_default().times;
        times.push(now);
        // Two that began at once may have come in the other order.
        times.sort_unstable();
        let over = times.partition_point(|at| !is_recent(*at, now)).max(times.len().saturating_sub(kept));
        times.drain(..over);
    }

    fn take_back(&mut self, key: &Key, at: Instant) {
        let Some(count) = self.counts.get_mut(key) else { return };
        if let Some(place) = count.times.iter().rposition(|known| *known == at) {
            count.times.remove(place);
        }
        if count.times.is_empty() && count.logged_at.is_none() {
            self.counts.remove(key);
        }
    }

    /// Whether the security log is to mention this count now: it does so once an hour.
    fn should_log(&mut self, key: &Key, now: Instant) -> bool {
        let Some(count) = self.counts.get_mut(key) else { return false };
        let is_due = count.logged_at.is_none_or(|at| !is_recent(at, now));
        if is_due {
            count.logged_at = Some(now);
        }
        is_due
    }

    fn clean(&mut self, now: Instant) {
        if self.cleaned.is_some_and(|cleaned| now.saturating_duration_since(cleaned) < CLEAN_EVERY) {
            return;
        }
        self.cleaned = Some(now);
        self.forget(now, 0);
    }

    /// Forgets counts that are over, and those of at most `few` tries.
    fn forget(&mut self, now: Instant, few: usize) {
        self.counts.retain(|_, count| {
            let is_over = count.times.last().is_none_or(|at| !is_recent(*at, now));
            !is_over && count.times.len() > few
        });
    }

    /// Forgets the smallest counts until a tenth of the table is free. An attacker who wants a count of three forgotten must fill
    /// the table with counts of three, and have as many passwords compared.
    fn make_room(&mut self, now: Instant) {
        for few in 0.. {
            self.forget(now, few);
            if self.counts.len() <= CAPACITY - CAPACITY / 10 {
                return;
            }
        }
    }
}

#[cfg(test)]
#[path = "wrong_passwords/tests.rs"]
mod tests;
