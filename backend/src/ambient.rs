//! The one place that reads the clock and the system's random numbers.
#![allow(clippy::disallowed_methods)]

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use countersign_domain::{TOKEN_LENGTH, Timestamp, Token};
use uuid::Uuid;

/// Where the time comes from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// The system's clock, moved by the milliseconds that this file holds. For browser tests.
    Shifted(PathBuf),
    /// A clock that stands still until a test moves it. Unix milliseconds.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system_now(),
            Self::Shifted(file) => {
                let shift = std::fs::read_to_string(file).ok().and_then(|ms| ms.trim().parse().ok());
                system_now().plus(shift.unwrap_or(0))
            }
            Self::Manual(ms) => Timestamp(ms.load(Ordering::SeqCst)),
        }
    }
}

fn system_now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Random bytes from the system.
///
/// # Panics
/// When the system has none to give: nothing secret can be made then, and nothing should go on.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Err(error) = getrandom::fill(&mut bytes) {
        panic!("the system gives no random numbers: {error}");
    }
    bytes
}

/// A new validation code.
#[must_use]
pub fn new_token() -> Token {
    Token::from_random(random::<TOKEN_LENGTH>())
}

/// A new id that sorts by `now`, and after those that this process has made before: things that are stored together keep
/// their order (RFC 9562, 6.2, method 1).
#[must_use]
pub fn new_id(now: Timestamp) -> Uuid {
    /// Milliseconds, and a count of twelve bits within each.
    static LAST: AtomicU64 = AtomicU64::new(0);
    let first = u64::try_from(now.0).unwrap_or(0) << 12;
    let next = |last: u64| first.max(last + 1);
    let last = LAST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(next(last)));
    let stamp = next(last.unwrap_or_else(|last| last));
    let mut bytes = random::<10>();
    bytes[..2].copy_from_slice(&((stamp & 0xfff) as u16).to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(stamp >> 12, &bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// That one of 32 symbols is absent from a place in 2,000 codes happens once in 10^24 runs.
    #[test]
    fn codes_are_random_in_every_place() {
        let codes: BTreeSet<String> = (0..2000).map(|_| new_token().reveal().to_owned()).collect();
        assert_eq!(codes.len(), 2000);
        for place in 0..TOKEN_LENGTH {
            let symbols: BTreeSet<u8> = codes.iter().map(|code| code.as_bytes()[place]).collect();
            assert_eq!(symbols.len(), 32, "place {place}");
        }
    }

    #[test]
    fn ids_keep_the_order_in_which_they_were_made() {
        let ids: Vec<_> = [5_000, 5_000, 5_000, 4_000, 6_000].map(|ms| new_id(Timestamp(ms))).into();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }
}
