//! Changing one's e-mail address: confirmed by a code to the new one, and every open code to the old one is dead then.

use countersign_backend::{
    Password,
    testing::{Failure, FailureKind},
};
use countersign_domain::{DAY, Decision, Field, FieldProblem, HOUR, Problem, Role, Token, Wrong, view::Decided};

use crate::{
    digests::{flood, lease},
    engine::on_both,
    support::{PASSWORD, World, id, told},
};

on_both!(
    the_new_address_gets_a_code_and_the_old_one_is_told,
    confirming_kills_the_codes_sent_to_the_old_address,
    a_code_that_was_not_mailed_yet_goes_to_the_new_address,
    a_code_that_may_have_been_mailed_is_replaced,
    before_it_is_confirmed_nothing_changes,
    a_link_that_is_not_the_live_one_of_this_account_is_stale,
    a_link_whose_time_ran_out_while_it_waited_is_stale,
    an_address_that_another_has_come_to_use_is_taken,
    what_is_wrong_with_a_wished_address_is_told_at_once,
    a_new_password_drops_the_address_that_waits,
    nobody_has_a_stranger_mailed_without_end,
);

async fn ask(w: &World, who: &str, address: &str) -> Result<(), Problem> {
    told(w.actor(who).await.ask_email(address, Password::typed(PASSWORD)).await)
}

async fn confirm(w: &World, who: &str, code: &Token) -> Result<String, Problem> {
    told(w.actor(who).await.confirm_email(code).await).map(String::from)
}

async fn looked_at(w: &World, who: &str, code: &Token) -> Option<String> {
    w.actor(who).await.address_to_confirm(code).await.unwrap().map(String::from)
}

/// The code in the newest mail that goes to `address`.
async fn code_at(w: &World, address: &str) -> Token {
    let sql = format!(
        "SELECT payload FROM outbox WHERE event = 'emailConfirm' AND address = '{address}' ORDER BY created_at DESC"
    );
    Token::parse(&w.texts(&sql).await[0]).unwrap()
}

async fn address_of(w: &World, who: &str) -> String {
    w.actor(who).await.account().email.to_string()
}

async fn the_new_address_gets_a_code_and_the_old_one_is_told(w: World) {
    ask(&w, "aa1", " Marie@Example.NET ").await.unwrap();
    let mails = "SELECT event || ' ' || recipient || ' ' || address FROM outbox ORDER BY event";
    assert_eq!(
        w.texts(mails).await,
        ["emailAnnounce aa1-ovh aa1@example.org", "emailConfirm aa1-ovh marie@example.net"]
    );
    // The old address is told whither, but not in full, and never the code.
    assert_eq!(w.texts("SELECT payload FROM outbox WHERE event = 'emailAnnounce'").await, ["m•••@example.net"]);
    let profile = w.actor("aa1").await.profile().await.unwrap();
    assert_eq!(
        (profile.email.as_str(), profile.pending_email.as_deref()),
        ("aa1@example.org", Some("marie@example.net"))
    );
    assert_eq!(w.count("links WHERE length(hash) = 32").await, 1);

    let code = code_at(&w, "marie@example.net").await;
    // Whoever looks at the link sees where it goes only if it is theirs, and only while it works.
    assert_eq!(looked_at(&w, "aa1", &code).await.as_deref(), Some("marie@example.net"));
    assert_eq!(looked_at(&w, "bb2", &code).await, None);
    assert_eq!(confirm(&w, "aa1", &code).await.as_deref(), Ok("marie@example.net"));
    assert_eq!(looked_at(&w, "aa1", &code).await, None);
    let profile = w.actor("aa1").await.profile().await.unwrap();
    assert_eq!((profile.email.as_str(), profile.pending_email), ("marie@example.net", None));
}

async fn confirming_kills_the_codes_sent_to_the_old_address(w: World) {
    let service = w.service().await;
    let requests =
        [w.ask_one("aa1", service, Role::Tech, "dd4").await, w.ask_one("cc3", service, Role::Billing, "dd4").await];
    // A worker sends them.
    lease(&w).await;
    ask(&w, "dd4", "new@example.net").await.unwrap();
    confirm(&w, "dd4", &code_at(&w, "new@example.net").await).await.unwrap();
    assert_eq!(w.count("codes WHERE state = 'live' AND account = 'dd4-ovh'").await, 0);
    for request in requests {
        for _ in 0..6 {
            assert_eq!(w.accept("dd4", request).await, Err(Problem::CodeReplaced));
        }
        w.resend("dd4", request).await.unwrap();
        assert!(w.accept("dd4", request).await.is_ok());
    }
    // The other parties' codes live on.
    assert_eq!(w.accept("aa1", requests[0]).await, Ok(Decided::Done));
}

/// Nobody misses a request because the address changed while mails waited.
async fn a_code_that_was_not_mailed_yet_goes_to_the_new_address(w: World) {
    // More than go at once: the last two wait in a digest.
    let requests = flood(&w, "aa1", "dd4", 7).await;
    ask(&w, "dd4", "new@example.net").await.unwrap();
    confirm(&w, "dd4", &code_at(&w, "new@example.net").await).await.unwrap();
    assert_eq!(w.count("codes WHERE state = 'live' AND account = 'dd4-ovh'").await, 7);
    for request in requests {
        assert!(w.accept("dd4", request).await.is_ok());
    }
}

/// A mail that a worker has leased, or tried, may be at the old address.
async fn a_code_that_may_have_been_mailed_is_replaced(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    let (worker, _) = lease(&w).await;
    let change = async |address: &str| {
        ask(&w, "dd4", address).await.unwrap();
        confirm(&w, "dd4", &code_at(&w, address).await).await.unwrap();
    };
    change("new@example.net").await;
    assert_eq!(w.accept("dd4", request).await, Err(Problem::CodeReplaced));
    let mut tx = w.backend.db().begin().await.unwrap();
    tx.release_mails(worker).await.unwrap();
    tx.commit().await.unwrap();

    w.resend("dd4", request).await.unwrap();
    let (worker, mails) = lease(&w).await;
    let failure = Failure { kind: FailureKind::Unclear, reason: "no answer".into() };
    let mut tx = w.backend.db().begin().await.unwrap();
    for mail in &mails {
        tx.return_mail(mail.id, worker, &failure).await.unwrap();
    }
    tx.commit().await.unwrap();
    change("newer@example.net").await;
    assert_eq!(w.accept("dd4", request).await, Err(Problem::CodeReplaced));
}

async fn before_it_is_confirmed_nothing_changes(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    ask(&w, "dd4", "new@example.net").await.unwrap();
    assert_eq!(address_of(&w, "dd4").await, "dd4@example.org");
    // The code to the new address is for that alone.
    let code = code_at(&w, "new@example.net").await;
    let as_validation_code = w.decide("dd4", request, &code, Decision::Accept).await;
    assert_eq!(as_validation_code, Err(Problem::WrongCode { left: 4 }));
    let validation_code = w.code(request, "dd4").await;
    assert_eq!(confirm(&w, "dd4", &validation_code).await, Err(Problem::StaleLink));
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
}

async fn a_link_that_is_not_the_live_one_of_this_account_is_stale(w: World) {
    let wrong = countersign_backend::ambient::new_token();
    assert_eq!(confirm(&w, "aa1", &wrong).await, Err(Problem::StaleLink));
    ask(&w, "aa1", "first@example.net").await.unwrap();
    let replaced = code_at(&w, "first@example.net").await;
    w.later(1);
    ask(&w, "aa1", "second@example.net").await.unwrap();
    let live = code_at(&w, "second@example.net").await;
    assert_eq!(confirm(&w, "aa1", &wrong).await, Err(Problem::StaleLink));
    assert_eq!(confirm(&w, "aa1", &replaced).await, Err(Problem::StaleLink));
    assert_eq!(confirm(&w, "bb2", &live).await, Err(Problem::StaleLink), "another account's");
    assert_eq!(address_of(&w, "aa1").await, "aa1@example.org");
    assert_eq!(address_of(&w, "bb2").await, "bb2@example.org");

    assert_eq!(confirm(&w, "aa1", &live).await.as_deref(), Ok("second@example.net"));
    assert_eq!(confirm(&w, "aa1", &live).await, Err(Problem::StaleLink), "used");

    ask(&w, "aa1", "third@example.net").await.unwrap();
    let late = code_at(&w, "third@example.net").await;
    w.later(DAY);
    assert_eq!(confirm(&w, "aa1", &late).await, Err(Problem::StaleLink), "at the instant of its end");
    assert_eq!(w.actor("aa1").await.profile().await.unwrap().pending_email, None);
    assert_eq!(address_of(&w, "aa1").await, "second@example.net");
}

async fn a_link_whose_time_ran_out_while_it_waited_is_stale(w: World) {
    ask(&w, "aa1", "new@example.net").await.unwrap();
    let code = code_at(&w, "new@example.net").await;
    w.later(DAY - 1);
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_account(&id("aa1")).await.unwrap();
    let there = w.clone();
    let confirmed = w.waits(held, 1, async move { confirm(&there, "aa1", &code).await }).await;
    assert_eq!(confirmed, Err(Problem::StaleLink));
    assert_eq!(address_of(&w, "aa1").await, "aa1@example.org");
}

async fn an_address_that_another_has_come_to_use_is_taken(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Role::Tech, "dd4").await;
    // Asking answers the same whether the address is another's or nobody's: only its owner can go on.
    assert_eq!(ask(&w, "aa1", "bb2@example.org").await, Ok(()));
    let code = code_at(&w, "bb2@example.org").await;
    let taken = Err(Problem::field(Field::Email, Wrong::Taken));
    assert_eq!(confirm(&w, "aa1", &code).await, taken);
    assert_eq!(address_of(&w, "aa1").await, "aa1@example.org");
    // Nothing of it is done: the codes live, and the account can be used.
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("dd4")])));
    ask(&w, "aa1", "free@example.net").await.unwrap();
    assert!(confirm(&w, "aa1", &code_at(&w, "free@example.net").await).await.is_ok());
}

async fn what_is_wrong_with_a_wished_address_is_told_at_once(w: World) {
    let field = |field, wrong| Err(Problem::Invalid(vec![FieldProblem { field, wrong }]));
    assert_eq!(ask(&w, "aa1", "AA1@example.org").await, field(Field::Email, Wrong::Unchanged));
    assert_eq!(ask(&w, "aa1", "a@b@c").await, field(Field::Email, Wrong::Format));
    assert_eq!(ask(&w, "aa1", "a@example.org\r\nBcc: all@example.org").await, field(Field::Email, Wrong::Format));
    let actor = w.actor("aa1").await;
    let wrong = told(actor.ask_email("new@example.net", Password::typed("not mine at all")).await);
    assert_eq!(wrong, field(Field::Password, Wrong::Mismatch));
    let both = told(actor.ask_email("", Password::typed("not mine at all")).await).unwrap_err();
    assert!(matches!(both, Problem::Invalid(fields) if fields.len() == 2));
    assert_eq!(w.count("outbox").await, 0);
    assert_eq!(w.count("links").await, 0);
}

async fn a_new_password_drops_the_address_that_waits(w: World) {
    let new = "quite another wool lamp 52";
    ask(&w, "aa1", "evil@example.net").await.unwrap();
    ask(&w, "bb2", "worse@example.net").await.unwrap();
    told(w.actor("aa1").await.change_password(Password::typed(PASSWORD), new).await).unwrap();
    w.backend
        .operator(crate::support::staff("Asked by post."))
        .set_password(&id("bb2"), Password::typed(new))
        .await
        .unwrap();
    for (who, address) in [("aa1", "evil@example.net"), ("bb2", "worse@example.net")] {
        // The operator's password must be replaced first.
        w.run("UPDATE accounts SET password_is_temporary = FALSE").await;
        assert_eq!(w.actor(who).await.profile().await.unwrap().pending_email, None);
        assert_eq!(confirm(&w, who, &code_at(&w, address).await).await, Err(Problem::StaleLink));
    }
}

async fn nobody_has_a_stranger_mailed_without_end(w: World) {
    for _ in 0..3 {
        ask(&w, "aa1", "stranger@example.net").await.unwrap();
    }
    assert_eq!(ask(&w, "aa1", "stranger@example.net").await, Err(Problem::TooMany { retry_after: 3600 }));
    assert_eq!(w.count("outbox WHERE event = 'emailConfirm'").await, 3);
    // Another account takes nothing from this one, nor does this address from another.
    ask(&w, "bb2", "stranger@example.net").await.unwrap();
    ask(&w, "aa1", "own@example.net").await.unwrap();
    w.later(HOUR);
    ask(&w, "aa1", "stranger@example.net").await.unwrap();
}
