//! The one error of server functions: a problem that a person may be told.

use countersign_domain::Problem;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

use crate::codec::WireFormat;

/// A [`Problem`] as server functions return it, with its HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(transparent)]
#[error(transparent)]
pub struct ApiError(pub Problem);

impl From<Problem> for ApiError {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

#[cfg(feature = "ssr")]
impl From<countersign_backend::Error> for ApiError {
    fn from(error: countersign_backend::Error) -> Self {
        Self(error.for_client())
    }
}

impl FromServerFnError for ApiError {
    type Encoder = WireFormat;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self(match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) | ServerFnErrorErr::Deserialization(_) => {
                Problem::Unreachable
            }
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Serialization(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => Problem::Malformed,
            _ => Problem::Internal(String::new()),
        })
    }

    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
