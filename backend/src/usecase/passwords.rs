//! Forgotten passwords: a link by e-mail, once, and a new password in place of the old.

use countersign_domain::{Field, HOUR, Handle, Problem, Token, Wrong};

use super::{Backend, login::Login, mails};
use crate::{
    ambient::{new_id, new_token},
    error::Result,
    secret::{CodeHash, Password},
    store::{Account, Link, NewLink, NewMail, Purpose, Recipient, Tx},
};

/// Milliseconds in which a new password must be chosen.
const RESET_WITHIN: i64 = HOUR;
/// Links that one account is mailed in an hour. The last of them outlives the hour, so nobody can keep an owner from it.
const MAX_PER_HOUR: i64 = 3;

/// Puts another password in place of an account's: whoever knew the former one is signed out, and what it may have asked for
/// by mail is dead. `false` when there is no such account.
pub(super) async fn replace(tx: &mut Tx, account: &Handle, hash: &str) -> Result<bool> {
    let known = tx.set_password_hash(account, hash).await?;
    tx.drop_links(account.as_str()).await?;
    tx.delete_sessions_of(account).await?;
    Ok(known)
}

impl Backend {
    /// Mails an account the link to choose a new password. An unknown or disabled one gets the same answer, by the same
    /// statements, and no mail.
    ///
    /// Answers with the customer ID or address as it was understood.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for what is neither a customer ID nor an address.
    pub async fn forgot_password(&self, login: &str) -> Result<String> {
        let login =
            Login::parse(login, &self.settings().suffix).map_err(|wrong| Problem::field(Field::Login, wrong))?;
        let account = self.account_of(&login).await?.filter(|account| account.active);
        let (now, token) = (self.now(), new_token());
        let address = account.as_ref().map_or(login.as_str(), |account| account.email.as_str());

        let mut tx = self.db().begin().await?;
        tx.queue(address).await?;
        let often = tx.links_since(Purpose::PasswordReset, address, now.plus(-HOUR)).await? >= MAX_PER_HOUR;
        let told = account.as_ref().filter(|_| !often);
        let link = NewLink {
            id: new_id(now),
            purpose: Purpose::PasswordReset,
            holder: told.map(|account| account.id.as_str()),
            address: told.map_or("", |account| account.email.as_str()),
            expires_at: now.plus(RESET_WITHIN),
        };
        tx.insert_link(&link, &CodeHash::of(&token), now).await?;
        let recipient = told.map_or(Recipient::Nobody, |account| Recipient::Account(&account.id));
        tx.insert_mail(NewMail {
            // Not to where the account may have moved meanwhile.
            address: told.map(|account| account.email.as_str()),
            payload: Some(token.reveal()),
            ..mails::about_account("passwordReset", recipient, now)
        })
        .await?;
        self.commit(tx).await?;
        Ok(login.as_str().to_owned())
    }

    /// Whether a link to choose a new password works now. Looking at it changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn can_reset_password(&self, token: &Token) -> Result<bool> {
        Ok(self.reset_link(token).await?.is_some())
    }

    async fn reset_link(&self, token: &Token) -> Result<Option<(Link, Account)>> {
        let hash = CodeHash::of(token);
        let Some(link) = self.db().working_link(Purpose::PasswordReset, &hash, self.now()).await? else {
            return Ok(None);
        };
        let account = self.db().account(&Handle::try_from(link.holder.clone())?).await?;
        Ok(account.filter(|account| account.active).map(|account| (link, account)))
    }

    /// Chooses a new password by the link of a mail, ends every session of the account, and tells it. Answers with whose it is.
    ///
    /// # Errors
    /// [`Problem::StaleLink`] for a link that is not the live one of an active account; [`Problem::Invalid`] for a password
    /// that is too short or too easily guessed: the link still works then.
    pub async fn reset_password(&self, token: &Token, new: &str) -> Result<Handle> {
        let (_, account) = self.reset_link(token).await?.ok_or(Problem::StaleLink)?;
        let hash = choose(new, &account).await?.hash().await?;
        let mut tx = self.db().begin().await?;
        // Another new password has killed the link.
        if !tx.keep_password(&account.id, &account.password_hash).await? {
            return Err(Problem::StaleLink.into());
        }
        // Not before: one may have waited for the account.
        let now = self.now();
        tx.spend_link(Purpose::PasswordReset, &CodeHash::of(token), now).await?.ok_or(Problem::StaleLink)?;
        replace(&mut tx, &account.id, &hash).await?;
        tx.insert_mail(mails::about_account("passwordChanged", Recipient::Account(&account.id), now)).await?;
        self.commit(tx).await?;
        Ok(account.id)
    }
}

/// Takes a new password for an account.
pub(super) async fn choose(new: &str, account: &Account) -> Result<Password> {
    let known = [account.id.as_str(), account.name.as_str(), account.email.as_str()];
    let chosen = Password::choose(new, &known).await?;
    Ok(chosen.map_err(|wrong: Wrong| Problem::field(Field::NewPassword, wrong))?)
}
