//! Signing in: by customer ID in any spelling or by address; unknown, disabled and wrong are one answer.

use countersign_backend::{Password, Queue, SignIn};
use countersign_domain::{EmailAddress, Handle};

use crate::{
    engine::on_both,
    support::{PASSWORD, World, id},
};

on_both!(
    by_customer_id_in_any_spelling_or_by_address,
    unknown_disabled_and_wrong_are_one_answer,
    the_address_that_counts_is_the_confirmed_one,
    a_typed_password_is_taken_as_it_is,
    a_sign_in_knows_which_password_it_was,
);

/// Who is let in.
pub(crate) async fn sign_in(w: &World, login: &str, password: &str) -> Option<Handle> {
    match w.backend.sign_in(login, Password::typed(password), Queue::Strangers).await.unwrap() {
        SignIn::Accepted(account) => Some(account.id),
        SignIn::Rejected => None,
    }
}

async fn by_customer_id_in_any_spelling_or_by_address(w: World) {
    for login in ["aa1-ovh", "aa1", "AA1-OVH", "  Aa1 ", "ａａ１－ｏｖｈ", "aa1@example.org", " AA1@Example.Org "]
    {
        assert_eq!(sign_in(&w, login, PASSWORD).await, Some(id("aa1")), "{login}");
    }
}

async fn unknown_disabled_and_wrong_are_one_answer(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    let unknown =
        ["zz9", "zz9@example.org", "", "@", "aa1-xyz", "аа1", "aa1' OR '1'='1", "aa1\0", "hh8", "hh8@example.org"];
    for login in unknown {
        assert_eq!(sign_in(&w, login, PASSWORD).await, None, "{login:?}");
    }
    for password in ["", "correct staple grief 82", "Correct staple grief 81", " correct staple grief 81"] {
        assert_eq!(sign_in(&w, "aa1", password).await, None, "{password:?}");
    }
    assert_eq!(sign_in(&w, "aa1", &PASSWORD.repeat(10_000)).await, None);
    // Strangers' wrong tries lock nobody out.
    assert_eq!(sign_in(&w, "aa1", PASSWORD).await, Some(id("aa1")));
}

async fn the_address_that_counts_is_the_confirmed_one(w: World) {
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.set_email(&id("aa1"), &EmailAddress::parse("new@example.net").unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(sign_in(&w, "new@example.net", PASSWORD).await, Some(id("aa1")));
    assert_eq!(sign_in(&w, "aa1@example.org", PASSWORD).await, None);
}

async fn a_typed_password_is_taken_as_it_is(w: World) {
    let longest = "é".repeat(128);
    w.backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&id("aa1"), Password::new(&longest, &[]).unwrap_or_else(|_| Password::typed(&longest)))
        .await
        .unwrap();
    assert_eq!(sign_in(&w, "aa1", &longest).await, Some(id("aa1")));
    assert_eq!(sign_in(&w, "aa1", &"é".repeat(127)).await, None);
    assert_eq!(sign_in(&w, "aa1", PASSWORD).await, None);
}

async fn stamp(w: &World) -> String {
    w.backend.db().account(&id("aa1")).await.unwrap().unwrap().password_stamp()
}

async fn a_sign_in_knows_which_password_it_was(w: World) {
    let before = stamp(&w).await;
    let SignIn::Accepted(account) =
        w.backend.sign_in("aa1", Password::typed(PASSWORD), Queue::Strangers).await.unwrap()
    else {
        panic!("it is the password")
    };
    assert_eq!(account.password_stamp(), before);
    assert_eq!(before.len(), 32);
    assert!(!account.password_hash.contains(&before));
    // Whatever the new one is: what was let in with the former is not let in with this.
    for new in ["quite another wool lamp 52", PASSWORD, PASSWORD] {
        let former = stamp(&w).await;
        w.backend
            .operator(crate::support::staff("Asked by post."))
            .set_password(&id("aa1"), Password::typed(new))
            .await
            .unwrap();
        assert_ne!(stamp(&w).await, former);
    }
    assert_ne!(stamp(&w).await, before);
    // Nothing else changes it.
    let now = stamp(&w).await;
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.set_email(&id("aa1"), &EmailAddress::parse("new@example.net").unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stamp(&w).await, now);
}
