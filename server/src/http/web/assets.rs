//! What the browser loads: names with the hash of their content, precompressed, kept for ever; and the dictionaries.

use std::{fs, path::Path};

use axum::{
    Router,
    extract::Path as PathOf,
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use countersign_app::Assets;
use countersign_locales::{Language, dictionary};
use tower_http::services::{ServeDir, ServeFile};

use crate::{failure::Failure, http::state::State};

/// For what never changes under its name.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The longest path, in bytes, that is looked for among files: at a much longer one, the file system itself would fail.
const LONGEST_PATH: usize = 200;

/// Reads the names of what was built from `hash.txt`: beside the files, or beside this program as cargo-leptos puts it.
///
/// # Errors
/// When nothing was built.
pub(in crate::http) fn find(site: &Path) -> Result<Assets, Failure> {
    let beside_program = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join("hash.txt")));
    let hashes = fs::read_to_string(site.join("hash.txt"))
        .ok()
        .or_else(|| fs::read_to_string(beside_program?).ok())
        .ok_or_else(|| {
            format!("{}: what the browser loads is not there; build it with 'make build'", site.display())
        })?;
    let name = |key: &str, name: &str, kind: &str| -> Result<std::sync::Arc<str>, Failure> {
        let hash = hashes.lines().find_map(|line| line.split_once(':').filter(|(known, _)| *known == key));
        let (_, hash) = hash.ok_or_else(|| format!("hash.txt names no {key}"))?;
        let path = format!("/pkg/{name}.{}.{kind}", hash.trim());
        if site.join(&path[1..]).exists() {
            Ok(path.into())
        } else {
            Err(format!("{path} is not there: build again").into())
        }
    };
    let ours = |kind| name(kind, "countersign", kind);
    Ok(Assets {
        js: ours("js")?,
        wasm: ours("wasm")?,
        css: ours("css")?,
        help: name("help", "help", "css")?,
        font: name("font", "latin", "woff2")?,
        font_beyond: name("font-beyond", "latin-ext", "woff2")?,
    })
}

/// The routes of files and dictionaries.
pub(super) fn routes(site: &Path) -> Router<State> {
    let packages = ServeDir::new(site.join("pkg")).precompressed_br().precompressed_gzip();
    Router::new()
        .nest_service("/pkg", packages)
        .route("/locale/{file}", get(locale))
        .layer(middleware::from_fn(keep))
        .route_service("/favicon.svg", ServeFile::new(site.join("favicon.svg")))
        .route_service("/robots.txt", ServeFile::new(site.join("robots.txt")))
}

/// Keeps the files for ever: their names tell their content. A name that no file can have is one that none of ours has.
async fn keep(request: axum::extract::Request, next: Next) -> Response {
    if request.uri().path().len() > LONGEST_PATH {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = next.run(request).await;
    if response.status().is_success() {
        response.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
    }
    response
}

/// The texts of one language: `/locale/fr.0123456789abcdef.json`.
async fn locale(PathOf(file): PathOf<String>) -> Response {
    let found = Language::ALL
        .into_iter()
        .find(|language| file == format!("{}.{}.json", language.code(), dictionary(*language).hash));
    match found {
        Some(language) => ([(header::CONTENT_TYPE, "application/json")], dictionary(language).json).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
