//! Seats: how many may be at once of those that have something in common, as an address. Who leaves makes room.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// The seats of everyone, by what they have in common.
#[derive(Debug)]
pub(crate) struct Seats<K: Eq + Hash + Clone> {
    /// Seats for each.
    most: usize,
    taken: Arc<Mutex<HashMap<K, Arc<Bench>>>>,
}

#[derive(Debug)]
struct Bench {
    seats: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// A seat that is taken, until it is dropped.
#[derive(Debug)]
pub(crate) struct Seat<K: Eq + Hash + Clone> {
    key: K,
    bench: Option<Arc<Bench>>,
    seat: Option<OwnedSemaphorePermit>,
    taken: Arc<Mutex<HashMap<K, Arc<Bench>>>>,
}

impl<K: Eq + Hash + Clone> Seats<K> {
    pub(crate) fn new(most: usize) -> Self {
        Self { most, taken: Arc::default() }
    }

    /// A seat, if one is free.
    pub(crate) fn take(&self, key: K) -> Option<Seat<K>> {
        let mut seat = self.beside(key);
        seat.seat = Some(seat.bench.as_ref()?.seats.clone().try_acquire_owned().ok()?);
        Some(seat)
    }

    /// A seat, if one is free or becomes free in time. Those who wait get theirs in the order in which they came; more than
    /// `queue` do not wait.
    pub(crate) async fn wait(&self, key: K, queue: usize, within: Duration) -> Option<Seat<K>> {
        let mut seat = self.beside(key);
        let bench = seat.bench.clone()?;
        if let Ok(free) = bench.seats.clone().try_acquire_owned() {
            seat.seat = Some(free);
            return Some(seat);
        }
        let waits = Waits(&bench.waiting);
        if waits.0.fetch_add(1, Relaxed) >= queue {
            return None;
        }
        seat.seat = Some(timeout(within, bench.seats.clone().acquire_owned()).await.ok()?.ok()?);
        Some(seat)
    }

    /// The bench, without a seat on it as yet.
    fn beside(&self, key: K) -> Seat<K> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let bench = taken.entry(key.clone()).or_insert_with(|| {
            Arc::new(Bench { seats: Arc::new(Semaphore::new(self.most)), waiting: AtomicUsize::new(0) })
        });
        Seat { key, bench: Some(bench.clone()), seat: None, taken: self.taken.clone() }
    }
}

/// One that waits, until it is dropped.
struct Waits<'a>(&'a AtomicUsize);

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

impl<K: Eq + Hash + Clone> Drop for Seat<K> {
    fn drop(&mut self) {
        self.seat = None;
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        self.bench = None;
        // Nobody else has anything to do with the bench: it is put away.
        if taken.get(&self.key).is_some_and(|bench| Arc::strong_count(bench) == 1) {
            taken.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_secs(3);
    const AT_ONCE: Duration = Duration::from_millis(20);

    #[tokio::test]
    async fn who_is_over_waits_its_turn_and_not_for_ever() {
        let seats = Arc::new(Seats::new(2));
        let first = seats.take("a").unwrap();
        let _second = seats.wait("a", 1, SOON).await.unwrap();
        assert!(seats.take("a").is_none());
        assert!(seats.wait("a", 1, AT_ONCE).await.is_none(), "in vain");
        // Others are not concerned.
        assert!(seats.take("b").is_some());
        let waits = tokio::spawn({
            let seats = seats.clone();
            async move { seats.wait("a", 1, SOON).await.is_some() }
        });
        tokio::task::yield_now().await;
        assert!(seats.wait("a", 1, SOON).await.is_none(), "the queue is full");
        drop(first);
        assert!(waits.await.unwrap());
    }

    #[tokio::test]
    async fn nothing_is_left_of_those_who_have_gone() {
        let seats = Seats::new(1);
        let one = seats.take(1);
        assert!(seats.take(1).is_none() && one.is_some());
        drop((one, seats.wait(2, 0, SOON).await));
        assert!(seats.taken.lock().unwrap().is_empty());
        assert!(seats.take(1).is_some());
    }
}
