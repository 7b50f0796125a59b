//! What a database is: decided at its first start, and the same ever after.

use countersign_backend::testing::{Installation, Tables, Unsuitable};
use countersign_domain::Suffix;

use crate::{engine::on_both, support::World};

on_both!(
    the_first_start_decides,
    an_empty_database_may_become_a_demos,
    servers_that_start_together_agree,
    the_tables_are_known,
    nobody_is_alone_beside_a_server,
);

fn suffix(text: &str) -> Suffix {
    Suffix::parse(text).unwrap()
}

async fn the_first_start_decides(w: World) {
    let db = w.backend.db();
    assert_eq!(db.installation().await.unwrap(), None);
    let stored = db.identify(Some(&suffix("exh")), false).await.unwrap();
    assert_eq!(stored, Installation { suffix: suffix("exh"), demo: false });
    assert_eq!(db.identify(None, false).await.unwrap(), stored);
    let refused = db.identify(Some(&suffix("ovh")), false).await.unwrap_err();
    assert!(matches!(refused, Unsuitable::Suffix { stored, given } if stored == "exh" && given == "ovh"));
    assert!(matches!(db.identify(None, true).await.unwrap_err(), Unsuitable::IsReal), "there are accounts");
    assert_eq!(db.installation().await.unwrap(), Some(stored));
}

async fn an_empty_database_may_become_a_demos(w: World) {
    let db = w.backend.db();
    w.run("DELETE FROM accounts").await;
    w.run("DELETE FROM customer_ids").await;
    assert!(!db.identify(None, false).await.unwrap().demo);
    assert!(db.identify(None, true).await.unwrap().demo);
    assert!(matches!(db.identify(None, false).await.unwrap_err(), Unsuitable::IsDemo));
    assert!(db.identify(None, true).await.unwrap().demo);
}

async fn servers_that_start_together_agree(w: World) {
    let other = w.another_process().await;
    let (exh, ovh) = (suffix("exh"), suffix("ovh"));
    let (one, two) =
        tokio::join!(w.backend.db().identify(Some(&exh), false), other.backend.db().identify(Some(&ovh), false));
    assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {two:?}");
    assert_eq!(w.count("installation").await, 1);
    other.backend.db().close().await;
}

async fn the_tables_are_known(w: World) {
    let db = w.backend.db();
    assert_eq!(db.tables().await.unwrap(), Tables::UpToDate);
    w.run("DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)").await;
    assert_eq!(db.tables().await.unwrap(), Tables::Older);
    w.run("DROP TABLE _sqlx_migrations").await;
    assert_eq!(db.tables().await.unwrap(), Tables::Missing);
}

/// As a restore asks; an embedded database is taken alone as a file.
async fn nobody_is_alone_beside_a_server(w: World) {
    if matches!(w.backend.db(), countersign_backend::testing::Db::Sqlite { .. }) {
        return;
    }
    let (db, other) = (w.backend.db(), w.another_process().await);
    let (one, two) = (db.ear().await.unwrap(), other.backend.db().ear().await.unwrap());
    assert!(db.take_alone().await.unwrap().is_none());
    drop(one);
    assert!(db.take_alone().await.unwrap().is_none());
    drop(two);
    // Postgres takes a moment to see that a connection is gone.
    let alone = loop {
        if let Some(alone) = db.take_alone().await.unwrap() {
            break alone;
        }
    };
    assert!(db.ear().await.is_err(), "no server begins meanwhile");
    drop(alone);
    while db.ear().await.is_err() {}
    other.backend.db().close().await;
}
