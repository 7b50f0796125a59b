//! The access log, which never holds a query string or a code.

use std::time::Instant;

use axum::{extract::Request, middleware::Next, response::Response};
use countersign_domain::TOKEN_LENGTH;
use uuid::Uuid;

/// A line for each request: method, path, status, time taken.
pub(in crate::http) async fn log(request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), loggable(request.uri().path()));
    let begun = Instant::now();
    let response = next.run(request).await;
    // As a type that JSON has a number for.
    let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: "countersign::access", %method, path, status = response.status().as_u16(), ms);
    response
}

/// A path as logs may hold it. A link that was damaged on its way may have its code there: what is not like a name of ours, or
/// is too long for one, is left out.
pub(in crate::http) fn loggable(path: &str) -> String {
    let may_be_code = |run: &str| {
        run.bytes().filter(u8::is_ascii_alphanumeric).count() >= TOKEN_LENGTH && Uuid::try_parse(run).is_err()
    };
    let part = |part| {
        let mut runs = str::split(part, |c: char| !c.is_ascii_alphanumeric() && c != '-');
        let ours = str::bytes(part).all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if ours && !runs.any(may_be_code) { part } else { "…" }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::loggable;

    #[test]
    fn codes_are_not_logged() {
        let code = "0123456789ABCDEFGHJKMNPQRSTV";
        let grouped = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV";
        for path in [
            format!("/contacts/requests/2%3Ftoken={code}"),
            format!("/x/{grouped}/y"),
            code.to_lowercase(),
            "/sign-in;password=4567".to_owned(),
        ] {
            let told = loggable(&path);
            assert!(told.contains('…') && !told.to_uppercase().contains("4567"), "{told}");
        }
        let ours = [
            "/",
            "/contacts/services/0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000/owner",
            "/pkg/countersign.e4775ee2973f91ed.wasm",
            "/api/end-other-sessions",
        ];
        for path in ours {
            assert_eq!(loggable(path), path);
        }
    }
}
