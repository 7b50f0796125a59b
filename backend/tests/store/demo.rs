//! The demo data: what its tour shows is there, and seeding twice changes nothing.

use countersign_backend::{Password, Queue, SignIn, demo};
use countersign_domain::{StateName, view::ServiceQuery};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    eight_customers_and_what_they_have,
    seeding_again_changes_nothing,
    every_customer_meets_services,
    customers_are_never_added_to_others,
);

/// As before the first start: nobody ever had an account.
async fn nobody(w: &World) {
    w.run("DELETE FROM accounts").await;
    w.run("DELETE FROM customer_ids").await;
}

async fn customers_are_never_added_to_others(w: World) {
    let before = w.count("accounts").await;
    demo::seed(&w.backend).await.unwrap();
    assert_eq!((w.count("accounts").await, w.count("services").await), (before, 0));
    // Not even where the last of them is gone.
    w.run("DELETE FROM accounts").await;
    demo::seed(&w.backend).await.unwrap();
    assert_eq!(w.count("accounts").await, 0);
}

async fn eight_customers_and_what_they_have(w: World) {
    nobody(&w).await;
    demo::seed(&w.backend).await.unwrap();
    assert_eq!(w.count("accounts").await, 8);
    assert_eq!(w.count("services").await, 40);
    assert_eq!(w.count("(SELECT DISTINCT category FROM services) AS c").await, 10);
    assert_eq!(w.count("contacts").await, 120);
    let countries = "SELECT o.country FROM owners o JOIN services s ON s.id = o.service_id ORDER BY s.name";
    assert_eq!(w.texts(countries).await, ["FR", "ES", "PL", "GB"]);
    assert_eq!(w.count("owner_changes WHERE account = 'md10001-ovh'").await, 8);
    assert_eq!(w.backend.system("test").renewals_due().await.unwrap(), 0, "nobody is told of a service yet");
    assert_eq!(w.count("invoices WHERE paid_at IS NULL").await, 1);
    let states = "SELECT state FROM requests ORDER BY id";
    assert_eq!(w.texts(states).await, [StateName::Expired.as_str(), StateName::Validating.as_str()]);
    // The one that waits can be decided: its codes are in the mails.
    let waiting: i64 = w.texts("SELECT CAST(MAX(id) AS TEXT) FROM requests").await[0].parse().unwrap();
    w.accept("md10001", waiting).await.unwrap();
    w.accept("js10002", waiting).await.unwrap();
    assert_eq!(w.state(waiting).await.name(), StateName::Done);
}

async fn seeding_again_changes_nothing(w: World) {
    nobody(&w).await;
    demo::seed(&w.backend).await.unwrap();
    let count = async || {
        let mut rows = Vec::new();
        for table in [
            "accounts",
            "services",
            "contacts",
            "requests",
            "codes",
            "outbox",
            "history",
            "invoices",
            "owners",
            "owner_changes",
        ] {
            rows.push(w.count(table).await);
        }
        rows
    };
    let before = count().await;
    w.later(1000);
    demo::seed(&w.backend).await.unwrap();
    w.another_process().await.backend.db().close().await;
    assert_eq!(count().await, before);
}

async fn every_customer_meets_services(w: World) {
    nobody(&w).await;
    demo::seed(&w.backend).await.unwrap();
    for (stem, ..) in demo::CUSTOMERS {
        let signed_in = w.backend.sign_in(stem, Password::typed(demo::PASSWORD), Queue::Strangers).await.unwrap();
        assert!(matches!(signed_in, SignIn::Accepted(account) if account.id == id(stem)), "{stem}");
        let page = told(w.actor(stem).await.services(&ServiceQuery::default()).await).unwrap();
        assert!(page.any, "{stem}");
    }
    let offered = told(
        w.actor("md10001")
            .await
            .services(&ServiceQuery { search: "atelier-dubois.example".into(), ..Default::default() })
            .await,
    );
    assert!(offered.unwrap().rows.len() >= 3, "a domain, its zone, its hosting");
}
