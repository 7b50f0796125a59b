//! What a mail asks for may no longer be possible when it can go at last: then it does not go.

use countersign_backend::{
    NewService, Submission,
    mail::{Mailer, Worker},
    testing::Db,
};
use countersign_domain::{Category, Contacts, DAY, HOUR, Handle, MINUTE, RequestId, ServiceName, Status, Wishes};
use countersign_locales::Language;

use crate::{
    base::Base,
    postbox::{Mood, Postbox},
    samples::account,
    worker::mailer,
};

/// Marie asks John to be the technical contact of a service, while the mail server is away.
pub(crate) struct Scene {
    pub(crate) base: Base,
    pub(crate) postbox: Postbox,
    worker: Worker,
    pub(crate) marie: Handle,
    pub(crate) john: Handle,
    pub(crate) request: RequestId,
}

impl Scene {
    pub(crate) async fn each() -> Vec<Self> {
        let mut scenes = Vec::new();
        for base in Base::each().await {
            let marie = base.marie().await;
            let john = account("js10002-ovh", "John Smith", Language::En);
            base.add(&john).await;
            let contacts = Contacts { admin: marie.clone(), tech: marie.clone(), billing: marie.clone() };
            let name = ServiceName::parse("atelier.example").unwrap();
            let new = NewService { name, category: Category::Domain, status: Status::Ok, expires_at: None, contacts };
            let service = base.backend.operator(crate::worker::staff()).add_service(&new).await.unwrap();
            let postbox = Postbox::open();
            let worker = Worker::new(base.backend.clone(), mailer(&postbox));
            postbox.be(Mood::Down);
            let form = Submission {
                service,
                wishes: Wishes { tech: Some(john.id.clone()), ..Wishes::default() },
                with_companion: false,
                message: None,
                seen: None,
                companion_seen: None,
                replaces: Vec::new(),
            };
            let request = base.backend.act_as(&marie).await.unwrap().unwrap().submit(&form).await.unwrap()[0];
            worker.deliver_due().await.unwrap();
            scenes.push(Self { base, postbox, worker, marie, john: john.id, request });
        }
        scenes
    }

    /// The mail server takes mails again: which mails arrive, and what has become of all.
    pub(crate) async fn recover(&self) -> (usize, Vec<(String, String)>) {
        self.postbox.be(Mood::Takes);
        self.base.later(15 * MINUTE);
        while self.worker.deliver_due().await.unwrap() > 0 {}
        let mut states = self.base.states().await;
        states.sort();
        (self.postbox.letters().len(), states)
    }
}

pub(crate) fn states(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(event, state)| ((*event).to_owned(), (*state).to_owned())).collect()
}

#[tokio::test]
async fn a_request_is_mailed_after_an_outage_of_days() {
    for scene in Scene::each().await {
        scene.base.later(6 * DAY);
        let expected = states(&[("asked", "sent"), ("asked", "sent")]);
        assert_eq!(scene.recover().await, (2, expected));
        scene.base.close().await;
    }
}

#[tokio::test]
async fn a_code_that_was_replaced_meanwhile_is_not_sent() {
    for scene in Scene::each().await {
        scene.base.later(HOUR);
        let john = scene.base.backend.act_as(&scene.john).await.unwrap().unwrap();
        john.resend(scene.request).await.unwrap();
        let expected = states(&[("asked", "sent"), ("asked", "void"), ("resent", "sent")]);
        assert_eq!(scene.recover().await, (2, expected));
        scene.base.close().await;
    }
}

#[tokio::test]
async fn a_request_that_ended_meanwhile_is_not_asked_for() {
    for scene in Scene::each().await {
        scene.base.later(HOUR);
        let marie = scene.base.backend.act_as(&scene.marie).await.unwrap().unwrap();
        marie.cancel(scene.request, None).await.unwrap();
        let expected = states(&[("asked", "void"), ("asked", "void"), ("cancelled", "sent")]);
        assert_eq!(scene.recover().await, (1, expected));
        scene.base.close().await;
    }
}

/// Nor does a reminder go when nobody is left to be reminded; but the end is told.
#[tokio::test]
async fn a_request_that_expired_meanwhile_is_told_as_expired() {
    for scene in Scene::each().await {
        scene.base.later(6 * DAY);
        assert_eq!(scene.base.backend.system("test").remind_due().await.unwrap(), 1);
        scene.base.later(2 * DAY);
        assert_eq!(scene.base.backend.system("test").expire_due().await.unwrap(), 1);
        let expected = states(&[
            ("asked", "void"),
            ("asked", "void"),
            ("expired", "sent"),
            ("expired", "sent"),
            ("reminder", "void"),
            ("reminder", "void"),
        ]);
        assert_eq!(scene.recover().await, (2, expected));
        scene.base.close().await;
    }
}

#[tokio::test]
async fn a_link_whose_hour_is_over_is_not_sent() {
    for base in Base::each().await {
        let (postbox, _) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        postbox.be(Mood::Down);
        base.backend.forgot_password("md10001", None).await.unwrap();
        worker.deliver_due().await.unwrap();
        base.later(HOUR);
        postbox.be(Mood::Takes);
        while worker.deliver_due().await.unwrap() > 0 {}
        assert!(postbox.letters().is_empty());
        assert_eq!(base.states().await, states(&[("passwordReset", "void")]));
        base.close().await;
    }
}

/// However long a recipient is refused for now: while the request runs, it is tried; and no longer.
#[tokio::test]
async fn a_mail_about_an_open_request_is_tried_until_the_request_ends() {
    for scene in Scene::each().await {
        scene.postbox.be(Mood::AnswersFor("js@", "RCPT", "450 4.2.0 not now"));
        let his = {
            let waits = "SELECT CAST(COUNT(*) AS TEXT) FROM outbox WHERE state = 'pending'";
            async || scalar(scene.base.backend.db(), waits).await
        };
        for _ in 0..6 * 24 {
            scene.base.later(HOUR);
            while scene.worker.deliver_due().await.unwrap() > 0 {}
            assert_eq!(his().await, "1", "her mail is sent, his is tried");
        }
        scene.base.later(2 * DAY);
        scene.base.backend.system("test").expire_due().await.unwrap();
        let (_, told) = scene.recover().await;
        assert_eq!(told, states(&[("asked", "sent"), ("asked", "void"), ("expired", "sent"), ("expired", "sent")]));
        scene.base.close().await;
    }
}

async fn scalar(db: &Db, sql: &'static str) -> String {
    match db {
        Db::Sqlite { read, .. } => sqlx::query_scalar(sql).fetch_one(read).await.unwrap(),
        Db::Postgres { pool, .. } => sqlx::query_scalar(sql).fetch_one(pool).await.unwrap(),
    }
}

/// The demo's folder fails as a mail server does.
#[tokio::test]
async fn a_folder_that_cannot_be_written_pauses_the_queue() {
    for base in Base::each().await {
        let marie = base.marie().await;
        let id = base.owe(&marie, 1).await[0];
        let worker = Worker::new(base.backend.clone(), Mailer::Mailbox("/dev/null".into()));
        worker.deliver_due().await.unwrap();
        let row = base.row(id).await;
        assert_eq!((row.state.as_str(), row.attempts, row.failure.as_deref()), ("pending", 0, Some("server")));
        base.close().await;
    }
}
