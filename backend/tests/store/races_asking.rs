//! Many at once that ask: one gets through, the others are told, and nobody sees a failure inside.

use Role::{Admin, Billing, Tech};
use countersign_domain::{
    Category::{DnsZone, Domain, Hosting},
    DAY, Problem, Role, ServiceId,
};

use crate::{engine::on_both, races::at_once, support::World};

on_both!(
    of_many_forms_for_one_role_one_is_registered,
    forms_for_the_domain_and_for_its_zone_do_not_wait_in_a_circle,
    an_overdue_request_is_cleared_once_for_all_who_come,
    of_a_burst_of_forms_as_many_are_looked_at_as_an_hour_allows,
    of_a_burst_of_requests_as_many_are_asked_as_an_hour_allows,
    of_a_burst_at_one_customer_as_many_of_each_are_asked_as_an_hour_allows,
);

type Asked = Result<Vec<i64>, Problem>;

fn count(asked: &[Asked], fits: impl Fn(&Asked) -> bool) -> usize {
    asked.iter().filter(|one| fits(one)).count()
}

async fn of_many_forms_for_one_role_one_is_registered(w: World) {
    let service = w.service().await;
    // More than there are connections.
    let asking = (0..40).map(|n| {
        let w = w.clone();
        async move { w.ask(if n % 2 == 0 { "aa1" } else { "bb2" }, service, &[(Tech, "dd4")]).await }
    });
    let asked = at_once(asking).await;
    assert_eq!(count(&asked, Result::is_ok), 1, "{asked:?}");
    assert_eq!(count(&asked, |one| matches!(one, Err(Problem::Busy { role: Tech, .. }))), 39);
    assert_eq!(w.count("requests").await, 1);
    assert_eq!(w.count("outbox").await, 2);
}

async fn forms_for_the_domain_and_for_its_zone_do_not_wait_in_a_circle(w: World) {
    for round in 0..4 {
        let name = format!("{round}.example.org");
        let domain = w.add_service(&name, Domain, ["aa1", "bb2", "cc3"]).await;
        let zone = w.add_service(&name, DnsZone, ["aa1", "bb2", "cc3"]).await;
        let asking = (0..10).map(|n| {
            let w = w.clone();
            let service = if n % 2 == 0 { domain } else { zone };
            async move { w.submit("aa1", service, &[(Tech, "dd4"), (Billing, "ee5")], true).await }
        });
        let asked = at_once(asking).await;
        assert_eq!(count(&asked, |one| one.as_ref().is_ok_and(|ids| ids.len() == 2)), 1, "{asked:?}");
        assert_eq!(count(&asked, |one| matches!(one, Err(Problem::Busy { .. }))), 9);
    }
}

async fn an_overdue_request_is_cleared_once_for_all_who_come(w: World) {
    let service = w.service().await;
    let old = w.ask_one("aa1", service, Tech, "dd4").await;
    w.later(7 * DAY);
    let asking = (0..12).map(|_| {
        let w = w.clone();
        async move { w.ask("bb2", service, &[(Tech, "ee5")]).await }
    });
    let asked = at_once(asking).await;
    assert_eq!(count(&asked, Result::is_ok), 1, "{asked:?}");
    assert_eq!(w.mails(old).await, ["asked aa1", "asked dd4", "expired aa1", "expired dd4"]);
}

/// Who sends it, of which service, and what it wishes.
type Form = (&'static str, ServiceId, Vec<(Role, &'static str)>);

/// Forms that are sent at once, by turns from two processes.
async fn burst(w: &World, forms: Vec<Form>) -> Vec<Asked> {
    let processes = [w.clone(), w.another_process().await];
    let asking = forms.into_iter().enumerate().map(|(n, (who, service, wished))| {
        let w = processes[n % 2].clone();
        async move { w.ask(who, service, &wished).await }
    });
    let asked = at_once(asking).await;
    processes[1].backend.db().close().await;
    asked
}

const TOO_MANY: Asked = Err(Problem::TooMany { retry_after: 3600 });

async fn of_a_burst_of_forms_as_many_are_looked_at_as_an_hour_allows(w: World) {
    let service = w.service().await;
    // Each names the present contact, and is refused.
    let asked = burst(&w, vec![("aa1", service, vec![(Tech, "bb2")]); 100]).await;
    assert_eq!(count(&asked, |one| *one == TOO_MANY), 40, "{asked:?}");
    assert_eq!(count(&asked, Result::is_err), 100);
    assert_eq!(w.count("attempts").await, 60);
}

async fn of_a_burst_of_requests_as_many_are_asked_as_an_hour_allows(w: World) {
    let mut forms = Vec::new();
    for n in 0..40 {
        let service = w.add_service(&n.to_string(), Hosting, ["aa1", "bb2", "cc3"]).await;
        // Three requests each.
        forms.push(("aa1", service, vec![(Admin, "dd4"), (Tech, "ee5"), (Billing, "ff6")]));
    }
    let asked = burst(&w, forms).await;
    assert_eq!(count(&asked, Result::is_ok), 20, "{asked:?}");
    assert_eq!(count(&asked, |one| *one == TOO_MANY), 20);
    assert_eq!((w.count("requests").await, w.count("outbox WHERE event = 'asked'").await), (60, 120));
}

async fn of_a_burst_at_one_customer_as_many_of_each_are_asked_as_an_hour_allows(w: World) {
    let mut forms = Vec::new();
    // Each sends more than it may.
    for (n, who) in (0..16).flat_map(|n| ["aa1", "bb2", "cc3"].map(|who| (n, who))) {
        let service = w.add_service(&format!("{who} {n}"), Hosting, [who; 3]).await;
        forms.extend([Admin, Tech, Billing].map(|role| (who, service, vec![(role, "dd4")])));
    }
    assert_eq!(forms.len(), 144);
    let asked = burst(&w, forms).await;
    // Thirty of each: nobody uses up what another may ask.
    assert_eq!(count(&asked, Result::is_ok), 90, "{asked:?}");
    assert_eq!(count(&asked, |one| *one == TOO_MANY), 54);
    assert_eq!((w.count("requests").await, w.count("outbox WHERE event = 'asked'").await), (90, 180));
    // Of their mails exactly as many go at once as may, and one digest collects the rest.
    let to = "outbox WHERE recipient = 'dd4-ovh'";
    assert_eq!(w.count(&format!("{to} AND event = 'asked' AND bundle IS NULL")).await, 15);
    assert_eq!(w.count(&format!("{to} AND bundle IS NOT NULL")).await, 75);
    assert_eq!(w.count(&format!("{to} AND event = 'digest'")).await, 1);
}
