//! Forgotten passwords, over HTTP: the mail's link, the new password, and what strangers learn from it.

use countersign_domain::{Field, Problem, Wrong};
use countersign_locales::{Language, Served};

use crate::support::{
    Browser, Engine, PASSWORD, Reply, Server, Setup, mailbox::address, on_both, story::WRONG, stream::Stream,
    timing::take_as_long,
};

on_both!(from_the_form_to_signing_in_again, known_and_unknown_get_the_same_answer);

const NEW: &str = "quite another wool lamp 52";
const LOGINS: [&str; 6] =
    ["md10001", "zz99999", "sy10008", "marie.dubois@example.org", "nobody@example.org", "sakura.yamada@example.org"];

fn english(server: &Server) -> Browser<'_> {
    server.browser().with("accept-language", "en")
}

#[track_caller]
fn forget(server: &Server, login: &str) -> String {
    server.browser().call("forgot-password", &[("login", login)]).is(200);
    server.mailed_link(address("js10002"), "/reset-password?token=")
}

fn from_the_form_to_signing_in_again(engine: Engine) {
    let server = Server::start(engine);
    // The demo's own mails change what its customers see.
    server.settle();
    let served = Served::of(Language::En);
    let mut signed_in = server.as_customer("js10002");
    let mut stream = Stream::of(&mut signed_in);
    let mut browser = english(&server);
    browser.get("/sign-in").is(200).shows(served.forgotten_link());
    let sent = browser.form("/forgot-password", "/api/forgot-password", &[("login", " JS10002 ")]);
    sent.leads_to("/forgot-password?sent");
    browser.follow(&sent).is(200).shows(&served.forgotten_sent("js10002-ovh"));

    let link = server.mailed_link(address("js10002"), "/reset-password?token=");
    let before = server.database().dump();
    for method in ["GET", "HEAD", "GET"] {
        server.browser().send(method, &link, &[("sec-purpose", "prefetch")], ureq::SendBody::none()).is(303);
    }
    assert_eq!(server.database().dump(), before, "opening the link changes nothing");
    assert_eq!(signed_in.who().as_deref(), Some("js10002-ovh"));

    // A password that does not do leaves everything as it is, and the code where it was: with the browser, not in the session.
    let page = browser.open(&link).is(200);
    let code = page.field("code");
    let fields = [("code", code.as_str()), ("new_password", "password1234")];
    let answer = browser.form("/reset-password", "/api/reset-password", &fields);
    answer.leads_to("/reset-password");
    let sessions = format!("{:?}", server.database().texts("SELECT data FROM sessions"));
    assert!(!sessions.contains(&code) && !sessions.contains("password1234"));
    let page = browser.follow(&answer).is(200);
    page.shows(&served.wrong_pattern(served.password_new()));
    assert_eq!((page.field("code"), page.field("new_password")), (code.clone(), String::new()));

    let answer = browser.form(&link, "/api/reset-password", &[("code", &code), ("new_password", NEW)]);
    answer.leads_to("/sign-in");
    browser.follow(&answer).is(200).shows(served.notice_password_reset());
    assert_eq!(signed_in.who(), None, "every session has ended");
    stream.ends();
    browser
        .call("sign-in", &[("login", "js10002"), ("password", PASSWORD), ("next", "/")])
        .fails(&Problem::WrongCredentials);
    browser.sign_in("js10002", NEW);
    let told = countersign_locales::Mail::of(Language::En).password_changed_subject();
    assert_eq!(server.mails_to(address("js10002")).iter().filter(|mail| mail.subject == told).count(), 1);

    // The link is used up.
    let stale = english(&server).open(&link).is(410);
    stale.shows(served.problem_stale_link());
    stale.shows(served.reset_stale());
    let again = [("code", code.as_str()), ("new_password", NEW)];
    english(&server).call("reset-password", &again).fails(&Problem::StaleLink);
    let mut plain = english(&server);
    let answer = plain.form(&link, "/api/reset-password", &again);
    plain.follow(&answer).is(410).shows(served.reset_stale());
}

/// All that a stranger can see of an answer.
fn seen(answer: &Reply) -> String {
    let headers = answer.headers.iter().filter(|(name, _)| !matches!(name.as_str(), "date" | "set-cookie"));
    format!("{} {} {:?}", answer.status, answer.body, headers.collect::<Vec<_>>())
}

fn known_and_unknown_get_the_same_answer(engine: Engine) {
    let server = Server::start(engine);
    server.operator(&["account", "disable", "sy10008", "--reason", "Asked by post."]).succeeds();
    let answers = LOGINS.map(|login| {
        let answer = server.browser().call("forgot-password", &[("login", login)]).is(200);
        seen(&answer)
    });
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let pages = LOGINS.map(|login| {
        let mut browser = english(&server);
        let sent = browser.form("/forgot-password", "/api/forgot-password", &[("login", login)]);
        let page = browser.follow(&sent).is(200).text();
        page.replace(login, "…").replace("…-ovh", "…")
    });
    assert!(pages.iter().all(|page| *page == pages[0]), "{pages:?}");
    server.settle();
    let mailed = "SELECT recipient FROM outbox WHERE event = 'passwordReset' AND state = 'sent'";
    // Three in an hour, by whichever of its names.
    assert_eq!(server.database().texts(mailed), ["md10001-ovh"; 3]);
    // What is no login at all is said at once.
    for (login, wrong) in [("", Wrong::Empty), ("nonsense", Wrong::Format), ("a@b", Wrong::Format)] {
        let expected = Problem::field(Field::Login, wrong);
        server.browser().call("forgot-password", &[("login", login)]).fails(&expected);
    }
    let mut browser = english(&server);
    let answer = browser.form("/forgot-password", "/api/forgot-password", &[("login", "a@b\"><script>")]);
    answer.leads_to("/forgot-password");
    let page = browser.follow(&answer).is(200);
    assert_eq!(page.field("login"), "a@b\"><script>");
    let served = Served::of(Language::En);
    page.shows(&served.wrong_format_login(served.login_label()));
}

#[test]
fn an_unknown_account_takes_as_long_as_a_known_one() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_ACCOUNT_FORMS_PER_HOUR", "1000").start();
    let forget = |login| {
        server.browser().call("forgot-password", &[("login", login)]).is(200);
    };
    take_as_long(|| forget("md10001"), || forget("zz99999"));
}

#[test]
fn a_later_link_works_as_well_until_its_time_is_over() {
    let server = Server::start(Engine::Sqlite);
    let first = forget(&server, "js10002");
    server.set_clock(1000);
    let second = forget(&server, "js10002");
    assert_ne!(first, second);
    english(&server).open(&first).is(200);
    english(&server).open(&second).is(200);
    server.set_clock(countersign_domain::HOUR + 2000);
    english(&server).open(&first).is(410);
    english(&server).open(&second).is(410);
    let code = second.split_once("token=").unwrap().1;
    let fields = [("code", code), ("new_password", NEW)];
    server.browser().call("reset-password", &fields).fails(&Problem::StaleLink);
    server.browser().call("reset-password", &[("code", WRONG), ("new_password", NEW)]).fails(&Problem::StaleLink);
    server.browser().sign_in("js10002", PASSWORD);
}
