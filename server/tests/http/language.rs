//! The language of pages: asked for by the browser, chosen, or kept with the account.

use countersign_locales::{Language, Served};

use crate::support::{Browser, Engine, PASSWORD, Server, setup::HASH};

#[track_caller]
fn speaks(browser: &mut Browser<'_>, place: &str, language: Language) {
    let page = browser.get(place);
    assert!(page.body.contains(&format!("<html lang=\"{}\"", language.code())), "{place}: {}", page.body);
    page.shows(Served::of(language).footer_promise());
}

#[test]
fn what_the_browser_asks_for() {
    let server = Server::start(Engine::Sqlite);
    for (asked, language) in [
        ("fr", Language::Fr),
        ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", Language::Fr),
        ("de, en;q=0.5, fr;q=0.6", Language::Fr),
        ("en-GB,en;q=0.9,fr;q=0.8", Language::En),
        ("fr;q=0, en;q=0.1", Language::En),
        ("", Language::En),
        ("nonsense;;;q=q", Language::En),
    ] {
        for place in ["/", "/help", "/nowhere", "/contacts/requests/2?token=ABC"] {
            speaks(&mut server.browser().with("accept-language", asked), place, language);
        }
    }
}

#[test]
fn what_was_chosen() {
    let server = Server::start(Engine::Sqlite);
    let mut browser = server.browser().with("accept-language", "en");
    let place = "/contacts/requests/2?token=ABC";
    let answer = browser.form(place, "/language", &[("language", "fr")]);
    answer.leads_to(place);
    let cookie = answer.cookie("language").unwrap();
    assert!(cookie.starts_with("language=fr;"), "{cookie}");
    for flag in ["Path=/", "SameSite=Lax", "HttpOnly", "Max-Age=31536000"] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    speaks(&mut browser, place, Language::Fr);
    speaks(&mut browser, "/nowhere", Language::Fr);
    // A form that fails speaks it too.
    let fields = [("login", "md10001"), ("password", "x"), ("next", "/")];
    let answer = browser.form("/sign-in", "/api/sign-in", &fields);
    browser.follow(&answer).shows(Served::of(Language::Fr).problem_credentials());
    for nonsense in ["xx", "", "EN ", "../fr", "en\r\nSet-Cookie: x=1"] {
        let answer = browser.form("/help", "/language", &[("language", nonsense)]);
        assert_eq!(answer.status, 422, "{nonsense:?}");
        assert_eq!(answer.cookie("x"), None);
    }
    speaks(&mut browser, "/help", Language::Fr);
    // A cookie of nobody's making is passed over.
    browser.cookies.insert("language".to_owned(), "<script>".to_owned());
    speaks(&mut browser, "/help", Language::En);
    // Nobody is led elsewhere by where he says that he comes from.
    for referer in
        ["https://evil.example//evil.example/", "https://evil.example/\\evil.example", "nonsense:/\\evil.example"]
    {
        browser.form(referer, "/language", &[("language", "en")]).leads_to("/");
    }
    browser.form("https://evil.example/help?x=1", "/language", &[("language", "en")]).leads_to("/help?x=1");
}

#[test]
fn the_page_stays_with_the_code_that_the_address_bar_has_lost() {
    let server = Server::start(Engine::Sqlite);
    let mut john = server.as_customer("js10002");
    for mut browser in [server.browser(), john.clone()] {
        for place in ["/contacts/requests/2?token=ABC", "/contacts/services?search=a%20b", "/nowhere"] {
            let back = browser.get(place).field("back");
            assert_eq!(back, place);
            let path = place.split('?').next().unwrap();
            browser.form(path, "/language", &[("language", "en"), ("back", &back)]).leads_to(place);
        }
    }
    // What it says is always a place of ours.
    for (back, to) in [
        ("//evil.example", "/profile"),
        ("https://evil.example/help", "/profile"),
        ("/\\evil.example/x", "/profile"),
        ("/.//evil.example/x", "/profile"),
        ("javascript:alert(1)", "/profile"),
        ("/help\r\nSet-Cookie: x=1", "/profile"),
    ] {
        let answer = john.form("/profile", "/language", &[("language", "en"), ("back", back)]);
        answer.leads_to(to);
        assert_eq!(answer.cookie("x"), None, "{back:?}");
    }
}

#[test]
fn a_form_of_a_page_in_another_language_or_of_another_build_does_nothing() {
    let server = Server::start(Engine::Sqlite);
    let mut john = server.as_customer("js10002");
    server.settle();
    let fields = [("email", "john@new.example"), ("password", PASSWORD)];
    let (before, sessions) = (server.database().dump(), server.database().rows("sessions"));
    let fr = format!("{HASH} fr");
    for page in [fr.as_str(), "fedcba9876543210 en", HASH, " en", "en", ""] {
        let mut page = john.clone().with("countersign-page", page);
        page.form("/profile", "/api/change-email", &fields).is(426);
        page.form("/profile", "/api/change-email", &[("email", "nonsense")]).is(426);
        page.form("/sign-in", "/api/sign-in", &[("login", "x"), ("password", "x"), ("next", "/")]).is(426);
    }
    assert_eq!(server.database().dump(), before);
    assert_eq!(server.database().rows("sessions"), sessions, "nothing waits for the next page");
    let mut page = john.clone().with("countersign-page", &format!("{HASH} en"));
    page.form("/profile", "/api/change-email", &fields).leads_to("/profile");
    // As soon as he has chosen the other one, it is the other way round.
    john.form("/profile", "/language", &[("language", "fr")]).is(303);
    page.form("/profile", "/api/change-email", &fields).is(426);
    let mut page = john.clone().with("countersign-page", &fr);
    page.form("/profile", "/api/change-password", &[("password", "x"), ("new_password", "y")]).leads_to("/profile");
    // A plain form is taken from any page: the next one is loaded whole.
    john.form("/profile", "/api/change-password", &[("password", "x"), ("new_password", "y")]).leads_to("/profile");
}

#[test]
fn what_an_account_has_chosen() {
    let server = Server::start(Engine::Sqlite);
    // Marie's account is French, whatever her browser asks for.
    let mut marie = server.browser().with("accept-language", "en");
    speaks(&mut marie, "/help", Language::En);
    marie.sign_in("md10001", PASSWORD);
    speaks(&mut marie, "/help", Language::Fr);
    marie.form("/profile", "/language", &[("language", "en")]).leads_to("/profile");
    speaks(&mut marie, "/profile", Language::En);
    assert_eq!(server.database().texts("SELECT language FROM accounts WHERE handle = 'md10001-ovh'"), ["en"]);
    // In another browser as well, and in her mails; and in nobody else's.
    let mut other = server.as_customer("md10001");
    speaks(&mut other, "/profile", Language::En);
    marie.act("resend", 2).is(200);
    let mails = server.mails_to("marie.dubois@example.org");
    assert_eq!(mails.last().unwrap().language, Language::En);
    assert_eq!(mails.first().unwrap().language, Language::Fr);
    let others = "SELECT language FROM accounts WHERE handle <> 'md10001-ovh' ORDER BY handle";
    assert_eq!(server.database().texts(others), ["it", "pt", "en", "es", "en", "en", "pl"]);
    // Signed out, the browser keeps what was chosen.
    marie.call("sign-out", &[]).is(200);
    speaks(&mut marie, "/help", Language::En);
}
