//! A connection by hand, for what no well-behaved client does: sending slowly, or on when the server has answered already.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use super::{BASE, Browser, Server};

pub(crate) struct Raw(TcpStream);

impl Raw {
    pub(crate) fn to(server: &Server) -> Self {
        let stream = TcpStream::connect(server.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        Self(stream)
    }

    /// Begins a form of `length` bytes, with the browser's cookies.
    pub(crate) fn form(browser: &Browser<'_>, action: &str, length: usize) -> Self {
        let cookies: Vec<_> = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut raw = Self::to(browser.server());
        raw.send(&format!(
            "POST {action} HTTP/1.1\r\nHost: x\r\nOrigin: {BASE}\r\nAccept: application/json\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n",
            cookies.join("; ")
        ));
        raw
    }

    /// Sends more; whether the server still listens does not matter.
    pub(crate) fn send(&mut self, text: &str) {
        let _ = self.0.write_all(text.as_bytes());
    }

    /// The status and the rest of the answer, whole.
    pub(crate) fn answer(mut self) -> (u16, String) {
        let mut bytes = Vec::new();
        let mut part = [0; 4096];
        while let Ok(read @ 1..) = self.0.read(&mut part) {
            bytes.extend_from_slice(&part[..read]);
        }
        let text = String::from_utf8(bytes).unwrap();
        let status = text.strip_prefix("HTTP/1.1 ").unwrap_or_else(|| panic!("no answer: {text:?}"));
        (status[..3].parse().unwrap(), text)
    }
}
