//! The customers that I have blocked.

use leptos::prelude::*;

use crate::{ApiError, codec::Wire};

#[cfg(feature = "ssr")]
use {
    super::{go_on, wrong},
    crate::{SecurityEvent, Visitor, notice::Done},
    countersign_domain::{Field, Handle, Problem, Wrong},
};

/// The customer ID that was typed, or that a button names.
#[cfg(feature = "ssr")]
fn parse(customer: &str) -> Result<Handle, ApiError> {
    let suffix = &Visitor::current()?.backend.settings().suffix.clone();
    Handle::parse(customer, suffix).map_err(wrong(Field::Customer))
}

/// Blocks a customer whose ID I typed in my profile.
#[server(prefix = "/api", endpoint = "block", output = Wire)]
pub async fn block(customer: String) -> Result<(), ApiError> {
    let actor = Visitor::actor()?;
    if !actor.block(&parse(&customer)?).await? {
        return Err(Problem::field(Field::Customer, Wrong::Blocked).into());
    }
    Visitor::current()?.log(SecurityEvent::CustomerBlocked, None);
    go_on("/profile", Done::Blocked);
    Ok(())
}

/// Blocks the customer that asks for what a request's page shows. The same press again is answered again: the page is gone by then.
#[server(prefix = "/api", endpoint = "block-requester", output = Wire)]
pub async fn block_requester(customer: String) -> Result<(), ApiError> {
    let actor = Visitor::actor()?;
    if actor.block(&parse(&customer)?).await? {
        Visitor::current()?.log(SecurityEvent::CustomerBlocked, None);
    }
    go_on("/contacts/requests", Done::Blocked);
    Ok(())
}

/// Unblocks a customer.
#[server(prefix = "/api", endpoint = "unblock", output = Wire)]
pub async fn unblock(customer: String) -> Result<(), ApiError> {
    let actor = Visitor::actor()?;
    actor.unblock(&parse(&customer)?).await?;
    Visitor::current()?.log(SecurityEvent::CustomerUnblocked, None);
    go_on("/profile", Done::Unblocked);
    Ok(())
}
