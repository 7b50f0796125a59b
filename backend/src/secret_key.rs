//! The installation's key, with which the server encrypts what it hands to browsers.

use std::fmt::Write;

use crate::ambient::random;

/// 256 random bits. `Debug` never shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey([u8; Self::LENGTH]);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

impl SecretKey {
    /// Its length in bytes.
    pub const LENGTH: usize = 32;

    /// A new one, from the system's random numbers.
    #[must_use]
    pub fn generate() -> Self {
        Self(random())
    }

    /// Reads 64 hexadecimal digits, as `openssl rand -hex 32` prints them; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().as_bytes();
        if digits.len() != 2 * Self::LENGTH {
            return None;
        }
        let mut key = [0; Self::LENGTH];
        for (byte, pair) in key.iter_mut().zip(digits.chunks_exact(2)) {
            let [high, low] = [pair[0], pair[1]].map(|digit| char::from(digit).to_digit(16));
            *byte = u8::try_from(high? << 4 | low?).ok()?;
        }
        Some(Self(key))
    }

    /// As [`SecretKey::parse`] reads it.
    #[must_use]
    pub fn to_hex(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The bytes themselves.
    #[must_use]
    pub fn reveal(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::SecretKey;

    #[test]
    fn a_key_is_read_as_it_is_written_and_never_shown() {
        let key = SecretKey::generate();
        assert_ne!(key, SecretKey::generate());
        assert_eq!(SecretKey::parse(&format!("{}\n", key.to_hex())), Some(key.clone()));
        assert_eq!(SecretKey::parse(&key.to_hex().to_uppercase()), Some(key.clone()));
        assert!(!format!("{key:?}").contains(&key.to_hex()[..4]));
        for wrong in ["", "0123", &"g".repeat(64), &"0".repeat(63), &"0".repeat(65), &"\u{e9}".repeat(32)] {
            assert_eq!(SecretKey::parse(wrong), None, "{wrong:?}");
        }
    }
}
