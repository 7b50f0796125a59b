//! A mail over a real SMTP conversation, read back by a parser that is not the sender's.

use countersign_backend::mail::{FailureKind, Mailer, compose};
use countersign_domain::{Note, PersonName};
use countersign_locales::Language;
use mail_parser::{MessageParser, MimeHeaders};

use crate::{
    postbox::{Mood, Postbox},
    samples::{account, all, code, row, settings, with},
};

const FROM: &str = "Countersign <noreply@countersign.example>";

#[tokio::test]
async fn every_mail_arrives_as_it_was_written() {
    let postbox = Postbox::open();
    let mailer = Mailer::smtp(&postbox.url(), FROM).unwrap();
    for language in Language::ALL {
        for (name, mail) in all(language) {
            mailer.send(&mail).await.unwrap();
            let letter = postbox.letters().pop().unwrap();
            assert_eq!(letter.from.split_whitespace().nth(1), Some("FROM:<noreply@countersign.example>"), "{name}");
            assert_eq!(letter.to, [format!("RCPT TO:<{}>", mail.to_address)], "{name}");

            let message = MessageParser::default().parse(&letter.data).unwrap();
            assert_eq!(message.subject(), Some(mail.subject.as_str()), "{name}");
            let from = message.from().and_then(|from| from.first()).unwrap();
            assert_eq!((from.name(), from.address()), (Some("Countersign"), Some("noreply@countersign.example")));
            let to = message.to().and_then(|to| to.first()).unwrap();
            assert_eq!((to.name(), to.address()), (mail.to_name.as_deref(), Some(mail.to_address.as_str())), "{name}");
            assert_eq!(message.message_id().map(|id| format!("<{id}>")), Some(mail.message_id.clone()));
            assert_eq!(message.date().map(|date| date.to_timestamp()), Some(mail.date.0 / 1000));
            assert_eq!(message.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
            assert_eq!(message.header_raw("Content-Language").map(str::trim), Some(language.code()));
            let kind = message.content_type().unwrap();
            assert_eq!((kind.ctype(), kind.subtype()), ("multipart", Some("alternative")));
            let body = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
            assert_eq!(message.body_text(0).map(|text| body(&text)), Some(body(&mail.text)), "{name}");
            assert_eq!(message.body_html(0).map(|html| body(&html)), Some(body(&mail.html)), "{name}");
            for part in message.parts.iter().skip(1) {
                assert_eq!(part.content_type().and_then(|kind| kind.attribute("charset")), Some("utf-8"));
            }
            assert!(letter.data.is_ascii(), "{name}: every server takes it");
            assert!(letter.data.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "{name}: RFC 5322, 2.1.1");
        }
    }
}

#[tokio::test]
async fn what_people_type_forges_no_header_and_no_end() {
    let postbox = Postbox::open();
    let mailer = Mailer::smtp(&postbox.url(), FROM).unwrap();
    let facts = with(|facts| facts.request.message = Some(Note::parse("one\n.\nQUIT\n..two").unwrap()));
    for name in ["=1+1", "\"Eve\" <eve@example.org>,", "=?utf-8?q?x?=", "Zoë \\ (comment) O'Brien; 李小龍"] {
        let mut me = account("js10002-ovh", "x", Language::En);
        me.name = PersonName::parse(name).unwrap();
        let mail = compose(&row("asked", Some(42), Some(code().reveal())), &me, Some(&facts), &settings()).unwrap();
        mailer.send(&mail).await.unwrap();
        let letter = postbox.letters().pop().unwrap();
        let message = MessageParser::default().parse(&letter.data).unwrap();
        let to: Vec<_> = message.to().unwrap().iter().map(|to| (to.name(), to.address())).collect();
        assert_eq!(to, [(Some(name), Some("js@example.org"))]);
        assert!(message.bcc().is_none() && message.cc().is_none());
        assert!(message.body_text(0).unwrap().replace("\r\n", "\n").contains("> one\n> .\n> QUIT\n> ..two\n"));
    }
    assert_eq!(postbox.letters().len(), 4);
}

#[tokio::test]
async fn signs_in_when_it_has_credentials() {
    let postbox = Postbox::open();
    let mailer = Mailer::smtp(&postbox.url_as("me:secret"), FROM).unwrap();
    let (_, mail) = all(Language::En).swap_remove(0);
    mailer.send(&mail).await.unwrap();
    // NUL me NUL secret
    assert_eq!(postbox.letters()[0].login.as_deref(), Some("AUTH PLAIN AG1lAHNlY3JldA=="));
}

#[tokio::test]
async fn failures_say_whom_they_concern() {
    let postbox = Postbox::open();
    let mailer = Mailer::smtp(&postbox.url_as("me:secret"), FROM).unwrap();
    let (_, mail) = all(Language::En).swap_remove(0);
    for (mood, kind, said) in [
        (Mood::Stranger, FailureKind::Server, "535"),
        (Mood::Later, FailureKind::Deferred, "not now, sorry"),
        (Mood::Never, FailureKind::Refused, "no such mailbox here"),
        (Mood::Answers("GREETING", "554 5.3.2 closed"), FailureKind::Server, "closed"),
        (Mood::Answers("EHLO", "550 5.7.1 not you"), FailureKind::Server, "not you"),
        (Mood::Answers("MAIL", "554 5.7.1 blocked"), FailureKind::Server, "blocked"),
        (Mood::Answers("RCPT", "550 5.4.5 over quota"), FailureKind::Unclear, "over quota"),
        (Mood::Answers("RCPT", "421 4.3.2 going down"), FailureKind::Unclear, "going down"),
        (Mood::Answers("DATA", "451 4.3.0 later"), FailureKind::Unclear, "later"),
        (Mood::Answers("MESSAGE", "552 5.2.2 no room"), FailureKind::Unclear, "no room"),
    ] {
        postbox.be(mood);
        let failure = mailer.send(&mail).await.unwrap_err();
        assert_eq!(failure.kind, kind, "{failure}");
        assert!(failure.reason.contains(said), "{failure}");
        assert!(!failure.reason.contains('@'), "{failure}");
    }
    // Nothing listens; and what listens can neither encrypt nor prove who it is.
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    postbox.be(Mood::Takes);
    for url in
        [format!("smtp://{nobody}"), format!("{}?tls=required", postbox.url()), format!("smtps://{}", postbox.host())]
    {
        let mailer = Mailer::smtp(&url, FROM).unwrap();
        assert_eq!(mailer.send(&mail).await.unwrap_err().kind, FailureKind::Server, "{url}");
    }
}

/// A mail server may end a session between two mails: that is no failure.
#[tokio::test]
async fn a_session_that_was_ended_is_opened_again() {
    let postbox = Postbox::open();
    let mailer = Mailer::smtp(&postbox.url(), FROM).unwrap();
    let (_, mail) = all(Language::En).swap_remove(0);
    mailer.send(&mail).await.unwrap();
    mailer.send(&mail).await.unwrap();
    assert_eq!(postbox.connections(), 1, "one session for both");
    postbox.be(Mood::AfterFirst("421 4.7.0 enough for one session"));
    mailer.send(&mail).await.unwrap();
    assert_eq!((postbox.letters().len(), postbox.connections()), (3, 2));
}
