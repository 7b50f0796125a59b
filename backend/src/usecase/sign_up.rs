//! Opening an account oneself. Nothing is one until its address is confirmed.

use std::fmt;

use countersign_domain::{DAY, EmailAddress, Field, FieldProblem, HOUR, Handle, PersonName, Problem, Token, Wrong};
use countersign_locales::Language;

use super::{
    Backend, mails,
    opening::{FirstPassword, Opening},
};
use crate::{
    ambient::{new_id, new_token},
    error::Result,
    mail::ACCOUNT_DISABLED,
    secret::{CodeHash, Password, Queue},
    store::{NewLink, NewMail, PendingAccount, Purpose, Recipient},
};

/// Milliseconds in which the address must be confirmed.
const CONFIRM_WITHIN: i64 = DAY;
/// Mails that one address gets in an hour because someone gave it.
const MAX_PER_HOUR: i64 = 3;

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

    /// Keeps what was typed, and mails the address the link that confirms it. If it has an account, its owner is told that
    /// instead; of one that is disabled, how to reach support. All get the same answer, by the same statements.
    ///
    /// Answers with the address.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where visitors may not open accounts; [`Problem::Invalid`].
    pub async fn sign_up(&self, typed: SignUp<'_>) -> Result<EmailAddress> {
        self.opens_accounts()?;
        let language = typed.language;
        let Applicant { name, organisation, address, password } = typed.parse(self).await?;
        let pending = PendingAccount { name, organisation, language, password_hash: password.hash().await? };
        let account = self.db().account_by_email(&address).await?;
        let (now, token) = (self.now(), new_token());

        let mut tx = self.db().begin().await?;
        tx.queue(address.as_str()).await?;
        let often = tx.links_since(Purpose::SignUp, address.as_str(), now.plus(-HOUR)).await? >= MAX_PER_HOUR;
        let (event, recipient) = match &account {
            _ if often => ("signUpConfirm", Recipient::Nobody),
            Some(account) if account.active => ("signUpKnown", Recipient::Account(&account.id)),
            Some(account) => (ACCOUNT_DISABLED, Recipient::Account(&account.id)),
            None => ("signUpConfirm", Recipient::Address(&address, language)),
        };
        let confirms = matches!(recipient, Recipient::Address(..));
        let link = NewLink {
            id: new_id(now),
            purpose: Purpose::SignUp,
            holder: confirms.then_some(address.as_str()),
            // Those that nobody was sent do not count.
            address: if often { "" } else { address.as_str() },
            expires_at: now.plus(CONFIRM_WITHIN),
        };
        tx.insert_link(&link, &CodeHash::of(&token), now).await?;
        tx.insert_sign_up(link.id, &pending).await?;
        let payload = confirms.then_some(token.reveal());
        tx.insert_mail(NewMail { payload, ..mails::about_account(event, recipient, now) }).await?;
        self.commit(tx).await?;
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
    /// or since: the owner would open it, and the other know the password.
    ///
    /// # Errors
    /// [`Problem::StaleLink`] for a link that is not live; [`Problem::Invalid`] for another password, after which the link still
    /// works, or when another account has come to use the address; [`Problem::NotFound`] where visitors may not open accounts.
    pub async fn confirm_sign_up(&self, token: &Token, password: Password) -> Result<Handle> {
        self.opens_accounts()?;
        let hash = CodeHash::of(token);
        let link = self.db().working_link(Purpose::SignUp, &hash, self.now()).await?.ok_or(Problem::StaleLink)?;
        let details = self.db().sign_up(link.id).await?.ok_or(Problem::StaleLink)?;
        if !password.verify(Queue::Known, Some(details.password_hash)).await? {
            return Err(Problem::field(Field::Password, Wrong::Mismatch).into());
        }
        // What waits for a link never changes: it is used up, or still what the password was compared with.
        let mut tx = self.db().begin().await?;
        let link = tx.spend_link(Purpose::SignUp, &hash, self.now()).await?.ok_or(Problem::StaleLink)?;
        let details = tx.take_sign_up(link.id).await?.ok_or(Problem::StaleLink)?;
        let opening = Opening { id: None, email: link.address, details, password: FirstPassword::Own };
        let id = self.open_account(&mut tx, opening).await?;
        self.commit(tx).await?;
        Ok(id)
    }
}
