//! Forgotten passwords: a link works once, for an hour, and for the owner of the address alone.

use countersign_backend::Password;
use countersign_domain::{Field, HOUR, Problem, Role, Token, Wrong};

use crate::{
    engine::on_both,
    races::at_once,
    sign_in::sign_in,
    support::{PASSWORD, World, id, told},
};

on_both!(
    a_new_password_is_chosen_by_the_mails_link,
    success_ends_every_session_and_is_told,
    a_link_works_once_even_under_pressure,
    stale_links,
    a_link_whose_time_ran_out_while_it_waited,
    a_bad_password_leaves_the_link_as_it_is,
    known_unknown_and_disabled_get_the_same_rows,
    a_changed_address_or_password_kills_the_link,
    what_is_neither_an_id_nor_an_address,
    other_codes_choose_no_password,
);

const NEW: &str = "quite another wool lamp 52";

async fn forget(w: &World, login: &str) {
    told(w.backend.forgot_password(login, None).await).unwrap();
}

/// The code in the newest mail to choose a password.
async fn code_of(w: &World, who: &str) -> Token {
    let sql = format!(
        "SELECT payload FROM outbox WHERE event = 'passwordReset' AND recipient = '{who}-ovh'
         ORDER BY created_at DESC, id DESC"
    );
    Token::parse(&w.texts(&sql).await[0]).unwrap()
}

async fn reset(w: &World, code: &Token) -> Result<(), Problem> {
    told(w.backend.reset_password(code, NEW).await.map(drop))
}

async fn session(w: &World, key: &[u8], who: &str) {
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.insert_session(key, Some(&id(who)), "", w.now(), w.now().plus(HOUR)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_link_whose_time_ran_out_while_it_waited(w: World) {
    forget(&w, "aa1").await;
    let code = code_of(&w, "aa1").await;
    w.later(HOUR - 1);
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_account(&id("aa1")).await.unwrap();
    let there = w.clone();
    // Longer than the new password takes to be hashed.
    let chosen = w.waits(held, 1, async move { reset(&there, &code).await }).await;
    assert_eq!(chosen, Err(Problem::StaleLink));
    assert_eq!(w.count("outbox WHERE event = 'passwordChanged'").await, 0);
}

async fn a_new_password_is_chosen_by_the_mails_link(w: World) {
    for (who, login, understood) in
        [("aa1", " AA1 ", "aa1-ovh"), ("bb2", "BB2@Example.org", "bb2@example.org"), ("cc3", "cc3-ovh", "cc3-ovh")]
    {
        assert_eq!(told(w.backend.forgot_password(login, None).await).as_deref(), Ok(understood));
        let to = format!("SELECT address FROM outbox WHERE recipient = '{who}-ovh' AND event = 'passwordReset'");
        assert_eq!(w.texts(&to).await, [format!("{who}@example.org")]);
        let code = code_of(&w, who).await;
        for _ in 0..3 {
            assert!(w.backend.can_reset_password(&code).await.unwrap());
        }
        assert_eq!(sign_in(&w, who, PASSWORD).await, Some(id(who)), "nothing has changed yet");
        reset(&w, &code).await.unwrap();
        assert_eq!(sign_in(&w, who, PASSWORD).await, None);
        assert_eq!(sign_in(&w, who, NEW).await, Some(id(who)));
    }
    assert_eq!(w.count("links WHERE length(hash) = 32 AND state = 'spent'").await, 3);
}

async fn success_ends_every_session_and_is_told(w: World) {
    for key in [b"one".as_slice(), b"two"] {
        session(&w, key, "aa1").await;
    }
    session(&w, b"other", "bb2").await;
    told(w.actor("aa1").await.ask_email("evil@example.net", Password::typed(PASSWORD)).await).unwrap();
    forget(&w, "aa1").await;
    assert_eq!(w.count("sessions").await, 3, "asking ends nothing");
    reset(&w, &code_of(&w, "aa1").await).await.unwrap();
    assert_eq!(w.texts("SELECT account FROM sessions").await, ["bb2-ovh"]);
    assert_eq!(w.count("outbox WHERE event = 'passwordChanged' AND recipient = 'aa1-ovh'").await, 1);
    assert_eq!(w.actor("aa1").await.profile().await.unwrap().pending_email, None);
    assert_eq!(w.count("links WHERE state = 'live'").await, 0);
}

async fn a_link_works_once_even_under_pressure(w: World) {
    forget(&w, "aa1").await;
    let code = code_of(&w, "aa1").await;
    let results = at_once((0..8).map(|_| {
        let (w, code) = (w.clone(), code.clone());
        async move { reset(&w, &code).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|one| one.is_ok()).count(), 1, "{results:?}");
    assert_eq!(results.iter().filter(|one| **one == Err(Problem::StaleLink)).count(), 7);
    assert_eq!(w.count("outbox WHERE event = 'passwordChanged'").await, 1);
    assert!(!w.backend.can_reset_password(&code).await.unwrap());
}

async fn stale_links(w: World) {
    forget(&w, "aa1").await;
    let first = code_of(&w, "aa1").await;
    w.later(1);
    forget(&w, "aa1").await;
    let second = code_of(&w, "aa1").await;
    w.later(HOUR - 1);
    assert_eq!(reset(&w, &first).await, Err(Problem::StaleLink), "expired, at the instant");
    assert!(w.backend.can_reset_password(&second).await.unwrap());
    w.later(1);
    assert_eq!(reset(&w, &second).await, Err(Problem::StaleLink), "expired, at the instant");
    assert!(!w.backend.can_reset_password(&second).await.unwrap());
    forget(&w, "bb2").await;
    let disabled = code_of(&w, "bb2").await;
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("bb2")).await.unwrap();
    assert!(!w.backend.can_reset_password(&disabled).await.unwrap());
    assert_eq!(reset(&w, &disabled).await, Err(Problem::StaleLink));
    let nobodys = countersign_backend::ambient::new_token();
    assert_eq!(reset(&w, &nobodys).await, Err(Problem::StaleLink));
    assert_eq!(sign_in(&w, "aa1", PASSWORD).await, Some(id("aa1")));
    assert_eq!(w.count("outbox WHERE event = 'passwordChanged'").await, 0);
}

async fn a_bad_password_leaves_the_link_as_it_is(w: World) {
    session(&w, b"one", "aa1").await;
    forget(&w, "aa1").await;
    let code = code_of(&w, "aa1").await;
    let cases = [
        ("", Wrong::TooShort),
        ("short", Wrong::TooShort),
        ("password1234", Wrong::Pattern),
        ("abcdefghijklmnop", Wrong::Guessable),
        ("aa1@example.org", Wrong::Related),
        ("Countersign2025!", Wrong::Related),
        (&NEW.repeat(20), Wrong::TooLong),
    ];
    for (new, wrong) in cases {
        let told = told(w.backend.reset_password(&code, new).await);
        assert_eq!(told, Err(Problem::field(Field::NewPassword, wrong)), "{new:?}");
    }
    assert_eq!(w.count("sessions").await, 1);
    reset(&w, &code).await.unwrap();
}

async fn known_unknown_and_disabled_get_the_same_rows(w: World) {
    w.backend.operator(crate::support::staff("Asked by post.")).disable_account(&id("hh8")).await.unwrap();
    for login in ["aa1", "zz9", "hh8", "bb2@example.org", "nobody@example.org", "hh8@example.org"] {
        let before = (w.count("links").await, w.count("outbox").await);
        forget(&w, login).await;
        assert_eq!((w.count("links").await, w.count("outbox").await), (before.0 + 1, before.1 + 1), "{login}");
    }
    let mailed = "SELECT event || ' ' || recipient FROM outbox WHERE state = 'pending' ORDER BY recipient";
    assert_eq!(
        w.texts(mailed).await,
        ["passwordReset aa1-ovh", "passwordReset bb2-ovh", "accountDisabled hh8-ovh", "accountDisabled hh8-ovh"]
    );
    assert_eq!(w.count("outbox WHERE payload IS NOT NULL").await, 2);
    assert_eq!(w.count("links WHERE state = 'live'").await, 2);
}

async fn a_changed_address_or_password_kills_the_link(w: World) {
    forget(&w, "aa1").await;
    told(w.actor("aa1").await.ask_email("new@example.net", Password::typed(PASSWORD)).await).unwrap();
    let confirming =
        Token::parse(&w.texts("SELECT payload FROM outbox WHERE event = 'emailConfirm'").await[0]).unwrap();
    assert!(w.backend.can_reset_password(&code_of(&w, "aa1").await).await.unwrap(), "asking for both is no harm");
    told(w.actor("aa1").await.confirm_email(&confirming).await).unwrap();
    forget(&w, "bb2").await;
    told(w.actor("bb2").await.change_password(Password::typed(PASSWORD), NEW).await).unwrap();
    forget(&w, "cc3").await;
    w.backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&id("cc3"), Password::typed(NEW))
        .await
        .unwrap();
    for who in ["aa1", "bb2", "cc3"] {
        assert_eq!(reset(&w, &code_of(&w, who).await).await, Err(Problem::StaleLink), "{who}");
    }
    // The next goes to the new address.
    w.later(1);
    forget(&w, "aa1").await;
    let to = "SELECT address FROM outbox WHERE event = 'passwordReset' AND recipient = 'aa1-ovh' ORDER BY created_at";
    assert_eq!(w.texts(to).await, ["aa1@example.org", "new@example.net"]);
}

async fn what_is_neither_an_id_nor_an_address(w: World) {
    for (login, wrong) in [
        ("", Wrong::Empty),
        ("  ", Wrong::Empty),
        ("nonsense", Wrong::Format),
        ("aa1-abc", Wrong::Format),
        ("aа1", Wrong::Format),
        ("a@b", Wrong::Format),
        ("aa1@example.org\r\nBcc: all@example.org", Wrong::Format),
    ] {
        let told = told(w.backend.forgot_password(login, None).await);
        assert_eq!(told, Err(Problem::field(Field::Login, wrong)), "{login:?}");
    }
    assert_eq!((w.count("links").await, w.count("outbox").await), (0, 0));
}

async fn other_codes_choose_no_password(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    told(w.actor("aa1").await.ask_email("new@example.net", Password::typed(PASSWORD)).await).unwrap();
    let confirming =
        Token::parse(&w.texts("SELECT payload FROM outbox WHERE event = 'emailConfirm'").await[0]).unwrap();
    for code in [w.code(request, "aa1").await, confirming] {
        assert_eq!(reset(&w, &code).await, Err(Problem::StaleLink));
    }
    forget(&w, "aa1").await;
    let code = code_of(&w, "aa1").await;
    assert_eq!(told(w.actor("aa1").await.confirm_email(&code).await), Err(Problem::StaleLink));
    assert!(w.backend.can_reset_password(&code).await.unwrap(), "and is none the worse for it");
}
