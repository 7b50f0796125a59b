//! What an operator sets and the use cases need.

use countersign_domain::{DAY, RenewalDays, Suffix};
use url::Url;

/// How many unsolicited mails one customer gets at once within an hour. Further ones are collected in a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailsAtOnce {
    /// Mails that one account causes.
    pub of_one: i64,
    /// Mails that all accounts together cause.
    pub of_all: i64,
}

impl Default for MailsAtOnce {
    fn default() -> Self {
        Self { of_one: 5, of_all: 15 }
    }
}

/// Settings of the use cases and the mails.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address at which customers reach the application; links in mails begin with it.
    pub base_url: Url,
    /// The ending of customer IDs.
    pub suffix: Suffix,
    /// Milliseconds in which everyone must have accepted.
    pub request_lifetime: i64,
    /// Milliseconds before the end at which those who have not decided are reminded.
    pub remind_before: i64,
    /// How many days before the end of a service its billing contact is told.
    pub renewal_days: RenewalDays,
    /// Where customers pay invoices.
    pub payment_url: Option<Url>,
    /// Where customers find people: an address of the web, or `mailto:`.
    pub support: Option<Url>,
    /// Milliseconds after which whoever signed in must sign in again, however much the session is used.
    pub session_lifetime: i64,
    /// Whether visitors may open accounts.
    pub sign_up: bool,
    /// How many unsolicited mails go at once.
    pub mails_at_once: MailsAtOnce,
}

impl Settings {
    /// The defaults for an application at `base_url`.
    #[must_use]
    pub fn new(base_url: Url) -> Self {
        Self {
            base_url,
            suffix: Suffix::default(),
            request_lifetime: 7 * DAY,
            remind_before: 2 * DAY,
            renewal_days: RenewalDays::default(),
            payment_url: None,
            support: None,
            session_lifetime: 30 * DAY,
            sign_up: true,
            mails_at_once: MailsAtOnce::default(),
        }
    }

    /// Where customers find people, as it is read.
    #[must_use]
    pub fn support_text(&self) -> Option<&str> {
        self.support.as_ref().map(|url| if url.scheme() == "mailto" { url.path() } else { url.as_str() })
    }

    /// The absolute address of a path of ours.
    #[must_use]
    pub fn link(&self, path_and_query: &str) -> String {
        format!("{}{path_and_query}", self.base_url.as_str().trim_end_matches('/'))
    }
}
