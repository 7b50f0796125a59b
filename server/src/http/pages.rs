//! Pages: the application rendered completely, in the visitor's language.

use axum::{
    extract::{Request, State as Extract},
    http::{Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use countersign_app::{Visitor, shell};
use countersign_locales::Ui;
use leptos::prelude::provide_context;

use super::State;

/// Renders the page of the request's address, or the page that says there is none.
///
/// Which addresses are pages is known to the application's own router alone.
pub(super) async fn page(Extract(state): Extract<State>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let language = request.extensions().get::<Visitor>().map(|visitor| visitor.language).unwrap_or_default();
    let assets = state.assets.clone();
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_context(Ui::of(language));
            provide_context(assets.clone());
        },
        shell,
    );
    render(request).await
}
