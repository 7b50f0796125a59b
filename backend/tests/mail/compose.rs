//! What mails say, in every language; and that nothing anybody typed does anything in them.

use std::fmt::Write;

use countersign_backend::{
    mail::{compose, compose_for_address},
    testing::{MailRow, RequestFacts},
};
use countersign_domain::{DAY, Note, PersonName, ServiceName};
use countersign_locales::Language;

use crate::samples::{NOW, account, all, code, facts, owner_news, renewal_news, row, settings, sign_up_row, with};

/// The whole of every mail as text, one snapshot for each language.
#[test]
fn texts() {
    for language in [Language::En, Language::Fr] {
        let mut texts = String::new();
        for (name, mail) in all(language) {
            let rule = "─".repeat(100 - name.len());
            let to = mail.to_name.as_deref().unwrap_or("");
            writeln!(texts, "── {name} {rule}").unwrap();
            writeln!(texts, "To: {to} <{}>\nSubject: {}\n\n{}", mail.to_address, mail.subject, mail.text).unwrap();
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("texts_{}", language.code()), texts);
        });
    }
}

/// One mail as a page: the others are made by the same template.
#[test]
fn page() {
    let (_, mail) = all(Language::En).swap_remove(2);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("page", mail.html);
    });
}

/// For looking at them: `MAILS_TO=folder cargo test -p countersign-backend --test mail pages_to_look_at`.
#[test]
fn pages_to_look_at() {
    let Ok(folder) = std::env::var("MAILS_TO") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    for language in Language::ALL {
        for (name, mail) in all(language) {
            std::fs::write(format!("{folder}/{name}.{}.html", language.code()), mail.html).unwrap();
        }
    }
}

#[test]
fn every_mail_keeps_the_house_rules() {
    let code = code();
    for language in Language::ALL {
        for (name, mail) in all(language) {
            let name = format!("{name} in {}", language.code());
            let with_code =
                ["asked", "resent", "digest", "email-confirm", "password-reset", "sign-up-confirm", "invite"];
            let has_code = with_code.iter().any(|beginning| name.starts_with(beginning));
            let has_code = has_code && !name.starts_with("digest-ended");
            assert!(mail.html.len() < 102 * 1024, "{name}: Gmail would cut it");
            assert!(mail.html.contains(&format!("<html lang=\"{}\"", language.code())), "{name}");
            // An owner may be no customer: there is no page that it could open.
            let buttons = usize::from(!name.starts_with("owner"));
            assert_eq!(mail.html.matches("class=\"face\"").count(), buttons, "{name}: one button");
            for remote in ["<img", "src=", "url(", "@import", "<link", "<form", "<script"] {
                assert!(!mail.html.contains(remote), "{name} has {remote}");
            }
            for link in mail.html.split("href=\"").skip(1) {
                assert!(link.starts_with("https://countersign.example/"), "{name}: {link}");
            }
            for form in [&mail.html, &mail.text] {
                assert_eq!(form.contains(&code.grouped()), has_code, "{name}: the code to be read");
                assert_eq!(
                    form.contains(&format!("?token={}", code.reveal())),
                    has_code,
                    "{name}: the code in the link"
                );
                assert!(!form.contains("{ $") && !form.contains("{{"), "{name}: a placeholder is left");
            }
            assert!(!mail.subject.contains(&code.grouped()[..9]), "{name}: no code in the subject");
            assert!(!mail.html.contains("example.org</"), "{name}: nobody's address");
            assert!(mail.subject.chars().count() < 110, "{name}: {}", mail.subject);
            let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| name.starts_with(beginning));
            let is_about_an_account = begins(&["email", "pass", "sign-up", "wel", "name", "invite", "account"]);
            // Nothing that a customer has typed stands in the subject of a digest.
            let names_a_service = !is_about_an_account && !begins(&["digest"]);
            assert_eq!(mail.subject.starts_with("atelier-dubois.example"), names_a_service, "{name}");
            let is_about_a_request = !is_about_an_account && !begins(&["owner", "renewal", "digest-ended"]);
            assert_eq!(mail.html.contains("/contacts/requests/42"), is_about_a_request, "{name}");
            assert_eq!(mail.message_id, "<01934a00-0000-7000-8000-000000000001@countersign.example>");
            assert_eq!(mail.date, NOW);
            assert!(!mail.text.contains("\n\n\n"), "{name}: holes in the text:\n{}", mail.text);
            assert!(!mail.text.contains('\r'), "{name}");
        }
    }
}

/// A new address may be a stranger's, and so may an owner's: it learns at most the customer ID, where the mail is about it, and nothing else.
#[test]
fn an_address_that_may_be_anyones_is_not_told_the_name() {
    for language in Language::ALL {
        for (name, mail) in all(language) {
            let address = match name {
                "email-confirm" | "sign-up-confirm" => Some("marie@new.example"),
                "owner-changed-unknown" | "owner-first" => Some("owner@elsewhere.example"),
                _ => None,
            };
            assert_eq!(mail.to_name.is_none(), address.is_some(), "{name}");
            if let Some(address) = address {
                assert_eq!(mail.to_address, address);
                assert!(!mail.html.contains("Marie") && !mail.text.contains("Marie"));
            }
        }
    }
}

/// Anyone can have that mail sent: it names neither the customer ID nor a code.
#[test]
fn whose_address_was_given_again_is_told_how_to_get_in() {
    for language in Language::ALL {
        let (_, mail) = all(language).into_iter().find(|(name, _)| *name == "sign-up-known").unwrap();
        for form in [&mail.html, &mail.text] {
            assert!(!form.contains("md10001") && !form.contains("token="));
            for place in ["/sign-in", "/forgot-password"] {
                assert!(form.contains(&format!("https://countersign.example{place}")), "{place}");
            }
        }
        assert_eq!((mail.to_address.as_str(), mail.to_name.as_deref()), ("md@example.org", Some("Marie Dubois")));
    }
}

#[test]
fn what_people_type_is_inert() {
    let facts = with(|facts| {
        let name = "<script>alert(1)</script>\u{202e}moc.live {{7*7}} \u{2028}=1+1";
        // Stored before such names were refused.
        facts.row.service_name = ServiceName::try_from(name.to_owned()).unwrap();
        let message = "</textarea><script>alert(2)</script>\n.\nBcc: all@example.org\n{{7*7}} {% if true %}\n-- \n> x";
        facts.request.message = Some(Note::parse(message).unwrap());
    });
    for language in Language::ALL {
        let mut me = account("js10002-ovh", "x", language);
        me.name = PersonName::parse("=1+1 <img src=x onerror=alert(1)> \"{{7*7}}\" , <eve@example.org>").unwrap();
        let code = code();
        let mail = compose(&row("asked", Some(42), Some(code.reveal())), &me, Some(&facts), &settings()).unwrap();
        for tag in ["<script", "<img", "</textarea", "<eve"] {
            assert!(!mail.html.contains(tag), "{tag}");
        }
        assert!(mail.html.contains("{{7*7}} {% if true %}<br>"));
        assert!(
            mail.subject.starts_with("<script>alert(1)</script>\u{fffd}moc.live {{7*7}} \u{fffd}=1+1"),
            "{}",
            mail.subject
        );
        for typed in [&mail.html, &mail.text, &mail.subject] {
            assert!(!typed.contains(['\u{202e}', '\u{2028}']));
        }
        assert!(!mail.subject.contains(char::is_control));
        let quoted = "> </textarea><script>alert(2)</script>\n> .\n> Bcc: all@example.org\n> {{7*7}} {% if true %}\n> -- \n> > x\n";
        assert!(mail.text.contains(quoted), "{}", mail.text);
        assert_eq!(mail.text.matches("\n-- \n").count(), 1);
    }
}

#[test]
fn names_of_services_are_inert_wherever_they_stand() {
    let name = "<img src=x onerror=alert(1)>\u{202e}moc.live {{7*7}}";
    let me = account("md10001-ovh", "Marie", Language::Fr);
    for (event, payload) in [("ownerChanged", owner_news(false, &["name"])), ("renewal", renewal_news(true, DAY))] {
        let payload = payload.replace("atelier-dubois.example", name);
        let mail = compose(&row(event, None, Some(&payload)), &me, None, &settings()).unwrap();
        assert!(!mail.html.contains("<img"), "{event}");
        assert!(mail.subject.starts_with("<img src=x onerror=alert(1)>\u{fffd}moc.live {{7*7}}"), "{}", mail.subject);
        for form in [&mail.html, &mail.text, &mail.subject] {
            assert!(!form.contains('\u{202e}') && form.contains("{{7*7}}"), "{event}");
        }
    }
}

#[test]
fn a_notice_says_how_many_days_are_left() {
    let me = account("md10001-ovh", "Marie", Language::En);
    for (left, days) in [(1, "in 1 day."), (DAY, "in 1 day."), (DAY + 1, "in 2 days."), (30 * DAY, "in 30 days.")] {
        let mail = compose(&row("renewal", None, Some(&renewal_news(false, left))), &me, None, &settings()).unwrap();
        assert!(mail.text.contains(days), "{left}: {}", mail.text);
    }
}

#[test]
fn letters_from_right_to_left_turn_nothing_around() {
    let facts = with(|facts| facts.row.service_name = ServiceName::parse("דוגמה.example").unwrap());
    let me = account("js10002-ovh", "محمد", Language::En);
    let code = code();
    let mail = compose(&row("asked", Some(42), Some(code.reveal())), &me, Some(&facts), &settings()).unwrap();
    assert!(mail.subject.starts_with("\u{2068}דוגמה.example\u{2069}: "));
    assert!(mail.text.contains("Hello \u{2068}محمد\u{2069},"));
}

#[test]
fn long_names_keep_subjects_short() {
    let facts = with(|facts| facts.row.service_name = ServiceName::parse(&"ö".repeat(200)).unwrap());
    let me = account("js10002-ovh", "John", Language::Fr);
    let code = code();
    let mail = compose(&row("asked", Some(42), Some(code.reveal())), &me, Some(&facts), &settings()).unwrap();
    assert!(mail.subject.starts_with(&format!("{}…", "ö".repeat(60))));
    assert!(mail.text.contains(&"ö".repeat(200)));
}

#[test]
fn a_row_without_what_it_needs_is_no_mail() {
    let me = account("js10002-ovh", "John", Language::En);
    let none = |event: &str, payload: Option<&str>, request: Option<RequestFacts>| {
        assert!(compose(&row(event, None, payload), &me, request.as_ref(), &settings()).is_none(), "{event}");
    };
    none("asked", None, Some(facts()));
    none("asked", Some("too short"), Some(facts()));
    none("asked", Some(code().reveal()), None);
    none("done", None, None);
    none("done", None, Some(facts()));
    none("emailConfirm", None, None);
    none("passwordReset", None, None);
    none("passwordReset", Some("too short"), None);
    // Goes to an address, not to an account.
    none("signUpConfirm", Some(code().reveal()), None);
    none("emailAnnounce", None, None);
    none("unheardOf", None, None);
    let lacking: [fn(&mut MailRow); 5] = [
        |row| row.language = None,
        |row| row.language = Some("tlh".into()),
        |row| row.address = None,
        |row| row.payload = None,
        |row| row.event = "passwordReset".into(),
    ];
    for change in lacking {
        let mut row = sign_up_row(Language::En);
        change(&mut row);
        assert!(compose_for_address(&row, &settings()).is_none());
    }
    for event in ["ownerChanged", "renewal"] {
        none(event, None, None);
        none(event, Some("{}"), None);
    }
}

#[test]
fn debug_shows_neither_text_nor_address() {
    let (_, mail) = all(Language::En).swap_remove(0);
    let shown = format!("{mail:?}");
    assert!(
        !shown.contains(code().reveal()) && !shown.contains(&code().grouped()) && !shown.contains(&mail.to_address)
    );
}
