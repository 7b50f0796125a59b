//! What is sent at the server: right requests, damaged in a few places, down to the bytes of the connection.

use std::fmt;

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};

use super::pieces::{Piece, piece};
use crate::support::BASE;

/// A request as it goes over the connection.
#[derive(Clone)]
pub(super) struct Shot {
    pub(super) bytes: Vec<u8>,
    /// Whether it still ends where it says, so that there must be an answer.
    pub(super) whole: bool,
}

impl fmt::Debug for Shot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, more) = self.bytes.split_at(self.bytes.len().min(4000));
        write!(f, "{}", shown.escape_ascii())?;
        if more.is_empty() { Ok(()) } else { write!(f, "… {} bytes more", more.len()) }
    }
}

/// One thing that goes wrong. Places are counted round: there is always one.
#[derive(Clone, Debug)]
enum Damage {
    Value(Index, Piece),
    Name(Index, Piece),
    Without(Index),
    Twice(Index),
    Added(Piece, Piece),
    Path(Index, Piece),
    PathEnds(Index),
    Method(&'static str),
    Accept(&'static str),
    Header(&'static str, Piece),
    Cookie(Piece),
    Body(Piece),
    Byte(Index, u8),
    ByteGone(Index),
    Cut(Index),
}

/// What is read of the headers by somebody: us, or a library below.
const HEADERS: &[&str] = &[
    "Accept-Language",
    "Referer",
    "Origin",
    "Sec-Fetch-Site",
    "X-Forwarded-For",
    "Content-Type",
    "Cookie",
    "Accept-Encoding",
    "Countersign-Page",
    "Last-Event-ID",
    "If-None-Match",
    "If-Modified-Since",
    "Range",
    "Expect",
    "Host",
    "Sec-Purpose",
    "User-Agent",
    "X-Forwarded-Host",
    "Upgrade",
    "Authorization",
];

const ACCEPT: &[&str] = &[
    "text/html,application/xhtml+xml,*/*;q=0.8",
    "application/json",
    COMPACT,
    "application/x-postcard; build=other",
    "*/*",
    "",
];
/// As pages of the tests' servers ask.
const COMPACT: &str = "application/x-postcard; build=0123456789abcdef";
const METHODS: &[&str] =
    &["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "FUZZ"];

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<Index>;
    prop_oneof![
        12 => (place(), piece()).prop_map(|(at, with)| Damage::Value(at, with)),
        1 => (place(), piece()).prop_map(|(at, with)| Damage::Name(at, with)),
        2 => place().prop_map(Damage::Without),
        2 => place().prop_map(Damage::Twice),
        1 => (piece(), piece()).prop_map(|(name, value)| Damage::Added(name, value)),
        3 => (place(), piece()).prop_map(|(at, with)| Damage::Path(at, with)),
        1 => place().prop_map(Damage::PathEnds),
        1 => select(METHODS).prop_map(Damage::Method),
        2 => select(ACCEPT).prop_map(Damage::Accept),
        4 => (select(HEADERS), piece()).prop_map(|(name, value)| Damage::Header(name, value)),
        1 => piece().prop_map(Damage::Cookie),
        1 => piece().prop_map(Damage::Body),
        1 => (place(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        1 => place().prop_map(Damage::ByteGone),
        1 => place().prop_map(Damage::Cut),
    ]
}

/// One of these requests, `METHOD /path field=value&…`, damaged, with the cookies that are given.
pub(super) fn shots(right: Vec<String>, cookie: String) -> impl Strategy<Value = Shot> {
    let noise = vec(any::<u8>(), 1..200).prop_map(|bytes| Shot { bytes, whole: false });
    let damaged = (select(right), vec(damage(), 0..4)).prop_map(move |(line, damages)| write(&line, &cookie, &damages));
    prop_oneof![1 => noise, 40 => damaged]
}

fn write(line: &str, cookie: &str, damages: &[Damage]) -> Shot {
    let mut words = line.split(' ');
    let (mut method, path, fields) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap_or_default());
    let posted = method == "POST";
    let mut path = path.as_bytes().to_vec();
    let mut cookie = cookie.as_bytes().to_vec();
    let mut fields: Vec<(Piece, Piece)> = fields
        .split_terminator('&')
        .map(|field| field.split_once('=').unwrap_or((field, "")))
        .map(|(name, value)| (name.into(), value.into()))
        .collect();
    let mut accept = ACCEPT[usize::from(posted)];
    let mut headers: Vec<(&str, Piece)> = vec![("Referer", format!("{BASE}/contacts/services").into())];
    if posted {
        headers.push(("Content-Type", b"application/x-www-form-urlencoded".to_vec()));
        headers.push(("Origin", BASE.into()));
    }
    let mut body = None;
    for damage in damages {
        match damage.clone() {
            Damage::Path(at, with) => {
                let at = at.index(path.len()) + 1;
                path.splice(at..at, with);
            }
            Damage::PathEnds(at) => path.truncate(at.index(path.len()) + 1),
            Damage::Method(other) => method = other,
            Damage::Accept(other) => accept = other,
            Damage::Cookie(other) => cookie = other,
            Damage::Body(other) => body = Some(other),
            Damage::Added(name, value) => fields.push((name, value)),
            Damage::Header(name, value) => {
                headers.retain(|(known, _)| *known != name);
                headers.push((name, value));
            }
            _ if fields.is_empty() => {}
            Damage::Value(at, with) => at.get_mut(&mut fields).1 = with,
            Damage::Name(at, with) => at.get_mut(&mut fields).0 = with,
            Damage::Without(at) => drop(fields.remove(at.index(fields.len()))),
            Damage::Twice(at) => fields.push(at.get(&fields).clone()),
            Damage::Byte(..) | Damage::ByteGone(_) | Damage::Cut(_) => {}
        }
    }
    let fields =
        fields.iter().map(|(name, value)| [name, b"=".as_slice(), value].concat()).collect::<Vec<_>>().join(&b"&"[..]);
    let (query, body) = match body {
        Some(body) => (Vec::new(), body),
        None if posted => (Vec::new(), fields),
        None => (fields, Vec::new()),
    };
    // An address is one word, whatever stands in it, and a header one line.
    let one_word = |bytes: &[u8]| bytes.iter().copied().filter(u8::is_ascii_graphic).collect::<Vec<_>>();
    let one_line =
        |bytes: &[u8]| bytes.iter().copied().filter(|byte| *byte >= b' ' && *byte != 127).collect::<Vec<_>>();
    let address = if query.is_empty() { path } else { [path, query].join(&b'?') };
    let mut bytes =
        [method.as_bytes(), b" ", &one_word(&address), b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"].concat();
    headers.push(("Accept", accept.into()));
    headers.push(("Cookie", cookie));
    for (name, value) in headers {
        bytes.extend([name.as_bytes(), b": ", &one_line(&value), b"\r\n"].concat());
    }
    bytes.extend(format!("Content-Length: {}\r\n\r\n", body.len()).bytes());
    bytes.extend(body);

    let mut whole = true;
    for damage in damages {
        match damage {
            Damage::Byte(at, byte) => *at.get_mut(&mut bytes) = *byte,
            Damage::ByteGone(at) => drop(bytes.remove(at.index(bytes.len()))),
            Damage::Cut(at) => bytes.truncate(at.index(bytes.len()) + 1),
            _ => continue,
        }
        whole = false;
    }
    Shot { bytes, whole }
}
