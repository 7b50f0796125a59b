//! Sessions in the store: what has ended stays ended, and a dump signs nobody in.

use countersign_domain::{DAY, HOUR, Timestamp};

use crate::{
    engine::on_both,
    support::{World, id},
};

on_both!(
    kept_until_their_time_is_over,
    over_after_their_lifetime_however_they_are_used,
    an_id_is_taken_once,
    what_was_ended_is_not_brought_back_by_a_late_change,
    the_id_is_nowhere_in_the_database,
    old_ones_are_cleaned_away,
    disabling_an_account_ends_its_sessions_and_no_others,
);

/// How long a session lasts at the most.
const LIFETIME: i64 = 30 * DAY;
const KEY: &[u8] = b"the id of a session";

async fn insert(w: &World, key: &[u8], who: Option<&str>, until: Timestamp) -> bool {
    let mut tx = w.backend.db().begin().await.unwrap();
    let inserted = tx.insert_session(key, who.map(id).as_ref(), "data", w.now(), until).await.unwrap();
    tx.commit().await.unwrap();
    inserted
}

async fn update(w: &World, key: &[u8], data: &str, until: Timestamp) {
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.update_session(key, Some(&id("aa1")), data, until, LIFETIME).await.unwrap();
    tx.commit().await.unwrap();
}

async fn read(w: &World, key: &[u8]) -> Option<(String, Timestamp)> {
    w.backend.db().session(key, w.now(), LIFETIME).await.unwrap()
}

async fn kept_until_their_time_is_over(w: World) {
    assert_eq!(read(&w, KEY).await, None);
    let end = w.now().plus(HOUR);
    assert!(insert(&w, KEY, None, end).await);
    assert_eq!(read(&w, KEY).await, Some(("data".into(), end)));
    let later = end.plus(HOUR);
    update(&w, KEY, "more", later).await;
    w.later(2 * HOUR - 1);
    assert_eq!(read(&w, KEY).await, Some(("more".into(), later)));
    w.later(1);
    assert_eq!(read(&w, KEY).await, None, "at the instant");
}

async fn over_after_their_lifetime_however_they_are_used(w: World) {
    let begun = w.now();
    insert(&w, KEY, Some("aa1"), begun.plus(12 * HOUR)).await;
    for _ in 0..59 {
        w.later(12 * HOUR - 1);
        assert!(read(&w, KEY).await.is_some());
        update(&w, KEY, "data", w.now().plus(12 * HOUR)).await;
    }
    w.later(HOUR);
    update(&w, KEY, "data", w.now().plus(12 * HOUR)).await;
    w.later(begun.plus(LIFETIME - 1).0 - w.now().0);
    assert_eq!(read(&w, KEY).await, Some(("data".into(), begun.plus(LIFETIME))));
    assert_eq!(w.actor("aa1").await.sessions().await.unwrap().len(), 1);
    w.later(1);
    assert_eq!(read(&w, KEY).await, None, "at the instant");
    assert!(w.actor("aa1").await.sessions().await.unwrap().is_empty());
    w.backend.system("test").clean_sessions().await.unwrap();
    assert_eq!(w.count("sessions").await, 0);

    // A shorter setting counts for those that are there already.
    insert(&w, KEY, Some("aa1"), w.now().plus(12 * HOUR)).await;
    let short = async |lifetime| w.backend.db().session(KEY, w.now(), lifetime).await.unwrap();
    w.later(HOUR);
    assert!(short(HOUR).await.is_none());
    assert_eq!(short(2 * HOUR).await.map(|(_, end)| end), Some(w.now().plus(HOUR)));
}

async fn an_id_is_taken_once(w: World) {
    let end = w.now().plus(HOUR);
    assert!(insert(&w, KEY, Some("aa1"), end).await);
    assert!(!insert(&w, KEY, Some("bb2"), end.plus(HOUR)).await);
    assert_eq!(read(&w, KEY).await, Some(("data".into(), end)));
}

async fn what_was_ended_is_not_brought_back_by_a_late_change(w: World) {
    let end = w.now().plus(HOUR);
    insert(&w, KEY, Some("aa1"), end).await;
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.delete_session(KEY).await.unwrap();
    tx.commit().await.unwrap();
    // A page that was being answered meanwhile stores its session at its end.
    update(&w, KEY, "late", end).await;
    assert_eq!(read(&w, KEY).await, None);
    assert_eq!(w.count("sessions").await, 0);
}

async fn the_id_is_nowhere_in_the_database(w: World) {
    insert(&w, KEY, Some("aa1"), w.now().plus(HOUR)).await;
    assert_eq!(w.count("sessions WHERE length(id_hash) = 32").await, 1);
    // What a dump shows is no key: the hash does not open the session that the id does.
    use sha2::{Digest, Sha256};
    let stored = Sha256::digest(KEY);
    assert_eq!(read(&w, &stored).await, None);
    assert!(read(&w, KEY).await.is_some());
}

async fn old_ones_are_cleaned_away(w: World) {
    for n in 1..=5_u8 {
        insert(&w, &[n], None, w.now().plus(i64::from(n) * HOUR)).await;
    }
    w.later(3 * HOUR);
    assert_eq!(w.backend.system("test").clean_sessions().await.unwrap(), 3);
    assert_eq!(w.backend.system("test").clean_sessions().await.unwrap(), 0);
    assert_eq!(w.count("sessions").await, 2);
    assert!(read(&w, &[4]).await.is_some());
}

async fn disabling_an_account_ends_its_sessions_and_no_others(w: World) {
    let end = w.now().plus(HOUR);
    insert(&w, b"one", Some("aa1"), end).await;
    insert(&w, b"two", Some("aa1"), end).await;
    insert(&w, b"other", Some("bb2"), end).await;
    insert(&w, b"nobody", None, end).await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("aa1")).await.unwrap();
    assert_eq!(read(&w, b"one").await, None);
    assert_eq!(read(&w, b"two").await, None);
    assert!(read(&w, b"other").await.is_some() && read(&w, b"nobody").await.is_some());
    assert!(w.backend.act_as(&id("aa1")).await.unwrap().is_none());
}
