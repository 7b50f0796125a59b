//! The profile.

use countersign_domain::view;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, codec::Wire};

#[cfg(feature = "ssr")]
use {
    super::{go_on, wrong},
    crate::{SecurityEvent, Visitor, notice::Done},
    countersign_backend::Password,
    countersign_domain::{Field, Problem, Token},
};

/// My profile.
#[server(prefix = "/api", endpoint = "profile", input = GetUrl, output = Wire)]
pub async fn profile() -> Result<view::Profile, ApiError> {
    let profile = Visitor::actor()?.profile().await?;
    Ok(view::Profile { sessions: Visitor::current()?.sessions().await?, ..profile })
}

/// Ends one of my sessions; this one as if I signed out.
#[server(prefix = "/api", endpoint = "end-session", output = Wire)]
pub async fn end_session(key: String) -> Result<(), ApiError> {
    let ended = Visitor::actor()?.end_sessions(&[key]).await?;
    if ended == 0 {
        return Err(Problem::NotFound.into());
    }
    go_on("/profile", Done::SessionEnded);
    Ok(())
}

/// Ends all of my sessions but this one.
#[server(prefix = "/api", endpoint = "end-other-sessions", output = Wire)]
pub async fn end_other_sessions() -> Result<(), ApiError> {
    let others = Visitor::current()?.sessions().await?.into_iter().filter(|session| !session.here);
    Visitor::actor()?.end_sessions(&others.map(|session| session.key).collect::<Vec<_>>()).await?;
    go_on("/profile", Done::SessionsEnded);
    Ok(())
}

/// Changes name and organisation.
#[server(prefix = "/api", endpoint = "change-name", output = Wire)]
pub async fn change_name(name: String, organisation: String) -> Result<(), ApiError> {
    Visitor::actor()?.change_name(&name, &organisation).await?;
    go_on("/profile", Done::NameChanged);
    Ok(())
}

/// Asks for a new e-mail address.
#[server(prefix = "/api", endpoint = "change-email", output = Wire)]
pub async fn change_email(email: String, password: String) -> Result<(), ApiError> {
    Visitor::actor()?.ask_email(&email, Password::typed(&password)).await?;
    go_on("/profile", Done::EmailAsked);
    Ok(())
}

/// Confirms a new e-mail address with the code that was sent there.
#[server(prefix = "/api", endpoint = "confirm-email", output = Wire)]
pub async fn confirm_email(code: String) -> Result<(), ApiError> {
    let actor = Visitor::actor()?;
    let token = Token::parse(&code).map_err(wrong(Field::Code))?;
    actor.confirm_email(&token).await?;
    Visitor::current()?.log(SecurityEvent::EmailChanged, None);
    go_on("/profile", Done::EmailConfirmed);
    Ok(())
}

/// Changes the password; every other session of mine ends.
#[server(prefix = "/api", endpoint = "change-password", output = Wire)]
pub async fn change_password(password: String, new_password: String) -> Result<(), ApiError> {
    let account = Visitor::actor()?.change_password(Password::typed(&password), &new_password).await?;
    let visitor = Visitor::current()?;
    visitor.log(SecurityEvent::PasswordChanged, None);
    visitor.sign_in(&account).await?;
    go_on("/profile", Done::PasswordChanged);
    Ok(())
}
