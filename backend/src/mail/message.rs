//! The mail as it goes over the wire: headers and both forms.

use std::time::{Duration, SystemTime};

use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{Header, HeaderName, HeaderValue},
    },
};

use super::rendered::Mail;

/// The mail as a message from `from`.
///
/// # Errors
/// When the recipient's address is one that no mail can go to.
pub(super) fn message(mail: &Mail, from: &Mailbox) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
    let to = Mailbox::new(mail.to_name.clone(), mail.to_address.parse()?);
    let since = Duration::from_millis(u64::try_from(mail.date.0).unwrap_or(0));
    let builder = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(&mail.subject)
        .message_id(Some(mail.message_id.clone()))
        .date(SystemTime::UNIX_EPOCH + since)
        .header(AutoSubmitted)
        .header(ContentLanguage(mail.language.code().to_owned()));
    Ok(builder.multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))?)
}

/// `Auto-Submitted: auto-generated` (RFC 3834): nobody's absence notice answers it.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// `Content-Language` (RFC 3282).
#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }
    fn parse(code: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(code.to_owned()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}
