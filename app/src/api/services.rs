//! My services and the form of contacts.
#![allow(clippy::too_many_arguments, reason = "they are the fields of a form")]

use countersign_domain::{
    RequestId,
    view::{self, ServicePage},
};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use uuid::Uuid;

use crate::{ApiError, codec::Wire};

#[cfg(feature = "ssr")]
use {
    super::wrong,
    crate::Visitor,
    countersign_backend::Submission,
    countersign_domain::{
        Category, Contacts, Field, Note, Problem, Role, Wishes, view::ServiceQuery, view::ServiceSort,
    },
};

/// A page of my services. Words that are no filter, role or column of ours are passed over.
#[server(prefix = "/api", endpoint = "services", input = GetUrl, output = Wire)]
pub async fn services(
    search: String,
    category: String,
    role: String,
    sort: String,
    descending: bool,
    cursor: String,
) -> Result<ServicePage, ApiError> {
    let query = ServiceQuery {
        search,
        category: Category::from_name(&category),
        role: Role::from_name(&role),
        sort: ServiceSort::from_name(&sort),
        descending,
        cursor: Some(cursor),
    };
    Ok(Visitor::actor()?.services(&query).await?)
}

/// The form of a service's contacts.
#[server(prefix = "/api", endpoint = "contact-form", input = GetUrl, output = Wire)]
pub async fn contact_form(service: Uuid) -> Result<view::ContactForm, ApiError> {
    Ok(Visitor::actor()?.contact_form(service).await?)
}

/// The history of a service.
#[server(prefix = "/api", endpoint = "service-history", input = GetUrl, output = Wire)]
pub async fn service_history(service: Uuid) -> Result<view::ServiceHistory, ApiError> {
    Ok(Visitor::actor()?.service_history(service).await?)
}

/// Registers the requests that a form of contacts makes. `seen`, and `companion` if that is to change along, are the contacts
/// that it was made from: a role that has changed hands since is not handed on unseen. `replaces` are the numbers of the open
/// requests that it said it would end.
#[server(prefix = "/api", endpoint = "submit", output = Wire)]
pub async fn submit(
    service: Uuid,
    #[server(default)] admin: Option<String>,
    #[server(default)] tech: Option<String>,
    #[server(default)] billing: Option<String>,
    #[server(default)] seen: String,
    #[server(default)] message: String,
    #[server(default)] companion: Option<String>,
    #[server(default)] replaces: String,
) -> Result<Vec<RequestId>, ApiError> {
    let actor = Visitor::actor()?;
    let suffix = &Visitor::current()?.backend.settings().suffix.clone();
    let wishes =
        Wishes::parse(admin.as_deref(), tech.as_deref(), billing.as_deref(), suffix).map_err(Problem::Invalid)?;
    let message = Note::parse_optional(&message).map_err(wrong(Field::Message))?;
    let submission = Submission {
        service,
        wishes,
        seen: Contacts::listed(&seen),
        with_companion: companion.is_some(),
        companion_seen: companion.as_deref().and_then(Contacts::listed),
        message,
        replaces: replaces.split(' ').filter_map(|number| number.parse().ok()).collect(),
    };
    let requests = actor.submit(&submission).await?;
    super::go_to_registered(&requests);
    Ok(requests)
}
