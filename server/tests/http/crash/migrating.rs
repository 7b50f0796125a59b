//! Killed while tables are brought up to date: the next start goes on from where the last whole step ended.

use std::{collections::BTreeMap, fs, path::Path, time::Instant};

use sqlx::{Connection, PgConnection, SqliteConnection, migrate::Migrator};
use tokio::runtime::Builder;

use super::{
    stall,
    tables::{Tables, key},
    whole,
};
use crate::{
    figures,
    support::{Engine, Setup, database::Database, on_both},
};

on_both!(killed_while_migrating);

/// The last step that the older version knew.
const OLD: u32 = 3;

fn killed_while_migrating(engine: Engine) {
    let (kills, services) = (figures::rounds(3, 20), figures::rounds(400, 1_500));
    let reference = old(engine, services);
    let begun = Instant::now();
    let reference = reference.start();
    let took = begun.elapsed();
    reference.browser().get("/healthz").is(200);
    let expected = contents(reference.database());
    let steps = expected["steps"].len();
    assert!(steps > OLD as usize && expected["endings"].len() > services as usize, "{steps} steps");

    let (mut killed, mut midway, mut databases) = (0, 0, 0);
    while killed < kills {
        let setup = old(engine, services);
        databases += 1;
        while killed < kills && done(&setup.database) < steps {
            killed += 1;
            // More of them early: the longest step is not the last.
            setup.start_in_vain(took * killed.pow(2) / (kills + 1).pow(2));
            midway += u32::from(done(&setup.database) < steps);
        }
        let server = setup.start();
        server.browser().get("/healthz").is(200);
        let (mut expected, mut there) = (expected.clone(), contents(server.database()));
        for (name, rows) in std::mem::take(&mut expected) {
            // Not as a whole: it is long.
            assert!(there.remove(&name).is_some_and(|found| found == rows), "{name} differs after {killed} kills");
        }
        assert!(there.is_empty(), "{:?}", there.keys());
        let faults = whole::faults(&Tables::of(server.database()));
        assert!(faults.is_empty(), "{faults:?}");
    }
    assert!(midway > 0, "no kill was early enough");
    let figures =
        format!("{kills} kills, {midway} before the last step was done; {databases} databases, each as without a kill");
    println!("{figures}");
    figures::tell(&format!("crashes: while migrating, {engine:?}"), &figures);
}

/// A database as an older version left it.
fn old(engine: Engine, services: u32) -> Setup {
    let setup = Setup::on(engine).with("COUNTERSIGN_LOG", "info,sqlx=warn");
    stall::undo_at_once(&setup.database);
    let steps = setup.folder.path().join("steps");
    fs::create_dir(&steps).unwrap();
    let name = if engine == Engine::Sqlite { "sqlite" } else { "postgres" };
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations").join(name);
    for file in fs::read_dir(all).unwrap().map(|file| file.unwrap().path()) {
        let name = file.file_name().unwrap().to_str().unwrap();
        if name[..4].parse::<u32>().unwrap() <= OLD {
            fs::copy(&file, steps.join(name)).unwrap();
        }
    }
    let url = match engine {
        Engine::Sqlite => format!("{}?mode=rwc", setup.database.url),
        Engine::Postgres => setup.database.url.clone(),
    };
    Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let migrator = Migrator::new(steps.as_path()).await.unwrap();
        match engine {
            Engine::Sqlite => migrator.run(&mut SqliteConnection::connect(&url).await.unwrap()).await.unwrap(),
            Engine::Postgres => migrator.run(&mut PgConnection::connect(&url).await.unwrap()).await.unwrap(),
        }
    });
    fill(&setup.database, services);
    setup
}

/// Two customers, many services, and requests of some of them.
fn fill(database: &Database, services: u32) {
    let id = match database.engine {
        Engine::Sqlite => "CAST(substr('000000000000000' || n, -16) AS BLOB)",
        Engine::Postgres => "lpad(n::text, 32, '0')::uuid",
    };
    let numbers =
        format!("WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {services})");
    let roles = "(SELECT 1 AS position, 'contactAdmin' AS role, 'md10001-ovh' AS account
                  UNION ALL SELECT 2, 'contactTech', 'js10002-ovh' UNION ALL SELECT 3, 'contactBilling', 'md10001-ovh') r";
    for sql in [
        "INSERT INTO accounts (handle, email, name, language, password_hash, created_at) VALUES
             ('md10001-ovh', 'marie@example.org', 'Marie', 'fr', '', 1), ('js10002-ovh', 'john@example.org', 'John', 'en', '', 1)"
            .to_owned(),
        "INSERT INTO customer_ids (handle, given_at) SELECT handle, created_at FROM accounts".to_owned(),
        format!(
            "INSERT INTO services (id, name, category, status, created_at)
             {numbers} SELECT {id}, 'service-' || n || '.example', 'vps', 'ok', 1 FROM numbers"
        ),
        format!("INSERT INTO contacts (service_id, role, account) SELECT id, role, account FROM services, {roles}"),
        format!(
            "INSERT INTO history (service_id, position, at, role, to_account)
             SELECT id, position, 1, role, account FROM services, {roles}"
        ),
        format!(
            "INSERT INTO requests (submission, linked, service_id, from_account, to_account, asked_by, standing, asked_at,
                 expires_at, state, ended_at, reason)
             {numbers} SELECT {id}, FALSE, {id}, 'js10002-ovh', 'md10001-ovh', 'js10002-ovh', 'holder', 1, 2, 'aborted', 2,
                 'cancelled' FROM numbers WHERE n % 10 = 0"
        ),
        "INSERT INTO request_roles (request_id, service_id, role, open) SELECT id, service_id, 'contactTech', FALSE FROM requests"
            .to_owned(),
        "INSERT INTO codes (request_id, account, generation, hash, state, created_at)
             SELECT id, account, 1, submission_hash, 'void', 1 FROM
                 (SELECT id, asked_by AS account, HASH AS submission_hash FROM requests
                  UNION ALL SELECT id, to_account, HASH FROM requests) parties"
            .replace("HASH", if database.engine == Engine::Sqlite { "x'00'" } else { "'\\x00'::bytea" }),
        "INSERT INTO outbox (id, event, recipient, request_id, generation, state, due_at, created_at, sent_at)
             SELECT ID, 'asked', account, request_id, 1, 'sent', 1, 1, 1 FROM codes"
            .replace("ID,", new_id(database.engine)),
        "INSERT INTO outbox (id, event, recipient, request_id, generation, state, due_at, created_at, sent_at)
             SELECT ID, 'cancelled', to_account, id, 0, 'sent', 1, 1, 1 FROM requests"
            .replace("ID,", new_id(database.engine)),
    ] {
        database.run(&sql);
    }
}

/// A random key: nothing that is compared holds it.
fn new_id(engine: Engine) -> &'static str {
    if engine == Engine::Sqlite { "randomblob(16)," } else { "gen_random_uuid()," }
}

/// How many steps are done, once nobody is at work any more.
fn done(database: &Database) -> usize {
    database.count("_sqlx_migrations").try_into().unwrap()
}

/// What the steps leave behind, by name. Numbers that a database gives as it likes are left out, and the key, which is random.
fn contents(database: &Database) -> BTreeMap<String, Vec<String>> {
    let mut contents = database.dump();
    for name in ["listings", "listing_endings", "outbox", "secret_key"] {
        let rows = contents.remove(name).expect(name).len();
        contents.insert(name.to_owned(), vec![rows.to_string()]);
    }
    let (of_listing, of_service) = (key(database.engine, "l.service_id"), key(database.engine, "service_id"));
    let listing = "account || ' ' || name_key || ' ' || category || ' ' || status || ' ' || expires_key || ' ' || admin || ' ' \
                   || tech || ' ' || billing";
    let ending = "l.account || ' ' || e.ending || ' ' || e.shared";
    for (name, sql) in [
        ("lists", format!("SELECT {of_service} || ' ' || {listing} FROM listings ORDER BY 1")),
        (
            "endings",
            format!(
                "SELECT {of_listing} || ' ' || {ending} FROM listing_endings e
                 JOIN listings l ON l.number = e.listing AND l.account = e.account ORDER BY 1"
            ),
        ),
        ("steps", "SELECT CAST(version AS TEXT) FROM _sqlx_migrations WHERE success ORDER BY version".to_owned()),
        (
            "schema",
            match database.engine {
                Engine::Sqlite => "SELECT name || ' ' || COALESCE(sql, '') FROM sqlite_schema ORDER BY name".to_owned(),
                Engine::Postgres => "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL
                     SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable
                     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1"
                    .to_owned(),
            },
        ),
    ] {
        contents.insert(name.to_owned(), database.texts(&sql));
    }
    contents
}
