//! Opening an account oneself: nothing is one until its address is confirmed, and nobody learns which addresses have one.

use std::collections::BTreeMap;

use countersign_backend::{Backend, Password, Settings, SignUp, ambient::Clock};
use countersign_domain::{DAY, EmailAddress, Field, FieldProblem, HOUR, Handle, PersonName, Problem, Token, Wrong};
use countersign_locales::Language;

use crate::{
    engine::on_both,
    sign_in::sign_in,
    support::{PASSWORD, World, id, told},
};

on_both!(
    a_confirmed_address_is_an_account,
    nothing_is_an_account_before,
    a_link_works_once_and_in_time,
    a_second_form_corrects_the_first_whichever_link_is_used,
    another_password_opens_no_account_and_uses_nothing_up,
    what_a_stranger_typed_with_her_address_is_never_her_account,
    an_address_with_an_account_gets_the_same_rows_and_another_mail,
    an_address_that_was_taken_meanwhile,
    a_customer_id_is_given_once,
    a_request_of_before_is_not_the_new_accounts,
    what_is_wrong_is_said_at_once,
    where_visitors_may_not,
    what_is_over_is_cleaned_away,
);

/// The password of whoever owns the address, where somebody else signs up with it, too.
const HERS: &str = "quite another wool lamp 52";
const TABLES: [&str; 5] = ["accounts", "customer_ids", "links", "sign_ups", "outbox"];

pub(crate) fn eva(address: &str) -> SignUp<'_> {
    SignUp { name: "Éva Żak", organisation: "", address, language: Language::Fr, password: PASSWORD, sender: None }
}

pub(crate) async fn sign_up(w: &World, address: &str) {
    told(w.backend.sign_up(eva(address)).await).unwrap();
}

/// The code in the newest mail to confirm an address.
pub(crate) async fn code_at(w: &World, address: &str) -> Token {
    let sql = format!(
        "SELECT payload FROM outbox WHERE event = 'signUpConfirm' AND address = '{address}' ORDER BY created_at DESC, id DESC"
    );
    Token::parse(&w.texts(&sql).await[0]).unwrap()
}

pub(crate) async fn confirm(w: &World, code: &Token) -> Result<Handle, Problem> {
    confirm_with(w, code, PASSWORD).await
}

async fn confirm_with(w: &World, code: &Token, password: &str) -> Result<Handle, Problem> {
    told(w.backend.confirm_sign_up(code, Password::typed(password), None).await)
}

async fn open(w: &World, address: &str) -> Handle {
    sign_up(w, address).await;
    confirm(w, &code_at(w, address).await).await.unwrap()
}

async fn rows(w: &World) -> BTreeMap<&'static str, i64> {
    let mut rows = BTreeMap::new();
    for table in TABLES {
        rows.insert(table, w.count(table).await);
    }
    rows
}

async fn a_confirmed_address_is_an_account(w: World) {
    let typed = SignUp { organisation: " Żak & fils ", address: " Eva@Example.NET ", ..eva("") };
    assert_eq!(told(w.backend.sign_up(typed).await).map(String::from).as_deref(), Ok("eva@example.net"));
    assert_eq!(
        w.texts("SELECT event || ' ' || recipient || ' ' || address || ' ' || language FROM outbox").await,
        ["signUpConfirm  eva@example.net fr"]
    );
    assert_eq!(w.count("links WHERE length(hash) = 32").await, 1);
    assert_eq!(w.count(&format!("sign_ups WHERE password_hash LIKE '%{PASSWORD}%'")).await, 0);

    let code = code_at(&w, "eva@example.net").await;
    w.later(HOUR);
    let created = confirm(&w, &code).await.unwrap();
    assert!(created.as_str().starts_with("ez") && created.as_str().len() == "ez12345-ovh".len(), "{created}");
    let account = w.backend.db().account(&created).await.unwrap().unwrap();
    assert_eq!((account.name.as_str(), account.email.as_str()), ("Éva Żak", "eva@example.net"));
    assert_eq!(account.organisation.as_ref().map(PersonName::as_str), Some("Żak & fils"));
    assert_eq!((account.language, account.active, account.created_at), (Language::Fr, true, w.now()));
    assert_eq!(
        w.texts("SELECT event || ' ' || recipient FROM outbox WHERE recipient <> ''").await,
        [format!("welcome {created}")]
    );
    for login in [created.as_str(), "EVA@example.net"] {
        assert_eq!(sign_in(&w, login, PASSWORD).await.as_ref(), Some(&created));
    }
    assert_eq!(w.count("sign_ups").await, 0, "what was typed waits no more");
}

async fn nothing_is_an_account_before(w: World) {
    sign_up(&w, "eva@example.net").await;
    let code = code_at(&w, "eva@example.net").await;
    let before = rows(&w).await;
    for _ in 0..3 {
        let address = w.backend.address_to_confirm(&code).await.unwrap();
        assert_eq!(address, Some(EmailAddress::parse("eva@example.net").unwrap()));
    }
    assert_eq!(rows(&w).await, before, "looking changes nothing");
    assert_eq!(w.count("accounts").await, 8);
    assert_eq!(sign_in(&w, "eva@example.net", PASSWORD).await, None);
    told(w.backend.forgot_password("eva@example.net", None).await).unwrap();
    assert_eq!(w.count("outbox WHERE event = 'passwordReset' AND state <> 'void'").await, 0);
}

async fn a_link_works_once_and_in_time(w: World) {
    sign_up(&w, "eva@example.net").await;
    let code = code_at(&w, "eva@example.net").await;
    w.later(DAY);
    assert_eq!(confirm(&w, &code).await, Err(Problem::StaleLink), "at the instant");
    assert_eq!(w.backend.address_to_confirm(&code).await.unwrap(), None);
    assert_eq!(w.count("accounts").await, 8);

    sign_up(&w, "eva@example.net").await;
    let code = code_at(&w, "eva@example.net").await;
    w.later(DAY - 1);
    confirm(&w, &code).await.unwrap();
    for _ in 0..2 {
        assert_eq!(confirm(&w, &code).await, Err(Problem::StaleLink));
    }
    assert_eq!((w.count("accounts").await, w.count("outbox WHERE event = 'welcome'").await), (9, 1));
    // A code for something else is none for this.
    told(w.backend.forgot_password("aa1", None).await).unwrap();
    let other = Token::parse(&w.texts("SELECT payload FROM outbox WHERE event = 'passwordReset'").await[0]).unwrap();
    assert_eq!(confirm(&w, &other).await, Err(Problem::StaleLink));
}

async fn a_second_form_corrects_the_first_whichever_link_is_used(w: World) {
    for (address, pressed) in [("eva@example.net", 0), ("eve@example.net", 1)] {
        sign_up(&w, address).await;
        let first = code_at(&w, address).await;
        w.later(1);
        let corrected = SignUp { name: "Eva Novak", language: Language::En, ..eva(address) };
        told(w.backend.sign_up(corrected).await).unwrap();
        let codes = [first, code_at(&w, address).await];
        let created = confirm(&w, &codes[pressed]).await.unwrap();
        let account = w.backend.db().account(&created).await.unwrap().unwrap();
        assert_eq!((account.name.as_str(), account.language), ("Eva Novak", Language::En));
        // With one link all are used up.
        for code in &codes {
            assert_eq!(confirm(&w, code).await, Err(Problem::StaleLink));
        }
        assert_eq!((w.count("links WHERE state = 'live'").await, w.count("sign_ups").await), (0, 0), "nothing is kept");
    }
}

async fn another_password_opens_no_account_and_uses_nothing_up(w: World) {
    sign_up(&w, "eva@example.net").await;
    let code = code_at(&w, "eva@example.net").await;
    let before = rows(&w).await;
    for password in ["", HERS, "correct staple grief 8", &PASSWORD.repeat(10_000)] {
        let mismatch = Err(Problem::field(Field::Password, Wrong::Mismatch));
        assert_eq!(confirm_with(&w, &code, password).await, mismatch, "{password:.30}");
    }
    assert_eq!(rows(&w).await, before);
    assert!(w.backend.address_to_confirm(&code).await.unwrap().is_some());
    confirm(&w, &code).await.unwrap();
    // Where the link cannot be used any more, the password is not judged at all.
    assert_eq!(confirm_with(&w, &code, HERS).await, Err(Problem::StaleLink));
}

async fn what_a_stranger_typed_with_her_address_is_never_her_account(w: World) {
    // After her own form, and before it. Whichever mail she opens, her password opens what she has asked for.
    for (n, forms) in [vec![HERS, PASSWORD], vec![PASSWORD, PASSWORD, HERS]].into_iter().enumerate() {
        let mut codes = Vec::new();
        for (pressed, _) in forms.iter().enumerate() {
            let address = format!("eva{n}{pressed}@example.net");
            for password in &forms {
                w.later(1);
                let name = if *password == HERS { "Eva Novak" } else { "Nobody" };
                told(w.backend.sign_up(SignUp { name, password, ..eva(&address) }).await).unwrap();
                codes.push(code_at(&w, &address).await);
            }
            let code = &codes[codes.len() - forms.len() + pressed];
            let another = confirm_with(&w, code, "some other goat stairs 77").await;
            assert_eq!(another, Err(Problem::field(Field::Password, Wrong::Mismatch)));
            let created = confirm_with(&w, code, HERS).await.unwrap();
            let account = w.backend.db().account(&created).await.unwrap().unwrap();
            assert_eq!(account.name.as_str(), "Eva Novak");
            assert_eq!(sign_in(&w, &address, HERS).await, Some(created));
            assert_eq!(sign_in(&w, &address, PASSWORD).await, None, "{address}");
        }
    }
}

async fn an_address_with_an_account_gets_the_same_rows_and_another_mail(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    let mut written = Vec::new();
    for address in ["eva@example.net", "aa1@example.org", "hh8@example.org"] {
        let before = rows(&w).await;
        let answer = told(w.backend.sign_up(eva(address)).await).map(String::from);
        assert_eq!(answer.as_deref(), Ok(address));
        written.push(rows(&w).await.into_iter().map(|(table, n)| (table, n - before[table])).collect::<Vec<_>>());
    }
    assert_eq!(written[0], written[1]);
    assert_eq!(written[0], written[2]);
    let mails = "SELECT event || ' ' || recipient || ' ' || COALESCE(payload, 'no code') FROM outbox
                 WHERE recipient <> '' ORDER BY recipient";
    assert_eq!(w.texts(mails).await, ["signUpKnown aa1-ovh no code", "accountDisabled hh8-ovh no code"]);
    assert_eq!(w.count("links WHERE state = 'live'").await, 1, "there is nothing to confirm for the others");
}

async fn an_address_that_was_taken_meanwhile(w: World) {
    sign_up(&w, "eva@example.net").await;
    let code = code_at(&w, "eva@example.net").await;
    told(w.actor("aa1").await.ask_email("eva@example.net", Password::typed(PASSWORD)).await).unwrap();
    let hers = Token::parse(&w.texts("SELECT payload FROM outbox WHERE event = 'emailConfirm'").await[0]).unwrap();
    told(w.actor("aa1").await.confirm_email(&hers).await).unwrap();
    let before = rows(&w).await;
    for _ in 0..2 {
        assert_eq!(confirm(&w, &code).await, Err(Problem::field(Field::Address, Wrong::Taken)));
    }
    assert_eq!(rows(&w).await, before, "no customer ID is lost to it");
}

async fn a_customer_id_is_given_once(w: World) {
    // The IDs of accounts that were there before, and of those that are gone.
    assert_eq!(w.count("customer_ids").await, 8);
    let created = open(&w, "eva@example.net").await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&created).await.unwrap();
    let account = w.backend.db().account(&created).await.unwrap().unwrap();
    w.run(&format!("DELETE FROM accounts WHERE handle = '{created}'")).await;
    let mut again = account.clone();
    again.email = EmailAddress::parse("other@example.net").unwrap();
    let mut tx = w.backend.db().begin().await.unwrap();
    assert_eq!(tx.insert_account(&again).await.unwrap(), countersign_backend::testing::Inserted::IdTaken);
    tx.commit().await.unwrap();
    assert_eq!((w.count("accounts").await, w.count("customer_ids").await), (8, 9));
}

async fn a_request_of_before_is_not_the_new_accounts(w: World) {
    let service = w.service().await;
    let created = open(&w, "eva@example.net").await;
    let stem = created.as_str().trim_end_matches("-ovh").to_owned();
    // As if it had been asked just before: the same answer as in `unknown`, but by the whole way.
    let request = w.ask_one("aa1", service, countersign_domain::Role::Tech, &stem).await;
    w.run(&format!("UPDATE accounts SET created_after_request = {request} WHERE handle = '{created}'")).await;
    let actor = w.actor(&stem).await;
    assert_eq!(told(actor.request(request).await), Err(Problem::NotFound));
    assert_eq!(actor.me().await.unwrap().to_decide, 0);
    // And an ID that a request names is not made at all.
    let mut tx = w.backend.db().begin().await.unwrap();
    assert!(tx.is_named(&created).await.unwrap());
    assert!(!tx.is_named(&id("zz9")).await.unwrap());
}

async fn what_is_wrong_is_said_at_once(w: World) {
    let field = |field, wrong| FieldProblem { field, wrong };
    let language = Language::En;
    let all = SignUp { name: " ", organisation: "a\nb", address: "a@b", language, password: "short", sender: None };
    let expected = vec![
        field(Field::Name, Wrong::Empty),
        field(Field::Organisation, Wrong::Format),
        field(Field::Address, Wrong::Format),
        field(Field::Password, Wrong::TooShort),
    ];
    assert_eq!(told(w.backend.sign_up(all).await), Err(Problem::Invalid(expected)));
    let one = |typed: SignUp<'static>, field, wrong| (typed, Problem::field(field, wrong));
    let good = eva("eva@example.net");
    let cases = [
        one(SignUp { name: "Eve\r\nBcc: all@example.org", ..good }, Field::Name, Wrong::Format),
        one(SignUp { address: "a@example.org\r\nBcc: b@c.de", ..good }, Field::Address, Wrong::Format),
        one(SignUp { password: "password1234", ..good }, Field::Password, Wrong::Pattern),
        one(SignUp { password: "Summer2024!!", ..good }, Field::Password, Wrong::Pattern),
        one(SignUp { password: "welcome2ovhcloud", ..good }, Field::Password, Wrong::Related),
        one(SignUp { password: "Countersign2025!", ..good }, Field::Password, Wrong::Related),
        one(SignUp { password: "eva@example.net", ..good }, Field::Password, Wrong::Related),
    ];
    for (typed, problem) in cases {
        assert_eq!(told(w.backend.sign_up(typed).await), Err(problem));
        assert_eq!(format!("{typed:?}"), "SignUp(…)");
    }
    assert_eq!((w.count("links").await, w.count("outbox").await), (0, 0));
}

async fn where_visitors_may_not(w: World) {
    sign_up(&w, "eva@example.net").await;
    let code = code_at(&w, "eva@example.net").await;
    let settings = Settings { sign_up: false, ..w.backend.settings().clone() };
    let closed = Backend::new(w.backend.db().clone(), Clock::System, settings);
    // Not even what is wrong with the words.
    for address in ["eve@example.net", "nonsense"] {
        assert_eq!(told(closed.sign_up(eva(address)).await), Err(Problem::NotFound));
    }
    assert_eq!(told(closed.address_to_confirm(&code).await), Err(Problem::NotFound));
    let confirmed = told(closed.confirm_sign_up(&code, Password::typed(PASSWORD), None).await);
    assert_eq!(confirmed, Err(Problem::NotFound));
    assert_eq!((w.count("accounts").await, w.count("links").await), (8, 1));
    // Passwords are forgotten there all the same.
    told(closed.forgot_password("aa1", None).await).unwrap();
}

async fn what_is_over_is_cleaned_away(w: World) {
    sign_up(&w, "eva@example.net").await;
    sign_up(&w, "aa1@example.org").await;
    told(w.backend.forgot_password("nobody@example.org", None).await).unwrap();
    told(w.backend.forgot_password("aa1", None).await).unwrap();
    w.later(DAY + HOUR);
    assert_eq!(w.backend.system("test").clean_links().await.unwrap(), 2, "the two to choose a password");
    assert_eq!(w.count("outbox WHERE recipient = ''").await, 1, "what was not sent yet stays");
    w.later(DAY);
    assert_eq!(w.backend.system("test").clean_links().await.unwrap(), 2);
    assert_eq!(w.backend.system("test").clean_links().await.unwrap(), 0);
    assert_eq!((w.count("links").await, w.count("sign_ups").await), (0, 0));
    assert_eq!(w.count("outbox WHERE recipient <> ''").await, 2, "those of accounts stay");
}
