//! The files of an embedded database and the demo's mails are for the user that the program runs as, and for nobody else.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use crate::support::{Engine, Server, Setup};

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

/// The files beside the database that hold what is in it.
fn files(server: &Server) -> Vec<PathBuf> {
    let folder = server.setup().folder.path();
    ["demo.sqlite", "demo.sqlite-wal", "demo.sqlite-shm"].map(|name| folder.join(name)).into()
}

#[test]
fn new_ones_are_readable_for_their_owner_alone() {
    let server = Server::start(Engine::Sqlite);
    server.asked();
    server.settle();
    for file in files(&server) {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert_eq!(mode(&server.mailbox()), 0o700);
    let mails: Vec<_> = fs::read_dir(server.mailbox()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!mails.is_empty());
    for mail in mails {
        assert_eq!(mode(&mail), 0o600, "{}", mail.display());
    }
    // The probe of readiness leaves nothing behind.
    server.browser().get("/readyz").is(200);
    let left = fs::read_dir(server.setup().folder.path()).unwrap();
    assert!(left.map(|entry| entry.unwrap().path()).all(|path| path.extension().is_none_or(|end| end != "probe")));
}

#[test]
fn those_that_others_could_read_are_closed_at_the_next_start() {
    let mut server = Server::start(Engine::Sqlite);
    server.as_customer("md10001");
    server.kill();
    for file in files(&server) {
        fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
    }
    server.start_again();
    server.as_customer("md10001");
    for file in files(&server) {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert!(server.log().contains("other users could read this file"), "the operator is told");
}

#[test]
fn a_restored_database_is_not_as_open_as_its_backup() {
    let server = Server::start(Engine::Sqlite);
    server.browser().get("/healthz").is(200);
    let kept = server.setup().folder.path().join("kept.backup");
    server.operator(&["backup", kept.to_str().unwrap()]).succeeds();
    fs::set_permissions(&kept, Permissions::from_mode(0o644)).unwrap();
    let other = Setup::on(Engine::Sqlite);
    let place = other.folder.path().join("demo.sqlite");
    fs::write(&place, "").unwrap();
    fs::set_permissions(&place, Permissions::from_mode(0o644)).unwrap();
    let told = other.operator(&["restore", "--yes", kept.to_str().unwrap()]).succeeds();
    let former = told.lines().next().unwrap().strip_prefix("What was there is now ").unwrap();
    assert_eq!([mode(&place), mode(Path::new(former))], [0o600, 0o600]);
}
