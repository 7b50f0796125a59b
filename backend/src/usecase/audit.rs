//! The audit: whether history is what it was when it was written, and leads to the contacts that there are.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
};

use countersign_domain::{Contacts, Role, ServiceId};
use serde::Serialize;

use crate::access::Operator;
use crate::{
    error::Result,
    store::{Misfit, Named, Sealed, SealedEntry},
};

/// Services that are looked up at once.
const BATCH: i32 = 500;

/// The seals of an earlier export.
#[derive(Clone, Debug, Default)]
pub struct Seals {
    /// Those of history, by service and position.
    pub history: HashMap<(ServiceId, i32), String>,
    /// Those of the operator log, by number.
    pub operator_log: BTreeMap<i64, String>,
}

impl Seals {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.history.len() + self.operator_log.len()
    }
}

/// A line of an export.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum ExportedLine {
    /// A line of history.
    History(Sealed),
    /// A line of the operator log.
    OperatorLog(SealedEntry),
}

/// What an audit has looked at, and what it has found.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// Services looked at.
    pub services: u64,
    /// Lines of history looked at.
    pub lines: u64,
    /// Lines of the operator log looked at.
    pub acts: u64,
    /// What is not as it should be.
    pub findings: Vec<Finding>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name and kind of the service; its key if there is no such service.
    pub service: String,
    /// The line's position in the service's history, if it is about a line.
    pub position: Option<i32>,
    /// What is wrong.
    pub fault: Fault,
}

/// What may be wrong with a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Lines before this one are not there.
    Gap,
    /// It has no seal.
    Unsealed,
    /// Its seal does not fit: it, its request's acceptances or the line before were changed.
    Changed,
    /// It takes a role from somebody who did not hold it.
    NotTheHolder,
    /// The present contact of a role is not the one to whom history leads.
    NotTheContact(String),
    /// A request is done, and no line tells of the role.
    Untold(i64, String),
    /// A line tells of a request that is not done.
    NotDone(i64, String),
    /// The export has a line that is not there any more.
    Lost,
    /// The line is not the one of the export.
    Replaced,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.service)?;
        if let Some(position) = self.position {
            write!(f, ", line {position}")?;
        }
        match &self.fault {
            Fault::Gap => write!(f, ": lines before it are missing"),
            Fault::Unsealed => write!(f, ": has no seal"),
            Fault::Changed => write!(f, ": was changed since it was sealed"),
            Fault::NotTheHolder => write!(f, ": takes a role from somebody who did not hold it"),
            Fault::NotTheContact(role) => write!(f, ": {role} is not whom history leads to"),
            Fault::Untold(request, role) => write!(f, ": request {request} is done, and no line tells of {role}"),
            Fault::NotDone(request, role) => {
                write!(f, ": a line tells of {role} by request {request}, which is not done")
            }
            Fault::Lost => write!(f, ": stands in the export, and is not there any more"),
            Fault::Replaced => write!(f, ": is not what stands in the export"),
        }
    }
}

impl Operator {
    /// Looks at the history of every service: its seals, that it has no gap, that it leads to the present contacts, and that
    /// it tells of every request that is done. With the seals of an earlier export, also that nothing was written anew since.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit(&self, exported: Seals) -> Result<Audit> {
        let mut audit = Audit::default();
        let Seals { history: mut exported, operator_log: mut exported_acts } = exported;
        let mut after = None;
        // History, contacts and requests are of one moment, and nobody is kept waiting.
        let mut tx = self.db().begin_to_look().await?;
        loop {
            let services = tx.services_after(after, BATCH).await?;
            let Some(last) = services.last() else { break };
            after = Some(last.id);
            for service in &services {
                let contacts = tx.contacts(service.id).await?;
                let lines = tx.sealed_history(service.id).await?;
                audit.look_at(service, &lines, contacts.as_ref(), &mut exported)?;
            }
        }
        let (untold, undone) = tx.history_misfits().await?;
        let mut add = |misfit: Misfit, fault: fn(i64, String) -> Fault| {
            let fault = fault(misfit.request_id, misfit.role);
            audit.findings.push(Finding { service: misfit.service_id.to_string(), position: None, fault });
        };
        untold.into_iter().for_each(|misfit| add(misfit, Fault::Untold));
        undone.into_iter().for_each(|misfit| add(misfit, Fault::NotDone));
        let mut lost: Vec<_> = exported.into_keys().collect();
        lost.sort_unstable();
        audit.findings.extend(lost.into_iter().map(|(service, position)| Finding {
            service: service.to_string(),
            position: Some(position),
            fault: Fault::Lost,
        }));
        let (mut number, mut previous) = (0, String::new());
        loop {
            let lines = tx.operator_log_after(number, &mut previous, BATCH).await?;
            let Some(last) = lines.last() else { break };
            number = last.entry.number;
            for line in &lines {
                audit.look_at_act(line, &mut exported_acts)?;
            }
        }
        for number in exported_acts.into_keys() {
            audit.add_act(number, Fault::Lost);
        }
        Ok(audit)
    }

    /// Every line of history with its seal, service by service, oldest first; then every line of the operator log.
    ///
    /// # Errors
    /// When the database fails, or `each` does.
    pub async fn export_history<E: From<crate::Error>>(
        &self,
        mut each: impl FnMut(ExportedLine) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut after = None;
        let mut tx = self.db().begin_to_look().await?;
        loop {
            let services = tx.services_after(after, BATCH).await?;
            let Some(last) = services.last() else { break };
            after = Some(last.id);
            for service in &services {
                for line in tx.sealed_history(service.id).await? {
                    each(ExportedLine::History(line))?;
                }
            }
        }
        let (mut number, mut previous) = (0, String::new());
        loop {
            let lines = tx.operator_log_after(number, &mut previous, BATCH).await?;
            let Some(last) = lines.last() else { return Ok(()) };
            number = last.entry.number;
            for line in lines {
                each(ExportedLine::OperatorLog(line))?;
            }
        }
    }
}

impl Audit {
    fn add_act(&mut self, number: i64, fault: Fault) {
        let position = i32::try_from(number).ok();
        self.findings.push(Finding { service: "operator log".to_owned(), position, fault });
    }

    /// Lines that are older than seals have none; after the first that has one, every line has.
    fn look_at_act(&mut self, line: &SealedEntry, exported: &mut BTreeMap<i64, String>) -> Result<()> {
        self.acts += 1;
        let SealedEntry { entry, hash } = line;
        if hash.is_empty() {
            if !entry.previous.is_empty() {
                self.add_act(entry.number, Fault::Unsealed);
            }
        } else if *hash != entry.seal()? {
            self.add_act(entry.number, Fault::Changed);
        }
        if exported.remove(&entry.number).is_some_and(|sealed| sealed != *hash) {
            self.add_act(entry.number, Fault::Replaced);
        }
        Ok(())
    }

    fn look_at(
        &mut self,
        service: &Named,
        lines: &[Sealed],
        contacts: Option<&Contacts>,
        exported: &mut HashMap<(ServiceId, i32), String>,
    ) -> Result<()> {
        self.services += 1;
        let name = format!("{} ({})", service.name, service.category);
        let mut add = |position, fault| self.findings.push(Finding { service: name.clone(), position, fault });
        let mut holders: BTreeMap<&str, &str> = BTreeMap::new();
        let mut last = 0;
        for Sealed { line, hash } in lines {
            self.lines += 1;
            let position = Some(line.position);
            if std::mem::replace(&mut last, line.position) + 1 != line.position {
                add(position, Fault::Gap);
            }
            if hash.is_empty() {
                add(position, Fault::Unsealed);
            } else if *hash != line.seal()? {
                add(position, Fault::Changed);
            }
            if exported.remove(&(service.id, line.position)).is_some_and(|sealed| sealed != *hash) {
                add(position, Fault::Replaced);
            }
            if holders.insert(&line.role, &line.to) != line.from.as_deref() {
                add(position, Fault::NotTheHolder);
            }
        }
        for role in Role::ALL.iter().copied() {
            let present = contacts.map(|contacts| contacts.get(role).as_str());
            if present != holders.get(role.as_str()).copied() {
                add(None, Fault::NotTheContact(role.as_str().to_owned()));
            }
        }
        Ok(())
    }
}
