//! Opening an account, whoever asked for it: a customer ID that nobody ever had, the account, and the mail that tells the ID.

use countersign_domain::{EmailAddress, Field, Handle, Problem, Wrong};

use super::{Backend, mails};
use crate::{
    ambient::random,
    error::{Error, Result},
    store::{Account, Inserted, PendingAccount, Recipient, Tx},
};

/// Digits of a customer ID: the fewest, and the most that are tried when those of fewer are nearly used up.
const DIGITS: std::ops::RangeInclusive<u32> = 5..=9;
/// How many customer IDs of each length are tried.
const TRIES: usize = 10;

/// An account to be opened.
#[derive(Debug)]
pub(super) struct Opening {
    /// Its customer ID; made from the name and random digits if none is given.
    pub(super) id: Option<Handle>,
    /// Its address.
    pub(super) email: EmailAddress,
    /// What else is known of it.
    pub(super) details: PendingAccount,
}

impl Backend {
    /// Opens an account and owes the mail that tells its customer ID.
    ///
    /// # Errors
    /// [`Problem::Invalid`] when the customer ID was given before, or the address is taken. The transaction is to be dropped then.
    pub(super) async fn open_account(&self, tx: &mut Tx, opening: Opening) -> Result<Handle> {
        let Opening { id: wished, email, details } = opening;
        let now = self.now();
        let mut account = Account {
            id: wished.clone().unwrap_or_else(|| self.random_id(&details, *DIGITS.start())),
            email,
            name: details.name.clone(),
            organisation: details.organisation.clone(),
            language: details.language,
            password_hash: details.password_hash.clone(),
            active: true,
            created_at: now,
            created_after_request: 0,
        };
        for digits in DIGITS.flat_map(|digits| std::iter::repeat_n(digits, TRIES)) {
            // Whoever named an ID that was nobody's did not mean the one who gets it now.
            let is_free = wished.is_some() || !tx.is_named(&account.id).await?;
            match if is_free { tx.insert_account(&account).await? } else { Inserted::IdTaken } {
                Inserted::Done => {
                    tx.insert_mail(mails::about_account("welcome", Recipient::Account(&account.id), now)).await?;
                    return Ok(account.id);
                }
                Inserted::AddressTaken => return Err(Problem::field(Field::Address, Wrong::Taken).into()),
                Inserted::IdTaken if wished.is_some() => {
                    return Err(Problem::field(Field::Login, Wrong::Taken).into());
                }
                Inserted::IdTaken => account.id = self.random_id(&details, digits),
            }
        }
        Err(Error::Internal("no free customer ID was found".to_owned()))
    }

    /// A customer ID with so many digits.
    fn random_id(&self, details: &PendingAccount, digits: u32) -> Handle {
        let least = 10_u64.pow(digits - 1);
        let number = least + u64::from_le_bytes(random()) % (9 * least);
        Handle::for_name(&details.name, number, &self.settings().suffix)
    }
}
