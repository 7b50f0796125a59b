//! The mail server fails, in each way and for hours: no mail is lost by it, and none stands in the way of the others.

use countersign_backend::mail::{Mailer, Worker};
use countersign_domain::{HOUR, MINUTE, SECOND};

use crate::{
    base::Base,
    postbox::{Mood, Postbox},
    worker::mailer,
};

/// Ways in which the mail server fails for every mail.
const OUTAGES: [Mood; 14] = [
    Mood::Down,
    Mood::Stranger,
    Mood::Answers("GREETING", "554 5.3.2 no service"),
    Mood::Answers("GREETING", "421 4.3.2 going down"),
    Mood::Answers("EHLO", "550 5.7.1 not you"),
    Mood::Answers("MAIL", "554 5.7.1 sender blocked"),
    Mood::Answers("MAIL", "451 4.3.0 later"),
    Mood::Answers("RCPT", "550 5.4.5 daily quota exceeded"),
    Mood::Answers("RCPT", "550 5.7.1 relaying denied"),
    Mood::Answers("DATA", "554 5.7.1 no"),
    Mood::Answers("MESSAGE", "552 5.2.2 no room"),
    Mood::Answers("MESSAGE", "554 5.7.1 sender's quota"),
    Mood::Answers("MESSAGE", "451 4.3.0 later"),
    Mood::Answers("MESSAGE", "354 go on"),
];

#[tokio::test]
async fn an_outage_of_hours_costs_no_mail_anything() {
    for outage in OUTAGES {
        for base in Base::each().await {
            let (postbox, marie) = (Postbox::open(), base.marie().await);
            let worker = Worker::new(base.backend.clone(), mailer(&postbox));
            postbox.be(outage);
            let mut ids = Vec::new();
            for _ in 0..30 {
                ids.extend(base.owe(&marie, 1).await);
                base.later(1);
                worker.deliver_due().await.unwrap();
            }
            let before = base.row(ids[0]).await.due_at;
            for _ in 0..6 * 4 {
                base.later(15 * MINUTE);
                while worker.deliver_due().await.unwrap() > 0 {}
            }
            assert!(postbox.connections() <= 30 + 6 * 4 + 4, "one mail at a time: {}", postbox.connections());
            for id in &ids {
                let row = base.row(*id).await;
                assert_eq!((row.state.as_str(), row.attempts), ("pending", 0), "{outage:?}: {row:?}");
                assert!(row.payload.is_some() && row.leased_until.is_none());
            }
            assert_eq!(base.row(ids[0]).await.due_at, before, "and not its place in the queue");

            postbox.be(Mood::Takes);
            base.later(15 * MINUTE);
            let arrived = || postbox.letters().iter().map(|letter| letter.message_id()).collect::<Vec<_>>();
            assert_eq!(worker.deliver_due().await.unwrap(), 1, "one mail finds out");
            let found_out = arrived();
            assert_eq!(worker.deliver_due().await.unwrap(), 20, "the oldest go first");
            assert_eq!(worker.deliver_due().await.unwrap(), 9);
            let (mut all, expected) = (arrived(), message_ids(&ids));
            all[1..21].sort_unstable_by_key(|id| expected.iter().position(|other| other == id));
            all[21..].sort_unstable_by_key(|id| expected.iter().position(|other| other == id));
            let mut in_order = expected.clone();
            in_order.retain(|id| *id != found_out[0]);
            assert_eq!(all[1..], in_order, "each once, under its own Message-ID");
            base.close().await;
        }
    }
}

fn message_ids(ids: &[uuid::Uuid]) -> Vec<String> {
    ids.iter().map(|id| format!("{id}@countersign.example")).collect()
}

/// Of a failure that has nothing to do with the mails, the oldest mail finds out when it is over.
#[tokio::test]
async fn the_oldest_mail_goes_first_after_an_outage() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        postbox.be(Mood::Down);
        let mut ids = Vec::new();
        for _ in 0..5 {
            ids.extend(base.owe(&marie, 1).await);
            base.later(HOUR);
            worker.deliver_due().await.unwrap();
        }
        postbox.be(Mood::Takes);
        base.later(15 * MINUTE);
        assert_eq!(worker.deliver_due().await.unwrap(), 1);
        assert_eq!(postbox.letters()[0].message_id(), message_ids(&ids)[0]);
        base.close().await;
    }
}

#[tokio::test]
async fn credentials_that_are_refused_pause_the_queue() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let mailer = Mailer::smtp(&postbox.url_as("me:secret"), "noreply@countersign.example").unwrap();
        let worker = Worker::new(base.backend.clone(), mailer);
        let id = base.owe(&marie, 1).await[0];
        postbox.be(Mood::Stranger);
        worker.deliver_due().await.unwrap();
        let row = base.row(id).await;
        assert_eq!((row.state.as_str(), row.attempts, row.failure.as_deref()), ("pending", 0, Some("server")));
        let pause = base.backend.outbox().await.unwrap().pause.expect("a pause");
        assert!(pause.reason.contains("535") && pause.probe_at == base.backend.now().0 + 5 * SECOND, "{pause:?}");
        base.close().await;
    }
}

/// Greylisting: a recipient that is refused for now delays its own mail alone.
#[tokio::test]
async fn a_recipient_that_is_refused_for_now_delays_nobody_else() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        postbox.be(Mood::AnswersFor("grey@", "RCPT", "450 4.2.0 greylisted"));
        let grey = base.owe_one(&marie, "passwordChanged", "grey@example.org", None).await;
        let mut others = Vec::new();
        for _ in 0..30 {
            base.later(1);
            others.push(base.owe_one(&marie, "passwordChanged", "white@example.org", None).await);
        }
        while worker.deliver_due().await.unwrap() > 0 {}
        assert_eq!(postbox.letters().len(), 30);
        let row = base.row(grey).await;
        assert_eq!((row.state.as_str(), row.attempts, row.failure.as_deref()), ("pending", 1, Some("deferred")));
        assert_eq!(base.backend.outbox().await.unwrap().pause, None);
        base.close().await;
    }
}

/// A text that a filter dislikes, a recipient against the mail server's policy: it may be the mail server's failure, until another
/// mail goes. Then it is the mail's own.
#[tokio::test]
async fn a_mail_that_alone_is_refused_stops_no_other() {
    for (at, answer) in [("MESSAGE", "554 5.7.1 this is spam"), ("RCPT", "550 5.7.1 against our policy")] {
        for base in Base::each().await {
            let (postbox, marie) = (Postbox::open(), base.marie().await);
            let worker = Worker::new(base.backend.clone(), mailer(&postbox));
            postbox.be(Mood::AnswersFor("odd@", at, answer));
            let odd = base.owe_one(&marie, "passwordChanged", "odd@example.org", None).await;
            worker.deliver_due().await.unwrap();
            for _ in 0..40 {
                base.later(15 * MINUTE);
                worker.deliver_due().await.unwrap();
                assert_eq!(worker.deliver_due().await.unwrap(), 0, "alone, it is not known whose failure it is");
            }
            assert_eq!(base.row(odd).await.attempts, 0);
            // Another mail does not wait for the end of the pause.
            let other = base.owe_one(&marie, "passwordChanged", "white@example.org", None).await;
            assert_eq!(worker.deliver_due().await.unwrap(), 1);
            assert_eq!(base.row(other).await.state, "sent");
            // Now it is known.
            assert_eq!(worker.deliver_due().await.unwrap(), 1);
            let row = base.row(odd).await;
            assert_eq!((row.state.as_str(), row.attempts, row.failure.as_deref()), ("pending", 1, Some("unclear")));
            assert_eq!(base.backend.outbox().await.unwrap().pause, None);
            for _ in 0..40 {
                base.later(15 * MINUTE);
                base.owe_one(&marie, "passwordChanged", "white@example.org", None).await;
                worker.deliver_due().await.unwrap();
                assert_eq!(base.backend.outbox().await.unwrap().pause, None, "it stops nobody any more");
            }
            assert_eq!(postbox.letters().len(), 41);
            base.close().await;
        }
    }
}

/// Whoever signs up with addresses that the mail server refuses by policy holds nobody else's mail up.
#[tokio::test]
async fn mails_that_are_refused_by_policy_stop_no_others() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        postbox.be(Mood::AnswersFor("odd@", "RCPT", "550 5.7.1 against our policy"));
        let mut odd = Vec::new();
        for _ in 0..60 {
            base.later(1);
            odd.push(base.owe_one(&marie, "passwordChanged", "odd@example.org", None).await);
        }
        for _ in 0..3 {
            base.later(1);
            base.owe_one(&marie, "passwordChanged", "white@example.org", None).await;
        }
        while worker.deliver_due().await.unwrap() > 0 {}
        assert_eq!(postbox.letters().len(), 3, "at once: no time has passed");
        assert_eq!(base.backend.outbox().await.unwrap().pause, None);
        for id in odd {
            assert_eq!(base.row(id).await.state, "pending", "none is given up");
        }
        base.close().await;
    }
}

/// If all of a hundred mails are refused so, the mail server is let alone for a while.
#[tokio::test]
async fn a_mail_server_that_refuses_all_by_policy_is_not_asked_without_end() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        postbox.be(Mood::Answers("RCPT", "550 5.7.1 you are blocked"));
        base.owe(&marie, 130).await;
        while worker.deliver_due().await.unwrap() > 0 {}
        let asked = postbox.connections();
        for _ in 0..5 {
            base.later(5 * SECOND);
            while worker.deliver_due().await.unwrap() > 0 {}
        }
        let later = postbox.connections() - asked;
        assert!((100..=110).contains(&asked) && later <= 5, "{asked} at once, {later} in 25 seconds");
        postbox.be(Mood::Takes);
        base.later(5 * SECOND);
        while worker.deliver_due().await.unwrap() > 0 {}
        assert_eq!(postbox.letters().len(), 130);
        base.close().await;
    }
}
