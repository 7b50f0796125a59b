//! Who is told that something has changed: the open pages, each by a stream of its account's.
//!
//! What is told holds no data, only that whatever the account sees may have changed: so nothing can leak, and a page reads anew what
//! it shows. A stream that is slow to listen is told once for many changes.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use countersign_domain::Handle;
use tokio::sync::watch;

use crate::ambient::random;

/// Streams that one account may have open; one more ends all that are older than the newest so many.
pub const MAX_STREAMS: u64 = 20;
/// Accounts above which those without a stream are forgotten.
const KEPT: usize = 10_000;

/// What has changed for an account so far, as a number that a page keeps. It begins at random: one of another process, of another
/// account or of before a restart is never the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision(u64);

impl Revision {
    fn random() -> Self {
        Self(u64::from_le_bytes(random()))
    }

    /// Reads one back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        u64::from_str_radix(text, 16).ok().map(Self)
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

/// The streams of this process.
#[derive(Clone, Debug, Default)]
pub struct Live(Arc<Mutex<Accounts>>);

#[derive(Debug, Default)]
struct Accounts {
    /// Those that have been shown a page.
    known: HashMap<Handle, watch::Sender<Told>>,
    closed: bool,
}

/// What the streams of an account are told.
#[derive(Clone, Copy, Debug)]
struct Told {
    revision: Revision,
    /// How many streams have been opened so far, which is the newest one's number.
    opened: u64,
    /// Streams up to this number are to end.
    ended: u64,
}

impl Accounts {
    fn of(&mut self, account: &Handle) -> &watch::Sender<Told> {
        if !self.known.contains_key(account) {
            if self.known.len() >= KEPT {
                self.known.retain(|_, told| told.receiver_count() > 0);
            }
            let told = watch::Sender::new(Told { revision: Revision::random(), opened: 0, ended: 0 });
            self.known.insert(account.clone(), told);
        }
        &self.known[account]
    }
}

impl Live {
    fn lock(&self) -> MutexGuard<'_, Accounts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The present revision of what an account sees. What is read after this is not older.
    #[must_use]
    pub fn revision(&self, account: &Handle) -> Revision {
        self.lock().of(account).borrow().revision
    }

    /// Opens a stream for a page that has `seen` a revision, and tells it at once if that is not the present one.
    #[must_use]
    pub fn open(&self, account: &Handle, seen: Option<Revision>) -> Stream {
        let mut accounts = self.lock();
        if accounts.closed {
            // One that has ended.
            let told = watch::Sender::new(Told { revision: Revision::random(), opened: 0, ended: 0 });
            return Stream { told: told.subscribe(), number: 0, seen };
        }
        let told = accounts.of(account);
        let mut stream = Stream { told: told.subscribe(), number: 0, seen };
        let open = told.receiver_count() as u64;
        told.send_modify(|told| {
            told.opened += 1;
            stream.number = told.opened;
            if open > MAX_STREAMS {
                told.ended = told.opened - MAX_STREAMS;
            }
        });
        stream
    }

    /// Tells these accounts that something has changed for them.
    pub fn tell<'a>(&self, accounts: impl IntoIterator<Item = &'a Handle>) {
        let known = self.lock();
        for told in accounts.into_iter().filter_map(|account| known.known.get(account)) {
            told.send_modify(|told| told.revision.0 = told.revision.0.wrapping_add(1));
        }
    }

    /// Tells everyone, because something may have been missed.
    pub fn tell_all(&self) {
        for told in self.lock().known.values() {
            told.send_modify(|told| told.revision = Revision::random());
        }
    }

    /// How many streams are open.
    #[must_use]
    pub fn streams(&self) -> usize {
        self.lock().known.values().map(watch::Sender::receiver_count).sum()
    }

    /// Ends every stream, and lets none be opened any more.
    pub fn close(&self) {
        let mut accounts = self.lock();
        accounts.closed = true;
        accounts.known.clear();
    }
}

/// A page that is told.
#[derive(Debug)]
pub struct Stream {
    told: watch::Receiver<Told>,
    number: u64,
    seen: Option<Revision>,
}

impl Stream {
    /// Waits until there is another revision than the one last seen; `None` when the stream is to end. Nothing is lost if this is
    /// not waited for to its end.
    pub async fn next(&mut self) -> Option<Revision> {
        loop {
            if self.told.has_changed().is_err() {
                return None;
            }
            let told = *self.told.borrow_and_update();
            if self.number <= told.ended {
                return None;
            }
            if self.seen.replace(told.revision) != Some(told.revision) {
                return Some(told.revision);
            }
            self.told.changed().await.ok()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{future::Future, task::Poll};

    use countersign_domain::{Handle, Suffix};

    use super::{KEPT, Live, MAX_STREAMS, Revision, Stream};

    fn id(n: usize) -> Handle {
        Handle::parse(&format!("aa{n}"), &Suffix::default()).unwrap()
    }

    /// What a stream says without waiting: nothing, that something has changed, or that it has ended.
    fn says(stream: &mut Stream) -> Option<Option<Revision>> {
        let next = std::pin::pin!(stream.next());
        match next.poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
            Poll::Ready(said) => Some(said),
            Poll::Pending => None,
        }
    }

    #[test]
    fn only_what_was_not_seen_is_told_and_once_for_many() {
        let live = Live::default();
        let seen = live.revision(&id(1));
        let (mut new, mut other) = (live.open(&id(1), Some(seen)), live.open(&id(2), Some(live.revision(&id(2)))));
        assert_eq!(says(&mut new), None);
        for _ in 0..3 {
            live.tell(&[id(1), id(3)]);
        }
        let now = live.revision(&id(1));
        assert_eq!(says(&mut new), Some(Some(now)));
        assert_eq!(says(&mut new), None);
        assert_eq!(says(&mut other), None, "nobody else is told");
        // Who comes back has missed something, or nothing; who brings nothing, or another's, is told.
        assert_eq!(says(&mut live.open(&id(1), Some(seen))), Some(Some(now)));
        assert_eq!(says(&mut live.open(&id(1), Revision::parse(&now.to_string()))), None);
        assert_eq!(says(&mut live.open(&id(1), None)), Some(Some(now)));
        assert_eq!(says(&mut live.open(&id(2), Some(now))), Some(Some(live.revision(&id(2)))));
        assert_eq!(Revision::parse("nonsense"), None);
        live.tell_all();
        assert!(matches!((says(&mut new), says(&mut other)), (Some(Some(_)), Some(Some(_)))));
    }

    #[test]
    fn one_too_many_ends_the_oldest_and_closing_ends_all() {
        let live = Live::default();
        let open = || live.open(&id(1), Some(live.revision(&id(1))));
        let mut streams: Vec<_> = (0..MAX_STREAMS).map(|_| open()).collect();
        assert!(streams.iter_mut().all(|stream| says(stream).is_none()));
        // One that has been closed makes room.
        streams.remove(5);
        streams.push(open());
        assert!(streams.iter_mut().all(|stream| says(stream).is_none()));
        streams.push(open());
        assert_eq!((says(&mut streams[0]), says(&mut streams[1])), (Some(None), Some(None)));
        assert!(streams[2..].iter_mut().all(|stream| says(stream).is_none()));
        let mut other = live.open(&id(2), Some(live.revision(&id(2))));
        assert_eq!(says(&mut other), None);
        live.close();
        assert!(streams.iter_mut().chain([&mut other]).all(|stream| says(stream) == Some(None)));
        assert_eq!(says(&mut open()), Some(None), "and none is opened any more");
    }

    #[test]
    fn who_has_no_stream_is_forgotten_in_the_end() {
        let live = Live::default();
        let mut kept = live.open(&id(0), Some(live.revision(&id(0))));
        for n in 1..=KEPT {
            let _ = live.revision(&id(n));
        }
        assert!(live.lock().known.len() <= 2);
        live.tell(&[id(0)]);
        assert!(matches!(says(&mut kept), Some(Some(_))));
    }
}
