//! One mail that brings many: what it tells, and what it leaves out.

use countersign_backend::{Customer, NewService, Submission, ambient::new_id, mail::Worker};
use countersign_domain::{Category, Contacts, Handle, MINUTE, Note, RequestId, ServiceName, Status, Wishes};
use countersign_locales::Language;

use crate::{
    base::Base,
    postbox::{Letter, Postbox},
    samples::account,
    worker::{mailer, staff},
};

pub(crate) const HALF_HOUR: i64 = 30 * MINUTE;
/// What the asker writes in every form.
const MESSAGE: &str = "Read me a hundred times";

/// Ann and Ben ask John, whose first five mails of each have arrived.
pub(crate) struct Scene {
    pub(crate) base: Base,
    pub(crate) postbox: Postbox,
    pub(crate) worker: Worker,
    pub(crate) ann: Handle,
    ben: Handle,
    john: Handle,
}

impl Scene {
    pub(crate) async fn each() -> Vec<Self> {
        let mut scenes = Vec::new();
        for base in Base::each().await {
            let [ann, ben, john] = [("an1-ovh", "Ann"), ("be1-ovh", "Ben"), ("js10002-ovh", "John Smith")]
                .map(|(id, name)| account(id, name, Language::En));
            for account in [&ann, &ben, &john] {
                base.add(account).await;
            }
            let postbox = Postbox::open();
            let worker = Worker::new(base.backend.clone(), mailer(&postbox));
            scenes.push(Self { base, postbox, worker, ann: ann.id, ben: ben.id, john: john.id });
        }
        scenes
    }

    async fn actor(&self, who: &Handle) -> Customer {
        self.base.backend.act_as(who).await.unwrap().unwrap()
    }

    /// Asks John to be the technical contact of so many services of the asker's.
    pub(crate) async fn ask(&self, who: &Handle, times: usize) -> Vec<RequestId> {
        let mut requests = Vec::new();
        for _ in 0..times {
            let name = format!("{}.{}.example", new_id(self.base.backend.now()), who);
            let contacts = Contacts { admin: who.clone(), tech: who.clone(), billing: who.clone() };
            let new = NewService {
                name: ServiceName::parse(&name).unwrap(),
                category: Category::Hosting,
                status: Status::Ok,
                expires_at: None,
                contacts,
            };
            let service = self.base.backend.operator(crate::worker::staff()).add_service(&new).await.unwrap();
            let form = Submission {
                service,
                wishes: Wishes { tech: Some(self.john.clone()), ..Wishes::default() },
                with_companion: false,
                message: Some(Note::parse(MESSAGE).unwrap()),
                seen: None,
                companion_seen: None,
                replaces: Vec::new(),
            };
            requests.extend(self.actor(who).await.submit(&form).await.unwrap());
        }
        requests
    }

    async fn cancel(&self, who: &Handle, request: RequestId) {
        self.actor(who).await.cancel(request, None).await.unwrap();
    }

    /// Sends what is due; answers with what John got of it.
    pub(crate) async fn deliver(&self) -> Vec<Letter> {
        let before = self.postbox.letters().len();
        while self.worker.deliver_due().await.unwrap() > 0 {}
        let mut letters = self.postbox.letters().split_off(before);
        letters.retain(|letter| letter.to == ["RCPT TO:<js@example.org>"]);
        letters
    }

    /// What John gets half an hour later, which is one mail.
    pub(crate) async fn digest(&self) -> Letter {
        self.base.later(HALF_HOUR);
        let [letter] = &self.deliver().await[..] else { panic!("one mail") };
        letter.clone()
    }

    /// The states of the mails to John that a digest was to bring, each with its reason if it has one.
    pub(crate) async fn bundled(&self) -> Vec<String> {
        self.base
            .texts(
                "SELECT event || ' ' || state || COALESCE(': ' || error, '') FROM outbox WHERE bundle IS NOT NULL
                 ORDER BY created_at, id",
            )
            .await
    }

    pub(crate) async fn digests(&self) -> Vec<String> {
        self.base.texts("SELECT state FROM outbox WHERE event = 'digest' ORDER BY created_at, id").await
    }
}

fn parsed(letter: &Letter) -> (String, String, String) {
    let parsed = mail_parser::MessageParser::default().parse(&letter.data).unwrap();
    let body = |part: Option<std::borrow::Cow<'_, str>>| part.unwrap().replace("\r\n", "\n");
    (parsed.subject().unwrap().to_owned(), body(parsed.body_text(0)), body(parsed.body_html(0)))
}

/// The requests with a code in a mail, each once.
pub(crate) fn with_code(letter: &Letter, requests: &[RequestId]) -> Vec<RequestId> {
    let (_, text, html) = parsed(letter);
    let of = |form: &str, request: &RequestId| form.matches(&format!("/contacts/requests/{request}?token=")).count();
    let found: Vec<_> = requests.iter().copied().filter(|request| of(&text, request) == 1).collect();
    assert!(requests.iter().all(|request| of(&text, request) == of(&html, request)), "both forms bring the same");
    found
}

#[tokio::test]
async fn requests_beyond_the_first_come_in_one_mail_with_all_codes() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 9).await;
        assert_eq!(scene.deliver().await.len(), 5);
        scene.base.later(HALF_HOUR - 1);
        assert!(scene.deliver().await.is_empty());
        scene.base.later(1);
        let [letter] = &scene.deliver().await[..] else { panic!("one mail") };
        let (subject, text, html) = parsed(letter);
        assert_eq!(subject, "4 requests are waiting for your decision");
        assert_eq!(with_code(letter, &requests), requests[5..]);
        for form in [&text, &html] {
            assert!(form.contains("Hello John Smith,") && form.contains("an1-ovh") && !form.contains(MESSAGE));
        }
        assert_eq!(scene.bundled().await, ["asked sent"; 4]);
        assert_eq!(scene.digests().await, ["sent"]);
        // Each code works.
        let code = text.split(&format!("/contacts/requests/{}?token=", requests[7])).nth(1).unwrap();
        let code = countersign_domain::Token::parse(code.split_whitespace().next().unwrap()).unwrap();
        let accept = countersign_domain::Decision::Accept;
        scene.actor(&scene.john).await.decide(requests[7], &code, accept, None).await.unwrap();
        scene.base.close().await;
    }
}

#[tokio::test]
async fn what_can_no_longer_be_decided_is_left_out() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 11).await;
        scene.deliver().await;
        let john = scene.actor(&scene.john).await;
        scene.cancel(&scene.ann, requests[5]).await;
        john.resend(requests[6]).await.unwrap();
        scene.deliver().await;
        let digest = scene.digest().await;
        assert_eq!(with_code(&digest, &requests), requests[7..]);
        // He never heard of the one that was cancelled.
        assert!(!parsed(&digest).1.contains("cancelled"));
        let mut left_out = vec!["asked void: no longer needed"; 2];
        left_out.extend(["asked sent"; 4]);
        left_out.push("cancelled void: no longer needed");
        assert_eq!(scene.bundled().await, left_out);
        scene.base.close().await;
    }
}

#[tokio::test]
async fn ends_are_listed_to_one_that_was_told_of_the_request() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 8).await;
        scene.deliver().await;
        scene.cancel(&scene.ann, requests[0]).await;
        let digest = scene.digest().await;
        assert_eq!(with_code(&digest, &requests), requests[5..]);
        let (_, text, _) = parsed(&digest);
        let ended = format!("(web hosting), No. {}: cancelled", requests[0]);
        assert!(text.contains("Requests that have ended\n") && text.contains(&ended), "{text}");

        // Nothing but ends.
        for request in &requests[1..4] {
            scene.cancel(&scene.ann, *request).await;
        }
        let (subject, text, _) = parsed(&scene.digest().await);
        assert_eq!(subject, "3 requests have ended");
        assert_eq!(text.matches(": cancelled\n").count(), 3, "{text}");
        scene.base.close().await;
    }
}

#[tokio::test]
async fn one_mail_that_is_left_is_written_as_ever() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 6).await;
        scene.deliver().await;
        let letter = scene.digest().await;
        let (subject, text, _) = parsed(&letter);
        assert!(subject.contains("you are asked to become a contact") && text.contains(MESSAGE), "{subject}\n{text}");
        assert_eq!(with_code(&letter, &requests), requests[5..]);
        let key = scene.base.texts("SELECT CAST(COUNT(*) AS TEXT) FROM outbox WHERE event = 'digest'").await;
        assert_eq!(key, ["1"]);
        scene.cancel(&scene.ann, requests[5]).await;
        let (subject, ..) = parsed(&scene.digest().await);
        assert!(subject.contains("the change of contact was cancelled"), "{subject}");
        scene.base.close().await;
    }
}

#[tokio::test]
async fn a_digest_that_is_left_with_nothing_is_not_sent() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 7).await;
        scene.deliver().await;
        for request in &requests[5..] {
            scene.cancel(&scene.ann, *request).await;
        }
        scene.base.later(HALF_HOUR);
        assert!(scene.deliver().await.is_empty());
        assert_eq!(scene.digests().await, ["void"]);
        assert!(scene.bundled().await.iter().all(|state| state.ends_with("void: no longer needed")));
        scene.base.close().await;
    }
}

#[tokio::test]
async fn a_flood_of_one_leaves_room_for_the_request_of_another() {
    for scene in Scene::each().await {
        let flood = scene.ask(&scene.ann, 30).await;
        scene.base.later(MINUTE);
        let honest = scene.ask(&scene.ben, 7).await;
        // His first five go at once, whatever she has done.
        assert_eq!(scene.deliver().await.iter().filter(|letter| !with_code(letter, &honest).is_empty()).count(), 5);
        scene.base.later(HALF_HOUR - 2 * MINUTE);
        assert!(scene.deliver().await.is_empty());
        let digest = scene.digest().await;
        assert_eq!(with_code(&digest, &honest), honest[5..], "before all but two of hers");
        assert_eq!(with_code(&digest, &flood), flood[5..28]);
        let (subject, text, html) = parsed(&digest);
        assert_eq!(subject, "27 requests are waiting for your decision");
        assert!(text.contains("And 2 more requests\n") && text.contains("countersign.example/contacts/requests\n"));
        assert!(html.len() < 102 * 1024, "Gmail would cut it: {}", html.len());
        // A code for one of the two is made on its page.
        let john = scene.actor(&scene.john).await;
        john.resend(flood[29]).await.unwrap();
        let [letter] = &scene.deliver().await[..] else { panic!("one mail") };
        assert_eq!(with_code(letter, &flood), [flood[29]]);
        scene.base.close().await;
    }
}

/// A change of address replaces the codes that were mailed. Those that wait go to the new address.
#[tokio::test]
async fn codes_in_a_digest_outlive_a_change_of_address() {
    for scene in Scene::each().await {
        let requests = scene.ask(&scene.ann, 7).await;
        scene.deliver().await;
        let mut tx = scene.base.backend.db().begin().await.unwrap();
        tx.replace_mailed_codes(&scene.john).await.unwrap();
        tx.commit().await.unwrap();
        scene.base.later(HALF_HOUR);
        let [letter] = &scene.deliver().await[..] else { panic!("one mail") };
        assert_eq!(with_code(letter, &requests), requests[5..]);
        scene.base.close().await;
    }
}

#[tokio::test]
async fn nobody_gets_the_digest_of_a_disabled_account() {
    for scene in Scene::each().await {
        scene.ask(&scene.ann, 7).await;
        scene.deliver().await;
        scene.base.backend.operator(staff()).disable_account(&scene.john).await.unwrap();
        scene.base.later(HALF_HOUR);
        assert!(scene.deliver().await.is_empty());
        assert_eq!((scene.digests().await, scene.bundled().await), (vec!["void".into()], vec!["asked void".into(); 2]));
        scene.base.close().await;
    }
}

#[tokio::test]
async fn requests_of_a_customer_that_is_blocked_meanwhile_are_left_out() {
    for scene in Scene::each().await {
        scene.ask(&scene.ann, 7).await;
        let others = scene.ask(&scene.ben, 6).await;
        scene.deliver().await;
        assert!(scene.actor(&scene.john).await.block(&scene.ann).await.unwrap());
        let only = scene.digest().await;
        assert_eq!(with_code(&only, &others), others[5..]);
        assert_eq!(scene.bundled().await, ["asked void", "asked void", "asked sent"]);
        scene.base.close().await;
    }
}
