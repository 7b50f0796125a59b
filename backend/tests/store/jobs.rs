//! What time asks for: reminders once, ends once, however many processes look after it.

use Role::{Billing, Tech};
use countersign_backend::ambient::new_id;
use countersign_domain::{Category::Hosting, DAY, Role, State};

use crate::{engine::on_both, support::World};

on_both!(
    reminds_once_and_only_those_who_have_not_decided,
    reminds_nobody_of_what_has_ended_or_is_overdue,
    reminds_nobody_when_the_time_ran_out_while_it_waited,
    several_processes_remind_and_end_each_request_once,
);

async fn reminds_once_and_only_those_who_have_not_decided(w: World) {
    let service = w.service().await;
    let half = w.ask_one("aa1", service, Tech, "dd4").await;
    let nobody = w.ask_one("aa1", service, Billing, "ee5").await;
    w.accept("aa1", half).await.unwrap();
    w.later(5 * DAY - 1);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 0, "not before two days are left");
    w.later(1);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 2);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 0);
    w.later(DAY);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 0, "once");
    assert_eq!(w.mails(half).await, ["asked aa1", "asked dd4", "reminder dd4"]);
    assert_eq!(w.mails(nobody).await, ["asked aa1", "asked ee5", "reminder aa1", "reminder ee5"]);
    // A reminder brings no code: the one that was sent still works.
    assert_eq!(w.count("outbox WHERE event = 'reminder' AND payload IS NOT NULL").await, 0);
    assert!(w.accept("dd4", half).await.is_ok());
}

async fn reminds_nobody_of_what_has_ended_or_is_overdue(w: World) {
    let service = w.service().await;
    let cancelled = w.ask_one("aa1", service, Tech, "dd4").await;
    w.cancel("aa1", cancelled).await.unwrap();
    let overdue = w.ask_one("aa1", service, Tech, "dd4").await;
    w.later(7 * DAY);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 0);
    assert_eq!(w.state(overdue).await, State::Validating, "ending it is another job's");
    assert_eq!(w.count("outbox WHERE event = 'reminder'").await, 0);
}

async fn reminds_nobody_when_the_time_ran_out_while_it_waited(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.later(7 * DAY - 1);
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_request(request).await.unwrap();
    let there = w.clone();
    assert_eq!(w.waits(held, 1, async move { there.backend.system("test").remind_due().await.unwrap() }).await, 0);
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4"]);
}

async fn several_processes_remind_and_end_each_request_once(w: World) {
    let mut requests = Vec::new();
    for n in 0..12 {
        let service = w.add_service(&format!("s{n}"), Hosting, ["aa1", "bb2", "cc3"]).await;
        requests.push(w.ask_one("aa1", service, Tech, "dd4").await);
    }
    let processes = [w.clone(), w.another_process().await, w.another_process().await];
    w.later(5 * DAY);
    let reminded =
        together(&processes, |w: World| async move { w.backend.system("test").remind_due().await.unwrap() }).await;
    assert_eq!(reminded.iter().sum::<u32>(), 12);
    w.later(2 * DAY);
    let ended =
        together(&processes, |w: World| async move { w.backend.system("test").expire_due().await.unwrap() }).await;
    assert_eq!(ended.iter().sum::<u32>(), 12);
    for request in requests {
        assert_eq!(w.state(request).await, State::Expired(w.now()));
        assert_eq!(
            w.mails(request).await,
            ["asked aa1", "asked dd4", "expired aa1", "expired dd4", "reminder aa1", "reminder dd4"]
        );
    }
    // No two workers ever hold the same mail. A digest brings seven of the 72.
    let leased = together(&processes, |w: World| async move {
        let mut held = Vec::new();
        for _ in 0..4 {
            let mut tx = w.backend.db().begin().await.unwrap();
            held.extend(tx.lease_mails(new_id(w.now()), w.now(), w.now().plus(DAY), 10).await.unwrap());
            tx.commit().await.unwrap();
        }
        held.into_iter().map(|mail| mail.id).collect::<Vec<_>>()
    });
    let mut leased = leased.await.concat();
    leased.sort();
    let all = leased.len();
    leased.dedup();
    assert_eq!((leased.len(), all), (66, 66));
    for process in &processes[1..] {
        process.backend.db().close().await;
    }
}

/// Runs the same in every process at once.
async fn together<T, F>(processes: &[World], act: impl Fn(World) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let tasks: Vec<_> = processes.iter().map(|w| tokio::spawn(act(w.clone()))).collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.unwrap());
    }
    results
}
