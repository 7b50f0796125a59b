//! A customer ID that is nobody's, or a disabled account's, is answered like any other; and whoever gets that ID later
//! learns nothing of what was asked of it before.

use std::collections::BTreeMap;

use Role::{Billing, Tech};
use countersign_backend::{
    ambient::new_id,
    testing::{Db, Failure, FailureKind, MailState, RequestFilter},
};
use countersign_domain::{
    Category::Hosting,
    DAY, Decision, Event, Problem, RequestId, Role, StateName,
    view::{Decided, Delivery, Entry, What},
};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    the_answer_and_the_rows_are_those_of_a_known_one,
    the_requester_sees_the_same_page,
    what_becomes_of_its_mails_is_not_told,
    while_no_mail_goes_out_all_look_alike,
    time_ends_it_like_any_other,
    an_account_created_later_sees_nothing_of_it,
    an_account_created_under_a_clock_that_was_ahead_sees_its_requests,
    existing_accounts_are_dated_by_requests,
    a_disabled_account_cannot_act,
);

/// Known, unknown, disabled.
const NAMED: [&str; 3] = ["dd4", "zz9", "hh8"];
const TABLES: [&str; 6] = ["requests", "request_roles", "codes", "decisions", "outbox", "history"];

pub(crate) async fn rows(w: &World) -> BTreeMap<&'static str, i64> {
    let mut rows = BTreeMap::new();
    for table in TABLES {
        rows.insert(table, w.count(table).await);
    }
    rows
}

async fn the_answer_and_the_rows_are_those_of_a_known_one(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    let mut written = Vec::new();
    for named in NAMED {
        let service = w.add_service(named, Hosting, ["aa1", "bb2", "cc3"]).await;
        let before = rows(&w).await;
        let asked = w.ask("aa1", service, &[(Tech, named), (Billing, named)]).await.unwrap();
        assert_eq!(asked.len(), 2, "{named}");
        for request in asked {
            assert_eq!(w.mails(request).await, ["asked aa1", &format!("asked {named}")]);
            // The requester accepts, is answered alike, and may not accept for the other.
            assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id(named)])));
            assert_eq!(w.resend("aa1", request).await, Err(Problem::AlreadyDecided));
        }
        written.push(rows(&w).await.into_iter().map(|(table, n)| (table, n - before[table])).collect::<Vec<_>>());
    }
    assert_eq!(written[0], written[1]);
    assert_eq!(written[0], written[2]);
}

/// The page of a request, with the named account's ID blotted out.
pub(crate) async fn page(w: &World, request: RequestId, named: &str) -> String {
    let mut seen = told(w.actor("aa1").await.request(request).await).unwrap();
    seen.row.id = 0;
    seen.row.service = uuid::Uuid::nil();
    seen.timeline.sort_by_key(|entry| format!("{entry:?}").replace(named, "…"));
    format!("{seen:?}").replace(named, "…")
}

async fn the_requester_sees_the_same_page(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    let mut pages = Vec::new();
    for named in NAMED {
        let service = w.add_service(named, Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, Tech, named).await;
        let open = page(&w, request, named).await;
        w.cancel("aa1", request).await.unwrap();
        pages.push((open, page(&w, request, named).await));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0], pages[2]);
}

/// Ends the mails that wait: those of the requester are sent, the others end as they would with such a recipient.
pub(crate) async fn end_mails(w: &World, fate: MailState) {
    let worker = new_id(w.now());
    let mut tx = w.backend.db().begin().await.unwrap();
    for mail in tx.lease_mails(worker, w.now(), w.now().plus(DAY), 10).await.unwrap() {
        let state = if mail.recipient == "aa1-ovh" { MailState::Sent } else { fate };
        tx.end_mail(mail.id, worker, state, None, w.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn what_becomes_of_its_mails_is_not_told(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    let mut pages = Vec::new();
    for (named, fate) in
        [("dd4", MailState::Sent), ("ee5", MailState::Dead), ("zz9", MailState::Void), ("hh8", MailState::Void)]
    {
        let service = w.add_service(named, Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, Tech, named).await;
        let waiting = page(&w, request, named).await;
        end_mails(&w, fate).await;
        pages.push((named, waiting, page(&w, request, named).await));
    }
    for (named, waiting, ended) in &pages {
        assert_eq!((waiting, ended), (&pages[0].1, &pages[0].2), "{named}");
        assert_ne!(waiting, ended, "one's own mails are told of");
    }
    // Who has decided is somebody.
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("dd4", request).await.unwrap();
    end_mails(&w, MailState::Dead).await;
    let seen = told(w.actor("aa1").await.request(request).await).unwrap();
    let dead = |entry: &&Entry| entry.what == What::Mail(Event::Asked, Delivery::Dead);
    assert_eq!(seen.timeline.iter().filter(dead).count(), 1);
}

/// Stops all mails: the operator holds them, or the mail server takes none.
pub(crate) async fn stop_mails(w: &World, held: bool) {
    if held {
        return w.backend.operator(crate::support::staff("Test.")).hold_outbox().await.unwrap();
    }
    let failure = Failure { kind: FailureKind::Server, reason: "nobody listens".into() };
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(tx.pause_mails(&failure, false, w.now()).await.unwrap().begins);
    tx.commit().await.unwrap();
}

/// The requester sees that its mails are not handed over yet, and the same of those to one that may be nobody.
async fn while_no_mail_goes_out_all_look_alike(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    let not_yet = |page: &str| page.matches("Waiting").count();
    for held in [true, false] {
        let mut before = Vec::new();
        for named in NAMED {
            let service = w.add_service(&format!("{named}-{held}"), Hosting, ["aa1", "bb2", "cc3"]).await;
            before.push((named, w.ask_one("aa1", service, Tech, named).await));
        }
        w.later(1);
        stop_mails(&w, held).await;
        let mut pages = Vec::new();
        for (named, request) in &before {
            pages.push(page(&w, *request, named).await);
            assert_eq!(not_yet(pages.last().unwrap()), 2, "both");
            // Whatever has become of that to the other: an unknown one's has ended.
            let end =
                format!("UPDATE outbox SET state = 'void' WHERE request_id = {request} AND recipient <> 'aa1-ovh'");
            w.run(&end).await;
            assert_eq!(&page(&w, *request, named).await, pages.last().unwrap());
            // A new code for the requester alone.
            w.resend("aa1", *request).await.unwrap();
            w.cancel("aa1", *request).await.unwrap();
            pages.push(page(&w, *request, named).await);
        }
        assert_eq!((&pages[0], &pages[1]), (&pages[2], &pages[3]));
        assert_eq!((&pages[0], &pages[1]), (&pages[4], &pages[5]));
        w.backend.operator(crate::support::staff("Test.")).release_outbox(false).await.unwrap();
        let mut tx = w.backend.db().begin().await.unwrap();
        assert_eq!(tx.resume_mails().await.unwrap(), !held);
        tx.commit().await.unwrap();
        assert_eq!(not_yet(&page(&w, before[0].1, "dd4").await), 0, "on their way");
    }
}

async fn time_ends_it_like_any_other(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "zz9").await;
    w.later(5 * DAY);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 1);
    w.later(2 * DAY);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 1);
    assert_eq!(
        w.mails(request).await,
        ["asked aa1", "asked zz9", "expired aa1", "expired zz9", "reminder aa1", "reminder zz9"]
    );
}

async fn an_account_created_later_sees_nothing_of_it(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "zz9").await;
    // In the same millisecond.
    w.add_account("zz9").await;
    let actor = w.actor("zz9").await;
    assert!(told(actor.requests(RequestFilter::All, None).await).unwrap().rows.is_empty());
    assert_eq!(told(actor.request(request).await), Err(Problem::NotFound));
    for decision in [Decision::Accept, Decision::Refuse] {
        let code = w.code(request, "zz9").await;
        assert_eq!(told(actor.decide(request, &code, decision, None).await), Err(Problem::NotFound));
    }
    assert_eq!(told(actor.resend(request).await), Err(Problem::NotFound));
    assert_eq!(told(actor.cancel(request, None).await), Err(Problem::NotFound));
    let me = told(actor.me().await).unwrap();
    assert_eq!((me.to_decide, me.waiting), (0, 0));
    assert!(!told(actor.services(&Default::default()).await).unwrap().any);
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("zz9")])));
    assert_eq!(w.count("codes WHERE tries > 0 AND account = 'zz9-ovh'").await, 0);

    // What is asked of it from then on is its own.
    let own = w.ask_one("aa1", service, Billing, "zz9").await;
    assert_eq!(w.accept("zz9", own).await, Ok(Decided::Waiting(vec![id("aa1")])));
    let page = told(actor.requests(RequestFilter::All, None).await).unwrap();
    assert_eq!(page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [own]);
    assert_eq!(w.accept("aa1", own).await, Ok(Decided::Done));
}

async fn an_account_created_under_a_clock_that_was_ahead_sees_its_requests(w: World) {
    let service = w.service().await;
    let before = w.ask_one("aa1", service, Billing, "zz9").await;
    w.later(DAY);
    w.add_account("zz9").await;
    w.later(-DAY);
    let request = w.ask_one("aa1", service, Tech, "zz9").await;
    let actor = w.actor("zz9").await;
    let page = told(actor.requests(RequestFilter::All, None).await).unwrap();
    assert_eq!(page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [request]);
    assert_eq!(told(actor.me().await).unwrap().to_decide, 1);
    assert_eq!(told(actor.request(request).await).unwrap().row.id, request);
    assert_eq!(told(actor.request(before).await), Err(Problem::NotFound));
    assert_eq!(w.accept("zz9", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Done));
    // It asks itself, under the clock that is right.
    let own = w.ask_one("zz9", service, Tech, "ee5").await;
    assert_eq!(told(w.actor("zz9").await.request(own).await).unwrap().row.id, own);
    w.cancel("zz9", own).await.unwrap();
}

/// What the migration makes of rows that have times alone.
async fn existing_accounts_are_dated_by_requests(w: World) {
    let service = w.service().await;
    let others = w.ask_one("aa1", service, Tech, "zz9").await;
    w.cancel("aa1", others).await.unwrap();
    w.later(DAY);
    for stem in ["yy8", "zz9"] {
        w.add_account(stem).await;
    }
    // Both were created under a clock that was ahead. Only a decision shows that yy8 was there.
    w.later(-DAY / 2);
    let decided = w.ask_one("aa1", service, Tech, "yy8").await;
    w.refuse("yy8", decided).await.unwrap();
    let unseen = w.ask_one("aa1", service, Billing, "zz9").await;
    w.run("UPDATE accounts SET created_after_request = 0").await;
    let migration = match w.backend.db() {
        Db::Sqlite { .. } => include_str!("../../../migrations/sqlite/0014_accounts.sql"),
        Db::Postgres { .. } => include_str!("../../../migrations/postgres/0014_accounts.sql"),
    };
    let update = migration.split(';').find(|sql| sql.contains("UPDATE accounts SET created_after_request")).unwrap();
    w.run(update).await;
    let dated =
        "SELECT handle || ' ' || created_after_request FROM accounts WHERE created_after_request > 0 ORDER BY 1";
    assert_eq!(w.texts(dated).await, [format!("zz9-ovh {unseen}")]);
    assert!(told(w.actor("yy8").await.request(decided).await).is_ok());
}

async fn a_disabled_account_cannot_act(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("dd4")).await.unwrap();
    assert!(w.backend.act_as(&id("dd4")).await.unwrap().is_none());
    assert!(w.backend.act_as(&id("zz9")).await.unwrap().is_none());
    assert_eq!(
        told(w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("zz9")).await),
        Err(Problem::NotFound)
    );
    w.later(7 * DAY);
    w.backend.system("test").expire_due().await.unwrap();
    assert_eq!(w.state(request).await.name(), StateName::Expired);
}
