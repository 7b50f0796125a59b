//! Mails with a link that somebody's form brings an address: a network has its own, all have a bound, and whoever owns the address
//! always gets one in time.

use countersign_backend::{Password, SignUp};
use countersign_domain::{Field, HOUR, MINUTE, Problem, Token, Wrong};

use crate::{
    engine::on_both,
    sign_in::sign_in,
    sign_up::eva,
    support::{PASSWORD, World, id, told},
};

on_both!(
    a_network_brings_three_mails_an_hour_and_takes_none_of_anothers,
    all_networks_bring_twelve_at_once_and_one_in_ten_minutes,
    a_mail_that_waits_serves_every_form_that_comes_meanwhile,
    a_mail_that_nobody_needs_keeps_no_other_back,
    whoever_has_many_networks_keeps_no_owner_from_the_account,
    a_form_that_brings_no_mail_is_confirmed_by_another_mail,
    the_forms_of_the_own_network_are_compared_among_very_many,
    a_strangers_form_leaves_the_owners_link_as_it_is,
    whoever_has_links_does_not_try_passwords_without_end,
    other_links_are_not_counted,
    the_sender_goes_with_the_link,
);

const HERS: &str = "quite another wool lamp 52";
const HOME: &str = "198.51.100.7";

/// Signs up from the n-th network of a stranger.
async fn stranger(w: &World, address: &str, n: usize) {
    let sender = format!("203.0.113.{n}");
    told(w.backend.sign_up(SignUp { sender: Some(&sender), ..eva(address) }).await).unwrap();
}

async fn owner(w: &World, address: &str) {
    told(w.backend.sign_up(SignUp { password: HERS, sender: Some(HOME), ..eva(address) }).await).unwrap();
}

async fn forget(w: &World, login: &str, sender: &str) {
    told(w.backend.forgot_password(login, Some(sender)).await).unwrap();
}

/// How many mails there are to be sent, and how many of them by now.
async fn mails(w: &World) -> (i64, i64) {
    let due = format!("outbox WHERE state = 'pending' AND due_at <= {}", w.now().0);
    (w.count("outbox WHERE state = 'pending'").await, w.count(&due).await)
}

/// The codes in the mails that are due, the newest first.
async fn codes(w: &World) -> Vec<Token> {
    let sql = format!(
        "SELECT payload FROM outbox WHERE state = 'pending' AND payload IS NOT NULL AND due_at <= {}
         ORDER BY due_at DESC, id DESC",
        w.now().0
    );
    w.texts(&sql).await.iter().map(|code| Token::parse(code).unwrap()).collect()
}

async fn opens(w: &World, code: &Token, sender: &str) -> Result<(), Problem> {
    told(w.backend.confirm_sign_up(code, Password::typed(HERS), Some(sender)).await.map(drop))
}

async fn a_network_brings_three_mails_an_hour_and_takes_none_of_anothers(w: World) {
    for address in ["eva@example.net", "aa1@example.org"] {
        let before = mails(&w).await.0;
        for _ in 0..6 {
            w.later(1);
            stranger(&w, address, 1).await;
        }
        assert_eq!(mails(&w).await, (before + 3, before + 3), "{address}");
        owner(&w, address).await;
        assert_eq!(mails(&w).await.0, before + 4, "{address}: another network");
    }
    let before = mails(&w).await.0;
    for login in ["aa1", "aa1@example.org", "AA1-ovh", "aa1", "aa1@example.org"] {
        w.later(1);
        forget(&w, login, "203.0.113.1").await;
    }
    assert_eq!(mails(&w).await.0, before + 3, "by whichever of its names, apart from signing up");
    forget(&w, "aa1", HOME).await;
    assert_eq!(mails(&w).await.0, before + 4);
    // Whoever is not known has no count of its own.
    for _ in 0..5 {
        told(w.backend.forgot_password("aa1", None).await).unwrap();
    }
    assert_eq!(mails(&w).await.0, before + 9);
    w.later(HOUR);
    forget(&w, "aa1", "203.0.113.1").await;
    assert_eq!(mails(&w).await.0, before + 10, "in the next hour");
}

async fn all_networks_bring_twelve_at_once_and_one_in_ten_minutes(w: World) {
    let begin = w.now().0;
    for n in 0..20 {
        forget(&w, "aa1", &format!("198.51.100.{n}")).await;
    }
    // And a form every minute, each from another network.
    for n in 0..150 {
        forget(&w, "aa1", &format!("203.0.113.{n}")).await;
        w.later(MINUTE);
    }
    let mut within_hours = Vec::new();
    for minute in 0..=90 {
        let from = begin + minute * MINUTE;
        let until = from + HOUR;
        let due = format!("outbox WHERE state = 'pending' AND due_at >= {from} AND due_at < {until}");
        within_hours.push(w.count(&due).await);
    }
    assert_eq!(within_hours[0], 12 + 5);
    assert!(within_hours.iter().all(|mails| *mails <= 18), "{within_hours:?}");
    assert_eq!(w.count(&format!("outbox WHERE state = 'pending' AND due_at = {begin}")).await, 12);
}

async fn a_mail_that_waits_serves_every_form_that_comes_meanwhile(w: World) {
    for n in 0..12 {
        stranger(&w, "eva@example.net", n).await;
    }
    owner(&w, "eva@example.net").await;
    for n in 12..17 {
        w.later(1000);
        stranger(&w, "eva@example.net", n).await;
    }
    assert_eq!(mails(&w).await, (13, 12), "one waits, that of the owner's form or of one before");
    w.later(10 * MINUTE - 5_000 - 1);
    assert_eq!(mails(&w).await, (13, 12));
    w.later(1);
    assert_eq!(mails(&w).await, (13, 13), "ten minutes after the last one");
    assert_eq!(opens(&w, &codes(&w).await[0], HOME).await, Ok(()));
    assert_eq!(w.count("outbox").await, 18 + 1, "a row for each form, and the welcome");
}

async fn a_mail_that_nobody_needs_keeps_no_other_back(w: World) {
    for n in 0..13 {
        forget(&w, "aa1", &format!("203.0.113.{n}")).await;
    }
    assert_eq!(mails(&w).await, (13, 12));
    told(w.backend.reset_password(&codes(&w).await[0], HERS).await.map(drop)).unwrap();
    // The one that waits brings a dead link. Whoever has forgotten the new password as well gets another.
    forget(&w, "aa1", HOME).await;
    let waiting = format!("outbox WHERE event = 'passwordReset' AND state = 'pending' AND due_at > {}", w.now().0);
    assert_eq!(w.count(&waiting).await, 2);
    w.later(20 * MINUTE);
    assert!(w.backend.can_reset_password(&codes(&w).await[0]).await.unwrap());
}

async fn whoever_has_many_networks_keeps_no_owner_from_the_account(w: World) {
    // All that may be sent, before the owner and after, from as many networks as forms.
    for n in 0..20 {
        stranger(&w, "eva@example.net", n).await;
        forget(&w, "aa1", &format!("203.0.113.{n}")).await;
    }
    owner(&w, "eva@example.net").await;
    forget(&w, "aa1", HOME).await;
    for n in 20..40 {
        w.later(30_000);
        stranger(&w, "eva@example.net", n).await;
        forget(&w, "aa1", &format!("203.0.113.{n}")).await;
    }
    // Ten minutes have passed. Any mail to her is good for what she has asked for, the newest and the oldest.
    let newest = "SELECT payload FROM outbox WHERE event = 'signUpConfirm' AND state = 'pending' AND due_at <= ";
    let sql = format!("{newest}{} ORDER BY due_at DESC", w.now().0);
    let code = Token::parse(&w.texts(&sql).await[0]).unwrap();
    assert_eq!(opens(&w, &code, HOME).await, Ok(()));
    assert!(sign_in(&w, "eva@example.net", HERS).await.is_some());
    assert_eq!(sign_in(&w, "eva@example.net", PASSWORD).await, None);

    let newest = "SELECT payload FROM outbox WHERE event = 'passwordReset' AND state = 'pending' AND due_at <= ";
    let sql = format!("{newest}{} ORDER BY due_at DESC", w.now().0);
    for code in w.texts(&sql).await {
        assert!(w.backend.can_reset_password(&Token::parse(&code).unwrap()).await.unwrap());
    }
    let code = Token::parse(&w.texts(&sql).await[0]).unwrap();
    told(w.backend.reset_password(&code, HERS).await.map(drop)).unwrap();
    assert_eq!(sign_in(&w, "aa1", HERS).await, Some(id("aa1")));
    assert_eq!(w.count("links WHERE state = 'live'").await, 0);
}

async fn a_form_that_brings_no_mail_is_confirmed_by_another_mail(w: World) {
    // Somebody in her own network was faster, three times.
    for _ in 0..3 {
        w.later(1);
        told(w.backend.sign_up(SignUp { sender: Some(HOME), ..eva("eva@example.net") }).await).unwrap();
    }
    w.later(1);
    owner(&w, "eva@example.net").await;
    assert_eq!(mails(&w).await, (3, 3));
    for code in codes(&w).await {
        assert!(w.backend.address_to_confirm(&code).await.unwrap().is_some());
    }
    // From wherever she opens the mail.
    assert_eq!(opens(&w, &codes(&w).await[2], "192.0.2.1").await, Ok(()));
    assert!(sign_in(&w, "eva@example.net", HERS).await.is_some());
}

async fn the_forms_of_the_own_network_are_compared_among_very_many(w: World) {
    owner(&w, "eva@example.net").await;
    for n in 0..9 {
        w.later(1);
        stranger(&w, "eva@example.net", n).await;
    }
    let newest = codes(&w).await.remove(0);
    // Nobody has more than eight passwords compared.
    let elsewhere = opens(&w, &newest, "192.0.2.1").await;
    assert_eq!(elsewhere, Err(Problem::field(Field::Password, Wrong::Mismatch)));
    assert_eq!(opens(&w, &newest, HOME).await, Ok(()));
}

async fn a_strangers_form_leaves_the_owners_link_as_it_is(w: World) {
    owner(&w, "eva@example.net").await;
    let hers = codes(&w).await.remove(0);
    for n in 0..14 {
        w.later(1);
        stranger(&w, "eva@example.net", n).await;
    }
    assert_eq!(opens(&w, &hers, "192.0.2.1").await, Ok(()));

    forget(&w, "aa1", HOME).await;
    let his = codes(&w).await.remove(0);
    for n in 0..30 {
        w.later(1);
        forget(&w, "aa1", &format!("203.0.113.{n}")).await;
    }
    assert!(w.backend.can_reset_password(&his).await.unwrap());
    told(w.backend.reset_password(&his, HERS).await.map(drop)).unwrap();
}

async fn other_links_are_not_counted(w: World) {
    // A new address and an invitation are asked for by those who may: theirs is the last one, and no stranger's form touches it.
    for n in 0..4 {
        w.later(1);
        let address = format!("new{n}@example.net");
        told(w.actor("aa1").await.ask_email(&address, Password::typed(PASSWORD)).await).unwrap();
    }
    for n in 0..14 {
        forget(&w, "aa1", &format!("203.0.113.{n}")).await;
        stranger(&w, "new3@example.net", n).await;
    }
    let live = "SELECT address FROM links WHERE purpose = 'emailChange' AND state = 'live'";
    assert_eq!(w.texts(live).await, ["new3@example.net"]);
    let code = "SELECT payload FROM outbox WHERE event = 'emailConfirm' AND address = 'new3@example.net'";
    let code = Token::parse(&w.texts(code).await[0]).unwrap();
    told(w.actor("aa1").await.confirm_email(&code).await).unwrap();
}

async fn the_sender_goes_with_the_link(w: World) {
    owner(&w, "eva@example.net").await;
    forget(&w, "aa1", HOME).await;
    forget(&w, "zz9", HOME).await;
    assert_eq!(w.count(&format!("links WHERE sender = '{HOME}'")).await, 3);
    w.later(48 * HOUR);
    w.backend.system("test").clean_links().await.unwrap();
    assert_eq!(w.count("links").await, 0);
}

/// Each password is compared with several forms. Whoever confirms without end, with links to an address of its own, would keep others
/// from signing in.
async fn whoever_has_links_does_not_try_passwords_without_end(w: World) {
    for n in 1..=3 {
        w.later(1);
        stranger(&w, "eva@example.net", n).await;
    }
    let links = codes(&w).await;
    let mut answers = Vec::new();
    for n in 0..25 {
        answers.push(opens(&w, &links[n % links.len()], HOME).await);
    }
    let mismatch = Err(Problem::field(Field::Password, Wrong::Mismatch));
    let refused = Err(Problem::TooMany { retry_after: 3600 });
    assert!(answers[..20].iter().all(|answer| *answer == mismatch), "{answers:?}");
    assert!(answers[20..].iter().all(|answer| *answer == refused), "{answers:?}");
    // Another address is not concerned.
    owner(&w, "ida@example.net").await;
    let code = codes(&w).await.remove(0);
    assert_eq!(opens(&w, &code, HOME).await, Ok(()));
}
