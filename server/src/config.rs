//! From flags to settings: what is missing or does not fit is said before anything starts.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
};

use countersign_backend::{Settings, ambient::Clock, mail::Mailer};
use countersign_domain::{DAY, Suffix};
use url::{Host, Url};

use crate::{
    cli::{Database, Serve, Switch},
    failure::Failure,
    loopback::is_loopback,
};

/// The embedded database, where none is named.
const DATABASE: &str = "sqlite://data/countersign.sqlite";
/// The embedded database of the demo, where none is named.
const DEMO_DATABASE: &str = "sqlite://data/demo.sqlite";
/// The sender of a demo's mails, where none is named.
const DEMO_SENDER: &str = "Countersign <countersign@localhost>";

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
    pub(crate) fn check(serve: Serve, clock: Clock) -> Result<Self, Failure> {
        let demo = serve.database.demo > 0;
        let base_url = if demo { demo_address(&serve)? } else { real_address(&serve)? };
        if serve.remind_days >= serve.request_days {
            return Err(format!(
                "a reminder {} days before the end of {} days would come at once: COUNTERSIGN_REMIND_DAYS must be less than \
                 COUNTERSIGN_REQUEST_DAYS",
                serve.remind_days, serve.request_days
            )
            .into());
        }
        if !is_web(&base_url) {
            return Err(format!("the base address must begin with http:// or https://, and {base_url} does not").into());
        }
        refuse_unusable_parts(&base_url)?;
        let mut settings = Settings::new(base_url);
        // Until the database has told.
        settings.suffix = suffix(&serve.database)?.unwrap_or_default();
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
        let database_url = database_url(&serve.database);
        let mailbox = serve.smtp_url.is_none().then(|| mailbox_beside(&database_url));
        Ok(Self { serve, database_url, settings, clock, mailbox })
    }

    /// Whether it is a demo.
    pub(crate) const fn is_demo(&self) -> bool {
        self.serve.database.demo > 0
    }

    /// Where mails go: to the mail server, or to the demo's mailbox.
    ///
    /// # Errors
    /// When the mail server's address or the sender does not parse.
    pub(crate) fn mailer(&self) -> Result<Mailer, Failure> {
        match (&self.serve.smtp_url, &self.mailbox) {
            (Some(url), _) => Ok(Mailer::smtp(url, self.serve.mail_from.as_deref().unwrap_or(DEMO_SENDER))?),
            (None, Some(folder)) => Ok(Mailer::Mailbox(folder.clone())),
            (None, None) => Err("nowhere to send mails to".into()),
        }
    }

    /// The addresses whose word on the client's address counts.
    pub(crate) fn trusted_proxies(&self) -> &[IpAddr] {
        &self.serve.trusted_proxies
    }
}

/// The address of a demo. It has a password that everyone knows and shows every mail, so nobody else is to come near it.
fn demo_address(serve: &Serve) -> Result<Url, Failure> {
    let refusal = |what: &str, which: &dyn std::fmt::Display| -> Failure {
        format!("--demo has a password that everyone knows and shows every mail, so {what}, and {which} is not").into()
    };
    let listen = serve.listen;
    if serve.database.demo == 1 && !listen.ip().is_loopback() {
        return Err(
            format!("{}; say --demo twice if you mean it", refusal("it listens on loopback only", &listen)).into()
        );
    }
    if let Some(proxy) = serve.trusted_proxies.iter().find(|proxy| !proxy.to_canonical().is_loopback()) {
        return Err(refusal("a proxy that it trusts must be on loopback", proxy));
    }
    match &serve.base_url {
        Some(url) if !is_web(url) || url.host().is_some_and(|host| is_loopback(&host)) => Ok(url.clone()),
        Some(url) => Err(refusal("its base address must be on loopback, such as http://localhost:3000", url)),
        None if listen.ip().is_loopback() => Ok(Url::parse(&format!("http://{listen}"))?),
        // In a container, whose port is brought to the machine's own loopback.
        None => Ok(Url::parse(&format!("http://localhost:{}", listen.port()))?),
    }
}

/// The address of a server that is no demo. All that such a one needs is asked for at once.
fn real_address(serve: &Serve) -> Result<Url, Failure> {
    let needed = [
        (serve.smtp_url.is_none(), "SMTP_URL (for example smtp://user:password@mail.example.org:587?tls=required)"),
        (serve.base_url.is_none(), "COUNTERSIGN_BASE_URL (for example https://contacts.example.org)"),
        (serve.mail_from.is_none(), "COUNTERSIGN_MAIL_FROM (for example 'Countersign <contacts@example.org>')"),
    ];
    let missing: Vec<_> = needed.iter().filter(|(missing, _)| *missing).map(|(_, name)| *name).collect();
    let Some(url) = serve.base_url.as_ref().filter(|_| missing.is_empty()) else {
        return Err(format!(
            "without mails, and links in them, nobody can accept anything: set {}; or try the application with --demo",
            missing.join(" and ")
        )
        .into());
    };
    let only_here = |host| is_loopback(&host) || matches!(host, Host::Ipv4(ip) if ip.is_unspecified());
    if url.host().is_some_and(only_here) && !serve.allow_loopback_base_url {
        return Err(format!(
            "customers cannot follow links to {url}: set COUNTERSIGN_BASE_URL to the address at which they reach this server, or \
             say --allow-loopback-base-url if it is for this machine alone"
        )
        .into());
    }
    Ok(url.clone())
}

/// Links are made of the base address and a path, so it may have no path, query, fragment or user name of its own.
fn refuse_unusable_parts(base_url: &Url) -> Result<(), Failure> {
    let is_bare = base_url.path() == "/"
        && base_url.query().is_none()
        && base_url.fragment().is_none()
        && base_url.username().is_empty()
        && base_url.password().is_none();
    if is_bare {
        return Ok(());
    }
    Err(format!(
        "COUNTERSIGN_BASE_URL is only a scheme, a host and perhaps a port, such as https://contacts.example.org; a path, a query, \
         a fragment or a user name would break every link, and {base_url} has one"
    )
    .into())
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// The ending of customer IDs, if one is given.
///
/// # Errors
/// When it is none.
pub(crate) fn suffix(database: &Database) -> Result<Option<Suffix>, Failure> {
    let parse = |text: &String| {
        Suffix::parse(text)
            .map_err(|_| format!("'{text}' cannot be the ending of customer IDs: use 2 to 10 letters or digits"))
    };
    Ok(database.suffix.as_ref().map(parse).transpose()?)
}

/// The database that is named, or the usual one.
pub(crate) fn database_url(database: &Database) -> String {
    let usual = if database.demo > 0 { DEMO_DATABASE } else { DATABASE };
    database.database_url.clone().unwrap_or_else(|| usual.to_owned())
}

/// The file of an embedded database; `None` for Postgres.
///
/// # Errors
/// When the address is of neither.
pub(crate) fn embedded(database_url: &str) -> Result<Option<PathBuf>, Failure> {
    match database_url.split_once("://") {
        Some(("postgres" | "postgresql", _)) => Ok(None),
        Some(("sqlite", path)) => Ok(Some(PathBuf::from(path.split('?').next().unwrap_or(path)))),
        _ => Err("the database's address must begin with sqlite:// or postgres://".into()),
    }
}

/// The demo's mails lie beside its embedded database, or in `data` when it is not embedded.
fn mailbox_beside(database_url: &str) -> PathBuf {
    let file = embedded(database_url).ok().flatten();
    let folder = file.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    folder.unwrap_or_else(|| PathBuf::from("data")).join("mailbox")
}
