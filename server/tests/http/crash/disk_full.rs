//! The disk of the tables is full: writing fails with a page that says so, nothing is half done, reading goes on, and when there is
//! room again so does everything else.

use std::{fs::File, io::Write, path::PathBuf, process::Command, thread::sleep, time::Duration};

use countersign_domain::MINUTE;
use countersign_locales::Language;
use tempfile::TempDir;

use super::{cluster::Cluster, crowd::Crowd, dice::Dice, postbox::Postbox};
use crate::{
    figures,
    support::{Engine, PASSWORD, Setup, database::Database, eventually, on_both},
};

on_both!(on_a_full_disk);

/// A small disk, as long as it is used.
struct Disk(TempDir);

impl Disk {
    /// `None` where one may not mount.
    fn of(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(folder))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Fills what is left.
    fn fill(&self) {
        let mut filler = File::create(self.file("filler")).unwrap();
        let mut size = 1 << 16;
        while size > 0 {
            if filler.write_all(&vec![0; size]).is_err() {
                size /= 2;
            }
        }
    }

    fn free(&self) {
        std::fs::remove_file(self.file("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

/// A database on a disk of its own, with the Postgres that it belongs to, if it does.
fn database_on(disk: &Disk, engine: Engine) -> (Database, Option<Cluster>) {
    match engine {
        Engine::Sqlite => (Database::at(engine, &format!("sqlite://{}", disk.file("demo.sqlite").display())), None),
        Engine::Postgres => {
            let cluster = Cluster::start_new();
            let folder = disk.file("tables");
            std::fs::create_dir(&folder).unwrap();
            (Database::at(engine, &cluster.make_database_in(&folder)), Some(cluster))
        }
    }
}

fn on_a_full_disk(engine: Engine) {
    let proof = format!("outages: disk full, {engine:?}");
    // An empty database of Postgres alone has 8 MB.
    let Some(disk) = Disk::of(if engine == Engine::Sqlite { 12 } else { 32 }) else {
        println!("{proof}: NOT SHOWN HERE, it needs the right to mount");
        figures::tell(&proof, "not run: needs the right to mount");
        return;
    };
    let (database, _cluster) = database_on(&disk, engine);
    let times = figures::rounds(1, 5);
    let mut dice = Dice::new("disk full");
    let postbox = Postbox::open();
    let setup = Setup::over(database, tempfile::tempdir().unwrap());
    let server = setup.with("SMTP_URL", &postbox.url()).with("COUNTERSIGN_LOG", "info,sqlx=warn").start();
    let mut crowd = Crowd::new(&server, &postbox, dice.split());
    let mut read = 0;
    for _ in 0..times {
        crowd.play(&server, || {
            sleep(Duration::from_millis(100 + dice.below(300)));
            disk.fill();
            sleep(Duration::from_millis(500));
        });
        // What little room there still is in the files is soon used up.
        let sign_in = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
        let mut visitor = server.browser().with("accept-language", "pl");
        let page = eventually("writing fails", || {
            let page = visitor.form("/sign-in", "/api/sign-in", &sign_in);
            (page.status >= 500).then_some(page)
        });
        page.tells_of_a_failure(&server, Language::Pl);
        // Who asks whether the server is ready is told so; that it lives, it still says.
        eventually("not ready", || (server.browser().get("/readyz").status == 503).then_some(()));
        server.browser().get("/healthz").is(200);
        // Whoever reads is not disturbed, even if it is time to renew the session.
        crowd.later(&server, 11 * MINUTE);
        let mut john = crowd.browsers(&server).remove("js10002-ovh").unwrap();
        for place in ["/contacts/services", "/contacts/requests", "/contacts/requests/2", "/profile"] {
            john.get(place).is(200);
            read += 1;
        }
        crowd.compare(&server);
        disk.free();
        eventually("ready again", || (server.browser().get("/readyz").status == 200).then_some(()));
        // Mails that could not be noted are tried again.
        crowd.later(&server, 13 * MINUTE);
        crowd.play(&server, || sleep(Duration::from_millis(300)));
        crowd.compare(&server);
    }
    assert_eq!(server.ended(), None);
    let figures =
        format!("{times} times full, {times} error pages, {read} pages read meanwhile; {}", crowd.figures(&server));
    println!("{figures}");
    figures::tell(&proof, &figures);
}
