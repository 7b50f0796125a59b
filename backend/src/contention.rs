//! When the database gives up because somebody else is at work on the same rows, or holds the file.

use countersign_domain::Problem;

/// Seconds after which it may be tried again.
const RETRY_AFTER: i32 = 5;

/// What is told then: nothing was done, and it may be tried again.
pub(crate) const CONTENDED: Problem = Problem::Contended { retry_after: RETRY_AFTER };

/// Codes of Postgres: a lock or a statement took too long, a deadlock was broken, a transaction was not serializable or idle.
const POSTGRES: [&str; 5] = ["55P03", "57014", "40P01", "40001", "25P03"];
/// The low byte of what SQLite answers when another program holds the file, or a table.
const SQLITE: [i32; 2] = [5, 6];

/// Whether a failure of the database means that somebody else was in the way.
pub(crate) fn is_contention(error: &sqlx::Error) -> bool {
    let Some(code) = error.as_database_error().and_then(sqlx::error::DatabaseError::code) else { return false };
    // SQLite's codes are numbers of at most four digits, Postgres' have five places.
    match code.parse::<i32>() {
        Ok(number) if code.len() < 5 => SQLITE.contains(&(number & 0xff)),
        _ => POSTGRES.contains(&&*code),
    }
}
