//! Why a mail was not handed over, and whom that concerns: the mail server, this mail, or one of the two.
//!
//! Only a refusal of this recipient ends a mail. Whatever may be an outage pauses the queue, and costs the mail nothing.

use std::error::Error;

use lettre::transport::smtp::{Error as SmtpError, response::Code};

use crate::store::{Failure, FailureKind};

/// The most characters of a mail server's answer that are kept.
const REASON: usize = 200;

/// How far the conversation with the mail server was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Connecting, TLS, greeting, EHLO, AUTH and MAIL FROM: the same for every mail.
    Session,
    /// RCPT TO.
    Recipient,
    /// DATA, and the answer to the whole message.
    Content,
}

impl Failure {
    /// A failure that has nothing to do with the mail.
    pub(super) fn server(reason: &str) -> Self {
        Self { kind: FailureKind::Server, reason: without_addresses(reason) }
    }

    /// A mail of which no message can be made.
    pub(super) fn unsendable(reason: &str) -> Self {
        Self { kind: FailureKind::Unsendable, reason: without_addresses(reason) }
    }

    /// No answer in time. At RCPT TO, many mail servers ask the recipient's own mail server, so that silence there concerns this recipient.
    pub(super) fn timeout(stage: Stage) -> Self {
        let kind = match stage {
            Stage::Session => FailureKind::Server,
            Stage::Recipient => FailureKind::Deferred,
            Stage::Content => FailureKind::Unclear,
        };
        Self { kind, reason: "the mail server takes too long".into() }
    }

    /// A positive answer that means nothing at `stage`.
    pub(super) fn unexpected(stage: Stage, code: Code) -> Self {
        let kind = if stage == Stage::Session { FailureKind::Server } else { FailureKind::Unclear };
        Self { kind, reason: format!("the mail server answers {code}, which means nothing here") }
    }

    /// What went wrong at `stage`.
    pub(super) fn at(stage: Stage, error: &SmtpError) -> Self {
        let code = error.status().map(u16::from);
        let answer = error.source().filter(|_| code.is_some()).map(ToString::to_string).unwrap_or_default();
        Self { kind: classify(stage, code, &answer), reason: without_addresses(&chain(error)) }
    }
}

/// What follows from an answer: `code` is that of the reply, if there was one, and `text` the rest of it.
fn classify(stage: Stage, code: Option<u16>, text: &str) -> FailureKind {
    match (stage, code) {
        (Stage::Session, _) => FailureKind::Server,
        // 421: the server closes the session, and says nothing about the recipient.
        (Stage::Recipient, Some(code @ 400..=499)) if code != 421 => FailureKind::Deferred,
        (Stage::Recipient, Some(code @ 500..=599)) => match enhanced_code(text) {
            None if is_about_policy(text) => FailureKind::Unclear,
            enhanced => classify_refusal(code, enhanced),
        },
        (Stage::Recipient | Stage::Content, _) => FailureKind::Unclear,
    }
}

/// What a 5xx answer to RCPT TO means. Final is only what is about the recipient's address or mailbox (RFC 3463: subjects 1
/// and 2); policy, quota, routing and protocol may stand in the way of every mail.
fn classify_refusal(code: u16, enhanced: Option<(u16, u16)>) -> FailureKind {
    match (enhanced, code) {
        // A full mailbox has room again one day.
        (Some((2, 2)), _) | (None, 552) => FailureKind::Deferred,
        // 5.1.7 and 5.1.8 are about the sender.
        (Some((1, 7 | 8)), _) => FailureKind::Unclear,
        (Some((1 | 2, _)), _) => FailureKind::Refused,
        (Some((0, _)) | None, 550 | 551 | 553) => FailureKind::Refused,
        _ => FailureKind::Unclear,
    }
}

/// Whether the text of an answer names a policy that affects all mails, for answers without an enhanced status code. Examples: Exim's
/// "relay not permitted" and qmail's "that domain isn't in my list of allowed rcpthosts (#5.7.1)".
fn is_about_policy(text: &str) -> bool {
    const WORDS: [&str; 7] = ["relay", "rcpthosts", "policy", "sender", "authenticat", "blocked", "#5.7"];
    let text = text.to_ascii_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

/// Subject and detail of an enhanced status code `5.subject.detail` (RFC 2034) at the beginning of an answer.
fn enhanced_code(text: &str) -> Option<(u16, u16)> {
    let mut parts = text.split_whitespace().next()?.split('.');
    let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
    if class != "5" || parts.next().is_some() {
        return None;
    }
    Some((subject.parse().ok()?, detail.parse().ok()?))
}

fn chain(error: &dyn Error) -> String {
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
    use super::{FailureKind::*, REASON, Stage::*, classify, enhanced_code, without_addresses};

    #[test]
    fn only_a_refusal_of_the_recipient_is_final() {
        for (stage, code, text, expected) in [
            (Session, None, "", Server),
            (Session, Some(554), "5.7.1 go away", Server),
            (Session, Some(535), "5.7.8 who are you?", Server),
            (Session, Some(550), "5.1.1 no such mailbox", Server),
            (Recipient, None, "", Unclear),
            (Recipient, Some(421), "4.7.0 too many connections", Unclear),
            (Recipient, Some(450), "4.2.0 greylisted", Deferred),
            (Recipient, Some(452), "4.2.2 mailbox full", Deferred),
            (Recipient, Some(552), "5.2.2 mailbox full", Deferred),
            (Recipient, Some(552), "mailbox full", Deferred),
            (Recipient, Some(550), "5.1.1 no such mailbox", Refused),
            (Recipient, Some(550), "5.2.1 mailbox disabled", Refused),
            (Recipient, Some(550), "no such mailbox", Refused),
            (Recipient, Some(553), "5.0.0 no", Refused),
            (Recipient, Some(550), "relay not permitted", Unclear),
            (Recipient, Some(553), "sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", Unclear),
            (Recipient, Some(550), "5.4.5 daily sending quota exceeded", Unclear),
            (Recipient, Some(550), "5.7.1 relaying denied", Unclear),
            (Recipient, Some(550), "5.1.8 sender rejected", Unclear),
            (Recipient, Some(554), "transaction failed", Unclear),
            (Recipient, Some(530), "5.7.0 sign in first", Unclear),
            (Content, None, "", Unclear),
            (Content, Some(451), "4.3.0 later", Unclear),
            (Content, Some(552), "5.2.2 no room", Unclear),
            (Content, Some(550), "5.1.1 no such mailbox", Unclear),
        ] {
            assert_eq!(classify(stage, code, text), expected, "{stage:?} {code:?} {text}");
        }
    }

    #[test]
    fn an_enhanced_code_stands_at_the_beginning() {
        assert_eq!(enhanced_code("5.7.26 unauthenticated"), Some((7, 26)));
        for text in ["", "no", "4.7.1 later", "5.7", "5.7.1.2 x", "see 5.7.1", "5.x.1"] {
            assert_eq!(enhanced_code(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_are_left_out_of_reasons() {
        let answer = "550 5.1.1 <marie@example.org>: Recipient address rejected";
        assert_eq!(without_addresses(answer), "550 5.1.1 (address) Recipient address rejected");
        assert_eq!(without_addresses(&"x".repeat(500)).len(), REASON);
    }
}
