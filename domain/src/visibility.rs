//! Who sees a request: the one rule (invariant 18 of `docs/security.md`). The store has the same as SQL, in its own module `visibility`.

use crate::{Handle, Request, RequestId, State};

/// An account that asks for a request.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Its customer ID.
    pub account: &'a Handle,
    /// The newest request when the account was created. It never sees what was asked of its customer ID before it existed.
    pub created_after: RequestId,
}

impl Request {
    /// Whether the reader takes part: it is the requester, or the new contact and has not blocked the requester.
    #[must_use]
    pub fn has_party(&self, reader: Reader<'_>) -> bool {
        self.takes_part(reader.account) && self.id > reader.created_after
    }

    /// Whether the reader may see the request: the parties do, the replaced contact once it is done, and the present administrator of a
    /// service that it changes (`administers`).
    #[must_use]
    pub fn is_visible_to(&self, reader: Reader<'_>, administers: bool) -> bool {
        let replaced = self.from == *reader.account && matches!(self.state, State::Done(_));
        administers || replaced || self.has_party(reader)
    }
}
