//! What the browser asks of the server.

/// A page that the server has sent.
pub(crate) struct FetchedPage {
    /// Its address: path and query of ours.
    pub(crate) address: String,
    /// The document.
    pub(crate) text: String,
    /// Whether it is what was asked for, by its status.
    pub(crate) is_ok: bool,
    /// Whether the open page differs from the one that the server would make now. Its form was not accepted.
    pub(crate) is_outdated: bool,
}

#[cfg(feature = "hydrate")]
pub(crate) use hydrated::fetch_page;
#[cfg(feature = "hydrate")]
pub(super) use hydrated::get;
#[cfg(feature = "hydrate")]
pub(crate) use hydrated::post;

#[cfg(feature = "hydrate")]
mod hydrated {
    use countersign_domain::Problem;
    use gloo_net::http::{Request, RequestBuilder, Response};
    use leptos::prelude::{document, window};

    use super::FetchedPage;
    use crate::{
        ApiError,
        codec::{Coding, PAGE, accept},
        own_address,
    };

    /// The status with which the server tells a page that it is of another build.
    const OUTDATED: u16 = 426;

    /// What the open page says of itself.
    fn said(name: &str) -> String {
        document().document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
    }

    fn request(request: RequestBuilder) -> RequestBuilder {
        request.header("Accept", &accept(&said("data-build")))
    }

    async fn answer(response: Result<Response, gloo_net::Error>) -> Result<(Response, Vec<u8>), ApiError> {
        let lost = |_| ApiError(Problem::Unreachable);
        let response = response.map_err(lost)?;
        let bytes = response.binary().await.map_err(lost)?;
        if response.ok() {
            Ok((response, bytes))
        } else {
            Err(Coding::Compact.read(&bytes).unwrap_or(ApiError(Problem::Unreachable)))
        }
    }

    pub(in crate::data) async fn get(address: &str) -> Result<Vec<u8>, ApiError> {
        let response = request(Request::get(address)).send().await;
        if response.as_ref().is_ok_and(|response| response.status() == OUTDATED) {
            let _ = window().location().reload();
            // The page goes, and shows nothing else before.
            return std::future::pending().await;
        }
        answer(response).await.map(|(_, bytes)| bytes)
    }

    /// Sends a form; the answer says where to go next, if anywhere. `None` if the browser has to send it itself, because the
    /// page is of another build than the server.
    pub(crate) async fn post(address: &str, form: String) -> Option<Result<Option<String>, ApiError>> {
        let request = request(Request::post(address)).header("Content-Type", "application/x-www-form-urlencoded");
        let Ok(request) = request.body(form) else { return Some(Err(ApiError(Problem::Malformed))) };
        let response = request.send().await;
        if response.as_ref().is_ok_and(|response| response.status() == OUTDATED) {
            return None;
        }
        Some(answer(response).await.map(|(response, _)| response.headers().get("location")))
    }

    /// The server's page of an address, or the one that answers a form. `None` if the server could not be reached.
    pub(crate) async fn fetch_page(place: &str, form: Option<String>) -> Option<FetchedPage> {
        let address = own_address::whole(place);
        let response = match form {
            None => Request::get(&address).header("Accept", "text/html").send().await,
            Some(form) => {
                // The server takes no form of a page that it would make otherwise by now: its answer could not be shown.
                let page = said("data-build") + " " + &said("lang");
                let request = Request::post(&address).header("Accept", "text/html").header(PAGE, &page);
                request.header("Content-Type", "application/x-www-form-urlencoded").body(form).ok()?.send().await
            }
        };
        let response = response.ok()?;
        let address = own_address::own(&response.url())?;
        let (is_ok, is_outdated) = (response.ok(), response.status() == OUTDATED);
        Some(FetchedPage { address, text: response.text().await.ok()?, is_ok, is_outdated })
    }
}

/// Neither for the server nor for the browser: only so that the crate compiles without features.
#[cfg(not(feature = "hydrate"))]
pub(super) async fn get(_address: &str) -> Result<Vec<u8>, crate::ApiError> {
    Err(crate::ApiError(countersign_domain::Problem::Unreachable))
}

/// The same.
#[cfg(not(feature = "hydrate"))]
pub(crate) async fn fetch_page(_address: &str, _form: Option<String>) -> Option<FetchedPage> {
    None
}
