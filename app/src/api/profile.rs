//! The profile.

use countersign_domain::view;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{Fault, wire::Wire};

#[cfg(feature = "ssr")]
use {
    super::wrong,
    crate::Visitor,
    countersign_backend::Password,
    countersign_domain::{Field, Token},
};

/// My profile.
#[server(prefix = "/api", endpoint = "profile", input = GetUrl, output = Wire)]
pub async fn profile() -> Result<view::Profile, Fault> {
    Ok(Visitor::actor()?.profile().await?)
}

/// Asks for a new e-mail address.
#[server(prefix = "/api", endpoint = "change-email", output = Wire)]
pub async fn change_email(email: String, password: String) -> Result<(), Fault> {
    Visitor::actor()?.ask_email(&email, Password::typed(&password)).await?;
    leptos_axum::redirect("/profile?notice=email-asked", false);
    Ok(())
}

/// Confirms a new e-mail address with the code that was sent there.
#[server(prefix = "/api", endpoint = "confirm-email", output = Wire)]
pub async fn confirm_email(code: String) -> Result<(), Fault> {
    let actor = Visitor::actor()?;
    let token = Token::parse(&code).map_err(wrong(Field::Code))?;
    actor.confirm_email(&token).await?;
    leptos_axum::redirect("/profile?notice=email-confirmed", false);
    Ok(())
}

/// Changes the password; every other session of mine ends.
#[server(prefix = "/api", endpoint = "change-password", output = Wire)]
pub async fn change_password(password: String, new_password: String) -> Result<(), Fault> {
    let account = Visitor::actor()?.change_password(Password::typed(&password), &new_password).await?;
    Visitor::current()?.sign_in(&account).await?;
    leptos_axum::redirect("/profile?notice=password", false);
    Ok(())
}
