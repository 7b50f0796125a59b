//! How SQLite reads a page: by an index from the cursor on, with nothing to sort and no table read through.

use countersign_domain::{Category, Handle, Role, Suffix};
use sqlx::{AssertSqlSafe, SqlitePool};
use uuid::Uuid;

use super::*;

/// Expects a plan in which each table is searched by an index, and only what was found is gone through.
async fn check(pool: &SqlitePool, statement: &Statement, what: &str) -> Vec<String> {
    let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.sql));
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(sql).fetch_all(pool).await.unwrap();
    let plan: Vec<String> = plan.into_iter().map(|(.., step)| step).collect();
    let steps = |begin: &str| plan.iter().filter(|step| step.starts_with(begin)).count();
    assert_eq!(steps("SCAN"), steps("CO-ROUTINE"), "{what}: {plan:#?}");
    plan
}

#[tokio::test]
async fn pages_are_read_from_an_index_in_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::connect(&format!("sqlite://{}", folder.path().join("test.db").display())).await.unwrap();
    db.migrate().await.unwrap();
    let Db::Sqlite { read: pool, .. } = &db else { unreachable!() };
    let me = Handle::parse("aa1", &Suffix::default()).unwrap();

    for sort in ServiceSort::ALL.iter().copied() {
        for (descending, cursor) in [(false, ""), (true, ""), (false, "a"), (true, "b")] {
            // The key is a number, which may stand for a word as well.
            let key = if sort == ServiceSort::Name { "" } else { ".1" };
            let cursor = (!cursor.is_empty()).then(|| format!("{cursor}{}{key}", Uuid::nil().simple()));
            let query = ServiceQuery { sort: Some(sort), descending, cursor, ..Default::default() };
            let index = format!("listings_by_{}", sort.as_str());
            for (search, category) in [("", None), ("shop", None), ("shop", Some(Category::Vps))] {
                let query = ServiceQuery { search: search.into(), category, ..query.clone() };
                let asked = Asked::new(&db, &me, &query, Bounds::default());
                assert_eq!(asked.cursor.at.is_some(), query.cursor.is_some());
                let own = category.is_some() && sort == ServiceSort::Name;
                let index = if own { "listings_by_category" } else { &index };
                for steps in [asked.bounds.walk, i64::MAX] {
                    let plan = check(pool, &asked.walk(steps), sort.as_str()).await;
                    assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "{query:?}: {plan:#?}");
                    assert!(plan.iter().any(|step| step.contains(index)), "{query:?}: {plan:#?}");
                }
                // What is gathered is sorted, but read from an index as well.
                for by in asked.narrowings.iter().copied().map(Some).chain([None]) {
                    check(pool, &asked.gather(by, 1000), sort.as_str()).await;
                }
            }
        }
    }
    let query = ServiceQuery {
        search: "shop".into(),
        category: Some(Category::Vps),
        role: Some(Role::Tech),
        ..Default::default()
    };
    let plan = check(pool, &Asked::new(&db, &me, &query, Bounds::default()).counts(1000), "counts").await;
    for index in ["listings_by_name", "PRIMARY KEY", "listings_by_category", "listings_by_tech"] {
        assert!(plan.iter().any(|step| step.contains(index)), "{index}: {plan:#?}");
    }
}
