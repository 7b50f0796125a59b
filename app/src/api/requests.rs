//! My requests, and what one does with a request.

use countersign_domain::{
    RequestId,
    view::{Decided, RequestDetail, RequestPage},
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, codec::Wire};

#[cfg(feature = "ssr")]
use {
    super::{go_on, wrong},
    crate::{Visitor, notice::Done, paths},
    countersign_backend::RequestFilter,
    countersign_domain::{Decision, Field, IdempotencyKey, Note, Problem, Token},
};

/// A page of the requests that I sent or received.
#[server(prefix = "/api", endpoint = "requests", input = GetUrl, output = Wire)]
pub async fn requests(state: String, #[server(default)] before: String) -> Result<RequestPage, ApiError> {
    let filter = RequestFilter::try_from(state.as_str()).unwrap_or(RequestFilter::All);
    Ok(Visitor::actor()?.requests(filter, before.parse().ok()).await?)
}

/// A request; and what is wrong with the code of the link that led to it, if it can no longer be used.
#[server(prefix = "/api", endpoint = "request", input = GetUrl, output = Wire)]
pub async fn request(id: RequestId, #[server(default)] token: String) -> Result<RequestDetail, ApiError> {
    let actor = Visitor::actor()?;
    let mut detail = actor.request(id).await?;
    if let Ok(token) = Token::parse(&token) {
        detail.dead_code = actor.dead_code(id, &token).await?;
    }
    Ok(detail)
}

/// Accepts or refuses a request with the code that I was sent. The same again, with the same `key`, is answered again.
#[server(prefix = "/api", endpoint = "decide", output = Wire)]
pub async fn decide(
    id: RequestId,
    code: String,
    decision: String,
    #[server(default)] key: String,
) -> Result<Decided, ApiError> {
    let actor = Visitor::actor()?;
    let decision = Decision::from_name(&decision).ok_or(Problem::Malformed)?;
    let token = Token::parse(&code).map_err(wrong(Field::Code))?;
    let key = IdempotencyKey::parse_optional(&key)?;
    let decided = actor.decide(id, &token, decision, key.as_ref()).await?;
    go_on(&paths::request(id), Done::from(&decided));
    Ok(decided)
}

/// Cancels a request that I asked for, or one of a service that I administer.
#[server(prefix = "/api", endpoint = "cancel", output = Wire)]
pub async fn cancel(id: RequestId, #[server(default)] reason: String) -> Result<(), ApiError> {
    let reason = Note::parse_optional(&reason).map_err(wrong(Field::Reason))?;
    Visitor::actor()?.cancel(id, reason.as_ref()).await?;
    go_on(&paths::request(id), Done::Cancelled);
    Ok(())
}

/// Sends me a new code.
#[server(prefix = "/api", endpoint = "resend", output = Wire)]
pub async fn resend(id: RequestId) -> Result<(), ApiError> {
    Visitor::actor()?.resend(id).await?;
    go_on(&paths::request(id), Done::Resent);
    Ok(())
}

/// Asks once more for what a request of mine asked for.
#[server(prefix = "/api", endpoint = "ask-again", output = Wire)]
pub async fn ask_again(id: RequestId) -> Result<Vec<RequestId>, ApiError> {
    let requests = Visitor::actor()?.ask_again(id).await?;
    super::go_to_registered(&requests);
    Ok(requests)
}
