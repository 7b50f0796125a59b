//! The conversation with a mail server. lettre's transport hides at which command a mail was refused, and that decides what
//! follows: so the commands are given here, over lettre's connection.

use std::{sync::Arc, time::Duration};

use lettre::{
    Message,
    address::Address,
    message::Mailbox,
    transport::smtp::{
        Error as SmtpError, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, Tls, TlsParameters},
        commands,
        extension::ClientId,
        response::{Response, Severity},
    },
};
use percent_encoding::percent_decode_str;
use tokio::{
    sync::Mutex,
    time::{Instant, timeout, timeout_at},
};
use url::Url;

use super::{failure::Stage, message, rendered::Mail};
use crate::store::{Failure, FailureKind};

/// How long the mail server may take for one answer.
const ANSWER: Duration = Duration::from_secs(10);
/// How long everything may take until the mail server has the whole message.
pub(super) const SENDING: Duration = Duration::from_secs(20);
/// How long the mail server may then take to accept it. Who gives up too early sends the mail again, though it has arrived.
pub(super) const ACCEPTING: Duration = Duration::from_secs(60);
/// Connections to the mail server, and so mails that are sent at once.
pub(super) const LANES: usize = 4;

/// A mail server, and the address that the mails come from.
#[derive(Clone)]
pub struct Smtp {
    server: Arc<Server>,
    from: Mailbox,
    /// Sessions that wait for the next mail.
    idle: Arc<Mutex<Vec<AsyncSmtpConnection>>>,
}

struct Server {
    host: String,
    port: u16,
    tls: Tls,
    hello_name: ClientId,
    credentials: Option<Credentials>,
}

/// Shows no credentials.
impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp").field("from", &self.from.to_string()).finish_non_exhaustive()
    }
}

impl Smtp {
    /// A mail server at an address like those of [`super::Mailer::smtp`].
    ///
    /// # Errors
    /// A sentence about the address.
    pub(super) fn new(url: &str, from: Mailbox) -> Result<Self, String> {
        Ok(Self { server: Arc::new(Server::parse(url)?), from, idle: Arc::default() })
    }

    /// Hands a mail over. A session in which something failed is closed; any other is kept for the next mail.
    pub(super) async fn send(&self, mail: &Mail) -> Result<(), Failure> {
        let message = message::message(mail, &self.from).map_err(|error| Failure::unsendable(&error.to_string()))?;
        let deadline = Instant::now() + SENDING;
        let in_time = |_| Err(Failure::timeout(Stage::Session));
        let mut former = self.idle_session().await;
        loop {
            let is_former = former.is_some();
            let mut session = match former.take() {
                Some(session) => session,
                None => timeout_at(deadline, self.server.connect())
                    .await
                    .map_or_else(in_time, |opened| opened.map_err(|error| Failure::at(Stage::Session, &error)))?,
            };
            match hand_over(&mut session, &message, deadline).await {
                Ok(()) => {
                    let mut idle = self.idle.lock().await;
                    if idle.len() < LANES {
                        idle.push(session);
                    }
                    return Ok(());
                }
                // The mail server may end a session at any time, or take only so many mails in one.
                Err(failure) if is_former && failure.kind == FailureKind::Server => close(session),
                Err(failure) => {
                    close(session);
                    return Err(failure);
                }
            }
        }
    }

    /// Closes the sessions that wait.
    pub(super) async fn hang_up(&self) {
        self.idle.lock().await.drain(..).for_each(close);
    }

    /// A session that waits and is still open.
    async fn idle_session(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let mut session = self.idle.lock().await.pop()?;
            if timeout(ANSWER, session.test_connected()).await.unwrap_or(false) {
                return Some(session);
            }
        }
    }
}

/// The commands for one mail.
async fn hand_over(session: &mut AsyncSmtpConnection, message: &Message, deadline: Instant) -> Result<(), Failure> {
    let envelope = message.envelope();
    let mail = commands::Mail::new(envelope.from().cloned(), Vec::new());
    command(session, mail, Stage::Session, deadline).await?;
    for to in envelope.to() {
        command(session, commands::Rcpt::new(Address::clone(to), Vec::new()), Stage::Recipient, deadline).await?;
    }
    let deadline_of_data = deadline.min(Instant::now() + ANSWER);
    let go_on = timeout_at(deadline_of_data, session.command(commands::Data)).await;
    told(go_on, Stage::Content, Severity::PositiveIntermediate)?;
    let accepted = timeout_at(deadline + ACCEPTING, session.message(&message.formatted())).await;
    told(accepted, Stage::Content, Severity::PositiveCompletion)
}

async fn command(
    session: &mut AsyncSmtpConnection,
    command: impl std::fmt::Display,
    stage: Stage,
    deadline: Instant,
) -> Result<(), Failure> {
    let deadline = deadline.min(Instant::now() + ANSWER);
    told(timeout_at(deadline, session.command(command)).await, stage, Severity::PositiveCompletion)
}

/// What an answer, or its absence, means. `expected` is the first digit of the answer that lets the conversation go on: lettre takes 3xx
/// for a yes wherever it comes, also after the message, where it means that the mail was not taken.
fn told<E>(answer: Result<Result<Response, SmtpError>, E>, stage: Stage, expected: Severity) -> Result<(), Failure> {
    match answer {
        Ok(Ok(response)) if response.code().severity == expected => Ok(()),
        Ok(Ok(response)) => Err(Failure::unexpected(stage, response.code())),
        Ok(Err(error)) => Err(Failure::at(stage, &error)),
        Err(_) => Err(Failure::timeout(stage)),
    }
}

/// Ends a session politely, without making anybody wait.
fn close(mut session: AsyncSmtpConnection) {
    tokio::spawn(async move { timeout(ANSWER, session.abort()).await });
}

impl Server {
    fn parse(url: &str) -> Result<Self, String> {
        let url = Url::parse(url).map_err(|error| error.to_string())?;
        let host = url.host_str().ok_or("it names no host")?.to_owned();
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let parameters = || TlsParameters::new(host.clone()).map_err(|error| error.to_string());
        let (tls, port) = match (url.scheme(), tls.as_deref()) {
            ("smtp", None) => (Tls::None, SMTP_PORT),
            ("smtp", Some("required")) => (Tls::Required(parameters()?), SUBMISSION_PORT),
            ("smtp", Some("opportunistic")) => (Tls::Opportunistic(parameters()?), SUBMISSION_PORT),
            ("smtps", _) => (Tls::Wrapper(parameters()?), SUBMISSIONS_PORT),
            (scheme, _) => return Err(format!("{scheme} with this value of tls is unknown")),
        };
        let decode = |text: &str| {
            percent_decode_str(text).decode_utf8().map(|text| text.into_owned()).map_err(|error| error.to_string())
        };
        let credentials = match url.password() {
            Some(password) => Some(Credentials::new(decode(url.username())?, decode(password)?)),
            None => None,
        };
        let hello_name = match url.path().trim_matches('/') {
            "" => ClientId::default(),
            name => ClientId::Domain(name.to_owned()),
        };
        Ok(Self { port: url.port().unwrap_or(port), host, tls, hello_name, credentials })
    }

    /// Opens a session: connects, encrypts as far as is asked for, and signs in.
    async fn connect(&self) -> Result<AsyncSmtpConnection, SmtpError> {
        let (host, name) = ((self.host.trim_matches(['[', ']']), self.port), &self.hello_name);
        let wrapper = if let Tls::Wrapper(parameters) = &self.tls { Some(parameters.clone()) } else { None };
        let mut session = AsyncSmtpConnection::connect_tokio1(host, Some(ANSWER), name, wrapper, None).await?;
        match &self.tls {
            Tls::Required(parameters) => session.starttls(parameters.clone(), name).await?,
            Tls::Opportunistic(parameters) if session.can_starttls() => {
                session.starttls(parameters.clone(), name).await?;
            }
            Tls::Opportunistic(_) | Tls::Wrapper(_) | Tls::None => {}
        }
        if let Some(credentials) = &self.credentials {
            session.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(session)
    }
}
