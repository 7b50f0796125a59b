//! Plays an act through the use cases of the real back end, as the account that it names.

use std::path::PathBuf;

use countersign_backend::{
    Customer, Password, Submission,
    ambient::{new_id, new_token},
    mail::{Mailer, Worker},
};
use countersign_domain::{
    Decision, HOUR, IdempotencyKey, Note, Problem, Role, ServiceId, ServiceName, Timestamp, Token, view::Decided,
};

use super::{
    acts::{Act, Typed},
    bench,
    reference::{Answer, Model, ROUNDS_PER_HOUR},
    snapshot::Reader,
    view::{CATEGORIES, MESSAGE, Service, View, Who, stem},
};
use crate::support::{NOW, PASSWORD, World, contacts, id, staff, told, wishes};

/// The name of every service.
const NAME: &str = "example.org";

/// A database in which a history is played.
pub(super) struct Scene {
    pub(super) w: World,
    url: String,
    pub(super) services: [ServiceId; 3],
    /// Where mails go.
    pub(super) letterbox: PathBuf,
    pub(super) reader: Reader,
    acts: i64,
}

impl Scene {
    /// Adds the services to a database that has the customers, as the model has them.
    pub(super) async fn new(w: World, url: &str, letterbox: PathBuf, model: &Model) -> Self {
        let mut tx = w.backend.db().begin().await.unwrap();
        let mut services = [ServiceId::nil(); 3];
        for (number, Service { contacts: held, status, end, .. }) in &model.view.services {
            services[*number] = new_id(NOW);
            let held = contacts([Role::Admin, Role::Tech, Role::Billing].map(|role| held[&role]));
            let what = (&ServiceName::parse(NAME).unwrap(), CATEGORIES[*number], *status);
            tx.insert_service(services[*number], what, end.map(Timestamp), &held, NOW).await.unwrap();
        }
        tx.commit().await.unwrap();
        Self { w, url: url.into(), services, letterbox, reader: Reader::default(), acts: 0 }
    }

    pub(super) async fn look(&mut self) -> View {
        self.reader.read(&self.w).await
    }

    pub(super) async fn play(&mut self, act: &Act) -> Answer {
        self.acts += 1;
        let backend = &self.w.backend;
        match *act {
            Act::Ask { service, by, wished, together, instead } => {
                let wished: Vec<(Role, Who)> =
                    Role::ALL.iter().copied().zip(wished).filter_map(|(role, to)| Some((role, to?))).collect();
                let actor = self.actor(by).await?;
                let shown = actor.contact_form(self.services[service]).await;
                let replaces = shown.ok().filter(|_| instead).map(|form| form.replaceable());
                let form = Submission {
                    service: self.services[service],
                    wishes: wishes(&wished),
                    seen: None,
                    with_companion: together,
                    companion_seen: None,
                    message: Some(Note::parse(MESSAGE).unwrap()),
                    replaces: replaces.unwrap_or_default(),
                };
                told(actor.submit(&form).await).map(|numbers| format!("registered {numbers:?}"))
            }
            Act::Press { request, by, decision, typed } => {
                let code = match typed {
                    Typed::Sent { request, to, generation } => self.reader.code(request, to, generation),
                    Typed::Invented => None,
                };
                let (actor, code) = (self.actor(by).await?, code.unwrap_or_else(new_token));
                let key = format!("act-{}", self.acts);
                let answer = press(&actor, request, &code, decision, &key).await;
                // Now and then the answer is lost, and the same is sent again. The model knows nothing of it.
                if self.acts % 3 == 0 && matches!(answer, Ok(_) | Err(Problem::Aborted(_))) {
                    let again = press(&actor, request, &code, decision, &key).await;
                    assert_eq!(again, answer, "the same press, sent again");
                }
                answer
            }
            Act::Guess { request, by, times } => {
                let actor = self.actor(by).await?;
                for _ in 1..times {
                    drop(press(&actor, request, &new_token(), Decision::Accept, "").await);
                }
                press(&actor, request, &new_token(), Decision::Accept, "").await
            }
            Act::Cancel { request, by } => {
                told(self.actor(by).await?.cancel(request, None).await).map(|()| "cancelled".into())
            }
            Act::Resend { request, by, times } => {
                let actor = self.actor(by).await?;
                for _ in 1..times {
                    drop(told(actor.resend(request).await));
                }
                told(actor.resend(request).await).map(|()| "resent".into())
            }
            Act::Block { by, whom } => told(self.actor(by).await?.block(&id(whom)).await)
                .map(|is_new| if is_new { "blocked" } else { "blocked before" }.into()),
            Act::Unblock { by, whom } => {
                told(self.actor(by).await?.unblock(&id(whom)).await).map(|()| "unblocked".into())
            }
            Act::NewAddress { who } => self.new_address(&self.actor(who).await?, who).await,
            Act::Owe { who } => {
                let number = format!("FR-{}", self.acts);
                backend.operator(crate::support::staff("Test.")).add_invoice(&number, &id(who)).await.unwrap();
                Ok(number)
            }
            Act::Pay { who } => {
                let of = format!("SELECT number FROM invoices WHERE account = '{who}-ovh' AND paid_at IS NULL");
                let unpaid = self.w.texts(&of).await;
                for number in &unpaid {
                    backend.operator(crate::support::staff("Test.")).pay_invoice(number).await.unwrap();
                }
                Ok(format!("{} paid", unpaid.len()))
            }
            Act::Abort { request } => {
                told(backend.operator(staff("A mistake.")).abort_request(request).await).map(|()| "aborted".into())
            }
            Act::Enable { who } => {
                told(backend.operator(staff("A mistake.")).enable_account(&id(who)).await).map(|()| "enabled".into())
            }
            Act::Disable { who } => {
                told(backend.operator(crate::support::staff("Asked by post.")).disable_account(&id(who)).await)
                    .map(|()| "disabled".into())
            }
            Act::Later { hours } => {
                self.w.later(hours * HOUR);
                Ok("later".into())
            }
            Act::Stand { service, status, hours } => {
                let end = hours.map(|hours| self.w.now().plus(hours * HOUR));
                self.w.update(NAME, CATEGORIES[service], Some(status), end).await;
                Ok("stands".into())
            }
            Act::Jobs => {
                let (reminded, expired) = (
                    backend.system("test").remind_due().await.unwrap(),
                    backend.system("test").expire_due().await.unwrap(),
                );
                Ok(format!(
                    "{reminded} reminded, {expired} expired, {} told",
                    backend.system("test").renewals_due().await.unwrap()
                ))
            }
            Act::Deliver => {
                self.deliver(self.letterbox.clone()).await;
                Ok("delivered".into())
            }
            Act::Outage { hours } => {
                for _ in 0..hours * ROUNDS_PER_HOUR {
                    self.w.later(HOUR / ROUNDS_PER_HOUR);
                    // Nothing can be put into what is a file.
                    self.deliver("/dev/null".into()).await;
                }
                Ok("the mail server was away".into())
            }
            Act::Restart => {
                self.w.backend.db().close().await;
                self.w = bench::connect(&self.url, self.w.now()).await;
                Ok("again".into())
            }
        }
    }

    /// Puts the mails that are due into a folder, as far as that takes them.
    async fn deliver(&self, folder: PathBuf) {
        let worker = Worker::new(self.w.backend.clone(), Mailer::Mailbox(folder));
        while worker.deliver_due().await.unwrap() > 0 {}
    }

    /// An account that is gone acts no more.
    async fn actor(&self, who: Who) -> Result<Customer, Problem> {
        self.w.backend.act_as(&id(who)).await.unwrap().ok_or(Problem::SignedOut)
    }

    async fn new_address(&self, actor: &Customer, who: Who) -> Answer {
        let address = format!("{who}.{}@example.net", self.acts);
        told(actor.ask_email(&address, Password::typed(PASSWORD)).await)?;
        let sql = format!("SELECT payload FROM outbox WHERE event = 'emailConfirm' AND address = '{address}'");
        let code = Token::parse(&self.w.texts(&sql).await[0]).unwrap();
        told(actor.confirm_email(&code).await).map(String::from)
    }
}

async fn press(actor: &Customer, request: i64, code: &Token, decision: Decision, key: &str) -> Answer {
    let key = IdempotencyKey::parse_optional(key)?;
    told(actor.decide(request, code, decision, key.as_ref()).await).map(|decided| match decided {
        Decided::Waiting(others) => format!("waiting for {:?}", others.iter().map(stem).collect::<Vec<_>>()),
        Decided::WaitingForLinked => "waiting for linked".into(),
        Decided::Done => "done".into(),
        Decided::Refused => "refused".into(),
    })
}
