//! What would forge a line of a mail's head is refused wherever it is typed.

use countersign_domain::{Field, Problem, Wrong};

use crate::support::{Engine, PASSWORD, Server, on_both, story::DOMAIN};

on_both!(a_line_end_in_a_name_or_an_address);

/// A form, what is typed into it, and the fields into which more is typed than belongs there.
type Form<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

fn a_line_end_in_a_name_or_an_address(engine: Engine) {
    let server = Server::start(engine);
    let mut zofia = server.as_customer("zk10003");
    let service = server.service(DOMAIN);
    let sign_up = [
        ("name", "Eve Adams"),
        ("organisation", "Adams & Co"),
        ("address", "eve@example.net"),
        ("language", "en"),
        ("password", "correct staple grief 81"),
    ];
    let owner = [
        ("service", service.as_str()),
        ("version", "1"),
        ("name", "Eve Adams"),
        ("street", "1 Quay"),
        ("city", "Dublin"),
        ("country", "IE"),
        ("phone", "+353 1 555 0100"),
        ("owner_email", "eve@example.net"),
    ];
    let email = [("email", "eve@example.net"), ("password", PASSWORD)];
    let forms: [Form<'_>; 3] = [
        ("sign-up", &sign_up, &["name", "organisation", "address"]),
        ("edit-owner", &owner, &["name", "city", "phone", "owner_email"]),
        ("change-email", &email, &["email"]),
    ];
    server.unchanged(|| {
        for (form, fields, forged) in forms {
            for end in ["\r\n", "\n", "\r", "\u{2028}", "\u{85}"] {
                for name in forged {
                    let forge = |value: &str| format!("{value}{end}Bcc: all@example.org");
                    let typed: Vec<_> = fields
                        .iter()
                        .map(|(known, value)| (*known, if known == name { forge(value) } else { (*value).to_owned() }))
                        .collect();
                    let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let wrong = Problem::field(Field::from_name(name).unwrap(), Wrong::Format);
                    zofia.call(form, &typed).fails(&wrong);
                }
            }
        }
    });
    for mail in server.mails() {
        assert!(!mail.text.contains("Bcc") && !mail.subject.contains("Bcc") && !mail.to_address.contains("all@"));
    }
    // Without it they are taken: it was for nothing else.
    for (form, fields, _) in forms {
        zofia.call(form, fields).is(200);
    }
}
