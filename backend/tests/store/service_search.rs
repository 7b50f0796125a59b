//! Searching and filtering the list of services.

use countersign_domain::{
    Category::{self, DnsZone, Domain, Hosting, Vps},
    Role,
    view::{ServiceQuery, ServiceSort},
};

use crate::{
    engine::on_both,
    support::{World, told},
};

on_both!(
    finds_parts_of_names_and_of_contacts_in_any_case,
    wildcards_are_letters_like_others,
    what_cannot_be_a_name_finds_nothing_and_breaks_nothing,
    filters_by_category_and_by_my_own_role,
    totals_say_how_many_match_and_whether_there_are_any,
    others_services_are_never_found,
);

async fn find(w: &World, who: &str, query: ServiceQuery) -> Vec<String> {
    let page = told(w.actor(who).await.services(&query).await).unwrap();
    assert_eq!(page.total, i64::try_from(page.rows.len()).unwrap(), "{query:?}");
    page.rows.iter().map(|row| row.name.to_string()).collect()
}

async fn search(w: &World, text: &str) -> Vec<String> {
    find(w, "aa1", ServiceQuery { search: text.into(), ..Default::default() }).await
}

async fn add(w: &World, names: &[&str]) {
    for name in names {
        w.add_service(name, Hosting, ["aa1", "bb2", "cc3"]).await;
    }
}

async fn finds_parts_of_names_and_of_contacts_in_any_case(w: World) {
    add(&w, &["Shop.Example.org", "żółty.example", "ŻÓŁTY Łoś", "Яндекс"]).await;
    w.add_service("of another", Vps, ["ee5", "aa1", "ff6"]).await;
    for typed in ["shop", "SHOP.EX", "  example.ORG ", "p.e"] {
        assert_eq!(search(&w, typed).await, ["Shop.Example.org"], "{typed}");
    }
    // As it is written it is found, in every alphabet.
    assert_eq!(search(&w, "ŻÓŁTY Łoś").await, ["ŻÓŁTY Łoś"]);
    assert_eq!(search(&w, "żółty").await, ["żółty.example"]);
    assert_eq!(search(&w, "Янд").await, ["Яндекс"]);
    for contact in ["ff6", "FF6-ovh", "ee5", "6-OVH"] {
        assert_eq!(search(&w, contact).await, ["of another"], "{contact}");
    }
    assert_eq!(search(&w, "aa1").await.len(), 5);
    assert_eq!(search(&w, "   ").await.len(), 5);
    assert!(search(&w, "gg7").await.is_empty());
}

async fn wildcards_are_letters_like_others(w: World) {
    add(&w, &["100% wool", "a_b", r"back\slash", "plain", "[a-z]*", "it's \"quoted\""]).await;
    let hits = [
        ("%", "100% wool"),
        ("0% w", "100% wool"),
        ("_", "a_b"),
        (r"\", r"back\slash"),
        (r"k\s", r"back\slash"),
        ("*", "[a-z]*"),
        ("[a", "[a-z]*"),
        ("'", "it's \"quoted\""),
        ("\"q", "it's \"quoted\""),
    ];
    for (typed, hit) in hits {
        assert_eq!(search(&w, typed).await, [hit], "{typed}");
    }
    for nothing in
        ["%%", "a%b", "__", r"\%", r"\\", "'; DROP TABLE services; --", "$1", "a*", "\"a_b\"", "a OR b", "name:a"]
    {
        assert!(search(&w, nothing).await.is_empty(), "{nothing}");
    }
}

async fn what_cannot_be_a_name_finds_nothing_and_breaks_nothing(w: World) {
    let longest = "x".repeat(200);
    add(&w, &["shop", &longest]).await;
    assert_eq!(search(&w, &longest).await, [longest.as_str()]);
    assert!(search(&w, &"x".repeat(201)).await.is_empty());
    assert!(search(&w, &"%".repeat(100_000)).await.is_empty());
    assert!(search(&w, "sh\0op").await.is_empty());
    assert!(search(&w, "\u{0}x").await.is_empty());
    assert!(search(&w, "\u{feff}\u{202e}").await.is_empty());
    let nobody = "a00000000000000000000000000000000";
    let keys = [".", ".\0", ".é", ".1", ".-9223372036854775808", ".9223372036854775808", ".'--", ".x.y"];
    let mut cursors = ["", "a", "b", "é", "anonsense", "\0", nobody, "zzzz"].map(str::to_owned).to_vec();
    cursors.extend(keys.map(|key| format!("{nobody}{key}")));
    for cursor in cursors {
        for sort in ServiceSort::ALL.iter().copied() {
            let query = ServiceQuery { cursor: Some(cursor.clone()), sort: Some(sort), ..Default::default() };
            assert!(!told(w.actor("aa1").await.services(&query).await).unwrap().rows.is_empty(), "{query:?}");
        }
    }
}

async fn filters_by_category_and_by_my_own_role(w: World) {
    w.add_service("d", Domain, ["aa1", "bb2", "cc3"]).await;
    w.add_service("z", DnsZone, ["bb2", "aa1", "cc3"]).await;
    w.add_service("h", Hosting, ["bb2", "cc3", "aa1"]).await;
    w.add_service("all", Hosting, ["aa1", "aa1", "aa1"]).await;
    let by = async |category, role| find(&w, "aa1", ServiceQuery { category, role, ..Default::default() }).await;
    assert_eq!(by(None, None).await, ["all", "d", "h", "z"]);
    assert_eq!(by(Some(Hosting), None).await, ["all", "h"]);
    assert_eq!(by(None, Some(Role::Admin)).await, ["all", "d"]);
    assert_eq!(by(None, Some(Role::Tech)).await, ["all", "z"]);
    assert_eq!(by(None, Some(Role::Billing)).await, ["all", "h"]);
    assert_eq!(by(Some(Hosting), Some(Role::Billing)).await, ["all", "h"]);
    assert!(by(Some(Domain), Some(Role::Billing)).await.is_empty());
    for category in Category::ALL.iter().copied().filter(|c| ![Domain, DnsZone, Hosting].contains(c)) {
        assert!(by(Some(category), None).await.is_empty());
    }
    let query =
        ServiceQuery { search: "BB2".into(), category: Some(DnsZone), role: Some(Role::Tech), ..Default::default() };
    assert_eq!(find(&w, "aa1", query).await, ["z"]);
}

async fn totals_say_how_many_match_and_whether_there_are_any(w: World) {
    for n in 0..60 {
        w.add_service(&format!("s{n:02}"), if n < 55 { Hosting } else { Vps }, ["aa1", "aa1", "cc3"]).await;
    }
    let page = async |query| {
        let page = told(w.actor("aa1").await.services(&query).await).unwrap();
        (page.rows.len(), page.total, page.more, page.any)
    };
    assert_eq!(page(ServiceQuery::default()).await, (50, 60, false, true), "a service counts once, however many roles");
    assert_eq!(page(ServiceQuery { category: Some(Vps), ..Default::default() }).await, (5, 5, false, true));
    assert_eq!(page(ServiceQuery { search: "s1".into(), ..Default::default() }).await, (10, 10, false, true));
    assert_eq!(page(ServiceQuery { search: "nothing".into(), ..Default::default() }).await, (0, 0, false, true));
}

async fn others_services_are_never_found(w: World) {
    add(&w, &["mine"]).await;
    w.add_service("theirs", Hosting, ["ee5", "ff6", "gg7"]).await;
    for typed in ["theirs", "ee5", "", "%"] {
        assert!(!search(&w, typed).await.contains(&"theirs".to_owned()), "{typed}");
    }
    assert!(find(&w, "dd4", ServiceQuery::default()).await.is_empty());
}
