//! A recipient's mail server that makes ours slow to answer delays the mails to its own domain, and no others.

use countersign_backend::{Backend, mail::Worker};
use countersign_domain::SECOND;
use tokio::sync::oneshot;

use crate::{
    base::Base,
    postbox::{Mood, Postbox},
    sharing::until,
    worker::mailer,
};

async fn is_failing(base: &Base, mail: uuid::Uuid) -> bool {
    base.row(mail).await.failure.as_deref() == Some("deferred")
}

/// Whoever makes the first answer slow holds one connection for that long; all that goes to the domain from then on waits apart.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mails_to_a_domain_that_does_not_answer_delay_no_others() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(worker(&base.backend, &postbox).run(async move { drop(stopped.await) }));
        postbox.be(Mood::SilentFor("@silent.example"));
        let first = base.owe_one(&marie, "passwordChanged", "a@silent.example", None).await;
        while !is_failing(&base, first).await {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert_eq!(base.backend.outbox().await.unwrap().pause, None, "it is not the mail server that fails");

        for number in 0..60 {
            base.owe_one(&marie, "passwordChanged", &format!("{number}@silent.example"), None).await;
        }
        // The first one is due again, too.
        base.later(10 * SECOND);
        base.owe_one(&marie, "passwordChanged", "marie@example.org", None).await;
        until(|| postbox.letters().len() == 1).await;
        assert!(postbox.unanswered() < 10, "{} of 61 were tried before", postbox.unanswered());

        stop.send(()).unwrap();
        running.await.unwrap();
        let waiting = base.texts("SELECT state FROM outbox WHERE state = 'pending' AND lease IS NULL").await.len();
        assert!((57..=61).contains(&waiting), "{waiting} wait to be tried again");
        base.close().await;
    }
}

fn worker(backend: &Backend, postbox: &Postbox) -> Worker {
    Worker::new(backend.clone(), mailer(postbox))
}
