//! Who sees a request: its parties, the replaced contact once it is done, and the service's administrator. For everyone
//! else it is not there.

use Role::{Admin, Billing, Tech};
use countersign_domain::{
    Category::{DnsZone, Domain, Hosting},
    Problem, RequestId, Role, ServiceId,
    view::{Pending, ServiceQuery},
};

use crate::{
    engine::on_both,
    support::{CUSTOMERS, World, contacts, told},
};

on_both!(
    parties_and_the_administrator_and_nobody_else,
    the_replaced_contact_only_once_it_is_done,
    the_present_administrator_also_of_what_is_older_than_its_account,
    a_service_is_there_for_its_contacts_alone,
    an_open_requests_number_is_for_those_who_see_it,
    linked_numbers_are_for_those_who_see_them,
    each_reads_of_its_own_address_only,
);

async fn seen_by(w: &World, request: RequestId) -> Vec<&'static str> {
    let mut seeing = Vec::new();
    for who in CUSTOMERS {
        match told(w.actor(who).await.request(request).await) {
            Ok(detail) => {
                assert_eq!(detail.row.id, request);
                seeing.push(who);
            }
            Err(problem) => assert_eq!(problem, Problem::NotFound),
        }
    }
    seeing
}

async fn parties_and_the_administrator_and_nobody_else(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Tech, "dd4").await;
    assert_eq!(seen_by(&w, request).await, ["aa1", "bb2", "dd4"]);
    w.cancel("bb2", request).await.unwrap();
    assert_eq!(seen_by(&w, request).await, ["aa1", "bb2", "dd4"]);
    // The administration goes to another: it sees what was, the former no more.
    let admin = w.ask_one("aa1", service, Admin, "ee5").await;
    assert_eq!(seen_by(&w, admin).await, ["aa1", "ee5"]);
    w.accept("aa1", admin).await.unwrap();
    w.accept("ee5", admin).await.unwrap();
    assert_eq!(seen_by(&w, request).await, ["bb2", "dd4", "ee5"]);
    assert_eq!(told(w.actor("aa1").await.request(4711).await), Err(Problem::NotFound));
    assert_eq!(told(w.actor("aa1").await.request(-1).await), Err(Problem::NotFound));
}

async fn the_replaced_contact_only_once_it_is_done(w: World) {
    let service = w.service().await;
    let refused = w.ask_one("aa1", service, Tech, "dd4").await;
    assert_eq!(seen_by(&w, refused).await, ["aa1", "dd4"]);
    w.refuse("dd4", refused).await.unwrap();
    assert_eq!(seen_by(&w, refused).await, ["aa1", "dd4"], "it came to nothing, and is nothing to bb2");
    let done = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("aa1", done).await.unwrap();
    w.accept("dd4", done).await.unwrap();
    assert_eq!(seen_by(&w, done).await, ["aa1", "bb2", "dd4"]);
}

async fn the_present_administrator_also_of_what_is_older_than_its_account(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Tech, "dd4").await;
    w.later(1);
    w.add_account("zz9").await;
    assert_eq!(told(w.actor("zz9").await.request(request).await), Err(Problem::NotFound));
    let admin = w.ask_one("aa1", service, Admin, "zz9").await;
    w.accept("aa1", admin).await.unwrap();
    w.accept("zz9", admin).await.unwrap();
    assert_eq!(told(w.actor("zz9").await.request(request).await).unwrap().row.id, request);
    let busy = w.ask("zz9", service, &[(Tech, "ee5")]).await;
    assert_eq!(busy, Err(Problem::Busy { role: Tech, request: Some(request) }), "the link leads somewhere");
}

async fn a_service_is_there_for_its_contacts_alone(w: World) {
    let service = w.service().await;
    for (who, may) in [("aa1", vec![Admin, Tech, Billing]), ("bb2", vec![Tech]), ("cc3", vec![Billing])] {
        let form = told(w.actor(who).await.contact_form(service).await).unwrap();
        assert_eq!(form.may_change.iter().collect::<Vec<_>>(), may);
        assert_eq!(form.service.contacts, contacts(["aa1", "bb2", "cc3"]));
        assert_eq!(form.days, 7);
        assert_eq!(listed(&w, who).await, [service]);
    }
    let stranger = told(w.actor("dd4").await.contact_form(service).await);
    assert_eq!(stranger, Err(Problem::NotFound));
    assert_eq!(told(w.actor("dd4").await.contact_form(uuid::Uuid::nil()).await), Err(Problem::NotFound));
    assert!(listed(&w, "dd4").await.is_empty());
    // Nor for one who was a contact until a moment ago.
    w.tamper(service, Tech, "bb2", "dd4").await;
    assert_eq!(told(w.actor("bb2").await.contact_form(service).await), Err(Problem::NotFound));
    assert!(listed(&w, "bb2").await.is_empty());
}

async fn listed(w: &World, who: &str) -> Vec<ServiceId> {
    let page = told(w.actor(who).await.services(&ServiceQuery::default()).await).unwrap();
    page.rows.iter().map(|row| row.id).collect()
}

async fn pending(w: &World, who: &str, service: ServiceId) -> Vec<(Role, Option<RequestId>)> {
    let form = told(w.actor(who).await.contact_form(service).await).unwrap();
    let page = told(w.actor(who).await.services(&ServiceQuery::default()).await).unwrap();
    let in_list = page.rows.into_iter().find(|row| row.id == service).unwrap();
    assert_eq!(in_list, form.service, "the list and the form say the same");
    form.service.pending.iter().map(|Pending { role, request }| (*role, *request)).collect()
}

async fn an_open_requests_number_is_for_those_who_see_it(w: World) {
    let service = w.add_service("s", Hosting, ["aa1", "bb2", "cc3"]).await;
    assert!(pending(&w, "aa1", service).await.is_empty());
    let admin = w.ask_one("aa1", service, Admin, "cc3").await;
    let tech = w.ask_one("bb2", service, Tech, "dd4").await;
    let billing = w.ask_one("aa1", service, Billing, "dd4").await;
    let roles = |a, t, b| vec![(Admin, a), (Tech, t), (Billing, b)];
    assert_eq!(pending(&w, "aa1", service).await, roles(Some(admin), Some(tech), Some(billing)));
    assert_eq!(pending(&w, "bb2", service).await, roles(None, Some(tech), None));
    assert_eq!(pending(&w, "cc3", service).await, roles(Some(admin), None, None));
    w.cancel("bb2", tech).await.unwrap();
    assert_eq!(pending(&w, "aa1", service).await, [(Admin, Some(admin)), (Billing, Some(billing))]);

    // Several roles in one request are so many lines of one number, administrator first.
    let all = w.add_service("all", Hosting, ["ee5", "ee5", "ee5"]).await;
    let request = w.ask("ee5", all, &[(Billing, "ff6"), (Tech, "ff6"), (Admin, "ff6")]).await.unwrap()[0];
    assert_eq!(pending(&w, "ee5", all).await, roles(Some(request), Some(request), Some(request)));

    // Nor for an account that came to have the named ID later, and to be a contact of the service.
    let other = w.add_service("other", Hosting, ["aa1", "bb2", "cc3"]).await;
    w.ask_one("aa1", other, Tech, "zz9").await;
    w.later(1);
    w.add_account("zz9").await;
    w.tamper(other, Billing, "cc3", "zz9").await;
    assert_eq!(pending(&w, "zz9", other).await, [(Tech, None)]);
    assert_eq!(w.ask("zz9", other, &[(Billing, "dd4"), (Tech, "dd4")]).await, Err(Problem::NotYourRole(Tech)));
}

async fn linked_numbers_are_for_those_who_see_them(w: World) {
    let domain = w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await;
    w.later(1);
    w.add_service("example.org", DnsZone, ["ff6", "aa1", "cc3"]).await;
    w.tamper(domain, Tech, "bb2", "aa1").await;
    // aa1 is technical contact of both; ff6 administrates the zone only, and is no party.
    let both = w.submit("aa1", domain, &[(Tech, "dd4")], true).await.unwrap();
    let siblings = async |who, request| {
        let detail = told(w.actor(who).await.request(request).await)?;
        assert!(detail.linked);
        Ok(detail.siblings.into_iter().map(|other| other.request).collect::<Vec<_>>())
    };
    for party in ["aa1", "dd4"] {
        assert_eq!(siblings(party, both[0]).await, Ok(vec![Some(both[1])]));
        assert_eq!(siblings(party, both[1]).await, Ok(vec![Some(both[0])]));
    }
    assert_eq!(siblings("ff6", both[0]).await, Err(Problem::NotFound));
    assert_eq!(siblings("ff6", both[1]).await, Ok(vec![]), "it sees the zone's, and not that there is another");
}

async fn each_reads_of_its_own_address_only(w: World) {
    let service = w.service().await;
    let request = w.ask_one("bb2", service, Tech, "dd4").await;
    for who in ["aa1", "bb2", "dd4"] {
        let seen = told(w.actor(who).await.request(request).await).unwrap();
        assert_eq!(seen.masked_email, format!("{}•••@example.org", &who[..1]));
        assert_eq!(seen.message.as_deref(), Some("As agreed."));
        let all = format!("{seen:?}");
        assert!(
            !all.contains("1@") && !all.contains("2@") && !all.contains("4@") && !all.contains("Customer"),
            "{all}"
        );
    }
}
