//! Who is told of which act: exactly those whose pages show it, in every process.

use std::{collections::BTreeMap, time::Duration};

use countersign_backend::{
    Password,
    ambient::new_id,
    live::Stream,
    testing::{Db, Ear, MailState},
};
use countersign_domain::{Category, DAY, HOUR, Problem, Role};
use countersign_locales::Language;
use tokio::{task::JoinHandle, time::timeout};

use crate::{
    engine::on_both,
    support::{CUSTOMERS, PASSWORD, World, id, told},
};

on_both!(
    asking_and_deciding_tell_the_parties_and_those_who_see_it,
    every_end_tells_the_services_contacts,
    the_replaced_contact_is_told_when_it_is_done,
    codes_and_mails,
    what_is_an_accounts_own_is_told_to_it_alone,
    an_operators_acts,
    what_is_not_committed_is_not_told,
    what_another_process_commits_is_heard,
    what_is_committed_once_an_ear_is_open_is_heard,
    a_lost_connection_tells_everyone_and_hears_again,
);

/// Whose invoices say that everything before has been heard.
const LAST: &str = "hh8";

/// A stream of every account.
pub(crate) struct Ears {
    world: World,
    streams: BTreeMap<&'static str, Stream>,
    listening: JoinHandle<()>,
}

impl Ears {
    pub(crate) async fn open(world: &World) -> Self {
        Self::listen(world, world.backend.db().ear().await.unwrap())
    }

    fn listen(world: &World, ear: Ear) -> Self {
        let (backend, live) = (world.backend.clone(), world.backend.live());
        let streams = CUSTOMERS.map(|who| (who, live.open(&id(who), Some(live.revision(&id(who))))));
        let listening = tokio::spawn(async move { backend.listen(ear, std::future::pending()).await });
        Self { world: world.clone(), streams: streams.into(), listening }
    }

    /// Waits until everyone has been told.
    async fn all(&mut self) {
        for (who, stream) in &mut self.streams {
            let next = timeout(Duration::from_secs(10), stream.next()).await;
            assert!(next.unwrap_or_else(|_| panic!("{who} is not told")).is_some());
        }
        self.told().await;
    }

    /// Who has been told something since this was last asked.
    pub(crate) async fn told(&mut self) -> Vec<&'static str> {
        let number = new_id(self.world.now()).to_string();
        self.world.backend.operator(crate::support::staff("Test.")).add_invoice(&number, &id(LAST)).await.unwrap();
        let last = self.streams.get_mut(LAST).unwrap();
        timeout(Duration::from_secs(10), last.next()).await.expect("it is heard").expect("and goes on");
        let mut told = Vec::new();
        for (who, stream) in self.streams.iter_mut().filter(|(who, _)| **who != LAST) {
            if timeout(Duration::ZERO, stream.next()).await.is_ok() {
                told.push(*who);
            }
        }
        told
    }
}

impl Drop for Ears {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn asking_and_deciding_tell_the_parties_and_those_who_see_it(w: World) {
    let service = w.service().await;
    let mut ears = Ears::open(&w).await;
    let request = w.ask_one("bb2", service, Role::Tech, "dd4").await;
    assert_eq!(ears.told().await, ["aa1", "bb2", "cc3", "dd4"], "parties, and the contacts see that it is pending");
    w.accept("bb2", request).await.unwrap();
    assert_eq!(ears.told().await, ["aa1", "bb2", "dd4"], "parties and administrator");
    w.accept("dd4", request).await.unwrap();
    assert_eq!(ears.told().await, ["aa1", "bb2", "cc3", "dd4"], "the contacts, old and new");
    // An unknown customer ID tells nobody else, and reading tells nobody.
    w.ask_one("aa1", service, Role::Billing, "zz9").await;
    assert_eq!(ears.told().await, ["aa1", "cc3", "dd4"]);
    w.actor("aa1").await.request(request).await.unwrap();
    assert!(ears.told().await.is_empty());
}

async fn every_end_tells_the_services_contacts(w: World) {
    let service = w.service().await;
    let mut ears = Ears::open(&w).await;
    let everyone = ["aa1", "bb2", "cc3", "dd4"];
    let request = w.ask_one("bb2", service, Role::Tech, "dd4").await;
    ears.told().await;
    w.refuse("dd4", request).await.unwrap();
    assert_eq!(ears.told().await, everyone);
    let request = w.ask_one("bb2", service, Role::Tech, "dd4").await;
    ears.told().await;
    w.cancel("bb2", request).await.unwrap();
    assert_eq!(ears.told().await, everyone);
    w.ask_one("bb2", service, Role::Tech, "dd4").await;
    ears.told().await;
    w.later(6 * DAY);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 1);
    assert_eq!(ears.told().await, ["aa1", "bb2", "dd4"], "the reminder is in the timeline");
    w.later(2 * DAY);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 1);
    assert_eq!(ears.told().await, everyone);
    assert_eq!((w.backend.system("test").expire_due().await.unwrap(), ears.told().await), (0, vec![]));
}

async fn the_replaced_contact_is_told_when_it_is_done(w: World) {
    let service = w.service().await;
    let mut ears = Ears::open(&w).await;
    let request = w.ask_one("aa1", service, Role::Admin, "ee5").await;
    assert_eq!(ears.told().await, ["aa1", "bb2", "cc3", "ee5"]);
    w.accept("ee5", request).await.unwrap();
    assert_eq!(ears.told().await, ["aa1", "ee5"]);
    w.accept("aa1", request).await.unwrap();
    assert_eq!(ears.told().await, ["aa1", "bb2", "cc3", "ee5"]);
    let request = w.ask_one("ee5", service, Role::Tech, "ee5").await;
    ears.told().await;
    w.accept("ee5", request).await.unwrap();
    assert_eq!(ears.told().await, ["bb2", "cc3", "ee5"], "bb2 is a contact no more, and aa1 neither");
}

async fn codes_and_mails(w: World) {
    let service = w.service().await;
    let mut ears = Ears::open(&w).await;
    let request = w.ask_one("bb2", service, Role::Tech, "dd4").await;
    ears.told().await;
    w.resend("dd4", request).await.unwrap();
    assert_eq!(
        ears.told().await,
        ["dd4"],
        "another mail is on its way, which would show the others that dd4 has looked"
    );
    w.resend("bb2", request).await.unwrap();
    assert_eq!(ears.told().await, ["bb2"]);

    // A wrong code concerns nobody, until there is one too many.
    let wrong = w.code(request, "bb2").await;
    for left in (1..5).rev() {
        assert_eq!(
            w.decide("dd4", request, &wrong, countersign_domain::Decision::Accept).await,
            Err(Problem::WrongCode { left })
        );
    }
    assert!(ears.told().await.is_empty());
    w.decide("dd4", request, &wrong, countersign_domain::Decision::Accept).await.unwrap_err();
    assert_eq!(ears.told().await, ["dd4"]);

    // How a mail ended is in the timeline; that it is being sent is not.
    let lease = new_id(w.now());
    let mut tx = w.backend.db().begin().await.unwrap();
    let mails = tx.lease_mails(lease, w.now(), w.now().plus(HOUR), 10).await.unwrap();
    tx.commit().await.unwrap();
    assert!(ears.told().await.is_empty());
    assert_eq!(mails.len(), 4);
    for mail in mails {
        let mut tx = w.backend.db().begin().await.unwrap();
        tx.end_mail(mail.id, lease, MailState::Sent, None, w.now()).await.unwrap();
        tx.commit().await.unwrap();
        // Whether there is such a customer is for nobody else to notice.
        let concerned: &[&str] = match (&*mail.event, &*mail.recipient) {
            (_, "dd4-ovh") => &["dd4"],
            ("resent", _) => &["bb2"],
            _ => &["aa1", "bb2", "dd4"],
        };
        assert_eq!(ears.told().await, concerned, "{}", mail.recipient);
    }
}

async fn what_is_an_accounts_own_is_told_to_it_alone(w: World) {
    let mut ears = Ears::open(&w).await;
    let actor = w.actor("ee5").await;
    told(actor.ask_email("new@example.org", Password::typed(PASSWORD)).await).unwrap();
    assert_eq!(ears.told().await, ["ee5"]);
    told(actor.set_language(Language::default()).await).unwrap();
    assert!(ears.told().await.is_empty());
    let end = w.now().plus(HOUR);
    for (key, who) in [(b"one", "ee5"), (b"two", "ff6")] {
        let mut tx = w.backend.db().begin().await.unwrap();
        assert!(tx.insert_session(key, Some(&id(who)), "{}", w.now(), end).await.unwrap());
        tx.commit().await.unwrap();
    }
    assert!(ears.told().await.is_empty());
    // Signing out: one session ends.
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.delete_session(b"two").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ears.told().await, ["ff6"]);
    told(actor.change_password(Password::typed(PASSWORD), "another staple 1847 grief").await).unwrap();
    assert_eq!(ears.told().await, ["ee5"]);
}

async fn an_operators_acts(w: World) {
    let mut ears = Ears::open(&w).await;
    w.add_service("other.example.org", Category::Hosting, ["ee5", "ff6", "ee5"]).await;
    assert_eq!(ears.told().await, ["ee5", "ff6"]);
    w.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("dd4")).await.unwrap();
    assert_eq!(ears.told().await, ["dd4"]);
    w.backend.operator(crate::support::staff("Test.")).pay_invoice("FR-1").await.unwrap();
    assert_eq!(ears.told().await, ["dd4"]);
    told(w.backend.operator(crate::support::staff("Test.")).pay_invoice("FR-1").await).unwrap_err();
    assert!(ears.told().await.is_empty());
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("gg7")).await.unwrap();
    assert_eq!(ears.told().await, ["gg7"]);
    w.backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&id("gg7"), Password::typed("another staple 1847 grief"))
        .await
        .unwrap();
    assert_eq!(ears.told().await, ["gg7"]);
}

async fn what_is_not_committed_is_not_told(w: World) {
    let mut ears = Ears::open(&w).await;
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.insert_invoice("FR-1", &id("aa1"), w.now()).await.unwrap();
    drop(tx);
    assert!(ears.told().await.is_empty());
}

async fn what_another_process_commits_is_heard(w: World) {
    let mut ears = Ears::open(&w).await;
    let other = w.another_process().await;
    match w.backend.db() {
        Db::Postgres { .. } => {
            other.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("aa1")).await.unwrap();
            assert_eq!(ears.told().await, ["aa1"]);
            // More accounts than one notification holds.
            let mut tx = other.backend.db().begin().await.unwrap();
            for n in 0..1500 {
                tx.delete_sessions_of(&id(&format!("aa{n}"))).await.unwrap();
            }
            tx.delete_sessions_of(&id("gg7")).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(ears.told().await, ["aa1", "gg7"]);
        }
        // Whom it concerns is not known.
        Db::Sqlite { .. } => {
            other.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("aa1")).await.unwrap();
            ears.all().await;
            assert!(ears.told().await.is_empty(), "what this process commits is no reason");
        }
    }
    other.backend.db().close().await;
}

/// Before a server shows its first page it opens its ear: from there on nothing is missed, and nobody told for nothing.
async fn what_is_committed_once_an_ear_is_open_is_heard(w: World) {
    let ear = w.backend.db().ear().await.unwrap();
    let other = w.another_process().await;
    other.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("aa1")).await.unwrap();
    let mut ears = Ears::listen(&w, ear);
    match w.backend.db() {
        Db::Postgres { .. } => assert_eq!(ears.told().await, ["aa1"]),
        Db::Sqlite { .. } => ears.all().await,
    }
    other.backend.db().close().await;
}

async fn a_lost_connection_tells_everyone_and_hears_again(w: World) {
    let Db::Postgres { pool, .. } = w.backend.db() else { return };
    let mut ears = Ears::open(&w).await;
    for _ in 0..2 {
        // What the listening connection has asked last: see `share`.
        let killed: Vec<bool> = sqlx::query_scalar(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND query LIKE 'SELECT pg_try_advisory_lock_shared%'",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        assert_eq!(killed, [true]);
        ears.all().await;
        w.backend
            .operator(crate::support::staff("Test."))
            .add_invoice(&new_id(w.now()).to_string(), &id("cc3"))
            .await
            .unwrap();
        assert_eq!(ears.told().await, ["cc3"]);
    }
}
