//! A job of the server itself.

use countersign_domain::{Handle, Timestamp};

use crate::{act::Act, process::Backend, store::Db};

/// A job of the server: what time asks for is a method of it.
#[derive(Clone, Debug)]
pub struct System {
    pub(crate) backend: Backend,
    job: &'static str,
}

impl Backend {
    /// The principal of a job, by its name in the operator log. Only the process that runs the job may make one.
    #[must_use]
    pub fn system(&self, job: &'static str) -> System {
        System { backend: self.clone(), job }
    }
}

impl System {
    /// The back end that it acts in.
    #[must_use]
    pub const fn backend(&self) -> &Backend {
        &self.backend
    }

    /// A line of the operator log: `act` is done to `subject`, which concerns `customer`, for `reason`.
    pub(crate) fn act(&self, act: &'static str, subject: &str, customer: Option<&Handle>, reason: &str) -> Act {
        Act {
            kind: "system",
            who: self.job.to_owned(),
            act,
            subject: subject.to_owned(),
            customer: customer.map(ToString::to_string),
            reason: reason.to_owned(),
            origin: "server".to_owned(),
        }
    }

    pub(crate) fn db(&self) -> &Db {
        self.backend.db()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.backend.now()
    }
}
