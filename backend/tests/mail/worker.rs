//! One worker, against a real mail server of the test's own: success, failure, nobody to write to.

use std::collections::HashSet;

use countersign_backend::{
    MailContent, NewService, OperatorIdentity, Rights, SignUp, Submission,
    ambient::new_id,
    mail::{Mailer, Worker, find_mail, read_mailbox},
    testing::{Account, NewMail, Recipient},
};
use countersign_domain::{
    Category, Contacts, DAY, MINUTE, Note, PersonName, SECOND, ServiceName, Status, Timestamp, Wishes,
};
use countersign_locales::Language;

use crate::{
    base::{Base, Row},
    postbox::{Mood, Postbox},
    samples::{NOW, account, handle, owner_news},
};

const FROM: &str = "noreply@countersign.example";

pub(crate) fn staff() -> OperatorIdentity {
    OperatorIdentity {
        name: PersonName::parse("Ada").unwrap(),
        rights: Rights::All,
        reason: Some(Note::parse("Asked by post.").unwrap()),
        origin: "test".to_owned(),
    }
}

pub(crate) fn mailer(postbox: &Postbox) -> Mailer {
    Mailer::smtp(&postbox.url(), FROM).unwrap()
}

#[tokio::test]
async fn a_mail_goes_once_and_its_code_is_forgotten() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let ids = base.owe(&marie, 3).await;
        assert_eq!(worker.deliver_due().await.unwrap(), 3);
        assert_eq!(worker.deliver_due().await.unwrap(), 0);
        let arrived: HashSet<String> = postbox.letters().iter().map(|letter| letter.message_id()).collect();
        assert_eq!(arrived, ids.iter().map(|id| format!("{id}@countersign.example")).collect());
        assert_eq!(postbox.letters().len(), 3);
        for id in ids {
            let sent = Row {
                state: "sent".into(),
                attempts: 1,
                due_at: NOW.0,
                payload: None,
                error: None,
                leased_until: None,
                sent_at: Some(NOW.0),
                failure: None,
            };
            assert_eq!(base.row(id).await, sent);
        }
        base.close().await;
    }
}

#[tokio::test]
async fn an_address_without_an_account_is_written_to_in_the_language_chosen_there() {
    for base in Base::each().await {
        let postbox = Postbox::open();
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let typed = SignUp {
            name: "Éva <script>alert(1)</script>",
            organisation: "{{7*7}}",
            address: "eva@example.net",
            language: Language::Fr,
            password: "a long enough staple 81",
            sender: None,
        };
        base.backend.sign_up(typed).await.unwrap();
        base.backend.forgot_password("nobody@example.net", None).await.unwrap();
        base.backend.forgot_password("zz99999", None).await.unwrap();
        assert_eq!(worker.deliver_due().await.unwrap(), 1, "what is owed to nobody is not looked at");
        let [letter] = &postbox.letters()[..] else { panic!("one mail") };
        assert_eq!(letter.to, ["RCPT TO:<eva@example.net>"]);
        let text = String::from_utf8_lossy(&letter.data);
        assert!(text.contains("Content-Language: fr"));
        // A stranger is told nothing that was typed.
        for typed in ["script", "7*7", "va <"] {
            assert!(!text.contains(typed), "{typed}");
        }
        let states: HashSet<_> = base.states().await.into_iter().collect();
        let state = |event: &str, state: &str| (event.to_owned(), state.to_owned());
        assert_eq!(states, HashSet::from([state("signUpConfirm", "sent"), state("passwordReset", "void")]));
        base.close().await;
    }
}

#[tokio::test]
async fn a_failed_mail_is_tried_again_later_and_later() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let id = base.owe(&marie, 1).await[0];
        postbox.be(Mood::Later);
        for (tries, pause) in (1..).zip([10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900]) {
            assert_eq!(worker.deliver_due().await.unwrap(), 1);
            let row = base.row(id).await;
            assert_eq!((row.state.as_str(), row.attempts), ("pending", tries));
            assert_eq!(row.due_at, base.backend.now().plus(pause * SECOND).0);
            assert!(row.payload.is_some() && row.leased_until.is_none());
            base.later(pause * SECOND - 1);
            assert_eq!(worker.deliver_due().await.unwrap(), 0, "before its time");
            base.later(1);
        }
        postbox.be(Mood::Takes);
        assert_eq!(worker.deliver_due().await.unwrap(), 1);
        let row = base.row(id).await;
        assert_eq!((row.state.as_str(), row.attempts, row.payload, row.error), ("sent", 12, None, None));
        assert_eq!(postbox.letters().len(), 1);
        base.close().await;
    }
}

/// RFC 5321, 4.5.4.1: at least four to five days.
#[tokio::test]
async fn a_recipient_that_is_refused_for_now_is_given_up_after_five_days() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let id = base.owe(&marie, 1).await[0];
        // However long the mail server was away before: that is not the recipient's fault.
        postbox.be(Mood::Down);
        worker.deliver_due().await.unwrap();
        base.later(30 * DAY);
        postbox.be(Mood::Later);
        let begun = base.backend.now();
        let mut tries = 0;
        while base.row(id).await.state == "pending" {
            tries += worker.deliver_due().await.unwrap();
            let (due, now) = (base.row(id).await.due_at, base.backend.now().0);
            assert!(due - now <= 15 * MINUTE, "no pause is longer");
            base.later((due - now).max(0));
        }
        let row = base.row(id).await;
        assert_eq!((row.state.as_str(), row.payload, row.failure.as_deref()), ("dead", None, Some("deferred")));
        assert!(tries > 480, "{tries}");
        assert!(row.error.is_some_and(|error| error.contains("not now") && !error.contains('@')));
        assert!(row.sent_at.is_some_and(|at| begun.until(Timestamp(at)) >= 5 * DAY));
        assert_eq!(base.backend.db().outbox_counts().await.unwrap(), (0, 1));
        base.close().await;
    }
}

#[tokio::test]
async fn a_mail_refused_for_good_is_dead_at_once() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let id = base.owe(&marie, 1).await[0];
        postbox.be(Mood::Never);
        worker.deliver_due().await.unwrap();
        let row = base.row(id).await;
        assert_eq!((row.state.as_str(), row.attempts, row.payload), ("dead", 1, None));
        base.close().await;
    }
}

#[tokio::test]
async fn a_mail_server_that_does_not_know_us_kills_no_mail() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let id = base.owe(&marie, 1).await[0];
        postbox.be(Mood::Stranger);
        worker.deliver_due().await.unwrap();
        assert_eq!(base.row(id).await.state, "pending");
        base.close().await;
    }
}

#[tokio::test]
async fn nobody_to_write_to() {
    for base in Base::each().await {
        let postbox = Postbox::open();
        let worker = Worker::new(base.backend.clone(), mailer(&postbox));
        let disabled = Account { active: false, ..account("ab1-ovh", "Ann", Language::En) };
        base.add(&disabled).await;
        for to in [&disabled.id, &handle("zz9-ovh")] {
            let id = base.owe(to, 1).await[0];
            assert_eq!(worker.deliver_due().await.unwrap(), 1);
            let row = base.row(id).await;
            assert_eq!((row.state.as_str(), row.payload, row.error), ("void", None, None));
        }
        assert!(postbox.letters().is_empty());
        base.close().await;
    }
}

/// The mail to an owner names an account only for want of another language: it goes whatever becomes of that account.
#[tokio::test]
async fn an_owner_is_told_though_the_editor_is_disabled() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let news = owner_news(false, &["email"]);
        let id = new_id(NOW);
        let mut tx = base.backend.db().begin().await.unwrap();
        tx.insert_mail(NewMail {
            id,
            content: &MailContent::read("ownerChanged", Some(&news)).unwrap(),
            recipient: Recipient::Account(&marie),
            address: Some("owner@elsewhere.example"),
            request: None,
            generation: 0,
            prompted_by: None,
            now: NOW,
        })
        .await
        .unwrap();
        tx.commit().await.unwrap();
        base.backend.operator(staff()).disable_account(&marie).await.unwrap();
        assert_eq!(Worker::new(base.backend.clone(), mailer(&postbox)).deliver_due().await.unwrap(), 1);
        assert_eq!(base.row(id).await.state, "sent");
        assert_eq!(postbox.letters()[0].to, ["RCPT TO:<owner@elsewhere.example>"]);
        base.close().await;
    }
}

/// A request may name a customer ID that nobody has yet; who is given it later is not the one who was meant.
#[tokio::test]
async fn an_account_gets_no_mail_about_a_request_older_than_itself() {
    for base in Base::each().await {
        let (postbox, marie) = (Postbox::open(), base.marie().await);
        let service = base
            .backend
            .operator(crate::worker::staff())
            .add_service(&NewService {
                name: ServiceName::parse("atelier.example").unwrap(),
                category: Category::Domain,
                status: Status::Ok,
                expires_at: None,
                contacts: Contacts { admin: marie.clone(), tech: marie.clone(), billing: marie.clone() },
            })
            .await
            .unwrap();
        let wishes = Wishes { tech: Some(handle("zz9-ovh")), ..Wishes::default() };
        let actor = base.backend.act_as(&marie).await.unwrap().unwrap();
        actor
            .submit(&Submission {
                service,
                wishes,
                with_companion: false,
                message: None,
                seen: None,
                companion_seen: None,
                replaces: Vec::new(),
            })
            .await
            .unwrap();
        base.add(&Account { created_at: base.backend.now(), ..account("zz9-ovh", "Zed", Language::En) }).await;

        Worker::new(base.backend.clone(), mailer(&postbox)).deliver_due().await.unwrap();
        let mut states: Vec<String> = base.states().await.into_iter().map(|(_, state)| state).collect();
        states.sort();
        assert_eq!(states, ["sent", "void"]);
        assert_eq!(postbox.letters().len(), 1);
        base.close().await;
    }
}

/// Its owner learns how to reach support; nothing else is mailed to it.
#[tokio::test]
async fn the_owner_of_a_disabled_account_is_told_that_it_is_disabled() {
    for base in Base::each().await {
        let postbox = Postbox::open();
        let marie = base.marie().await;
        base.backend.operator(staff()).disable_account(&marie).await.unwrap();
        base.backend.forgot_password(marie.as_str(), None).await.unwrap();
        base.owe(&marie, 1).await;
        Worker::new(base.backend.clone(), mailer(&postbox)).deliver_due().await.unwrap();
        let letters = postbox.letters();
        assert_eq!(letters.len(), 1);
        let mut states = base.states().await.into_iter().map(|(_, state)| state).collect::<Vec<_>>();
        states.sort();
        assert_eq!(states, ["sent", "void"]);
        base.close().await;
    }
}

#[tokio::test]
async fn without_a_mail_server_mails_go_to_a_folder() {
    for base in Base::each().await {
        let (folder, marie) = (tempfile::tempdir().unwrap(), base.marie().await);
        let id = base.owe(&marie, 1).await[0];
        let mailer = Mailer::Mailbox(folder.path().join("mailbox"));
        assert_eq!(Worker::new(base.backend.clone(), mailer).deliver_due().await.unwrap(), 1);
        let mails = read_mailbox(&folder.path().join("mailbox")).await.unwrap();
        assert_eq!(mails.iter().map(|mail| mail.id).collect::<Vec<_>>(), [id]);
        assert_eq!(find_mail(&folder.path().join("mailbox"), id).await.unwrap().as_ref(), mails.first());
        assert_eq!(mails[0].to_address, "new@example.org");
        base.close().await;
    }
}
