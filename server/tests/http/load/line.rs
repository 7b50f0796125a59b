//! A connection that is kept: one request after the other, of whoever's cookie.

use std::{
    fmt::Write as _,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use serde::de::DeserializeOwned;

use crate::support::BASE;

pub(super) struct Line {
    address: SocketAddr,
    stream: Option<TcpStream>,
}

/// What is asked for: a form is posted, anything else only read.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) place: &'a str,
    pub(super) cookie: &'a str,
    pub(super) form: Option<&'a str>,
}

/// Where a client goes away.
#[derive(Clone, Copy, Debug)]
pub(super) enum Abort {
    WhileSending,
    BeforeTheAnswer,
    WhileReading,
}

pub(super) struct Answer {
    asked: String,
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Line {
    pub(super) fn to(address: SocketAddr) -> Self {
        Self { address, stream: None }
    }

    fn stream(&mut self) -> &mut TcpStream {
        let address = self.address;
        self.stream.get_or_insert_with(|| {
            let stream = TcpStream::connect(address).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
            stream.set_nodelay(true).unwrap();
            stream
        })
    }

    /// Asks, and reads the answer whole.
    #[track_caller]
    pub(super) fn ask(&mut self, asked: Asked<'_>) -> Answer {
        let stream = self.stream();
        stream.write_all(&asked.bytes()).unwrap_or_else(|error| panic!("{}: {error}", asked.place));
        let (mut bytes, mut part) = (Vec::new(), [0; 32 * 1024]);
        let mut more = |bytes: &mut Vec<u8>| {
            let read = stream.read(&mut part).unwrap_or_else(|error| panic!("{}: {error}", asked.place));
            assert!(read > 0, "{}: no answer but {:?}", asked.place, String::from_utf8_lossy(bytes));
            bytes.extend_from_slice(&part[..read]);
        };
        let end = loop {
            match bytes.windows(4).position(|end| end == b"\r\n\r\n") {
                Some(end) => break end + 4,
                None => more(&mut bytes),
            }
        };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
        let status = status.unwrap_or_else(|| panic!("{}: {head}", asked.place));
        let length = match header(&head, "content-length") {
            Some(length) => length.parse().unwrap(),
            None => {
                assert!(status == 204 || status == 304, "{}: of unknown length: {head}", asked.place);
                0
            }
        };
        while bytes.len() < end + length {
            more(&mut bytes);
        }
        assert_eq!(bytes.len(), end + length, "{}: more than was said: {head}", asked.place);
        let body = String::from_utf8(bytes.split_off(end)).unwrap();
        Answer { asked: asked.place.to_owned(), status, head, body }
    }

    /// Asks, and is gone before the answer is.
    pub(super) fn abort(&mut self, asked: Asked<'_>, how: Abort) {
        let bytes = asked.bytes();
        let sent = if matches!(how, Abort::WhileSending) { &bytes[..bytes.len() / 2] } else { &bytes };
        let stream = self.stream();
        stream.write_all(sent).unwrap();
        if matches!(how, Abort::WhileReading) {
            let read = stream.read(&mut [0; 100]).unwrap();
            assert!(read > 0, "{}: no answer", asked.place);
        }
        self.stream = None;
    }
}

impl Asked<'_> {
    fn bytes(&self) -> Vec<u8> {
        let method = if self.form.is_some() { "POST" } else { "GET" };
        let mut head = format!("{method} {} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n", self.place);
        let accept = if self.place.starts_with("/api/") { "application/json" } else { "text/html" };
        let _ = write!(head, "Accept: {accept}\r\nCookie: {}\r\n", self.cookie);
        if let Some(form) = self.form {
            let kind = "application/x-www-form-urlencoded";
            let _ = write!(head, "Origin: {BASE}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", form.len());
        }
        [head.as_bytes(), b"\r\n", self.form.unwrap_or_default().as_bytes()].concat()
    }
}

fn header<'a>(head: &'a str, wanted: &str) -> Option<&'a str> {
    head.split("\r\n").find_map(|line| line.strip_prefix(wanted)?.strip_prefix(": "))
}

impl Answer {
    /// Itself, if it has one of these statuses.
    #[track_caller]
    pub(super) fn is(self, statuses: &[u16]) -> Self {
        assert!(statuses.contains(&self.status), "{}: {} {}", self.asked, self.status, self.body);
        self
    }

    #[track_caller]
    pub(super) fn json<T: DeserializeOwned>(self) -> T {
        let answer = self.is(&[200]);
        serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{}: {error}: {}", answer.asked, answer.body))
    }

    /// The session's cookie that it sets, as it is sent back.
    pub(super) fn cookie(&self) -> Option<String> {
        // A sign-in sets that of the known browser as well.
        let mut set = self.head.split("\r\n").filter_map(|line| line.strip_prefix("set-cookie: ")?.split(';').next());
        set.find(|cookie| cookie.starts_with("countersign=")).map(str::to_owned)
    }
}
