//! The database of a command: which one, whether it is there, and whether it is up to date.

use std::path::Path;

use countersign_backend::{Backend, Database as Db, Settings, Tables, ambient::Clock};
use countersign_domain::Suffix;
use url::Url;

use crate::{cli::Database, config, failure::Failure};

/// The back end over the database of a command, up to date. A command does not make the usual embedded database: whoever has
/// forgotten to name the server's would create accounts in another one, where nobody finds them.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn open(database: &Database) -> Result<Backend, Failure> {
    let url = config::database_url(database);
    let file = config::embedded(&url)?.filter(|file| !file.exists());
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
pub(crate) async fn open_or_make(database: &Database) -> Result<Backend, Failure> {
    let db = connect(&config::database_url(database)).await?;
    let suffix = bring_up_to_date(&db, database).await?;
    backend(db, suffix)
}

/// The back end over the database of a command that only looks: it must be there and up to date, and nothing in it is changed. Its
/// reads are of one moment.
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
