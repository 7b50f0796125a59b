//! Hands mails over: to a mail server, or to a folder for the demo.

use std::path::PathBuf;

use lettre::message::Mailbox;
use url::{Host, Url};

use super::{mailbox, rendered::Mail, smtp::Smtp};
use crate::store::Failure;

/// Whoever takes the mails from here.
#[derive(Clone, Debug)]
pub enum Mailer {
    /// A mail server.
    Smtp(Smtp),
    /// A folder in which each mail is a file.
    Mailbox(PathBuf),
}

/// A setting of the mailer that is of no use.
#[derive(Debug, thiserror::Error)]
pub enum Misconfigured {
    /// The mail server's address.
    #[error("the mail server's address is not of the form smtp://user:password@host:port?tls=required: {0}")]
    Server(String),
    /// The address that the mails come from.
    #[error("the sender is neither an address nor of the form `Name <address>`: {0}")]
    Sender(String),
}

impl Mailer {
    /// A mail server: `smtp://host:port`, `smtp://user:password@host:port?tls=required` (STARTTLS; or `opportunistic`),
    /// `smtps://…` (TLS from the start). `from` is an address, or `Name <address>`.
    ///
    /// # Errors
    /// When either cannot be read.
    pub fn smtp(url: &str, from: &str) -> Result<Self, Misconfigured> {
        let from = from.parse::<Mailbox>().map_err(|error| Misconfigured::Sender(error.to_string()))?;
        let smtp = Smtp::new(url, from).map_err(Misconfigured::Server)?;
        if is_open_to_listeners(url) {
            tracing::warn!("mails go to the mail server unencrypted: add ?tls=required to its address");
        }
        Ok(Self::Smtp(smtp))
    }

    /// Hands a mail over.
    ///
    /// # Errors
    /// When it was not taken.
    pub async fn send(&self, mail: &Mail) -> Result<(), Failure> {
        match self {
            Self::Smtp(smtp) => smtp.send(mail).await,
            Self::Mailbox(folder) => {
                mailbox::store(folder, mail).await.map_err(|error| Failure::server(&error.to_string()))
            }
        }
    }

    /// Closes the connections that wait for the next mail: there is none for now.
    pub(super) async fn hang_up(&self) {
        if let Self::Smtp(smtp) = self {
            smtp.hang_up().await;
        }
    }
}

/// Whether mail server and process do not share a machine and nothing encrypts what is between them.
fn is_open_to_listeners(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let is_local = match url.host() {
        // The host of an unknown scheme is always a name.
        Some(Host::Domain(name)) => {
            let bare = name.trim_start_matches('[').trim_end_matches(']');
            name == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    url.scheme() == "smtp" && !is_local && !url.query_pairs().any(|(key, value)| key == "tls" && value == "required")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn settings_are_read() {
        for url in ["smtp://localhost:2525", "smtp://me:s%40t@mail.example.org:587?tls=required", "smtps://example.org"]
        {
            assert!(Mailer::smtp(url, "Countersign <noreply@example.org>").is_ok(), "{url}");
        }
        for url in ["", "http://example.org", "smtp://example.org?tls=maybe"] {
            assert!(matches!(Mailer::smtp(url, "noreply@example.org"), Err(Misconfigured::Server(_))), "{url}");
        }
        assert!(matches!(Mailer::smtp("smtp://localhost", "nobody"), Err(Misconfigured::Sender(_))));
    }

    #[tokio::test]
    async fn debug_shows_no_credentials() {
        let mailer = Mailer::smtp("smtp://me:secret@localhost", "noreply@example.org").unwrap();
        assert!(!format!("{mailer:?}").contains("secret"));
    }

    #[test]
    fn unencrypted_ways_are_seen() {
        for (url, open) in [
            ("smtp://mail.example.org", true),
            ("smtp://mail.example.org?tls=opportunistic", true),
            ("smtp://mail.example.org?tls=required", false),
            ("smtps://mail.example.org", false),
            ("smtp://localhost:25", false),
            ("smtp://127.0.0.1:25", false),
            ("smtp://[::1]:25", false),
        ] {
            assert_eq!(is_open_to_listeners(url), open, "{url}");
        }
    }
}
