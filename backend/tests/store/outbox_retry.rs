//! What the operator sees of mails that wait or were given up, and having them sent after all.

use countersign_backend::{
    Retried,
    ambient::new_id,
    testing::{Failure, FailureKind, MailRow},
};
use countersign_domain::{DAY, Event, HOUR, MINUTE, Problem, RequestId, Role, view::Decided};
use uuid::Uuid;

use crate::{
    engine::on_both,
    support::{World, id},
};

on_both!(
    what_waits_is_listed_without_address_and_code,
    a_mail_without_a_code_is_sent_after_all,
    a_mail_whose_code_is_gone_is_sent_with_a_new_one,
    what_is_out_of_date_is_not_sent,
    all_that_waits_is_tried_now,
    a_mail_that_was_given_up_keeps_what_it_tells,
);

async fn lease(w: &World) -> (Uuid, Vec<MailRow>) {
    let worker = new_id(w.now());
    let mut tx = w.backend.db().begin().await.unwrap();
    let mails = tx.lease_mails(worker, w.now(), w.now().plus(MINUTE), 50).await.unwrap();
    tx.commit().await.unwrap();
    (worker, mails)
}

/// Gives up all mails to `who` that are due; answers with their keys. The others are put back.
async fn give_up(w: &World, who: &str) -> Vec<Uuid> {
    let (worker, mails) = lease(w).await;
    let failure = Failure { kind: FailureKind::Refused, reason: "550 5.1.1 no such mailbox".into() };
    let mut tx = w.backend.db().begin().await.unwrap();
    let mut dead = Vec::new();
    for mail in mails.iter().filter(|mail| mail.recipient == id(who).as_str()) {
        tx.give_up_mail(mail, worker, &failure, w.now()).await.unwrap();
        dead.push(mail.id);
    }
    tx.release_mails(worker).await.unwrap();
    tx.commit().await.unwrap();
    dead
}

async fn ask(w: &World) -> RequestId {
    let service = w.service().await;
    w.ask_one("aa1", service, Role::Tech, "dd4").await
}

async fn what_waits_is_listed_without_address_and_code(w: World) {
    let request = ask(&w).await;
    w.later(HOUR);
    w.resend("dd4", request).await.unwrap();
    let dead = give_up(&w, "aa1").await;
    let listed = w.backend.operator(crate::support::staff("Test.")).list_outbox(10).await.unwrap();
    let rows: Vec<_> = listed.iter().map(|mail| (mail.event.as_str(), mail.state.as_str(), mail.request_id)).collect();
    let of = Some(request);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[2], ("resent", "pending", of), "the oldest first");
    assert!(rows.contains(&("asked", "dead", of)) && rows.contains(&("asked", "pending", of)), "{rows:?}");
    let given_up = listed.iter().find(|mail| mail.id == dead[0]).unwrap();
    assert_eq!((given_up.attempts, given_up.failure.as_deref()), (1, Some("refused")));
    let shown = format!("{listed:?}");
    for who in ["aa1", "dd4"] {
        assert!(!shown.contains(id(who).as_str()), "{shown}");
    }
    assert_eq!(w.backend.operator(crate::support::staff("Test.")).list_outbox(1).await.unwrap().len(), 1);
    let outbox = w.backend.outbox().await.unwrap();
    assert_eq!((outbox.pending, outbox.dead), (2, 1));
    assert_eq!(outbox.oldest, Some(w.now().plus(-HOUR)));
}

async fn a_mail_without_a_code_is_sent_after_all(w: World) {
    let request = ask(&w).await;
    w.cancel("aa1", request).await.unwrap();
    let dead = give_up(&w, "dd4").await;
    assert_eq!(dead.len(), 2, "asked and cancelled");
    let cancelled: Vec<_> = w.backend.operator(crate::support::staff("Test.")).list_outbox(10).await.unwrap();
    let cancelled = cancelled.iter().find(|mail| mail.event == "cancelled").unwrap().id;
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_mail(cancelled).await.unwrap(),
        Retried::Queued
    );
    let (_, mails) = lease(&w).await;
    assert_eq!(mails.iter().filter(|mail| mail.id == cancelled).map(|mail| mail.attempts).collect::<Vec<_>>(), [1]);
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_mail(new_id(w.now())).await.unwrap(),
        Retried::Missing
    );
}

async fn a_mail_whose_code_is_gone_is_sent_with_a_new_one(w: World) {
    let request = ask(&w).await;
    let former = w.code(request, "dd4").await;
    let dead = give_up(&w, "dd4").await;
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_dead_mails().await.unwrap(),
        [(dead[0], Retried::NewCode)]
    );
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "resent dd4"]);
    assert_eq!(
        w.decide("dd4", request, &former, countersign_domain::Decision::Accept).await,
        Err(Problem::CodeReplaced)
    );
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
    // That is done: it is not given up any more.
    assert_eq!(w.backend.operator(crate::support::staff("Asked by post.")).retry_dead_mails().await.unwrap(), []);
    assert_eq!(w.backend.outbox().await.unwrap().dead, 0);
}

async fn what_is_out_of_date_is_not_sent(w: World) {
    let request = ask(&w).await;
    let first = give_up(&w, "dd4").await;
    w.resend("dd4", request).await.unwrap();
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_mail(first[0]).await.unwrap(),
        Retried::Outdated,
        "there is a newer code"
    );
    let second = give_up(&w, "dd4").await;
    w.cancel("aa1", request).await.unwrap();
    assert_eq!(
        w.backend.operator(crate::support::staff("Asked by post.")).retry_mail(second[0]).await.unwrap(),
        Retried::Outdated,
        "the request has ended"
    );
    w.backend.forgot_password("dd4", None).await.unwrap();
    let link = give_up(&w, "dd4").await;
    let of_link = w.texts("SELECT event FROM outbox WHERE event = 'passwordReset' AND state = 'dead'").await;
    assert_eq!(of_link, ["passwordReset"]);
    let mut outcomes = Vec::new();
    for mail in link {
        outcomes.push(w.backend.operator(crate::support::staff("Asked by post.")).retry_mail(mail).await.unwrap());
    }
    assert!(outcomes.contains(&Retried::Outdated), "{outcomes:?}");
    assert_eq!(w.count("codes WHERE state = 'live'").await, 0);
    assert_eq!(w.mails(request).await.iter().filter(|mail| mail.starts_with(Event::Resent.as_str())).count(), 1);
}

async fn all_that_waits_is_tried_now(w: World) {
    ask(&w).await;
    let (worker, mails) = lease(&w).await;
    let failure = Failure { kind: FailureKind::Deferred, reason: "450 4.2.0 greylisted".into() };
    let server = Failure { kind: FailureKind::Server, reason: "nobody listens".into() };
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.retry_mail(mails[0].id, worker, (w.now().plus(DAY), false), &failure, w.now()).await.unwrap();
    tx.return_mail(mails[1].id, worker, &server).await.unwrap();
    tx.pause_mails(&server, false, w.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(lease(&w).await.1.is_empty());
    assert_eq!(w.backend.operator(crate::support::staff("Asked by post.")).retry_waiting_mails().await.unwrap(), 2);
    let now = w.now();
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(tx.lease_probe(worker, now, now.plus(MINUTE)).await.unwrap().is_some(), "a probe, at once");
    assert!(tx.resume_mails().await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(lease(&w).await.1.len(), 1, "and the other is due");
}

async fn a_mail_that_was_given_up_keeps_what_it_tells(w: World) {
    told_of_a_new_address(&w).await;
    give_up(&w, "dd4").await;
    let kept = w.texts("SELECT event FROM outbox WHERE state = 'dead' AND payload IS NOT NULL").await;
    assert_eq!(kept, ["emailAnnounce"], "and of codes nothing");
    assert_eq!(w.count("outbox WHERE state = 'dead'").await, 2);
}

async fn told_of_a_new_address(w: &World) {
    let password = countersign_backend::Password::typed(crate::support::PASSWORD);
    w.actor("dd4").await.ask_email("new@example.net", password).await.unwrap();
}
