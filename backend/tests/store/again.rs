//! Asking once more for what came to nothing; and the history of what came to something.

use countersign_domain::{
    Category::{DnsZone, Domain, Hosting},
    DAY, Problem,
    Role::{Billing, Tech},
    view::{HistoryWhat, ServiceHistory},
};
use uuid::Uuid;

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    the_same_is_asked_again,
    only_what_failed_and_only_by_its_requester,
    all_that_stood_together_is_asked_again,
    history_tells_who_asked_and_who_accepted,
    history_is_for_the_present_contacts,
    history_keeps_its_order_whatever_the_clock_says,
);

async fn the_same_is_asked_again(w: World) {
    let service = w.service().await;
    let first = w.ask_one("aa1", service, Tech, "dd4").await;
    w.later(7 * DAY);
    w.backend.system("test").expire_due().await.unwrap();
    let [again] = told(w.actor("aa1").await.ask_again(first).await).unwrap()[..] else { panic!("one request") };
    let db = w.backend.db();
    let (old, new) =
        (db.request(first).await.unwrap().unwrap().request, db.request(again).await.unwrap().unwrap().request);
    assert_eq!(
        (new.service, new.roles, &new.from, &new.to, &new.message),
        (old.service, old.roles, &old.from, &old.to, &old.message)
    );
    assert_eq!((new.asked_at, w.mails(again).await), (w.now(), vec!["asked aa1".to_owned(), "asked dd4".to_owned()]));
    // It is judged as it is asked: what it met meanwhile stands in the way.
    assert_eq!(
        told(w.actor("aa1").await.ask_again(first).await),
        Err(Problem::Busy { role: Tech, request: Some(again) })
    );
}

async fn only_what_failed_and_only_by_its_requester(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    assert_eq!(told(w.actor("aa1").await.ask_again(request).await), Err(Problem::AlreadyDecided), "it runs");
    w.refuse("dd4", request).await.unwrap();
    assert_eq!(told(w.actor("dd4").await.ask_again(request).await), Err(Problem::NotRequester));
    assert_eq!(told(w.actor("ee5").await.ask_again(request).await), Err(Problem::NotFound));
    assert_eq!(told(w.actor("ee5").await.ask_again(request + 7).await), Err(Problem::NotFound));
    let done = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("dd4", done).await.unwrap();
    w.accept("aa1", done).await.unwrap();
    assert_eq!(told(w.actor("aa1").await.ask_again(done).await), Err(Problem::AlreadyDecided), "it is done");
    assert_eq!(told(w.actor("aa1").await.ask_again(request).await), Err(Problem::NothingChanged));
    assert_eq!(w.count("requests").await, 2);
}

async fn all_that_stood_together_is_asked_again(w: World) {
    let domain = w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await;
    let zone = w.add_service("example.org", DnsZone, ["aa1", "bb2", "gg7"]).await;
    let all = w.submit("aa1", zone, &[(Tech, "dd4"), (Billing, "dd4")], true).await.unwrap();
    w.refuse("dd4", all[1]).await.unwrap();
    for request in &all {
        let again = told(w.actor("aa1").await.ask_again(*request).await).unwrap();
        assert_eq!(again.len(), all.len());
        for (one, former) in again.iter().zip(&all) {
            let of = async |id| {
                let request = w.backend.db().request(id).await.unwrap().unwrap().request;
                (request.service, request.companion, request.roles, request.from, request.to, request.linked)
            };
            assert_eq!(of(*one).await, of(*former).await);
        }
        w.cancel("aa1", again[0]).await.unwrap();
    }
    // One that was for both is asked for both.
    let pair = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
    w.cancel("aa1", pair[0]).await.unwrap();
    told(w.actor("aa1").await.ask_again(pair[0]).await).unwrap();
    assert_eq!(w.count("request_roles WHERE open").await, 2);
}

async fn history_tells_who_asked_and_who_accepted(w: World) {
    let service = w.add_service("history.example.org", Hosting, ["aa1", "bb2", "cc3"]).await;
    w.later(DAY);
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("dd4", request).await.unwrap();
    let first = w.now();
    w.later(DAY);
    w.accept("aa1", request).await.unwrap();

    let history = told(w.actor("cc3").await.service_history(service).await).unwrap();
    assert_eq!((history.name.as_str(), history.lines.len()), ("history.example.org", 4));
    let hand_over = |history: &ServiceHistory, n: usize| match &history.lines[n].what {
        HistoryWhat::Role(change) => change.clone(),
        HistoryWhat::Owner { .. } => panic!("a role"),
    };
    assert_eq!(history.lines[0].at, w.now());
    let line = hand_over(&history, 0);
    assert_eq!((line.role, &line.from, &line.to), (Tech, &Some(id("bb2")), &id("dd4")));
    assert_eq!(line.asked_by, Some(id("aa1")));
    assert_eq!(line.accepted, [(id("dd4"), first), (id("aa1"), w.now())]);
    // cc3 may not see the request itself; the administrator and the parties may.
    assert_eq!(line.request, None);
    for who in ["aa1", "dd4"] {
        let seen = told(w.actor(who).await.service_history(service).await).unwrap();
        assert_eq!(hand_over(&seen, 0).request, Some(request));
    }
    for n in 1..4 {
        let added = hand_over(&history, n);
        assert!(added.from.is_none() && added.accepted.is_empty());
    }
}

async fn history_is_for_the_present_contacts(w: World) {
    let service = w.service().await;
    w.tamper(service, Tech, "bb2", "dd4").await;
    for who in ["bb2", "ee5"] {
        assert_eq!(told(w.actor(who).await.service_history(service).await).err(), Some(Problem::NotFound), "{who}");
    }
    assert_eq!(told(w.actor("aa1").await.service_history(Uuid::nil()).await).err(), Some(Problem::NotFound));
    assert!(told(w.actor("dd4").await.service_history(service).await).is_ok());
}

async fn history_keeps_its_order_whatever_the_clock_says(w: World) {
    let service = w.service().await;
    for (from_now, to) in [(DAY, "dd4"), (-2 * DAY, "ee5")] {
        w.later(from_now);
        let request = w.ask_one("aa1", service, Tech, to).await;
        w.accept("aa1", request).await.unwrap();
        w.accept(to, request).await.unwrap();
    }
    let history = told(w.actor("aa1").await.service_history(service).await).unwrap();
    let holders: Vec<_> = history
        .lines
        .iter()
        .filter_map(|line| match &line.what {
            HistoryWhat::Role(change) if change.role == Tech => Some(change.to.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(holders, [id("ee5"), id("dd4"), id("bb2")], "newest first");
}
