//! Commands that only look change nothing: no file, no table, no right to write.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::support::{Engine, Server, Setup, on_both, program::Outcome};

on_both!(looking_makes_no_tables, looking_brings_nothing_up_to_date);

/// The commands that look.
const LOOKS: [&[&str]; 5] =
    [&["audit", "verify"], &["audit", "export"], &["outbox", "status"], &["outbox", "list"], &["log"]];

/// Every file of a folder, with what is in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn end(server: &Server) {
    server.send_signal("TERM");
    assert_eq!(server.wait().0.code(), Some(0));
}

fn look(setup: &Setup, url: &str, command: &[&str]) -> Outcome {
    setup.operator(&[command, &["--database-url", url]].concat())
}

#[test]
fn a_backup_that_is_looked_at_stays_as_it_is() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    server.settle();
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("kept.backup");
    server.operator(&["backup", backup.to_str().unwrap()]).succeeds();
    let url = format!("sqlite://{}", backup.display());
    let before = files(folder.path());
    assert_eq!(before.len(), 1);
    for command in LOOKS {
        look(server.setup(), &url, command).succeeds();
        assert!(files(folder.path()) == before, "{command:?}");
    }
    // It may lie where nobody can write, such as on a disc.
    let mut rights = fs::metadata(&backup).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&backup, rights).unwrap();
    look(server.setup(), &url, &["audit", "verify"]).succeeds();
    assert!(files(folder.path()) == before);
}

/// The database itself, in the mode that servers use, when none is running.
#[test]
fn a_database_that_rests_stays_as_it_is() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    server.settle();
    end(&server);
    let folder = server.setup().folder.path();
    let before = files(folder);
    assert!(!before.keys().any(|path| path.to_str().unwrap().ends_with("-wal")), "{:?}", before.keys());
    for command in LOOKS {
        server.operator(command).succeeds();
        assert!(files(folder) == before, "{command:?}");
    }
}

#[test]
fn looking_needs_no_right_but_to_select() {
    let server = Server::start(Engine::Postgres);
    server.browser().get("/healthz").is(200);
    server.settle();
    let database = server.database();
    let name = format!("reader_of_{}", database.texts("SELECT current_database()::text")[0]);
    for sql in [
        format!("CREATE ROLE {name} LOGIN PASSWORD 'reader'"),
        format!("GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}"),
    ] {
        database.run(&sql);
    }
    let mut url = url::Url::parse(&database.url).unwrap();
    url.set_username(&name).unwrap();
    url.set_password(Some("reader")).unwrap();
    let told = LOOKS.map(|command| look(server.setup(), url.as_str(), command));
    look(server.setup(), url.as_str(), &["outbox", "hold"]).fails();
    database.run(&format!("DROP OWNED BY {name}"));
    database.run(&format!("DROP ROLE {name}"));
    let [audit, export, ..] = told.map(Outcome::succeeds);
    // All of history, and the one line of the demo's operator log: a request that was not accepted in time.
    assert_eq!(database.count("operator_log"), 1);
    assert!(audit.contains("nothing was changed") && export.lines().count() == 120 + 1, "{audit}");
    assert_eq!(database.count("outbox_hold"), 0);
}

fn looking_makes_no_tables(engine: Engine) {
    let setup = Setup::on(engine);
    for command in LOOKS {
        match engine {
            Engine::Sqlite => setup.operator(command).refuses(&["there is no database", "demo.sqlite"]),
            Engine::Postgres => setup.operator(command).refuses(&["nothing of Countersign"]),
        }
    }
    match engine {
        Engine::Sqlite => assert!(!setup.folder.path().join("demo.sqlite").exists()),
        Engine::Postgres => assert_eq!(setup.database.count("pg_tables WHERE schemaname = 'public'"), 0),
    }
}

fn looking_brings_nothing_up_to_date(engine: Engine) {
    let server = Server::start(engine);
    server.browser().get("/healthz").is(200);
    end(&server);
    let database = server.database();
    let last = "(SELECT MAX(version) FROM _sqlx_migrations)";
    database.run(&format!("UPDATE _sqlx_migrations SET version = version + 5000 WHERE version = {last}"));
    for command in LOOKS {
        server.operator(command).refuses(&["newer version"]);
    }
    database.run(&format!("DELETE FROM _sqlx_migrations WHERE version = {last}"));
    let before = database.count("_sqlx_migrations");
    for command in LOOKS {
        server.operator(command).refuses(&["not up to date", "countersign migrate"]);
    }
    assert_eq!(database.count("_sqlx_migrations"), before);
}
