//! Renewal notices: each once, at its time, to whoever is the billing contact then, however many processes look after it.

use Role::Billing;
use countersign_domain::{
    Category::{Domain, Hosting},
    DAY, HOUR, RenewalDays, Role, ServiceId, Status, Timestamp,
};

use crate::{engine::on_both, races::at_once, support::World};

on_both!(
    each_notice_comes_once_at_its_time,
    of_those_missed_only_the_nearest_comes,
    whoever_is_billing_contact_then_is_told,
    after_a_renewal_notices_count_anew,
    an_end_that_moves_by_less_than_a_day_is_told_once,
    what_has_ended_or_never_ends_has_none,
    an_unpaid_service_says_so,
    several_processes_tell_each_once,
    against_a_change_of_contact_one_of_the_two_is_told,
    a_hundred_in_a_round,
    other_settings_find_whatever_notice_was_the_last,
    notices_given_before_the_migration_count,
);

/// When the service of each test ends.
fn end(w: &World) -> Timestamp {
    w.now().plus(40 * DAY)
}

async fn domain(w: &World, status: Status) -> ServiceId {
    w.add_expiring("example.org", Domain, ["aa1", "bb2", "cc3"], status, Some(end(w))).await
}

/// The notices so far, as `recipient days`, oldest first.
async fn told(w: &World) -> Vec<String> {
    let rows =
        w.texts("SELECT recipient || ' ' || payload FROM outbox WHERE event = 'renewal' ORDER BY created_at, id").await;
    rows.iter()
        .map(|row| {
            let (who, payload) = row.split_once("-ovh ").unwrap();
            let days = payload.split("\"days\":").nth(1).unwrap().split(',').next().unwrap();
            format!("{who} {days}")
        })
        .collect()
}

async fn run(w: &World) -> u32 {
    w.backend.system("test").renewals_due().await.unwrap()
}

async fn each_notice_comes_once_at_its_time(w: World) {
    domain(&w, Status::Ok).await;
    let mut expected: Vec<&str> = vec![];
    for (until, notice) in [(30, "cc3 30"), (7, "cc3 7"), (1, "cc3 1")] {
        w.later(w.now().until(end_of(&w).await) - until * DAY - 1);
        assert_eq!(run(&w).await, 0, "a moment too early");
        w.later(1);
        assert_eq!(run(&w).await, 1);
        expected.push(notice);
        assert_eq!(told(&w).await, expected);
        assert_eq!(run(&w).await, 0, "once");
        w.later(HOUR);
        assert_eq!(run(&w).await, 0, "not later either");
        let restarted = w.another_process().await;
        assert_eq!(run(&restarted).await, 0, "nor after a restart");
        restarted.backend.db().close().await;
    }
    w.later(2 * DAY);
    assert_eq!(run(&w).await, 0);
    let row = "SELECT CAST(COALESCE(request_id, 0) AS TEXT) || COALESCE(address, '') || state FROM outbox";
    assert_eq!(w.texts(row).await, ["0pending"; 3], "to the account's own address");
}

async fn end_of(w: &World) -> Timestamp {
    Timestamp(w.texts("SELECT CAST(expires_at AS TEXT) FROM services").await[0].parse().unwrap())
}

async fn of_those_missed_only_the_nearest_comes(w: World) {
    // Nobody looked for weeks; and a service that came five days before its end.
    domain(&w, Status::Ok).await;
    w.later(35 * DAY);
    let late = Some(w.now().plus(5 * DAY - HOUR));
    w.add_expiring("late.example", Hosting, ["dd4", "dd4", "dd4"], Status::Ok, late).await;
    assert_eq!(run(&w).await, 2);
    let mut notices = told(&w).await;
    notices.sort();
    assert_eq!(notices, ["cc3 7", "dd4 7"]);
    assert_eq!(w.count("renewal_notices WHERE days = 30").await, 2, "marked as passed");
    w.later(4 * DAY);
    assert_eq!(run(&w).await, 2);
    assert_eq!(w.count("renewal_notices").await, 6);
    assert_eq!(told(&w).await.iter().filter(|notice| notice.ends_with(" 1")).count(), 2);
}

async fn whoever_is_billing_contact_then_is_told(w: World) {
    let service = domain(&w, Status::Ok).await;
    w.later(10 * DAY);
    assert_eq!(run(&w).await, 1);
    let request = w.ask_one("cc3", service, Billing, "dd4").await;
    w.accept("cc3", request).await.unwrap();
    w.accept("dd4", request).await.unwrap();
    w.later(23 * DAY);
    assert_eq!(run(&w).await, 1);
    assert_eq!(told(&w).await, ["cc3 30", "dd4 7"]);
}

async fn after_a_renewal_notices_count_anew(w: World) {
    domain(&w, Status::Ok).await;
    w.later(34 * DAY);
    assert_eq!(run(&w).await, 1);
    w.update("example.org", Domain, None, Some(w.now().plus(300 * DAY))).await;
    assert_eq!(run(&w).await, 0);
    w.later(270 * DAY);
    assert_eq!(run(&w).await, 1);
    w.later(29 * DAY);
    assert_eq!(run(&w).await, 1);
    assert_eq!(told(&w).await, ["cc3 7", "cc3 30", "cc3 1"]);
}

async fn an_end_that_moves_by_less_than_a_day_is_told_once(w: World) {
    domain(&w, Status::Ok).await;
    let moved = async |ms: i64| {
        w.update("example.org", Domain, None, Some(end_of(&w).await.plus(ms))).await;
        run(&w).await
    };
    w.later(10 * DAY);
    assert_eq!(run(&w).await, 1);
    w.later(HOUR);
    // Each night the operator says how many days are left.
    for ms in [7, 3_000, -2_000] {
        assert_eq!(moved(ms).await, 0, "{ms}");
    }
    w.later(w.now().until(end_of(&w).await) - 7 * DAY);
    assert_eq!(run(&w).await, 1);
    assert_eq!((moved(1).await, moved(-1).await), (0, 0));
    w.later(HOUR);
    assert_eq!(moved(DAY - 1).await, 0);
    assert_eq!(told(&w).await, ["cc3 30", "cc3 7"]);
    assert_eq!(moved(1).await, 1, "a day is another end");
    assert_eq!(told(&w).await, ["cc3 30", "cc3 7", "cc3 30"]);
}

async fn what_has_ended_or_never_ends_has_none(w: World) {
    domain(&w, Status::Expired).await;
    w.service().await;
    let over = Some(w.now().plus(-1));
    w.add_expiring("over.example", Hosting, ["aa1", "bb2", "cc3"], Status::Ok, over).await;
    let now = Some(w.now());
    w.add_expiring("now.example", Hosting, ["aa1", "bb2", "cc3"], Status::UnPaid, now).await;
    w.later(35 * DAY);
    assert_eq!(run(&w).await, 0);
    assert_eq!((w.count("outbox").await, w.count("renewal_notices").await), (0, 0));
    let no_days = RenewalDays::parse("").unwrap();
    let found = w.backend.db().services_to_notify(&no_days, w.now(), 10).await.unwrap();
    assert_eq!(found, Vec::<ServiceId>::new(), "nor without days");
}

async fn an_unpaid_service_says_so(w: World) {
    domain(&w, Status::UnPaid).await;
    w.later(10 * DAY);
    assert_eq!(run(&w).await, 1);
    // It was paid, and then it was not again.
    for (days, status) in [(23, Status::Ok), (6, Status::PendingDebt)] {
        w.update("example.org", Domain, Some(status), None).await;
        w.later(days * DAY);
        assert_eq!(run(&w).await, 1);
    }
    let payloads = w.texts("SELECT payload FROM outbox ORDER BY created_at").await;
    let unpaid: Vec<_> = payloads.iter().map(|payload| payload.contains("\"unpaid\":true")).collect();
    assert_eq!(unpaid, [true, false, true]);
}

async fn several_processes_tell_each_once(w: World) {
    for n in 0..24 {
        let days = [29, 6, 1][n % 3];
        let end = Some(w.now().plus(days * DAY));
        w.add_expiring(&format!("s{n}"), Hosting, ["aa1", "bb2", "cc3"], Status::Ok, end).await;
    }
    let processes = [w.clone(), w.another_process().await, w.another_process().await];
    let all = at_once(processes.clone().map(|w| async move { run(&w).await })).await;
    assert_eq!(all.iter().sum::<u32>(), 24, "{all:?}");
    let mut notices = told(&w).await;
    notices.sort();
    assert_eq!(notices, [["cc3 1"; 8], ["cc3 30"; 8], ["cc3 7"; 8]].concat());
    for process in &processes[1..] {
        process.backend.db().close().await;
    }
}

async fn against_a_change_of_contact_one_of_the_two_is_told(w: World) {
    for round in 0..6 {
        let end = Some(w.now().plus(29 * DAY));
        let service = w.add_expiring(&format!("s{round}"), Hosting, ["aa1", "bb2", "cc3"], Status::Ok, end).await;
        let request = w.ask_one("cc3", service, Billing, "dd4").await;
        w.accept("cc3", request).await.unwrap();
        let (telling, changing) = (w.clone(), w.clone());
        let acts: [std::pin::Pin<Box<dyn Future<Output = u32> + Send>>; 2] = [
            Box::pin(async move { run(&telling).await }),
            Box::pin(async move { changing.accept("dd4", request).await.map(|_| 0).unwrap() }),
        ];
        assert_eq!(at_once(acts).await, [1, 0]);
        assert_eq!(w.contacts(service).await[2], "dd4");
        let last = told(&w).await.pop().unwrap();
        assert!(["cc3 30", "dd4 30"].contains(&last.as_str()), "{last}");
        assert_eq!(told(&w).await.len(), round + 1);
        w.later(1);
    }
}

async fn a_hundred_in_a_round(w: World) {
    for n in 0..105 {
        let end = Some(w.now().plus(DAY + n * HOUR));
        w.add_expiring(&format!("s{n:03}"), Hosting, ["aa1", "bb2", "cc3"], Status::Ok, end).await;
    }
    assert_eq!((run(&w).await, run(&w).await, run(&w).await), (100, 5, 0));
}

/// As after a restart with another setting, or while processes with different ones run.
async fn other_settings_find_whatever_notice_was_the_last(w: World) {
    domain(&w, Status::Ok).await;
    let other = w.with_renewal_days("20,10").await;
    let mut expected = vec![];
    for (until, process, notice) in [(30, &w, "cc3 30"), (20, &other, "cc3 20"), (7, &w, "cc3 7"), (1, &w, "cc3 1")] {
        w.later(w.now().until(end_of(&w).await) - until * DAY);
        for each in [&w, &other] {
            assert_eq!(run(each).await, u32::from(std::ptr::eq(each, process)), "{until} days before the end");
        }
        expected.push(notice);
        assert_eq!(told(&w).await, expected);
    }
    other.backend.db().close().await;
}

async fn notices_given_before_the_migration_count(w: World) {
    domain(&w, Status::Ok).await;
    w.later(10 * DAY);
    assert_eq!(run(&w).await, 1);
    for index in ["services_by_last_notice", "requests_to_remind", "links_live_by_expiry", "attempts_by_time"] {
        w.run(&format!("DROP INDEX {index}")).await;
    }
    w.run("ALTER TABLE services DROP COLUMN last_notice_days").await;
    w.run("CREATE INDEX services_by_expiry ON services (expires_at)").await;
    w.run("DELETE FROM _sqlx_migrations WHERE version = 15").await;
    w.backend.db().migrate().await.unwrap();
    assert_eq!(run(&w).await, 0, "it was told");
    w.later(23 * DAY);
    assert_eq!(run(&w).await, 1);
    assert_eq!(told(&w).await, ["cc3 30", "cc3 7"]);
}
