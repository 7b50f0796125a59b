//! The list of requests: what I sent and received, newest first, filtered and paged; and the counts in the banner.

use Role::{Admin, Billing, Tech};
use countersign_backend::testing::RequestFilter;
use countersign_domain::{AbortReason, Category::Hosting, DAY, HOUR, Problem, RequestId, Role, StateName};

use crate::{
    engine::on_both,
    support::{World, id, told},
};

on_both!(
    what_i_sent_and_what_i_received_newest_first,
    filters_by_state_and_by_being_open,
    pages_of_fifty,
    a_line_says_what_is_waited_for,
    the_banner_counts_what_waits_for_me_and_what_waits_for_others,
    a_filter_is_a_state_or_malformed,
    no_more_than_sixty_in_an_hour,
);

async fn list(w: &World, who: &str, filter: RequestFilter) -> Vec<RequestId> {
    let page = told(w.actor(who).await.requests(filter, None).await).unwrap();
    page.rows.iter().map(|row| row.id).collect()
}

async fn what_i_sent_and_what_i_received_newest_first(w: World) {
    let service = w.service().await;
    let sent = w.ask_one("aa1", service, Tech, "dd4").await;
    let received = w.ask_one("cc3", service, Billing, "aa1").await;
    let to_myself = w.ask_one("aa1", w.add_service("own", Hosting, ["aa1", "bb2", "cc3"]).await, Tech, "aa1").await;
    let of_others = w.ask_one("ee5", w.add_service("theirs", Hosting, ["ee5", "aa1", "cc3"]).await, Admin, "ff6").await;
    assert_eq!(list(&w, "aa1", RequestFilter::All).await, [to_myself, received, sent]);
    assert_eq!(list(&w, "dd4", RequestFilter::All).await, [sent]);
    assert_eq!(list(&w, "cc3", RequestFilter::All).await, [received]);
    assert_eq!(list(&w, "bb2", RequestFilter::All).await, [0; 0], "to be replaced is not to receive");
    assert_eq!(list(&w, "ff6", RequestFilter::All).await, [of_others]);
}

async fn filters_by_state_and_by_being_open(w: World) {
    let service = w.service().await;
    let expired = w.ask_one("aa1", service, Tech, "dd4").await;
    w.later(7 * DAY);
    w.backend.system("test").expire_due().await.unwrap();
    let refused = w.ask_one("aa1", service, Tech, "dd4").await;
    w.refuse("dd4", refused).await.unwrap();
    let aborted = w.ask_one("aa1", service, Tech, "dd4").await;
    w.cancel("aa1", aborted).await.unwrap();
    let done = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("aa1", done).await.unwrap();
    w.accept("dd4", done).await.unwrap();
    let open = w.ask_one("aa1", service, Tech, "ee5").await;
    let state = RequestFilter::State;
    for (filter, wanted) in [
        (RequestFilter::All, vec![open, done, aborted, refused, expired]),
        (RequestFilter::Open, vec![open]),
        (state(StateName::Validating), vec![open]),
        (state(StateName::Done), vec![done]),
        (state(StateName::Aborted), vec![aborted]),
        (state(StateName::Refused), vec![refused]),
        (state(StateName::Expired), vec![expired]),
        (state(StateName::Error), vec![]),
        (state(StateName::Doing), vec![]),
        (state(StateName::Todo), vec![]),
    ] {
        assert_eq!(list(&w, "aa1", filter).await, wanted, "{filter:?}");
    }
}

async fn pages_of_fifty(w: World) {
    let mut all = Vec::new();
    for n in 0..101 {
        // Not so many in an hour that one is stopped.
        w.later(HOUR / 30);
        let service = w.add_service(&format!("s{n}"), Hosting, ["aa1", "bb2", "cc3"]).await;
        all.insert(0, w.ask_one("aa1", service, Tech, "dd4").await);
    }
    for who in ["aa1", "dd4"] {
        let (mut read, mut before, mut sizes) = (Vec::new(), None, Vec::new());
        loop {
            let page = told(w.actor(who).await.requests(RequestFilter::Open, before).await).unwrap();
            sizes.push(page.rows.len());
            read.extend(page.rows.iter().map(|row| row.id));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(sizes, [50, 50, 1]);
        assert_eq!(read, all);
    }
    for before in [Some(0), Some(-1), Some(RequestId::MIN)] {
        let page = told(w.actor("aa1").await.requests(RequestFilter::All, before).await).unwrap();
        assert!(page.rows.is_empty() && page.next.is_none());
    }
}

async fn a_line_says_what_is_waited_for(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    let line = async || told(w.actor("dd4").await.requests(RequestFilter::All, None).await).unwrap().rows.remove(0);
    let before = line().await;
    assert_eq!((before.waiting_for.clone(), before.state), (vec![id("aa1"), id("dd4")], StateName::Validating));
    assert_eq!((&before.from, &before.to, &before.asked_by), (&id("bb2"), &id("dd4"), &id("aa1")));
    assert_eq!((before.asked_at, before.expires_at), (w.now(), w.now().plus(7 * DAY)));
    assert_eq!((before.service, before.service_name.as_str()), (service, "shop.example.org"));
    assert!(before.awaits(&id("dd4")));
    w.accept("dd4", request).await.unwrap();
    assert_eq!(line().await.waiting_for, [id("aa1")]);
    w.later(1);
    w.cancel("aa1", request).await.unwrap();
    let after = line().await;
    assert!(after.waiting_for.is_empty());
    assert_eq!((after.ended_at, after.reason), (Some(w.now()), Some(AbortReason::Cancelled)));
}

async fn counts(w: &World, who: &str) -> (i32, i32) {
    let me = told(w.actor(who).await.me().await).unwrap();
    (me.to_decide, me.waiting)
}

async fn the_banner_counts_what_waits_for_me_and_what_waits_for_others(w: World) {
    let service = w.service().await;
    assert_eq!(counts(&w, "aa1").await, (0, 0));
    let tech = w.ask_one("aa1", service, Tech, "dd4").await;
    let billing = w.ask_one("cc3", service, Billing, "dd4").await;
    assert_eq!(counts(&w, "aa1").await, (1, 0));
    assert_eq!(counts(&w, "cc3").await, (1, 0));
    assert_eq!(counts(&w, "dd4").await, (2, 0));
    assert_eq!(counts(&w, "bb2").await, (0, 0), "the one to be replaced");
    w.accept("aa1", tech).await.unwrap();
    w.accept("dd4", billing).await.unwrap();
    assert_eq!(counts(&w, "aa1").await, (0, 1));
    assert_eq!(counts(&w, "dd4").await, (1, 1));
    w.refuse("dd4", tech).await.unwrap();
    assert_eq!(counts(&w, "aa1").await, (0, 0));
    assert_eq!(counts(&w, "dd4").await, (0, 1));
    // To myself: one acceptance is waited for, and it is mine.
    w.ask_one("aa1", service, Tech, "aa1").await;
    assert_eq!(counts(&w, "aa1").await, (1, 0));
    w.later(7 * DAY);
    assert_eq!(counts(&w, "aa1").await, (0, 0), "overdue, though no job has come by");
}

async fn a_filter_is_a_state_or_malformed(_: World) {
    for (text, filter) in [
        ("", RequestFilter::All),
        ("all", RequestFilter::All),
        ("open", RequestFilter::Open),
        ("validatingByCustomers", RequestFilter::State(StateName::Validating)),
    ] {
        assert_eq!(told(RequestFilter::try_from(text)), Ok(filter));
    }
    for text in ["Open", "done ", "' OR 1=1", "\0"] {
        assert_eq!(told(RequestFilter::try_from(text)), Err(Problem::Malformed));
    }
}

async fn no_more_than_sixty_in_an_hour(w: World) {
    let mut services = Vec::new();
    for n in 0..61 {
        services.push(w.add_service(&format!("s{n}"), Hosting, ["aa1", "bb2", "cc3"]).await);
    }
    for pair in services[..60].chunks(2) {
        w.ask_one("aa1", pair[0], Tech, "dd4").await;
        w.ask_one("aa1", pair[1], Tech, "ee5").await;
    }
    let too_many = w.ask("aa1", services[60], &[(Tech, "dd4")]).await.unwrap_err();
    assert!(matches!(too_many, Problem::TooMany { retry_after: 1..=3600 }));
    assert_eq!(w.count("requests").await, 60);
    w.ask_one("bb2", services[60], Tech, "dd4").await;
    w.later(HOUR);
    w.ask_one("aa1", services[60], Billing, "dd4").await;
}
