//! Somebody holds rows, or the file: who wants to write is told so, and who reads is not disturbed.

use countersign_domain::Problem;
use countersign_locales::{Language, Ui};

use crate::support::{
    Browser, Engine, PASSWORD, Reply, Server,
    at_once::{Act, at_once},
    on_both,
    story::OPEN,
};

on_both!(who_writes_is_told_and_who_reads_is_not_disturbed, a_form_without_javascript_is_told_in_words);

#[track_caller]
fn is_contended(answer: &Reply) {
    let Problem::Contended { retry_after } = answer.problem() else { panic!("{answer:?}") };
    assert!((1..=60).contains(&retry_after));
    assert_eq!(answer.header("retry-after"), retry_after.to_string());
}

/// Asks for a new code.
fn press<'a>(browser: &Browser<'a>) -> Act<'a, Option<Reply>> {
    let mut browser = browser.clone();
    Box::new(move || Some(browser.act("resend", OPEN)))
}

/// As when somebody has forgotten a `SELECT … FOR UPDATE`.
fn who_writes_is_told_and_who_reads_is_not_disturbed(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let (john, marie) = (server.as_customer("js10002"), server.as_customer("md10001"));
    let (mut john_reads, mut marie_reads) = (server.as_customer("js10002"), server.as_customer("md10001"));
    server.database().hold(|| {
        let mut acts: Vec<Act<'_, Option<Reply>>> =
            (0..18).map(|n| press(if n % 2 == 0 { &john } else { &marie })).collect();
        for reader in [&mut john_reads, &mut marie_reads] {
            acts.push(Box::new(|| {
                for _ in 0..10 {
                    for place in ["/contacts/services", "/contacts/requests", "/contacts/requests/2", "/profile"] {
                        reader.get(place).is(200);
                    }
                }
                None
            }));
        }
        at_once(acts).iter().flatten().for_each(is_contended);
    });
    john.clone().act("resend", OPEN).is(200);
    server.settle();
    let code = server.code("md10001", OPEN);
    marie.clone().decide(OPEN, &code, "accept").is(200);
}

fn a_form_without_javascript_is_told_in_words(engine: Engine) {
    let server = Server::start(engine);
    server.settle();
    let (mut john, mut visitor) = (server.as_customer("js10002"), server.browser().with("accept-language", "pl"));
    server.database().hold(|| {
        let page = format!("/contacts/requests/{OPEN}");
        let mut answer = john.form(&page, "/api/resend", &[("id", &OPEN.to_string())]);
        if answer.status == 303 {
            answer = john.follow(&answer);
        } else {
            assert_eq!((answer.status, answer.header("retry-after")), (503, "5"));
        }
        answer.shows(Ui::of(Language::En).problem_contended());
        // A session that cannot be stored, where it is the file that is held.
        if engine == Engine::Sqlite {
            let fields = [("login", "md10001"), ("password", PASSWORD), ("next", "/")];
            let answer = visitor.form("/sign-in", "/api/sign-in", &fields).is(503);
            answer.shows(Ui::of(Language::Pl).problem_contended());
            assert_eq!(answer.header("retry-after"), "5");
            is_contended(&visitor.call("sign-in", &fields));
        }
    });
    visitor.sign_in("md10001", PASSWORD);
}
