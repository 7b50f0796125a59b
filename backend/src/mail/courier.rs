//! Hands mails over: to a mail server, or to a folder for the demo.

use std::{path::PathBuf, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{Error as SmtpError, PoolConfig},
};
use url::{Host, Url};

use super::{compose::Mail, mailbox, message};

/// How long the mail server may take for one answer.
const ANSWER: Duration = Duration::from_secs(10);
/// How long one mail may take in all.
pub(super) const SENDING: Duration = Duration::from_secs(20);
/// Connections to the mail server, and so mails that are sent at once.
pub(super) const LANES: usize = 4;
/// The most characters of a mail server's answer that are kept.
const REASON: usize = 200;

/// Whoever takes the mails from here.
#[derive(Clone, Debug)]
pub enum Courier {
    /// A mail server.
    Smtp(Smtp),
    /// A folder in which each mail is a file.
    Mailbox(PathBuf),
}

/// A mail server, and the address that the mails come from.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Shows no credentials.
impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp").field("from", &self.from.to_string()).finish_non_exhaustive()
    }
}

/// Why a mail did not go.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct Failure {
    /// Whether it never will: the mail server has refused it for good.
    pub permanent: bool,
    /// What is known, without any address.
    pub reason: String,
}

/// A setting of the courier that is of no use.
#[derive(Debug, thiserror::Error)]
pub enum Misconfigured {
    /// The mail server's address.
    #[error("the mail server's address is not of the form smtp://user:password@host:port?tls=required: {0}")]
    Server(String),
    /// The address that the mails come from.
    #[error("the sender is neither an address nor of the form `Name <address>`: {0}")]
    Sender(String),
}

impl Courier {
    /// A mail server: `smtp://host:port`, `smtp://user:password@host:port?tls=required` (STARTTLS; or `opportunistic`),
    /// `smtps://…` (TLS from the start). `from` is an address, or `Name <address>`.
    ///
    /// # Errors
    /// When either cannot be read.
    pub fn smtp(url: &str, from: &str) -> Result<Self, Misconfigured> {
        let from = from.parse::<Mailbox>().map_err(|error| Misconfigured::Sender(error.to_string()))?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| Misconfigured::Server(error.to_string()))?
            .timeout(Some(ANSWER))
            .pool_config(PoolConfig::new().max_size(u32::try_from(LANES).unwrap_or(1)))
            .build();
        if is_open_to_listeners(url) {
            tracing::warn!("mails go to the mail server unencrypted: add ?tls=required to its address");
        }
        Ok(Self::Smtp(Smtp { transport, from }))
    }

    /// Hands a mail over.
    ///
    /// # Errors
    /// When it was not taken.
    pub async fn send(&self, mail: &Mail) -> Result<(), Failure> {
        match self {
            Self::Smtp(smtp) => tokio::time::timeout(SENDING, smtp.send(mail))
                .await
                .unwrap_or_else(|_| Err(Failure { permanent: false, reason: "the mail server takes too long".into() })),
            Self::Mailbox(folder) => mailbox::store(folder, mail)
                .await
                .map_err(|error| Failure { permanent: false, reason: error.to_string() }),
        }
    }
}

impl Smtp {
    async fn send(&self, mail: &Mail) -> Result<(), Failure> {
        let message = message::message(mail, &self.from)
            .map_err(|error| Failure { permanent: true, reason: without_addresses(&error.to_string()) })?;
        self.transport
            .send(message)
            .await
            .map(drop)
            .map_err(|error| Failure { permanent: is_refusal(&error), reason: without_addresses(&chain(&error)) })
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

/// Whether the mail server has refused this mail for good. That it refuses our credentials says nothing about the mail.
fn is_refusal(error: &SmtpError) -> bool {
    let is_ours = error.status().is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538));
    error.is_permanent() && !is_ours
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        source = cause.source();
    }
    text
}

/// Mail servers like to repeat the recipient's address; it does not belong into logs.
fn without_addresses(text: &str) -> String {
    let words = text.split_whitespace().map(|word| if word.contains('@') { "(address)" } else { word });
    words.collect::<Vec<_>>().join(" ").chars().take(REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn settings_are_read() {
        for url in ["smtp://localhost:2525", "smtp://me:s%40t@mail.example.org:587?tls=required", "smtps://example.org"]
        {
            assert!(Courier::smtp(url, "Countersign <noreply@example.org>").is_ok(), "{url}");
        }
        for url in ["", "http://example.org", "smtp://example.org?tls=maybe"] {
            assert!(matches!(Courier::smtp(url, "noreply@example.org"), Err(Misconfigured::Server(_))), "{url}");
        }
        assert!(matches!(Courier::smtp("smtp://localhost", "nobody"), Err(Misconfigured::Sender(_))));
    }

    #[tokio::test]
    async fn debug_shows_no_credentials() {
        let courier = Courier::smtp("smtp://me:secret@localhost", "noreply@example.org").unwrap();
        assert!(!format!("{courier:?}").contains("secret"));
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

    #[test]
    fn addresses_are_left_out_of_reasons() {
        let answer = "550 5.1.1 <marie@example.org>: Recipient address rejected";
        assert_eq!(without_addresses(answer), "550 5.1.1 (address) Recipient address rejected");
        assert_eq!(without_addresses(&"x".repeat(500)).len(), REASON);
    }
}
