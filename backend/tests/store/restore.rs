//! What a restored database gives nobody again.

use countersign_backend::testing::RequestFilter;
use countersign_domain::{Category::Hosting, DAY, EmailAddress, PersonName, Problem, RequestId, Role};

use crate::{
    engine::on_both,
    support::{PASSWORD, World, told},
};

on_both!(
    request_numbers_are_not_given_again,
    one_backup_restored_twice_gives_other_numbers,
    a_database_without_requests_is_restored,
    customer_ids_are_of_another_range,
);

/// What a backup is made of: the rows of requests, as far as numbers go.
async fn lose_everything_after(w: &World, last: RequestId) {
    for table in ["outbox", "codes", "request_roles"] {
        w.run(&format!("DELETE FROM {table} WHERE request_id > {last}")).await;
    }
    w.run(&format!("DELETE FROM requests WHERE id > {last}")).await;
    match w.backend.db() {
        countersign_backend::testing::Db::Sqlite { .. } => {
            w.run(&format!("UPDATE sqlite_sequence SET seq = {last} WHERE name = 'requests'")).await;
        }
        countersign_backend::testing::Db::Postgres { .. } => {
            w.run(&format!("ALTER TABLE requests ALTER COLUMN id RESTART WITH {}", last + 1)).await;
        }
    }
}

async fn request_numbers_are_not_given_again(w: World) {
    let service = w.service().await;
    let kept = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let other = w.add_service("other", Hosting, ["aa1", "bb2", "cc3"]).await;
    let lost = w.ask_one("aa1", other, Role::Tech, "dd4").await;
    lose_everything_after(&w, kept).await;
    w.backend.operator(crate::support::staff("Test.")).secure_restored().await.unwrap();
    let new = w.ask_one("aa1", other, Role::Tech, "ee5").await;
    assert!(new > lost + 1_000_000, "{new}");
    // The link of the lost request leads nowhere, and that of the kept one to it.
    assert_eq!(told(w.actor("aa1").await.request(lost).await), Err(Problem::NotFound));
    assert_eq!(told(w.actor("dd4").await.request(kept).await).unwrap().row.id, kept);
    let all = told(w.actor("aa1").await.requests(RequestFilter::All, None).await).unwrap();
    assert_eq!(all.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [new, kept]);
    // An account that is created now sees what is asked of it from now on.
    w.add_account("zz9").await;
    let own = w.ask_one("aa1", other, Role::Billing, "zz9").await;
    assert_eq!(told(w.actor("zz9").await.request(own).await).unwrap().row.id, own);
}

async fn one_backup_restored_twice_gives_other_numbers(w: World) {
    let service = w.service().await;
    let mut given = Vec::new();
    for _ in 0..2 {
        lose_everything_after(&w, 0).await;
        w.backend.operator(crate::support::staff("Test.")).secure_restored().await.unwrap();
        given.push(w.ask_one("aa1", service, Role::Tech, "dd4").await);
        w.later(DAY);
    }
    assert!(given[0] < given[1], "{given:?}");
}

async fn a_database_without_requests_is_restored(w: World) {
    w.backend.operator(crate::support::staff("Test.")).secure_restored().await.unwrap();
    let service = w.service().await;
    let first = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    assert!(first > 1_000_000, "{first}");
}

async fn customer_ids_are_of_another_range(w: World) {
    let open = async |email: &str| {
        let new = countersign_backend::NewAccount {
            id: None,
            name: PersonName::parse("Ada Byron").unwrap(),
            organisation: None,
            email: EmailAddress::parse(email).unwrap(),
            language: countersign_locales::Language::En,
            password: Some(countersign_backend::Password::typed(PASSWORD)),
        };
        let id = w.backend.operator(crate::support::staff("Test.")).create_account(new).await.unwrap();
        id.as_str().chars().filter(char::is_ascii_digit).count()
    };
    assert_eq!(open("a@example.org").await, 5);
    w.backend.operator(crate::support::staff("Test.")).secure_restored().await.unwrap();
    assert_eq!(open("b@example.org").await, 9);
}
