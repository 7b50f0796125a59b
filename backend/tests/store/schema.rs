//! What the databases themselves forbid, whatever the code does; and that the two schemas are one.

use countersign_backend::{
    CodeHash,
    ambient::{new_id, new_token},
    testing::{Db, NewRequest, Tx},
};
use countersign_domain::{Category::Hosting, DAY, Decision, Role, Roles, ServiceId, Standing};

use crate::{
    engine::{self, Fresh, on_both},
    support::{World, id},
};

on_both!(
    a_second_open_request_for_a_role_is_refused,
    a_second_live_code_is_refused,
    a_second_decision_is_refused,
    an_end_is_not_written_over,
    a_second_service_of_a_name_and_kind_is_refused,
    contacts_and_requesters_are_accounts,
    a_code_is_spent_once_by_its_party,
    a_second_contact_and_a_second_line_are_refused,
    what_is_committed_is_on_disk,
    migrating_again_changes_nothing,
);

async fn insert(w: &World, tx: &mut Tx, service: ServiceId, asked_by: &str) -> Result<i64, sqlx::Error> {
    let (from, to, asked_by) = (id("bb2"), id("dd4"), id(asked_by));
    tx.insert_request(&NewRequest {
        submission: new_id(w.now()),
        linked: false,
        service,
        companion: None,
        roles: Roles::default().with(Role::Tech),
        from: &from,
        to: &to,
        asked_by: &asked_by,
        standing: Standing::Administrator,
        message: None,
        asked_at: w.now(),
        expires_at: w.now().plus(DAY),
    })
    .await
    .map(|(id, _)| id)
}

async fn a_second_open_request_for_a_role_is_refused(w: World) {
    let service = w.service().await;
    let open = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let mut tx = w.backend.db().begin().await.unwrap();
    let refused = insert(&w, &mut tx, service, "aa1").await.unwrap_err();
    assert!(refused.as_database_error().is_some_and(|error| error.is_unique_violation()), "{refused}");
    drop(tx);
    w.cancel("aa1", open).await.unwrap();
    let mut tx = w.backend.db().begin().await.unwrap();
    insert(&w, &mut tx, service, "aa1").await.unwrap();
}

async fn a_second_live_code_is_refused(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let mut tx = w.backend.db().begin().await.unwrap();
    let hash = CodeHash::of(&new_token());
    assert!(tx.insert_code(request, &id("dd4"), &hash, w.now()).await.is_err());
    drop(tx);
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.replace_codes(request, &id("dd4")).await.unwrap();
    assert_eq!(tx.insert_code(request, &id("dd4"), &hash, w.now()).await.unwrap(), 2);
}

async fn a_second_decision_is_refused(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(tx.insert_decision(request, &id("dd4"), Decision::Accept, None, w.now()).await.unwrap());
    assert!(!tx.insert_decision(request, &id("dd4"), Decision::Refuse, None, w.now()).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(w.texts("SELECT decision FROM decisions").await, ["accept"], "the first stands");
}

async fn a_code_is_spent_once_by_its_party(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let hash = CodeHash::of(&w.code(request, "dd4").await);
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(!tx.spend_code(request, &id("aa1"), &hash).await.unwrap());
    assert!(!tx.spend_code(request, &id("dd4"), &CodeHash::of(&new_token())).await.unwrap());
    assert!(tx.spend_code(request, &id("dd4"), &hash).await.unwrap());
    assert!(!tx.spend_code(request, &id("dd4"), &hash).await.unwrap());
}

async fn a_second_contact_and_a_second_line_are_refused(w: World) {
    w.service().await;
    for (table, columns) in [("contacts", "service_id, role"), ("history", "service_id, position")] {
        let keys = format!("SELECT CAST(COUNT(*) AS TEXT) FROM (SELECT DISTINCT {columns} FROM {table}) AS keys");
        assert_eq!(w.texts(&keys).await, ["3"]);
    }
    let contact =
        format!("UPDATE contacts SET role = '{}' WHERE role = '{}'", Role::Tech.as_str(), Role::Billing.as_str());
    for sql in [&*contact, "UPDATE history SET position = 1 WHERE position = 2"] {
        let refused = w.try_run(sql).await.unwrap_err();
        assert!(refused.as_database_error().is_some_and(|error| error.is_unique_violation()), "{sql}: {refused}");
    }
}

/// A process that is killed leaves the system's memory as it is; a power cut does not.
async fn what_is_committed_is_on_disk(w: World) {
    match w.backend.db() {
        Db::Sqlite { write, .. } => {
            let level: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(write).await.unwrap();
            let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(write).await.unwrap();
            assert_eq!((level, mode.as_str()), (2, "wal"), "every commit waits for the disk");
        }
        Db::Postgres { .. } => {
            w.run("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$")
                .await;
            let later = w.another_process().await;
            assert_eq!(later.texts("SHOW synchronous_commit").await, ["on"]);
        }
    }
}

async fn an_end_is_not_written_over(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let open = w.backend.db().request(request).await.unwrap().unwrap().request;
    w.cancel("aa1", request).await.unwrap();
    let refused = open.refuse(&id("dd4"), w.now()).unwrap();
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(!tx.save_state(&refused, Some(&id("dd4")), None).await.unwrap());
    assert!(!tx.mark_reminded(request, w.now()).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(w.texts("SELECT state FROM requests").await, ["aborted"]);
}

async fn a_second_service_of_a_name_and_kind_is_refused(w: World) {
    w.service().await;
    let held = ["aa1", "bb2", "cc3"];
    let again = w.clone();
    let refused = tokio::spawn(async move { again.add_service("shop.example.org", Hosting, held).await }).await;
    assert!(refused.is_err());
    w.add_service("shop.example.org", countersign_domain::Category::Vps, held).await;
    assert_eq!((w.count("services").await, w.count("contacts").await), (2, 6));
}

async fn contacts_and_requesters_are_accounts(w: World) {
    let service = w.service().await;
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(tx.swap_contacts(service, Roles::default().with(Role::Tech), &id("bb2"), &id("zz9")).await.is_err());
    drop(tx);
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(insert(&w, &mut tx, service, "zz9").await.is_err());
    drop(tx);
    assert_eq!(w.contacts(service).await, ["aa1", "bb2", "cc3"]);
}

async fn migrating_again_changes_nothing(w: World) {
    let service = w.service().await;
    w.backend.db().migrate().await.unwrap();
    w.another_process().await.backend.db().migrate().await.unwrap();
    assert_eq!(w.replay(service).await, 3);
    w.backend.db().ping().await.unwrap();
}

/// Every column with whether it may be empty, and every index that was written down.
async fn shape(fresh: Fresh, columns: &'static str, indexes: &'static str) -> Vec<String> {
    let (told, heard) = tokio::sync::oneshot::channel();
    engine::run(fresh, async move |w: World| {
        let mut shape = w.texts(columns).await;
        shape.extend(w.texts(indexes).await);
        shape.sort();
        told.send(shape).unwrap();
    })
    .await;
    heard.await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_schemas_have_the_same_tables_columns_and_indexes() {
    let sqlite = shape(
        Fresh::sqlite(),
        "SELECT m.name || '.' || c.name || CASE WHEN c.\"notnull\" = 1 THEN '' ELSE '?' END
         FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT IN ('_sqlx_migrations', 'sqlite_sequence')",
        "SELECT tbl_name || ' ' || name FROM sqlite_master
         WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> '_sqlx_migrations'",
    )
    .await;
    let postgres = shape(
        Fresh::postgres().await,
        "SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN '' ELSE '?' END
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'",
        "SELECT tablename || ' ' || indexname FROM pg_indexes
         WHERE schemaname = 'public' AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%_key'",
    )
    .await;
    assert!(sqlite.len() > 80, "{sqlite:?}");
    assert_eq!(sqlite, postgres);
}
