//! A customer that has blocked another gets no mail about what that one asks.

use crate::outdated::{Scene, states};

#[tokio::test]
async fn a_mail_of_a_customer_that_is_blocked_meanwhile_is_not_sent() {
    for scene in Scene::each().await {
        let john = scene.base.backend.act_as(&scene.john).await.unwrap().unwrap();
        assert!(john.block(&scene.marie).await.unwrap());
        let expected = states(&[("asked", "sent"), ("asked", "void")]);
        assert_eq!(scene.recover().await, (1, expected));
        scene.base.close().await;
    }
}

/// The mail to ask, the reminder, and the end.
#[tokio::test]
async fn no_mail_of_a_blocked_customer_is_sent() {
    for scene in Scene::each().await {
        let backend = &scene.base.backend;
        let john = backend.act_as(&scene.john).await.unwrap().unwrap();
        let marie = backend.act_as(&scene.marie).await.unwrap().unwrap();
        assert!(john.block(&scene.marie).await.unwrap());
        marie.cancel(scene.request, None).await.unwrap();
        let (before, _) = scene.recover().await;
        marie.ask_again(scene.request).await.unwrap();
        scene.recover().await;
        scene.base.later(6 * countersign_domain::DAY);
        assert_eq!(backend.system("test").remind_due().await.unwrap(), 1);
        scene.recover().await;
        scene.base.later(countersign_domain::DAY);
        assert_eq!(backend.system("test").expire_due().await.unwrap(), 1);
        let (letters, states) = scene.recover().await;
        assert_eq!(letters - before, 3, "to the requester");
        let of = |event: &str, state: &str| states.iter().filter(|mail| **mail == (event.into(), state.into())).count();
        for event in ["asked", "reminder", "expired"] {
            assert_eq!(of(event, "sent"), 1, "{event}: {states:?}");
        }
        assert_eq!((of("reminder", "void"), of("expired", "void")), (1, 1), "{states:?}");
        for letter in scene.postbox.letters() {
            assert!(!letter.to.iter().any(|to| to.contains("js@")), "{:?}", letter.to);
        }
        scene.base.close().await;
    }
}
