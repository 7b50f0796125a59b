//! What lists of services are read from, kept equal to services and contacts.
//!
//! A service has a listing for each account that is a contact of it, with whatever such an account sorts and filters by, and
//! the endings of what it searches (see the migration). Whoever changes contacts takes the service's listings away before and
//! makes them anew after; whoever changes how a service stands says so in them. Both do it in the same transaction, with the
//! service's row locked: two at once would each leave what the other has not seen.

use countersign_domain::ServiceId;

use super::{Tx, run};
use crate::error::Result;

/// The key of what never runs out: the largest number that JavaScript, too, holds exactly. The migration has it as well.
const NEVER: i64 = 9_007_199_254_740_991;

/// The endings of the name and of the contacts of the service `$1`.
const ENDINGS: &str = "WITH RECURSIVE endings (ending) AS (
        SELECT lower(name) FROM services WHERE id = $1
        UNION SELECT account FROM contacts WHERE service_id = $1
        UNION SELECT substr(ending, 2) FROM endings WHERE length(ending) > 1
    )";

/// The listings `l` of the service `$1`.
const OF_SERVICE: &str = "l.service_id = $1 AND l.account IN (SELECT account FROM contacts WHERE service_id = $1)";

impl Tx {
    /// Makes the listings of a service that has none.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn list(&mut self, service: ServiceId) -> Result<(), sqlx::Error> {
        let listings = format!(
            "INSERT INTO listings
                 (account, service_id, name_key, category, status, expires_key, admin, tech, billing)
             SELECT DISTINCT c.account, s.id, lower(s.name), s.category, s.status, COALESCE(s.expires_at, {NEVER}),
                    a.account, t.account, b.account
             FROM services s
             JOIN contacts c ON c.service_id = s.id
             JOIN contacts a ON a.service_id = s.id AND a.role = 'contactAdmin'
             JOIN contacts t ON t.service_id = s.id AND t.role = 'contactTech'
             JOIN contacts b ON b.service_id = s.id AND b.role = 'contactBilling'
             WHERE s.id = $1"
        );
        run!(self, sqlx::AssertSqlSafe(listings.as_str()), service)?;
        let endings = format!(
            "INSERT INTO listing_endings (account, ending, listing, shared) {ENDINGS},
             pairs (former, ending) AS (SELECT LAG(ending, 1, '') OVER (ORDER BY ending), ending FROM endings),
             compared (former, ending, shared) AS (
                 SELECT former, ending, 0 FROM pairs
                 UNION ALL
                 SELECT former, ending, shared + 1 FROM compared
                 WHERE shared < length(former) AND substr(former, shared + 1, 1) = substr(ending, shared + 1, 1)
             )
             SELECT l.account, c.ending, l.number, MAX(c.shared) FROM listings l CROSS JOIN compared c
             WHERE {OF_SERVICE} AND replace(l.account, c.ending, '') = l.account
             GROUP BY l.account, c.ending, l.number"
        );
        run!(self, sqlx::AssertSqlSafe(endings.as_str()), service)?;
        Ok(())
    }

    /// Says in the listings of a service how it stands now and when it ends. Nobody searches by that: their endings stay.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn restate(&mut self, service: ServiceId) -> Result<(), sqlx::Error> {
        let sql = format!(
            "UPDATE listings AS l SET
                 status = (SELECT s.status FROM services s WHERE s.id = $1),
                 expires_key = (SELECT COALESCE(s.expires_at, {NEVER}) FROM services s WHERE s.id = $1)
             WHERE {OF_SERVICE}"
        );
        run!(self, sqlx::AssertSqlSafe(sql.as_str()), service)?;
        Ok(())
    }

    /// Takes away the listings of a service, before its contacts change.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn unlist(&mut self, service: ServiceId) -> Result<(), sqlx::Error> {
        let endings = format!(
            "DELETE FROM listing_endings WHERE (account, ending, listing) IN (
                 {ENDINGS} SELECT l.account, e.ending, l.number FROM listings l CROSS JOIN endings e WHERE {OF_SERVICE})"
        );
        run!(self, sqlx::AssertSqlSafe(endings.as_str()), service)?;
        let listings = format!("DELETE FROM listings AS l WHERE {OF_SERVICE}");
        run!(self, sqlx::AssertSqlSafe(listings.as_str()), service)?;
        Ok(())
    }
}
