//! Opening an account oneself. Nothing is one until its address is confirmed.

use std::fmt;

use countersign_domain::{
    DAY, EmailAddress, Field, FieldProblem, HOUR, Handle, PersonName, Problem, SECOND, Token, Wrong,
};
use countersign_locales::Language;
use uuid::Uuid;

use super::{
    link_mails, mails,
    opening::{FirstPassword, Opening},
};
use crate::process::Backend;
use crate::{
    ambient::{new_id, new_token},
    error::Result,
    mail_kind::MailContent,
    secret::{CodeHash, Password, Queue},
    store::{Link, NewLink, PendingAccount, Purpose, Recipient, WaitingSignUp},
};

/// Milliseconds in which the address must be confirmed.
const CONFIRM_WITHIN: i64 = DAY;
/// Accounts that wait for the same address, with whose passwords the one that is typed is compared. Each takes as long as signing in.
const MAX_COMPARED: i32 = 8;
/// Passwords that may be typed to open an account with an address while its links live: each may be compared with all of the above.
const MAX_TRIES: i32 = 20;

/// What is typed to open an account. `Debug` shows none of it.
#[derive(Clone, Copy)]
pub struct SignUp<'a> {
    /// Its name.
    pub name: &'a str,
    /// The organisation it belongs to; empty if there is none.
    pub organisation: &'a str,
    /// Its address.
    pub address: &'a str,
    /// The language of its mails and pages.
    pub language: Language,
    /// Its password.
    pub password: &'a str,
    /// The network that the form came from; `None` if it is not known. Each has mails of its own.
    pub sender: Option<&'a str>,
}

impl fmt::Debug for SignUp<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignUp(…)")
    }
}

/// The same, parsed.
struct Applicant {
    name: PersonName,
    organisation: Option<PersonName>,
    address: EmailAddress,
    password: Password,
}

impl SignUp<'_> {
    /// Parses it; says everything that is wrong at once.
    async fn parse(self, backend: &Backend) -> Result<Applicant> {
        let known = [self.name, self.organisation, self.address];
        let chosen = backend.judge_password(Queue::Strangers, self.password, &known).await?;
        let mut problems = Vec::new();
        let mut note = |field, wrong: Wrong| problems.push(FieldProblem { field, wrong });
        let name = PersonName::parse(self.name).map_err(|wrong| note(Field::Name, wrong)).ok();
        let organisation =
            PersonName::parse_optional(self.organisation).map_err(|wrong| note(Field::Organisation, wrong)).ok();
        let address = EmailAddress::parse(self.address).map_err(|wrong| note(Field::Address, wrong)).ok();
        let password = chosen.map_err(|wrong| note(Field::Password, wrong)).ok();
        match (name, organisation, address, password) {
            (Some(name), Some(organisation), Some(address), Some(password)) => {
                Ok(Applicant { name, organisation, address, password })
            }
            _ => Err(Problem::Invalid(problems).into()),
        }
    }
}

impl Backend {
    /// Whether visitors may open accounts.
    ///
    /// # Errors
    /// [`Problem::NotFound`] if not.
    pub fn opens_accounts(&self) -> Result<(), Problem> {
        if self.settings().sign_up { Ok(()) } else { Err(Problem::NotFound) }
    }

    /// Keeps what was typed, and mails the address a link that confirms it, now or within minutes. If it has an account, its owner is told that
    /// instead; of one that is disabled, how to reach support. All get the same answer, by the same statements.
    ///
    /// Answers with the address.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where visitors may not open accounts; [`Problem::Invalid`].
    pub async fn sign_up(&self, typed: SignUp<'_>) -> Result<EmailAddress> {
        self.opens_accounts()?;
        let SignUp { language, sender, .. } = typed;
        let Applicant { name, organisation, address, password } = typed.parse(self).await?;
        let pending = PendingAccount { name, organisation, language, password_hash: password.hash().await? };
        let account = self.db().account_by_email(&address).await?;
        let (now, token) = (self.now(), new_token());

        let mut tx = self.db().begin().await?;
        tx.queue(address.as_str()).await?;
        let due = link_mails::due(&mut tx, Purpose::SignUp, address.as_str(), sender, now).await?;
        let (content, recipient) = match &account {
            _ if due.is_none() => (MailContent::SignUpConfirm(None), Recipient::Nobody),
            Some(account) if account.active => (MailContent::SignUpKnown, Recipient::Account(&account.id)),
            Some(account) => (MailContent::AccountDisabled, Recipient::Account(&account.id)),
            None => (MailContent::SignUpConfirm(Some(token.clone())), Recipient::Address(&address, language)),
        };
        let link = NewLink {
            id: new_id(now),
            purpose: Purpose::SignUp,
            // If nobody is mailed this link, that of another mail to the address confirms the form.
            holder: account.is_none().then_some(address.as_str()),
            address: address.as_str(),
            sender,
            mailed_at: due,
            expires_at: now.plus(CONFIRM_WITHIN),
        };
        tx.insert_link(&link, &CodeHash::of(&token), now).await?;
        tx.insert_sign_up(link.id, &pending).await?;
        tx.insert_mail_due(mails::about_account(&content, recipient, now), due.unwrap_or(now)).await?;
        tx.commit().await?;
        Ok(address)
    }

    /// The address that a link would confirm now. Looking at it changes nothing.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where visitors may not open accounts.
    pub async fn address_to_confirm(&self, token: &Token) -> Result<Option<EmailAddress>> {
        self.opens_accounts()?;
        let link = self.db().working_link(Purpose::SignUp, &CodeHash::of(token), self.now()).await?;
        Ok(link.map(|link| link.address))
    }

    /// Confirms the address: from now on there is an account, which is mailed its customer ID.
    ///
    /// It takes the password that was chosen. Somebody else may have asked for an account with this address, before its owner did
    /// or since: the owner would open it, and the other know the password. For the same reason the password says which of the forms
    /// with this address is meant, whichever of them the link was mailed for; of two with the same password, the newer. `sender` is
    /// the network that the code comes from: the forms that it has sent are compared even if very many others were.
    ///
    /// # Errors
    /// [`Problem::StaleLink`] for a link that is not live; [`Problem::Invalid`] for another password, after which the link still
    /// works, or when another account has come to use the address; [`Problem::TooMany`] after too many passwords; [`Problem::NotFound`] where visitors may not open accounts.
    pub async fn confirm_sign_up(&self, token: &Token, password: Password, sender: Option<&str>) -> Result<Handle> {
        self.opens_accounts()?;
        let hash = CodeHash::of(token);
        let link = self.db().working_link(Purpose::SignUp, &hash, self.now()).await?.ok_or(Problem::StaleLink)?;
        let meant = self.sign_up_with(&link, password, sender).await?;
        // What waits for a link never changes: it is used up, or still what the password was compared with.
        let mut tx = self.db().begin().await?;
        // Of two links to one address, one is used.
        tx.queue(&link.holder).await?;
        let details = tx.take_sign_up(meant).await?.ok_or(Problem::StaleLink)?;
        tx.delete_waiting_sign_ups(&link.holder).await?;
        let link = tx.spend_link(Purpose::SignUp, &hash, self.now()).await?.ok_or(Problem::StaleLink)?;
        tx.drop_links(&link.holder).await?;
        let opening = Opening { id: None, email: link.address, details, password: FirstPassword::Own };
        let id = self.open_account(&mut tx, opening).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The key of what was typed with this password for the address of `link`.
    async fn sign_up_with(&self, link: &Link, password: Password, sender: Option<&str>) -> Result<Uuid> {
        let waiting = self.db().waiting_sign_ups(&link.holder, link.id, sender, self.now(), MAX_COMPARED).await?;
        // Another link to the address was used just now.
        if !waiting.iter().any(|sign_up| sign_up.link == link.id) {
            return Err(Problem::StaleLink.into());
        }
        // Only somebody who reads the address's mail comes here, so nobody else uses these tries up.
        let mut tx = self.db().begin().await?;
        let tries = tx.count_sign_up_try(&link.holder).await?;
        tx.commit().await?;
        if tries > MAX_TRIES {
            return Err(Problem::TooMany { retry_after: i32::try_from(HOUR / SECOND).unwrap_or(i32::MAX) }.into());
        }
        for WaitingSignUp { link, details } in waiting {
            if password.clone().verify(Queue::Known, Some(details.password_hash)).await? {
                return Ok(link);
            }
        }
        Err(Problem::field(Field::Password, Wrong::Mismatch).into())
    }
}
