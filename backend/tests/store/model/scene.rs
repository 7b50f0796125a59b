//! Plays an act through the use cases, as the account that it names.

use countersign_backend::{Password, ambient::new_token};
use countersign_domain::{
    Category::{DnsZone, Domain},
    DAY, Decision, HOUR, Handle, Problem, Role, ServiceId, Status, Token,
};

use super::acts::{Act, PEOPLE, Typed};
use crate::support::{PASSWORD, World, id, told};

/// What came of an act.
pub(super) struct Outcome {
    pub(super) answer: String,
    /// Whether it went through.
    pub(super) ok: bool,
    /// The request, the presser and the hash's place of a code that was typed, if it was one that had been sent.
    pub(super) typed: Option<(i64, String, i32)>,
    /// Whether the jobs of time were done.
    pub(super) jobs: bool,
}

/// A domain and its zone, and what was done so far.
pub(super) struct Scene {
    pub(super) w: World,
    pub(super) services: [ServiceId; 2],
    acts: i64,
}

impl Scene {
    pub(super) async fn new(w: World) -> Self {
        let end = |days| Some(w.now().plus(days * DAY));
        let domain = w.add_expiring("example.org", Domain, ["aa1", "bb2", "cc3"], Status::Ok, end(33)).await;
        // A key sorts by its time: the domain is first on both engines.
        w.later(1);
        let zone = w.add_expiring("example.org", DnsZone, ["aa1", "bb2", "dd4"], Status::UnPaid, end(8)).await;
        Self { w, services: [domain, zone], acts: 0 }
    }

    pub(super) async fn play(&mut self, act: &Act) -> Outcome {
        self.acts += 1;
        self.w.later(1);
        let mut typed = None;
        let answer = match act {
            Act::Ask { service, by, wished, together } => {
                let held = self.w.contacts(self.services[*service]).await;
                let by = held.get(*by).map_or("ee5", String::as_str);
                let wished: Vec<(Role, &str)> = Role::ALL
                    .iter()
                    .copied()
                    .zip(wished)
                    .filter_map(|(role, to)| to.map(|to| (role, PEOPLE[to])))
                    .collect();
                match self.active(by).await {
                    Err(problem) => Err(problem),
                    Ok(()) => self
                        .w
                        .submit(by, self.services[*service], &wished, *together)
                        .await
                        .map(|ids| format!("{ids:?}")),
                }
            }
            Act::Press { request, by, decision, typed: kind } => match self.pick(*request, *by).await {
                None => Ok("nothing to press".into()),
                Some((request, who, other)) => {
                    let (code, place) = self.code(request, &who, &other, *kind).await;
                    typed = place.map(|(whose, generation)| (request, whose, generation));
                    self.press(&who, request, &code, *decision).await
                }
            },
            Act::AllAccept { request } => self.all_accept(*request).await,
            Act::Cancel { request, by } => match self.pick(*request, *by).await {
                None => Ok("nothing to cancel".into()),
                Some((request, who, _)) => match self.active(&who).await {
                    Err(problem) => Err(problem),
                    Ok(()) => self.w.cancel(&who, request).await.map(|()| "cancelled".into()),
                },
            },
            Act::Resend { request, by } => match self.pick(*request, *by).await {
                None => Ok("nothing to resend".into()),
                Some((request, who, _)) => match self.active(&who).await {
                    Err(problem) => Err(problem),
                    Ok(()) => self.w.resend(&who, request).await.map(|()| "resent".into()),
                },
            },
            Act::NewAddress { who } => self.new_address(PEOPLE[*who]).await,
            Act::Owe { who } => {
                let number = format!("FR-{}", self.acts);
                self.w.backend.add_invoice(&number, &id(PEOPLE[*who])).await.unwrap();
                Ok(number)
            }
            Act::Pay => {
                let unpaid =
                    self.w.texts("SELECT number FROM invoices WHERE paid_at IS NULL ORDER BY unpaid_since").await;
                for number in &unpaid {
                    self.w.backend.pay_invoice(number).await.unwrap();
                }
                Ok(format!("{unpaid:?}"))
            }
            Act::Disable { who } => {
                told(self.w.backend.disable_account(&id(PEOPLE[*who])).await).map(|()| "disabled".into())
            }
            Act::Later { hours } => {
                self.w.later(hours * HOUR);
                Ok("later".into())
            }
            Act::Stand { service, status, hours } => {
                let end = hours.map(|hours| self.w.now().plus(hours * HOUR));
                self.w.update("example.org", [Domain, DnsZone][*service], Some(*status), end).await;
                Ok("stands".into())
            }
            Act::Jobs => {
                let backend = &self.w.backend;
                let (reminded, expired) = (backend.remind_due().await.unwrap(), backend.expire_due().await.unwrap());
                Ok(format!("{reminded} reminded, {expired} expired, {} told", backend.renewals_due().await.unwrap()))
            }
        };
        Outcome { answer: format!("{answer:?}"), ok: answer.is_ok(), typed, jobs: matches!(act, Act::Jobs) }
    }

    /// An account that is gone acts no more.
    async fn active(&self, who: &str) -> Result<(), Problem> {
        self.w.backend.act_as(&id(who)).await.unwrap().map(drop).ok_or(Problem::SignedOut)
    }

    /// A request, one who presses, and the other party.
    async fn pick(&self, number: usize, by: usize) -> Option<(i64, String, String)> {
        let all = self.w.texts("SELECT CAST(id AS TEXT) FROM requests ORDER BY requests.id DESC").await;
        let request = all.get(number % all.len().max(1))?.parse().unwrap();
        let facts = self.w.backend.db().request(request).await.unwrap()?.request;
        let stem = |who: &Handle| who.as_str().trim_end_matches("-ovh").to_owned();
        let who = [stem(&facts.asked_by), stem(&facts.to), stem(&facts.from), "ee5".into()][by].clone();
        let other = if by == 0 { stem(&facts.to) } else { stem(&facts.asked_by) };
        Some((request, who, other))
    }

    /// The code that is typed, and whose it is and which.
    async fn code(&self, request: i64, who: &str, other: &str, typed: Typed) -> (Token, Option<(String, i32)>) {
        let (whose, order) = match typed {
            Typed::Invented => return (new_token(), None),
            Typed::Newest => (who, "DESC"),
            Typed::Oldest => (who, "ASC"),
            Typed::OtherPartys => (other, "DESC"),
        };
        let sent = format!(
            "SELECT payload || ' ' || CAST(generation AS TEXT) FROM outbox WHERE request_id = {request}
             AND recipient = '{whose}-ovh' AND payload IS NOT NULL ORDER BY generation {order}"
        );
        match self.w.texts(&sent).await.first().and_then(|sent| sent.split_once(' ')) {
            None => (new_token(), None),
            Some((code, generation)) => {
                (Token::parse(code).unwrap(), Some((format!("{whose}-ovh"), generation.parse().unwrap())))
            }
        }
    }

    async fn press(&self, who: &str, request: i64, code: &Token, decision: Decision) -> Result<String, Problem> {
        self.active(who).await?;
        self.w.decide(who, request, code, decision).await.map(|decided| format!("{decided:?}"))
    }

    async fn all_accept(&self, number: usize) -> Result<String, Problem> {
        let Some((request, ..)) = self.pick(number, 0).await else { return Ok("nothing to accept".into()) };
        let waiting = self.w.backend.db().request(request).await.unwrap().unwrap().request.waiting_for();
        let mut answers = Vec::new();
        for party in waiting {
            let stem = party.as_str().trim_end_matches("-ovh").to_owned();
            let (code, _) = self.code(request, &stem, &stem, Typed::Newest).await;
            answers.push(self.press(&stem, request, &code, Decision::Accept).await);
        }
        Ok(format!("{answers:?}"))
    }

    async fn new_address(&self, who: &str) -> Result<String, Problem> {
        self.active(who).await?;
        let address = format!("{who}.{}@example.net", self.acts);
        told(self.w.actor(who).await.ask_email(&address, Password::typed(PASSWORD)).await)?;
        let sql = format!("SELECT payload FROM outbox WHERE event = 'emailConfirm' AND address = '{address}'");
        let code = Token::parse(&self.w.texts(&sql).await[0]).unwrap();
        told(self.w.actor(who).await.confirm_email(&code).await).map(String::from)
    }
}
