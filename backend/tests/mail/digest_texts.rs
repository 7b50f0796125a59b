//! What a digest says, in every language; and that nothing anybody typed does anything in it.

use std::fmt::Write;

use countersign_backend::mail::{Digest, compose_digest};
use countersign_domain::{Note, ServiceName};
use countersign_locales::Language;

use crate::samples::{account, code, digest, row, settings, with};

/// The digest in each language; the other mails are looked at in two.
#[test]
fn digests() {
    let mut texts = String::new();
    for language in Language::ALL {
        for (asked, more, ended) in
            [(2, 5, &["cancelled", "refused", "aborted"][..]), (0, 0, &["cancelled", "aborted"])]
        {
            let mail = digest(language, asked, more, ended);
            let rule = "─".repeat(100);
            writeln!(texts, "── {} {rule}\nSubject: {}\n\n{}", language.code(), mail.subject, mail.text).unwrap();
        }
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("digests", texts);
    });
}

/// The page of a digest.
#[test]
fn digest_page() {
    let mail = digest(Language::En, 2, 5, &["cancelled"]);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("digest_page", mail.html);
    });
}

#[test]
fn the_longest_digest_is_not_cut() {
    for language in Language::ALL {
        let mail = digest(language, 25, 500, &["cancelled"; 25]);
        assert!(mail.html.len() < 102 * 1024, "Gmail would cut it: {} in {}", mail.html.len(), language.code());
    }
}

#[test]
fn names_of_services_are_inert_and_messages_left_out() {
    let me = account("js10002-ovh", "John", Language::En);
    let facts = with(|facts| {
        facts.row.service_name = ServiceName::parse("<img src=x onerror=alert(1)> {{7*7}}").unwrap();
        facts.request.message = Some(Note::parse("Buy now").unwrap());
    });
    let code = code();
    let mail = |event: &str| (row(event, Some(42), Some(code.reveal()).filter(|_| event == "asked")), facts.clone());
    let digest =
        Digest { asked: vec![mail("asked"), mail("asked")], ended: vec![mail("cancelled")], ..Digest::default() };
    let mail = compose_digest(&row("digest", None, None), &me, &digest, &settings()).unwrap();
    assert!(!mail.html.contains("<img") && mail.html.contains("{{7*7}}"));
    assert_eq!(mail.text.matches("<img src=x onerror=alert(1)> {{7*7}}").count(), 3);
    assert!(!mail.subject.contains('<'));
    for form in [&mail.html, &mail.text] {
        assert!(!form.contains("Buy now"));
    }
}

#[test]
fn a_digest_whose_mails_lack_a_code_is_no_mail() {
    let me = account("js10002-ovh", "John", Language::En);
    let digest = Digest { asked: vec![(row("asked", Some(42), None), with(|_| {})); 2], ..Digest::default() };
    assert!(compose_digest(&row("digest", None, None), &me, &digest, &settings()).is_none());
}
