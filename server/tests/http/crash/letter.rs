//! As much of a mail as the postbox reads: for whom it is, its Message-ID, and where its links lead.

use crate::support::mailbox::links_in;

/// A mail that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) to: String,
    /// The key in its Message-ID, without hyphens: that of its row.
    pub(crate) id: String,
    /// Path and query of each link with a code.
    pub(crate) links: Vec<String>,
}

impl Letter {
    pub(crate) fn read(to: &str, data: &str) -> Self {
        let head = data.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
        let header = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
        let id = header("Message-ID:").trim_start_matches('<').split('@').next().unwrap().replace('-', "");
        Self { to: to.to_owned(), id, links: links_in(&text(data)) }
    }
}

/// The plain text of a mail in two forms.
fn text(data: &str) -> String {
    let part = data.split("\r\n--").find(|part| part.contains("Content-Type: text/plain")).expect("a plain text");
    let (head, body) = part.split_once("\r\n\r\n").unwrap();
    match head.lines().find_map(|line| line.strip_prefix("Content-Transfer-Encoding: ")) {
        Some("7bit") => body.to_owned(),
        Some("quoted-printable") => unquote(body),
        other => panic!("an encoding that the postbox cannot read: {other:?}"),
    }
}

/// Quoted-printable (RFC 2045, 6.7).
fn unquote(body: &str) -> String {
    let joined = body.replace("=\r\n", "");
    let mut parts = joined.split('=');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(byte, 16).unwrap());
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_letter_is_read() {
    let data = "Message-ID: <0190-ab@x.example>\r\nSubject: a\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
                Content-Transfer-Encoding: quoted-printable\r\n\r\n=C3=A9t=C3=A9 http://localhos=\r\n\
                t/contacts/requests/7?token=3DAB\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--\r\n";
    let links = vec!["/contacts/requests/7?token=AB".to_owned()];
    assert_eq!(Letter::read("a@b.example", data), Letter { to: "a@b.example".into(), id: "0190ab".into(), links });
}
