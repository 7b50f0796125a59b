//! Many at once that ask: one gets through, the others are told, and nobody sees a failure inside.

use Role::{Billing, Tech};
use std::time::Duration;

use countersign_backend::{
    CodeHash, Password,
    ambient::{new_id, new_token},
    store::{NewLink, Purpose},
};
use countersign_domain::{
    Category::{DnsZone, Domain},
    DAY, EmailAddress, Problem, Role,
};

use crate::{
    engine::on_both,
    races::at_once,
    support::{PASSWORD, World, id, told},
};

on_both!(
    of_many_forms_for_one_role_one_is_registered,
    forms_for_the_domain_and_for_its_zone_do_not_wait_in_a_circle,
    an_overdue_request_is_cleared_once_for_all_who_come,
    of_two_wished_addresses_the_last_one_waits,
    one_address_is_confirmed_by_one_account,
    one_link_is_used_once,
);

type Asked = Result<Vec<i64>, Problem>;

fn count(asked: &[Asked], fits: impl Fn(&Asked) -> bool) -> usize {
    asked.iter().filter(|one| fits(one)).count()
}

async fn of_many_forms_for_one_role_one_is_registered(w: World) {
    let service = w.service().await;
    // More than there are connections.
    let asking = (0..40).map(|n| {
        let w = w.clone();
        async move { w.ask(if n % 2 == 0 { "aa1" } else { "bb2" }, service, &[(Tech, "dd4")]).await }
    });
    let asked = at_once(asking).await;
    assert_eq!(count(&asked, Result::is_ok), 1, "{asked:?}");
    assert_eq!(count(&asked, |one| matches!(one, Err(Problem::Busy { role: Tech, .. }))), 39);
    assert_eq!(w.count("requests").await, 1);
    assert_eq!(w.count("outbox").await, 2);
}

async fn forms_for_the_domain_and_for_its_zone_do_not_wait_in_a_circle(w: World) {
    for round in 0..4 {
        let name = format!("{round}.example.org");
        let domain = w.add_service(&name, Domain, ["aa1", "bb2", "cc3"]).await;
        let zone = w.add_service(&name, DnsZone, ["aa1", "bb2", "cc3"]).await;
        let asking = (0..10).map(|n| {
            let w = w.clone();
            let service = if n % 2 == 0 { domain } else { zone };
            async move { w.submit("aa1", service, &[(Tech, "dd4"), (Billing, "ee5")], true).await }
        });
        let asked = at_once(asking).await;
        assert_eq!(count(&asked, |one| one.as_ref().is_ok_and(|ids| ids.len() == 2)), 1, "{asked:?}");
        assert_eq!(count(&asked, |one| matches!(one, Err(Problem::Busy { .. }))), 9);
    }
}

async fn an_overdue_request_is_cleared_once_for_all_who_come(w: World) {
    let service = w.service().await;
    let old = w.ask_one("aa1", service, Tech, "dd4").await;
    w.later(7 * DAY);
    let asking = (0..12).map(|_| {
        let w = w.clone();
        async move { w.ask("bb2", service, &[(Tech, "ee5")]).await }
    });
    let asked = at_once(asking).await;
    assert_eq!(count(&asked, Result::is_ok), 1, "{asked:?}");
    assert_eq!(w.mails(old).await, ["asked aa1", "asked dd4", "expired aa1", "expired dd4"]);
}

/// Stores a wished address, and stays in the transaction for a while.
async fn store(w: World, address: &str, stay: Duration) {
    let link = NewLink {
        id: new_id(w.now()),
        purpose: Purpose::EmailChange,
        holder: Some("aa1-ovh"),
        address,
        expires_at: w.now().plus(DAY),
    };
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.insert_link(&link, &CodeHash::of(&new_token()), w.now()).await.unwrap();
    tokio::time::sleep(stay).await;
    tx.commit().await.unwrap();
}

async fn of_two_wished_addresses_the_last_one_waits(w: World) {
    let first = tokio::spawn(store(w.clone(), "first@example.net", Duration::from_millis(300)));
    tokio::time::sleep(Duration::from_millis(100)).await;
    store(w.clone(), "second@example.net", Duration::ZERO).await;
    first.await.unwrap();
    let live = "SELECT address FROM links WHERE state = 'live'";
    assert_eq!(w.texts(live).await, ["second@example.net"]);
    assert_eq!(w.count("links").await, 2);
}

/// Asks for an address and reads the code that goes there.
async fn wish(w: &World, who: &str, address: &str) -> countersign_domain::Token {
    told(w.actor(who).await.ask_email(address, Password::typed(PASSWORD)).await).unwrap();
    let sql = format!("SELECT payload FROM outbox WHERE event = 'emailConfirm' AND recipient = '{who}-ovh'");
    countersign_domain::Token::parse(&w.texts(&sql).await[0]).unwrap()
}

async fn one_address_is_confirmed_by_one_account(w: World) {
    let codes =
        [("aa1", wish(&w, "aa1", "same@example.net").await), ("bb2", wish(&w, "bb2", "same@example.net").await)];
    let confirming = codes.map(|(who, code)| {
        let w = w.clone();
        async move { told(w.actor(who).await.confirm_email(&code).await) }
    });
    let confirmed = at_once(confirming).await;
    assert_eq!(confirmed.iter().filter(|one| one.is_ok()).count(), 1);
    assert_eq!(confirmed.iter().filter(|one| matches!(one, Err(Problem::Invalid(_)))).count(), 1, "{confirmed:?}");
    let same = EmailAddress::parse("same@example.net").unwrap();
    let holder = w.backend.db().account_by_email(&same).await.unwrap().unwrap().id;
    assert!(holder == id("aa1") || holder == id("bb2"));
}

async fn one_link_is_used_once(w: World) {
    let code = wish(&w, "aa1", "new@example.net").await;
    let confirming = (0..8).map(|_| {
        let (w, code) = (w.clone(), code.clone());
        async move { told(w.actor("aa1").await.confirm_email(&code).await) }
    });
    let confirmed = at_once(confirming).await;
    assert_eq!(confirmed.iter().filter(|one| one.is_ok()).count(), 1);
    assert_eq!(confirmed.iter().filter(|one| **one == Err(Problem::StaleLink)).count(), 7);
}
