//! What a form that was sent without JavaScript is told on the next page.

use countersign_domain::Problem;
use serde::{Deserialize, Serialize};

use crate::notice::Notice;

/// The answer to a plain form. The session keeps it for one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The form's address.
    pub form: String,
    /// What was wrong. `None` after success, and for a form that was only to be checked.
    pub problem: Option<Problem>,
    /// What the form has done.
    pub notice: Option<Notice>,
    /// What was typed, without secrets.
    pub fields: Vec<(String, String)>,
}

impl Flash {
    /// What was typed into a field.
    #[must_use]
    pub fn typed(&self, field: &str) -> Option<String> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone())
    }
}
