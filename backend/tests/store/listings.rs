//! What lists are read from equals what services and contacts say.

use std::collections::BTreeSet;

use countersign_domain::{
    Category::{Domain, Hosting},
    DAY, Role, ServiceId, Status,
    view::ServiceQuery,
};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    listings_follow_every_change_of_a_contact,
    all_roles_of_a_contact_change_at_once,
    listings_say_how_a_service_stands,
    each_search_meets_a_listing_once,
    what_was_there_before_is_listed_by_the_migration,
);

/// What every listing and ending should be, found without SQL.
async fn wanted(w: &World) -> BTreeSet<String> {
    let mut wanted = BTreeSet::new();
    for row in w
        .texts(
            "SELECT lower(s.name) || '\t' || s.category || '\t' || s.status || '\t'
                    || CAST(COALESCE(s.expires_at, 9007199254740991) AS TEXT) || '\t'
                    || a.account || '\t' || t.account || '\t' || b.account
             FROM services s
             JOIN contacts a ON a.service_id = s.id AND a.role = 'contactAdmin'
             JOIN contacts t ON t.service_id = s.id AND t.role = 'contactTech'
             JOIN contacts b ON b.service_id = s.id AND b.role = 'contactBilling'",
        )
        .await
    {
        let columns: Vec<&str> = row.split('\t').collect();
        for account in &columns[4..] {
            wanted.insert(format!("{account}\t{row}"));
            for text in [columns[0], columns[4], columns[5], columns[6]] {
                for (at, _) in text.char_indices().filter(|(at, _)| !account.contains(&text[*at..])) {
                    wanted.insert(format!("{account}\t{row}\t{}", &text[at..]));
                }
            }
        }
    }
    wanted
}

impl World {
    /// Checks that lists are read from what is so.
    pub(crate) async fn check_listings(&self) {
        const LISTING: &str = "l.account || '\t' || l.name_key || '\t' || l.category || '\t' || l.status || '\t'
             || CAST(l.expires_key AS TEXT) || '\t' || l.admin || '\t' || l.tech || '\t' || l.billing";
        let mut got = self.texts(&format!("SELECT {LISTING} FROM listings l")).await;
        let endings = format!(
            "SELECT {LISTING} || '\t' || e.ending FROM listing_endings e LEFT JOIN listings l
             ON l.number = e.listing AND l.account = e.account"
        );
        got.extend(self.texts(&endings).await);
        let distinct: BTreeSet<_> = got.iter().cloned().collect();
        assert_eq!(distinct.len(), got.len(), "each once");
        assert_eq!(distinct, wanted(self).await);
    }
}

async fn names(w: &World, who: &str, search: &str) -> Vec<String> {
    let query = ServiceQuery { search: search.into(), ..Default::default() };
    told(w.actor(who).await.services(&query).await).unwrap().rows.iter().map(|row| row.name.to_string()).collect()
}

async fn listings_follow_every_change_of_a_contact(w: World) {
    let shop: ServiceId = w.add_service("Shop.example", Hosting, ["aa1", "bb2", "cc3"]).await;
    w.add_service("shop.example", Domain, ["aa1", "aa1", "aa1"]).await;
    w.add_service("żółty łoś", Domain, ["dd4", "aa1", "aa1"]).await;
    w.check_listings().await;
    for (role, from, to) in [(Role::Tech, "bb2", "aa1"), (Role::Admin, "aa1", "ee5"), (Role::Tech, "aa1", "ee5")] {
        w.tamper(shop, role, from, to).await;
        w.check_listings().await;
    }
    assert_eq!(names(&w, "ee5", "cc3").await, ["Shop.example"]);
    assert!(names(&w, "cc3", "aa1").await.is_empty());
    // What does not change leaves everything as it is.
    assert!(!swap(&w, shop, &[Role::Admin], "aa1", "bb2").await);
    w.check_listings().await;
}

async fn swap(w: &World, service: ServiceId, roles: &[Role], from: &str, to: &str) -> bool {
    let mut tx = w.backend.db().begin().await.unwrap();
    let swapped = tx.swap_contacts(service, roles.iter().copied().collect(), &id(from), &id(to)).await.unwrap();
    tx.commit().await.unwrap();
    swapped
}

async fn all_roles_of_a_contact_change_at_once(w: World) {
    let shop = w.add_service("shop.example", Hosting, ["aa1", "bb2", "bb2"]).await;
    w.add_service("shop.example", Domain, ["aa1", "bb2", "bb2"]).await;
    assert!(swap(&w, shop, &[Role::Tech, Role::Billing], "bb2", "cc3").await);
    assert_eq!(w.contacts(shop).await, ["aa1", "cc3", "cc3"]);
    w.check_listings().await;
    // What another holds stays, and is told.
    assert!(!swap(&w, shop, &[Role::Admin, Role::Tech], "aa1", "dd4").await);
    assert_eq!(w.contacts(shop).await, ["dd4", "cc3", "cc3"]);
    w.check_listings().await;
    assert!(swap(&w, shop, &[], "dd4", "ee5").await, "none of none");
    assert_eq!(w.contacts(shop).await, ["dd4", "cc3", "cc3"]);
    w.check_listings().await;
}

async fn listings_say_how_a_service_stands(w: World) {
    w.service().await;
    w.add_service("shop.example.org", Domain, ["aa1", "aa1", "bb2"]).await;
    let end = w.now().plus(DAY);
    for (status, end) in [(Some(Status::UnPaid), None), (None, Some(end)), (Some(Status::Ok), Some(end.plus(-1)))] {
        w.update("shop.example.org", Hosting, status, end).await;
        w.check_listings().await;
    }
    assert_eq!(w.count("listings WHERE expires_key < 9007199254740991").await, 3, "of this service alone");
}

async fn each_search_meets_a_listing_once(w: World) {
    for name in ["aaaaaa", "banana bandana", "bb2 bb2", "xaxaxaxax", "ab"] {
        w.add_service(name, Hosting, ["aa1", "bb2", "bb2"]).await;
    }
    for row in w.texts("SELECT ending FROM listing_endings WHERE account = 'aa1-ovh'").await {
        // A part of aa1's own ID is never looked for.
        for term in (1..=row.len()).map(|end| &row[..end]).filter(|term| !"aa1-ovh".contains(*term)) {
            let met = format!(
                "SELECT CAST(COUNT(*) AS TEXT) || ' ' || CAST(COUNT(DISTINCT listing) AS TEXT) || ' '
                        || CAST((SELECT COUNT(DISTINCT listing) FROM listing_endings
                                 WHERE account = 'aa1-ovh' AND ending LIKE '{term}%') AS TEXT)
                 FROM listing_endings WHERE account = 'aa1-ovh' AND ending LIKE '{term}%' AND shared < length('{term}')"
            );
            let met = w.texts(&met).await.remove(0);
            let counts: BTreeSet<&str> = met.split(' ').collect();
            assert_eq!(counts.len(), 1, "{term}: {met}");
        }
    }
}

async fn what_was_there_before_is_listed_by_the_migration(w: World) {
    for n in 0..20 {
        let names = [format!("Ab{n}ab.example"), "x".repeat(n + 1), format!("{n}")];
        w.add_service(&names[n % 3], Hosting, [["aa1", "bb2", "cc3"][n % 3], "aa1", "dd4"]).await;
    }
    let shared = "SELECT account || ' ' || ending || ' ' || CAST(shared AS TEXT) FROM listing_endings";
    let sorted = async || w.texts(shared).await.into_iter().collect::<BTreeSet<_>>();
    let kept = sorted().await;
    w.run("DROP TABLE listing_endings").await;
    w.run("DROP TABLE listings").await;
    w.run("DELETE FROM _sqlx_migrations WHERE version = 6").await;
    w.backend.db().migrate().await.unwrap();
    w.check_listings().await;
    assert_eq!(sorted().await, kept, "as the store itself would");
    let service = w.service().await;
    w.tamper(service, Role::Admin, "aa1", "ee5").await;
    w.check_listings().await;
}
