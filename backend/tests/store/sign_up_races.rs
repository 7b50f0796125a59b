//! Many at once on one address: one account, one link, and a clear answer for everyone.

use countersign_backend::Password;
use countersign_domain::{EmailAddress, Field, Problem, Token, Wrong};

use crate::{
    engine::on_both,
    races::at_once,
    sign_up::{code_at, confirm, eva, sign_up},
    support::{PASSWORD, World, told},
};

on_both!(
    of_eight_confirmations_one_opens_the_account,
    of_eight_sign_ups_one_link_lives_and_three_are_mailed,
    confirming_against_changing_an_address_one_wins,
    accounts_opened_at_once_have_ids_of_their_own,
);

async fn of_eight_confirmations_one_opens_the_account(w: World) {
    sign_up(&w, "eva@example.net").await;
    let code = code_at(&w, "eva@example.net").await;
    let confirmed = at_once((0..8).map(|_| {
        let (w, code) = (w.clone(), code.clone());
        async move { confirm(&w, &code).await }
    }))
    .await;
    assert_eq!(confirmed.iter().filter(|one| one.is_ok()).count(), 1, "{confirmed:?}");
    assert_eq!(confirmed.iter().filter(|one| **one == Err(Problem::StaleLink)).count(), 7);
    assert_eq!((w.count("accounts").await, w.count("customer_ids").await), (9, 9));
    assert_eq!(w.count("outbox WHERE event = 'welcome'").await, 1);
}

async fn of_eight_sign_ups_one_link_lives_and_three_are_mailed(w: World) {
    let signed_up = at_once((0..8).map(|_| {
        let w = w.clone();
        async move { told(w.backend.sign_up(eva("eva@example.net")).await) }
    }))
    .await;
    assert!(signed_up.iter().all(Result::is_ok), "{signed_up:?}");
    assert_eq!(w.count("links WHERE state = 'live'").await, 1);
    assert_eq!(w.count("outbox WHERE state = 'pending'").await, 3);
    assert_eq!((w.count("links").await, w.count("outbox").await), (8, 8));
}

async fn confirming_against_changing_an_address_one_wins(w: World) {
    for round in 0..6 {
        let address = format!("eva{round}@example.net");
        sign_up(&w, &address).await;
        let code = code_at(&w, &address).await;
        told(w.actor("aa1").await.ask_email(&address, Password::typed(PASSWORD)).await).unwrap();
        let sql = format!("SELECT payload FROM outbox WHERE event = 'emailConfirm' AND address = '{address}'");
        let hers = Token::parse(&w.texts(&sql).await[0]).unwrap();
        let changing = {
            let w = w.clone();
            tokio::spawn(async move { told(w.actor("aa1").await.confirm_email(&hers).await).map(drop) })
        };
        let opened = confirm(&w, &code).await;
        match (opened, changing.await.unwrap()) {
            (Ok(id), Err(lost)) => {
                assert_eq!(lost, Problem::field(Field::Email, Wrong::Taken));
                let holder = w.backend.db().account_by_email(&EmailAddress::parse(&address).unwrap()).await.unwrap();
                assert_eq!(holder.unwrap().id, id);
            }
            (Err(lost), Ok(())) => assert_eq!(lost, Problem::field(Field::Address, Wrong::Taken)),
            both => panic!("one of the two: {both:?}"),
        }
    }
}

async fn accounts_opened_at_once_have_ids_of_their_own(w: World) {
    let mut codes = Vec::new();
    for n in 0..16 {
        let address = format!("eva{n}@example.net");
        sign_up(&w, &address).await;
        codes.push(code_at(&w, &address).await);
    }
    let opened = at_once(codes.into_iter().map(|code| {
        let w = w.clone();
        async move { confirm(&w, &code).await }
    }))
    .await;
    let mut ids: Vec<_> = opened.into_iter().map(Result::unwrap).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 16);
}
