//! Digests as the operator meets them: in lists, given up, held and discarded, and after a restore.

use countersign_backend::{
    Retried,
    testing::{Failure, FailureKind, MailState},
};
use countersign_domain::{HOUR, MINUTE, view::Decided};
use uuid::Uuid;

use crate::{
    digests::{digests_to, flood, lease, send},
    engine::on_both,
    support::{World, id},
};

on_both!(
    the_operator_sees_one_mail_and_may_have_it_sent_at_once,
    a_digest_that_was_given_up_is_sent_anew_with_new_codes,
    mails_that_are_discarded_leave_those_that_came_later,
    a_restore_gives_up_codes_in_digests,
);

/// Gives up what is due to a customer, a digest among it; answers with that.
async fn give_up(w: &World, whom: &str) -> Uuid {
    let (worker, mails) = lease(w).await;
    let failure = Failure { kind: FailureKind::Refused, reason: "550 5.1.1 no such mailbox".into() };
    let mut tx = w.backend.db().begin().await.unwrap();
    for mail in &mails {
        if mail.recipient == id(whom).as_str() && mail.event == "digest" {
            tx.give_up_mail(mail, worker, &failure, w.now()).await.unwrap();
        } else {
            tx.end_mail(mail.id, worker, MailState::Sent, None, w.now()).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    mails.iter().find(|mail| mail.event == "digest").unwrap().id
}

async fn the_operator_sees_one_mail_and_may_have_it_sent_at_once(w: World) {
    flood(&w, "aa1", "dd4", 8).await;
    send(&w).await;
    let listed = w.backend.operator(crate::support::staff("Test.")).list_outbox(10).await.unwrap();
    assert_eq!(listed.iter().map(|mail| mail.event.as_str()).collect::<Vec<_>>(), ["digest"]);
    let outbox = w.backend.outbox().await.unwrap();
    assert_eq!((outbox.pending, outbox.dead), (1, 0));
    assert!(lease(&w).await.1.is_empty(), "it is not due yet");
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_waiting_mails().await.unwrap(),
        0,
        "it has not failed"
    );
    assert!(lease(&w).await.1.is_empty());
    // A mail that it brings goes with it.
    let keys = w.backend.db().bundled_mails(listed[0].id).await.unwrap().asked;
    assert_eq!(keys.len(), 3);
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_mail(keys[0].id).await.unwrap(),
        Retried::Queued
    );
    assert_eq!(send(&w).await, Some(listed[0].id));
    assert_eq!(w.backend.outbox().await.unwrap().pending, 0);
}

async fn a_digest_that_was_given_up_is_sent_anew_with_new_codes(w: World) {
    let requests = flood(&w, "aa1", "dd4", 8).await;
    send(&w).await;
    w.cancel("aa1", requests[0]).await.unwrap();
    w.cancel("aa1", requests[7]).await.unwrap();
    w.later(30 * MINUTE);
    let former = w.code(requests[6], "dd4").await;
    let dead = give_up(&w, "dd4").await;
    let outbox = w.backend.outbox().await.unwrap();
    assert_eq!((outbox.pending, outbox.dead), (0, 1), "one mail was given up");
    assert_eq!(w.count("outbox WHERE bundle IS NOT NULL AND state = 'dead' AND payload IS NULL").await, 5);
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_dead_mails().await.unwrap(),
        [(dead, Retried::SentAnew)]
    );
    let outbox = w.backend.outbox().await.unwrap();
    assert_eq!((outbox.pending, outbox.dead), (1, 0), "another digest brings them");
    assert_eq!(w.mails(requests[5]).await, ["asked aa1", "asked dd4", "resent dd4"]);
    assert_eq!(w.mails(requests[7]).await, ["asked aa1", "asked dd4", "cancelled dd4"], "what has ended is not asked");
    assert_ne!(w.code(requests[6], "dd4").await.reveal(), former.reveal());
    assert_eq!(w.accept("dd4", requests[6]).await, Ok(Decided::Waiting(vec![id("aa1")])));
    w.later(30 * MINUTE);
    assert!(send(&w).await.is_some());
    assert_eq!(w.count("outbox WHERE state IN ('pending', 'dead')").await, 0);
}

async fn mails_that_are_discarded_leave_those_that_came_later(w: World) {
    flood(&w, "aa1", "dd4", 7).await;
    w.later(1);
    w.backend.operator(crate::support::staff("Test.")).hold_outbox().await.unwrap();
    let later = flood(&w, "aa1", "dd4", 1).await;
    assert_eq!(digests_to(&w, "dd4").await, 1);
    // Fourteen by themselves, to both; the digest stays, for what came after the hold.
    assert_eq!(w.backend.operator(crate::support::staff("Test.")).release_outbox(true).await.unwrap(), (2, 12));
    w.later(30 * MINUTE);
    let digest = send(&w).await.unwrap();
    let sent = w.texts("SELECT CAST(request_id AS TEXT) FROM outbox WHERE bundle IS NOT NULL AND state = 'sent'").await;
    assert_eq!(sent, [later[0].to_string()], "{digest}");
    // One that is left with nothing goes nowhere.
    w.later(HOUR);
    flood(&w, "aa1", "dd4", 6).await;
    w.later(1);
    w.backend.operator(crate::support::staff("Test.")).hold_outbox().await.unwrap();
    w.backend.operator(crate::support::staff("Test.")).release_outbox(true).await.unwrap();
    assert_eq!(w.count("outbox WHERE state = 'pending'").await, 0);
}

async fn a_restore_gives_up_codes_in_digests(w: World) {
    let requests = flood(&w, "aa1", "dd4", 7).await;
    assert_eq!(w.backend.operator(crate::support::staff("Test.")).secure_restored().await.unwrap().mails, 14);
    assert_eq!(w.count("outbox WHERE payload IS NOT NULL").await, 0);
    w.backend.operator(crate::support::staff("Test.")).release_outbox(false).await.unwrap();
    // The page makes a new code, and so may the operator.
    w.resend("dd4", requests[6]).await.unwrap();
    assert_eq!(w.accept("dd4", requests[6]).await, Ok(Decided::Waiting(vec![id("aa1")])));
    let retried = w.backend.operator(crate::support::staff("Asked by post.")).retry_dead_mails().await.unwrap();
    assert_eq!(retried.iter().filter(|(_, outcome)| *outcome == Retried::NewCode).count(), 13);
    assert_eq!(w.accept("dd4", requests[5]).await, Ok(Decided::Waiting(vec![id("aa1")])));
}
