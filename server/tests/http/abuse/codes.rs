//! A code in the hands of one who is not signed in, and a code that is not typed as it was printed.

use countersign_domain::{HOUR, Problem, Token};

use crate::support::{Engine, PASSWORD, Server, on_both, story::PROJECT};

on_both!(signed_out_the_link_leads_to_signing_in_and_back, a_code_may_be_typed_in_any_fashion);

fn signed_out_the_link_leads_to_signing_in_and_back(engine: Engine) {
    let server = Server::start(engine);
    let (.., request) = server.asked();
    let (link, code) = (server.link("js10002", request), server.code("js10002", request));
    let mut john = server.browser();
    server.unchanged(|| {
        let page = john.get(&link).is(200);
        assert_eq!(page.field("next"), link);
        page.hides(PROJECT.1);
        for decision in ["accept", "refuse"] {
            john.decide(request, &code, decision).fails(&Problem::SignedOut);
        }
        for act in ["resend", "cancel"] {
            john.act(act, request).fails(&Problem::SignedOut);
        }
        let fields = [("login", "js10002"), ("password", PASSWORD), ("next", &page.field("next"))];
        let answer = john.form(&link, "/api/sign-in", &fields);
        answer.leads_to(&link);
        let page = john.follow(&answer).is(200);
        page.shows(PROJECT.1);
        assert_eq!(page.field("code"), code);
    });
    john.decide(request, &code, "accept").is(200);
}

fn a_code_may_be_typed_in_any_fashion(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john) = (server.as_customer("md10001"), server.as_customer("js10002"));
    let full_width = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap();
    let fashions: [&dyn Fn(&str) -> String; 7] = [
        &|code| Token::parse(code).unwrap().grouped(),
        &|code| code.to_lowercase(),
        &|code| code.replace("", " "),
        &|code| format!("\u{feff}{}\u{200b}", code.replace("", "\u{200d}")),
        &|code| Token::parse(code).unwrap().grouped().replace('-', " \u{2013}\u{ad}\r\n"),
        &|code| code.replace('0', "o").replace('1', "l"),
        &|code| code.chars().map(full_width).collect(),
    ];
    for (hour, fashion) in (0..).zip(fashions) {
        // Of many mails to one customer in an hour, a digest brings those beyond the first.
        server.set_clock(hour * HOUR);
        let request = marie.ask(PROJECT, &[("tech", "js10002")]);
        let typed = fashion(&server.code("js10002", request));
        john.decide(request, &typed, "accept").is(200);
        marie.act("cancel", request).is(200);
    }
}
