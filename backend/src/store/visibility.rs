//! Who sees a request, as SQL: the rule is `Request::is_visible_to`, in the domain's module `visibility`.

/// Whether the account `$1`, created after the request `$2`, takes part in the request `r`.
macro_rules! has_party {
    () => {
        "(r.asked_by = $1 OR (r.to_account = $1 AND NOT r.hidden_from_target)) AND r.id > $2"
    };
}

/// Whether the new contact `n` sees the request `r`.
macro_rules! new_contact_sees {
    () => {
        "n.handle = r.to_account AND n.created_after_request < r.id AND NOT r.hidden_from_target"
    };
}

/// The accounts that see the request `$1`. A customer ID that nobody has may be among them, and one that was given later.
pub(super) const WHO_SEES: &str = "SELECT asked_by FROM requests WHERE id = $1
     UNION SELECT to_account FROM requests WHERE id = $1 AND NOT hidden_from_target
     UNION SELECT from_account FROM requests WHERE id = $1 AND state = 'done'
     UNION SELECT c.account FROM requests r JOIN contacts c ON c.service_id IN (r.service_id, r.companion_id)
           WHERE r.id = $1 AND c.role = 'contactAdmin'";

pub(super) use {has_party, new_contact_sees};
