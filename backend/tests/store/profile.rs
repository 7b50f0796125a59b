//! Password and language; accounts, services and invoices as the operator makes them.

use countersign_backend::{Error, NewAccount, NewService, Password};
use countersign_domain::{
    Category, EmailAddress, Field, FieldProblem, HOUR, PersonName, Problem, ServiceName, Status, Wrong,
};
use countersign_locales::Language;

use crate::{
    engine::on_both,
    sign_in::sign_in,
    support::{PASSWORD, World, contacts, id, told},
};

on_both!(
    a_new_password_ends_every_session_and_is_told,
    a_bad_new_password_changes_nothing,
    the_operator_sets_a_password,
    the_language_is_kept,
    a_new_account_is_mailed_its_customer_id,
    ids_and_addresses_are_given_once,
    a_service_needs_known_contacts_and_a_free_name,
);

const NEW: &str = "quite another wool lamp 52";

async fn session(w: &World, key: &[u8], who: &str) {
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.insert_session(key, Some(&id(who)), "", w.now(), w.now().plus(HOUR)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_new_password_ends_every_session_and_is_told(w: World) {
    for key in [b"one".as_slice(), b"two"] {
        session(&w, key, "aa1").await;
    }
    session(&w, b"other", "bb2").await;
    let changed = told(w.actor("aa1").await.change_password(Password::typed(PASSWORD), NEW).await).unwrap();
    assert_eq!(&changed, w.actor("aa1").await.account(), "whoever has changed it goes on with the new one");
    assert_eq!(sign_in(&w, "aa1", NEW).await, Some(id("aa1")));
    assert_eq!(sign_in(&w, "aa1", PASSWORD).await, None);
    assert_eq!(w.texts("SELECT account FROM sessions").await, ["bb2-ovh"]);
    assert_eq!(w.texts("SELECT event || ' ' || recipient FROM outbox").await, ["passwordChanged aa1-ovh"]);
    assert_eq!(w.count("outbox WHERE payload IS NOT NULL").await, 0);
}

async fn a_bad_new_password_changes_nothing(w: World) {
    session(&w, b"one", "aa1").await;
    let actor = w.actor("aa1").await;
    let field = |field, wrong| FieldProblem { field, wrong };
    let cases = [
        ("wrong", NEW, vec![field(Field::Password, Wrong::Mismatch)]),
        (PASSWORD, "short", vec![field(Field::NewPassword, Wrong::TooShort)]),
        (PASSWORD, "password1234", vec![field(Field::NewPassword, Wrong::Pattern)]),
        (PASSWORD, "aa1@example.org", vec![field(Field::NewPassword, Wrong::Related)]),
        // Of the new one nothing is said to who does not know the present one.
        ("wrong", "", vec![field(Field::Password, Wrong::Mismatch)]),
    ];
    for (current, new, problems) in cases {
        let changed = told(actor.change_password(Password::typed(current), new).await);
        assert_eq!(changed, Err(Problem::Invalid(problems)), "{new:?}");
    }
    let long = told(actor.change_password(Password::typed(PASSWORD), &NEW.repeat(20)).await);
    assert_eq!(long, Err(Problem::field(Field::NewPassword, Wrong::TooLong)));
    assert_eq!(sign_in(&w, "aa1", PASSWORD).await, Some(id("aa1")));
    assert_eq!((w.count("sessions").await, w.count("outbox").await), (1, 0));
}

async fn the_operator_sets_a_password(w: World) {
    session(&w, b"one", "aa1").await;
    w.backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&id("aa1"), Password::typed(NEW))
        .await
        .unwrap();
    assert_eq!(sign_in(&w, "aa1", NEW).await, Some(id("aa1")));
    assert_eq!(w.count("sessions").await, 0);
    let nobody = w
        .backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&id("zz9"), Password::typed(NEW))
        .await;
    assert_eq!(told(nobody), Err(Problem::NotFound));
}

async fn the_language_is_kept(w: World) {
    for language in Language::ALL.iter().copied() {
        told(w.actor("aa1").await.set_language(language).await).unwrap();
        assert_eq!(w.actor("aa1").await.account().language, language);
    }
    assert_eq!(w.actor("bb2").await.account().language, Language::default());
}

fn new_account(stem: Option<&str>, name: &str, email: &str) -> NewAccount {
    NewAccount {
        id: stem.map(id),
        name: PersonName::parse(name).unwrap(),
        organisation: PersonName::parse_optional("Atelier Żak & fils").unwrap(),
        email: EmailAddress::parse(email).unwrap(),
        language: Language::default(),
        password: Some(Password::typed(PASSWORD)),
    }
}

async fn a_new_account_is_mailed_its_customer_id(w: World) {
    for (name, letters) in [("Éva Żak", "ez"), ("山田 さくら", "ss"), ("Q", "qx"), ("O'Brien", "ob")] {
        let email = format!("{letters}@example.net");
        let created = w
            .backend
            .operator(crate::support::staff("Test."))
            .create_account(new_account(None, name, &email))
            .await
            .unwrap();
        assert!(created.as_str().starts_with(letters) && created.as_str().len() == "xx11111-ovh".len(), "{created}");
        assert_eq!(sign_in(&w, &email, PASSWORD).await.as_ref(), Some(&created));
        assert_eq!(w.count(&format!("outbox WHERE event = 'welcome' AND recipient = '{created}'")).await, 1);
    }
    let given = w
        .backend
        .operator(crate::support::staff("Test."))
        .create_account(new_account(Some("yy7"), "Given", "given@example.net"))
        .await
        .unwrap();
    assert_eq!(given, id("yy7"));
    let account = w.backend.db().account(&id("yy7")).await.unwrap().unwrap();
    assert_eq!(account.organisation.map(String::from).as_deref(), Some("Atelier Żak & fils"));
}

async fn ids_and_addresses_are_given_once(w: World) {
    for taken in
        [new_account(Some("aa1"), "Other", "other@example.net"), new_account(Some("yy7"), "Other", "AA1@example.org")]
    {
        assert!(matches!(
            told(w.backend.operator(crate::support::staff("Test.")).create_account(taken).await),
            Err(Problem::Invalid(_))
        ));
    }
    assert_eq!(w.count("accounts").await, 8);
    assert_eq!(w.count("outbox").await, 0, "no welcome to nobody");
    assert_eq!(w.actor("aa1").await.account().name.as_str(), "Customer aa1");
}

async fn a_service_needs_known_contacts_and_a_free_name(w: World) {
    let new = |name: &str, held| NewService {
        name: ServiceName::parse(name).unwrap(),
        category: Category::Vps,
        status: Status::Ok,
        expires_at: None,
        contacts: contacts(held),
    };
    let service = w
        .backend
        .operator(crate::support::staff("Test."))
        .add_service(&new("vps", ["aa1", "bb2", "cc3"]))
        .await
        .unwrap();
    assert_eq!(w.replay(service).await, 3);
    for bad in [new("vps", ["aa1", "aa1", "aa1"]), new("other", ["aa1", "bb2", "zz9"])] {
        assert!(matches!(
            w.backend.operator(crate::support::staff("Test.")).add_service(&bad).await,
            Err(Error::Database(_) | Error::Problem(_))
        ));
    }
    // Nothing is half there.
    assert_eq!((w.count("services").await, w.count("contacts").await, w.count("history").await), (1, 3, 3));
    assert!(w.backend.operator(crate::support::staff("Test.")).add_invoice("FR-1", &id("zz9")).await.is_err());
    assert_eq!(w.count("invoices").await, 0);
}
