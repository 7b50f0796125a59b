//! Opening an account, whoever asked for it: a customer ID that nobody ever had, the account, and the mail that tells the ID.

use countersign_domain::{EmailAddress, Field, Handle, Problem, Wrong};

use super::mails;
use crate::process::Backend;
use crate::{
    ambient::{new_id, new_token, random},
    error::{Error, Result},
    mail_kind::{INVITED_FOR, MailContent},
    secret::CodeHash,
    store::{Account, Inserted, NewLink, NewMail, PendingAccount, Purpose, Recipient, Tx},
};

/// Digits of a customer ID: the fewest, and the most that are tried when those of fewer are nearly used up.
const DIGITS: std::ops::RangeInclusive<u32> = 5..=9;
/// Digits of a customer ID in a database that was restored. IDs that were given after the backup are unknown and must not be given
/// again: they have fewer digits or, after an earlier restore, one chance in 900 million to be met by one of the same letters.
const DIGITS_AFTER_RESTORE: std::ops::RangeInclusive<u32> = 9..=9;
/// How many customer IDs of each length are tried.
const TRIES: usize = 10;

/// Who chooses the first password of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstPassword {
    /// The customer has chosen it.
    Own,
    /// The operator, who knows it: the customer chooses another at the first sign-in.
    Temporary,
    /// The customer, by the link of an invitation. Until then nobody knows one.
    Invited,
}

/// An account to be opened.
#[derive(Debug)]
pub(super) struct Opening {
    /// Its customer ID; made from the name and random digits if none is given.
    pub(super) id: Option<Handle>,
    /// Its address.
    pub(super) email: EmailAddress,
    /// What else is known of it.
    pub(super) details: PendingAccount,
    /// Who chooses its password.
    pub(super) password: FirstPassword,
}

impl Backend {
    /// Opens an account and owes the mail that tells its customer ID, or invites to choose a password.
    ///
    /// # Errors
    /// [`Problem::Invalid`] when the customer ID was given before, or the address is taken. The transaction is to be dropped then.
    pub(super) async fn open_account(&self, tx: &mut Tx, opening: Opening) -> Result<Handle> {
        let Opening { id: wished, email, details, password } = opening;
        let now = self.now();
        let digits = if tx.was_restored().await? { DIGITS_AFTER_RESTORE } else { DIGITS };
        let mut account = Account {
            id: wished.clone().unwrap_or_else(|| self.random_id(&details, *digits.start())),
            email,
            name: details.name.clone(),
            organisation: details.organisation.clone(),
            language: details.language,
            password_hash: details.password_hash.clone(),
            password_is_temporary: password == FirstPassword::Temporary,
            active: true,
            created_at: now,
            created_after_request: 0,
        };
        for digits in digits.flat_map(|digits| std::iter::repeat_n(digits, TRIES)) {
            // Whoever named an ID that was nobody's did not mean the one who gets it now.
            let is_free = wished.is_some() || !tx.is_named(&account.id).await?;
            match if is_free { tx.insert_account(&account).await? } else { Inserted::IdTaken } {
                Inserted::Done => {
                    if password == FirstPassword::Invited {
                        invite(tx, &account).await?;
                    } else {
                        tx.insert_mail(mails::about_account(
                            &MailContent::Welcome,
                            Recipient::Account(&account.id),
                            now,
                        ))
                        .await?;
                    }
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

/// Owes the mail with the link by which a new account chooses its first password.
async fn invite(tx: &mut Tx, account: &Account) -> Result<()> {
    let (now, token) = (account.created_at, new_token());
    let link = NewLink {
        id: new_id(now),
        purpose: Purpose::Invite,
        holder: Some(account.id.as_str()),
        address: account.email.as_str(),
        sender: None,
        mailed_at: Some(now),
        expires_at: now.plus(INVITED_FOR),
    };
    tx.insert_link(&link, &CodeHash::of(&token), now).await?;
    tx.insert_mail(NewMail {
        // Not to where the account may have moved meanwhile.
        address: Some(account.email.as_str()),
        ..mails::about_account(&MailContent::Invite(token), Recipient::Account(&account.id), now)
    })
    .await
}
