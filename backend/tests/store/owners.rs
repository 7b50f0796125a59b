//! The owner of a service: who sees it, who edits it, and that no edit writes over another unseen.

use Role::Admin;
use countersign_backend::testing::{FieldChange, OwnerChange};
use countersign_domain::{
    Category::{DnsZone, Domain},
    Country, DAY, Field, FieldProblem, HOUR, OwnerField, Problem, Role, ServiceId, TypedOwner, Wrong,
    view::OwnerPage,
};

use crate::{
    engine::on_both,
    races::at_once,
    support::{World, id, told},
};

on_both!(
    the_contacts_see_it_and_nobody_else,
    only_the_administrator_edits,
    the_right_goes_with_the_role,
    each_edit_is_written_down,
    a_second_tab_is_told_and_writes_over_nothing,
    the_same_again_is_no_edit,
    what_is_wrong_is_said_and_nothing_is_stored,
    of_eight_edits_at_once_one_is_made,
    two_first_entries_at_once_make_one_owner,
    both_addresses_are_told,
    mails_are_in_the_language_of_whom_is_known,
    no_more_than_twenty_edits_an_hour,
);

const OWNER: TypedOwner<'static> = TypedOwner {
    name: "Anna Owner",
    organisation: "",
    street: "1, rue de l’Église",
    postal_code: "75001",
    city: "Paris",
    country: "FR",
    phone: "06 12 34 56 78",
    email: "anna@owner.example",
};

async fn domain(w: &World) -> ServiceId {
    w.add_service("example.org", Domain, ["aa1", "bb2", "cc3"]).await
}

async fn edit(w: &World, who: &str, service: ServiceId, version: i32, typed: TypedOwner<'_>) -> Result<(), Problem> {
    told(w.actor(who).await.edit_owner(service, version, &typed).await)
}

async fn seen(w: &World, who: &str, service: ServiceId) -> Result<OwnerPage, Problem> {
    told(w.actor(who).await.owner(service).await)
}

/// The mails to owners so far, as `recipient address`, in alphabetical order.
async fn mails(w: &World) -> Vec<String> {
    let mut mails = w
        .texts("SELECT recipient || ' ' || address FROM outbox WHERE event = 'ownerChanged' AND request_id IS NULL")
        .await;
    mails.sort();
    mails
}

async fn the_contacts_see_it_and_nobody_else(w: World) {
    let service = domain(&w).await;
    let zone = w.add_service("example.org", DnsZone, ["aa1", "bb2", "cc3"]).await;
    for (who, may_edit) in [("aa1", true), ("bb2", false), ("cc3", false)] {
        let page = seen(&w, who, service).await.unwrap();
        assert_eq!((page.owner.clone(), page.version, page.may_edit()), (None, 0, may_edit));
        assert_eq!(seen(&w, who, zone).await, Err(Problem::NotFound), "a zone has no owner");
    }
    edit(&w, "aa1", service, 0, OWNER).await.unwrap();
    for who in ["aa1", "bb2", "cc3"] {
        let page = seen(&w, who, service).await.unwrap();
        assert_eq!(page.owner.unwrap().get(OwnerField::Phone), "+33612345678");
    }
    for stranger in ["dd4", "ee5"] {
        assert_eq!(seen(&w, stranger, service).await, Err(Problem::NotFound));
        assert_eq!(seen(&w, stranger, uuid::Uuid::nil()).await, Err(Problem::NotFound));
    }
}

async fn only_the_administrator_edits(w: World) {
    let service = domain(&w).await;
    let zone = w.add_service("example.org", DnsZone, ["aa1", "bb2", "cc3"]).await;
    // The right is judged before what was typed is.
    for typed in [OWNER, TypedOwner::default()] {
        for contact in ["bb2", "cc3"] {
            assert_eq!(edit(&w, contact, service, 0, typed).await, Err(Problem::NotAdministrator));
        }
        assert_eq!(edit(&w, "dd4", service, 0, typed).await, Err(Problem::NotFound));
        assert_eq!(edit(&w, "aa1", zone, 0, typed).await, Err(Problem::NotFound));
        assert_eq!(edit(&w, "aa1", uuid::Uuid::nil(), 0, typed).await, Err(Problem::NotFound));
    }
    assert_eq!((w.count("owners").await, w.count("owner_changes").await, w.count("outbox").await), (0, 0, 0));
}

async fn the_right_goes_with_the_role(w: World) {
    let service = domain(&w).await;
    edit(&w, "aa1", service, 0, OWNER).await.unwrap();
    let request = w.ask_one("aa1", service, Admin, "dd4").await;
    assert_eq!(seen(&w, "dd4", service).await, Err(Problem::NotFound), "to be asked is not to be it");
    w.accept("aa1", request).await.unwrap();
    w.accept("dd4", request).await.unwrap();
    let moved = TypedOwner { city: "Lyon", ..OWNER };
    assert_eq!(edit(&w, "aa1", service, 1, moved).await, Err(Problem::NotFound));
    assert_eq!(seen(&w, "aa1", service).await, Err(Problem::NotFound));
    edit(&w, "dd4", service, 1, moved).await.unwrap();
}

async fn each_edit_is_written_down(w: World) {
    let service = domain(&w).await;
    assert_eq!(w.backend.db().owner_changes(service).await.unwrap(), []);
    edit(&w, "aa1", service, 0, OWNER).await.unwrap();
    let first = w.now();
    w.later(DAY);
    let moved = TypedOwner { street: "Rua A\nB", postal_code: "", city: "Lisboa", country: "pt", ..OWNER };
    edit(&w, "aa1", service, 1, TypedOwner { phone: "+33612345678", ..moved }).await.unwrap();

    let changes = w.backend.db().owner_changes(service).await.unwrap();
    let [entered, moved] = changes.as_slice() else { panic!("two edits, not {changes:?}") };
    assert_eq!((entered.position, entered.at, entered.by.clone()), (1, first, id("aa1")));
    let fields: Vec<_> = entered.fields.iter().map(|change| (change.field.as_str(), change.before.as_str())).collect();
    // No organisation was given: it has not changed.
    assert_eq!(fields, ["name", "street", "postal_code", "city", "country", "phone", "email"].map(|field| (field, "")));
    let change = |field, before: &str, after: &str| FieldChange { field, before: before.into(), after: after.into() };
    let expected = OwnerChange {
        position: 2,
        at: w.now(),
        by: id("aa1"),
        fields: vec![
            change(OwnerField::Street, "1, rue de l’Église", "Rua A\nB"),
            change(OwnerField::PostalCode, "75001", ""),
            change(OwnerField::City, "Paris", "Lisboa"),
            change(OwnerField::Country, "FR", "PT"),
        ],
    };
    assert_eq!(*moved, expected);

    let page = seen(&w, "bb2", service).await.unwrap();
    assert_eq!((page.version, page.edits.len()), (2, 2));
    let owner = page.owner.unwrap();
    assert_eq!((owner.address.country, owner.address.postal_code), (Country::parse("PT").unwrap(), None));
    assert_eq!(w.replay(service).await, 3, "who holds which role is another history");
}

async fn a_second_tab_is_told_and_writes_over_nothing(w: World) {
    let service = domain(&w).await;
    edit(&w, "aa1", service, 0, OWNER).await.unwrap();
    w.later(HOUR);
    edit(&w, "aa1", service, 1, TypedOwner { city: "Lyon", postal_code: "69001", ..OWNER }).await.unwrap();
    let mails_before = mails(&w).await;
    for behind in [0, 1, 3, -1] {
        let typed = TypedOwner { name: "Other Tab", ..OWNER };
        assert_eq!(edit(&w, "aa1", service, behind, typed).await, Err(Problem::Changed));
    }
    let page = seen(&w, "aa1", service).await.unwrap();
    assert_eq!(page.owner.as_ref().unwrap().get(OwnerField::Name), "Anna Owner");
    assert_eq!(page.owner.as_ref().unwrap().get(OwnerField::City), "Lyon");
    assert_eq!(mails(&w).await, mails_before);
    // What the page tells of it: who, when, and what.
    let since: Vec<_> = page.edits_after(1).collect();
    assert_eq!(since.len(), 1);
    assert_eq!((since[0].by.clone(), since[0].at), (id("aa1"), w.now()));
    assert_eq!(since[0].fields, [OwnerField::PostalCode, OwnerField::City]);
    // Who has seen it may save.
    edit(&w, "aa1", service, 2, TypedOwner { name: "Other Tab", ..OWNER }).await.unwrap();
}

async fn the_same_again_is_no_edit(w: World) {
    let service = domain(&w).await;
    edit(&w, "aa1", service, 0, OWNER).await.unwrap();
    for again in [
        OWNER,
        TypedOwner { phone: "0033 (0)6.12.34.56.78", country: "fr", postal_code: "75 001", ..OWNER },
        TypedOwner { name: "  Anna   Owner ", email: "Anna@Owner.example", ..OWNER },
    ] {
        assert_eq!(edit(&w, "aa1", service, 1, again).await, Err(Problem::NothingChanged));
    }
    assert_eq!((w.count("owner_changes").await, mails(&w).await.len()), (7, 1));
}

async fn what_is_wrong_is_said_and_nothing_is_stored(w: World) {
    let service = domain(&w).await;
    let typed =
        TypedOwner { name: "Eve\r\nBcc: all@example.org", postal_code: "7500", country: "FR", phone: "x", ..OWNER };
    let wrong = |field| FieldProblem { field, wrong: Wrong::Format };
    let problems = [Field::Name, Field::PostalCode, Field::Phone].map(wrong).to_vec();
    assert_eq!(edit(&w, "aa1", service, 0, typed).await, Err(Problem::Invalid(problems)));
    assert_eq!((w.count("owners").await, w.count("outbox").await), (0, 0));
}

async fn of_eight_edits_at_once_one_is_made(w: World) {
    let service = domain(&w).await;
    edit(&w, "aa1", service, 0, OWNER).await.unwrap();
    let cities = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let edits = cities.map(|city| {
        let w = w.clone();
        async move { edit(&w, "aa1", service, 1, TypedOwner { city, ..OWNER }).await }
    });
    let results = at_once(edits).await;
    let winner = results.iter().position(Result::is_ok).expect("one is made");
    assert_eq!(results.iter().filter(|result| **result == Err(Problem::Changed)).count(), 7, "{results:?}");
    let page = seen(&w, "aa1", service).await.unwrap();
    assert_eq!((page.version, page.edits.len()), (2, 2));
    assert_eq!(page.owner.unwrap().get(OwnerField::City), cities[winner]);
    assert_eq!(mails(&w).await, ["aa1-ovh anna@owner.example"; 2], "one for each edit that was made");
}

async fn two_first_entries_at_once_make_one_owner(w: World) {
    let service = domain(&w).await;
    let entries = ["a@owner.example", "b@owner.example"].map(|email| {
        let w = w.clone();
        async move { edit(&w, "aa1", service, 0, TypedOwner { email, ..OWNER }).await }
    });
    let results = at_once(entries).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert!(results.contains(&Err(Problem::Changed)));
    assert_eq!((w.count("owners").await, mails(&w).await.len()), (1, 1));
}

async fn both_addresses_are_told(w: World) {
    let service = domain(&w).await;
    edit(&w, "aa1", service, 0, OWNER).await.unwrap();
    assert_eq!(mails(&w).await, ["aa1-ovh anna@owner.example"], "there was none before");
    edit(&w, "aa1", service, 1, TypedOwner { city: "Lyon", ..OWNER }).await.unwrap();
    assert_eq!(mails(&w).await, ["aa1-ovh anna@owner.example"; 2], "the same address gets one");
    edit(&w, "aa1", service, 2, TypedOwner { email: "eva@owner.example", ..OWNER }).await.unwrap();
    assert_eq!(
        mails(&w).await,
        [
            "aa1-ovh anna@owner.example",
            "aa1-ovh anna@owner.example",
            "aa1-ovh anna@owner.example",
            "aa1-ovh eva@owner.example"
        ]
    );
    // Nothing of what stands in the details is in the mails.
    let payloads = w.texts("SELECT payload FROM outbox WHERE event = 'ownerChanged'").await.concat();
    for detail in ["Anna", "Paris", "Lyon", "75001", "+33", "owner.example"] {
        assert!(!payloads.contains(detail), "{detail}: {payloads}");
    }
}

async fn mails_are_in_the_language_of_whom_is_known(w: World) {
    let service = domain(&w).await;
    edit(&w, "aa1", service, 0, TypedOwner { email: "dd4@example.org", ..OWNER }).await.unwrap();
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("ee5")).await.unwrap();
    edit(&w, "aa1", service, 1, TypedOwner { email: "EE5@example.org", ..OWNER }).await.unwrap();
    // One that cannot sign in is nobody to us.
    assert_eq!(mails(&w).await, ["aa1-ovh ee5@example.org", "dd4-ovh dd4@example.org", "dd4-ovh dd4@example.org"]);
}

async fn no_more_than_twenty_edits_an_hour(w: World) {
    let service = domain(&w).await;
    for version in 0..20 {
        let name = format!("Owner {version}");
        edit(&w, "aa1", service, version, TypedOwner { name: &name, city: &name, ..OWNER }).await.unwrap();
    }
    let again = TypedOwner { name: "Owner 20", ..OWNER };
    assert_eq!(edit(&w, "aa1", service, 20, again).await, Err(Problem::TooMany { retry_after: 3600 }));
    let other = w.add_service("example.net", Domain, ["dd4", "dd4", "dd4"]).await;
    edit(&w, "dd4", other, 0, OWNER).await.unwrap();
    w.later(HOUR + 1);
    edit(&w, "aa1", service, 20, again).await.unwrap();
}
