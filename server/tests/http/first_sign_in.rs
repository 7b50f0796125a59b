//! Accounts that the operator creates: the printed password only leads to a form that asks for another, an invitation prints none.

use countersign_domain::{Field, Problem, Wrong};
use countersign_locales::{Language, Mail, Served};

use crate::{
    command_line::create,
    support::{Browser, Engine, Server, on_both, story::PROJECT},
};

on_both!(
    nothing_goes_around_choosing_a_password,
    by_forms_alone,
    an_invitation,
    a_name_is_corrected_by_its_owner,
    an_address_of_a_disabled_account
);

const NEW: &str = "violet harbour pebble 29";
const ADA: [&str; 6] = ["--name", "Ada Byron", "--email", "ada@example.org", "--language", "en"];

/// The form that asks for a password stands there, and nothing of what is behind.
#[track_caller]
fn asks_for_a_password(browser: &mut Browser<'_>, place: &str) {
    let page = browser.get(place).is(200);
    page.shows(Served::of(Language::En).choose_own_title());
    assert_eq!(page.field("next"), place);
}

fn nothing_goes_around_choosing_a_password(engine: Engine) {
    let server = Server::start(engine);
    let (id, password) = create(&server, &ADA);
    let mut ada = server.browser().with("accept-language", "en");
    ada.sign_in(&id, &password);
    assert_eq!(ada.who(), None);
    let service = server.service(PROJECT);
    for place in ["/contacts/services", "/contacts/requests", "/contacts/requests/2", "/profile", "/profile/email"] {
        asks_for_a_password(&mut ada, place);
    }
    asks_for_a_password(&mut ada, &format!("/contacts/services/{service}"));
    ada.get("/sign-in").is(200).shows(Served::of(Language::En).choose_own_title());
    ada.get(&format!("/contacts/services/{service}/history.csv")).is(404);
    ada.get("/api/live").is(204);
    ada.read("profile", &[]).fails(&Problem::SignedOut);
    ada.read("request", &[("id", "2")]).fails(&Problem::SignedOut);
    for (function, fields) in [
        ("submit", vec![("service", &*service), ("tech", "js10002")]),
        ("decide", vec![("id", "2"), ("code", "0000"), ("decision", "accept")]),
        ("resend", vec![("id", "2")]),
        ("change-name", vec![("name", "Eve"), ("organisation", "")]),
        ("change-email", vec![("email", "eve@example.org"), ("password", &*password)]),
        ("change-password", vec![("password", &*password), ("new_password", NEW)]),
        ("end-other-sessions", vec![]),
    ] {
        ada.call(function, &fields).fails(&Problem::SignedOut);
    }
    // Neither the same password nor one that everyone would try.
    let wrong = |new: &str, wrong| {
        let told = ada.clone().call("choose-password", &[("new_password", new), ("next", "/")]);
        told.fails(&Problem::field(Field::NewPassword, wrong));
    };
    wrong(&password, Wrong::Unchanged);
    wrong("ada@example.org", Wrong::Related);
    wrong("Summer2024!!", Wrong::Pattern);

    let mut elsewhere = server.browser();
    elsewhere.sign_in(&id, &password);
    ada.call("choose-password", &[("new_password", NEW), ("next", "/profile")]).is(200);
    assert_eq!(ada.who().as_deref(), Some(&*id));
    ada.get("/profile").is(200).shows("ada@example.org");
    // Whoever else had the printed password is out.
    elsewhere
        .call("choose-password", &[("new_password", "another quite long sentence"), ("next", "/")])
        .fails(&Problem::SignedOut);
    server.browser().call("sign-in", &[("login", &id), ("password", &password), ("next", "/")]).is(422);
    // It is for the first sign-in alone.
    ada.call("choose-password", &[("new_password", "another quite long sentence"), ("next", "/")])
        .fails(&Problem::SignedOut);
    let told = server.mails_to("ada@example.org");
    assert!(told.iter().any(|mail| mail.subject == Mail::of(Language::En).password_changed_subject()));
}

fn by_forms_alone(engine: Engine) {
    let server = Server::start(engine);
    let (id, password) = create(&server, &ADA);
    let mut ada = server.browser().with("accept-language", "en");
    let fields = [("login", &*id), ("password", &*password), ("next", "/contacts/requests")];
    ada.form("/contacts/requests", "/api/sign-in", &fields).leads_to("/contacts/requests");
    asks_for_a_password(&mut ada, "/contacts/requests");
    // What is wrong is told in the form, which keeps no password.
    let served = Served::of(Language::En);
    let short = [("new_password", "short"), ("next", "/contacts/requests")];
    let answer = ada.form("/contacts/requests", "/api/choose-password", &short);
    answer.leads_to("/contacts/requests");
    let page = ada.follow(&answer).is(200);
    page.shows(&served.wrong_too_short(served.password_new()));
    assert_eq!(page.field("new_password"), "");
    let right = [("new_password", NEW), ("next", "/contacts/requests")];
    ada.form("/contacts/requests", "/api/choose-password", &right).leads_to("/contacts/requests");
    assert_eq!(ada.who().as_deref(), Some(&*id));

    // Or one signs out.
    let (id, password) = create(&server, &["--name", "Blaise", "--email", "b@example.org"]);
    let mut blaise = server.browser();
    blaise.sign_in(&id, &password);
    let kept = blaise.clone();
    blaise.form("/", "/api/sign-out", &[]).leads_to("/sign-in");
    let sessions = format!("sessions WHERE account = '{id}'");
    assert_eq!(server.database().count(&sessions), 0);
    kept.clone().call("choose-password", &[("new_password", NEW), ("next", "/")]).fails(&Problem::SignedOut);
}

fn an_invitation(engine: Engine) {
    let server = Server::start(engine);
    let out = server.operator(&[&["account", "create", "--invite"], &ADA[..]].concat()).succeeds();
    assert!(!out.contains("Password:") && out.contains("ada@example.org"), "{out}");
    let id = out.lines().find_map(|line| line.strip_prefix("Customer ID: ")).unwrap();
    let mail = server.mails_to("ada@example.org").remove(0);
    assert_eq!(mail.subject, Mail::of(Language::En).invite_subject());
    assert!(mail.text.contains(id));
    let link = server.mailed_link("ada@example.org", "/reset-password?token=");
    let code = link.split_once("token=").unwrap().1;
    let mut ada = server.browser().with("accept-language", "en");
    let page = ada.open(&link).is(200);
    page.shows(Served::of(Language::En).invite_title());
    page.shows(id);
    let fields = [("code", code), ("new_password", NEW)];
    let answer = ada.form(&link, "/api/reset-password", &fields);
    answer.leads_to("/sign-in");
    ada.follow(&answer).is(200).shows(Served::of(Language::En).notice_password_chosen());
    ada.sign_in(id, NEW);
    assert_eq!(ada.who().as_deref(), Some(id));
    server.browser().call("reset-password", &fields).fails(&Problem::StaleLink);
    let welcome = server.mails_to("ada@example.org").pop().unwrap();
    assert_eq!(welcome.subject, Mail::of(Language::En).welcome_subject());
}

fn a_name_is_corrected_by_its_owner(engine: Engine) {
    let server = Server::start(engine);
    let mut marie = server.as_customer("md10001").with("accept-language", "en");
    assert_eq!(marie.get("/profile").is(200).field("name"), "Marie Dubois");
    let wrong = [("name", "a\u{202e}b"), ("organisation", "Atelier")];
    marie.call("change-name", &wrong).fails(&Problem::field(Field::Name, Wrong::Format));
    let answer =
        marie.form("/profile", "/api/change-name", &[("name", "Marie Martin"), ("organisation", "Atelier Martin")]);
    answer.leads_to("/profile");
    let page = marie.follow(&answer).is(200);
    page.shows(Served::of(Language::Fr).notice_name());
    page.shows("Atelier Martin");
    // Shown at once wherever it stands.
    marie.get("/contacts/services").is(200).shows("Marie Martin");
    let mail = server.mails_to("marie.dubois@example.org").pop().unwrap();
    assert_eq!(mail.subject, Mail::of(Language::Fr).name_changed_subject());
    assert!(mail.text.contains("Marie Martin") && mail.text.contains("Atelier Martin"));
}

fn an_address_of_a_disabled_account(engine: Engine) {
    let server = Server::start(engine);
    server.operator(&["account", "disable", "js10002", "--reason", "Asked by post."]).succeeds();
    let mut anybody = server.browser();
    let fields = [
        ("name", "John"),
        ("organisation", ""),
        ("address", "john.smith@example.org"),
        ("language", "en"),
        ("password", NEW),
    ];
    anybody.call("sign-up", &fields).is(200);
    anybody.call("forgot-password", &[("login", "js10002")]).is(200);
    anybody.call("forgot-password", &[("login", "john.smith@example.org")]).is(200);
    let mails = server.mails_to("john.smith@example.org");
    let subject = Mail::of(Language::En).account_disabled_subject();
    let told: Vec<_> = mails.iter().filter(|mail| mail.subject == subject).collect();
    assert_eq!(told.len(), 3);
    for mail in told {
        assert!(mail.text.contains("/help") && !mail.text.contains("token=") && !mail.text.contains("js10002"));
    }
}
