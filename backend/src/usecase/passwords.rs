//! Forgotten passwords: a link by e-mail, once, and a new password in place of the old.

use countersign_domain::{Field, HOUR, Handle, PersonName, Problem, Token, Wrong};

use super::{link_mails, login::Login, mails};
use crate::access::Operator;
use crate::process::Backend;
use crate::{
    ambient::{new_id, new_token},
    error::Result,
    mail_kind::MailContent,
    secret::{CodeHash, Password, Queue},
    store::{Account, NewLink, NewMail, Purpose, Recipient, Tx},
};

/// Milliseconds in which a new password must be chosen.
const RESET_WITHIN: i64 = HOUR;

/// An account that has chosen a password by the link of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenPassword {
    /// Its customer ID.
    pub account: Handle,
    /// Whether the link was an invitation: it is the account's first password.
    pub invited: bool,
    /// What tells the new password from any other: [`Account::password_stamp`].
    pub password_stamp: String,
}

/// Puts another password in place of an account's: whoever knew the former one is signed out, and what it may have asked for
/// by mail is dead. One that is `temporary` must be replaced at the next sign-in. `false` when there is no such account.
pub(super) async fn replace(tx: &mut Tx, account: &Handle, hash: &str, temporary: bool) -> Result<bool> {
    let known = tx.set_password_hash(account, hash, temporary).await?;
    tx.drop_links(account.as_str()).await?;
    tx.delete_sessions_of(account).await?;
    Ok(known)
}

impl Backend {
    /// Mails an account a link to choose a new password, now or within minutes; the links of former mails work as well. One that
    /// is disabled is told that instead, and how to reach support. An unknown one gets no mail. All get the same answer, by the
    /// same statements.
    ///
    /// `sender` is the network that the form came from, or `None` if it is not known. Answers with the customer ID or address as it
    /// was understood.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for what is neither a customer ID nor an address.
    pub async fn forgot_password(&self, login: &str, sender: Option<&str>) -> Result<String> {
        let login =
            Login::parse(login, &self.settings().suffix).map_err(|wrong| Problem::field(Field::Login, wrong))?;
        let account = self.account_of(&login).await?;
        let (now, token) = (self.now(), new_token());
        let address = account.as_ref().map_or(login.as_str(), |account| account.email.as_str());

        let mut tx = self.db().begin().await?;
        tx.queue(address).await?;
        let due = link_mails::due(&mut tx, Purpose::PasswordReset, address, sender, now).await?;
        let told = account.as_ref().filter(|_| due.is_some());
        let lets_in = told.filter(|account| account.active);
        let link = NewLink {
            id: new_id(now),
            purpose: Purpose::PasswordReset,
            holder: lets_in.map(|account| account.id.as_str()),
            address: told.map_or("", |account| account.email.as_str()),
            sender,
            mailed_at: due.filter(|_| told.is_some()),
            expires_at: now.plus(RESET_WITHIN),
        };
        tx.insert_link(&link, &CodeHash::of(&token), now).await?;
        let recipient = told.map_or(Recipient::Nobody, |account| Recipient::Account(&account.id));
        let content = if told.is_some() && lets_in.is_none() {
            MailContent::AccountDisabled
        } else {
            MailContent::PasswordReset(lets_in.map(|_| token))
        };
        let mail = NewMail {
            // Not to where the account may have moved meanwhile.
            address: told.map(|account| account.email.as_str()),
            ..mails::about_account(&content, recipient, now)
        };
        tx.insert_mail_due(mail, due.unwrap_or(now)).await?;
        tx.commit().await?;
        Ok(login.as_str().to_owned())
    }

    /// Whether a link to choose a new password works now. Looking at it changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn can_reset_password(&self, token: &Token) -> Result<bool> {
        Ok(self.reset_link(token).await?.is_some())
    }

    /// The customer ID of the account whose first password a link of an invitation would choose now. Looking at it changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn invited(&self, token: &Token) -> Result<Option<Handle>> {
        let link = self.reset_link(token).await?;
        Ok(link.filter(|(purpose, _)| *purpose == Purpose::Invite).map(|(_, account)| account.id))
    }

    /// What a link is for that lets choose a password, and whose.
    async fn reset_link(&self, token: &Token) -> Result<Option<(Purpose, Account)>> {
        let hash = CodeHash::of(token);
        for purpose in [Purpose::PasswordReset, Purpose::Invite] {
            if let Some(link) = self.db().working_link(purpose, &hash, self.now()).await? {
                let account = self.db().account(&Handle::try_from(link.holder)?).await?;
                return Ok(account.filter(|account| account.active).map(|account| (purpose, account)));
            }
        }
        Ok(None)
    }

    /// Chooses a new password by the link of a mail, ends every session of the account, and tells it. Whoever was invited is welcomed
    /// instead, with the customer ID.
    ///
    /// Answers with whose it is, and whether it was an invitation.
    ///
    /// # Errors
    /// [`Problem::StaleLink`] for a link that is not the live one of an active account; [`Problem::Invalid`] for a password
    /// that is too short or too easily guessed: the link still works then.
    pub async fn reset_password(&self, token: &Token, new: &str) -> Result<ChosenPassword> {
        let (purpose, account) = self.reset_link(token).await?.ok_or(Problem::StaleLink)?;
        let hash = choose(self, new, &account).await?.hash().await?;
        let mut tx = self.db().begin().await?;
        // Another new password has killed the link.
        if !tx.keep_password(&account.id, &account.password_hash).await? {
            return Err(Problem::StaleLink.into());
        }
        // Not before: one may have waited for the account.
        let now = self.now();
        tx.spend_link(purpose, &CodeHash::of(token), now).await?.ok_or(Problem::StaleLink)?;
        replace(&mut tx, &account.id, &hash, false).await?;
        let is_invite = purpose == Purpose::Invite;
        let content = if is_invite { MailContent::Welcome } else { MailContent::PasswordChanged };
        tx.insert_mail(mails::about_account(&content, Recipient::Account(&account.id), now)).await?;
        tx.commit().await?;
        let account = Account { password_hash: hash, ..account };
        let password_stamp = account.password_stamp();
        Ok(ChosenPassword { account: account.id, invited: is_invite, password_stamp })
    }
}

/// Takes a new password for an account.
pub(super) async fn choose(backend: &Backend, new: &str, account: &Account) -> Result<Password> {
    let organisation = account.organisation.as_ref().map_or("", PersonName::as_str);
    let known = [account.id.as_str(), account.name.as_str(), organisation, account.email.as_str()];
    let chosen = backend.judge_password(Queue::Known, new, &known).await?;
    Ok(chosen.map_err(|wrong: Wrong| Problem::field(Field::NewPassword, wrong))?)
}

impl Backend {
    /// Judges a new password, given what is known of its owner; of this service, it knows by itself.
    pub(super) async fn judge_password(
        &self,
        queue: Queue,
        new: &str,
        of_owner: &[&str],
    ) -> Result<Result<Password, Wrong>> {
        let settings = self.settings();
        let host = settings.base_url.host_str().unwrap_or_default();
        let ours = ["Countersign", settings.suffix.as_str(), host, settings.support_text().unwrap_or_default()];
        Password::choose(queue, new, &[of_owner, &ours].concat()).await
    }
}

impl Operator {
    /// Takes a password that the operator has chosen for an account.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no such account; [`Problem::Invalid`] for a password that is too short or too easily guessed.
    pub async fn password_for(&self, id: &Handle, typed: &str) -> Result<Password> {
        let account = self.db().account(id).await?.ok_or(Problem::NotFound)?;
        choose(&self.backend, typed, &account).await
    }
}
