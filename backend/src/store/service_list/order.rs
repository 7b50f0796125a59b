//! The order of the list, and where in it a page begins.

use countersign_domain::view::ServiceSort;
use uuid::Uuid;

use crate::store::services::Row;

/// No category, status or customer ID is longer.
const LONGEST: usize = 32;

/// A service, and what it was sorted by before its name when it was shown: that may have changed since. Names never do.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) service: Uuid,
    pub(super) key: Option<String>,
}

impl Place {
    fn parse(text: &str, sort: ServiceSort) -> Option<Self> {
        let is_word = |key: &str| (1..=LONGEST).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
        let (service, key) = match (sort, text.split_once('.')) {
            (ServiceSort::Name, _) => (text, None),
            (ServiceSort::Expiry, Some((service, key))) => (service, Some(key.parse::<i64>().ok()?.to_string())),
            (_, Some((service, key))) if is_word(key) => (service, Some(key.to_owned())),
            _ => return None,
        };
        Some(Self { service: Uuid::parse_str(service).ok()?, key })
    }
}

/// Where a page begins, as its address holds it: `a` or `b`, and the place after or before which. The place is the key of a
/// service and, unless the list is sorted by name, `.` and what that one was sorted by.
#[derive(Clone)]
pub(super) struct Cursor {
    pub(super) backwards: bool,
    pub(super) at: Option<Place>,
}

impl Cursor {
    pub(super) const START: Self = Self { backwards: false, at: None };

    /// Of what is no cursor of a list that is sorted so, the list's beginning.
    pub(super) fn parse(text: Option<&str>, sort: ServiceSort) -> Self {
        let parsed = text.and_then(|text| {
            let (direction, place) = text.split_at_checked(1)?;
            let backwards = match direction {
                "a" => false,
                "b" => true,
                _ => return None,
            };
            Some(Self { backwards, at: Some(Place::parse(place, sort)?) })
        });
        parsed.unwrap_or(Self::START)
    }

    /// The cursor of the page after a service.
    pub(super) fn after(row: &Row) -> String {
        format!("a{}", place(row))
    }

    /// The cursor of the page before a service.
    pub(super) fn before(row: &Row) -> String {
        format!("b{}", place(row))
    }
}

fn place(row: &Row) -> String {
    let service = row.id.simple();
    row.sort_key.as_ref().map_or_else(|| service.to_string(), |key| format!("{service}.{key}"))
}

/// By a column, then by name, then by key. Of each there is an index.
#[derive(Clone, Copy)]
pub(super) struct Order {
    pub(super) sort: ServiceSort,
    pub(super) descending: bool,
}

impl Order {
    /// The columns of the listing `l`.
    const fn columns(self) -> &'static [&'static str] {
        match self.sort {
            ServiceSort::Name => &["l.name_key", "l.service_id"],
            ServiceSort::Category => &["l.category", "l.name_key", "l.service_id"],
            ServiceSort::Status => &["l.status", "l.name_key", "l.service_id"],
            // What never runs out comes last.
            ServiceSort::Expiry => &["l.expires_key", "l.name_key", "l.service_id"],
            ServiceSort::Admin => &["l.admin", "l.name_key", "l.service_id"],
            ServiceSort::Tech => &["l.tech", "l.name_key", "l.service_id"],
            ServiceSort::Billing => &["l.billing", "l.name_key", "l.service_id"],
        }
    }

    /// What stands after ORDER BY.
    pub(super) fn by(self) -> String {
        let direction = if self.descending { " DESC" } else { " ASC" };
        self.columns().join(&format!("{direction}, ")) + direction
    }

    /// What the listing `l` is sorted by before its name, as a text.
    pub(super) fn key(self) -> String {
        let column = match self.columns() {
            [column, _, _] => *column,
            _ => "NULL",
        };
        format!("CAST({column} AS TEXT)")
    }

    /// The condition that the listing `l` comes after the service `$2`, which need not be listed any more, and which was sorted
    /// by `$3` before its name.
    pub(super) fn is_after(self) -> String {
        const NAME: &str = "(SELECT lower(name) FROM services WHERE id = $2)";
        let key = match self.sort {
            ServiceSort::Name => "",
            ServiceSort::Expiry => "CAST(CAST($3 AS TEXT) AS BIGINT), ",
            _ => "CAST($3 AS TEXT), ",
        };
        let comparison = if self.descending { "<" } else { ">" };
        format!("({}) {comparison} ({key}{NAME}, $2)", self.columns().join(", "))
    }
}

#[cfg(test)]
mod tests {
    use ServiceSort::{Billing, Expiry, Name};

    use super::*;

    /// The key that a cursor carries, if it is one.
    fn key(text: &str, sort: ServiceSort) -> Option<Option<String>> {
        Cursor::parse(Some(text), sort).at.map(|place| place.key)
    }

    #[test]
    fn a_cursor_carries_what_its_list_is_sorted_by() {
        let at = format!("a{}", Uuid::nil().simple());
        assert_eq!(key(&at, Name), Some(None));
        assert_eq!(key(&format!("{at}.cc3-ovh"), Billing), Some(Some("cc3-ovh".into())));
        assert_eq!(key(&format!("{at}.+0012"), Expiry), Some(Some("12".into())));
        assert_eq!(key(&format!("{at}.-9223372036854775808"), Expiry), Some(Some(i64::MIN.to_string())));
        assert!(Cursor::parse(Some(&at.replace('a', "b")), Name).backwards);
    }

    #[test]
    fn anything_else_begins_the_list() {
        let at = format!("a{}", Uuid::nil().simple());
        let long = format!("{at}.{}", "x".repeat(LONGEST + 1));
        let (nul, space, accent) = (format!("{at}.\0"), format!("{at}.a b"), format!("{at}.é"));
        let nothing = format!("{at}.");
        for text in
            ["", "a", "é", "a.", "a.cc3-ovh", &at, &nothing, &long, &nul, &space, &accent, &at.replacen('a', "c", 1)]
        {
            assert_eq!(key(text, Billing), None, "{text:?}");
        }
        for end in ["", ".", ".x", ".1.5", ".9223372036854775808"] {
            assert_eq!(key(&format!("{at}{end}"), Expiry), None, "{end}");
        }
        assert_eq!(key(&format!("{at}.cc3-ovh"), Name), None);
    }
}
