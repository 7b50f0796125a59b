//! Fills a database with many rows of all that the jobs of time look at, of which nothing is due. Also for `examples/jobs.rs`.

use countersign_backend::testing::Db;
use countersign_domain::{DAY, HOUR, MINUTE, Timestamp};
use sqlx::AssertSqlSafe;

/// Adds `count` services, requests, sessions, links, forms and mails around `now`, in a few statements. The accounts `aa1-ovh` and
/// `dd4-ovh` must exist; nothing that is added is as young as a limit on them counts.
pub(crate) async fn fill(db: &Db, count: i64, now: Timestamp) -> Result<(), sqlx::Error> {
    let now = now.0;
    let (uuid, hash) = match db {
        Db::Sqlite { .. } => ("CAST(printf('%016d', i) AS BLOB)", "CAST(printf('%032d', i) AS BLOB)"),
        Db::Postgres { .. } => ("CAST(lpad(to_hex(i), 32, '0') AS UUID)", "decode(lpad(to_hex(i), 64, '0'), 'hex')"),
    };
    let numbers =
        format!("WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {count})");
    // Ends lie within a year before and after, at noon of each day if it is midnight now.
    let services = format!(
        "INSERT INTO services (id, name, category, status, expires_at, created_at) {numbers}
         SELECT {uuid}, 's' || i || '.example.net', 'hosting', 'ok', {now} + (i % 730 - 364) * {DAY} + {HOUR} * 12, {now} - {DAY}
         FROM n"
    );
    // One in five runs. Those that end within two days have been reminded of.
    let requests = format!(
        "INSERT INTO requests (submission, linked, service_id, from_account, to_account, asked_by, standing, asked_at,
             expires_at, state, ended_at, reminded_at) {numbers}
         SELECT {uuid}, 1 = 0, {uuid}, 'aa1-ovh', 'dd4-ovh', 'aa1-ovh', 'administrator', {now} - 7 * {DAY},
             CASE WHEN i % 5 = 0 THEN {now} + (i % 7) * {DAY} + {HOUR} ELSE {now} - (i % 365) * {DAY} - {HOUR} END,
             CASE WHEN i % 5 = 0 THEN 'validatingByCustomers' ELSE 'done' END,
             CASE WHEN i % 5 = 0 THEN NULL ELSE {now} - {DAY} END,
             CASE WHEN i % 7 < 2 THEN {now} - {HOUR} ELSE NULL END
         FROM n"
    );
    let sessions = format!(
        "INSERT INTO sessions (id_hash, account, data, created_at, expires_at) {numbers}
         SELECT {hash}, 'aa1-ovh', '{{}}', {now} - {HOUR}, {now} + (i % 12) * {HOUR} + {MINUTE} FROM n"
    );
    // Nine in ten are used and over, and not yet old enough to be removed.
    let links = format!(
        "INSERT INTO links (id, purpose, holder, address, hash, state, created_at, expires_at) {numbers}
         SELECT {uuid}, 'passwordReset', 'h' || i, '', {hash}, CASE WHEN i % 10 = 0 THEN 'live' ELSE 'spent' END, {now} - {DAY},
             CASE WHEN i % 10 = 0 THEN {now} + {HOUR} ELSE {now} - (i % 23) * {HOUR} - {MINUTE} END
         FROM n"
    );
    let attempts =
        format!("INSERT INTO attempts (account, at) {numbers} SELECT 'dd4-ovh', {now} - (i % 59) * {MINUTE} FROM n");
    // One in ten waits for another try; one in ten went to an address without an account.
    let outbox = format!(
        "INSERT INTO outbox (id, event, recipient, state, due_at, created_at) {numbers}
         SELECT {uuid}, 'asked', CASE WHEN i % 10 = 1 THEN '' ELSE 'aa1-ovh' END,
             CASE WHEN i % 10 = 0 THEN 'pending' ELSE 'sent' END, {now} + {HOUR}, {now} - (i % 23) * {HOUR}
         FROM n"
    );
    // A digest that waits for another try, and all that it brings: that was due long ago.
    let digest = match db {
        Db::Sqlite { .. } => "CAST('digest' AS BLOB)",
        Db::Postgres { .. } => "CAST('ffffffff-ffff-ffff-ffff-ffffffffffff' AS UUID)",
    };
    let waiting = format!(
        "INSERT INTO outbox (id, event, recipient, state, due_at, created_at, prompted_by)
         SELECT {digest}, 'digest', 'dd4-ovh', 'pending', {now} + {HOUR}, {now} - {DAY}, NULL"
    );
    let bundled = format!(
        "INSERT INTO outbox (id, event, recipient, generation, state, due_at, created_at, prompted_by, bundle) {numbers}
         SELECT {of_bundled}, 'asked', 'dd4-ovh', 0, 'pending', {now} - {DAY}, {now} - {DAY}, 'aa1-ovh', {digest} FROM n",
        of_bundled = match db {
            Db::Sqlite { .. } => "CAST(printf('b%015d', i) AS BLOB)",
            Db::Postgres { .. } => "CAST('b' || lpad(to_hex(i), 31, '0') AS UUID)",
        }
    );
    let mut statements = vec![services, requests, sessions, links, attempts, outbox, waiting, bundled];
    // Whose turn it was, farthest first, has had its notice.
    for days in [30, 7, 1] {
        let ends = format!("expires_at > {now} AND expires_at <= {}", now + days * DAY);
        statements.push(format!(
            "INSERT INTO renewal_notices (service_id, expires_at, days) SELECT id, expires_at, {days} FROM services WHERE {ends}"
        ));
        statements.push(format!("UPDATE services SET last_notice_days = {days} WHERE {ends}"));
    }
    // What Postgres does by itself within minutes.
    if matches!(db, Db::Postgres { .. }) {
        statements.push("VACUUM ANALYZE".to_owned());
    }
    for statement in statements {
        let statement = AssertSqlSafe(statement);
        match db {
            Db::Sqlite { write, .. } => sqlx::query(statement).execute(write).await.map(|_| ())?,
            Db::Postgres { pool, .. } => sqlx::query(statement).execute(pool).await.map(|_| ())?,
        }
    }
    Ok(())
}
