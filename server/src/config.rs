//! From flags to settings: what is missing or does not fit is said before anything starts.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
};

use countersign_backend::{Settings, ambient::Clock, mail::Courier};
use countersign_domain::{DAY, Suffix};
use url::Url;

use crate::{
    Failure,
    cli::{Database, Serve, Switch},
};

/// The embedded database, where none is named.
const DATABASE: &str = "sqlite://data/countersign.sqlite";
/// The embedded database of the demo, where none is named.
const DEMO_DATABASE: &str = "sqlite://data/demo.sqlite";

/// What a server is started with.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) serve: Serve,
    pub(crate) database_url: String,
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    /// The demo's mailbox, if mails go there.
    pub(crate) mailbox: Option<PathBuf>,
}

impl Config {
    /// Checks the flags against one another.
    ///
    /// # Errors
    /// A sentence that says what is missing or does not fit.
    pub(crate) fn check(serve: Serve) -> Result<Self, Failure> {
        let demo = serve.demo > 0;
        if serve.demo == 1 && !serve.listen.ip().is_loopback() {
            return Err(format!(
                "--demo has a password that everyone knows and shows every mail, so it listens on loopback only, and {} is \
                 not; say --demo twice if you mean it",
                serve.listen
            )
            .into());
        }
        if !demo && serve.smtp_url.is_none() {
            return Err(
                "no mail could be sent, and without mails nobody can accept anything: set SMTP_URL (for example \
                        smtp://user:password@mail.example.org:587?tls=required), or try the application with --demo"
                    .into(),
            );
        }
        if serve.remind_days >= serve.request_days {
            return Err(format!(
                "a reminder {} days before the end of {} days would come at once: COUNTERSIGN_REMIND_DAYS must be less than \
                 COUNTERSIGN_REQUEST_DAYS",
                serve.remind_days, serve.request_days
            )
            .into());
        }
        if serve.test_clock.is_some() && !serve.listen.ip().is_loopback() {
            return Err("the test clock is for tests on loopback only".into());
        }
        let base_url = match &serve.base_url {
            Some(url) => url.clone(),
            None => Url::parse(&format!("http://{}", serve.listen))?,
        };
        if !matches!(base_url.scheme(), "http" | "https") {
            return Err(format!("the base address must begin with http:// or https://, and {base_url} does not").into());
        }
        let mut settings = Settings::new(base_url);
        settings.suffix = suffix(&serve.database)?;
        settings.request_lifetime = i64::from(serve.request_days) * DAY;
        settings.remind_before = i64::from(serve.remind_days) * DAY;
        settings.renewal_days = serve.renewal_days.clone();
        settings.session_lifetime = i64::from(serve.session_days) * DAY;
        settings.sign_up = serve.signup == Switch::On;
        settings.payment_url = serve.payment_url.clone();
        settings.support = serve.support.clone();
        if demo && settings.payment_url.is_none() {
            settings.payment_url = Some(Url::parse(&settings.link("/demo/invoices"))?);
        }
        let default = if demo { DEMO_DATABASE } else { DATABASE };
        let database_url = serve.database.database_url.clone().unwrap_or_else(|| default.to_owned());
        let mailbox = serve.smtp_url.is_none().then(|| mailbox_beside(&database_url));
        let clock = serve.test_clock.clone().map_or(Clock::System, Clock::Shifted);
        Ok(Self { serve, database_url, settings, clock, mailbox })
    }

    /// Where mails go: to the mail server, or to the demo's mailbox.
    ///
    /// # Errors
    /// When the mail server's address or the sender does not parse.
    pub(crate) fn courier(&self) -> Result<Courier, Failure> {
        match (&self.serve.smtp_url, &self.mailbox) {
            (Some(url), _) => Ok(Courier::smtp(url, &self.serve.mail_from)?),
            (None, Some(folder)) => Ok(Courier::Mailbox(folder.clone())),
            (None, None) => Err("nowhere to send mails to".into()),
        }
    }

    /// The addresses whose word on the client's address counts.
    pub(crate) fn trusted_proxies(&self) -> &[IpAddr] {
        &self.serve.trusted_proxies
    }
}

/// The ending of customer IDs.
///
/// # Errors
/// When it is none.
pub(crate) fn suffix(database: &Database) -> Result<Suffix, Failure> {
    Suffix::parse(&database.suffix).map_err(|_| {
        format!("'{}' cannot be the ending of customer IDs: use 2 to 10 letters or digits", database.suffix).into()
    })
}

/// The database of commands that are not `serve`.
pub(crate) fn database_url(database: &Database) -> String {
    database.database_url.clone().unwrap_or_else(|| DATABASE.to_owned())
}

/// The demo's mails lie beside its embedded database, or in `data` when it is not embedded.
fn mailbox_beside(database_url: &str) -> PathBuf {
    let folder = database_url.strip_prefix("sqlite://").and_then(|path| {
        let path = path.split('?').next().unwrap_or(path);
        Path::new(path).parent().map(Path::to_path_buf)
    });
    folder.unwrap_or_else(|| PathBuf::from("data")).join("mailbox")
}
