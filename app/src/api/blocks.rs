//! The customers that I have blocked.

use leptos::prelude::*;

use crate::{Fault, wire::Wire};

#[cfg(feature = "ssr")]
use {
    super::wrong,
    crate::{SecurityEvent, Visitor},
    countersign_domain::{Field, Handle, Problem, Wrong},
};

/// The customer ID that was typed, or that a button names.
#[cfg(feature = "ssr")]
fn parse(customer: &str) -> Result<Handle, Fault> {
    let suffix = &Visitor::current()?.backend.settings().suffix.clone();
    Handle::parse(customer, suffix).map_err(wrong(Field::Customer))
}

/// Blocks a customer whose ID I typed in my profile.
#[server(prefix = "/api", endpoint = "block", output = Wire)]
pub async fn block(customer: String) -> Result<(), Fault> {
    let actor = Visitor::actor()?;
    if !actor.block(&parse(&customer)?).await? {
        return Err(Problem::field(Field::Customer, Wrong::Blocked).into());
    }
    Visitor::current()?.log(SecurityEvent::CustomerBlocked, None);
    leptos_axum::redirect("/profile?notice=blocked", false);
    Ok(())
}

/// Blocks the customer that asks for what a request's page shows. The same press again is answered again: the page is gone by then.
#[server(prefix = "/api", endpoint = "block-requester", output = Wire)]
pub async fn block_requester(customer: String) -> Result<(), Fault> {
    let actor = Visitor::actor()?;
    if actor.block(&parse(&customer)?).await? {
        Visitor::current()?.log(SecurityEvent::CustomerBlocked, None);
    }
    leptos_axum::redirect("/contacts/requests?notice=blocked", false);
    Ok(())
}

/// Unblocks a customer.
#[server(prefix = "/api", endpoint = "unblock", output = Wire)]
pub async fn unblock(customer: String) -> Result<(), Fault> {
    let actor = Visitor::actor()?;
    actor.unblock(&parse(&customer)?).await?;
    Visitor::current()?.log(SecurityEvent::CustomerUnblocked, None);
    leptos_axum::redirect("/profile?notice=unblocked", false);
    Ok(())
}
