//! The owner of a service.
#![allow(clippy::too_many_arguments, reason = "they are the fields of a form")]

use countersign_domain::view;
use leptos::{prelude::*, server_fn::codec::GetUrl};
use uuid::Uuid;

use crate::{ApiError, codec::Wire};

#[cfg(feature = "ssr")]
use {
    super::go_on,
    crate::{Visitor, notice::Done, paths},
    countersign_domain::TypedOwner,
};

/// The owner of a service, and who edited it when.
#[server(prefix = "/api", endpoint = "owner", input = GetUrl, output = Wire)]
pub async fn owner(service: Uuid) -> Result<view::OwnerPage, ApiError> {
    Ok(Visitor::actor()?.owner(service).await?)
}

/// Edits the owner of a service. `version` is the one that the form was made from.
#[server(prefix = "/api", endpoint = "edit-owner", output = Wire)]
pub async fn edit_owner(
    service: Uuid,
    version: i32,
    name: String,
    #[server(default)] organisation: String,
    street: String,
    #[server(default)] postal_code: String,
    city: String,
    country: String,
    phone: String,
    owner_email: String,
) -> Result<(), ApiError> {
    let typed = TypedOwner {
        name: &name,
        organisation: &organisation,
        street: &street,
        postal_code: &postal_code,
        city: &city,
        country: &country,
        phone: &phone,
        email: &owner_email,
    };
    Visitor::actor()?.edit_owner(service, version, &typed).await?;
    go_on(&paths::service(service, "/owner"), Done::OwnerEdited);
    Ok(())
}
