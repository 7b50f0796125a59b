//! What keeps a part of the list, and which index has that part together.

use countersign_domain::{Category, Role, view::ServiceSort};

/// A filter, or the search.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Narrowing {
    Search,
    Category(Category),
    Role(Role),
}

impl Narrowing {
    /// The condition on the listing `l`. A search's pattern is the parameter `text`.
    pub(super) fn test(self, text: usize) -> String {
        match self {
            Self::Search => ["name_key", "admin", "tech", "billing"]
                .map(|column| format!(r"l.{column} LIKE ${text} ESCAPE '\'"))
                .join(" OR "),
            Self::Category(category) => format!("l.category = '{}'", category.as_str()),
            Self::Role(Role::Admin) => "l.admin = $1".into(),
            Self::Role(Role::Tech) => "l.tech = $1".into(),
            Self::Role(Role::Billing) => "l.billing = $1".into(),
        }
    }

    /// Whether an index has what it keeps together, in the order of `sort`.
    pub(super) fn is_sorted_by(self, sort: ServiceSort) -> bool {
        let own = match self {
            Self::Search => return false,
            Self::Category(_) => ServiceSort::Category,
            Self::Role(Role::Admin) => ServiceSort::Admin,
            Self::Role(Role::Tech) => ServiceSort::Tech,
            Self::Role(Role::Billing) => ServiceSort::Billing,
        };
        sort == own || sort == ServiceSort::Name
    }

    /// The numbers of up to `limit` listings that it keeps of the list of `$1`. A search finds what has an ending from the parameter
    /// `text` to before the next one.
    pub(super) fn numbers(by: Option<Self>, text: usize, limit: i64) -> String {
        if by == Some(Self::Search) {
            return format!(
                "SELECT listing AS number FROM listing_endings WHERE account = $1
                 AND ending >= ${text} AND ending < ${} AND shared < length(${text})
                 ORDER BY ending, listing LIMIT {limit}",
                text + 1
            );
        }
        let kept = by.map_or_else(String::new, |by| format!(" AND {}", by.test(text)));
        format!("SELECT number FROM listings l WHERE account = $1{kept} ORDER BY name_key, service_id LIMIT {limit}")
    }
}
