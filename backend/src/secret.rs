//! Hashes of what must not be stored: codes and passwords.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use countersign_domain::{Token, Wrong};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::task::spawn_blocking;

use crate::error::{Error, Result};

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

impl Password {
    /// Takes what was typed at sign-in.
    #[must_use]
    pub fn typed(input: &str) -> Self {
        Self(input.chars().take(MAX_PASSWORD).collect())
    }

    /// Takes a new password: at least twelve characters, and not among the first that are guessed, given what
    /// is known of its owner.
    ///
    /// # Errors
    /// [`Wrong::TooShort`], [`Wrong::TooLong`] or [`Wrong::Guessable`].
    pub fn new(input: &str, known: &[&str]) -> Result<Self, Wrong> {
        if input.chars().count() < MIN_PASSWORD {
            return Err(Wrong::TooShort);
        }
        if input.len() > MAX_PASSWORD {
            return Err(Wrong::TooLong);
        }
        if zxcvbn::zxcvbn(input, known).score() < zxcvbn::Score::Three {
            return Err(Wrong::Guessable);
        }
        Ok(Self(input.to_owned()))
    }

    /// Its argon2id hash, made off the async threads.
    ///
    /// # Errors
    /// When hashing itself fails.
    pub async fn hash(self) -> Result<String> {
        spawn_blocking(move || Argon2::default().hash_password(self.0.as_bytes()).map(|hash| hash.to_string()))
            .await
            .map_err(|error| Error::Internal(error.to_string()))?
            .map_err(|error| Error::Internal(error.to_string()))
    }

    /// Whether it is the password of `hash`, judged off the async threads. Without a hash it takes as long, and it is not.
    ///
    /// # Errors
    /// When the stored hash cannot be read.
    pub async fn verify(self, hash: Option<String>) -> Result<bool> {
        spawn_blocking(move || {
            let stored = hash.as_deref().unwrap_or(NOBODY);
            let parsed = PasswordHash::new(stored).map_err(|error| Error::Internal(error.to_string()))?;
            let right = Argon2::default().verify_password(self.0.as_bytes(), &parsed).is_ok();
            Ok(right && hash.is_some())
        })
        .await
        .map_err(|error| Error::Internal(error.to_string()))?
    }
}

/// A hash with the default cost that belongs to nobody, so that unknown accounts take as long as known ones.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keQ$6PoEEkZG6ULsHqWxrXz3NLaJJMZ0cGpZtDlyYHnTMgU";

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_right_password_and_no_other() {
        let hash = Password::typed("a long enough one").hash().await.unwrap();
        assert!(Password::typed("a long enough one").verify(Some(hash.clone())).await.unwrap());
        assert!(!Password::typed("a long enough two").verify(Some(hash)).await.unwrap());
        assert!(!Password::typed("nobody").verify(None).await.unwrap());
    }

    #[test]
    fn what_is_no_new_password() {
        assert_eq!(Password::new("short", &[]).err(), Some(Wrong::TooShort));
        assert_eq!(Password::new("password1234", &[]).err(), Some(Wrong::Guessable));
        assert_eq!(Password::new("mariedubois-ovh", &["mariedubois", "ovh"]).err(), Some(Wrong::Guessable));
        assert!(Password::new("correct staple grief 81", &[]).is_ok());
    }

    #[test]
    fn debug_does_not_tell() {
        assert_eq!(format!("{:?}", Password::typed("secret")), "Password(…)");
    }
}
