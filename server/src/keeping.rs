//! Commands that keep what there is: backup and restore, the outbox's hold, the audit of history.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufRead, BufReader, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
};

use countersign_backend::{
    OperatorIdentity, Sealed, SealedEntry, Seals, Voided, ambient::Clock, detach, is_sound, make_private,
};
use countersign_domain::Timestamp;

use crate::{
    cli::{Audit, Database, Outbox},
    config,
    database::{backend, bring_up_to_date, connect, connect_to_look, open_to_look},
    failure::Failure,
    operator, outbox,
};

/// Verifies or exports history.
///
/// # Errors
/// A sentence for the operator; for `verify` also when something was found.
pub(crate) async fn audit(command: Audit) -> Result<(), Failure> {
    match command {
        Audit::Verify { database, against } => {
            let exported = against.map(|file| seals(&file)).transpose()?.unwrap_or_default();
            let compared = exported.count();
            let audit = operator::looking(&database).await?.audit(exported).await?;
            for finding in &audit.findings {
                println!("{finding}");
            }
            let looked_at = format!("{} changes of contacts of {} services", audit.lines, audit.services);
            match audit.findings.len() {
                0 if compared > 0 => {
                    println!("{looked_at}: nothing was changed, and all {compared} of the export are there.")
                }
                0 => println!("{looked_at}: nothing was changed."),
                found => return Err(format!("{looked_at}: {found} findings").into()),
            }
        }
        Audit::Export { database } => {
            let operator = operator::looking(&database).await?;
            let mut out = BufWriter::new(std::io::stdout().lock());
            operator
                .export_history(|line| -> Result<(), Failure> {
                    serde_json::to_writer(&mut out, &line)?;
                    Ok(out.write_all(b"\n")?)
                })
                .await?;
            out.flush()?;
        }
        Audit::Operators { database, lines } => operator::audit(&database, lines).await?,
    }
    Ok(())
}

/// The seals of an export.
fn seals(file: &Path) -> Result<Seals, Failure> {
    let name = file.display();
    let lines = BufReader::new(File::open(file).map_err(|error| format!("{name}: {error}"))?).lines();
    let mut seals = Seals::default();
    for (number, text) in (1..).zip(lines) {
        let text = text.map_err(|error| format!("{name}: {error}"))?;
        match (serde_json::from_str(&text), serde_json::from_str(&text)) {
            (Ok(Sealed { line, hash }), _) => seals.history.insert((line.service, line.position), hash),
            (_, Ok(SealedEntry { entry, hash })) => seals.operator_log.insert(entry.number, hash),
            (Err(error), Err(_)) => return Err(format!("{name}, line {number}: {error}").into()),
        };
    }
    Ok(seals)
}

/// Shows, holds or releases the outbox, or has mails tried again.
///
/// # Errors
/// A sentence for the operator; for `retry` also when a mail could not be tried again.
pub(crate) async fn outbox(command: Outbox) -> Result<(), Failure> {
    match command {
        Outbox::Status { database } => outbox::status(&open_to_look(&database).await?).await?,
        Outbox::List { database, limit } => outbox::list(&operator::looking(&database).await?, limit).await?,
        Outbox::Retry { database, ids, all_dead, act } => {
            let operator = operator::acting(&database, operator::noted(act)?).await?;
            outbox::retry(&operator, &ids, all_dead).await?;
        }
        Outbox::Hold { database, act } => {
            operator::acting(&database, operator::noted(act)?).await?.hold_outbox().await?;
            println!("Mails are held: none goes out before 'countersign outbox release'.");
        }
        Outbox::Release { database, discard, act } => {
            let operator = operator::acting(&database, operator::noted(act)?).await?;
            let (pending, discarded) = operator.release_outbox(discard).await?;
            if discard {
                println!("Mails discarded: {discarded}.");
            }
            println!("Mails to send: {pending}.");
        }
    }
    Ok(())
}

/// Copies an embedded database. The copy is there whole, or not at all.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn back_up(database: &Database, file: &Path) -> Result<(), Failure> {
    let url = config::database_url(database);
    config::embedded(&url)?.ok_or("Postgres is backed up with pg_dump: see docs/operation.md")?;
    let db = connect_to_look(&url).await?;
    if file.exists() {
        return Err(format!("{} is there already", file.display()).into());
    }
    if file.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(format!("{}: there is no such folder", file.display()).into());
    }
    let part = beside(file, "part");
    let copied = async {
        // It holds what only the operator may read.
        private(&part)?;
        db.back_up(&part).await?;
        if !is_sound(&part).await? {
            return Err("the copy is not sound".into());
        }
        File::open(&part)?.sync_all()?;
        fs::rename(&part, file)?;
        Ok::<_, Failure>(())
    };
    let copied = copied.await;
    let _ = fs::remove_file(&part);
    copied.map_err(|error| format!("{}: {error}", file.display()))?;
    println!("{} holds all of the database.", file.display());
    Ok(())
}

/// Puts a backup in the database's place, and makes it safe to serve. With `yes`, nobody is asked.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn restore(
    database: &Database,
    file: Option<&Path>,
    yes: bool,
    identity: OperatorIdentity,
) -> Result<(), Failure> {
    let url = config::database_url(database);
    let voided = match (config::embedded(&url)?, file) {
        (Some(place), Some(file)) => put_in_place(database, file, &place, yes, identity).await?,
        (Some(_), None) => return Err("which file is to be restored?".into()),
        (None, None) => {
            let db = connect(&url).await?;
            // Until the end: no server begins meanwhile.
            let _alone = db.take_alone().await?.ok_or("a server uses this database: end every server first")?;
            confirm(yes)?;
            let suffix = bring_up_to_date(&db, database).await?;
            backend(db, suffix)?.operator(identity).secure_restored().await?
        }
        (None, Some(_)) => {
            return Err("Postgres is restored with pg_restore, then without a file here: see docs/operation.md".into());
        }
    };
    let Voided { codes, sessions, mails, held } = voided;
    println!("Restored. Void now: {codes} codes and links, {sessions} sessions, {mails} mails with codes.");
    println!("{held} mails are held: none goes out before 'countersign outbox release'.");
    Ok(())
}

/// Asks whoever sits at the terminal.
fn confirm(yes: bool) -> Result<(), Failure> {
    const EFFECT: &str = "every open code, link and session becomes void, and mails are held";
    if yes {
        return Ok(());
    }
    if !std::io::stdin().is_terminal() {
        return Err(format!("with a restore {EFFECT}: say --yes to have it done without being asked").into());
    }
    print!("With a restore {EFFECT}. Go on? Type 'yes': ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    if answer.trim() == "yes" { Ok(()) } else { Err("nothing was restored".into()) }
}

/// Puts a copy of `file` where the database is, when it is safe to serve. What was there lies beside it then.
async fn put_in_place(
    database: &Database,
    file: &Path,
    place: &Path,
    yes: bool,
    identity: OperatorIdentity,
) -> Result<Voided, Failure> {
    let sound = is_sound(file).await.map_err(|error| format!("{}: {error}", file.display()))?;
    if !sound {
        return Err(format!("{} is no backup of Countersign, or is damaged", file.display()).into());
    }
    if place.exists() {
        take(place).await?;
    }
    confirm(yes)?;
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = beside(place, "part");
    private(&part)?;
    let copied = async {
        // Its contents alone: `fs::copy` would take over who may read the backup.
        std::io::copy(&mut File::open(file)?, &mut OpenOptions::new().write(true).open(&part)?)?;
        let url = Some(format!("sqlite://{}", part.display()));
        let copy = Database { database_url: url, ..database.clone() };
        let db = connect(&config::database_url(&copy)).await?;
        let suffix = bring_up_to_date(&db, &copy).await?;
        let voided = backend(db.clone(), suffix)?.operator(identity).secure_restored().await?;
        db.close().await;
        detach(&part).await?;
        File::open(&part)?.sync_all()?;
        if place.exists() {
            take(place).await?;
            let Timestamp(now) = Clock::System.now();
            make_private(place)?;
            let former = beside(place, &format!("before-restore-{now}"));
            fs::rename(place, &former)?;
            println!("What was there is now {}", former.display());
        }
        fs::rename(&part, place)?;
        Ok::<_, Failure>(voided)
    };
    let copied = copied.await;
    let _ = fs::remove_file(&part);
    copied
}

/// Makes sure that no server has the database open.
async fn take(place: &Path) -> Result<(), Failure> {
    let taken = detach(place).await;
    taken.map_err(|error| format!("{} is in use: end the server first ({error})", place.display()).into())
}

/// The file's name with an ending.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    PathBuf::from(name)
}

/// Makes an empty file that only its owner may read.
fn private(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file).map(drop)
}
