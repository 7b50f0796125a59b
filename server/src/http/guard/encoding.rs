//! How answers are compressed. What the browser loads is compressed when it is built; pages are when they are sent.
//!
//! `Accept-Encoding` is read here, once (RFC 9110, 12.5.3), and passed on as the one coding that the answer is to have: the services
//! behind read it each in its own way, and one of them takes `*` for "as it is", compressing a large file again for each request.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// The codings that we have, the best first.
const CODINGS: [&str; 2] = ["br", "gzip"];
/// Not compressed.
const IDENTITY: &str = "identity";

/// Chooses the coding of the answer. A client that takes none of ours, nor what is not compressed, gets 406, and nothing is done.
pub(in crate::http) async fn choose(mut request: Request, next: Next) -> Response {
    match chosen(request.headers()) {
        Some(IDENTITY) => request.headers_mut().remove(header::ACCEPT_ENCODING),
        Some(coding) => request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static(coding)),
        None => return StatusCode::NOT_ACCEPTABLE.into_response(),
    };
    next.run(request).await
}

/// The coding that the client likes best, and of several, the one that we do.
fn chosen(headers: &HeaderMap) -> Option<&'static str> {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    let listed: Vec<(String, u16)> = lines.flat_map(|line| line.split(',')).filter_map(weighed).collect();
    let of = |name: &str| listed.iter().find(|(listed, _)| listed == name).map(|(_, weight)| *weight);
    let any = of("*");
    // What is not listed is not taken; but for what is not compressed, unless it is excluded.
    let weight = |coding| of(coding).or(any).unwrap_or(u16::from(coding == IDENTITY));
    let best = CODINGS.into_iter().chain([IDENTITY]).rev().max_by_key(|coding| weight(coding))?;
    (weight(best) > 0).then_some(best)
}

/// A coding and its weight in thousandths: `gzip;q=0.5`. What cannot be read is not listed.
fn weighed(item: &str) -> Option<(String, u16)> {
    let mut parts = item.split(';').map(str::trim);
    let coding = parts.next().filter(|coding| !coding.is_empty())?.to_ascii_lowercase();
    let coding = if coding == "x-gzip" { "gzip".to_owned() } else { coding };
    let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
        Some(text) => text.parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight))?,
        None => 1.0,
    };
    Some((coding, (weight * 1000.0).round() as u16))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen_for(accepts: &[&str]) -> Option<&'static str> {
        let mut headers = HeaderMap::new();
        for line in accepts {
            headers.append(header::ACCEPT_ENCODING, HeaderValue::from_str(line).unwrap());
        }
        chosen(&headers)
    }

    #[test]
    fn the_best_that_the_client_takes() {
        for (accepts, coding) in [
            ("gzip, deflate, br, zstd", "br"),
            ("*", "br"),
            ("*;q=0.5", "br"),
            ("identity;q=0, *", "br"),
            ("br;q=0, *", "gzip"),
            ("gzip", "gzip"),
            ("X-GZIP;Q=0.3", "gzip"),
            ("br;q=0.2, gzip;q=0.8", "gzip"),
            ("br ; q=1.000 , gzip", "br"),
            ("identity", IDENTITY),
            ("identity, br;q=0.5", IDENTITY),
            ("zstd", IDENTITY),
            ("br;q=0", IDENTITY),
            ("", IDENTITY),
            ("br;q=nonsense", IDENTITY),
            ("br;q=7", IDENTITY),
            (";;;,,q=1", IDENTITY),
        ] {
            assert_eq!(chosen_for(&[accepts]), Some(coding), "{accepts:?}");
        }
        assert_eq!(chosen_for(&[]), Some(IDENTITY));
        assert_eq!(chosen_for(&["gzip;q=0.1", "br"]), Some("br"));
        for none in ["identity;q=0", "*;q=0", "zstd, identity;q=0", "identity;q=0, br;q=0, gzip;q=0"] {
            assert_eq!(chosen_for(&[none]), None, "{none:?}");
        }
    }
}
