//! Many at once on one request: one wins, never two, and nothing is done twice.

use Role::{Admin, Billing, Tech};
use countersign_backend::ambient::new_token;
use countersign_domain::{
    Category::{DnsZone, Domain, Hosting},
    Decision, Problem, Role,
    view::Decided,
};

use crate::{engine::on_both, support::World};

on_both!(
    of_fifty_wrong_tries_five_are_compared,
    of_sixteen_that_ask_for_the_mail_again_five_are_sent_it,
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

async fn of_sixteen_that_ask_for_the_mail_again_five_are_sent_it(w: World) {
    let (_, request) = half_accepted(&w, "s").await;
    let asking = (0..16).map(|_| {
        let w = w.clone();
        async move { w.resend("dd4", request).await }
    });
    let asked = at_once(asking).await;
    assert_eq!(asked.iter().filter(|one| one.is_ok()).count(), 5, "{asked:?}");
    assert_eq!(asked.iter().filter(|one| matches!(one, Err(Problem::TooMany { .. }))).count(), 11);
    assert_eq!(w.count("codes WHERE state = 'live'").await, 1);
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Done), "the newest");
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
