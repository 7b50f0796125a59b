//! Which mails each transition owes, and to whom: exactly these, no other.

use crate::{Handle, Request, plan::distinct, service::spelt};

spelt! {
    /// What a mail about a request tells.
    Event {
        /// The request was registered; carries the recipient's code.
        Asked = "asked",
        /// A new code in place of the former one, on demand.
        Resent = "resent",
        /// Two days are left.
        Reminder = "reminder",
        /// The change was made: to a party.
        Done = "done",
        /// The change was made: to the contact that was replaced and had no say.
        Replaced = "replaced",
        /// The other party refused.
        Refused = "refused",
        /// The requester cancelled.
        Cancelled = "cancelled",
        /// The grounds fell away.
        Aborted = "aborted",
        /// Nobody's time is left.
        Expired = "expired",
    }
}

/// A mail that is owed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// What it tells.
    pub event: Event,
    /// To whom.
    pub to: Handle,
}

/// The mails owed for `event`, which `by` brought about (`None`: the clock, or a check that failed).
#[must_use]
pub fn notices(event: Event, request: &Request, by: Option<&Handle>) -> Vec<Notice> {
    let parties = request.parties();
    let others = || parties.iter().filter(|p| Some(*p) != by).cloned().collect::<Vec<_>>();
    let to = match event {
        Event::Asked | Event::Expired => parties,
        Event::Resent => by.into_iter().cloned().collect(),
        Event::Reminder => request.waiting_for(),
        // Whoever ended a request has ended those that stand together with it, and knows.
        Event::Refused | Event::Cancelled | Event::Aborted => others(),
        Event::Done | Event::Replaced => {
            return distinct([&request.asked_by, &request.to, &request.from])
                .into_iter()
                .map(|to| Notice { event: if parties.contains(&to) { Event::Done } else { Event::Replaced }, to })
                .collect();
        }
    };
    to.into_iter().map(|to| Notice { event, to }).collect()
}

#[cfg(test)]
mod tests;
