//! The list of services, sorted and paged: the same on both engines, forward and back.

use countersign_backend::ambient::new_id;
use countersign_domain::{
    Category, DAY, Role, ServiceName, Status,
    view::{ServicePage, ServiceQuery, ServiceRow, ServiceSort},
};

use crate::{
    engine::on_both,
    support::{CUSTOMERS, World, contacts, told},
};

on_both!(
    every_column_in_both_directions_forward_and_back,
    the_pages_of_a_filtered_list_are_its_own,
    a_page_goes_on_where_it_was_when_a_service_before_it_is_gone,
);

/// 130 services of all kinds; aa1 is a contact of every one.
async fn fill(w: &World) {
    let mut tx = w.backend.db().begin().await.unwrap();
    for n in 0..130_usize {
        w.later(1);
        // Every tenth name comes again in another category; upper case, accents and symbols among them.
        let category = Category::ALL[n % Category::ALL.len()];
        let name = match n % 5 {
            0 => format!("Shop {}", n / 10),
            1 => format!("étude-{}", n / 10),
            2 => format!("_{}%", n / 10),
            3 => format!("shop {}", n / 10),
            _ => format!("レンダリング {}", n / 10),
        };
        let status = Status::ALL[n % 3];
        let expires_at = (n % 4 != 0).then(|| w.now().plus(i64::try_from(n * 31 % 17).unwrap() * DAY));
        let mut held = ["aa1", CUSTOMERS[n % 8], CUSTOMERS[n % 3]];
        held.rotate_left(n % 3);
        let name = ServiceName::parse(&name).unwrap();
        tx.insert_service(new_id(w.now()), (&name, category, status), expires_at, &contacts(held), w.now())
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn page(w: &World, query: &ServiceQuery, cursor: Option<String>) -> ServicePage {
    told(w.actor("aa1").await.services(&ServiceQuery { cursor, ..query.clone() }).await).unwrap()
}

/// Reads the whole list forward, then back again; checks the pages and their cursors.
async fn read(w: &World, query: &ServiceQuery) -> Vec<ServiceRow> {
    let mut pages = vec![page(w, query, None).await];
    assert_eq!(pages[0].previous, None, "nothing is before the first page");
    while let Some(next) = pages.last().unwrap().next.clone() {
        pages.push(page(w, query, Some(next)).await);
    }
    let (last, full) = pages.split_last().unwrap();
    assert!(full.iter().all(|page| page.rows.len() == 50));
    let total: usize = pages.iter().map(|page| page.rows.len()).sum();
    assert!(pages.iter().all(|page| page.total == i64::try_from(total).unwrap()));

    let mut back = last.clone();
    for forward in full.iter().rev() {
        back = page(w, query, Some(back.previous.clone().expect("a page before"))).await;
        assert_eq!(back.rows, forward.rows, "the same page from the other side");
        assert_eq!(back.next, forward.next, "and the same way on");
    }
    assert_eq!(back.previous, None);
    pages.into_iter().flat_map(|page| page.rows).collect()
}

/// The order that is promised: by the column, then by name, then by key.
fn sorted(mut rows: Vec<ServiceRow>, sort: ServiceSort, descending: bool) -> Vec<ServiceRow> {
    let key = |row: &ServiceRow| match sort {
        // Capitals beside small letters.
        ServiceSort::Name => row.name.as_str().to_ascii_lowercase(),
        ServiceSort::Category => row.category.as_str().to_owned(),
        ServiceSort::Status => row.status.as_str().to_owned(),
        ServiceSort::Admin => row.contacts.admin.to_string(),
        ServiceSort::Tech => row.contacts.tech.to_string(),
        ServiceSort::Billing => row.contacts.billing.to_string(),
        // What never runs out comes last.
        ServiceSort::Expiry => format!("{:020}", row.expires_at.map_or(i64::MAX, |at| at.0)),
    };
    rows.sort_by_key(|row| (key(row), row.name.clone(), row.id));
    if descending {
        rows.reverse();
    }
    rows
}

async fn every_column_in_both_directions_forward_and_back(w: World) {
    fill(&w).await;
    let all = read(&w, &ServiceQuery::default()).await;
    assert_eq!(all.len(), 130);
    for sort in ServiceSort::ALL.iter().copied() {
        for descending in [false, true] {
            let rows = read(&w, &ServiceQuery { sort: Some(sort), descending, ..Default::default() }).await;
            let (got, wanted) = (rows, sorted(all.clone(), sort, descending));
            assert!(got == wanted, "by {} {descending}", sort.as_str());
        }
    }
    assert_eq!(all, sorted(all.clone(), ServiceSort::Name, false), "by name if nothing is said");
}

async fn the_pages_of_a_filtered_list_are_its_own(w: World) {
    fill(&w).await;
    let all = read(&w, &ServiceQuery::default()).await;
    let query =
        ServiceQuery { search: "shop".into(), sort: Some(ServiceSort::Tech), descending: true, ..Default::default() };
    let found = read(&w, &query).await;
    let wanted = all.iter().filter(|row| row.name.as_str().to_lowercase().contains("shop")).cloned().collect();
    assert_eq!(found, sorted(wanted, ServiceSort::Tech, true));
    assert_eq!(found.len(), 52, "more than a page");

    let query = ServiceQuery { role: Some(Role::Billing), ..Default::default() };
    let mine: Vec<_> = all.iter().filter(|row| row.contacts.billing.as_str() == "aa1-ovh").cloned().collect();
    assert!(mine.len() > 50);
    assert_eq!(read(&w, &query).await, mine);
}

async fn a_page_goes_on_where_it_was_when_a_service_before_it_is_gone(w: World) {
    fill(&w).await;
    let all = read(&w, &ServiceQuery::default()).await;
    let first = page(&w, &ServiceQuery::default(), None).await;
    // The last of the page is handed away entirely; its place is still known.
    let gone = &first.rows[49];
    for role in Role::ALL.iter().copied() {
        let holder = gone.contacts.get(role).as_str().trim_end_matches("-ovh").to_owned();
        w.tamper(gone.id, role, &holder, "dd4").await;
    }
    let second = page(&w, &ServiceQuery::default(), first.next).await;
    let names = |rows: &[ServiceRow]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(names(&second.rows), names(&all[50..100]));
}
