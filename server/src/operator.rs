//! Who acts at the command line, and what is done by hand to an account's name; and the log that keeps it.

use std::{fs, os::unix::fs::MetadataExt};

use countersign_backend::{AccountNames, Backend, Operator, OperatorIdentity, Rights};
use countersign_domain::{Note, PersonName};
use countersign_locales::iso_date_time;

use crate::{
    cli::{Database, LoggedAct, NotedAct},
    database::{open, open_to_look},
    explain::{explain, id, no_account},
    failure::Failure,
};

/// Who acts, from where, and why, for an act whose reason must be given.
///
/// # Errors
/// A sentence for the operator.
pub(crate) fn with_reason(LoggedAct { reason, operator }: LoggedAct) -> Result<OperatorIdentity, Failure> {
    noted(NotedAct { reason: Some(reason), operator })
}

/// The same for an act whose reason may be left out.
///
/// # Errors
/// A sentence for the operator.
pub(crate) fn noted(NotedAct { reason, operator }: NotedAct) -> Result<OperatorIdentity, Failure> {
    let who = operator.filter(|name| !name.trim().is_empty()).unwrap_or_else(system_user);
    Ok(OperatorIdentity {
        name: PersonName::parse(&who).map_err(explain("operator's name"))?,
        rights: Rights::All,
        reason: reason.as_deref().map(Note::parse).transpose().map_err(explain("reason"))?,
        origin: origin(),
    })
}

/// The operator over the database of a command that changes something.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn acting(database: &Database, identity: OperatorIdentity) -> Result<Operator, Failure> {
    Ok(open(database).await?.operator(identity))
}

/// The operator over the database of a command that only looks.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn looking(database: &Database) -> Result<Operator, Failure> {
    looker(&open_to_look(database).await?)
}

fn looker(backend: &Backend) -> Result<Operator, Failure> {
    let identity = noted(NotedAct { reason: None, operator: None })?;
    Ok(backend.operator(OperatorIdentity { rights: Rights::Look, ..identity }))
}

/// From which machine, and from where somebody has come to it.
fn origin() -> String {
    let machine = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let machine = machine.trim();
    match std::env::var("SSH_CONNECTION").ok().as_deref().and_then(|from| from.split(' ').next()) {
        Some(client) if !client.is_empty() => format!("command line on {machine}, from {client}"),
        _ => format!("command line on {machine}"),
    }
}

/// The system's user who runs this, or who has become root for it.
fn system_user() -> String {
    if let Ok(user) = std::env::var("SUDO_USER") {
        return user;
    }
    let uid = fs::metadata("/proc/self").map(|process| process.uid().to_string()).unwrap_or_default();
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let mut users = users.lines().map(|line| line.split(':').collect::<Vec<_>>());
    let name = users.find_map(|fields| (fields.get(2) == Some(&uid.as_str())).then(|| fields[0].to_owned()));
    name.unwrap_or_else(|| format!("user {uid}"))
}

/// Changes an account's name and organisation.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn rename(
    database: &Database,
    text: &str,
    name: Option<&str>,
    organisation: Option<&str>,
    act: LoggedAct,
) -> Result<(), Failure> {
    let identity = with_reason(act)?;
    let new = AccountNames {
        name: name.map(PersonName::parse).transpose().map_err(explain("name"))?,
        organisation: organisation.map(PersonName::parse_optional).transpose().map_err(explain("organisation"))?,
    };
    let operator = acting(database, identity).await?;
    let id = id(text, &operator.backend().settings().suffix)?;
    let account = operator.rename_account(&id, new).await.map_err(no_account(&id))?;
    let of = account.organisation.map_or_else(String::new, |organisation| format!(", {organisation}"));
    println!("{id} is now called {}{of}.", account.name);
    Ok(())
}

/// Prints the last lines of the operator log, newest first.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn log(database: &Database, lines: u32) -> Result<(), Failure> {
    for entry in looking(database).await?.log(lines, false).await? {
        let reason = entry.reason.replace('\n', " ");
        println!("{}  {}: {} {}: {reason}", iso_date_time(entry.at), entry.who, entry.act, entry.subject);
    }
    Ok(())
}

/// Prints all that the operator log keeps, newest first.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn audit(database: &Database, lines: u32) -> Result<(), Failure> {
    for entry in looking(database).await?.log(lines, true).await? {
        let reason = entry.reason.replace('\n', " ");
        let customer = entry.customer.map_or_else(String::new, |customer| format!(" of {customer}"));
        println!(
            "{}  {} {}: {} {}{customer}: {reason} ({})",
            iso_date_time(entry.at),
            entry.kind,
            entry.who,
            entry.act,
            entry.subject,
            entry.origin
        );
    }
    Ok(())
}
