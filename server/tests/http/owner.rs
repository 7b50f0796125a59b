//! The owner of a service over HTTP: who meets which page, and a form that loses nothing, without JavaScript.

use countersign_domain::{Field, FieldProblem, Problem, Wrong};
use countersign_locales::{Language, Mail, Served, Ui};

use crate::support::{
    Browser, Engine, Reply, Server,
    html::tags,
    on_both,
    story::{BLOG, DOMAIN},
};

on_both!(edited_without_javascript, two_tabs);

/// The details as Zofia's form has them, with a few typed anew.
fn typed<'a>(key: &'a str, version: &'a str, anew: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("service", key),
        ("version", version),
        ("name", "Zofia Kowalska-Żółtowska"),
        ("organisation", ""),
        ("street", "ul. Długa 44/50 m. 7"),
        ("postal_code", "00-241"),
        ("city", "Warszawa"),
        ("country", "PL"),
        ("phone", "+48225550112"),
        ("owner_email", "zofia.kowalska@example.org"),
    ];
    for field in &mut fields {
        if let Some((_, value)) = anew.iter().find(|(name, _)| *name == field.0) {
            field.1 = value;
        }
    }
    fields
}

/// The country that is chosen in the form.
fn chosen(page: &Reply) -> Option<String> {
    tags(&page.body, "option")
        .into_iter()
        .find(|tag| tag.contains_key("selected"))
        .map(|mut tag| tag.remove("value").unwrap())
}

/// The texts of Zofia's pages.
fn polish() -> Served {
    Served::of(Language::Pl)
}

/// The page says all of a text but its date.
fn shows_around_date(page: &Reply, text: impl Fn(&str) -> String) {
    for part in text("§").split('§') {
        page.shows(part.trim());
    }
}

fn place(key: &str) -> String {
    format!("/contacts/services/{key}/owner")
}

fn edited_without_javascript(engine: Engine) {
    let server = Server::start(engine);
    let key = server.service(DOMAIN);
    let place = place(&key);
    let mut zofia = server.as_customer("zk10003");
    // The way there.
    assert!(zofia.get(&format!("/contacts/services/{key}")).is(200).body.contains(&format!("href=\"{place}\"")));
    let page = zofia.get(&place).is(200);
    page.shows(&polish().owner_title("kowalska.example"));
    assert_eq!((page.field("name").as_str(), page.field("city").as_str()), ("Zofia Kowalska-Żółtowska", "Warszawa"));
    assert_eq!((page.field("phone").as_str(), chosen(&page).as_deref()), ("+48225550112", Some("PL")));

    // What is wrong is said at the field, and what was typed stays.
    let wrong = [("city", "Kraków"), ("postal_code", "0024"), ("phone", "nonsense number")];
    let answer = zofia.form(&place, "/api/edit-owner", &typed(&key, "1", &wrong));
    answer.leads_to(&place);
    let back = zofia.follow(&answer).is(200);
    back.shows(&polish().wrong_format_postal_code(polish().owner_postal_code()));
    back.shows(&polish().wrong_format_phone(polish().owner_phone()));
    assert_eq!((back.field("city").as_str(), back.field("phone").as_str()), ("Kraków", "nonsense number"));
    assert_eq!(back.body.matches("aria-invalid=\"true\"").count(), 2);

    let right = [
        ("city", "Kraków"),
        ("postal_code", "30001"),
        ("phone", "0048 12 555 01 99"),
        ("owner_email", "Wlasciciel@kowalska.example"),
    ];
    let answer = zofia.form(&place, "/api/edit-owner", &typed(&key, "1", &right));
    answer.leads_to(&place);
    let saved = zofia.follow(&answer).is(200);
    saved.shows(polish().notice_owner());
    shows_around_date(&saved, |date| polish().owner_last_edit(date, "zk10003-ovh"));
    assert_eq!((saved.field("postal_code").as_str(), saved.field("phone").as_str()), ("30-001", "+48125550199"));
    assert_eq!(saved.field("version"), "2");
    let same = zofia.form(&place, "/api/edit-owner", &typed(&key, "2", &right));
    zofia.follow(&same).is(200).shows(Ui::of(Language::Pl).problem_nothing_changed());

    // Both addresses are told, the unknown one without a name.
    for (address, named) in [("zofia.kowalska@example.org", true), ("wlasciciel@kowalska.example", false)] {
        let mails = server.mails_to(address);
        let told: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("kowalska.example")).collect();
        assert_eq!(told.len(), 1, "{address}");
        assert_eq!(told[0].to_name.is_some(), named);
        let texts = Mail::of(told[0].language);
        let details = [texts.owner_postal_code(), texts.owner_city(), texts.owner_phone(), texts.owner_email()];
        assert!(told[0].text.contains(&details.join(", ")), "{}", told[0].text);
        assert!(!told[0].text.contains("Kraków") && !told[0].text.contains("+48"));
    }
    for secret in ["nonsense number", "0048 12 555 01 99", "+48125550199", "wlasciciel@kowalska.example", "Kraków"] {
        server.keep_secret(secret);
    }
    contacts_and_strangers(&server, &key);
}

fn contacts_and_strangers(server: &Server, key: &str) {
    let place = place(key);
    let before = server.database().dump();
    for (contact, language, country) in [("md10001", Language::Fr, "Pologne"), ("lg10004", Language::Es, "Polonia")] {
        let mut contact = server.as_customer(contact);
        let page = contact.get(&place).is(200);
        page.shows(&Served::of(language).owner_not_yours("zk10003-ovh"));
        for shown in ["Zofia Kowalska-Żółtowska", "30-001", "+48125550199", country] {
            page.shows(shown);
        }
        assert!(!page.body.contains("/api/edit-owner"), "no form");
        for fields in [typed(key, "2", &[("city", "Gdańsk")]), typed(key, "2", &[("city", "")])] {
            contact.call("edit-owner", &fields).fails(&Problem::NotAdministrator);
        }
        let answer = contact.form(&place, "/api/edit-owner", &typed(key, "2", &[("city", "Gdańsk")]));
        answer.leads_to(&place);
    }
    let mut stranger = server.as_customer("sy10008");
    stranger.get(&place).is(404).hides("Zofia");
    stranger.read("owner", &[("service", key)]).fails(&Problem::NotFound);
    stranger.call("edit-owner", &typed(key, "2", &[("city", "Gdańsk")])).fails(&Problem::NotFound);
    let mut nobody = server.browser();
    nobody.get(&place).is(200).hides("Zofia");
    nobody.read("owner", &[("service", key)]).fails(&Problem::SignedOut);
    nobody.call("edit-owner", &typed(key, "2", &[])).fails(&Problem::SignedOut);
    let after = server.database().dump();
    for table in ["owners", "owner_changes", "outbox"] {
        assert_eq!(after[table], before[table], "{table}");
    }
}

fn two_tabs(engine: Engine) {
    let server = Server::start(engine);
    let key = server.service(DOMAIN);
    let place = place(&key);
    let mut first = server.as_customer("zk10003");
    let mut second = first.clone();
    first.call("edit-owner", &typed(&key, "1", &[("city", "Kraków"), ("postal_code", "30-001")])).is(200);

    let save = |tab: &mut Browser<'_>, version: &str, name: &str| {
        let answer = tab.form(&place, "/api/edit-owner", &typed(&key, version, &[("name", name)]));
        tab.follow(&answer).is(200)
    };
    // A form that comes back for another reason is still made from what it was made from.
    let answer = second.form(&place, "/api/edit-owner", &typed(&key, "1", &[("name", ""), ("city", "Typed")]));
    let back = second.follow(&answer).is(200);
    assert_eq!((back.field("version").as_str(), back.field("city").as_str()), ("1", "Typed"));
    back.shows(&Ui::of(Language::Pl).wrong_empty(polish().owner_name()));

    let told = save(&mut second, "1", "From the second tab");
    told.shows(polish().problem_changed());
    let details = [polish().owner_postal_code(), polish().owner_city()].join(", ");
    shows_around_date(&told, |date| polish().owner_meanwhile(2, date, "zk10003-ovh", &details));
    told.shows("Kraków");
    assert_eq!((told.field("name").as_str(), told.field("city").as_str()), ("From the second tab", "Warszawa"));
    assert_eq!(told.field("version"), "2", "who has been shown it may save");
    assert_eq!(first.get(&place).is(200).field("name"), "Zofia Kowalska-Żółtowska", "nothing is written over");

    save(&mut second, "2", "From the second tab").shows(polish().notice_owner());
    let page = first.get(&place).is(200);
    assert_eq!((page.field("name").as_str(), page.field("city").as_str()), ("From the second tab", "Warszawa"));
    first.call("edit-owner", &typed(&key, "2", &[("name", "Late")])).fails(&Problem::Changed);
}

#[test]
fn services_without_an_owner() {
    let server = Server::start(Engine::Sqlite);
    let mut zofia = server.as_customer("zk10003");
    // A hosting has none, and no way to it.
    let hosting = server.service(BLOG);
    zofia.get(&place(&hosting)).is(404);
    assert!(!zofia.get(&format!("/contacts/services/{hosting}")).is(200).body.contains("/owner\""));
    zofia.call("edit-owner", &typed(&hosting, "0", &[])).fails(&Problem::NotFound);
    for nowhere in ["nonsense", "01234567-89ab-7cde-8f01-23456789abcd", "%00", "a%2Fb"] {
        zofia.get(&place(nowhere)).is(404);
    }

    // A domain of which none is stored yet: its administrator may enter it.
    let add =
        ["service", "add", "--name", "new.example", "--category", "domain", "--admin", "zk10003", "--tech", "js10002"];
    let key = server.operator(&add).succeeds().trim().to_owned();
    let mut john = server.as_customer("js10002");
    let page = john.get(&place(&key)).is(200);
    page.shows(&Served::of(Language::En).owner_none_other("zk10003-ovh"));
    let page = zofia.get(&place(&key)).is(200);
    page.shows(polish().owner_none_yours());
    assert_eq!(
        (page.field("version").as_str(), page.field("name").as_str(), chosen(&page).as_deref()),
        ("0", "", Some(""))
    );
    let nothing = ["name", "street", "postal_code", "city", "country", "phone", "owner_email"].map(|name| (name, ""));
    let missing = [Field::Name, Field::Street, Field::City, Field::Country, Field::Phone, Field::OwnerEmail];
    let missing = missing.map(|field| FieldProblem { field, wrong: Wrong::Empty }).to_vec();
    zofia.call("edit-owner", &typed(&key, "0", &nothing)).fails(&Problem::Invalid(missing));
    let answer = zofia.form(&place(&key), "/api/edit-owner", &typed(&key, "0", &[]));
    zofia.follow(&answer).is(200).shows(polish().notice_owner());
    john.get(&place(&key)).is(200).shows("Warszawa");
}
