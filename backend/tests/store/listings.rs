//! What lists are read from equals what services and contacts say.

use std::collections::BTreeSet;

use countersign_domain::{
    Category::{Domain, Hosting},
    Role, ServiceId,
    view::ServiceQuery,
};

use crate::{
    engine::on_both,
    support::{World, told},
};

on_both!(
    listings_follow_every_change_of_a_contact,
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
    let mut tx = w.backend.db().begin().await.unwrap();
    let [aa1, bb2] = ["aa1", "bb2"].map(crate::support::id);
    assert!(!tx.swap_contact(shop, Role::Admin, &aa1, &bb2).await.unwrap());
    tx.commit().await.unwrap();
    w.check_listings().await;
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
