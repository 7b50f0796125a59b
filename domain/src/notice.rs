//! Which mails each transition owes, and to whom: exactly these, no other.

use crate::{AbortReason, Handle, Request, State, handle::distinct, string_enum::string_enum};

string_enum! {
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

/// Whether the mail of `event` to `to` is unsolicited: others have it sent to a new contact that has agreed to nothing. When there are
/// many such mails, they are collected in a digest. They are
///
/// - the question itself;
/// - while the new contact has not accepted, the end of the request that a customer brings about: refused or cancelled by the requester,
///   cancelled by the administrator, superseded by another form, fallen with a linked request or for lack of its ground.
///
/// A mail about a request that is hidden from the recipient is never sent, so it does not count.
///
/// Never unsolicited is what the recipient asks for itself (a new code), what time brings (reminders, expiry), what the provider's staff
/// does, a completed change, and every mail to the requester or the replaced contact.
#[must_use]
pub fn is_unsolicited(event: Event, request: &Request, to: &Handle) -> bool {
    let has_agreed = *to == request.asked_by || request.accepted.contains_key(to);
    let is_of_customers = match event {
        Event::Asked | Event::Refused | Event::Cancelled => true,
        Event::Aborted => match request.state {
            State::Aborted { reason, .. } => !matches!(reason, AbortReason::Staff | AbortReason::AccountDisabled),
            _ => false,
        },
        Event::Resent | Event::Reminder | Event::Done | Event::Replaced | Event::Expired => false,
    };
    *to == request.to && !request.is_hidden_from(to) && !has_agreed && is_of_customers
}

#[cfg(test)]
mod tests;
