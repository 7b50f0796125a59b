//! Unsolicited mails of which one customer gets many: the first go at once, the others in a digest, and all end with it.

use countersign_backend::{
    ambient::new_id,
    testing::{Failure, FailureKind, MailRow, MailState},
};
use countersign_domain::{
    Category::Hosting,
    HOUR, MINUTE, RequestId,
    Role::{Billing, Tech},
    ServiceId,
    view::{Delivery, What},
};
use uuid::Uuid;

use crate::{
    engine::on_both,
    live::Ears,
    support::{World, id, staff, told},
};

on_both!(
    five_mails_of_one_go_at_once_and_fifteen_of_all,
    an_unknown_or_disabled_customer_gets_the_same_rows,
    after_an_hour_mails_go_at_once_again,
    what_the_recipient_the_provider_or_time_brings_about_goes_at_once,
    one_that_has_accepted_is_told_of_the_end_at_once,
    the_end_of_a_request_goes_with_the_mail_that_tells_of_it,
    a_digest_that_was_leased_takes_no_more_mails,
    mails_end_with_their_digest,
    the_recipient_sees_that_a_mail_waits_and_the_requester_does_not,
    pages_of_the_requester_do_not_notice_that_a_digest_goes,
    forms_at_several_customers_do_not_wait_in_a_circle,
);

/// Asks for this many requests, each of another service.
pub(crate) async fn flood(w: &World, who: &str, whom: &str, times: usize) -> Vec<RequestId> {
    let mut requests = Vec::new();
    for _ in 0..times {
        let name = format!("{}.example.org", new_id(w.now()));
        let service = w.add_service(&name, Hosting, [who, "hh8", "hh8"]).await;
        requests.push(w.ask_one(who, service, Tech, whom).await);
    }
    requests
}

/// How many mails to a customer go by themselves, and how many a digest brings. Digests are not counted.
async fn mails_to(w: &World, whom: &str) -> (i64, i64) {
    let to = format!("outbox WHERE recipient = '{whom}-ovh' AND event <> 'digest'");
    (w.count(&format!("{to} AND bundle IS NULL")).await, w.count(&format!("{to} AND bundle IS NOT NULL")).await)
}

pub(crate) async fn digests_to(w: &World, whom: &str) -> i64 {
    w.count(&format!("outbox WHERE recipient = '{whom}-ovh' AND event = 'digest'")).await
}

pub(crate) async fn lease(w: &World) -> (Uuid, Vec<MailRow>) {
    let worker = new_id(w.now());
    let mut tx = w.backend.db().begin().await.unwrap();
    let mails = tx.lease_mails(worker, w.now(), w.now().plus(MINUTE), 500).await.unwrap();
    tx.commit().await.unwrap();
    (worker, mails)
}

/// Sends what is due; answers with the digest that was among it.
pub(crate) async fn send(w: &World) -> Option<Uuid> {
    let (worker, mails) = lease(w).await;
    let mut tx = w.backend.db().begin().await.unwrap();
    for mail in &mails {
        tx.end_mail(mail.id, worker, MailState::Sent, None, w.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    mails.iter().find(|mail| mail.event == "digest").map(|mail| mail.id)
}

async fn five_mails_of_one_go_at_once_and_fifteen_of_all(w: World) {
    flood(&w, "aa1", "dd4", 7).await;
    assert_eq!((mails_to(&w, "dd4").await, digests_to(&w, "dd4").await), ((5, 2), 1));
    for (who, mails) in [("bb2", (10, 3)), ("cc3", (15, 4)), ("ee5", (15, 10))] {
        flood(&w, who, "dd4", 6).await;
        assert_eq!(mails_to(&w, "dd4").await, mails, "{who}");
    }
    assert_eq!(digests_to(&w, "dd4").await, 1);
    // It goes half an hour after the first that it brings was asked, with all that came since.
    let due = w.texts("SELECT CAST(due_at AS TEXT) FROM outbox WHERE event = 'digest'").await;
    assert_eq!(due, [w.now().plus(30 * MINUTE).0.to_string()]);
    assert_eq!(w.count(&format!("outbox WHERE bundle IS NOT NULL AND due_at > {}", due[0])).await, 0);
    // Others get their own.
    flood(&w, "aa1", "gg7", 1).await;
    assert_eq!(mails_to(&w, "gg7").await, (1, 0));
}

async fn an_unknown_or_disabled_customer_gets_the_same_rows(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("ff6")).await.unwrap();
    for whom in ["dd4", "zz9", "ff6"] {
        flood(&w, "aa1", whom, 7).await;
        assert_eq!((mails_to(&w, whom).await, digests_to(&w, whom).await), ((5, 2), 1), "{whom}");
        w.later(HOUR);
    }
}

async fn after_an_hour_mails_go_at_once_again(w: World) {
    flood(&w, "aa1", "dd4", 5).await;
    w.later(HOUR - 1);
    flood(&w, "aa1", "dd4", 1).await;
    assert_eq!(mails_to(&w, "dd4").await, (5, 1));
    w.later(1);
    flood(&w, "aa1", "dd4", 1).await;
    assert_eq!(mails_to(&w, "dd4").await, (6, 1));
}

async fn what_the_recipient_the_provider_or_time_brings_about_goes_at_once(w: World) {
    let requests = flood(&w, "aa1", "dd4", 8).await;
    assert_eq!(mails_to(&w, "dd4").await, (5, 3));
    w.resend("dd4", requests[7]).await.unwrap();
    assert_eq!(mails_to(&w, "dd4").await, (6, 3));
    w.backend.operator(staff("A mistake.")).abort_request(requests[6]).await.unwrap();
    assert_eq!(mails_to(&w, "dd4").await, (7, 3));
    // The requester gets its own, however many they are.
    assert_eq!(mails_to(&w, "aa1").await.1, 0);
    w.later(5 * 24 * HOUR);
    w.backend.system("test").remind_due().await.unwrap();
    assert_eq!(mails_to(&w, "dd4").await, (14, 3));
    w.later(2 * 24 * HOUR);
    w.backend.system("test").expire_due().await.unwrap();
    assert_eq!(mails_to(&w, "dd4").await, (21, 3));
}

async fn one_that_has_accepted_is_told_of_the_end_at_once(w: World) {
    let requests = flood(&w, "aa1", "dd4", 6).await;
    w.accept("dd4", requests[5]).await.unwrap();
    w.cancel("aa1", requests[5]).await.unwrap();
    assert_eq!(mails_to(&w, "dd4").await, (6, 1));
}

async fn the_end_of_a_request_goes_with_the_mail_that_tells_of_it(w: World) {
    let requests = flood(&w, "aa1", "dd4", 6).await;
    // There is room again, but the first mail about the request still waits.
    w.later(HOUR);
    w.cancel("aa1", requests[5]).await.unwrap();
    assert_eq!(mails_to(&w, "dd4").await, (5, 2));
    w.cancel("aa1", requests[0]).await.unwrap();
    assert_eq!(mails_to(&w, "dd4").await, (6, 2));
}

async fn a_digest_that_was_leased_takes_no_more_mails(w: World) {
    flood(&w, "aa1", "dd4", 6).await;
    w.later(30 * MINUTE);
    let (worker, mails) = lease(&w).await;
    let digest = mails.iter().find(|mail| mail.event == "digest").unwrap();
    flood(&w, "aa1", "dd4", 1).await;
    // Not even when it goes later: it may have arrived.
    let failure = Failure { kind: FailureKind::Deferred, reason: "450 4.2.0 greylisted".into() };
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.retry_mail(digest.id, worker, (w.now().plus(5 * MINUTE), false), &failure, w.now()).await.unwrap();
    tx.release_mails(worker).await.unwrap();
    tx.commit().await.unwrap();
    flood(&w, "aa1", "dd4", 1).await;
    assert_eq!((mails_to(&w, "dd4").await, digests_to(&w, "dd4").await), ((5, 3), 2));
    let bundled = w.backend.db().bundled_mails(digest.id).await.unwrap();
    assert_eq!((bundled.asked.len(), bundled.asked_count, bundled.ended_count), (1, 1, 0));
}

async fn mails_end_with_their_digest(w: World) {
    for (state, error) in
        [(MailState::Sent, None), (MailState::Dead, None), (MailState::Void, Some("no longer needed"))]
    {
        flood(&w, "aa1", "dd4", 7).await;
        w.later(30 * MINUTE);
        let (worker, mails) = lease(&w).await;
        let mut tx = w.backend.db().begin().await.unwrap();
        for mail in &mails {
            let failure = Failure { kind: FailureKind::Refused, reason: "550 5.1.1 no such mailbox".into() };
            match state {
                MailState::Dead => tx.give_up_mail(mail, worker, &failure, w.now()).await.unwrap(),
                _ => tx.end_mail(mail.id, worker, state, error, w.now()).await.unwrap(),
            }
        }
        tx.commit().await.unwrap();
        assert_eq!(w.count("outbox WHERE state = 'pending' OR payload IS NOT NULL OR lease IS NOT NULL").await, 0);
        let ends =
            "SELECT DISTINCT o.state || ' ' || COALESCE(o.error, '') || ' ' || COALESCE(o.failure, '') FROM outbox o
             WHERE o.bundle IS NOT NULL AND o.sent_at = ";
        let end = match state {
            MailState::Sent => "sent  ",
            MailState::Dead => "dead 550 5.1.1 no such mailbox refused",
            MailState::Void => "void no longer needed ",
        };
        assert_eq!(w.texts(&format!("{ends}{}", w.now().0)).await, [end]);
        w.later(HOUR);
    }
}

async fn deliveries(w: &World, who: &str, request: RequestId) -> Vec<(String, Delivery)> {
    let timeline = told(w.actor(who).await.request(request).await).unwrap().timeline;
    let mails = timeline.into_iter().filter_map(|entry| match entry.what {
        What::Mail(_, delivery) => Some((entry.who.unwrap().to_string(), delivery)),
        _ => None,
    });
    mails.collect()
}

async fn the_recipient_sees_that_a_mail_waits_and_the_requester_does_not(w: World) {
    let requests = flood(&w, "aa1", "dd4", 6).await;
    let [at_once, collected] = [requests[0], requests[5]];
    send(&w).await;
    let of = |who: &str, delivery| (format!("{who}-ovh"), delivery);
    let waiting = deliveries(&w, "dd4", collected).await;
    assert!(waiting.contains(&of("dd4", Delivery::Pending)), "{waiting:?}");
    // Whoever asked learns nothing of mails to one that may be nobody.
    let before = deliveries(&w, "aa1", collected).await;
    assert!(before.contains(&of("dd4", Delivery::Unsaid)), "{before:?}");
    assert_eq!(before, deliveries(&w, "aa1", at_once).await);
    w.later(30 * MINUTE);
    send(&w).await.unwrap();
    assert_eq!(deliveries(&w, "aa1", collected).await, before);
    assert!(deliveries(&w, "dd4", collected).await.contains(&of("dd4", Delivery::Sent)));
    assert_eq!(w.count("outbox WHERE payload IS NOT NULL").await, 0, "codes that were mailed are forgotten");
}

async fn pages_of_the_requester_do_not_notice_that_a_digest_goes(w: World) {
    flood(&w, "aa1", "dd4", 7).await;
    send(&w).await;
    let mut ears = Ears::open(&w).await;
    w.later(30 * MINUTE);
    send(&w).await.unwrap();
    assert_eq!(ears.told().await, ["dd4"]);
    // Once it has decided, all know that it is somebody.
    let more = flood(&w, "aa1", "dd4", 1).await;
    w.accept("dd4", more[0]).await.unwrap();
    send(&w).await;
    ears.told().await;
    w.later(30 * MINUTE);
    send(&w).await.unwrap();
    assert_eq!(ears.told().await, ["aa1", "dd4"]);
}

/// Each form asks two customers, in either order, of whom both have a digest that collects.
async fn forms_at_several_customers_do_not_wait_in_a_circle(w: World) {
    for whom in ["dd4", "ee5"] {
        flood(&w, "aa1", whom, 6).await;
    }
    let mut services: Vec<ServiceId> = Vec::new();
    for n in 0..20 {
        services.push(w.add_service(&format!("both {n}"), Hosting, ["aa1", "bb2", "cc3"]).await);
    }
    let asking = services.into_iter().enumerate().map(|(n, service)| {
        let w = w.clone();
        let (tech, billing) = if n % 2 == 0 { ("dd4", "ee5") } else { ("ee5", "dd4") };
        async move { w.ask("aa1", service, &[(Tech, tech), (Billing, billing)]).await }
    });
    let asked = crate::races::at_once(asking).await;
    assert!(asked.iter().all(Result::is_ok), "{asked:?}");
    for whom in ["dd4", "ee5"] {
        assert_eq!((mails_to(&w, whom).await, digests_to(&w, whom).await), ((5, 21), 1));
    }
}
