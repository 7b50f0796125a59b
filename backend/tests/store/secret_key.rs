//! The installation's key, where it is stored in the database: every process has the same.

use crate::{engine::on_both, support::World};

on_both!(every_process_finds_the_same_key);

async fn every_process_finds_the_same_key(w: World) {
    let other = w.another_process().await;
    assert_eq!(w.count("secret_key").await, 0, "nobody has asked yet");
    let (one, two) = tokio::join!(w.backend.db().secret_key(), other.backend.db().secret_key());
    let key = one.unwrap();
    assert_eq!(two.unwrap(), key);
    assert_eq!(other.backend.db().secret_key().await.unwrap(), key);
    assert_eq!(w.count("secret_key").await, 1);
    assert_eq!(w.texts("SELECT hex FROM secret_key").await, [key.to_hex()]);
}
