//! Signing in: by customer ID in any spelling or by address; unknown, disabled and wrong are one answer.

use countersign_backend::{Password, SignIn};
use countersign_domain::EmailAddress;

use crate::{
    engine::on_both,
    support::{PASSWORD, World, id},
};

on_both!(
    by_customer_id_in_any_spelling_or_by_address,
    unknown_disabled_and_wrong_are_one_answer,
    the_address_that_counts_is_the_confirmed_one,
    a_typed_password_is_taken_as_it_is,
);

async fn sign_in(w: &World, login: &str, password: &str) -> SignIn {
    w.backend.sign_in(login, Password::typed(password)).await.unwrap()
}

async fn by_customer_id_in_any_spelling_or_by_address(w: World) {
    for login in ["aa1-ovh", "aa1", "AA1-OVH", "  Aa1 ", "ａａ１－ｏｖｈ", "aa1@example.org", " AA1@Example.Org "]
    {
        assert_eq!(sign_in(&w, login, PASSWORD).await, SignIn::Accepted(id("aa1")), "{login}");
    }
}

async fn unknown_disabled_and_wrong_are_one_answer(w: World) {
    w.backend.disable_account(&id("hh8")).await.unwrap();
    let unknown =
        ["zz9", "zz9@example.org", "", "@", "aa1-xyz", "аа1", "aa1' OR '1'='1", "aa1\0", "hh8", "hh8@example.org"];
    for login in unknown {
        assert_eq!(sign_in(&w, login, PASSWORD).await, SignIn::Rejected, "{login:?}");
    }
    for password in ["", "correct staple grief 82", "Correct staple grief 81", " correct staple grief 81"] {
        assert_eq!(sign_in(&w, "aa1", password).await, SignIn::Rejected, "{password:?}");
    }
    assert_eq!(sign_in(&w, "aa1", &PASSWORD.repeat(10_000)).await, SignIn::Rejected);
    // Strangers' wrong tries lock nobody out.
    assert_eq!(sign_in(&w, "aa1", PASSWORD).await, SignIn::Accepted(id("aa1")));
}

async fn the_address_that_counts_is_the_confirmed_one(w: World) {
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.set_email(&id("aa1"), &EmailAddress::parse("new@example.net").unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(sign_in(&w, "new@example.net", PASSWORD).await, SignIn::Accepted(id("aa1")));
    assert_eq!(sign_in(&w, "aa1@example.org", PASSWORD).await, SignIn::Rejected);
}

async fn a_typed_password_is_taken_as_it_is(w: World) {
    let longest = "é".repeat(128);
    w.backend
        .set_password(&id("aa1"), Password::new(&longest, &[]).unwrap_or_else(|_| Password::typed(&longest)))
        .await
        .unwrap();
    assert_eq!(sign_in(&w, "aa1", &longest).await, SignIn::Accepted(id("aa1")));
    assert_eq!(sign_in(&w, "aa1", &"é".repeat(127)).await, SignIn::Rejected);
    assert_eq!(sign_in(&w, "aa1", PASSWORD).await, SignIn::Rejected);
}
