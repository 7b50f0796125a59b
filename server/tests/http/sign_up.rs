//! Opening an account oneself, over HTTP: from the form to signing in, and what strangers learn from it.

use std::{collections::BTreeMap, time::Duration};

use countersign_domain::{Field, FieldProblem, HOUR, Problem, Token, Wrong};
use countersign_locales::{Language, Served, Ui};

use crate::support::{
    Browser, Engine, Reply, Server, Setup, html::tags, mailbox::link_in, on_both, story::WRONG, timing::take_as_long,
};

on_both!(from_the_form_to_signing_in, known_and_unknown_addresses_get_the_same_answer);

const PASSWORD: &str = "correct staple grief 81";
const ADDRESS: &str = "eva.zak@example.net";
const PLACES: [&str; 3] = ["/sign-up", "/sign-up?sent", "/sign-up/confirm"];

fn fields(address: &str) -> [(&str, &str); 5] {
    let name = ("name", "Éva Żak");
    [name, ("organisation", ""), ("address", address), ("language", "fr"), ("password", PASSWORD)]
}

impl Server {
    /// The place to which the last mail to an address leads, with its code.
    #[track_caller]
    pub(crate) fn mailed_link(&self, address: &str, start: &str) -> String {
        let mails = self.mails_to(address);
        let mut links = mails.iter().rev().filter_map(|mail| link_in(&mail.text));
        let link = links
            .find(|link| link.starts_with(start))
            .unwrap_or_else(|| panic!("no mail to {address} leads to {start}"));
        let code = link.split_once("token=").unwrap().1;
        self.keep_secret(code);
        self.keep_secret(&Token::parse(code).unwrap().grouped());
        link
    }
}

fn english(server: &Server) -> Browser<'_> {
    server.browser().with("accept-language", "en")
}

fn from_the_form_to_signing_in(engine: Engine) {
    let server = Server::start(engine);
    let served = Served::of(Language::En);
    let mut browser = english(&server);
    browser.get("/sign-in").is(200).shows(served.sign_up_link());
    browser.get("/sign-up").is(200).shows(served.sign_up_lead());

    let sent = browser.form("/sign-up", "/api/sign-up", &fields(" Eva.Zak@example.net "));
    sent.leads_to("/sign-up?sent");
    browser.follow(&sent).is(200).shows(&served.sign_up_sent(ADDRESS));
    // It can be looked at again.
    browser.get("/sign-up?sent").is(200).shows(&served.sign_up_sent(ADDRESS));

    // The mail is opened elsewhere, and looked at by a scanner that follows every link.
    let link = server.mailed_link(ADDRESS, "/sign-up/confirm?token=");
    let before = server.database().dump();
    let mut elsewhere = server.browser().with("accept-language", "fr");
    let french = Served::of(Language::Fr);
    for _ in 0..3 {
        for method in ["GET", "HEAD"] {
            elsewhere.send(method, &link, &[("sec-purpose", "prefetch")], ureq::SendBody::none()).is(303);
        }
    }
    assert_eq!(server.database().dump(), before, "opening the link changes nothing");
    assert_eq!(elsewhere.cookies.keys().collect::<Vec<_>>(), ["link-code"]);
    let page = elsewhere.open(&link).is(200);
    page.shows(&french.sign_up_confirm_address(ADDRESS));

    // It takes the password that was chosen; the page says what to do if it is another, and the link still works.
    let code = page.field("code");
    let another = [("code", code.as_str()), ("password", "quite another wool lamp 52")];
    let answer = elsewhere.form(&link, "/api/confirm-sign-up", &another);
    answer.leads_to("/sign-up/confirm");
    let page = elsewhere.follow(&answer).is(200);
    page.shows(&Served::of(Language::Fr).wrong_mismatch(french.password_label()));
    page.shows(french.sign_up_confirm_other());
    assert!(tags(&page.body, "a").iter().any(|link| link.get("href").is_some_and(|href| href == "/sign-up")));
    assert_eq!((page.field("code"), page.field("password")), (code.clone(), String::new()));
    let sessions = format!("{:?}", server.database().texts("SELECT data FROM sessions"));
    assert!(!sessions.contains(&code) && !sessions.contains(another[1].1));
    // The link lives on, and the try is counted; nothing else has changed.
    assert_eq!(server.database().count("links WHERE state = 'live' AND tries = 1"), 1);
    let without_links = |mut dump: BTreeMap<String, Vec<String>>| {
        dump.remove("links");
        dump
    };
    assert_eq!(without_links(server.database().dump()), without_links(before));

    let chosen = [("code", code.as_str()), ("password", PASSWORD)];
    let done = elsewhere.form(&link, "/api/confirm-sign-up", &chosen);
    done.leads_to("/sign-up/confirm");
    let id = server.database().texts(&format!("SELECT handle FROM accounts WHERE email = '{ADDRESS}'")).remove(0);
    assert!(id.starts_with("ez") && id.ends_with("-ovh"), "{id}");
    elsewhere.follow(&done).is(200).shows(&id);
    // Nobody is signed in by it.
    assert_eq!(elsewhere.who(), None);
    let told = server.mails_to(ADDRESS);
    assert!(told.iter().any(|mail| mail.text.contains(&id)), "the customer ID comes by e-mail");
    assert!(told.iter().all(|mail| mail.language == Language::Fr));

    elsewhere.sign_in(&id, PASSWORD);
    assert_eq!(elsewhere.who().as_deref(), Some(&*id));
    let profile = elsewhere.get("/profile").is(200);
    profile.shows(ADDRESS);
    assert!(profile.body.contains("<html lang=\"fr\""), "in the language that was chosen");
    for place in ["/sign-up", "/sign-up?sent"] {
        assert_eq!(elsewhere.get(place).header("location"), "/contacts/services");
    }

    // The link is used up.
    let stale = server.browser().with("accept-language", "en").open(&link).is(410);
    stale.shows(Served::of(Language::En).problem_stale_link());
    stale.shows(served.sign_up_stale());
    english(&server).call("confirm-sign-up", &chosen).fails(&Problem::StaleLink);
}

#[test]
fn the_owner_of_an_address_does_not_open_what_a_stranger_has_asked_for() {
    let server = Server::start(Engine::Sqlite);
    let hers = fields(ADDRESS)
        .map(|(name, value)| if name == "password" { (name, "quite another wool lamp 52") } else { (name, value) });
    let confirm = |link: &str, password: &str| {
        let code = link.split_once("token=").unwrap().1;
        server.browser().call("confirm-sign-up", &[("code", code), ("password", password)])
    };
    // She asks for an account, and so does a stranger, with her address. Each link takes either password: hers opens what she typed.
    server.browser().call("sign-up", &hers).is(200);
    let first = server.mailed_link(ADDRESS, "/sign-up/confirm?token=");
    let strangers = fields(ADDRESS).map(|(name, value)| if name == "name" { (name, "Nobody") } else { (name, value) });
    server.browser().call("sign-up", &strangers).is(200);
    let second = server.mailed_link(ADDRESS, "/sign-up/confirm?token=");
    assert_ne!(first, second);
    for link in [&first, &second] {
        confirm(link, "some other goat stairs 77").fails(&Problem::field(Field::Password, Wrong::Mismatch));
    }
    assert_eq!(server.database().count("accounts"), 8);
    confirm(&second, hers[4].1).is(200);
    confirm(&first, PASSWORD).fails(&Problem::StaleLink);
    let names = server.database().texts(&format!("SELECT name FROM accounts WHERE email = '{ADDRESS}'"));
    assert_eq!(names, [hers[0].1]);
    server.browser().sign_in(ADDRESS, hers[4].1);
    let stranger = [("login", ADDRESS), ("password", PASSWORD), ("next", "/")];
    server.browser().call("sign-in", &stranger).fails(&Problem::WrongCredentials);
}

/// All that a stranger can see of an answer.
fn seen(answer: &Reply) -> String {
    let headers = answer.headers.iter().filter(|(name, _)| !matches!(name.as_str(), "date" | "set-cookie"));
    format!("{} {} {:?}", answer.status, answer.body, headers.collect::<Vec<_>>())
}

fn known_and_unknown_addresses_get_the_same_answer(engine: Engine) {
    let server = Server::start(engine);
    server.operator(&["account", "disable", "sy10008", "--reason", "Asked by post."]).succeeds();
    let addresses = ["nobody@example.org", "marie.dubois@example.org", "sakura.yamada@example.org"];
    let answers = addresses.map(|address| seen(&server.browser().call("sign-up", &fields(address)).is(200)));
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let pages = addresses.map(|address| {
        let mut browser = english(&server);
        let sent = browser.form("/sign-up", "/api/sign-up", &fields(address));
        sent.leads_to("/sign-up?sent");
        browser.follow(&sent).is(200).text().replace(address, "…")
    });
    assert!(pages.iter().all(|page| *page == pages[0]), "{pages:?}");

    let subject = |address: &str| server.mails_to(address).into_iter().map(|mail| mail.subject).collect::<Vec<_>>();
    let texts = countersign_locales::Mail::of(Language::Fr);
    assert_eq!(subject("nobody@example.org"), [texts.sign_up_confirm_subject(); 2]);
    let known = subject("marie.dubois@example.org");
    assert_eq!(known.iter().filter(|subject| *subject == texts.sign_up_known_subject()).count(), 2, "{known:?}");
    let disabled = countersign_locales::Mail::of(Language::En).account_disabled_subject();
    assert_eq!(subject("sakura.yamada@example.org"), [disabled; 2]);
    assert_eq!(server.database().count("accounts"), 8);
}

#[test]
fn a_known_address_takes_as_long_as_an_unknown_one() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_ACCOUNT_FORMS_PER_HOUR", "1000").start();
    let sign_up = |address: &str| {
        server.browser().call("sign-up", &fields(address)).is(200);
    };
    let mut unknown = (0..).map(|n| format!("nobody{n}@example.org"));
    let (known, _) = take_as_long(|| sign_up("marie.dubois@example.org"), || sign_up(&unknown.next().unwrap()));
    // Without the hash it would be several times as fast.
    assert!(known > Duration::from_millis(5), "{known:?}");
}

#[test]
fn a_form_that_failed_gives_back_what_was_typed_but_no_password() {
    let server = Server::start(Engine::Sqlite);
    let mut browser = english(&server);
    let served = Served::of(Language::En);
    let hostile = "</textarea><script>alert(1)</script>\"><img src=x>{{9137*7}}";
    let typed = [
        ("name", hostile),
        ("organisation", "Żak & \"fils\""),
        ("address", "eva@nowhere"),
        ("language", "fr"),
        ("password", "my secret"),
    ];
    let answer = browser.form("/sign-up", "/api/sign-up", &typed);
    answer.leads_to("/sign-up");
    assert!(!format!("{:?}", server.database().texts("SELECT data FROM sessions")).contains("my secret"));
    let page = browser.follow(&answer).is(200);
    page.shows(&served.wrong_format_email(served.profile_email()));
    page.shows(&served.wrong_too_short(served.password_label()));
    assert_eq!(page.field("name"), hostile);
    assert_eq!(page.field("organisation"), "Żak & \"fils\"");
    assert_eq!(page.field("address"), "eva@nowhere");
    assert_eq!(page.field("password"), "");
    let chosen: Vec<_> = tags(&page.body, "option").into_iter().filter(|tag| tag.contains_key("selected")).collect();
    assert_eq!(chosen.len(), 1);
    assert_eq!(chosen[0]["value"], "fr");
    for word in ["<script>alert", "<img", "63959"] {
        assert!(!page.body.contains(word), "{word}");
    }
    // It is told once.
    assert_eq!(browser.get("/sign-up").is(200).field("name"), "");
    assert_eq!((server.database().count("links"), server.database().count("accounts")), (0, 8));
}

#[test]
fn hostile_names_are_inert_wherever_they_are_shown() {
    let server = Server::start(Engine::Sqlite);
    let mut browser = english(&server);
    let name = "<script>alert('E')</script> =1+1";
    let organisation = "</textarea><img src=x onerror=alert(2)>";
    let typed = [
        ("name", name),
        ("organisation", organisation),
        ("address", ADDRESS),
        ("language", "en"),
        ("password", PASSWORD),
    ];
    browser.call("sign-up", &typed).is(200);
    let link = server.mailed_link(ADDRESS, "/sign-up/confirm?token=");
    let code = link.split_once("token=").unwrap().1;
    browser.call("confirm-sign-up", &[("code", code), ("password", PASSWORD)]).is(200);
    browser.sign_in(ADDRESS, PASSWORD);
    let id = browser.who().unwrap();
    assert!(id.starts_with("sx") || id.starts_with("sc"), "{id}");
    let profile = browser.get("/profile").is(200);
    profile.shows(name);
    profile.shows(organisation);
    assert!(!profile.body.contains("<script>alert") && !profile.body.contains("<img"));
    for mail in server.mails_to(ADDRESS) {
        assert!(!mail.html.contains("<script") && !mail.html.contains("<img"));
    }
    // What forges lines is refused.
    for (field, value) in [("name", "Eve\r\nBcc: all@example.org"), ("organisation", "a\u{202e}b")] {
        let forged = typed.map(|(known, typed)| (known, if known == field { value } else { typed }));
        let field = Field::from_name(field).unwrap();
        let expected = Problem::Invalid(vec![FieldProblem { field, wrong: Wrong::Format }]);
        browser.call("sign-up", &forged).fails(&expected);
    }
}

#[test]
fn what_is_typed_instead_of_a_code() {
    let server = Server::start(Engine::Sqlite);
    let ui = Ui::of(Language::En);
    for (typed, wrong) in [("", Wrong::Empty), ("ABC", Wrong::Format), ("<script>", Wrong::Format)] {
        let expected = Problem::field(Field::Code, wrong);
        let fields = [("code", typed), ("password", PASSWORD)];
        english(&server).call("confirm-sign-up", &fields).fails(&expected);
        let mut browser = english(&server);
        let answer = browser.form("/sign-up/confirm", "/api/confirm-sign-up", &fields);
        let page = browser.follow(&answer).is(200);
        assert_eq!(page.field("code"), typed);
        page.shows(ui.problem_title());
    }
    let mut browser = english(&server);
    let fields = [("code", WRONG), ("password", PASSWORD)];
    let answer = browser.form("/sign-up/confirm", "/api/confirm-sign-up", &fields);
    browser.follow(&answer).is(410).shows(Served::of(Language::En).sign_up_stale());
    // No address has the page say that an account is open.
    for word in ["id=ez12345-ovh", "notice=ez12345-ovh", "notice=%3Cb%3E"] {
        browser.get(&format!("/sign-up/confirm?{word}")).is(200).hides(Served::of(Language::En).sign_up_done_title());
    }
    for sent in
        [[("name", "x"), ("name", "y")], [("name", "x"), ("admin", "true")], [("language", "tlh"), ("name", "x")]]
    {
        assert_eq!(browser.call("sign-up", &sent).status, 422);
    }
}

#[test]
fn where_visitors_may_not_there_is_nothing() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_SIGNUP", "off").start();
    let served = Served::of(Language::En);
    let mut browser = english(&server);
    for place in PLACES.into_iter().chain(["/sign-up/confirm?token=0123456789ABCDEFGHJKMNPQRSTV"]) {
        browser.open(place).is(404).shows(Ui::of(Language::En).not_found_title());
    }
    browser.call("sign-up", &fields(ADDRESS)).fails(&Problem::NotFound);
    browser.call("sign-up", &fields("nonsense")).fails(&Problem::NotFound);
    for code in [WRONG, "nonsense"] {
        browser.call("confirm-sign-up", &[("code", code), ("password", PASSWORD)]).fails(&Problem::NotFound);
    }
    for place in ["/sign-in", "/profile", "/forgot-password"] {
        let page = browser.get(place).is(200);
        page.hides(served.sign_up_link());
        assert!(!page.body.contains("/sign-up"), "{place}");
    }
    browser.get("/sign-in").is(200).shows(served.forgotten_link());
    assert_eq!(server.database().count("links"), 0);
}

#[test]
fn too_many_forms_from_one_address() {
    let server = Setup::on(Engine::Sqlite).with("COUNTERSIGN_ACCOUNT_FORMS_PER_HOUR", "4").start();
    server.browser().call("sign-up", &fields(ADDRESS)).is(200);
    server.browser().call("forgot-password", &[("login", "md10001")]).is(200);
    let confirm = [("code", WRONG), ("password", PASSWORD)];
    server.browser().call("confirm-sign-up", &confirm).fails(&Problem::StaleLink);
    let reset = [("code", WRONG), ("new_password", PASSWORD)];
    server.browser().call("reset-password", &reset).fails(&Problem::StaleLink);
    let before = server.database().count("sessions");
    let asks: [(&str, &[(&str, &str)]); 4] = [
        ("sign-up", &fields(ADDRESS)),
        ("forgot-password", &[("login", "md10001")]),
        ("confirm-sign-up", &confirm),
        ("reset-password", &reset),
    ];
    for (n, (function, fields)) in asks.into_iter().enumerate() {
        let mut browser = english(&server).with("x-forwarded-for", &format!("203.0.113.{n}"));
        let answer = browser.call(function, fields);
        let Problem::TooMany { retry_after } = answer.problem() else { panic!("{answer:?}") };
        assert!((1..=i32::try_from(HOUR / 1000).unwrap()).contains(&retry_after));
        assert_eq!(answer.header("retry-after"), retry_after.to_string());
        browser.form("/sign-up", &format!("/api/{function}"), fields).is(429);
    }
    assert_eq!(server.database().count("sessions"), before, "strangers store nothing then");
    // Signing in has a limit of its own.
    server.browser().sign_in("md10001", crate::support::PASSWORD);
}
