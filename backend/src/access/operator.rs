//! A person of the provider.

use countersign_domain::{Field, Handle, Note, PersonName, Problem, Timestamp, Wrong};

use crate::{
    act::Act,
    error::{Error, Result},
    process::Backend,
    store::Db,
};

/// What an operator may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// Look, and change nothing.
    Look,
    /// Everything.
    All,
}

/// Who an operator is, why it acts, and from where. The operator log keeps all of it.
#[derive(Clone, Debug)]
pub struct OperatorIdentity {
    /// The operator's name.
    pub name: PersonName,
    /// What it may do.
    pub rights: Rights,
    /// Why it acts. Needed where a customer's rights change.
    pub reason: Option<Note>,
    /// From where: the machine, for example.
    pub origin: String,
}

/// A person of the provider who acts: every use case of the provider's staff is a method of it.
#[derive(Clone, Debug)]
pub struct Operator {
    pub(crate) backend: Backend,
    identity: OperatorIdentity,
}

impl Backend {
    /// The principal of an operator. Only a door that knows who it is may make one.
    #[must_use]
    pub fn operator(&self, identity: OperatorIdentity) -> Operator {
        Operator { backend: self.clone(), identity }
    }
}

impl Operator {
    /// The back end that it acts in.
    #[must_use]
    pub const fn backend(&self) -> &Backend {
        &self.backend
    }

    /// A line of the operator log: `act` is done to `subject`, which concerns `customer`.
    ///
    /// # Errors
    /// [`Error::Internal`] for an operator who may only look.
    pub(crate) fn act(&self, act: &'static str, subject: &str, customer: Option<&Handle>) -> Result<Act> {
        const NO_REASON: &str = "no reason given";
        let OperatorIdentity { name, rights, reason, origin } = &self.identity;
        if *rights == Rights::Look {
            return Err(Error::Internal(format!("{act}: this operator may only look")));
        }
        Ok(Act {
            kind: "operator",
            who: name.to_string(),
            act,
            subject: subject.to_owned(),
            customer: customer.map(ToString::to_string),
            reason: reason.as_ref().map_or(NO_REASON, Note::as_str).to_owned(),
            origin: origin.clone(),
        })
    }

    /// Why it acts, where a customer's rights change.
    ///
    /// # Errors
    /// [`Problem::Invalid`] when no reason was given.
    pub(crate) fn reason(&self) -> Result<&Note> {
        Ok(self.identity.reason.as_ref().ok_or_else(|| Problem::field(Field::Reason, Wrong::Empty))?)
    }

    pub(crate) fn db(&self) -> &Db {
        self.backend.db()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.backend.now()
    }
}
