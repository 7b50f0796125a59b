//! Signing in and out, and what every page asks.

use countersign_domain::view;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, codec::Wire, flash};

#[cfg(feature = "ssr")]
use {
    super::go_on,
    crate::{
        Proof, ReturnAddress, SecurityEvent, Visitor,
        notice::Done,
        visitor::{FLASH_KEY, session_fault},
    },
    countersign_backend::{Password, SignIn as Outcome},
    countersign_domain::Problem,
};

/// The signed-in account and what waits for it.
#[server(prefix = "/api", endpoint = "me", input = GetUrl, output = Wire)]
pub async fn me() -> Result<Option<view::Me>, ApiError> {
    match Visitor::current()?.actor {
        Some(actor) => Ok(Some(actor.me().await?)),
        None => Ok(None),
    }
}

/// What the last form that was sent without JavaScript is told; told once.
#[server(prefix = "/api", endpoint = "flash", input = GetUrl, output = Wire)]
pub async fn flash() -> Result<Option<flash::Flash>, ApiError> {
    let session = Visitor::current()?.session;
    // To remove nothing would have the session stored again all the same.
    if session.get_value(FLASH_KEY).await.map_err(session_fault)?.is_none() {
        return Ok(None);
    }
    session.remove(FLASH_KEY).await.map_err(session_fault)
}

/// Signs in and goes on to `next`.
#[server(prefix = "/api", endpoint = "sign-in", output = Wire)]
pub async fn sign_in(login: String, password: String, next: String) -> Result<(), ApiError> {
    let visitor = Visitor::current()?;
    match visitor.backend.sign_in(&login, Password::typed(&password), visitor.queue).await? {
        Outcome::Accepted(account) => {
            visitor.sign_in(&account).await?;
            visitor.log(SecurityEvent::SignedIn, Some(&account.id));
        }
        Outcome::Rejected => {
            visitor.note(Proof::Rejected);
            let named = visitor.backend.account_named(&login).await?;
            SecurityEvent::SignInRefused.log(named.as_ref(), visitor.from, None);
            return Err(Problem::WrongCredentials.into());
        }
    }
    let next = ReturnAddress::parse(&next, &visitor.backend.settings().base_url).unwrap_or_default();
    leptos_axum::redirect(next.as_str(), false);
    Ok(())
}

/// Chooses a password in place of the operator's at the first sign-in, and goes on to `next`.
#[server(prefix = "/api", endpoint = "choose-password", output = Wire)]
pub async fn choose_password(new_password: String, next: String) -> Result<(), ApiError> {
    let visitor = Visitor::current()?;
    let choice = visitor.must_choose.as_ref().ok_or(Problem::SignedOut)?;
    let account = choice.choose(&new_password).await?;
    visitor.sign_in(&account).await?;
    visitor.log(SecurityEvent::PasswordChanged, Some(&account.id));
    let next = ReturnAddress::parse(&next, &visitor.backend.settings().base_url).unwrap_or_default();
    leptos_axum::redirect(next.as_str(), false);
    Ok(())
}

/// Signs out.
#[server(prefix = "/api", endpoint = "sign-out", output = Wire)]
pub async fn sign_out() -> Result<(), ApiError> {
    let visitor = Visitor::current()?;
    // Strangers store nothing, not even a notice for the next page.
    if visitor.account_id().is_none() {
        leptos_axum::redirect("/sign-in", false);
        return Ok(());
    }
    visitor.sign_out().await?;
    visitor.log(SecurityEvent::SignedOut, None);
    go_on("/sign-in", Done::SignedOut);
    Ok(())
}
