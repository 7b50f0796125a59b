//! What the operator does by hand to an account or a request, with a reason: who it is, and the log that keeps it.

use std::{fs, os::unix::fs::MetadataExt};

use countersign_backend::{AccountNames, store::OperatorAct};
use countersign_domain::{Note, PersonName};
use countersign_locales::iso_date_time;

use crate::{
    cli::{Database, LoggedAct, NotedAct},
    database::{open, open_to_look},
    explain::{explain, id, no_account},
    failure::Failure,
};

/// Who acts, and why, as the operator log keeps it.
///
/// # Errors
/// A sentence for the operator.
pub(crate) fn logged(LoggedAct { reason, operator }: LoggedAct) -> Result<OperatorAct, Failure> {
    let who = operator.unwrap_or_else(system_user);
    Ok(OperatorAct {
        who: PersonName::parse(&who).map_err(explain("operator's name"))?,
        reason: Note::parse(&reason).map_err(explain("reason"))?,
    })
}

/// What stands in the operator log where no reason is given.
const NO_REASON: &str = "no reason given";

/// Who acts, and why if that is said, as the operator log keeps it.
///
/// # Errors
/// A sentence for the operator.
pub(crate) fn noted(NotedAct { reason, operator }: NotedAct) -> Result<OperatorAct, Failure> {
    logged(LoggedAct { reason: reason.unwrap_or_else(|| NO_REASON.to_owned()), operator })
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
    let act = logged(act)?;
    let new = AccountNames {
        name: name.map(PersonName::parse).transpose().map_err(explain("name"))?,
        organisation: organisation.map(PersonName::parse_optional).transpose().map_err(explain("organisation"))?,
    };
    let backend = open(database).await?;
    let id = id(text, &backend.settings().suffix)?;
    let account = backend.rename_account(&id, new, &act).await.map_err(no_account(&id))?;
    let of = account.organisation.map_or_else(String::new, |organisation| format!(", {organisation}"));
    println!("{id} is now called {}{of}.", account.name);
    Ok(())
}

/// Prints the last lines of the operator log, newest first.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn log(database: &Database, lines: u32) -> Result<(), Failure> {
    for entry in open_to_look(database).await?.db().operator_log(lines.into()).await? {
        let reason = entry.reason.replace('\n', " ");
        println!("{}  {}: {} {}: {reason}", iso_date_time(entry.at), entry.who, entry.act, entry.subject);
    }
    Ok(())
}
