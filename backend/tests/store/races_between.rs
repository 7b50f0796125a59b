//! Several requests of one service at once, and presses that are dropped midway: whole or absent.

use std::{pin::Pin, time::Duration};

use Role::{Admin, Billing, Tech};
use countersign_domain::{Category::Hosting, DAY, Decision, MINUTE, Problem, Role, StateName, Status, view::Decided};

use crate::{engine::on_both, races::at_once, support::World};

on_both!(
    the_administration_goes_while_a_role_is_handed_over,
    the_holder_and_the_administrator_hand_different_roles_over,
    a_service_is_updated_while_its_contacts_change,
    a_press_that_is_dropped_midway_is_whole_or_absent,
    a_form_that_is_dropped_midway_is_whole_or_absent,
);

async fn accept(w: World, who: &'static str, request: i64) -> Result<Decided, Problem> {
    w.accept(who, request).await
}

async fn the_administration_goes_while_a_role_is_handed_over(w: World) {
    for round in 0..6 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let tech = w.ask_one("aa1", service, Tech, "ee5").await;
        let admin = w.ask_one("aa1", service, Admin, "dd4").await;
        w.accept("aa1", tech).await.unwrap();
        w.accept("aa1", admin).await.unwrap();
        let results =
            at_once([("ee5", tech), ("dd4", admin)].map(|(who, request)| accept(w.clone(), who, request))).await;
        assert_eq!(results[1], Ok(Decided::Done));
        let in_time = results[0] == Ok(Decided::Done);
        assert!(in_time || results[0] == Err(Problem::Ended(StateName::Aborted)), "{results:?}");
        assert_eq!(w.state(tech).await.name(), if in_time { StateName::Done } else { StateName::Aborted });
        assert_eq!(w.contacts(service).await, ["dd4", if in_time { "ee5" } else { "bb2" }, "cc3"]);
        assert_eq!(w.replay(service).await, if in_time { 5 } else { 4 });
    }
}

async fn the_holder_and_the_administrator_hand_different_roles_over(w: World) {
    for round in 0..4 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let tech = w.ask_one("bb2", service, Tech, "dd4").await;
        let billing = w.ask_one("aa1", service, Billing, "dd4").await;
        let presses = [("bb2", tech), ("dd4", tech), ("aa1", billing), ("dd4", billing)];
        let results = at_once(presses.map(|(who, request)| accept(w.clone(), who, request))).await;
        assert_eq!(results.iter().filter(|r| **r == Ok(Decided::Done)).count(), 2, "{results:?}");
        assert_eq!(w.contacts(service).await, ["aa1", "dd4", "dd4"]);
        assert_eq!(w.replay(service).await, 5, "no line of history is lost or doubled");
    }
}

async fn a_service_is_updated_while_its_contacts_change(w: World) {
    for round in 0..40_u32 {
        // An account asks another so many requests an hour and no more.
        w.later(3 * MINUTE);
        let name = format!("shop-{round}.example.org");
        let service = w.add_service(&name, Hosting, ["aa1", "bb2", "bb2"]).await;
        let request = w.ask("aa1", service, &[(Tech, "dd4"), (Billing, "dd4")]).await.unwrap()[0];
        w.accept("aa1", request).await.unwrap();
        let code = w.code(request, "dd4").await;
        let end = w.now().plus(i64::from(round) * DAY);
        // Now the one begins first and now the other, a little later each time.
        let wait = Duration::from_micros(400) * (round / 2);
        let waits = if round % 2 == 0 { [Duration::ZERO, wait] } else { [wait, Duration::ZERO] };
        let (updating, accepting, updated) = (w.clone(), w.clone(), name.clone());
        let acts: [Pin<Box<dyn Future<Output = ()> + Send>>; 2] = [
            Box::pin(async move {
                tokio::time::sleep(waits[0]).await;
                updating.update(&updated, Hosting, Some(Status::UnPaid), Some(end)).await;
            }),
            Box::pin(async move {
                tokio::time::sleep(waits[1]).await;
                assert_eq!(accepting.decide("dd4", request, &code, Decision::Accept).await, Ok(Decided::Done));
            }),
        ];
        at_once(acts).await;
        assert_eq!(w.contacts(service).await, ["aa1", "dd4", "dd4"]);
        assert_eq!(w.replay(service).await, 5);
        let updated = format!("services WHERE name = '{name}' AND status = 'unPaid' AND expires_at = {}", end.0);
        assert_eq!(w.count(&updated).await, 1);
        w.check_listings().await;
    }
}

/// Lets `task` run for a while that differs from round to round, and drops it.
async fn drop_midway(task: impl Future<Output = ()> + Send + 'static, round: u32) {
    let task = tokio::spawn(task);
    tokio::time::sleep(Duration::from_micros(150) * round).await;
    task.abort();
    let _ = task.await;
}

async fn a_press_that_is_dropped_midway_is_whole_or_absent(w: World) {
    for round in 0..24 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, Tech, "dd4").await;
        w.accept("aa1", request).await.unwrap();
        let (again, code) = (w.clone(), w.code(request, "dd4").await);
        let press = async move { drop(again.decide("dd4", request, &code, Decision::Accept).await) };
        drop_midway(press, round).await;
        // What was under way has been taken back, or all of it stands; the next press finds out.
        match w.accept("dd4", request).await {
            Ok(Decided::Done) | Err(Problem::AlreadyDecided) => {}
            other => panic!("{other:?}"),
        }
        assert_eq!(w.state(request).await.name(), StateName::Done);
        assert_eq!(w.contacts(service).await[1], "dd4");
        assert_eq!(w.replay(service).await, 4);
        assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4", "done aa1", "done dd4", "replaced bb2"]);
    }
}

async fn a_form_that_is_dropped_midway_is_whole_or_absent(w: World) {
    for round in 0..24 {
        let service = w.add_service(&round.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        let again = w.clone();
        drop_midway(async move { drop(again.ask("aa1", service, &[(Tech, "dd4"), (Billing, "ee5")]).await) }, round)
            .await;
        let registered = match w.ask("aa1", service, &[(Tech, "dd4"), (Billing, "ee5")]).await {
            Ok(requests) => requests,
            Err(Problem::Busy { request: Some(open), .. }) => vec![open],
            other => panic!("{other:?}"),
        };
        assert_eq!(w.state(registered[0]).await.name(), StateName::Validating);
        w.later(countersign_domain::HOUR);
    }
    let requests = w.count("requests").await;
    assert_eq!(requests, 48, "two for each form, never one");
    assert_eq!(w.count("codes WHERE state = 'live'").await, 2 * requests);
    assert_eq!(w.count("outbox").await, 2 * requests);
}
