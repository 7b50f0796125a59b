//! At most one open request for a role of a service; its number only for those who may see it.

use Role::{Admin, Billing, Tech};
use countersign_domain::{Category::Hosting, DAY, Problem, Role, State, StateName};

use crate::{engine::on_both, support::World};

on_both!(
    the_number_of_the_one_in_the_way_is_for_those_who_see_it,
    the_whole_form_waits_for_the_busy_role,
    other_roles_and_other_services_are_free,
    an_overdue_request_in_the_way_is_expired_and_does_not_block,
    several_overdue_requests_are_all_cleared,
);

fn busy<T>(role: Role, request: impl Into<Option<i64>>) -> Result<T, Problem> {
    Err(Problem::Busy { role, request: request.into() })
}

async fn the_number_of_the_one_in_the_way_is_for_those_who_see_it(w: World) {
    let service = w.service().await;
    let of_admin = w.ask_one("aa1", service, Tech, "dd4").await;
    assert_eq!(w.ask("aa1", service, &[(Tech, "ee5")]).await, busy(Tech, of_admin), "its requester");
    assert_eq!(w.ask("aa1", service, &[(Tech, "dd4")]).await, busy(Tech, of_admin), "the very same again");
    assert_eq!(w.ask("bb2", service, &[(Tech, "ee5")]).await, busy(Tech, None), "the contact to be replaced");
    w.cancel("aa1", of_admin).await.unwrap();

    let of_tech = w.ask_one("bb2", service, Tech, "dd4").await;
    assert_eq!(w.ask("aa1", service, &[(Tech, "ee5")]).await, busy(Tech, of_tech), "the administrator");
    assert_eq!(w.ask("bb2", service, &[(Tech, "ee5")]).await, busy(Tech, of_tech), "its requester");

    // The new contact of a request, who holds the role in the way in another.
    let other = w.add_service("other.example.org", Hosting, ["aa1", "bb2", "bb2"]).await;
    let both = w.ask("aa1", other, &[(Tech, "cc3"), (Billing, "cc3")]).await.unwrap();
    w.tamper(other, Billing, "bb2", "cc3").await;
    assert_eq!(w.ask("cc3", other, &[(Billing, "ee5")]).await, busy(Billing, both[0]), "the new contact");
    assert_eq!(w.ask("bb2", other, &[(Tech, "ee5")]).await, busy(Tech, None));
    // A stranger does not even learn that much.
    assert_eq!(w.ask("ee5", other, &[(Tech, "ee5")]).await, Err(Problem::NotFound));
}

async fn the_whole_form_waits_for_the_busy_role(w: World) {
    let service = w.service().await;
    let open = w.ask_one("aa1", service, Tech, "dd4").await;
    let all = w.ask("aa1", service, &[(Admin, "ee5"), (Tech, "ee5"), (Billing, "ff6")]).await;
    assert_eq!(all, busy(Tech, open));
    assert_eq!(w.count("requests").await, 1);
    assert_eq!(w.count("outbox").await, 2);
    assert_eq!(w.state(open).await, State::Validating);
}

async fn other_roles_and_other_services_are_free(w: World) {
    let service = w.service().await;
    let other = w.add_service("other.example.org", Hosting, ["aa1", "bb2", "cc3"]).await;
    w.ask_one("aa1", service, Tech, "dd4").await;
    w.ask_one("aa1", service, Billing, "dd4").await;
    w.ask_one("aa1", service, Admin, "dd4").await;
    w.ask_one("aa1", other, Tech, "dd4").await;
    assert_eq!(w.count("requests WHERE ended_at IS NULL").await, 4);
}

async fn an_overdue_request_in_the_way_is_expired_and_does_not_block(w: World) {
    let service = w.service().await;
    let old = w.ask_one("bb2", service, Tech, "dd4").await;
    w.later(7 * DAY - 1);
    assert_eq!(w.ask("aa1", service, &[(Tech, "ee5")]).await, busy(Tech, old), "still in time");
    w.later(1);
    let new = w.ask_one("aa1", service, Tech, "ee5").await;
    assert_eq!(w.state(old).await, State::Expired(w.now()));
    assert_eq!(w.mails(old).await, ["asked bb2", "asked dd4", "expired bb2", "expired dd4"]);
    assert_eq!(w.mails(new).await, ["asked aa1", "asked ee5"]);
}

async fn several_overdue_requests_are_all_cleared(w: World) {
    let service = w.service().await;
    let old = w.ask("aa1", service, &[(Admin, "dd4"), (Tech, "ee5"), (Billing, "ff6")]).await.unwrap();
    w.later(7 * DAY);
    let new = w.ask("aa1", service, &[(Admin, "ff6"), (Tech, "dd4"), (Billing, "ee5")]).await.unwrap();
    assert_eq!((old.len(), new.len()), (3, 3));
    for request in old {
        assert_eq!(w.state(request).await.name(), StateName::Expired);
    }
}
