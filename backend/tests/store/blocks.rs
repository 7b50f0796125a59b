//! A customer that is blocked is answered as if the blocker did not exist, and the blocker sees nothing of what it asks.

use Role::{Admin, Billing, Tech};
use countersign_backend::{
    ambient::new_token,
    testing::{MailState, RequestFilter},
};
use countersign_domain::{
    Category::{DnsZone, Domain, Hosting},
    DAY, Decision, Event, Problem, RequestId, Role, StateName,
    view::{Decided, Delivery, RequestDetail, ServiceQuery, What},
};

use crate::{
    engine::on_both,
    support::{World, id, told},
    unknown::{end_mails, page, rows, stop_mails},
};

on_both!(
    a_blocked_requester_gets_the_answer_and_the_rows_of_an_unknown_customer_id,
    a_blocked_requester_sees_the_page_of_an_unknown_customer_id,
    while_no_mail_goes_out_the_page_is_the_same_too,
    the_blocker_sees_nothing_of_a_hidden_request,
    a_hidden_request_is_reminded_of_and_expires_like_any_other,
    what_is_open_when_the_customer_is_blocked_is_hidden_as_well,
    what_was_accepted_or_has_ended_stays,
    the_services_administrator_sees_and_cancels_what_is_hidden_from_it,
    of_linked_requests_only_the_accepted_one_stays,
);

/// The numbers of the requests that an account lists.
pub(crate) async fn listed(w: &World, who: &str) -> Vec<RequestId> {
    let page = told(w.actor(who).await.requests(RequestFilter::All, None).await).unwrap();
    page.rows.iter().map(|row| row.id).collect()
}

/// How many requests wait for an account's decision.
pub(crate) async fn to_decide(w: &World, who: &str) -> i32 {
    told(w.actor(who).await.me().await).unwrap().to_decide
}

/// Whether a request is there for an account in no way.
pub(crate) async fn is_absent(w: &World, who: &str, request: RequestId) -> bool {
    let actor = w.actor(who).await;
    let absent = Err(Problem::NotFound);
    let code = w.code(request, who).await;
    for decision in [Decision::Accept, Decision::Refuse] {
        assert_eq!(told(actor.decide(request, &code, decision, None).await), Err(Problem::NotFound));
    }
    assert_eq!(told(actor.resend(request).await), absent);
    assert_eq!(told(actor.cancel(request, None).await), absent);
    assert_eq!(told(actor.ask_again(request).await), Err(Problem::NotFound));
    told(actor.request(request).await) == Err(Problem::NotFound) && !listed(w, who).await.contains(&request)
}

async fn a_blocked_requester_gets_the_answer_and_the_rows_of_an_unknown_customer_id(w: World) {
    assert_eq!(w.block("dd4", "aa1").await, Ok(true));
    let mut written = Vec::new();
    // Blocked by, unknown, known.
    for named in ["dd4", "zz9", "ee5"] {
        let service = w.add_service(named, Hosting, ["aa1", "bb2", "cc3"]).await;
        let before = rows(&w).await;
        let asked = w.ask("aa1", service, &[(Tech, named), (Billing, named)]).await.unwrap();
        for request in asked {
            assert_eq!(w.mails(request).await, ["asked aa1", &format!("asked {named}")]);
            assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id(named)])));
        }
        written.push(rows(&w).await.into_iter().map(|(table, n)| (table, n - before[table])).collect::<Vec<_>>());
    }
    assert_eq!((&written[0], &written[0]), (&written[1], &written[2]));
    assert_eq!(w.texts("SELECT to_account FROM requests WHERE hidden_from_target").await, ["dd4-ovh", "dd4-ovh"]);
}

async fn a_blocked_requester_sees_the_page_of_an_unknown_customer_id(w: World) {
    w.block("dd4", "aa1").await.unwrap();
    let mut pages = Vec::new();
    for (named, fate) in [("zz9", MailState::Void), ("dd4", MailState::Void), ("ee5", MailState::Sent)] {
        let service = w.add_service(named, Hosting, ["aa1", "bb2", "cc3"]).await;
        let request = w.ask_one("aa1", service, Tech, named).await;
        let asked = page(&w, request, named).await;
        end_mails(&w, fate).await;
        let mailed = page(&w, request, named).await;
        // One that is blocked only now.
        if named == "ee5" {
            w.block("ee5", "aa1").await.unwrap();
            assert_eq!(page(&w, request, named).await, mailed);
        }
        w.later(6 * DAY);
        w.backend.system("test").remind_due().await.unwrap();
        end_mails(&w, fate).await;
        let reminded = page(&w, request, named).await;
        w.later(DAY);
        assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 1);
        end_mails(&w, fate).await;
        pages.push([asked, mailed, reminded, page(&w, request, named).await].map(|page| without_times(&page)));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0], pages[2]);
    assert!(pages[0][3].contains("Reminder") && pages[0][3].contains("Expired"), "{}", pages[0][3]);
}

/// Each request was asked at a time of its own.
fn without_times(page: &str) -> String {
    page.split_inclusive("Timestamp(").map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit())).collect()
}

async fn while_no_mail_goes_out_the_page_is_the_same_too(w: World) {
    w.block("dd4", "aa1").await.unwrap();
    let mut asked = Vec::new();
    for named in ["dd4", "zz9"] {
        let service = w.add_service(named, Hosting, ["aa1", "bb2", "cc3"]).await;
        asked.push((named, w.ask_one("aa1", service, Tech, named).await));
    }
    w.later(1);
    stop_mails(&w, true).await;
    let pages = [page(&w, asked[0].1, asked[0].0).await, page(&w, asked[1].1, asked[1].0).await];
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0].matches("Waiting").count(), 2, "{}", pages[0]);
}

async fn the_blocker_sees_nothing_of_a_hidden_request(w: World) {
    // The blocker is a contact of the service.
    let service = w.add_service("shop.example.org", Hosting, ["aa1", "dd4", "cc3"]).await;
    w.block("dd4", "aa1").await.unwrap();
    let request = w.ask_one("aa1", service, Billing, "dd4").await;
    assert!(is_absent(&w, "dd4", request).await);
    assert!(listed(&w, "dd4").await.is_empty());
    assert_eq!(to_decide(&w, "dd4").await, 0);
    assert_eq!(w.count("codes WHERE tries > 0").await, 0, "no code was compared");
    // That a change is pending, every contact sees; which request it is, those alone who see that.
    let services = told(w.actor("dd4").await.services(&ServiceQuery::default()).await).unwrap();
    let pending: Vec<_> = services.rows[0].pending.iter().map(|pending| (pending.role, pending.request)).collect();
    assert_eq!(pending, [(Billing, None)]);
    // Another customer's requests are seen, and one's own of the one that is blocked.
    let others = w.add_service("other.example.org", Hosting, ["ee5", "ee5", "ee5"]).await;
    let of_another = w.ask_one("ee5", others, Tech, "dd4").await;
    let own = w.ask_one("dd4", service, Tech, "aa1").await;
    assert_eq!(listed(&w, "dd4").await, [own, of_another]);
    assert!(listed(&w, "aa1").await.contains(&own), "blocking hides one direction alone");
    assert_eq!(to_decide(&w, "dd4").await, 2);
    // For the requester it is there as ever.
    assert!(listed(&w, "aa1").await.contains(&request));
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("dd4")])));
    w.cancel("aa1", request).await.unwrap();
    assert!(told(w.actor("dd4").await.request(request).await).is_err(), "nor once it has ended");
}

async fn a_hidden_request_is_reminded_of_and_expires_like_any_other(w: World) {
    w.block("dd4", "aa1").await.unwrap();
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.later(5 * DAY);
    assert_eq!(w.backend.system("test").remind_due().await.unwrap(), 1);
    w.later(2 * DAY);
    assert_eq!(w.backend.system("test").expire_due().await.unwrap(), 1);
    let events = ["asked", "expired", "reminder"];
    let mails: Vec<_> = events.iter().flat_map(|event| [format!("{event} aa1"), format!("{event} dd4")]).collect();
    assert_eq!(
        w.mails(request).await,
        mails,
        "the rows of an unknown one; who may read them is looked at when they go"
    );
    assert_eq!(w.state(request).await.name(), StateName::Expired);
    assert!(listed(&w, "dd4").await.is_empty());
    // It can be asked again, and is hidden again.
    let again = told(w.actor("aa1").await.ask_again(request).await).unwrap();
    assert!(is_absent(&w, "dd4", again[0]).await);
}

async fn what_is_open_when_the_customer_is_blocked_is_hidden_as_well(w: World) {
    let service = w.service().await;
    let other = w.add_service("other.example.org", Hosting, ["ee5", "ee5", "ee5"]).await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    let of_another = w.ask_one("ee5", other, Tech, "dd4").await;
    let to_another = w.ask_one("aa1", service, Billing, "ff6").await;
    assert_eq!((listed(&w, "dd4").await, to_decide(&w, "dd4").await), (vec![of_another, request], 2));
    let before = page(&w, request, "dd4").await;
    assert_eq!(w.block("dd4", "aa1").await, Ok(true));
    assert!(is_absent(&w, "dd4", request).await);
    assert_eq!((listed(&w, "dd4").await, to_decide(&w, "dd4").await), (vec![of_another], 1));
    assert_eq!(page(&w, request, "dd4").await, before, "the requester notices nothing");
    let states = "SELECT request_id || ' ' || account || ' ' || state FROM codes ORDER BY 1";
    let expected = [
        format!("{request} aa1-ovh live"),
        format!("{request} dd4-ovh void"),
        format!("{of_another} dd4-ovh live"),
        format!("{of_another} ee5-ovh live"),
        format!("{to_another} aa1-ovh live"),
        format!("{to_another} ff6-ovh live"),
    ];
    assert_eq!(w.texts(states).await, expected);
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("dd4")])));
    assert_eq!(w.accept("dd4", of_another).await, Ok(Decided::Waiting(vec![id("ee5")])));
}

async fn what_was_accepted_or_has_ended_stays(w: World) {
    let service = w.service().await;
    let refused = w.ask_one("aa1", service, Admin, "dd4").await;
    w.refuse("dd4", refused).await.unwrap();
    let accepted = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("dd4", accepted).await.unwrap();
    w.block("dd4", "aa1").await.unwrap();
    assert_eq!(listed(&w, "dd4").await, [accepted, refused]);
    assert_eq!(w.resend("dd4", accepted).await, Err(Problem::AlreadyDecided));
    let seen = told(w.actor("dd4").await.request(accepted).await).unwrap();
    assert!(seen.takes_part && seen.requester_blocked && !seen.awaits_reader());
    assert!(
        !told(w.actor("aa1").await.request(accepted).await).unwrap().requester_blocked,
        "that is the blocker's own"
    );
    assert_eq!(w.accept("aa1", accepted).await, Ok(Decided::Done));
    assert_eq!(w.contacts(service).await, ["aa1", "dd4", "cc3"]);
    assert_eq!(w.count("requests WHERE hidden_from_target").await, 0);
}

async fn seen(w: &World, who: &str, request: RequestId) -> RequestDetail {
    told(w.actor(who).await.request(request).await).unwrap()
}

async fn the_services_administrator_sees_and_cancels_what_is_hidden_from_it(w: World) {
    let service = w.service().await;
    w.block("aa1", "bb2").await.unwrap();
    let request = w.ask_one("bb2", service, Tech, "aa1").await;
    end_mails(&w, MailState::Void).await;
    let detail = seen(&w, "aa1", request).await;
    assert!(!detail.takes_part && !detail.awaits_reader() && !detail.is_asked_by_other());
    assert!(detail.administers && detail.cancellable());
    let own = detail.timeline.iter().filter(|entry| entry.who == Some(id("aa1")));
    assert_eq!(own.map(|entry| entry.what).collect::<Vec<_>>(), [What::Mail(Event::Asked, Delivery::Unsaid)]);
    assert!(listed(&w, "aa1").await.is_empty());
    assert_eq!(to_decide(&w, "aa1").await, 0);
    assert_eq!(w.decide("aa1", request, &new_token(), Decision::Accept).await, Err(Problem::NotFound));
    assert_eq!(w.resend("aa1", request).await, Err(Problem::NotFound));
    let services = told(w.actor("aa1").await.services(&ServiceQuery::default()).await).unwrap();
    assert_eq!(services.rows[0].pending[0].request, Some(request));
    assert_eq!(w.cancel("aa1", request).await, Ok(()));
    assert!(w.mails(request).await.contains(&"cancelled bb2".to_owned()));
    // Its own form takes the place of one.
    let open = w.ask_one("bb2", service, Tech, "aa1").await;
    w.ask_instead("aa1", service, &[(Tech, "ee5")], false).await.unwrap();
    assert_eq!(w.state(open).await.name(), StateName::Aborted);
}

async fn of_linked_requests_only_the_accepted_one_stays(w: World) {
    let domain = w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await;
    w.later(1);
    w.add_service("example.org", DnsZone, ["aa1", "ff6", "cc3"]).await;
    let both = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
    w.accept("dd4", both[0]).await.unwrap();
    w.block("dd4", "aa1").await.unwrap();
    assert_eq!(listed(&w, "dd4").await, [both[0]]);
    let detail = seen(&w, "dd4", both[0]).await;
    assert_eq!((detail.siblings.len(), detail.siblings[0].request, &detail.siblings[0].to), (1, None, &None));
    for request in &both {
        w.accept("aa1", *request).await.unwrap();
    }
    w.later(7 * DAY);
    w.backend.system("test").expire_due().await.unwrap();
    assert_eq!(w.contacts(domain).await, ["aa1", "bb2", "cc3"], "neither was made");
    assert_eq!(w.count("request_roles WHERE open").await, 0);
}
