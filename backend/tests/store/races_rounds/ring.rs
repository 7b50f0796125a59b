//! How two acts are made to meet, what each way leaves behind, and how often which has come about.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use countersign_backend::{Customer, testing::Db};
use countersign_domain::{
    Category::Hosting, Decision, MINUTE, Problem, RequestId, Role::Billing, ServiceId, StateName, Token, view::Decided,
};
use tokio::sync::Barrier;

use crate::{
    figures,
    support::{World, told},
};

/// Rounds in the long form, in which both ways must have come about.
const LONG: u32 = 1000;
/// By how much more the one begins later than the other, every other round,
const SPAN: Duration = Duration::from_micros(60);
/// so many times; then again from the beginning.
const SPANS: u32 = 100;

/// Lets both begin at the same moment, but for the span of this round.
pub(super) async fn meet<A: Send + 'static, B: Send + 'static>(
    round: u32,
    a: impl Future<Output = A> + Send + 'static,
    b: impl Future<Output = B> + Send + 'static,
) -> (A, B) {
    let later = SPAN * (round / 2 % SPANS);
    let (later_a, later_b) = if round.is_multiple_of(2) { (Duration::ZERO, later) } else { (later, Duration::ZERO) };
    let start = Arc::new(Barrier::new(2));
    let a = tokio::spawn(after(start.clone(), later_a, a));
    let b = tokio::spawn(after(start, later_b, b));
    (a.await.unwrap(), b.await.unwrap())
}

async fn after<T>(start: Arc<Barrier>, later: Duration, act: impl Future<Output = T>) -> T {
    start.wait().await;
    // The runtime's timers know milliseconds only.
    let begun = Instant::now();
    while begun.elapsed() < later {
        tokio::task::yield_now().await;
    }
    act.await
}

/// What one way leaves behind. aa1 administers the service, and asks that dd4 takes billing over from cc3.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) state: StateName,
    billing: &'static str,
    /// Whose codes live.
    live: &'static [&'static str],
    mails: &'static [&'static str],
}

pub(super) const DONE: Left = Left {
    state: StateName::Done,
    billing: "dd4",
    live: &[],
    mails: &["asked aa1", "asked dd4", "done aa1", "done dd4", "replaced cc3"],
};
pub(super) const ASKED: Left =
    Left { state: StateName::Validating, billing: "cc3", live: &["aa1", "dd4"], mails: &["asked aa1", "asked dd4"] };
pub(super) const ASKED_BY_CC3: Left = Left { live: &["cc3", "dd4"], mails: &["asked cc3", "asked dd4"], ..ASKED };
pub(super) const SENT_AGAIN: Left = Left { live: &["dd4"], mails: &["asked aa1", "asked dd4", "resent dd4"], ..ASKED };
pub(super) const WAITING: Left = Left { live: &["dd4"], ..ASKED };
pub(super) const CODE_DEAD: Left = Left { live: &[], ..ASKED };
pub(super) const REFUSED: Left = ended(StateName::Refused, &["asked aa1", "asked dd4", "refused aa1"]);
pub(super) const CANCELLED: Left = ended(StateName::Aborted, &["asked aa1", "asked dd4", "cancelled dd4"]);
pub(super) const ABORTED: Left = ended(StateName::Aborted, &["aborted aa1", "aborted dd4", "asked aa1", "asked dd4"]);

const fn ended(state: StateName, mails: &'static [&'static str]) -> Left {
    Left { state, billing: "cc3", live: &[], mails }
}

/// Two processes over one database, and how often which way has come about.
pub(super) struct Ring {
    pub(super) w: World,
    pub(super) other: World,
    /// dd4 in the first process.
    pub(super) dd4: Customer,
    ways: Vec<(&'static str, u32)>,
}

impl Ring {
    pub(super) async fn open<const N: usize>(w: World, ways: [&'static str; N]) -> Self {
        let (other, dd4) = (w.another_process().await, w.actor("dd4").await);
        Self { w, other, dd4, ways: ways.map(|way| (way, 0)).into() }
    }

    /// The rounds that there are to be, each in time of its own: nobody is to ask too often in one hour.
    pub(super) fn rounds(&self) -> impl Iterator<Item = u32> + use<> {
        let w = self.w.clone();
        (0..figures::rounds(6, LONG)).inspect(move |_| w.later(2 * MINUTE))
    }

    pub(super) async fn service(&self, round: u32) -> ServiceId {
        self.w.add_service(&format!("{round}.example.org"), Hosting, ["aa1", "bb2", "cc3"]).await
    }

    pub(super) async fn asked(&self, round: u32) -> (ServiceId, RequestId) {
        let service = self.service(round).await;
        (service, self.w.ask_one("aa1", service, Billing, "dd4").await)
    }

    /// A request that waits for dd4 alone, and dd4's code.
    pub(super) async fn half_accepted(&self, round: u32) -> (ServiceId, RequestId, Token) {
        let (service, request) = self.asked(round).await;
        self.w.accept("aa1", request).await.unwrap();
        (service, request, self.w.code(request, "dd4").await)
    }

    /// Notes which way a round has gone, and compares what is left behind with what that way leaves.
    pub(super) async fn went(&mut self, way: &'static str, service: ServiceId, request: RequestId, left: &Left) {
        self.ways.iter_mut().find(|(name, _)| *name == way).unwrap().1 += 1;
        assert_eq!(self.w.state(request).await.name(), left.state, "{way}");
        assert_eq!(self.w.contacts(service).await, ["aa1", "bb2", left.billing], "{way}");
        let lines = if left.state == StateName::Done { 4 } else { 3 };
        assert_eq!(self.w.replay(service).await, lines, "{way}: one line of history if it is done, and none if not");
        let live =
            format!("SELECT account FROM codes WHERE request_id = {request} AND state = 'live' ORDER BY account");
        assert_eq!(self.w.texts(&live).await, left.live.iter().map(|who| format!("{who}-ovh")).collect::<Vec<_>>());
        assert_eq!(self.w.mails(request).await, left.mails, "{way}");
    }

    /// Tells how often which way has come about; if there was time for it, each has.
    pub(super) async fn tell(self, race: &str) {
        let engine = if matches!(self.w.backend.db(), Db::Sqlite { .. }) { "SQLite" } else { "Postgres" };
        let rounds: u32 = self.ways.iter().map(|(_, times)| times).sum();
        let ways: Vec<_> = self.ways.iter().map(|(way, times)| format!("{times} {way}")).collect();
        assert!(rounds < LONG || self.ways.iter().all(|(_, times)| *times > 0), "{race}: {ways:?}");
        figures::tell(&format!("races: {race}, {engine}"), &format!("{rounds} rounds: {}", ways.join(", ")));
        self.other.backend.db().close().await;
    }
}

/// Decides as someone who has signed in before.
pub(super) fn press(
    who: &Customer,
    request: RequestId,
    code: &Token,
    decision: Decision,
) -> impl Future<Output = Result<Decided, Problem>> + Send + use<> {
    let (who, code) = (who.clone(), code.clone());
    async move { told(who.decide(request, &code, decision, None).await) }
}
