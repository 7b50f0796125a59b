//! The key of one press of a button, by which the same press is known when it is sent again.

use crate::Problem;

/// Made up by who sends a form, and sent with each try of it: when an answer was lost, the next try is told the same, and
/// nothing is done twice. The word is that of the IETF's draft on the `Idempotency-Key` header field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The longest, in bytes.
    pub const MAX: usize = 64;

    /// Reads what was sent; `None` when it is empty: there need be no key.
    ///
    /// # Errors
    /// [`Problem::Malformed`] for what is too long, or more than visible ASCII characters.
    pub fn parse_optional(sent: &str) -> Result<Option<Self>, Problem> {
        if sent.len() > Self::MAX || !sent.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(Problem::Malformed);
        }
        Ok(Some(sent).filter(|sent| !sent.is_empty()).map(|sent| Self(sent.to_owned())))
    }

    /// As it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visible_and_not_too_long() {
        let key = "0192f0c1-7a2b-7c3d-8e4f-5a6b7c8d9e0f";
        assert_eq!(IdempotencyKey::parse_optional(key).map(|key| key.map(|key| key.0)), Ok(Some(key.to_owned())));
        assert_eq!(IdempotencyKey::parse_optional(""), Ok(None));
        assert!(IdempotencyKey::parse_optional(&"k".repeat(64)).is_ok());
        for wrong in ["k".repeat(65), "a b".into(), "a\nb".into(), "clé".into(), "\u{7f}".into()] {
            assert_eq!(IdempotencyKey::parse_optional(&wrong), Err(Problem::Malformed), "{wrong:?}");
        }
    }
}
