//! A digest that cannot go at once: it stays the same mail, and goes later.

use countersign_backend::ambient::new_id;
use countersign_domain::{DAY, HOUR, MINUTE, SECOND};

use crate::{
    digests::{HALF_HOUR, Scene, with_code},
    postbox::Mood,
};

/// Each time that it is tried it is the same mail, and nothing was added to it.
#[tokio::test]
async fn a_digest_is_tried_until_the_last_of_its_requests_ends() {
    for scene in Scene::each().await {
        scene.ask(&scene.ann, 7).await;
        scene.deliver().await;
        scene.base.later(HALF_HOUR);
        scene.postbox.be(Mood::AnswersFor("js@", "RCPT", "450 4.2.0 not now"));
        for _ in 0..6 * 24 {
            assert!(scene.deliver().await.is_empty());
            scene.base.later(HOUR);
        }
        assert_eq!(scene.digests().await, ["pending"], "for more than five days");
        assert_eq!(scene.bundled().await, ["asked pending"; 2]);
        scene.base.later(DAY);
        scene.base.backend.system("test").expire_due().await.unwrap();
        scene.deliver().await;
        assert_eq!(scene.bundled().await, ["asked void: no longer needed"; 2]);
        assert_eq!(scene.digests().await, ["void"]);
        scene.base.close().await;
    }
}

/// The mail server is away when it is due: it costs the digest nothing, and what is asked meanwhile goes in another.
#[tokio::test]
async fn a_digest_waits_for_the_mail_server() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 7).await;
        scene.deliver().await;
        scene.base.later(HALF_HOUR);
        scene.postbox.be(Mood::Answers("MESSAGE", "451 4.3.0 try again"));
        scene.deliver().await;
        let later = scene.ask(&scene.ann, 2).await;
        scene.postbox.be(Mood::Takes);
        scene.base.later(5 * SECOND);
        let [first] = &scene.deliver().await[..] else { panic!("one mail") };
        assert_eq!(with_code(first, &[&requests[..], &later].concat()), requests[5..]);
        let second = scene.digest().await;
        assert_eq!(with_code(&second, &later), later);
        assert_ne!(first.message_id(), second.message_id());
        scene.base.close().await;
    }
}

#[tokio::test]
async fn a_digest_that_a_dead_worker_had_sent_comes_again_under_its_message_id() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 8).await;
        scene.deliver().await;
        scene.base.later(HALF_HOUR);
        let now = scene.base.backend.now();
        let mut tx = scene.base.backend.db().begin().await.unwrap();
        let leased = tx.lease_mails(new_id(now), now, now.plus(MINUTE), 20).await.unwrap();
        tx.commit().await.unwrap();
        let [digest] = &leased[..] else { panic!("the digest alone") };
        // What is asked now is not added to what may have been sent.
        let later = scene.ask(&scene.ann, 1).await;
        scene.base.later(MINUTE);
        let [letter] = &scene.deliver().await[..] else { panic!("one mail") };
        assert_eq!(letter.message_id(), format!("{}@countersign.example", digest.id));
        assert_eq!(with_code(letter, &[&requests[..], &later].concat()), requests[5..]);
        scene.base.close().await;
    }
}
