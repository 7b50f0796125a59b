//! The first password of an account that the operator created: replaced at the first sign-in, or chosen by an invitation.

use countersign_backend::{NewAccount, Password, PasswordChoice, Queue, SignIn, SignedIn};
use countersign_domain::{DAY, EmailAddress, Field, Handle, PersonName, Problem, Token, Wrong};
use countersign_locales::Language;

use crate::{
    engine::on_both,
    support::{PASSWORD, World, id, told},
};

on_both!(
    a_password_of_the_operator_is_replaced_first,
    the_operators_password_is_not_chosen_again,
    an_invitation_chooses_the_first_password_once,
    an_invitation_ends_after_seven_days,
    a_new_password_ends_the_invitation,
);

const NEW: &str = "violet harbour pebble 29";

fn new_account(password: Option<&str>) -> NewAccount {
    NewAccount {
        id: Some(id("yy7")),
        name: PersonName::parse("Ada Byron").unwrap(),
        organisation: None,
        email: EmailAddress::parse("ada@example.net").unwrap(),
        language: Language::Fr,
        password: password.map(Password::typed),
    }
}

async fn signs_in(w: &World, password: &str) -> bool {
    let outcome = told(w.backend.sign_in("yy7", Password::typed(password), Queue::Strangers).await).unwrap();
    matches!(outcome, SignIn::Accepted(_))
}

async fn must_choose(w: &World, who: &Handle) -> Option<PasswordChoice> {
    match w.backend.signed_in(who).await.unwrap() {
        SignedIn::MustChoose(choice) => Some(choice),
        SignedIn::Customer(_) | SignedIn::Nobody => None,
    }
}

/// The code of the invitation, from its mail.
async fn invitation(w: &World) -> Token {
    let payload = w.texts("SELECT payload FROM outbox WHERE event = 'invite' AND address = 'ada@example.net'").await;
    Token::parse(&payload[0]).unwrap()
}

async fn a_password_of_the_operator_is_replaced_first(w: World) {
    let ada =
        w.backend.operator(crate::support::staff("Test.")).create_account(new_account(Some(PASSWORD))).await.unwrap();
    assert!(signs_in(&w, PASSWORD).await);
    assert!(w.backend.act_as(&ada).await.unwrap().is_none(), "no use case of a customer can be reached");
    let choice = must_choose(&w, &ada).await.expect("a password is to be chosen");
    let account = told(choice.choose(NEW).await).unwrap();
    assert!(!account.password_is_temporary);
    assert!(w.backend.act_as(&ada).await.unwrap().is_some());
    assert!(signs_in(&w, NEW).await && !signs_in(&w, PASSWORD).await);
    assert_eq!(w.count("outbox WHERE event = 'passwordChanged' AND recipient = 'yy7-ovh'").await, 1);
    // What was begun with the former password is over.
    assert_eq!(told(choice.choose("another quite long sentence").await).err(), Some(Problem::SignedOut));

    // So is it when the operator sets another one.
    let set = w.backend.operator(crate::support::staff("Test.")).password_for(&ada, PASSWORD).await.unwrap();
    w.backend.operator(crate::support::staff("Asked by post.")).set_password(&ada, set).await.unwrap();
    assert!(must_choose(&w, &ada).await.is_some());
    // By the link of a forgotten password, the customer chooses as well.
    told(w.backend.forgot_password("yy7", None).await).unwrap();
    let code = w.texts("SELECT payload FROM outbox WHERE event = 'passwordReset'").await;
    assert_eq!(
        told(w.backend.reset_password(&Token::parse(&code[0]).unwrap(), NEW).await).map(|chosen| chosen.invited),
        Ok(false)
    );
    assert!(w.backend.act_as(&ada).await.unwrap().is_some());
}

async fn the_operators_password_is_not_chosen_again(w: World) {
    let ada =
        w.backend.operator(crate::support::staff("Test.")).create_account(new_account(Some(PASSWORD))).await.unwrap();
    let choice = must_choose(&w, &ada).await.unwrap();
    for (new, wrong) in [
        (PASSWORD, Wrong::Unchanged),
        ("short", Wrong::TooShort),
        ("AdaByron1815!", Wrong::Related),
        ("Summer2024!!", Wrong::Pattern),
    ] {
        assert_eq!(told(choice.choose(new).await).err(), Some(Problem::field(Field::NewPassword, wrong)), "{new}");
    }
    assert!(must_choose(&w, &ada).await.is_some());
    // The operator is told of the same.
    for (new, wrong) in [("ada@example.net", Wrong::Related), ("Winter-2025!!", Wrong::Pattern)] {
        let judged = told(w.backend.operator(crate::support::staff("Test.")).password_for(&ada, new).await);
        assert_eq!(judged.err(), Some(Problem::field(Field::NewPassword, wrong)), "{new}");
    }
    assert_eq!(
        told(w.backend.operator(crate::support::staff("Test.")).password_for(&id("zz9"), NEW).await).err(),
        Some(Problem::NotFound)
    );
}

async fn an_invitation_chooses_the_first_password_once(w: World) {
    let ada = w.backend.operator(crate::support::staff("Test.")).create_account(new_account(None)).await.unwrap();
    let code = invitation(&w).await;
    assert_eq!(w.count("outbox WHERE event = 'welcome'").await, 0);
    assert_eq!(w.backend.invited(&code).await.unwrap().as_ref(), Some(&ada));
    assert!(w.backend.can_reset_password(&code).await.unwrap());
    assert_eq!(told(w.backend.reset_password(&code, NEW).await).map(|chosen| chosen.invited), Ok(true));
    assert!(signs_in(&w, NEW).await);
    assert!(w.backend.act_as(&ada).await.unwrap().is_some(), "the operator does not know it");
    assert_eq!(w.count("outbox WHERE event = 'welcome' AND recipient = 'yy7-ovh'").await, 1);
    assert_eq!(told(w.backend.reset_password(&code, NEW).await), Err(Problem::StaleLink));
    assert_eq!(w.backend.invited(&code).await.unwrap(), None);
}

async fn an_invitation_ends_after_seven_days(w: World) {
    w.backend.operator(crate::support::staff("Test.")).create_account(new_account(None)).await.unwrap();
    let code = invitation(&w).await;
    w.later(7 * DAY - 1);
    assert!(w.backend.can_reset_password(&code).await.unwrap());
    w.later(1);
    assert!(!w.backend.can_reset_password(&code).await.unwrap());
    assert_eq!(told(w.backend.reset_password(&code, NEW).await), Err(Problem::StaleLink));
    // The way from there is that of a forgotten password.
    told(w.backend.forgot_password("ada@example.net", None).await).unwrap();
    let code = w.texts("SELECT payload FROM outbox WHERE event = 'passwordReset'").await;
    assert_eq!(
        told(w.backend.reset_password(&Token::parse(&code[0]).unwrap(), NEW).await).map(|chosen| chosen.invited),
        Ok(false)
    );
    assert!(signs_in(&w, NEW).await);
}

async fn a_new_password_ends_the_invitation(w: World) {
    let ada = w.backend.operator(crate::support::staff("Test.")).create_account(new_account(None)).await.unwrap();
    let code = invitation(&w).await;
    w.backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&ada, Password::typed(PASSWORD))
        .await
        .unwrap();
    assert!(!w.backend.can_reset_password(&code).await.unwrap());
}
