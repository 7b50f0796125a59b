//! Blocking, and what is hidden because of it, tells nobody but the blocker, and that one only what it did itself.

use countersign_backend::{ambient::new_id, testing::MailState};
use countersign_domain::{DAY, HOUR, Role};

use crate::{engine::on_both, live::Ears, support::World};

on_both!(blocking_tells_the_blocker_alone, what_is_hidden_tells_the_blocker_nothing);

async fn blocking_tells_the_blocker_alone(w: World) {
    let service = w.service().await;
    w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let mut ears = Ears::open(&w).await;
    w.block("dd4", "aa1").await.unwrap();
    assert_eq!(ears.told().await, ["dd4"], "its list is shorter; the requester is to notice nothing");
    w.unblock("dd4", "aa1").await.unwrap();
    assert_eq!(ears.told().await, ["dd4"]);
}

async fn what_is_hidden_tells_the_blocker_nothing(w: World) {
    let service = w.service().await;
    w.block("dd4", "bb2").await.unwrap();
    let mut ears = Ears::open(&w).await;
    let request = w.ask_one("bb2", service, Role::Tech, "dd4").await;
    assert_eq!(ears.told().await, ["aa1", "bb2", "cc3"]);
    w.accept("bb2", request).await.unwrap();
    assert_eq!(ears.told().await, ["aa1", "bb2"]);
    w.later(6 * DAY);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 1);
    assert_eq!(ears.told().await, ["aa1", "bb2"]);
    // How its mails end, nobody notices: as little as of an unknown customer ID.
    let lease = new_id(w.now());
    let mut tx = w.backend.db().begin().await.unwrap();
    let mails = tx.lease_mails(lease, w.now(), w.now().plus(HOUR), 10).await.unwrap();
    for mail in mails.iter().filter(|mail| mail.recipient == "dd4-ovh") {
        tx.end_mail(mail.id, lease, MailState::Void, None, w.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert!(ears.told().await.is_empty());
    w.cancel("bb2", request).await.unwrap();
    assert_eq!(ears.told().await, ["aa1", "bb2", "cc3"]);
}
