//! From a form to requests: who may ask for what, and which roles travel together.

use serde::{Deserialize, Serialize};

use crate::{Contacts, Field, FieldProblem, Handle, Problem, Role, Roles, Suffix, handle::distinct};

/// The right under which a request was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// The requester was the administrator.
    Administrator,
    /// The requester held the roles that it hands over.
    Holder,
}

/// Which services of a form a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// The one that the form is of.
    Service,
    /// The one that goes with it.
    Companion,
    /// Both, or neither.
    Both,
}

/// The contacts that a form names; `None` where a field was not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The wished administrator.
    pub admin: Option<Handle>,
    /// The wished technical contact.
    pub tech: Option<Handle>,
    /// The wished billing contact.
    pub billing: Option<Handle>,
}

impl Wishes {
    /// Parses the three fields of a form; a field that was not sent is no wish.
    ///
    /// # Errors
    /// Every field that is empty or no customer ID.
    pub fn parse(
        admin: Option<&str>,
        tech: Option<&str>,
        billing: Option<&str>,
        suffix: &Suffix,
    ) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut parse = |field: Field, typed: Option<&str>| {
            let parsed = typed.map(|typed| Handle::parse(typed, suffix)).transpose();
            parsed.unwrap_or_else(|wrong| {
                problems.push(FieldProblem { field, wrong });
                None
            })
        };
        let wishes = Self {
            admin: parse(Field::Admin, admin),
            tech: parse(Field::Tech, tech),
            billing: parse(Field::Billing, billing),
        };
        if problems.is_empty() { Ok(wishes) } else { Err(problems) }
    }

    /// The wishes that differ from `contacts`.
    #[must_use]
    pub fn changes(&self, contacts: &Contacts) -> Self {
        let change = |role| self.get(role).filter(|to| *to != contacts.get(role)).cloned();
        Self { admin: change(Role::Admin), tech: change(Role::Tech), billing: change(Role::Billing) }
    }

    /// The wishes that are more than what the form showed; each role for which something is wished must be held as it showed.
    ///
    /// # Errors
    /// [`Problem::ContactChanged`] where the form is out of date: what was wished was wished for something else.
    pub fn since(&self, seen: &Contacts, present: &Contacts) -> Result<Self, Problem> {
        let wishes = self.changes(seen);
        wishes.held_as(seen, present)?;
        Ok(wishes)
    }

    /// Each role for which something is wished must be held as it was seen.
    ///
    /// # Errors
    /// [`Problem::ContactChanged`] for the first that is not.
    pub fn held_as(&self, seen: &Contacts, present: &Contacts) -> Result<(), Problem> {
        for role in Role::ALL.iter().copied() {
            if self.get(role).is_some() && seen.get(role) != present.get(role) {
                return Err(Problem::ContactChanged { role, now: present.get(role).clone() });
            }
        }
        Ok(())
    }

    /// Wishes `to` for `role`.
    pub fn set(&mut self, role: Role, to: Handle) {
        match role {
            Role::Admin => self.admin = Some(to),
            Role::Tech => self.tech = Some(to),
            Role::Billing => self.billing = Some(to),
        }
    }

    /// The contact wished for `role`.
    #[must_use]
    pub const fn get(&self, role: Role) -> Option<&Handle> {
        match role {
            Role::Admin => self.admin.as_ref(),
            Role::Tech => self.tech.as_ref(),
            Role::Billing => self.billing.as_ref(),
        }
    }
}

/// A request to be: roles of a service, and perhaps of its companion, from one account to one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The roles handed over.
    pub roles: Roles,
    /// Who holds them.
    pub from: Handle,
    /// Who is to hold them.
    pub to: Handle,
    /// The right under which it is asked.
    pub standing: Standing,
    /// For which services.
    pub scope: Scope,
}

impl Draft {
    /// Who must accept: the requester and the new contact, once each.
    #[must_use]
    pub fn parties(&self, requester: &Handle) -> Vec<Handle> {
        distinct([requester, &self.to])
    }

    /// Who is told at the end: the parties, and the replaced contact.
    #[must_use]
    pub fn told_at_end(&self, requester: &Handle) -> Vec<Handle> {
        distinct([requester, &self.to, &self.from])
    }
}

/// Turns the contacts that `requester` wishes into one draft per (replaced account, new account) pair.
///
/// A wish for the present contact is no change and is passed over. What changes is wished for the `companion` too, which may
/// have it already; where both hand over the same, one draft is for both.
///
/// # Errors
/// [`Problem::NotFound`] when the requester is no contact of the service, [`Problem::NotYourRole`] for a role it may
/// not hand over, each [`Problem::OfCompanion`] if it is of that; [`Problem::NothingChanged`] when no wish differs from what is.
pub fn plan(
    contacts: &Contacts,
    companion: Option<&Contacts>,
    requester: &Handle,
    wishes: &Wishes,
) -> Result<Vec<Draft>, Problem> {
    let changes = wishes.changes(contacts);
    let mut drafts = drafts(contacts, requester, &changes, Scope::Service)?;
    let also = companion.map(|companion| self::drafts(companion, requester, &changes, Scope::Companion));
    let also = match also {
        None | Some(Err(Problem::NothingChanged)) => Vec::new(),
        Some(also) => also.map_err(Problem::of_companion)?,
    };
    for draft in also {
        match drafts.iter_mut().find(|known| Draft { scope: draft.scope, ..(*known).clone() } == draft) {
            Some(known) => known.scope = Scope::Both,
            None => drafts.push(draft),
        }
    }
    Ok(drafts)
}

fn drafts(contacts: &Contacts, requester: &Handle, wishes: &Wishes, scope: Scope) -> Result<Vec<Draft>, Problem> {
    let may_change = contacts.may_change(requester);
    if may_change.is_empty() {
        return Err(Problem::NotFound);
    }
    let standing = if contacts.admin == *requester { Standing::Administrator } else { Standing::Holder };

    let mut drafts: Vec<Draft> = Vec::new();
    let changes = wishes.changes(contacts);
    for role in Role::ALL.iter().copied() {
        let from = contacts.get(role);
        let Some(to) = changes.get(role) else { continue };
        if !may_change.contains(role) {
            return Err(Problem::NotYourRole(role));
        }
        match drafts.iter_mut().find(|draft| draft.from == *from && draft.to == *to) {
            Some(draft) => draft.roles = draft.roles.with(role),
            None => drafts.push(Draft {
                roles: Roles::default().with(role),
                from: from.clone(),
                to: to.clone(),
                standing,
                scope,
            }),
        }
    }
    if drafts.is_empty() { Err(Problem::NothingChanged) } else { Ok(drafts) }
}

#[cfg(test)]
mod tests;
