//! Many at once on one request: one wins, never two, and nothing is done twice.

use Role::{Admin, Billing, Tech};
use countersign_backend::ambient::new_token;
use countersign_domain::{
    AbortReason,
    Category::{DnsZone, Domain, Hosting},
    Decision, Problem, Role, State, StateName,
    view::Decided,
};

use crate::{engine::on_both, support::World};

on_both!(
    sixteen_right_acceptances_apply_it_once,
    accepting_against_refusing_one_wins,
    accepting_against_cancelling_one_wins,
    both_last_acceptances_at_once_apply_it_once,
    of_fifty_wrong_tries_five_are_compared,
    accepting_against_resending_leaves_one_live_code_at_most,
    the_two_halves_of_a_linked_change_at_once,
    siblings_accepted_at_once_are_all_applied,
);

/// Starts every future at the same moment and waits for all.
pub(crate) async fn at_once<T, F>(futures: impl IntoIterator<Item = F>) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let futures: Vec<_> = futures.into_iter().collect();
    let start = std::sync::Arc::new(tokio::sync::Barrier::new(futures.len()));
    let tasks: Vec<_> = futures
        .into_iter()
        .map(|future| {
            let start = start.clone();
            tokio::spawn(async move {
                start.wait().await;
                future.await
            })
        })
        .collect();
    let mut results = Vec::with_capacity(tasks.len());
    for task in tasks {
        results.push(task.await.unwrap());
    }
    results
}

async fn press(w: World, who: &'static str, request: i64, decision: Decision) -> Result<Decided, Problem> {
    let code = w.code(request, who).await;
    w.decide(who, request, &code, decision).await
}

async fn half_accepted(w: &World, name: &str) -> (uuid::Uuid, i64) {
    let service = w.add_service(name, Hosting, ["aa1", "bb2", "cc3"]).await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("aa1", request).await.unwrap();
    (service, request)
}

async fn sixteen_right_acceptances_apply_it_once(w: World) {
    let (service, request) = half_accepted(&w, "s").await;
    let results = at_once((0..16).map(|_| press(w.clone(), "dd4", request, Decision::Accept))).await;
    assert_eq!(results.iter().filter(|r| **r == Ok(Decided::Done)).count(), 1);
    assert_eq!(results.iter().filter(|r| **r == Err(Problem::AlreadyDecided)).count(), 15);
    assert_eq!(w.replay(service).await, 4, "one line of history");
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "done aa1", "done dd4", "replaced bb2"]);
    assert_eq!(w.count("decisions").await, 2);
}

async fn accepting_against_refusing_one_wins(w: World) {
    for round in 0..6 {
        let (service, request) = half_accepted(&w, &round.to_string()).await;
        let both = [Decision::Accept, Decision::Refuse].map(|d| press(w.clone(), "dd4", request, d));
        let results = at_once(both).await;
        let done = results.contains(&Ok(Decided::Done));
        let refused = results.contains(&Ok(Decided::Refused));
        assert!(done != refused, "one of the two: {results:?}");
        assert_eq!(results.iter().filter(|r| r.is_err()).count(), 1);
        assert_eq!(w.contacts(service).await[1], if done { "dd4" } else { "bb2" });
        assert_eq!(w.state(request).await.name(), if done { StateName::Done } else { StateName::Refused });
        let told = if done {
            vec!["asked aa1", "asked dd4", "done aa1", "done dd4", "replaced bb2"]
        } else {
            vec!["asked aa1", "asked dd4", "refused aa1"]
        };
        assert_eq!(w.mails(request).await, told);
    }
}

async fn accepting_against_cancelling_one_wins(w: World) {
    for round in 0..6 {
        let (service, request) = half_accepted(&w, &round.to_string()).await;
        let accepting = tokio::spawn(press(w.clone(), "dd4", request, Decision::Accept));
        let cancelled = w.cancel("aa1", request).await;
        let accepted = accepting.await.unwrap();
        match (accepted, cancelled) {
            (Ok(Decided::Done), Err(Problem::Ended(StateName::Done))) => {
                assert_eq!(w.contacts(service).await[1], "dd4");
            }
            (Err(Problem::Ended(StateName::Aborted)), Ok(())) => {
                assert_eq!(w.contacts(service).await[1], "bb2");
                assert_eq!(w.state(request).await, State::Aborted { reason: AbortReason::Cancelled, at: w.now() });
                assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "cancelled dd4"]);
            }
            both => panic!("{both:?}"),
        }
        w.replay(service).await;
    }
}

async fn both_last_acceptances_at_once_apply_it_once(w: World) {
    for round in 0..6 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, Tech, "dd4").await;
        let results = at_once(["aa1", "dd4"].map(|who| press(w.clone(), who, request, Decision::Accept))).await;
        assert_eq!(results.iter().filter(|r| **r == Ok(Decided::Done)).count(), 1, "{results:?}");
        assert_eq!(results.iter().filter(|r| matches!(r, Ok(Decided::Waiting(_)))).count(), 1);
        assert_eq!(w.replay(service).await, 4);
    }
}

async fn of_fifty_wrong_tries_five_are_compared(w: World) {
    let (_, request) = half_accepted(&w, "s").await;
    let wrong = (0..50).map(|_| {
        let w = w.clone();
        async move { w.decide("dd4", request, &new_token(), Decision::Accept).await }
    });
    let results = at_once(wrong).await;
    let mut left: Vec<i32> = Vec::new();
    for result in &results {
        match result {
            Err(Problem::WrongCode { left: tries }) => left.push(*tries),
            other => assert_eq!(*other, Err(Problem::CodeVoid)),
        }
    }
    left.sort_unstable();
    assert_eq!(left, [0, 1, 2, 3, 4]);
    assert_eq!(w.accept("dd4", request).await, Err(Problem::CodeVoid));
    assert_eq!(w.count("codes WHERE tries > 5").await, 0);
}

async fn accepting_against_resending_leaves_one_live_code_at_most(w: World) {
    for round in 0..4 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, Tech, "dd4").await;
        let accepting = tokio::spawn(press(w.clone(), "dd4", request, Decision::Accept));
        let resent = at_once((0..8).map(|_| {
            let w = w.clone();
            async move { w.resend("dd4", request).await }
        }))
        .await;
        assert!(resent.iter().filter(|r| r.is_ok()).count() <= 5, "the limit holds under pressure");
        let live =
            w.count(&format!("codes WHERE request_id = {request} AND account = 'dd4-ovh' AND state = 'live'")).await;
        match accepting.await.unwrap() {
            Ok(Decided::Waiting(_)) => assert_eq!(live, 0),
            Err(Problem::CodeReplaced) => assert_eq!(live, 1),
            other => panic!("{other:?}"),
        }
    }
}

async fn the_two_halves_of_a_linked_change_at_once(w: World) {
    for round in 0..4 {
        let name = format!("{round}.example.org");
        let domain = w.add_service(&name, Domain, ["aa1", "bb2", "cc3"]).await;
        // Another holder there: two requests, and not one for both.
        let zone = w.add_service(&name, DnsZone, ["aa1", "ee5", "cc3"]).await;
        let both = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
        let presses =
            both.iter().flat_map(|request| ["aa1", "dd4"].map(|who| press(w.clone(), who, *request, Decision::Accept)));
        let results = at_once(presses.collect::<Vec<_>>()).await;
        assert_eq!(results.iter().filter(|r| **r == Ok(Decided::Done)).count(), 1, "{results:?}");
        assert_eq!(results.iter().filter(|r| **r == Ok(Decided::WaitingForLinked)).count(), 1);
        for service in [domain, zone] {
            assert_eq!(w.contacts(service).await, ["aa1", "dd4", "cc3"]);
            assert_eq!(w.replay(service).await, 4);
        }
    }
}

async fn siblings_accepted_at_once_are_all_applied(w: World) {
    for round in 0..4 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let wished = [(Admin, "dd4"), (Tech, "ee5"), (Billing, "ff6")];
        let requests = w.ask("aa1", service, &wished).await.unwrap();
        let presses = requests
            .iter()
            .zip(wished)
            .flat_map(|(request, (_, to))| ["aa1", to].map(|who| press(w.clone(), who, *request, Decision::Accept)));
        let results = at_once(presses.collect::<Vec<_>>()).await;
        assert_eq!(results.iter().filter(|r| **r == Ok(Decided::Done)).count(), 3, "{results:?}");
        assert_eq!(w.contacts(service).await, ["dd4", "ee5", "ff6"]);
        assert_eq!(w.replay(service).await, 6);
    }
}
