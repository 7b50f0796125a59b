//! The command line. Every setting is a flag or an environment variable.

use std::{net::SocketAddr, path::PathBuf};

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use countersign_backend::SecretKey;
use countersign_domain::RenewalDays;
use url::Url;

use crate::security_contact;

/// Countersign: customers hand over who administers, runs and pays for their services; nothing changes until everyone who
/// must agree has countersigned.
#[derive(Debug, Parser)]
#[command(name = "countersign", version)]
pub(crate) struct Cli {
    /// What is logged: a level, or targets with levels
    #[arg(long, env = "COUNTERSIGN_LOG", default_value = "info,sqlx=warn", global = true)]
    pub(crate) log: String,
    /// How it is logged
    #[arg(long, env = "COUNTERSIGN_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text, global = true)]
    pub(crate) log_format: LogFormat,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LogFormat {
    /// For people
    Text,
    /// For collectors: a JSON object a line
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    On,
    Off,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the application, send its mails, and do what time asks for
    Serve(Box<Serve>),
    /// Bring the database up to date
    Migrate(Database),
    /// Accounts of customers
    #[command(subcommand)]
    Account(Account),
    /// Requests to change contacts
    #[command(subcommand)]
    Request(Request),
    /// Services of customers
    #[command(subcommand)]
    Service(Service),
    /// Invoices: whether they are paid
    #[command(subcommand)]
    Invoice(Invoice),
    /// History: whether anybody has changed it, and all of it to keep elsewhere
    #[command(subcommand)]
    Audit(Audit),
    /// Mails that wait to be sent
    #[command(subcommand)]
    Outbox(Outbox),
    /// The operator log: what was done by hand, by whom and why; newest first
    Log {
        #[command(flatten)]
        database: Database,
        /// How many lines of it
        #[arg(long, default_value_t = 100)]
        lines: u32,
    },
    /// Copy an embedded database into a new file; the server may run meanwhile
    Backup {
        #[command(flatten)]
        database: Database,
        /// The file, which must not be there yet
        file: PathBuf,
    },
    /// Put a backup in the place of the database, void every open code and session in it, and hold its mails
    Restore {
        #[command(flatten)]
        database: Database,
        /// Do it without being asked, for scripts
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        act: NotedAct,
        /// The file that `backup` has written; none for Postgres, which pg_restore has filled
        file: Option<PathBuf>,
    },
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Database {
    /// Where the state is: sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub(crate) database_url: Option<String>,
    /// The ending of customer IDs: stored at the first start (ovh, unless another is given), and the same ever after
    #[arg(long, env = "COUNTERSIGN_SUFFIX")]
    pub(crate) suffix: Option<String>,
    /// The database is a demo's: `serve` fills it with demo data and shows every mail at /demo/mailbox. Said twice, `serve` listens on
    /// other addresses than loopback as well
    #[arg(long, action = ArgAction::Count)]
    pub(crate) demo: u8,
}

/// Who acts, and why.
#[derive(Clone, Debug, Args)]
pub(crate) struct LoggedAct {
    /// Why; kept in the operator log
    #[arg(long)]
    pub(crate) reason: String,
    /// Who does it, for the operator log; the system's user if not given
    #[arg(long = "as", value_name = "NAME", env = "COUNTERSIGN_OPERATOR")]
    pub(crate) operator: Option<String>,
}

/// Who acts, and why if that is said.
#[derive(Clone, Debug, Args)]
pub(crate) struct NotedAct {
    /// Why; kept in the operator log
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// Who does it, for the operator log; the system's user if not given
    #[arg(long = "as", value_name = "NAME", env = "COUNTERSIGN_OPERATOR")]
    pub(crate) operator: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) database: Database,
    /// The address to listen on
    #[arg(long, env = "COUNTERSIGN_LISTEN", default_value = "127.0.0.1:3000")]
    pub(crate) listen: SocketAddr,
    /// The address at which customers reach the application; links in mails begin with it
    #[arg(long, env = "COUNTERSIGN_BASE_URL")]
    pub(crate) base_url: Option<Url>,
    /// Let the base address be one of this machine alone, such as http://localhost:3000: nobody else can follow a link then
    #[arg(long, env = "COUNTERSIGN_ALLOW_LOOPBACK_BASE_URL")]
    pub(crate) allow_loopback_base_url: bool,
    /// Where mails leave from: smtp://USER:PASSWORD@HOST:PORT?tls=required, or smtps://…
    #[arg(long, env = "SMTP_URL", hide_env_values = true)]
    pub(crate) smtp_url: Option<String>,
    /// The sender of mails
    #[arg(long, env = "COUNTERSIGN_MAIL_FROM")]
    pub(crate) mail_from: Option<String>,
    /// Days in which everyone must have accepted a request
    #[arg(long, env = "COUNTERSIGN_REQUEST_DAYS", default_value_t = 7, value_parser = clap::value_parser!(i32).range(1..=365))]
    pub(crate) request_days: i32,
    /// Days before the end at which those who have not decided are reminded
    #[arg(long, env = "COUNTERSIGN_REMIND_DAYS", default_value_t = 2, value_parser = clap::value_parser!(i32).range(0..=365))]
    pub(crate) remind_days: i32,
    /// Days before the end of a service at which its billing contact is told, parted by commas; empty: never
    #[arg(long, env = "COUNTERSIGN_RENEWAL_DAYS", default_value = "30,7,1", value_parser = renewal_days)]
    pub(crate) renewal_days: RenewalDays,
    /// Where customers pay their invoices
    #[arg(long, env = "COUNTERSIGN_PAYMENT_URL", value_parser = web)]
    pub(crate) payment_url: Option<Url>,
    /// Where customers find people: https://… or mailto:…; stands at the end of mails and in the help
    #[arg(long, env = "COUNTERSIGN_SUPPORT", value_parser = support)]
    pub(crate) support: Option<Url>,
    /// Sign-ins that one address may try in a minute
    #[arg(long, env = "COUNTERSIGN_SIGN_INS_PER_MINUTE", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) sign_ins_per_minute: u32,
    /// Wrong passwords for one account that one network may type in an hour; three after three times as many from all networks. A
    /// browser in which the account has signed in has as many of its own
    #[arg(long, env = "COUNTERSIGN_WRONG_PASSWORDS_PER_HOUR", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) wrong_passwords_per_hour: u32,
    /// Days after which whoever signed in must sign in again; one that is not used ends after 12 hours
    #[arg(long, env = "COUNTERSIGN_SESSION_DAYS", default_value_t = 30, value_parser = clap::value_parser!(i32).range(1..=365))]
    pub(crate) session_days: i32,
    /// Whether visitors may create accounts
    #[arg(long, env = "COUNTERSIGN_SIGNUP", value_enum, default_value_t = Switch::On)]
    pub(crate) signup: Switch,
    /// Forms for new accounts and forgotten passwords that one address may send in an hour
    #[arg(long, env = "COUNTERSIGN_ACCOUNT_FORMS_PER_HOUR", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) account_forms_per_hour: u32,
    /// Connections that one address may have open at once; trusted proxies any number
    #[arg(long, env = "COUNTERSIGN_CONNECTIONS_PER_ADDRESS", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) connections_per_address: u32,
    /// Requests of one address that are answered at once; a few more wait their turn
    #[arg(long, env = "COUNTERSIGN_REQUESTS_PER_ADDRESS", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) requests_per_address: u32,
    /// Requests of one account that are answered at once; a few more wait their turn
    #[arg(long, env = "COUNTERSIGN_REQUESTS_PER_ACCOUNT", default_value_t = 16, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) requests_per_account: u32,
    /// Proxies whose X-Forwarded-For is believed, by address
    #[arg(long, env = "COUNTERSIGN_TRUSTED_PROXIES", value_delimiter = ',')]
    pub(crate) trusted_proxies: Vec<std::net::IpAddr>,
    /// The folder of what the browser loads; if not given, `site` beside the program or beside the program's folder
    #[arg(long, env = "COUNTERSIGN_SITE")]
    pub(crate) site: Option<PathBuf>,
    /// The key that encrypts the codes of links on their way through browsers: 64 hexadecimal digits (openssl rand -hex 32).
    /// If not given, it is made at the first start: in a file beside an embedded database, or in the database
    #[arg(long, env = "COUNTERSIGN_SECRET_KEY", hide_env_values = true, value_parser = secret_key)]
    pub(crate) secret_key: Option<SecretKey>,
    /// Whom to tell of a weakness, for /.well-known/security.txt: mailto:…, https://… or tel:…, parted by commas
    #[arg(long, env = "COUNTERSIGN_SECURITY_CONTACT", value_delimiter = ',', value_parser = security_contact::contact)]
    pub(crate) security_contact: Vec<Url>,
    /// The languages that are read there
    #[arg(long, env = "COUNTERSIGN_SECURITY_LANGUAGES", default_value = "en", value_parser = security_contact::languages)]
    pub(crate) security_languages: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    /// Create an account; prints its customer ID and a password that must be replaced at the first sign-in, and mails the ID
    Create {
        #[command(flatten)]
        database: Database,
        /// The customer's name
        #[arg(long)]
        name: String,
        /// The organisation that the customer belongs to
        #[arg(long)]
        organisation: Option<String>,
        /// Its e-mail address
        #[arg(long)]
        email: String,
        /// The language of its pages and mails
        #[arg(long, default_value = "en")]
        language: String,
        /// Its customer ID, if it is not to be made up
        #[arg(long)]
        id: Option<String>,
        /// Print no password: mail a link by which the customer chooses one within seven days
        #[arg(long)]
        invite: bool,
        #[command(flatten)]
        act: NotedAct,
    },
    /// Disable an account and end its sessions
    Disable {
        #[command(flatten)]
        database: Database,
        /// The customer ID
        id: String,
        #[command(flatten)]
        act: LoggedAct,
    },
    /// Enable an account that was disabled
    Enable {
        #[command(flatten)]
        database: Database,
        /// The customer ID
        id: String,
        #[command(flatten)]
        act: LoggedAct,
    },
    /// Change an account's name or organisation
    Rename {
        #[command(flatten)]
        database: Database,
        /// The customer ID
        id: String,
        /// The new name; as before if not given
        #[arg(long, required_unless_present = "organisation")]
        name: Option<String>,
        /// The new organisation; none if empty, as before if not given
        #[arg(long)]
        organisation: Option<String>,
        #[command(flatten)]
        act: LoggedAct,
    },
    /// Set an account's password, to be replaced at the next sign-in, and end its sessions; it is read from standard input
    SetPassword {
        #[command(flatten)]
        database: Database,
        /// The customer ID
        id: String,
        #[command(flatten)]
        act: LoggedAct,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Request {
    /// List requests, newest first
    List {
        #[command(flatten)]
        database: Database,
        /// Those that have ended, too
        #[arg(long)]
        all: bool,
        /// Those that an account asked for, is to take roles by, or is to hand roles over by
        #[arg(long)]
        account: Option<String>,
        /// Those of services of this name
        #[arg(long)]
        service: Option<String>,
        /// How many at the most
        #[arg(long, default_value_t = 100)]
        limit: i32,
    },
    /// Show a request: who accepted, who is waited for, how it ended
    Show {
        #[command(flatten)]
        database: Database,
        /// Its number
        number: i64,
    },
    /// End an open request; its parties are told, with the reason
    Abort {
        #[command(flatten)]
        database: Database,
        /// Its number
        number: i64,
        #[command(flatten)]
        act: LoggedAct,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Service {
    /// Add a service with its contacts; prints its key
    Add {
        #[command(flatten)]
        database: Database,
        /// Its name, such as example.org
        #[arg(long)]
        name: String,
        /// Its kind: domain, dnsZone, hosting, database, vps, dedicatedServer, publicCloud, email, telephony, internetAccess
        #[arg(long)]
        category: String,
        /// The customer ID of the administrator contact
        #[arg(long)]
        admin: String,
        /// The customer ID of the technical contact; the administrator if not given
        #[arg(long)]
        tech: Option<String>,
        /// The customer ID of the billing contact; the administrator if not given
        #[arg(long)]
        billing: Option<String>,
        /// Days until it runs out; never if not given
        #[arg(long)]
        expires_in: Option<i32>,
        #[command(flatten)]
        act: NotedAct,
    },
    /// Say how a service stands now: renewed, or not paid for
    Update {
        #[command(flatten)]
        database: Database,
        /// Its name
        #[arg(long)]
        name: String,
        /// Its kind, as for add
        #[arg(long)]
        category: String,
        /// How it stands: ok, inCreation, expired, pendingDebt, unPaid; as before if not given
        #[arg(long)]
        status: Option<String>,
        /// Days from now until it runs out; as before if not given
        #[arg(long)]
        expires_in: Option<i32>,
        #[command(flatten)]
        act: NotedAct,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Invoice {
    /// Add an unpaid invoice of an account
    Add {
        #[command(flatten)]
        database: Database,
        /// Its number
        number: String,
        /// The customer ID of who owes it
        account: String,
        #[command(flatten)]
        act: NotedAct,
    },
    /// Mark an invoice paid
    Paid {
        #[command(flatten)]
        database: Database,
        /// Its number
        number: String,
        #[command(flatten)]
        act: NotedAct,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    /// Find what was changed, removed or added in history since it was written
    Verify {
        #[command(flatten)]
        database: Database,
        /// An earlier export: each of its lines must still be there
        #[arg(long)]
        against: Option<PathBuf>,
    },
    /// Print history with its seals, a JSON object a line
    Export {
        #[command(flatten)]
        database: Database,
    },
    /// Print what operators and the server did to customers' things, newest first: when, who, what, whom, why, from where.
    Operators {
        #[command(flatten)]
        database: Database,
        /// The most lines.
        #[arg(long, default_value_t = 100)]
        lines: u32,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    /// How many mails wait and for how long, and whether they are held or the mail server takes none
    Status {
        #[command(flatten)]
        database: Database,
    },
    /// List the mails that wait or were given up, the oldest first
    List {
        #[command(flatten)]
        database: Database,
        /// The most mails to list
        #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
        limit: u32,
    },
    /// Try mails again at once: all that wait, or those of the given IDs, or those that were given up
    Retry {
        #[command(flatten)]
        database: Database,
        /// IDs, as `outbox list` shows them
        ids: Vec<uuid::Uuid>,
        /// Those that were given up
        #[arg(long, conflicts_with = "ids")]
        all_dead: bool,
        #[command(flatten)]
        act: NotedAct,
    },
    /// Let no mail go out
    Hold {
        #[command(flatten)]
        database: Database,
        #[command(flatten)]
        act: NotedAct,
    },
    /// Let mails go out again
    Release {
        #[command(flatten)]
        database: Database,
        /// Do not send those that were owed before they were held: they had been sent before the restore
        #[arg(long)]
        discard: bool,
        #[command(flatten)]
        act: NotedAct,
    },
}

/// An address at which people are found.
fn web(input: &str) -> Result<Url, String> {
    let url = Url::parse(input).map_err(|error| error.to_string())?;
    if matches!(url.scheme(), "https" | "http") { Ok(url) } else { Err("it must begin with https://".to_owned()) }
}

fn support(input: &str) -> Result<Url, String> {
    let url = Url::parse(input).map_err(|error| error.to_string())?;
    let is_one = matches!(url.scheme(), "https" | "http") || (url.scheme() == "mailto" && url.path().contains('@'));
    if is_one { Ok(url) } else { Err("it must begin with https:// or mailto:".to_owned()) }
}

fn secret_key(text: &str) -> Result<SecretKey, String> {
    SecretKey::parse(text).ok_or_else(|| "use 64 hexadecimal digits, as openssl rand -hex 32 prints them".to_owned())
}

fn renewal_days(text: &str) -> Result<RenewalDays, String> {
    RenewalDays::parse(text).map_err(|_| format!("use days from 1 to {}, parted by commas", RenewalDays::MAX))
}
