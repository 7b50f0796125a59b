//! Macros that expand one statement for both engines.

/// Reads: `on_db!(db, |c| query.fetch_all(c).await)`.
macro_rules! on_db {
    ($db:expr, |$c:ident| $body:expr) => {
        match $db {
            $crate::store::db::Db::Sqlite { read: $c, .. } => $body,
            $crate::store::db::Db::Postgres { pool: $c, .. } => $body,
        }
    };
}
pub(crate) use on_db;

/// Statements of a transaction: `on_tx!(tx, |c| query.execute(c).await)`.
macro_rules! on_tx {
    ($tx:expr, |$c:ident| $body:expr) => {
        match $tx {
            $crate::store::db::Tx::Sqlite(tx) => {
                let $c = &mut **tx;
                $body
            }
            $crate::store::db::Tx::Postgres(tx) => {
                let $c = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use on_tx;

/// Runs a statement in a transaction and counts the rows that it changed: `run!(tx, SQL, arg, …)`.
macro_rules! run {
    ($tx:expr, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::store::sql::on_tx!($tx, |c| sqlx::query($sql)$(.bind($arg))*.execute(c).await.map(|done| done.rows_affected()))
    };
}
pub(crate) use run;
