//! Measures "My services" for a customer with few services and for one with very many, on SQLite and, if `TEST_DATABASE_URL` is
//! set, on Postgres: medians in whole microseconds, and how many times the second takes longer than the first.
//!
//! `cargo run --release -p countersign-backend --example listing -- [SERVICES]`
#![allow(clippy::print_stdout)]

use std::time::Instant;

use countersign_backend::{
    ambient::new_id,
    testing::{Account, Db, Tx},
};
use countersign_domain::{
    Category, Contacts, DAY, EmailAddress, Handle, PersonName, Role, Roles, ServiceId, ServiceName, Status, Suffix,
    Timestamp,
    view::{ServiceQuery, ServiceSort},
};
use countersign_locales::Language;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const FEW: usize = 100;
const RUNS: usize = 101;
const NOW: Timestamp = Timestamp(1_800_000_000_000);
/// The customer with few services, the one with many, a payer, and agencies.
const CUSTOMERS: [&str; 8] = ["aa1", "bb2", "cc3", "dd40001", "dd40002", "dd40003", "dd40004", "dd40005"];

fn id(stem: &str) -> Outcome<Handle> {
    Ok(Handle::parse(stem, &Suffix::default()).map_err(|_| "a customer ID")?)
}

async fn add(tx: &mut Tx, me: &Handle, n: usize) -> Outcome<ServiceId> {
    const WORDS: [&str; 16] = [
        "apple", "blog", "cedar", "cloud", "delta", "ember", "frost", "grove", "harbor", "iris", "mail", "north",
        "river", "shop", "stone", "tide",
    ];
    // As if at random, but the same each time.
    let dice = n.wrapping_mul(0x9E37_79B9).rotate_right(11);
    let name = format!("{}-{n:06}.{}.example.org", WORDS[dice % 16], WORDS[dice / 16 % 16]);
    let name = ServiceName::parse(&name).map_err(|_| "a name")?;
    // Seven in ten are domains, and one in a thousand is a VPS; one in fifty has an agency.
    let category = match dice / 256 % 1000 {
        0 => Category::Vps,
        1..=700 => Category::Domain,
        701..=900 => Category::DnsZone,
        _ => Category::Hosting,
    };
    let tech = if n.is_multiple_of(50) { id(CUSTOMERS[3 + n / 50 % 5])? } else { me.clone() };
    let billing = if n.is_multiple_of(3) { id("cc3")? } else { me.clone() };
    let contacts = Contacts { admin: me.clone(), tech, billing };
    let expires_at = (!n.is_multiple_of(4)).then(|| NOW.plus(i64::try_from(dice % 700).unwrap_or(0) * DAY));
    let key = new_id(NOW);
    tx.insert_service(key, (&name, category, Status::ALL[dice % 3]), expires_at, &contacts, NOW).await?;
    Ok(key)
}

async fn seed(db: &Db, many: usize) -> Outcome {
    db.migrate().await?;
    let mut tx = db.begin().await?;
    for stem in CUSTOMERS {
        let account = Account {
            id: id(stem)?,
            email: EmailAddress::parse(&format!("{stem}@example.org")).map_err(|_| "an address")?,
            name: PersonName::parse(stem).map_err(|_| "a name")?,
            organisation: None,
            language: Language::default(),
            password_hash: String::new(),
            password_is_temporary: false,
            active: true,
            created_at: NOW,
            created_after_request: 0,
        };
        let _ = tx.insert_account(&account).await?;
    }
    tx.commit().await?;
    for (stem, from, to) in [("aa1", 0, FEW), ("bb2", FEW, FEW + many)] {
        let me = id(stem)?;
        for begin in (from..to).step_by(1000) {
            let mut tx = db.begin().await?;
            for n in begin..to.min(begin + 1000) {
                add(&mut tx, &me, n).await?;
            }
            tx.commit().await?;
        }
    }
    // What Postgres does by itself within minutes.
    if let Db::Postgres { pool, .. } = db {
        sqlx::query("VACUUM ANALYZE").execute(pool).await?;
    }
    Ok(())
}

fn median(mut times: Vec<u128>) -> u128 {
    times.sort_unstable();
    times[times.len() / 2]
}

fn print(what: &str, [few, many]: [u128; 2]) {
    let tenths = many * 10 / few.max(1);
    println!("  {what:<44} {few:>8} {many:>8}   ×{}.{}", tenths / 10, tenths % 10);
}

/// Measures a page for both customers by turns.
async fn page(db: &Db, what: &str, queries: [&ServiceQuery; 2]) -> Outcome {
    let who = [id("aa1")?, id("bb2")?];
    let mut times = [vec![], vec![]];
    for run in 0..RUNS + 3 {
        for ((times, query), me) in times.iter_mut().zip(queries).zip(&who) {
            let begun = Instant::now();
            let page = db.services_of(me, query).await?;
            // The first ones only warm up.
            if run >= 3 {
                times.push(begun.elapsed().as_micros());
            }
            drop(page);
        }
    }
    print(what, times.map(median));
    Ok(())
}

async fn same(db: &Db, what: &str, query: ServiceQuery) -> Outcome {
    page(db, what, [&query, &query]).await
}

async fn reads(db: &Db) -> Outcome {
    let everything = ServiceQuery::default;
    same(db, "first page", everything()).await?;
    let mut deep = [everything(), everything()];
    for (deep, (stem, pages)) in deep.iter_mut().zip([("aa1", 1), ("bb2", 999)]) {
        for _ in 0..pages {
            match db.services_of(&id(stem)?, deep).await?.next {
                Some(next) => deep.cursor = Some(next),
                None => break,
            }
        }
    }
    page(db, "page 2 of 2, and page 1,000", [&deep[0], &deep[1]]).await?;
    for sort in ServiceSort::ALL.iter().copied() {
        for descending in [false, true] {
            let what = format!("sorted by {}{}", sort.as_str(), if descending { ", last first" } else { "" });
            same(db, &what, ServiceQuery { sort: Some(sort), descending, ..everything() }).await?;
        }
    }
    let searches = [
        ("that finds one", "-000077."),
        ("that finds one of the many", "-050077."),
        ("that finds nothing", "nothing"),
        ("that finds all", "example"),
        ("that finds one in eight", "shop"),
        ("that finds one in 250", "shop-0000"),
        ("for one letter", "p"),
        ("for the payer of a third", "cc3-ovh"),
        ("for agencies, of one in 50", "dd4000"),
        ("for an agency, of one in 250", "dd40002"),
        ("that finds one in 16, all of them last", "tide-"),
    ];
    for (what, search) in searches {
        same(db, &format!("search {what}"), ServiceQuery { search: search.into(), ..everything() }).await?;
    }
    let [few, many] = ["aa1", "bb2"].map(|me| ServiceQuery { search: me.into(), ..everything() });
    page(db, "search for oneself", [&few, &many]).await?;
    let by_expiry = || ServiceQuery { search: "shop".into(), sort: Some(ServiceSort::Expiry), ..everything() };
    same(db, "search that finds one in eight, by expiry", by_expiry()).await?;
    let hosting = ServiceQuery { category: Some(Category::Hosting), ..by_expiry() };
    same(db, "the same in a category of one in ten", hosting).await?;
    // More than are gathered, and all of them last.
    let payer = ServiceQuery { search: "cc3-ovh".into(), sort: Some(ServiceSort::Billing), ..everything() };
    same(db, "search for the payer of a third, by payer", payer).await?;
    let vps = || ServiceQuery { category: Some(Category::Vps), ..everything() };
    same(db, "one category, of one in 1,000", vps()).await?;
    same(db, "one category, of one in 1,000, by expiry", ServiceQuery { sort: Some(ServiceSort::Expiry), ..vps() })
        .await?;
    let domains = ServiceQuery { category: Some(Category::Domain), sort: Some(ServiceSort::Expiry), ..everything() };
    same(db, "one category, of most, by expiry", domains).await?;
    same(db, "one role, of nearly all", ServiceQuery { role: Some(Role::Tech), ..everything() }).await
}

async fn writes(db: &Db, many: usize) -> Outcome {
    let mut added = [vec![], vec![]];
    let mut changed = [vec![], vec![]];
    for run in 0..RUNS {
        for (place, stem) in ["aa1", "bb2"].into_iter().enumerate() {
            let me = id(stem)?;
            let begun = Instant::now();
            let mut tx = db.begin().await?;
            let service = add(&mut tx, &me, FEW + many + run * 2 + place).await?;
            tx.commit().await?;
            added[place].push(begun.elapsed().as_micros());
            let begun = Instant::now();
            let mut tx = db.begin().await?;
            tx.swap_contacts(service, Roles::default().with(Role::Admin), &me, &id("dd40001")?).await?;
            tx.commit().await?;
            changed[place].push(begun.elapsed().as_micros());
        }
    }
    print("adding a service", added.map(median));
    print("changing a contact", changed.map(median));
    Ok(())
}

/// How large the database is.
async fn bytes(db: &Db) -> Outcome<i64> {
    const SQLITE: &str = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
    const POSTGRES: &str = "SELECT pg_database_size(current_database())";
    Ok(match db {
        Db::Sqlite { read, .. } => sqlx::query_scalar(SQLITE).fetch_one(read).await?,
        Db::Postgres { pool, .. } => sqlx::query_scalar(POSTGRES).fetch_one(pool).await?,
    })
}

async fn measure(engine: &str, url: &str, many: usize) -> Outcome {
    let db = Db::connect(url).await?;
    let begun = Instant::now();
    seed(&db, many).await?;
    let seconds = begun.elapsed().as_secs();
    let megabytes = bytes(&db).await? / 1_000_000;
    println!("{engine}, {FEW} and {many} services, {megabytes} MB made in {seconds} s: medians of {RUNS}, in µs");
    let outcome = async {
        reads(&db).await?;
        writes(&db, many).await
    };
    let outcome = outcome.await;
    db.close().await;
    outcome
}

#[tokio::main]
async fn main() -> Outcome {
    let many = std::env::args().nth(1).map_or(Ok(100_000), |many| many.parse())?;
    let folder = tempfile::tempdir()?;
    measure("SQLite", &format!("sqlite://{}", folder.path().join("bench.db").display()), many).await?;
    let Ok(server) = std::env::var("TEST_DATABASE_URL") else { return Ok(()) };
    let name = format!("countersign_bench_{}", std::process::id());
    let mut connection = PgConnection::connect(&server).await?;
    sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await?;
    let mut url = url::Url::parse(&server)?;
    url.set_path(&name);
    let outcome = measure("Postgres", url.as_str(), many).await;
    sqlx::query(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).execute(&mut connection).await?;
    outcome
}
