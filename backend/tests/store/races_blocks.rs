//! Blocking at the same moment as asking, accepting, cancelling and disabling: nothing slips through, and nobody waits in a circle.

use Role::{Billing, Tech};
use countersign_backend::{ambient::new_id, testing::NewRequest};
use countersign_domain::{
    Category::{DnsZone, Domain, Hosting},
    DAY, Decision, Problem, Role, Roles, Standing, StateName,
};

use crate::{
    blocks::listed,
    engine::on_both,
    races::at_once,
    support::{World, id, told},
};

on_both!(
    asking_waits_for_a_block_and_is_hidden,
    a_block_waits_for_what_is_being_asked_and_hides_it,
    accepting_waits_for_a_block_and_finds_nothing,
    a_block_waits_for_what_is_being_accepted_and_leaves_it,
    asking_and_blocking_at_once_leaves_nothing_to_see,
    accepting_and_blocking_at_once,
    blocking_cancelling_and_disabling_at_once,
);

async fn asking_waits_for_a_block_and_is_hidden(w: World) {
    let service = w.service().await;
    let asker = w.actor("aa1").await;
    let form = w.submission(service, &[(Tech, "dd4")]);
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_account(&id("dd4")).await.unwrap();
    assert!(held.insert_block(&id("dd4"), &id("aa1"), w.now()).await.unwrap());
    let asked = w.waits_for_commit(held, async move { told(asker.submit(&form).await) }).await;
    assert_eq!(asked.unwrap().len(), 1);
    assert!(listed(&w, "dd4").await.is_empty());
}

async fn a_block_waits_for_what_is_being_asked_and_hides_it(w: World) {
    let service = w.service().await;
    let (asker, to) = (id("aa1"), id("dd4"));
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_services(&[service]).await.unwrap();
    held.hold_accounts(&[asker.to_string(), to.to_string()]).await.unwrap();
    let new = NewRequest {
        submission: new_id(w.now()),
        linked: false,
        service,
        companion: None,
        roles: Roles::default().with(Tech),
        from: &id("bb2"),
        to: &to,
        asked_by: &asker,
        standing: Standing::Administrator,
        message: None,
        asked_at: w.now(),
        expires_at: w.now().plus(DAY),
    };
    let (request, _) = held.insert_request(&new).await.unwrap();
    let there = w.clone();
    let blocked = w.waits_for_commit(held, async move { there.block("dd4", "aa1").await }).await;
    assert_eq!(blocked, Ok(true));
    assert_eq!(told(w.actor("dd4").await.request(request).await), Err(Problem::NotFound));
}

async fn accepting_waits_for_a_block_and_finds_nothing(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    let (actor, code) = (w.actor("dd4").await, w.code(request, "dd4").await);
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_services(&[service]).await.unwrap();
    held.lock_account(&id("dd4")).await.unwrap();
    held.insert_block(&id("dd4"), &id("aa1"), w.now()).await.unwrap();
    held.hide_request(request, &id("dd4")).await.unwrap();
    let accepting = async move { told(actor.decide(request, &code, Decision::Accept, None).await) };
    assert_eq!(w.waits_for_commit(held, accepting).await, Err(Problem::NotFound));
    assert_eq!(w.count("decisions").await, 0);
}

async fn a_block_waits_for_what_is_being_accepted_and_leaves_it(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_request(request).await.unwrap();
    assert!(held.insert_decision(request, &id("dd4"), Decision::Accept, None, w.now()).await.unwrap());
    let there = w.clone();
    let blocked = w.waits_for_commit(held, async move { there.block("dd4", "aa1").await }).await;
    assert_eq!(blocked, Ok(true));
    assert_eq!(listed(&w, "dd4").await, [request]);
    assert_eq!(w.count("requests WHERE hidden_from_target").await, 0);
}

async fn asking_and_blocking_at_once_leaves_nothing_to_see(w: World) {
    for round in 0..12 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let (asking, blocking) = (w.clone(), w.clone());
        let acts: [std::pin::Pin<Box<dyn Future<Output = ()> + Send>>; 2] = [
            Box::pin(async move { drop(asking.ask("aa1", service, &[(Tech, "dd4")]).await.unwrap()) }),
            Box::pin(async move { assert_eq!(blocking.block("dd4", "aa1").await, Ok(true)) }),
        ];
        at_once(acts).await;
        assert!(listed(&w, "dd4").await.is_empty(), "whichever came first");
        w.unblock("dd4", "aa1").await.unwrap();
    }
    assert_eq!(w.count("requests WHERE hidden_from_target").await, 12);
}

async fn accepting_and_blocking_at_once(w: World) {
    for round in 0..12 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, Tech, "dd4").await;
        let code = w.code(request, "dd4").await;
        let (accepting, blocking) = (w.clone(), w.clone());
        let acts: [std::pin::Pin<Box<dyn Future<Output = bool> + Send>>; 2] = [
            Box::pin(async move {
                let answer = accepting.decide("dd4", request, &code, Decision::Accept).await;
                assert!(answer.is_ok() || answer == Err(Problem::NotFound), "{answer:?}");
                answer.is_ok()
            }),
            Box::pin(async move { blocking.block("dd4", "aa1").await.unwrap() }),
        ];
        let accepted = at_once(acts).await[0];
        // Accepted and seen, or neither.
        assert_eq!(listed(&w, "dd4").await.contains(&request), accepted);
        assert_eq!(w.count(&format!("decisions WHERE request_id = {request}")).await, i64::from(accepted));
        w.unblock("dd4", "aa1").await.unwrap();
    }
}

async fn blocking_cancelling_and_disabling_at_once(w: World) {
    for round in 0..6 {
        let name = format!("{round}.example.org");
        let domain = w.add_service(&name, Domain, ["aa1", "bb2", "cc3"]).await;
        w.later(1);
        w.add_service(&name, DnsZone, ["aa1", "ff6", "cc3"]).await;
        let linked = w.submit("aa1", domain, &[(Tech, "dd4"), (Billing, "dd4")], true).await.unwrap();
        let (blocking, cancelling, disabling, first) = (w.clone(), w.clone(), w.clone(), linked[0]);
        let canceller = w.actor("aa1").await;
        let acts: [std::pin::Pin<Box<dyn Future<Output = ()> + Send>>; 3] = [
            Box::pin(async move { assert_eq!(blocking.block("dd4", "aa1").await, Ok(true)) }),
            Box::pin(async move {
                let answer = told(canceller.cancel(first, None).await);
                assert!(matches!(answer, Ok(()) | Err(Problem::Ended(_))), "{answer:?}");
                drop(cancelling);
            }),
            Box::pin(async move {
                disabling
                    .backend
                    .operator(crate::support::staff("Asked by post."))
                    .disable_account(&id("aa1"))
                    .await
                    .unwrap()
            }),
        ];
        at_once(acts).await;
        for request in linked {
            assert_eq!(w.state(request).await.name(), StateName::Aborted);
        }
        w.backend.operator(crate::support::staff("A round more.")).enable_account(&id("aa1")).await.unwrap();
        w.unblock("dd4", "aa1").await.unwrap();
    }
}
