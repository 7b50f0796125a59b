//! Opening an account oneself, and choosing a new password: for those who are not signed in.

use leptos::prelude::*;

use crate::{ApiError, codec::Wire};

#[cfg(feature = "ssr")]
use {
    super::{go_on, wrong},
    crate::{
        Proof, SecurityEvent, Visitor,
        notice::{Done, Notice},
    },
    countersign_backend::{Password, SignUp as Typed},
    countersign_domain::{Field, Problem, Token},
    countersign_locales::Language,
};

/// Mails an address the link that opens an account.
#[server(prefix = "/api", endpoint = "sign-up", output = Wire)]
pub async fn sign_up(
    name: String,
    organisation: String,
    address: String,
    language: String,
    password: String,
) -> Result<(), ApiError> {
    let visitor = Visitor::current()?;
    let language = Language::from_code(&language).ok_or(Problem::Malformed)?;
    let (name, organisation, address, password) = (&*name, &*organisation, &*address, &*password);
    let typed = Typed { name, organisation, address, language, password, sender: visitor.sender.as_deref() };
    let address = visitor.backend.sign_up(typed).await?;
    visitor.note_mailed(address.as_str()).await?;
    leptos_axum::redirect("/sign-up?sent", false);
    Ok(())
}

/// Opens the account whose address the code was sent to, with the password that was chosen for it.
#[server(prefix = "/api", endpoint = "confirm-sign-up", output = Wire)]
pub async fn confirm_sign_up(code: String, password: String) -> Result<(), ApiError> {
    let Visitor { backend, sender, .. } = Visitor::current()?;
    backend.opens_accounts()?;
    let token = Token::parse(&code).map_err(wrong(Field::Code))?;
    let id = backend.confirm_sign_up(&token, Password::typed(&password), sender.as_deref()).await?;
    go_on("/sign-up/confirm", Notice::AccountCreated(id));
    Ok(())
}

/// Mails an account the link to choose a new password.
#[server(prefix = "/api", endpoint = "forgot-password", output = Wire)]
pub async fn forgot_password(login: String) -> Result<(), ApiError> {
    let visitor = Visitor::current()?;
    let login = visitor.backend.forgot_password(&login, visitor.sender.as_deref()).await?;
    visitor.note_mailed(&login).await?;
    leptos_axum::redirect("/forgot-password?sent", false);
    Ok(())
}

/// Chooses a new password with the code that was sent, or the first one by an invitation.
#[server(prefix = "/api", endpoint = "reset-password", output = Wire)]
pub async fn reset_password(code: String, new_password: String) -> Result<(), ApiError> {
    let token = Token::parse(&code).map_err(wrong(Field::Code))?;
    let visitor = Visitor::current()?;
    let chosen = visitor.backend.reset_password(&token, &new_password).await?;
    visitor.log(SecurityEvent::PasswordReset, Some(&chosen.account));
    visitor.note(Proof::Accepted { account: chosen.account, password_stamp: chosen.password_stamp });
    go_on("/sign-in", if chosen.invited { Done::PasswordChosen } else { Done::PasswordReset });
    Ok(())
}
