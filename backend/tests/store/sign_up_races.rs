//! Many at once on one address: one account, one link, and a clear answer for everyone.

use countersign_backend::{Password, SignUp};
use countersign_domain::{EmailAddress, Field, Problem, Token, Wrong};

use crate::{
    engine::on_both,
    races::at_once,
    sign_up::{code_at, confirm, eva, sign_up},
    support::{PASSWORD, World, told},
};

on_both!(
    of_eight_confirmations_one_opens_the_account,
    of_eight_sign_ups_of_one_network_three_are_mailed,
    of_many_sign_ups_of_many_networks_twelve_are_mailed_and_one_waits,
    of_many_forgotten_passwords_twelve_are_mailed_and_one_waits,
    of_two_links_to_one_address_one_opens_the_account,
    of_two_links_to_one_account_one_chooses_its_password,
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

async fn of_eight_sign_ups_of_one_network_three_are_mailed(w: World) {
    let signed_up = at_once((0..8).map(|_| {
        let w = w.clone();
        let form = SignUp { sender: Some("203.0.113.1"), ..eva("eva@example.net") };
        async move { told(w.backend.sign_up(form).await) }
    }))
    .await;
    assert!(signed_up.iter().all(Result::is_ok), "{signed_up:?}");
    assert_eq!(w.count("outbox WHERE state = 'pending'").await, 3);
    assert_eq!((w.count("links").await, w.count("outbox").await), (8, 8));
}

/// Of the mails that are not sent yet, those that go now and those that wait.
async fn twelve_go_and_one_waits(w: &World) {
    let now = w.now().0;
    assert_eq!(w.count(&format!("outbox WHERE state = 'pending' AND due_at <= {now}")).await, 12);
    assert_eq!(w.count(&format!("outbox WHERE state = 'pending' AND due_at > {now}")).await, 1);
    assert_eq!((w.count("links").await, w.count("outbox").await), (16, 16));
}

async fn of_many_sign_ups_of_many_networks_twelve_are_mailed_and_one_waits(w: World) {
    let signed_up = at_once((0..16).map(|n| {
        let w = w.clone();
        async move {
            let sender = format!("203.0.113.{n}");
            told(w.backend.sign_up(SignUp { sender: Some(&sender), ..eva("eva@example.net") }).await)
        }
    }))
    .await;
    assert!(signed_up.iter().all(Result::is_ok), "{signed_up:?}");
    twelve_go_and_one_waits(&w).await;
}

async fn of_many_forgotten_passwords_twelve_are_mailed_and_one_waits(w: World) {
    let asked = at_once((0..16).map(|n| {
        let w = w.clone();
        let login = if n % 2 == 0 { "aa1" } else { "aa1@example.org" };
        async move { told(w.backend.forgot_password(login, Some(&format!("203.0.113.{n}"))).await) }
    }))
    .await;
    assert!(asked.iter().all(Result::is_ok), "{asked:?}");
    twelve_go_and_one_waits(&w).await;
}

async fn of_two_links_to_one_address_one_opens_the_account(w: World) {
    for round in 0..4 {
        let address = format!("eva{round}@example.net");
        let mut confirming = Vec::new();
        for _ in 0..4 {
            w.later(1);
            sign_up(&w, &address).await;
            let (w, code) = (w.clone(), code_at(&w, &address).await);
            confirming.push(async move { confirm(&w, &code).await });
        }
        let confirmed = at_once(confirming).await;
        assert_eq!(confirmed.iter().filter(|one| one.is_ok()).count(), 1, "{confirmed:?}");
        assert_eq!(confirmed.iter().filter(|one| **one == Err(Problem::StaleLink)).count(), 3, "{confirmed:?}");
    }
    assert_eq!((w.count("accounts").await, w.count("outbox WHERE event = 'welcome'").await), (12, 4));
}

async fn of_two_links_to_one_account_one_chooses_its_password(w: World) {
    let mut codes = Vec::new();
    for _ in 0..4 {
        w.later(1);
        told(w.backend.forgot_password("aa1", None).await).unwrap();
        let sql = "SELECT payload FROM outbox WHERE event = 'passwordReset' ORDER BY created_at DESC";
        codes.push(Token::parse(&w.texts(sql).await[0]).unwrap());
    }
    let chosen = at_once(codes.into_iter().map(|code| {
        let w = w.clone();
        async move { told(w.backend.reset_password(&code, "quite another wool lamp 52").await.map(drop)) }
    }))
    .await;
    assert_eq!(chosen.iter().filter(|one| one.is_ok()).count(), 1, "{chosen:?}");
    assert_eq!(chosen.iter().filter(|one| **one == Err(Problem::StaleLink)).count(), 3, "{chosen:?}");
    assert_eq!(w.count("outbox WHERE event = 'passwordChanged'").await, 1);
    assert_eq!(w.count("links WHERE state = 'live'").await, 0);
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
