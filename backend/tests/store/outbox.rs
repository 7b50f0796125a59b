//! The outbox's leases: a mail is one worker's at a time, is never lost, and forgets its secret at its end.

use countersign_backend::{
    ambient::new_id,
    testing::{Failure, FailureKind, MailRow, MailState},
};
use countersign_domain::{
    MINUTE, Role,
    view::{Delivery, What},
};
use uuid::Uuid;

use crate::{
    engine::on_both,
    support::{World, told},
};

on_both!(
    a_lease_that_ran_out_is_taken_over_and_its_holder_is_too_late,
    what_is_put_back_waits_until_it_is_due,
    a_worker_that_stops_gives_back_what_it_holds,
    the_timeline_shows_how_far_each_mail_is,
    the_oldest_first_and_no_more_than_asked_for,
);

async fn lease(w: &World, lease: Uuid, limit: i32) -> Vec<MailRow> {
    let mut tx = w.backend.db().begin().await.unwrap();
    let mut mails = tx.lease_mails(lease, w.now(), w.now().plus(MINUTE), limit).await.unwrap();
    tx.commit().await.unwrap();
    mails.sort_by_key(|mail| (mail.created_at, mail.recipient.clone()));
    mails
}

async fn end(w: &World, mail: &MailRow, lease: Uuid, state: MailState) {
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.end_mail(mail.id, lease, state, None, w.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn two_mails(w: &World) -> i64 {
    let service = w.service().await;
    w.ask_one("aa1", service, Role::Tech, "dd4").await
}

async fn a_lease_that_ran_out_is_taken_over_and_its_holder_is_too_late(w: World) {
    two_mails(&w).await;
    let (first, second) = (new_id(w.now()), new_id(w.now()));
    let held = lease(&w, first, 10).await;
    assert_eq!(held.len(), 2);
    w.later(MINUTE - 1);
    assert!(lease(&w, second, 10).await.is_empty());
    w.later(1);
    let taken = lease(&w, second, 10).await;
    assert_eq!(
        taken.iter().map(|mail| (mail.id, mail.attempts)).collect::<Vec<_>>(),
        [(held[0].id, 2), (held[1].id, 2)]
    );
    // The first comes back: what it says does not count any more.
    end(&w, &held[0], first, MailState::Dead).await;
    assert_eq!(w.count("outbox WHERE state = 'pending' AND payload IS NOT NULL").await, 2);
    end(&w, &taken[0], second, MailState::Sent).await;
    end(&w, &taken[1], second, MailState::Dead).await;
    assert_eq!(w.count("outbox WHERE payload IS NOT NULL OR lease IS NOT NULL").await, 0);
    assert_eq!(w.backend.db().outbox_counts().await.unwrap(), (0, 1));
    // An end is an end.
    end(&w, &taken[1], second, MailState::Sent).await;
    assert_eq!(w.backend.db().outbox_counts().await.unwrap(), (0, 1));
    w.later(MINUTE);
    assert!(lease(&w, second, 10).await.is_empty());
}

async fn what_is_put_back_waits_until_it_is_due(w: World) {
    two_mails(&w).await;
    let worker = new_id(w.now());
    for mail in lease(&w, worker, 10).await {
        let mut tx = w.backend.db().begin().await.unwrap();
        let failure = Failure { kind: FailureKind::Deferred, reason: "greylisted".into() };
        tx.retry_mail(mail.id, worker, (w.now().plus(5 * MINUTE), false), &failure, w.now()).await.unwrap();
        tx.commit().await.unwrap();
    }
    w.later(5 * MINUTE - 1);
    assert!(lease(&w, worker, 10).await.is_empty());
    w.later(1);
    let again = lease(&w, worker, 10).await;
    assert_eq!(again.iter().map(|mail| mail.attempts).collect::<Vec<_>>(), [2, 2]);
    assert!(again.iter().all(|mail| mail.payload.is_some()), "the code is kept until it is sent");
}

async fn a_worker_that_stops_gives_back_what_it_holds(w: World) {
    two_mails(&w).await;
    let (stopping, other) = (new_id(w.now()), new_id(w.now()));
    lease(&w, stopping, 10).await;
    let mut tx = w.backend.db().begin().await.unwrap();
    assert_eq!(tx.release_mails(stopping).await.unwrap(), 2);
    assert_eq!(tx.release_mails(other).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let mails = lease(&w, other, 10).await;
    assert_eq!(mails.iter().map(|mail| mail.attempts).collect::<Vec<_>>(), [1, 1], "untried");
}

async fn the_timeline_shows_how_far_each_mail_is(w: World) {
    let request = two_mails(&w).await;
    w.resend("dd4", request).await.unwrap();
    let worker = new_id(w.now());
    let mails = lease(&w, worker, 10).await;
    w.later(1);
    for (mail, state) in mails.iter().zip([MailState::Sent, MailState::Dead, MailState::Void]) {
        end(&w, mail, worker, state).await;
    }
    w.later(1);
    w.cancel("aa1", request).await.unwrap();
    let timeline = told(w.actor("dd4").await.request(request).await).unwrap().timeline;
    assert!(timeline.is_sorted_by_key(|entry| entry.at));
    assert_eq!(timeline.first().map(|entry| entry.what), Some(What::Asked));
    let deliveries: Vec<_> = timeline
        .iter()
        .filter_map(|entry| match entry.what {
            What::Mail(_, delivery) => Some(delivery),
            _ => None,
        })
        .collect();
    // A mail that had nobody to go to looks like one that went.
    assert_eq!(deliveries.iter().filter(|d| **d == Delivery::Sent).count(), 2);
    assert_eq!(deliveries.iter().filter(|d| **d == Delivery::Dead).count(), 1);
    assert_eq!(deliveries.iter().filter(|d| **d == Delivery::Pending).count(), 1);
}

async fn the_oldest_first_and_no_more_than_asked_for(w: World) {
    let request = two_mails(&w).await;
    w.later(1);
    w.resend("dd4", request).await.unwrap();
    let worker = new_id(w.now());
    let first = lease(&w, worker, 2).await;
    assert!(first.len() == 2 && first.iter().all(|mail| mail.event == "asked"));
    assert_eq!(lease(&w, worker, 2).await.iter().map(|mail| mail.event.as_str()).collect::<Vec<_>>(), ["resent"]);
}
