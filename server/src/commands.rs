//! What each command does: parse, call the use case, print.

use std::{io::Read, path::Path};

use countersign_backend::{
    Backend, Error, NewAccount, NewService, Password, ServiceUpdate, Settings,
    ambient::{Clock, new_token},
    store::{Db, Tables},
};
use countersign_domain::{
    Category, Contacts, DAY, EmailAddress, Handle, InvoiceNumber, PersonName, Problem, ServiceName, Status, Suffix,
    Timestamp, Wrong,
};
use countersign_locales::Language;
use url::Url;

use crate::{
    Failure,
    cli::{Account, Cli, Command, Database, Invoice, Service},
    config, keeping, operator, requests, serve,
};

/// Runs the command.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn run(cli: Cli, clock: Clock) -> Result<(), Failure> {
    match cli.command {
        Command::Serve(flags) => serve::run(config::Config::check(*flags, clock)?).await,
        Command::Migrate(database) => {
            open_or_make(&database).await?;
            println!("The database is up to date.");
            Ok(())
        }
        Command::Account(command) => account(command).await,
        Command::Request(command) => requests::run(command).await,
        Command::Service(command) => service(command).await,
        Command::Invoice(command) => invoice(command).await,
        Command::Audit(command) => keeping::audit(command).await,
        Command::Outbox(command) => keeping::outbox(command).await,
        Command::Log { database, lines } => operator::log(&database, lines).await,
        Command::Backup { database, file } => keeping::back_up(&database, &file).await,
        Command::Restore { database, yes, file } => keeping::restore(&database, file.as_deref(), yes).await,
    }
}

/// The back end over the database of a command, up to date. A command does not make the usual embedded database: whoever has
/// forgotten to name the server's would create accounts in another one, where nobody finds them.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn open(database: &Database) -> Result<Backend, Failure> {
    let url = config::database_url(database);
    let file = config::embedded(&url)?.filter(|file| database.database_url.is_none() && !file.exists());
    if let Some(file) = file {
        return Err(format!(
            "there is no database {}: name the server's with DATABASE_URL, or make one here with 'countersign migrate'",
            file.display()
        )
        .into());
    }
    open_or_make(database).await
}

/// The same, making the embedded database if there is none.
async fn open_or_make(database: &Database) -> Result<Backend, Failure> {
    let db = connect(&config::database_url(database)).await?;
    let suffix = bring_up_to_date(&db, database).await?;
    backend(db, suffix)
}

/// The back end over the database of a command that only looks: it must be there and up to date, and nothing in it is changed. All
/// that it does are reads and [`Db::begin_to_look`].
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn open_to_look(database: &Database) -> Result<Backend, Failure> {
    let db = connect_to_look(&config::database_url(database)).await?;
    match db.tables().await.map_err(|error| format!("the database cannot be read: {error}"))? {
        Tables::UpToDate => {}
        Tables::Missing => return Err("there is nothing of Countersign in this database yet".into()),
        Tables::Older => return Err("the database is not up to date: run 'countersign migrate' first".into()),
        Tables::Newer => return Err("a newer version of Countersign has brought this database up to date".into()),
    }
    let given = config::suffix(database)?;
    let suffix = match db.installation().await? {
        Some(installation) => {
            installation.check(given.as_ref(), database.demo > 0)?;
            installation.suffix
        }
        None => given.unwrap_or_default(),
    };
    backend(db, suffix)
}

pub(crate) fn backend(db: Db, suffix: Suffix) -> Result<Backend, Failure> {
    // Commands make no links: mails are written by the server that sends them.
    let mut settings = Settings::new(Url::parse("http://localhost")?);
    settings.suffix = suffix;
    Ok(Backend::new(db, Clock::System, settings))
}

/// Connects, making the folder of an embedded database.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn connect(url: &str) -> Result<Db, Failure> {
    if let Some(folder) = config::embedded(url)?.as_deref().and_then(Path::parent) {
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(Db::connect(url).await.map_err(unreachable)?)
}

/// Brings the tables up to date and makes sure that the database is the one that is meant; the ending of its customer IDs.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn bring_up_to_date(db: &Db, database: &Database) -> Result<Suffix, Failure> {
    let given = config::suffix(database)?;
    db.migrate().await.map_err(|error| format!("the database cannot be brought up to date: {error}"))?;
    Ok(db.identify(given.as_ref(), database.demo > 0).await?.suffix)
}

/// Connects to a database that is there, to read alone.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn connect_to_look(url: &str) -> Result<Db, Failure> {
    if let Some(file) = config::embedded(url)?.filter(|file| !file.exists()) {
        return Err(format!("there is no database {}", file.display()).into());
    }
    Ok(Db::connect_to_look(url).await.map_err(unreachable)?)
}

fn unreachable(error: impl std::fmt::Display) -> String {
    format!("the database cannot be reached: {error}")
}

pub(crate) fn id(text: &str, suffix: &Suffix) -> Result<Handle, Failure> {
    Handle::parse(text, suffix).map_err(|_| {
        format!("'{text}' is no customer ID: two letters, digits, and -{} or nothing", suffix.as_str()).into()
    })
}

pub(crate) fn explain(what: &str) -> impl Fn(Wrong) -> Failure {
    let what = what.to_owned();
    move |wrong| format!("the {what} {wrong}").into()
}

/// What is said when the thing named is there already, or one that it names is not.
fn clearly(taken: impl Into<String>, missing: impl Into<String>) -> impl FnOnce(Error) -> Failure {
    let (taken, missing) = (taken.into(), missing.into());
    move |error| match &error {
        Error::Problem(Problem::NotFound) => missing.into(),
        Error::Problem(Problem::Invalid(_)) => taken.into(),
        Error::Database(failure) => match failure.as_database_error() {
            Some(cause) if cause.is_unique_violation() => taken.into(),
            Some(cause) if cause.is_foreign_key_violation() => missing.into(),
            _ => error.into(),
        },
        _ => error.into(),
    }
}

pub(crate) fn no_account(id: &Handle) -> impl FnOnce(Error) -> Failure {
    clearly("", format!("there is no account {id}"))
}

async fn account(command: Account) -> Result<(), Failure> {
    match command {
        Account::Create { database, name, organisation, email, language, id: wished, invite } => {
            let backend = open(&database).await?;
            let language = Language::from_code(&language).ok_or_else(|| {
                let known: Vec<_> = Language::ALL.iter().map(|language| language.code()).collect();
                format!("no language '{language}': there are {}", known.join(", "))
            })?;
            let wished = wished.map(|text| id(&text, &backend.settings().suffix)).transpose()?;
            // Random enough for a password; the customer must replace it.
            let password = (!invite).then(|| new_token().grouped().to_lowercase());
            let email = EmailAddress::parse(&email).map_err(explain("e-mail address"))?;
            let created = backend
                .create_account(NewAccount {
                    id: wished,
                    name: PersonName::parse(&name).map_err(explain("name"))?,
                    organisation: organisation
                        .map(|text| PersonName::parse(&text))
                        .transpose()
                        .map_err(explain("organisation"))?,
                    email: email.clone(),
                    language,
                    password: password.as_deref().map(Password::typed),
                })
                .await
                .map_err(clearly("the customer ID or the e-mail address is taken", ""))?;
            println!("Customer ID: {created}");
            match password {
                Some(password) => {
                    println!("Password:    {password}");
                    println!("The customer must replace the password at the first sign-in.");
                }
                None => println!("A link to choose a password is mailed to {email}. It works for seven days."),
            }
        }
        Account::Disable { database, id: text, act } => {
            let act = operator::noted(act)?;
            let backend = open(&database).await?;
            let id = id(&text, &backend.settings().suffix)?;
            backend.disable_account(&id, &act).await.map_err(no_account(&id))?;
            println!("{id} is disabled, and its sessions have ended.");
        }
        Account::Enable { database, id: text, act } => {
            let act = operator::logged(act)?;
            let backend = open(&database).await?;
            let id = id(&text, &backend.settings().suffix)?;
            backend.enable_account(&id, &act).await.map_err(no_account(&id))?;
            println!("{id} is enabled.");
        }
        Account::Rename { database, id, name, organisation, act } => {
            operator::rename(&database, &id, name.as_deref(), organisation.as_deref(), act).await?;
        }
        Account::SetPassword { database, id: text, act } => {
            let act = operator::noted(act)?;
            let backend = open(&database).await?;
            let id = id(&text, &backend.settings().suffix)?;
            let mut typed = String::new();
            std::io::stdin().read_to_string(&mut typed)?;
            let typed = typed.trim_end_matches(['\r', '\n']);
            let password = backend.password_for(&id, typed).await.map_err(|error| match error {
                Error::Problem(Problem::Invalid(problems)) if !problems.is_empty() => {
                    explain("password")(problems[0].wrong)
                }
                error => no_account(&id)(error),
            })?;
            let account = backend.set_password(&id, password, &act).await.map_err(no_account(&id))?;
            println!(
                "The password of {id} is set, and its sessions have ended. It must be replaced at the next sign-in."
            );
            if !account.active {
                println!("The account is disabled: nobody can sign in to it.");
            }
        }
    }
    Ok(())
}

async fn service(command: Service) -> Result<(), Failure> {
    match command {
        Service::Add { database, name, category, admin, tech, billing, expires_in } => {
            let backend = open(&database).await?;
            let suffix = &backend.settings().suffix;
            let category = parse_category(&category)?;
            let admin = id(&admin, suffix)?;
            let other = |text: Option<String>| text.map_or_else(|| Ok(admin.clone()), |text| id(&text, suffix));
            let contacts = Contacts { tech: other(tech)?, billing: other(billing)?, admin: admin.clone() };
            let taken = format!("there is a service {name} of this category already");
            let key = backend
                .add_service(&NewService {
                    name: ServiceName::parse(&name).map_err(explain("name"))?,
                    category,
                    status: Status::Ok,
                    expires_at: end(&backend, expires_in),
                    contacts,
                })
                .await
                .map_err(clearly(taken, "a contact is no account"))?;
            println!("{key}");
        }
        Service::Update { database, name, category, status, expires_in } => {
            let backend = open(&database).await?;
            let status = status.map(|status| {
                Status::from_name(&status)
                    .ok_or_else(|| unknown("status", &status, Status::ALL.iter().map(|s| s.as_str())))
            });
            let update = ServiceUpdate {
                name: ServiceName::parse(&name).map_err(explain("name"))?,
                category: parse_category(&category)?,
                status: status.transpose()?,
                expires_at: end(&backend, expires_in),
            };
            let missing = format!("there is no service {name} of this category");
            backend.update_service(&update).await.map_err(clearly("", missing))?;
            println!("{name} is up to date.");
        }
    }
    Ok(())
}

fn parse_category(name: &str) -> Result<Category, Failure> {
    Category::from_name(name).ok_or_else(|| unknown("category", name, Category::ALL.iter().map(|c| c.as_str())))
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    format!("no {what} '{name}': there are {}", known.collect::<Vec<_>>().join(", ")).into()
}

/// So many days from now.
fn end(backend: &Backend, days: Option<i32>) -> Option<Timestamp> {
    days.map(|days| backend.now().plus(i64::from(days) * DAY))
}

async fn invoice(command: Invoice) -> Result<(), Failure> {
    match command {
        Invoice::Add { database, number, account } => {
            let backend = open(&database).await?;
            let account = id(&account, &backend.settings().suffix)?;
            let number = String::from(InvoiceNumber::parse(&number).map_err(explain("number"))?);
            let taken = format!("there is an invoice {number} already");
            let added = backend.add_invoice(&number, &account).await;
            added.map_err(clearly(taken, format!("there is no account {account}")))?;
            println!("Invoice {number} of {account} is unpaid.");
        }
        Invoice::Paid { database, number } => {
            let backend = open(&database).await?;
            backend.pay_invoice(&number).await.map_err(clearly("", format!("no invoice {number} is unpaid")))?;
            println!("Invoice {number} is paid.");
        }
    }
    Ok(())
}
