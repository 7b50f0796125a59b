//! Many at once on one account, its address, its password and the links that change them: one counts, and whoever knows a password
//! that has been replaced is too late.

use std::time::Duration;

use countersign_backend::{
    CodeHash, Password,
    ambient::{new_id, new_token},
    testing::{Db, NewLink, Purpose},
};
use countersign_domain::{DAY, EmailAddress, Field, HOUR, Problem, Role, Token, Wrong};

use crate::{
    engine::on_both,
    figures,
    races::at_once,
    sign_in::sign_in,
    support::{PASSWORD, World, id, told},
};

on_both!(
    of_two_wished_addresses_the_last_one_waits,
    one_address_is_confirmed_by_one_account,
    one_link_is_used_once,
    a_password_that_is_replaced_before_the_act_is_wrong,
    of_many_new_passwords_one_is_taken,
    confirming_an_address_against_choosing_a_password,
    a_first_code_on_its_way_to_the_old_address_is_dead,
);

const NEW: &str = "quite another wool lamp 52";

/// Stores a link as the use cases do, and stays in the transaction until `then` is done; the link's code.
async fn store(w: &World, purpose: Purpose, who: &str, address: &str, then: impl Future<Output = ()>) -> Token {
    let (code, who) = (new_token(), id(who));
    let expires_at = w.now().plus(DAY);
    let (sender, mailed_at) = (None, Some(w.now()));
    let link =
        NewLink { id: new_id(w.now()), purpose, holder: Some(who.as_str()), address, sender, mailed_at, expires_at };
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.insert_link(&link, &CodeHash::of(&code), w.now()).await.unwrap();
    then.await;
    tx.commit().await.unwrap();
    code
}

/// The code of a link that is `who`'s. Asking for it as customers do takes long: a password is verified.
pub(crate) async fn link(w: &World, purpose: Purpose, who: &str, address: &str) -> Token {
    store(w, purpose, who, address, async {}).await
}

async fn confirm(w: &World, who: &str, code: &Token) -> Result<EmailAddress, Problem> {
    told(w.actor(who).await.confirm_email(code).await)
}

async fn of_two_wished_addresses_the_last_one_waits(w: World) {
    let (there, (stored, is_stored)) = (w.clone(), tokio::sync::oneshot::channel());
    let first = tokio::spawn(async move {
        let stay = async {
            stored.send(()).unwrap();
            tokio::time::sleep(Duration::from_millis(300)).await;
        };
        store(&there, Purpose::EmailChange, "aa1", "first@example.net", stay).await
    });
    is_stored.await.unwrap();
    link(&w, Purpose::EmailChange, "aa1", "second@example.net").await;
    first.await.unwrap();
    let live = "SELECT address FROM links WHERE state = 'live'";
    assert_eq!(w.texts(live).await, ["second@example.net"]);
    assert_eq!(w.count("links").await, 2);
}

async fn one_address_is_confirmed_by_one_account(w: World) {
    let mut confirming = Vec::new();
    for who in ["aa1", "bb2"] {
        let (w, code) = (w.clone(), link(&w, Purpose::EmailChange, who, "same@example.net").await);
        confirming.push(async move { confirm(&w, who, &code).await });
    }
    let confirmed = at_once(confirming).await;
    assert_eq!(confirmed.iter().filter(|one| one.is_ok()).count(), 1);
    let taken = Err(Problem::field(Field::Email, Wrong::Taken));
    assert_eq!(confirmed.iter().filter(|one| **one == taken).count(), 1, "{confirmed:?}");
    let same = EmailAddress::parse("same@example.net").unwrap();
    let holder = w.backend.db().account_by_email(&same).await.unwrap().unwrap().id;
    assert!(holder == id("aa1") || holder == id("bb2"));
}

async fn one_link_is_used_once(w: World) {
    let code = link(&w, Purpose::EmailChange, "aa1", "new@example.net").await;
    let confirming = (0..8).map(|_| {
        let (w, code) = (w.clone(), code.clone());
        async move { confirm(&w, "aa1", &code).await }
    });
    let confirmed = at_once(confirming).await;
    assert_eq!(confirmed.iter().filter(|one| one.is_ok()).count(), 1);
    assert_eq!(confirmed.iter().filter(|one| **one == Err(Problem::StaleLink)).count(), 7);
}

async fn a_password_that_is_replaced_before_the_act_is_wrong(w: World) {
    // Verified against what was the password then, and acted upon when it no longer is.
    let before = w.actor("aa1").await;
    let waiting = link(&w, Purpose::EmailChange, "aa1", "waiting@example.net").await;
    w.backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&id("aa1"), Password::typed(NEW))
        .await
        .unwrap();
    let since = link(&w, Purpose::EmailChange, "aa1", "since@example.net").await;
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.insert_session(b"since", Some(&id("aa1")), "", w.now(), w.now().plus(HOUR)).await.unwrap();
    tx.commit().await.unwrap();

    let wrong = Problem::field(Field::Password, Wrong::Mismatch);
    let asked = before.ask_email("evil@example.net", Password::typed(PASSWORD)).await;
    assert_eq!(told(asked), Err(wrong.clone()));
    let changed = before.change_password(Password::typed(PASSWORD), "some other goat stairs 77").await;
    assert_eq!(told(changed).err(), Some(wrong));
    for stale in [&waiting, &since] {
        assert_eq!(told(before.confirm_email(stale).await), Err(Problem::StaleLink));
    }

    assert_eq!(sign_in(&w, "aa1", NEW).await, Some(id("aa1")));
    let account = w.backend.db().account(&id("aa1")).await.unwrap().unwrap();
    assert_eq!(account.email.as_str(), "aa1@example.org");
    assert_eq!(w.texts("SELECT address FROM links WHERE state = 'live'").await, ["since@example.net"]);
    assert_eq!((w.count("sessions").await, w.count("outbox").await), (1, 0), "nothing of it is done or told");
}

async fn of_many_new_passwords_one_is_taken(w: World) {
    let passwords = [NEW, "some other goat stairs 77", "purple window sandals 31", "eleven quiet trombones 9"];
    let processes = [w.clone(), w.another_process().await];
    let changing = passwords.into_iter().enumerate().map(|(n, new)| {
        let w = processes[n % 2].clone();
        async move { told(w.actor("aa1").await.change_password(Password::typed(PASSWORD), new).await).map(drop) }
    });
    let changed = at_once(changing).await;
    assert_eq!(changed.iter().filter(|one| one.is_ok()).count(), 1, "{changed:?}");
    let wrong = Err(Problem::field(Field::Password, Wrong::Mismatch));
    assert_eq!(changed.iter().filter(|one| **one == wrong).count(), 3, "{changed:?}");
    for (new, changed) in passwords.iter().zip(changed) {
        assert_eq!(sign_in(&w, "aa1", new).await.is_some(), changed.is_ok(), "{new}");
    }
    assert_eq!(w.texts("SELECT event FROM outbox").await, ["passwordChanged"]);
    processes[1].backend.db().close().await;
}

async fn confirming_an_address_against_choosing_a_password(w: World) {
    for round in 0..figures::rounds(4, 100) {
        let address = format!("aa1.{round}@example.net");
        let before = w.actor("aa1").await.account().clone();
        let reset = link(&w, Purpose::PasswordReset, "aa1", before.email.as_str()).await;
        let code = link(&w, Purpose::EmailChange, "aa1", &address).await;
        let there = w.clone();
        let choosing = tokio::spawn(async move { told(there.backend.reset_password(&reset, NEW).await.map(drop)) });
        // Choosing hashes first; how long that takes depends on the machine.
        tokio::time::sleep(Duration::from_millis(4) * (round % 20)).await;
        let confirmed = confirm(&w, "aa1", &code).await.map(drop);
        let chosen = choosing.await.unwrap();
        let now = w.actor("aa1").await.account().clone();
        match (confirmed, chosen) {
            (Ok(()), Err(Problem::StaleLink)) => {
                assert_eq!((now.email.as_str(), &now.password_hash), (address.as_str(), &before.password_hash));
            }
            (Err(Problem::StaleLink), Ok(_)) => {
                assert_eq!(now.email, before.email);
                assert_ne!(now.password_hash, before.password_hash);
            }
            both => panic!("one of the two: {both:?}"),
        }
        assert_eq!(w.count("links WHERE state = 'live'").await, 0);
    }
}

/// On Postgres the request is stopped between a code and its mail, and the address confirmed meanwhile. The mail counts as tried, so
/// that its code may be at the old address.
async fn a_first_code_on_its_way_to_the_old_address_is_dead(w: World) {
    let (service, dd4) = (w.service().await, id("dd4"));
    let confirmation = link(&w, Purpose::EmailChange, "dd4", "new@example.net").await;
    let stop = match w.backend.db() {
        Db::Postgres { pool, .. } => {
            w.run(
                "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql
                 AS 'BEGIN PERFORM pg_advisory_xact_lock(4); NEW.attempts := 1; RETURN NEW; END'",
            )
            .await;
            w.run(&format!(
                "CREATE TRIGGER wait BEFORE INSERT ON outbox
                 FOR EACH ROW WHEN (NEW.recipient = '{dd4}') EXECUTE FUNCTION wait()"
            ))
            .await;
            let mut stop = pool.begin().await.unwrap();
            sqlx::query("SELECT pg_advisory_xact_lock(4)").execute(&mut *stop).await.unwrap();
            Some(stop)
        }
        Db::Sqlite { .. } => {
            w.run(
                "CREATE TRIGGER tried AFTER INSERT ON outbox
                 BEGIN UPDATE outbox SET attempts = 1 WHERE id = NEW.id; END",
            )
            .await;
            None
        }
    };
    let there = w.clone();
    let asking = tokio::spawn(async move { there.ask_one("aa1", service, Role::Billing, "dd4").await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    while stop.is_none() && !asking.is_finished() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let there = w.clone();
    let confirming = tokio::spawn(async move { confirm(&there, "dd4", &confirmation).await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    if let Some(stop) = stop {
        assert!(!asking.is_finished(), "stopped");
        assert!(!confirming.is_finished(), "waits for the code");
        stop.rollback().await.unwrap();
    }
    asking.await.unwrap();
    confirming.await.unwrap().unwrap();
    let codes = format!("SELECT state FROM codes WHERE account = '{dd4}'");
    assert_eq!(w.texts(&codes).await, ["replaced"]);
}
