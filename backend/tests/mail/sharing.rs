//! Several workers, and workers that die or are told to stop.

use std::{collections::HashSet, time::Duration};

use countersign_backend::{NewAccount, Password, ambient::new_id, mail::Worker, testing::MailRow};
use countersign_domain::{DAY, EmailAddress, MINUTE, PersonName, SECOND};
use countersign_locales::Language;
use tokio::time::{Instant, sleep};

use crate::{
    base::Base,
    postbox::{Mood, Postbox},
    samples::handle,
    worker::mailer,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_share_the_work_and_send_nothing_twice() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        base.owe(&marie, 60).await;
        postbox.be(Mood::Slow(Duration::from_millis(20)));
        let workers =
            [base.backend.clone(), base.neighbour().await].map(|backend| Worker::new(backend, mailer(&postbox)));
        let all_of = async |worker: &Worker| {
            let mut sent = 0;
            loop {
                match worker.deliver_due().await.unwrap() {
                    0 => break sent,
                    some => sent += some,
                }
            }
        };
        let (one, other) = tokio::join!(all_of(&workers[0]), all_of(&workers[1]));
        assert_eq!(one + other, 60);
        assert!(one > 0 && other > 0, "{one} and {other}");
        let ids: HashSet<String> = postbox.letters().iter().map(|letter| letter.message_id()).collect();
        assert_eq!((ids.len(), postbox.letters().len()), (60, 60));
        base.close().await;
    }
}

#[tokio::test]
async fn what_a_dead_worker_leased_goes_when_the_lease_has_run_out() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let id = base.owe(&marie, 1).await[0];
        let now = base.backend.now();
        let mut tx = base.backend.db().begin().await.unwrap();
        let leased: Vec<MailRow> = tx.lease_mails(new_id(now), now, now.plus(60 * SECOND), 20).await.unwrap();
        assert_eq!(leased.len(), 1);
        tx.commit().await.unwrap();

        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        base.later(60 * SECOND - 1);
        assert_eq!(worker.deliver_due().await.unwrap(), 0);
        base.later(1);
        assert_eq!(worker.deliver_due().await.unwrap(), 1);
        let row = base.row(id).await;
        assert_eq!((row.state.as_str(), row.attempts), ("sent", 2));
        base.close().await;
    }
}

/// A worker that dies says nothing about its mails: they are not given up for it.
#[tokio::test]
async fn a_mail_outlives_any_number_of_workers() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let id = base.owe(&marie, 1).await[0];
        for _ in 0..30 {
            let now = base.backend.now();
            let mut tx = base.backend.db().begin().await.unwrap();
            tx.lease_mails(new_id(now), now, now.plus(SECOND), 20).await.unwrap();
            tx.commit().await.unwrap();
            base.later(SECOND);
        }
        Worker::new(base.backend.clone(), mailer(&postbox)).deliver_due().await.unwrap();
        assert_eq!(base.row(id).await.state, "sent");
        assert_eq!(postbox.letters().len(), 1);
        base.close().await;
    }
}

/// All processes know that the mail server takes nothing, and one mail of one of them finds out when it does again.
#[tokio::test]
async fn workers_share_a_pause_and_one_of_them_probes() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let ids = base.owe(&marie, 30).await;
        let workers =
            [base.backend.clone(), base.neighbour().await].map(|backend| Worker::new(backend, mailer(&postbox)));
        postbox.be(Mood::Down);
        workers[0].deliver_due().await.unwrap();
        let tried = postbox.connections();
        assert!(tried <= 4, "a few at once, and no more: {tried}");
        for worker in &workers {
            assert_eq!(worker.deliver_due().await.unwrap(), 0);
        }
        assert_eq!(postbox.connections(), tried, "nobody tries while mails are paused");

        base.later(5 * SECOND);
        let (one, other) = tokio::join!(workers[0].deliver_due(), workers[1].deliver_due());
        assert_eq!((one.unwrap(), other.unwrap()), (0, 0));
        assert_eq!(postbox.connections(), tried + 1, "one mail of one worker");

        postbox.be(Mood::Takes);
        base.later(10 * SECOND);
        assert_eq!(workers[1].deliver_due().await.unwrap(), 1, "the probe");
        assert_eq!(workers[0].deliver_due().await.unwrap(), 20, "and all the others, wherever they are");
        assert_eq!(workers[1].deliver_due().await.unwrap(), 9);
        for id in ids {
            assert_eq!(base.row(id).await.attempts, 1);
        }
        base.close().await;
    }
}

/// A worker that dies while its mail is the probe: another one takes over when the lease has run out.
#[tokio::test]
async fn a_dead_worker_leaves_no_pause_behind() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let id = base.owe(&marie, 1).await[0];
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        postbox.be(Mood::Down);
        worker.deliver_due().await.unwrap();
        base.later(5 * SECOND);
        let now = base.backend.now();
        let mut tx = base.backend.db().begin().await.unwrap();
        assert!(tx.lease_probe(new_id(now), now, now.plus(MINUTE)).await.unwrap().is_some());
        tx.commit().await.unwrap();
        postbox.be(Mood::Takes);
        base.later(MINUTE - 1);
        assert_eq!(worker.deliver_due().await.unwrap(), 0);
        base.later(1);
        assert_eq!(worker.deliver_due().await.unwrap(), 1);
        assert_eq!(base.row(id).await.state, "sent");
        base.close().await;
    }
}

pub(crate) async fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(20), "nothing came of it");
        sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn works_when_woken_and_gives_back_what_it_has_not_begun() {
    for base in Base::each().await {
        let postbox = Postbox::open();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let running = tokio::spawn(worker.run(async move { drop(stopped.await) }));

        let new = NewAccount {
            id: Some(handle("md10001-ovh")),
            name: PersonName::parse("Marie Dubois").unwrap(),
            organisation: None,
            email: EmailAddress::parse("marie@example.org").unwrap(),
            language: Language::Fr,
            password: Some(Password::typed("a long enough one")),
        };
        let marie = base.backend.operator(crate::worker::staff()).create_account(new).await.unwrap();
        until(|| postbox.letters().len() == 1).await;

        postbox.be(Mood::Slow(Duration::from_millis(400)));
        let ids = base.owe(&marie, 20).await;
        until(|| postbox.letters().len() > 1).await;
        stop.send(()).unwrap();
        running.await.unwrap();

        let sent = postbox.letters().len() - 1;
        assert!(sent < 20, "it ended before all was done");
        let mut rows = Vec::new();
        for id in ids {
            rows.push(base.row(id).await);
        }
        assert_eq!(rows.iter().filter(|row| row.state == "sent").count(), sent);
        for row in rows.iter().filter(|row| row.state != "sent") {
            assert_eq!((row.state.as_str(), row.attempts, row.leased_until), ("pending", 0, None));
        }
        base.close().await;
    }
}

/// A clock that was a day ahead leaves a lease, a due time and a pause of tomorrow.
#[tokio::test]
async fn mails_do_not_wait_for_the_time_of_a_wrong_clock() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        base.later(DAY);
        base.owe(&marie, 2).await;
        let now = base.backend.now();
        let mut tx = base.backend.db().begin().await.unwrap();
        let leased = tx.lease_mails(new_id(now), now, now.plus(60 * SECOND), 1).await.unwrap();
        assert_eq!(leased.len(), 1);
        tx.commit().await.unwrap();
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        postbox.be(Mood::Down);
        worker.deliver_due().await.unwrap();
        assert!(base.backend.outbox().await.unwrap().pause.is_some());

        base.later(-DAY);
        postbox.be(Mood::Takes);
        assert_eq!(worker.deliver_due().await.unwrap(), 0);
        assert!(base.backend.system("test").free_mails_of_the_future().await.unwrap() > 0);
        while worker.deliver_due().await.unwrap() > 0 {}
        assert_eq!(postbox.letters().len(), 2);
        assert_eq!(
            base.backend.system("test").free_mails_of_the_future().await.unwrap(),
            0,
            "what waits as it should is left alone"
        );
        base.close().await;
    }
}
