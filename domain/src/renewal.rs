//! Telling the billing contact that a service runs out: when, and each time once.

use std::fmt;

use crate::{DAY, Timestamp, Wrong};

/// How many days before the end of a service its billing contact is told, farthest first.
#[derive(Clone, PartialEq, Eq)]
pub struct RenewalDays(Vec<i32>);

/// A notice that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRenewal {
    /// The days of which it is the notice: of those reached, the ones nearest to the end.
    pub days: i32,
    /// Days that were reached as well, and need no notice of their own any more.
    pub passed: Vec<i32>,
}

impl RenewalDays {
    /// The most days before the end.
    pub const MAX: i32 = 365;
    /// Stands for the last notice of a service that has had none: farther from the end than any notice.
    pub const NO_NOTICE: i32 = Self::MAX + 1;

    /// Parses days from 1 to 365, parted by commas, in any order. Nothing at all: nobody is told.
    ///
    /// # Errors
    /// [`Wrong::Format`] for anything else.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let mut days = Vec::new();
        if !input.trim().is_empty() {
            for word in input.split(',') {
                let day = word.trim().parse().ok().filter(|day| (1..=Self::MAX).contains(day));
                days.push(day.ok_or(Wrong::Format)?);
            }
        }
        days.sort_unstable_by(|a, b| b.cmp(a));
        days.dedup();
        Ok(Self(days))
    }

    /// The notice that is due at `now` for a service that ends at `expires_at`, of whose end `told` were told or passed before.
    /// `None` when it has ended, none is reached, or the nearest one (or one nearer still) was told.
    #[must_use]
    pub fn due(&self, expires_at: Timestamp, now: Timestamp, told: &[i32]) -> Option<DueRenewal> {
        if expires_at <= now {
            return None;
        }
        let mut passed: Vec<i32> =
            self.0.iter().copied().filter(|days| expires_at <= now.plus(i64::from(*days) * DAY)).collect();
        let days = passed.pop()?;
        told.iter().all(|before| *before > days).then_some(DueRenewal { days, passed })
    }

    /// [`Self::due`] for all services with the same last notice: a notice is due for those that end after `now` and not after the
    /// returned instant. `last_notice` is in days, or [`Self::NO_NOTICE`]. `None`: no notice comes after that one.
    #[must_use]
    pub fn due_until(&self, last_notice: i32, now: Timestamp) -> Option<Timestamp> {
        let next = self.0.iter().find(|days| **days < last_notice)?;
        Some(now.plus(i64::from(*next) * DAY))
    }
}

impl Default for RenewalDays {
    fn default() -> Self {
        Self(vec![30, 7, 1])
    }
}

impl fmt::Debug for RenewalDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests;
