//! Names: customers correct their own, and those of services that are older than their rule stay readable.

use countersign_domain::{Category::Vps, Field, FieldProblem, Problem, Wrong, view::ServiceQuery};

use crate::{
    engine::on_both,
    support::{World, told},
};

on_both!(
    a_customer_changes_its_name_and_is_told,
    what_is_no_name_changes_nothing,
    a_stored_service_name_of_before_the_rule_is_read,
    an_invoice_number_follows_the_rule_of_all_texts,
);

const TOLD: &str = "outbox WHERE event = 'nameChanged' AND recipient = 'aa1-ovh'";

async fn a_customer_changes_its_name_and_is_told(w: World) {
    let change = async |name: &str, organisation: &str| {
        told(w.actor("aa1").await.change_name(name, organisation).await).unwrap();
        let profile = told(w.actor("aa1").await.profile().await).unwrap();
        (String::from(profile.name), profile.organisation.map(String::from))
    };
    assert_eq!(change(" Ada Byron ", "Atelier").await, ("Ada Byron".into(), Some("Atelier".into())));
    assert_eq!(w.count(TOLD).await, 1);
    assert_eq!(told(w.actor("aa1").await.me().await).unwrap().name.as_str(), "Ada Byron");
    // The same again is nothing new.
    change("Ada Byron", "Atelier").await;
    assert_eq!(w.count(TOLD).await, 1);
    assert_eq!(change("Ada Byron", " ").await, ("Ada Byron".into(), None));
    assert_eq!(w.count(TOLD).await, 2);
    assert_eq!(w.count("outbox").await, 2, "nobody else is told");
    assert_eq!(w.actor("bb2").await.account().name.as_str(), "Customer bb2");
}

async fn what_is_no_name_changes_nothing(w: World) {
    let wrong = [(Field::Name, Wrong::Empty), (Field::Organisation, Wrong::Format)];
    let problems = wrong.map(|(field, wrong)| FieldProblem { field, wrong }).into();
    let changed = told(w.actor("aa1").await.change_name(" \u{200b}", "a\u{202e}b").await);
    assert_eq!(changed, Err(Problem::Invalid(problems)));
    let forged = told(w.actor("aa1").await.change_name("Ada\r\nBcc: all@example.org", "").await);
    assert_eq!(forged, Err(Problem::field(Field::Name, Wrong::Format)));
    assert_eq!(w.actor("aa1").await.account().name.as_str(), "Customer aa1");
    assert_eq!(w.count("outbox").await, 0);
}

async fn a_stored_service_name_of_before_the_rule_is_read(w: World) {
    w.add_service("shop", Vps, ["aa1", "bb2", "cc3"]).await;
    w.run("UPDATE services SET name = 'exam\u{202e}gro.elp\u{200b}' WHERE name = 'shop'").await;
    let page = told(w.actor("aa1").await.services(&ServiceQuery::default()).await).unwrap();
    assert_eq!(page.rows[0].name.as_str(), "exam\u{fffd}gro.elp\u{fffd}");
}

async fn an_invoice_number_follows_the_rule_of_all_texts(w: World) {
    let dd4 = crate::support::id("dd4");
    for number in ["FR\u{202e}1", "a\r\nb", "\u{200b}", ""] {
        assert_eq!(
            told(w.backend.operator(crate::support::staff("Test.")).add_invoice(number, &dd4).await),
            Err(Problem::Malformed),
            "{number:?}"
        );
    }
    w.backend.operator(crate::support::staff("Test.")).add_invoice(" FR\u{200b}-1 ", &dd4).await.unwrap();
    assert_eq!(w.texts("SELECT number FROM invoices").await, ["FR-1"]);
    w.backend.operator(crate::support::staff("Test.")).pay_invoice("FR\u{200b}-1").await.unwrap();
    // One of before the rule is paid by exactly its number.
    w.run("INSERT INTO invoices (number, account, unpaid_since) VALUES (' B 7', 'dd4-ovh', 1)").await;
    w.backend.operator(crate::support::staff("Test.")).pay_invoice(" B 7").await.unwrap();
    assert_eq!(w.count("invoices WHERE paid_at IS NULL").await, 0);
}
