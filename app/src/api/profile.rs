//! The profile.

use countersign_domain::view;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{Fault, wire::Wire};

#[cfg(feature = "ssr")]
use {
    super::wrong,
    crate::{SecurityEvent, Visitor},
    countersign_backend::Password,
    countersign_domain::{Field, Problem, Token},
};

/// My profile.
#[server(prefix = "/api", endpoint = "profile", input = GetUrl, output = Wire)]
pub async fn profile() -> Result<view::Profile, Fault> {
    let profile = Visitor::actor()?.profile().await?;
    Ok(view::Profile { sessions: Visitor::current()?.sessions().await?, ..profile })
}

/// Ends one of my sessions; this one as if I signed out.
#[server(prefix = "/api", endpoint = "end-session", output = Wire)]
pub async fn end_session(key: String) -> Result<(), Fault> {
    let ended = Visitor::actor()?.end_sessions(&[key]).await?;
    if ended == 0 {
        return Err(Problem::NotFound.into());
    }
    leptos_axum::redirect("/profile?notice=session-ended", false);
    Ok(())
}

/// Ends all of my sessions but this one.
#[server(prefix = "/api", endpoint = "end-other-sessions", output = Wire)]
pub async fn end_other_sessions() -> Result<(), Fault> {
    let others = Visitor::current()?.sessions().await?.into_iter().filter(|session| !session.here);
    Visitor::actor()?.end_sessions(&others.map(|session| session.key).collect::<Vec<_>>()).await?;
    leptos_axum::redirect("/profile?notice=sessions-ended", false);
    Ok(())
}

/// Changes name and organisation.
#[server(prefix = "/api", endpoint = "change-name", output = Wire)]
pub async fn change_name(name: String, organisation: String) -> Result<(), Fault> {
    Visitor::actor()?.change_name(&name, &organisation).await?;
    leptos_axum::redirect("/profile?notice=name", false);
    Ok(())
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
    Visitor::current()?.log(SecurityEvent::EmailChanged, None);
    leptos_axum::redirect("/profile?notice=email-confirmed", false);
    Ok(())
}

/// Changes the password; every other session of mine ends.
#[server(prefix = "/api", endpoint = "change-password", output = Wire)]
pub async fn change_password(password: String, new_password: String) -> Result<(), Fault> {
    let account = Visitor::actor()?.change_password(Password::typed(&password), &new_password).await?;
    let visitor = Visitor::current()?;
    visitor.log(SecurityEvent::PasswordChanged, None);
    visitor.sign_in(&account).await?;
    leptos_axum::redirect("/profile?notice=password", false);
    Ok(())
}
