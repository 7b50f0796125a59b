//! The profile: e-mail address, language, password.

use countersign_domain::{DAY, EmailAddress, Field, FieldProblem, HOUR, Problem, SECOND, Token, Wrong, view::Profile};
use countersign_locales::Language;

use super::{mails, passwords};
use crate::access::Customer;
use crate::{
    ambient::{new_id, new_token},
    error::{Error, Result},
    mail_kind::MailContent,
    secret::{CodeHash, Password, Queue},
    store::{Account, NewLink, NewMail, Purpose, Recipient, StoredSession, Tx, is_unique_violation},
};

/// Milliseconds in which a new address must be confirmed.
const CONFIRM_WITHIN: i64 = DAY;
/// Mails that one account may have sent to one address in an hour, to confirm it.
const MAX_MAILS_TO_ONE_ADDRESS: i64 = 3;

impl Customer {
    /// The profile, but for its sessions: what is in them is known to those who store them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn profile(&self) -> Result<Profile> {
        let now = self.backend.now();
        let pending = self.backend.db().link_of(Purpose::EmailChange, self.id().as_str()).await?;
        Ok(Profile {
            id: self.id().clone(),
            name: self.account.name.clone(),
            organisation: self.account.organisation.clone(),
            email: self.account.email.to_string(),
            pending_email: pending.filter(|link| link.expires_at > now).map(|link| link.address.to_string()),
            sessions: Vec::new(),
            blocked: self.backend.db().blocked_by(self.id()).await?,
        })
    }

    /// The sessions of the account, as they were stored.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sessions(&self) -> Result<Vec<StoredSession>> {
        self.backend.db().sessions_of(self.id(), self.backend.now(), self.backend.settings().session_lifetime).await
    }

    /// Ends those of the account's sessions that have one of these keys, with their streams; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_sessions(&self, keys: &[String]) -> Result<u64> {
        let mut tx = self.backend.db().begin().await?;
        let ended = tx.end_sessions(self.id(), keys).await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// Asks for a new e-mail address: the new one gets a code to confirm it, the old one is told.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for what is no address, the present address, or the wrong password: also one that is replaced meanwhile;
    /// [`Problem::TooMany`] when the account has had that address mailed too often.
    pub async fn ask_email(&self, address: &str, password: Password) -> Result<()> {
        let mut problems = Vec::new();
        let parsed = match EmailAddress::parse(address) {
            Ok(new) if new == self.account.email => Err(Wrong::Unchanged),
            other => other,
        };
        let address = parsed.map_err(|wrong| problems.push(FieldProblem { field: Field::Email, wrong })).ok();
        if !self.knows(password).await? {
            problems.push(FieldProblem { field: Field::Password, wrong: Wrong::Mismatch });
        }
        let Some(address) = address.filter(|_| problems.is_empty()) else {
            return Err(Problem::Invalid(problems).into());
        };

        let now = self.backend.now();
        let token = new_token();
        let link = NewLink {
            id: new_id(now),
            purpose: Purpose::EmailChange,
            holder: Some(self.id().as_str()),
            address: address.as_str(),
            sender: Some(self.id().as_str()),
            mailed_at: Some(now),
            expires_at: now.plus(CONFIRM_WITHIN),
        };
        let mut tx = self.backend.db().begin().await?;
        if !self.keeps_password(&mut tx).await? {
            return Err(Problem::field(Field::Password, Wrong::Mismatch).into());
        }
        tx.insert_link(&link, &CodeHash::of(&token), now).await?;
        // The address may be a stranger's. This one is counted already.
        let since = now.plus(-HOUR);
        let mails = tx.link_mails_since(Purpose::EmailChange, address.as_str(), link.sender, since).await?;
        if mails.from_sender > MAX_MAILS_TO_ONE_ADDRESS {
            return Err(Problem::TooMany { retry_after: i32::try_from(HOUR / SECOND).unwrap_or(i32::MAX) }.into());
        }
        let me = Recipient::Account(self.id());
        tx.insert_mail(NewMail {
            address: Some(self.account.email.as_str()),
            ..mails::about_account(&MailContent::EmailAnnounce(address.masked()), me, now)
        })
        .await?;
        tx.insert_mail(NewMail {
            address: Some(address.as_str()),
            ..mails::about_account(&MailContent::EmailConfirm(token), me, now)
        })
        .await?;
        tx.commit().await
    }

    /// The address that a link would confirm now. Looking at it changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn address_to_confirm(&self, token: &Token) -> Result<Option<EmailAddress>> {
        let hash = CodeHash::of(token);
        let link = self.backend.db().working_link(Purpose::EmailChange, &hash, self.backend.now()).await?;
        Ok(link.filter(|link| link.holder == self.id().as_str()).map(|link| link.address))
    }

    /// Confirms the new address with its code; codes and links sent to the old one are dead from then on. Codes that were not sent
    /// yet go to the new address.
    ///
    /// # Errors
    /// [`Problem::StaleLink`] for a code that is not the live one of this account; [`Problem::Invalid`] when another
    /// account has come to use the address.
    pub async fn confirm_email(&self, token: &Token) -> Result<EmailAddress> {
        let mut tx = self.backend.db().begin().await?;
        tx.lock_account(self.id()).await?;
        // Not before: one may have waited for the account.
        let now = self.backend.now();
        // A new password has killed the link.
        if !self.keeps_password(&mut tx).await? {
            return Err(Problem::StaleLink.into());
        }
        let link = tx.spend_link(Purpose::EmailChange, &CodeHash::of(token), now).await?;
        let link = link.filter(|link| link.holder == self.id().as_str()).ok_or(Problem::StaleLink)?;
        match tx.set_email(self.id(), &link.address).await {
            Ok(()) => {}
            Err(error) if is_unique_violation(&error) => {
                return Err(Problem::field(Field::Email, Wrong::Taken).into());
            }
            Err(error) => return Err(error.into()),
        }
        tx.replace_mailed_codes(self.id()).await?;
        tx.drop_links(self.id().as_str()).await?;
        tx.commit().await?;
        Ok(link.address)
    }

    /// Changes the language of pages and mails.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_language(&self, language: Language) -> Result<()> {
        let mut tx = self.backend.db().begin().await?;
        tx.set_language(self.id(), language).await?;
        tx.commit().await
    }

    /// Changes the password, ends every session of the account, and tells it.
    ///
    /// Answers with the account as it is now.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for the wrong present password, also one that is replaced meanwhile, or a new one that is too short or
    /// too easily guessed.
    pub async fn change_password(&self, current: Password, new: &str) -> Result<Account> {
        // Nothing is estimated for those who do not know it.
        if !self.knows(current).await? {
            return Err(Problem::field(Field::Password, Wrong::Mismatch).into());
        }
        let password_hash = passwords::choose(&self.backend, new, &self.account).await?.hash().await?;
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        if !self.keeps_password(&mut tx).await? {
            return Err(Problem::field(Field::Password, Wrong::Mismatch).into());
        }
        passwords::replace(&mut tx, self.id(), &password_hash, false).await?;
        tx.insert_mail(mails::about_account(&MailContent::PasswordChanged, Recipient::Account(self.id()), now)).await?;
        tx.commit().await?;
        Ok(Account { password_hash, ..self.account.clone() })
    }

    async fn knows(&self, password: Password) -> Result<bool, Error> {
        password.verify(Queue::Known, Some(self.account.password_hash.clone())).await
    }

    /// Whether the password that was verified is the account's still. It takes long to verify, and so is done outside of the
    /// transaction. Comes before links in every transaction, so that nobody waits in a circle.
    async fn keeps_password(&self, tx: &mut Tx) -> Result<bool, Error> {
        tx.keep_password(self.id(), &self.account.password_hash).await
    }
}
