//! "Who may ask for what", row by row: who must accept, who holds what then, and who is mailed when.

use Role::{Admin, Billing, Tech};
use countersign_domain::{Problem, RequestId, Role, StateName, view::Decided};

use crate::{
    engine::on_both,
    support::{World, id},
};
use countersign_domain::Category::Hosting;

on_both!(
    every_row_end_to_end,
    no_other_row_is_allowed,
    a_wish_that_changes_nothing_is_told,
    one_request_for_each_pair_of_accounts,
    a_code_is_only_a_hash_in_the_database_once_its_mail_is_sent,
);

struct Row {
    held: [&'static str; 3],
    me: &'static str,
    role: Role,
    to: &'static str,
    /// The others that must accept besides me.
    other: Option<&'static str>,
    after: [&'static str; 3],
    told: &'static [&'static str],
}

const HELD: [&str; 3] = ["aa1", "bb2", "cc3"];

const ROWS: [Row; 9] = [
    // The administrator names another account technical or billing contact.
    Row {
        held: HELD,
        me: "aa1",
        role: Tech,
        to: "dd4",
        other: Some("dd4"),
        after: ["aa1", "dd4", "cc3"],
        told: &["done aa1", "done dd4", "replaced bb2"],
    },
    Row {
        held: HELD,
        me: "aa1",
        role: Billing,
        to: "dd4",
        other: Some("dd4"),
        after: ["aa1", "bb2", "dd4"],
        told: &["done aa1", "done dd4", "replaced cc3"],
    },
    // The administrator takes a role for itself.
    Row {
        held: HELD,
        me: "aa1",
        role: Tech,
        to: "aa1",
        other: None,
        after: ["aa1", "aa1", "cc3"],
        told: &["done aa1", "replaced bb2"],
    },
    Row {
        held: HELD,
        me: "aa1",
        role: Billing,
        to: "aa1",
        other: None,
        after: ["aa1", "bb2", "aa1"],
        told: &["done aa1", "replaced cc3"],
    },
    // The administrator names another in its place.
    Row {
        held: HELD,
        me: "aa1",
        role: Admin,
        to: "dd4",
        other: Some("dd4"),
        after: ["dd4", "bb2", "cc3"],
        told: &["done aa1", "done dd4"],
    },
    // The technical and the billing contact name another in their place.
    Row {
        held: HELD,
        me: "bb2",
        role: Tech,
        to: "dd4",
        other: Some("dd4"),
        after: ["aa1", "dd4", "cc3"],
        told: &["done bb2", "done dd4"],
    },
    Row {
        held: HELD,
        me: "cc3",
        role: Billing,
        to: "dd4",
        other: Some("dd4"),
        after: ["aa1", "bb2", "dd4"],
        told: &["done cc3", "done dd4"],
    },
    // An administrator that holds the role itself is replaced and a party at once: told once.
    Row {
        held: ["aa1", "aa1", "cc3"],
        me: "aa1",
        role: Tech,
        to: "dd4",
        other: Some("dd4"),
        after: ["aa1", "dd4", "cc3"],
        told: &["done aa1", "done dd4"],
    },
    // The new contact may hold another role already.
    Row {
        held: HELD,
        me: "aa1",
        role: Tech,
        to: "cc3",
        other: Some("cc3"),
        after: ["aa1", "cc3", "cc3"],
        told: &["done aa1", "done cc3", "replaced bb2"],
    },
];

async fn every_row_end_to_end(w: World) {
    for (number, row) in ROWS.iter().enumerate() {
        for requester_first in [true, false] {
            let service = w.add_service(&format!("{number}-{requester_first}"), Hosting, row.held).await;
            let request = w.ask_one(row.me, service, row.role, row.to).await;
            let mut mails: Vec<String> = vec![format!("asked {}", row.me)];
            mails.extend(row.other.map(|other| format!("asked {other}")));
            assert_eq!(w.mails(request).await, mails);

            let mut accepting: Vec<&str> = row.other.into_iter().collect();
            accepting.insert(if requester_first { 0 } else { accepting.len() }, row.me);
            let last = accepting.pop().unwrap();
            for who in accepting {
                assert_eq!(w.accept(who, request).await, Ok(Decided::Waiting(vec![id(last)])));
                assert_eq!(w.contacts(service).await, row.held, "nothing changes before the last acceptance");
                assert_eq!(w.mails(request).await, mails, "an acceptance that others wait for mails nobody");
            }
            assert_eq!(w.accept(last, request).await, Ok(Decided::Done));

            assert_eq!(w.contacts(service).await, row.after);
            assert_eq!(w.replay(service).await, 4, "one line of history");
            mails.extend(row.told.iter().map(ToString::to_string));
            mails.sort();
            assert_eq!(w.mails(request).await, mails);
            assert_eq!(w.state(request).await.name(), StateName::Done);
        }
    }
}

async fn nothing_was_written(w: &World) {
    for table in ["requests", "request_roles", "codes", "decisions", "outbox"] {
        assert_eq!(w.count(table).await, 0, "{table}");
    }
}

async fn no_other_row_is_allowed(w: World) {
    let service = w.service().await;
    for (me, role) in [("bb2", Admin), ("bb2", Billing), ("cc3", Admin), ("cc3", Tech)] {
        for to in ["dd4", me] {
            let foreign = Err(Problem::NotYourRole(role));
            assert_eq!(w.ask(me, service, &[(role, to)]).await, foreign, "{me} names {to}");
        }
        // Nor beside a change that is one's right: all of the form or nothing.
        let own = if me == "bb2" { Tech } else { Billing };
        assert_eq!(w.ask(me, service, &[(own, "dd4"), (role, "dd4")]).await, Err(Problem::NotYourRole(role)));
    }
    for role in [Admin, Tech, Billing] {
        assert_eq!(w.ask("ee5", service, &[(role, "ee5")]).await, Err(Problem::NotFound), "a stranger");
        assert_eq!(w.ask("aa1", uuid::Uuid::nil(), &[(role, "dd4")]).await, Err(Problem::NotFound), "no service");
    }
    nothing_was_written(&w).await;
}

async fn a_wish_that_changes_nothing_is_told(w: World) {
    let service = w.service().await;
    let same = [(Admin, "aa1"), (Tech, "bb2"), (Billing, "cc3")];
    assert_eq!(w.ask("aa1", service, &same).await, Err(Problem::NothingChanged));
    assert_eq!(w.ask("bb2", service, &same).await, Err(Problem::NothingChanged));
    assert_eq!(w.ask("bb2", service, &[]).await, Err(Problem::NothingChanged));
    nothing_was_written(&w).await;
}

async fn one_request_for_each_pair_of_accounts(w: World) {
    let service = w.add_service("shared", Hosting, ["aa1", "bb2", "bb2"]).await;
    let all: Vec<RequestId> = w.ask("aa1", service, &[(Admin, "dd4"), (Tech, "dd4"), (Billing, "dd4")]).await.unwrap();
    let mut pairs = Vec::new();
    for request in all {
        let row = w.actor("aa1").await.request(request).await.unwrap().row;
        pairs.push((row.from, row.to, row.roles.iter().collect::<Vec<_>>()));
    }
    assert_eq!(pairs, [(id("aa1"), id("dd4"), vec![Admin]), (id("bb2"), id("dd4"), vec![Tech, Billing])]);
}

async fn a_code_is_only_a_hash_in_the_database_once_its_mail_is_sent(w: World) {
    use countersign_backend::{ambient::new_id, testing::MailState};
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    let code = w.code(request, "dd4").await;
    let lease = new_id(w.now());
    let mut tx = w.backend.db().begin().await.unwrap();
    let mails = tx.lease_mails(lease, w.now(), w.now().plus(1000), 10).await.unwrap();
    assert_eq!(mails.len(), 2);
    for mail in mails {
        tx.end_mail(mail.id, lease, MailState::Sent, None, w.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(w.count("outbox WHERE payload IS NOT NULL").await, 0);
    assert_eq!(w.count("codes WHERE length(hash) = 32").await, 2, "SHA-256, and nothing else");
    // The code that was mailed works all the same.
    let decided = w.decide("dd4", request, &code, countersign_domain::Decision::Accept).await;
    assert_eq!(decided, Ok(Decided::Waiting(vec![id("aa1")])));
}
