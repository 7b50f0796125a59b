//! Hashes of what must not be stored: codes and passwords.

use std::{
    num::NonZero,
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    thread::available_parallelism,
    time::Duration,
};

use argon2::{
    Params,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use countersign_domain::{Problem, Token, Wrong};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::{
    error::{Error, Result},
    hasher::Hasher,
    strength,
};

/// SHA-256 of a code. Codes carry 140 random bits: a slow hash would add nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeHash(pub(crate) Vec<u8>);

impl CodeHash {
    /// The hash of a code.
    #[must_use]
    pub fn of(token: &Token) -> Self {
        Self(Sha256::digest(token.reveal()).to_vec())
    }

    /// Compares in constant time.
    #[must_use]
    pub fn matches(&self, stored: &[u8]) -> bool {
        self.0.ct_eq(stored).into()
    }
}

/// A password as typed. `Debug` never shows it.
#[derive(Clone)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The longest password that is read, in bytes: longer ones would only cost time.
const MAX_PASSWORD: usize = 256;
/// The fewest characters of a new password.
const MIN_PASSWORD: usize = 12;

/// Hashing and estimating keep a processor busy: no more of it is done at once than there are processors.
static AT_ONCE: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(processors()));
/// How many wait for their turn.
static WAITING: AtomicUsize = AtomicUsize::new(0);
/// How long a turn is waited for; with queues of these lengths it comes sooner.
const TURN_WITHIN: Duration = Duration::from_secs(10);
/// Seconds after which one who was turned away may try again.
const RETRY_AFTER: i32 = 5;

fn processors() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}

/// For whom a password is worked on. Those who come last are turned away when too many wait: strangers first, so that a flood of
/// them takes no more than about two seconds of everybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// For anyone.
    Strangers,
    /// For who is signed in, has signed in from this browser before, or has shown a code.
    Known,
}

impl Queue {
    /// How many may wait for each processor, that one comes behind.
    const fn length(self) -> usize {
        match self {
            Self::Strangers => 40,
            Self::Known => 120,
        }
    }
}

/// One that waits, until it is dropped.
struct Waits;

impl Drop for Waits {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, Relaxed);
    }
}

/// Does what keeps a processor busy, off the async threads, when it is its turn.
///
/// # Errors
/// [`Problem::Overloaded`] when too many wait.
async fn in_turn<T: Send + 'static>(queue: Queue, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let before = WAITING.fetch_add(1, Relaxed);
    let waits = Waits;
    let busy = || Problem::Overloaded { retry_after: RETRY_AFTER };
    if before >= queue.length() * processors() {
        return Err(busy().into());
    }
    let turn = timeout(TURN_WITHIN, AT_ONCE.acquire()).await.map_err(|_| busy())?;
    let turn = turn.map_err(|error| Error::Internal(error.to_string()))?;
    drop(waits);
    let work = move || {
        // Held until the work is done: who asked for it may have gone, and it goes on.
        let _turn = turn;
        work()
    };
    spawn_blocking(work).await.map_err(|error| Error::Internal(error.to_string()))
}

impl Password {
    /// Takes what was typed at sign-in.
    #[must_use]
    pub fn typed(input: &str) -> Self {
        Self(input.chars().take(MAX_PASSWORD).collect())
    }

    /// Takes a new password: at least twelve characters, and not among the first that are guessed, given what
    /// is known of its owner. This takes a while: on the async threads, use [`Self::choose`].
    ///
    /// # Errors
    /// [`Wrong::TooShort`], [`Wrong::TooLong`], [`Wrong::Related`], [`Wrong::Pattern`] or [`Wrong::Guessable`].
    pub fn new(input: &str, known: &[&str]) -> Result<Self, Wrong> {
        if input.chars().count() < MIN_PASSWORD {
            return Err(Wrong::TooShort);
        }
        if input.len() > MAX_PASSWORD {
            return Err(Wrong::TooLong);
        }
        strength::judge(input, known)?;
        Ok(Self(input.to_owned()))
    }

    /// Takes a new password as [`Self::new`] does, judged off the async threads. What is wrong with it is told inside.
    ///
    /// # Errors
    /// [`Problem::Overloaded`] when too many wait; and when judging itself fails.
    pub async fn choose(queue: Queue, input: &str, known: &[&str]) -> Result<Result<Self, Wrong>> {
        let input = input.to_owned();
        let known: Vec<String> = known.iter().map(|&text| text.to_owned()).collect();
        in_turn(queue, move || Self::new(&input, &known.iter().map(String::as_str).collect::<Vec<_>>())).await
    }

    /// Its argon2id hash, made off the async threads; for a password that was chosen, or is the operator's.
    ///
    /// # Errors
    /// [`Problem::Overloaded`] when too many wait; and when hashing itself fails.
    pub async fn hash(self) -> Result<String> {
        in_turn(Queue::Known, move || {
            Hasher(Params::DEFAULT).hash_password(self.0.as_bytes()).map(|hash| hash.to_string())
        })
        .await?
        .map_err(|error| Error::Internal(error.to_string()))
    }

    /// Whether it is the password of `hash`, judged off the async threads. Without a hash it takes as long, and it is not.
    ///
    /// # Errors
    /// [`Problem::Overloaded`] when too many wait; and when the stored hash cannot be read.
    pub async fn verify(self, queue: Queue, hash: Option<String>) -> Result<bool> {
        in_turn(queue, move || {
            let stored = hash.as_deref().unwrap_or(NOBODY);
            let parsed = PasswordHash::new(stored).map_err(|error| Error::Internal(error.to_string()))?;
            let right = Hasher(Params::DEFAULT).verify_password(self.0.as_bytes(), &parsed).is_ok();
            Ok(right && hash.is_some())
        })
        .await?
    }
}

/// A hash with the default cost that belongs to nobody, so that unknown accounts take as long as known ones.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keQ$6PoEEkZG6ULsHqWxrXz3NLaJJMZ0cGpZtDlyYHnTMgU";

#[cfg(test)]
mod tests {
    use std::{
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering::SeqCst},
        },
        time::Duration,
    };

    use super::*;

    #[tokio::test]
    async fn the_right_password_and_no_other() {
        let hash = Password::typed("a long enough one").hash().await.unwrap();
        assert!(Password::typed("a long enough one").verify(Queue::Known, Some(hash.clone())).await.unwrap());
        assert!(!Password::typed("a long enough two").verify(Queue::Known, Some(hash)).await.unwrap());
        assert!(!Password::typed("nobody").verify(Queue::Known, None).await.unwrap());
    }

    /// The first is a test vector of the reference implementation.
    #[tokio::test]
    async fn hashes_are_those_of_everyone() {
        let hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assert!(Password::typed("password").verify(Queue::Known, Some(hash.to_owned())).await.unwrap());
        let made = Password::typed("a long enough one").hash().await.unwrap();
        assert!(made.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{made}");
        let parsed = PasswordHash::new(&made).unwrap();
        assert!(argon2::Argon2::default().verify_password(b"a long enough one", &parsed).is_ok());
    }

    #[test]
    fn what_is_no_new_password() {
        assert_eq!(Password::new("short", &[]).err(), Some(Wrong::TooShort));
        assert_eq!(Password::new("password1234", &[]).err(), Some(Wrong::Pattern));
        assert_eq!(Password::new("mariedubois-ovh", &["mariedubois", "ovh"]).err(), Some(Wrong::Related));
        assert!(Password::new("correct staple grief 81", &[]).is_ok());
        // Eleven characters, and twelve.
        assert_eq!(Password::new("kX9#vqT2!mé", &[]).err(), Some(Wrong::TooShort));
        assert!(Password::new("kX9#vqT2!méw", &[]).is_ok());
    }

    #[tokio::test]
    async fn what_takes_long_is_done_on_another_thread() {
        let own = std::thread::current().id();
        assert_ne!(in_turn(Queue::Known, || std::thread::current().id()).await.unwrap(), own);
    }

    #[test]
    fn only_the_beginning_is_estimated() {
        for letter in ["a", "é"] {
            let typed = letter.repeat(64) + " correct staple grief 81";
            assert_eq!(Password::new(&typed, &[]).err(), Some(Wrong::Pattern));
        }
        // Of what is known as well, so that a long name does not hide in its length.
        let name = "correct staple grief quite another wool lamp violet harbour pebble mango anchor";
        assert!(Password::new(name, &[]).is_ok());
        // The words behind the bound are left over, so the estimate of the beginning refuses it.
        assert_eq!(Password::new(name, &[&name.repeat(800)]).err(), Some(Wrong::Guessable));
    }

    #[tokio::test]
    async fn a_password_is_chosen_as_it_is_judged() {
        let chosen = Password::choose(Queue::Known, "mariedubois-ovh", &["mariedubois", "ovh"]).await.unwrap();
        assert_eq!(chosen.err(), Some(Wrong::Related));
        let hash = Password::choose(Queue::Known, "correct staple grief 81", &[])
            .await
            .unwrap()
            .unwrap()
            .hash()
            .await
            .unwrap();
        assert!(Password::typed("correct staple grief 81").verify(Queue::Known, Some(hash)).await.unwrap());
    }

    #[tokio::test]
    async fn no_more_at_once_than_there_are_processors() {
        let counts = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
        let processors = available_parallelism().map_or(1, NonZero::get);
        let works: Vec<_> = (0..processors * 8)
            .map(|_| {
                let counts = counts.clone();
                tokio::spawn(in_turn(Queue::Known, move || {
                    let (now, most) = &*counts;
                    most.fetch_max(now.fetch_add(1, SeqCst) + 1, SeqCst);
                    std::thread::sleep(Duration::from_millis(20));
                    now.fetch_sub(1, SeqCst);
                }))
            })
            .collect();
        // Those who go while their work is done do not let others in before it is.
        tokio::time::sleep(Duration::from_millis(5)).await;
        works.iter().step_by(2).for_each(tokio::task::JoinHandle::abort);
        for work in works {
            let _ = work.await;
        }
        let most = counts.1.load(SeqCst);
        assert!((1..=processors).contains(&most), "{most} at once on {processors} processors");
    }

    #[test]
    fn debug_does_not_tell() {
        assert_eq!(format!("{:?}", Password::typed("secret")), "Password(…)");
    }
}
