//! The order of the list, and where in it a page begins.

use countersign_domain::view::ServiceSort;
use uuid::Uuid;

/// Where a page begins, as its address holds it: `a` or `b`, and the key of the service after or before which.
#[derive(Clone, Copy)]
pub(super) struct Cursor {
    pub(super) backwards: bool,
    pub(super) at: Option<Uuid>,
}

impl Cursor {
    pub(super) const START: Self = Self { backwards: false, at: None };

    pub(super) fn parse(text: Option<&str>) -> Self {
        let parsed = text.and_then(|text| {
            let (direction, id) = text.split_at_checked(1)?;
            Some((direction == "b", Uuid::parse_str(id).ok()?))
        });
        parsed.map_or(Self::START, |(backwards, id)| Self { backwards, at: Some(id) })
    }
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

    /// The condition that the listing `l` comes after the service `$2`, which need not be listed any more.
    pub(super) fn is_after(self) -> String {
        const NAME: &str = "(SELECT lower(name) FROM services WHERE id = $2)";
        let column = match self.sort {
            ServiceSort::Name => "",
            ServiceSort::Category => "(SELECT category FROM services WHERE id = $2), ",
            ServiceSort::Status => "(SELECT status FROM services WHERE id = $2), ",
            ServiceSort::Expiry => "(SELECT COALESCE(expires_at, 9007199254740991) FROM services WHERE id = $2), ",
            ServiceSort::Admin => "(SELECT account FROM contacts WHERE service_id = $2 AND role = 'contactAdmin'), ",
            ServiceSort::Tech => "(SELECT account FROM contacts WHERE service_id = $2 AND role = 'contactTech'), ",
            ServiceSort::Billing => {
                "(SELECT account FROM contacts WHERE service_id = $2 AND role = 'contactBilling'), "
            }
        };
        let comparison = if self.descending { "<" } else { ">" };
        format!("({}) {comparison} ({column}{NAME}, $2)", self.columns().join(", "))
    }
}
