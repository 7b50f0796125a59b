//! The link shape of the field's best-known system leads to ours.

use axum::{
    extract::{Path, Query},
    response::Redirect,
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Link {
    token: Option<String>,
}

/// `/useraccount/contacts/{id}?tab=REQUESTS&token=…` → `/contacts/requests/{id}?token=…`
pub(super) async fn useraccount(Path(id): Path<i64>, Query(link): Query<Link>) -> Redirect {
    let token = link.token.unwrap_or_default();
    let query: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
    Redirect::to(&if query.is_empty() {
        format!("/contacts/requests/{id}")
    } else {
        format!("/contacts/requests/{id}?token={query}")
    })
}
