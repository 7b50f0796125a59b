//! A page of the list that customers search, in a time that does not grow with the list.
//!
//! Filters and the search narrow the list. How much each leaves is counted up to a bound. Where one leaves few, these are tested
//! for the others and sorted. Where each leaves many, the list is walked in its order until the page is full. Only what is many
//! and yet lies far off in that order costs more: it is gathered, or walked to. Each step reads one index from some place up
//! to a bound: an ORDER BY beside each LIMIT says which one, to either engine's planner, whatever it believes of the table.

mod narrowing;
mod order;
#[cfg(test)]
mod plans;
mod term;

use countersign_domain::{
    Handle,
    view::{ServicePage, ServiceQuery, ServiceSort},
};
use sqlx::AssertSqlSafe;

use self::{
    narrowing::Narrowing,
    order::{Cursor, Order, Place},
    term::Term,
};
use super::{
    Db, on_db,
    services::{Row, SERVICE},
};
use crate::error::Result;

/// Services on a page.
const PAGE: i64 = 50;

/// How far a page looks.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Services that are counted, and sorted, at most; ten times as many for a page that is far off.
    pub few: i64,
    /// Services that are walked until a page counts as far off.
    pub walk: i64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { few: 1000, walk: 2000 }
    }
}

/// What is asked of the list.
struct Asked<'a> {
    me: &'a Handle,
    narrowings: Vec<Narrowing>,
    term: Option<Term>,
    order: Order,
    cursor: Cursor,
    bounds: Bounds,
    /// How the listing `l` of the number `n.number` is joined.
    listing: &'static str,
}

/// SQLite keeps to the order of a CROSS JOIN. Postgres has to be told to look each up, or it may read the table to join by hash.
const LISTING_SQLITE: &str = "CROSS JOIN listings l WHERE l.number = n.number";
const LISTING_POSTGRES: &str = "CROSS JOIN LATERAL (SELECT * FROM listings WHERE number = n.number LIMIT 1) l";

/// A statement and its parameters: `$1` me, then the cursor's service and key if it has them, then texts.
struct Statement {
    sql: String,
    at: Option<Place>,
    texts: Vec<String>,
}

/// Reads the rows of a statement. Postgres plans each anew: accounts differ too much in size for one plan to be right.
macro_rules! read {
    ($db:expr, $me:expr, $statement:expr) => {{
        let Statement { sql, at, texts } = $statement;
        let keep_plan = matches!($db, Db::Sqlite { .. });
        on_db!($db, |c| {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).persistent(keep_plan).bind($me.as_str());
            if let Some(Place { service, key }) = at {
                query = query.bind(service);
                if let Some(key) = key {
                    query = query.bind(key);
                }
            }
            for text in texts {
                query = query.bind(text);
            }
            query.fetch_all(c).await
        })
    }};
}

impl<'a> Asked<'a> {
    fn new(db: &Db, me: &'a Handle, query: &ServiceQuery, bounds: Bounds) -> Self {
        let term = Term::typed(&query.search, me);
        let narrowings = [
            term.is_some().then_some(Narrowing::Search),
            query.category.map(Narrowing::Category),
            query.role.map(Narrowing::Role),
        ];
        let sort = query.sort.unwrap_or(ServiceSort::Name);
        let cursor = Cursor::parse(query.cursor.as_deref(), sort);
        let order = Order { sort, descending: query.descending != cursor.backwards };
        let narrowings = narrowings.into_iter().flatten().collect();
        let listing = match db {
            Db::Sqlite { .. } => LISTING_SQLITE,
            Db::Postgres { .. } => LISTING_POSTGRES,
        };
        Self { me, narrowings, term, order, cursor, bounds, listing }
    }

    /// The number of the first text among a page's parameters.
    fn text(&self) -> usize {
        2 + self.cursor.at.as_ref().map_or(0, |place| 1 + usize::from(place.key.is_some()))
    }

    /// The conditions on the listing `l`, but for one that is met already.
    fn tests(&self, met: Option<Narrowing>) -> String {
        let tests = self.narrowings.iter().filter(|by| Some(**by) != met);
        tests.map(|by| format!(" AND ({})", by.test(self.text()))).collect()
    }

    fn is_after(&self) -> String {
        self.cursor.at.as_ref().map_or_else(String::new, |_| format!(" AND {}", self.order.is_after()))
    }

    /// Counts the list, and what each narrowing leaves of it, up to one more than `most`.
    fn counts(&self, most: i64) -> Statement {
        let count = |(place, by)| {
            let numbers = Narrowing::numbers(by, 2, most + 1);
            format!("SELECT {place} AS place, COUNT(*) FROM ({numbers}) n")
        };
        let all = std::iter::once(None).chain(self.narrowings.iter().copied().map(Some));
        let counts: Vec<_> = all.enumerate().map(count).collect();
        Statement { sql: counts.join(" UNION ALL "), at: None, texts: self.ends() }
    }

    /// From where to where the endings stand that begin with the term.
    fn ends(&self) -> Vec<String> {
        self.term.iter().flat_map(|term| [term.first().to_owned(), term.after()]).collect()
    }

    /// A page of what a narrowing leaves, or of the whole list, of which `limit` is read.
    fn gather(&self, by: Option<Narrowing>, limit: i64) -> Statement {
        let numbers = Narrowing::numbers(by, self.text(), limit);
        let kept = format!("SELECT l.* FROM ({numbers}) n {}", self.listing);
        let tests = self.tests(by);
        let total = match tests.as_str() {
            "" => "CAST(NULL AS BIGINT)".into(),
            tests => format!("(SELECT COUNT(*) FROM ({kept}) l WHERE 1 = 1{tests})"),
        };
        let texts = if by == Some(Narrowing::Search) { self.ends() } else { self.patterns() };
        Statement { sql: self.page(&kept, &(tests + &self.is_after()), &total), at: self.cursor.at.clone(), texts }
    }

    fn patterns(&self) -> Vec<String> {
        self.term.iter().map(Term::pattern).collect()
    }

    /// A narrowing whose own stand together in the order asked for.
    fn together(&self) -> Option<Narrowing> {
        self.narrowings.iter().copied().find(|by| by.is_sorted_by(self.order.sort))
    }

    /// A page of what is found while the list is walked, `steps` listings at most.
    fn walk(&self, steps: i64) -> Statement {
        let together = self.together();
        let kept = together.map_or_else(String::new, |by| format!(" AND {}", by.test(self.text())));
        let (after, by) = (self.is_after(), self.order.by());
        let walked =
            format!("SELECT l.* FROM listings l WHERE l.account = $1{kept}{after} ORDER BY {by} LIMIT {steps}");
        let sql = self.page(&walked, &self.tests(together), "CAST(NULL AS BIGINT)");
        Statement { sql, at: self.cursor.at.clone(), texts: self.patterns() }
    }

    /// The services of a page and the first of the next one, from those of `listings` that pass.
    fn page(&self, listings: &str, tests: &str, total: &str) -> String {
        let (by, key) = (self.order.by(), self.order.key());
        let most = PAGE + 1;
        format!(
            "SELECT {SERVICE}, l.admin, l.tech, l.billing, {key} AS sort_key, {total} AS total
             FROM (SELECT l.* FROM ({listings}) l WHERE 1 = 1{tests} ORDER BY {by} LIMIT {most}) l
             JOIN services s ON s.id = l.service_id ORDER BY {by}"
        )
    }
}

impl Db {
    /// A page of the services for which `me` is a contact.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn services_of(&self, me: &Handle, query: &ServiceQuery) -> Result<ServicePage> {
        self.services_within(me, query, Bounds::default()).await
    }

    /// The same with other bounds.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn services_within(&self, me: &Handle, query: &ServiceQuery, bounds: Bounds) -> Result<ServicePage> {
        let mut asked = Asked::new(self, me, query, bounds);
        let (all, least, size) = self.look(&asked, bounds.few).await?;
        let mut rows = self.found(&asked, least, size).await?;
        if rows.is_empty() && size > 0 && asked.cursor.at.is_some() {
            // Nothing stands there any more.
            asked.cursor = Cursor::START;
            asked.order.descending = query.descending;
            rows = self.found(&asked, least, size).await?;
        }
        let backwards = asked.cursor.backwards;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        if backwards {
            rows.reverse();
        }
        let has_previous = if backwards { more } else { asked.cursor.at.is_some() };
        let has_next = backwards || more;
        let previous = rows.first().filter(|_| has_previous).map(Cursor::before);
        let next = rows.last().filter(|_| has_next).map(Cursor::after);

        let shown = i64::try_from(rows.len()).unwrap_or(PAGE);
        let (total, more) = match rows.first().map(|row| row.total) {
            None => (0, false),
            Some(Some(total)) => (total, false),
            Some(None) if size <= bounds.few => (size, false),
            Some(None) if asked.narrowings.len() < 2 => (bounds.few, true),
            // Each leaves many; how many all of them leave is not known.
            Some(None) => (shown, previous.is_some() || next.is_some()),
        };
        let rows = rows.into_iter().map(|row| row.seen_by(me)).collect::<Result<_>>()?;
        Ok(ServicePage { me: me.clone(), rows, total, more, any: all > 0, previous, next })
    }

    /// How long the list is; what leaves the least of it, if not the list itself; and how much that is. All are counted up to one
    /// more than `most`.
    async fn look(&self, asked: &Asked<'_>, most: i64) -> Result<(i64, Option<Narrowing>, i64)> {
        let mut sizes: Vec<(i32, i64)> = read!(self, asked.me, asked.counts(most))?;
        sizes.sort_unstable();
        // The list itself is the first that was counted.
        let all = sizes.first().map_or(0, |(_, size)| *size);
        let (place, size) = sizes.into_iter().min_by_key(|(_, size)| *size).unwrap_or_default();
        let least = usize::try_from(place - 1).ok().and_then(|place| asked.narrowings.get(place).copied());
        Ok((all, least, size))
    }

    /// The services of a page and the first of the next one, in the order in which they were read.
    async fn found(&self, asked: &Asked<'_>, least: Option<Narrowing>, size: i64) -> Result<Vec<Row>> {
        if size == 0 {
            return Ok(vec![]);
        }
        let Bounds { few, walk } = asked.bounds;
        if size <= few {
            return Ok(read!(self, asked.me, asked.gather(least, few))?);
        }
        let untested = asked.tests(asked.together()).is_empty();
        let steps = if untested { PAGE + 1 } else { walk };
        let rows: Vec<Row> = read!(self, asked.me, asked.walk(steps))?;
        if untested || rows.len() > PAGE as usize {
            return Ok(rows);
        }
        // The page lies far off, or is the last one: either way it can be read so.
        let most = few * 10;
        let (_, least, size) = self.look(asked, most).await?;
        let statement = if size <= most { asked.gather(least, most) } else { asked.walk(i64::MAX) };
        Ok(read!(self, asked.me, statement)?)
    }
}
