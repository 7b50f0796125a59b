//! The list of services, sorted and paged: the same on both engines, forward and back.

use countersign_backend::{ambient::new_id, testing::Bounds};
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
    a_page_goes_on_where_it_was_when_its_last_service_moves_away,
    where_nothing_is_left_the_list_begins_again,
    however_little_a_page_looks_it_shows_the_same,
    what_is_more_than_a_bound_is_not_counted,
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
    assert!(pages.iter().all(|page| page.total == i64::try_from(total).unwrap() && !page.more && page.any));

    let mut back = last.clone();
    for forward in full.iter().rev() {
        back = page(w, query, Some(back.previous.clone().expect("a page before"))).await;
        assert_eq!(back.rows, forward.rows, "the same page from the other side");
        assert_eq!(back.next, forward.next, "and the same way on");
    }
    assert_eq!(back.previous, None);
    pages.into_iter().flat_map(|page| page.rows).collect()
}

/// The order that is promised: by the column, then by name with capitals beside small letters, then by key.
fn sorted(mut rows: Vec<ServiceRow>, sort: ServiceSort, descending: bool) -> Vec<ServiceRow> {
    let key = |row: &ServiceRow| match sort {
        ServiceSort::Name => String::new(),
        ServiceSort::Category => row.category.as_str().to_owned(),
        ServiceSort::Status => row.status.as_str().to_owned(),
        ServiceSort::Admin => row.contacts.admin.to_string(),
        ServiceSort::Tech => row.contacts.tech.to_string(),
        ServiceSort::Billing => row.contacts.billing.to_string(),
        // What never runs out comes last.
        ServiceSort::Expiry => format!("{:020}", row.expires_at.map_or(i64::MAX, |at| at.0)),
    };
    rows.sort_by_key(|row| (key(row), row.name.as_str().to_ascii_lowercase(), row.id));
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

async fn a_page_goes_on_where_it_was_when_its_last_service_moves_away(w: World) {
    fill(&w).await;
    for descending in [false, true] {
        let query = ServiceQuery { sort: Some(ServiceSort::Billing), descending, ..Default::default() };
        let all = read(&w, &query).await;
        let first = page(&w, &query, None).await;
        // To the other end of the list, or to its beginning.
        let last = &first.rows[49];
        assert_eq!(last.contacts.billing.as_str(), "aa1-ovh");
        w.tamper(last.id, Role::Billing, "aa1", "hh8").await;
        let second = page(&w, &query, first.next).await;
        assert_eq!(second.rows, all[50..100]);
        assert_eq!(page(&w, &query, second.previous).await.rows.last(), Some(&all[48]), "and back");
    }
}

async fn where_nothing_is_left_the_list_begins_again(w: World) {
    fill(&w).await;
    let last = read(&w, &ServiceQuery::default()).await.pop().unwrap();
    let first = page(&w, &ServiceQuery::default(), None).await;
    let next = Some(format!("a{}", last.id.simple()));
    assert_eq!(page(&w, &ServiceQuery::default(), next).await, first);
    let query = ServiceQuery { search: "nothing".into(), ..Default::default() };
    let page = page(&w, &query, first.next).await;
    assert!(page.rows.is_empty() && page.previous.is_none() && page.total == 0 && page.any);
}

/// What is asked: nothing, each alone, and all together; what many have, what few have, and what nobody has.
fn questions() -> Vec<ServiceQuery> {
    let mut questions = Vec::new();
    for search in ["", "shop", "p 1", "%", "e", "cc3", "bb2-ovh", "1", "12", "レン", "nothing"] {
        for category in [None, Some(Category::Vps)] {
            for role in [None, Some(Role::Tech)] {
                for (sort, descending) in
                    [(ServiceSort::Name, false), (ServiceSort::Category, true), (ServiceSort::Tech, false)]
                {
                    let (search, sort) = (search.to_owned(), Some(sort));
                    questions.push(ServiceQuery { search, category, role, sort, descending, cursor: None });
                }
            }
        }
    }
    questions
}

async fn however_little_a_page_looks_it_shows_the_same(w: World) {
    fill(&w).await;
    let db = w.backend.db();
    let me = w.actor("aa1").await.account().id.clone();
    for question in questions() {
        let wanted = read(&w, &question).await;
        for bounds in [Bounds { few: 0, walk: 1 }, Bounds { few: 3, walk: 60 }, Bounds { few: 40, walk: 1000 }] {
            let mut got = Vec::new();
            let mut query = question.clone();
            loop {
                let page = db.services_within(&me, &query, bounds).await.unwrap();
                assert!(page.total <= i64::try_from(wanted.len()).unwrap(), "{query:?} {bounds:?}");
                assert!(page.more || page.total == i64::try_from(wanted.len()).unwrap(), "{query:?} {bounds:?}");
                let more = page.previous.clone();
                if let Some(at) = more {
                    let back = ServiceQuery { cursor: Some(at), ..query.clone() };
                    let back = db.services_within(&me, &back, bounds).await.unwrap();
                    assert_eq!(back.rows, got[got.len() - 50..], "{query:?} {bounds:?}");
                }
                got.extend(page.rows);
                query.cursor = page.next;
                if query.cursor.is_none() {
                    break;
                }
            }
            assert_eq!(got, wanted, "{question:?} {bounds:?}");
        }
    }
}

async fn what_is_more_than_a_bound_is_not_counted(w: World) {
    fill(&w).await;
    let me = w.actor("aa1").await.account().id.clone();
    let count = async |few, query: ServiceQuery| {
        let page = w.backend.db().services_within(&me, &query, Bounds { few, walk: 1000 }).await.unwrap();
        (page.total, page.more)
    };
    let shops = || ServiceQuery { search: "shop".into(), ..Default::default() };
    assert_eq!(count(129, ServiceQuery::default()).await, (129, true));
    assert_eq!(count(130, ServiceQuery::default()).await, (130, false));
    assert_eq!(count(51, shops()).await, (51, true), "each service once, whatever its parts have in common");
    assert_eq!(count(52, shops()).await, (52, false));
    // Many shops and many of them mine to administer: how many are both is not counted, but a page is.
    let both = || ServiceQuery { role: Some(Role::Admin), ..shops() };
    let wanted = read(&w, &both()).await.len();
    assert!(wanted < 50);
    assert_eq!(count(10, both()).await, (i64::try_from(wanted).unwrap(), false));
    let both = || ServiceQuery { search: "p".into(), category: None, role: Some(Role::Admin), ..Default::default() };
    assert_eq!(count(0, both()).await.1, read(&w, &both()).await.len() > 50);
}
