//! Signing in and out, and what every page asks.

use countersign_domain::view;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{Fault, state, wire::Wire};

#[cfg(feature = "ssr")]
use {
    crate::{
        Visitor,
        visitor::{FLASH_KEY, session_fault},
    },
    countersign_backend::{Password, SignIn as Outcome},
    countersign_domain::Problem,
};

/// The signed-in account and what waits for it.
#[server(prefix = "/api", endpoint = "me", input = GetUrl, output = Wire)]
pub async fn me() -> Result<Option<view::Me>, Fault> {
    match Visitor::current()?.actor {
        Some(actor) => Ok(Some(actor.me().await?)),
        None => Ok(None),
    }
}

/// What the last form that was sent without JavaScript is told; told once.
#[server(prefix = "/api", endpoint = "flash", input = GetUrl, output = Wire)]
pub async fn flash() -> Result<Option<state::Flash>, Fault> {
    let session = Visitor::current()?.session;
    // To remove nothing would have the session stored again all the same.
    if session.get_value(FLASH_KEY).await.map_err(session_fault)?.is_none() {
        return Ok(None);
    }
    session.remove(FLASH_KEY).await.map_err(session_fault)
}

/// Signs in and goes on to `next`.
#[server(prefix = "/api", endpoint = "sign-in", output = Wire)]
pub async fn sign_in(login: String, password: String, next: String) -> Result<(), Fault> {
    let visitor = Visitor::current()?;
    match visitor.backend.sign_in(&login, Password::typed(&password)).await? {
        Outcome::Accepted(account) => visitor.sign_in(&account).await?,
        Outcome::Rejected => return Err(Problem::WrongCredentials.into()),
    }
    leptos_axum::redirect(local_path(&next), false);
    Ok(())
}

/// Chooses a password in place of the operator's at the first sign-in, and goes on to `next`.
#[server(prefix = "/api", endpoint = "choose-password", output = Wire)]
pub async fn choose_password(new_password: String, next: String) -> Result<(), Fault> {
    let visitor = Visitor::current()?;
    let choice = visitor.must_choose.as_ref().ok_or(Problem::SignedOut)?;
    let account = choice.choose(&new_password).await?;
    visitor.sign_in(&account).await?;
    leptos_axum::redirect(local_path(&next), false);
    Ok(())
}

/// Signs out.
#[server(prefix = "/api", endpoint = "sign-out", output = Wire)]
pub async fn sign_out() -> Result<(), Fault> {
    let visitor = Visitor::current()?;
    // Strangers store nothing, not even a notice for the next page.
    let mut next = "/sign-in";
    if visitor.account_id().is_some() {
        visitor.sign_out().await?;
        next = "/sign-in?notice=signed-out";
    }
    leptos_axum::redirect(next, false);
    Ok(())
}

/// A path of ours, or `/`: never another site's address, never more than one header line.
#[cfg(feature = "ssr")]
pub(crate) fn local_path(next: &str) -> &str {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && next.bytes().all(|b| (0x21..0x7f).contains(&b) && b != b'\\');
    if ours { next } else { "/" }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::local_path;

    #[test]
    fn only_paths_of_ours() {
        for ours in ["/", "/contacts/requests/7?token=ABC", "/profile"] {
            assert_eq!(local_path(ours), ours);
        }
        for other in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x",
            "/a b",
            "javascript:alert(1)",
        ] {
            assert_eq!(local_path(other), "/", "{other:?}");
        }
    }
}
