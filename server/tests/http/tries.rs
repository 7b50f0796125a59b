//! Wrong codes: five tries, counted for each party apart. Wrong tries of the own password: twenty an hour.

use countersign_domain::{Field, FieldProblem, Problem, Wrong};
use countersign_locales::{Language, Ui};

use crate::support::{
    Engine, PASSWORD, Server, on_both,
    story::{JOHNS, WRONG},
};

on_both!(five_wrong_tries_void_the_code, codes_of_others_count_as_wrong, as_plain_forms);

fn five_wrong_tries_void_the_code(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let (hers, his) = (server.code("md10001", request), server.code("js10002", request));
    // What cannot be a code costs nothing.
    for typed in ["", "ABC", &"U".repeat(28), &"A".repeat(10_000)] {
        let wrong = if typed.is_empty() { Wrong::Empty } else { Wrong::Format };
        let expected = Problem::Invalid(vec![FieldProblem { field: Field::Code, wrong }]);
        john.decide(request, typed, "accept").fails(&expected);
    }
    for left in [4, 3, 2, 1, 0] {
        john.decide(request, WRONG, if left % 2 == 0 { "accept" } else { "refuse" })
            .fails(&Problem::WrongCode { left });
    }
    server.unchanged(|| {
        for code in [WRONG, &his, &his] {
            john.decide(request, code, "accept").fails(&Problem::CodeVoid);
        }
    });
    // Marie's tries are her own.
    marie.decide(request, &hers, "accept").is(200);
    // A new code works; the old one does not come back.
    john.act("resend", request).is(200);
    let new = server.code("js10002", request);
    john.decide(request, &his, "accept").fails(&Problem::CodeReplaced);
    john.decide(request, WRONG, "accept").fails(&Problem::WrongCode { left: 4 });
    john.decide(request, &new, "accept").is(200);
    assert_eq!(server.changes(request), 1);
}

fn codes_of_others_count_as_wrong(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut john, request) = server.asked();
    let hers = server.code("md10001", request);
    let other = john.ask(JOHNS, &[("tech", "md10001")]);
    let elsewhere = [server.code("js10002", other), server.code("md10001", other)];
    let ((), changed) = server.changed_by(|| {
        john.decide(request, &hers, "accept").fails(&Problem::WrongCode { left: 4 });
        // His own code of another request.
        john.decide(request, &elsewhere[0], "accept").fails(&Problem::WrongCode { left: 3 });
        marie.decide(request, &elsewhere[1], "accept").fails(&Problem::WrongCode { left: 4 });
    });
    assert_eq!(changed, ["codes"], "tries are counted, and nothing else");
    marie.decide(request, &hers, "accept").is(200);
    assert_eq!(server.changes(request) + server.changes(other), 0);
}

fn as_plain_forms(engine: Engine) {
    let server = Server::start(engine);
    let (_, mut john, request) = server.asked();
    let english = Ui::of(Language::En);
    let page = format!("/contacts/requests/{request}");
    let fields = [("id", request.to_string()), ("code", WRONG.to_owned()), ("decision", "accept".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));

    // The code goes back into the address, and into no session.
    let with_code = format!("{page}?token={WRONG}");
    let answer = john.form(&format!("{page}?token=ABC"), "/api/decide", &fields);
    answer.leads_to(&with_code);
    assert!(!server.database().rows("sessions").join("\n").contains(WRONG));
    let shown = john.follow(&answer).is(200);
    shown.shows(&english.problem_wrong_code(4));
    assert_eq!(shown.field("code"), WRONG);
    // It is told once.
    let again = john.get(&page).is(200);
    again.hides(&english.problem_wrong_code(4));
    assert_eq!(again.field("code"), "");
    for _ in 0..4 {
        john.form(&page, "/api/decide", &fields).leads_to(&with_code);
    }
    let answer = john.form(&page, "/api/decide", &fields);
    john.follow(&answer).is(200).shows(english.problem_code_void());
}

#[test]
fn too_many_tries_of_the_own_password() {
    let server = Server::start(Engine::Sqlite);
    let (mut marie, mut elsewhere, mut john) =
        (server.as_customer("md10001"), server.as_customer("md10001"), server.as_customer("js10002"));
    let wrong = Problem::field(Field::Password, Wrong::Mismatch);
    let email = |password| [("email", "marie@example.net"), ("password", password)];
    let password = |password| [("password", password), ("new_password", "quite another wool lamp 52")];
    // Counted together, and wherever she is signed in.
    for _ in 0..10 {
        marie.call("change-password", &password("not mine at all")).fails(&wrong);
        elsewhere.call("change-email", &email("not mine at all")).fails(&wrong);
    }
    for answer in [
        elsewhere.call("change-password", &password("not mine at all")),
        // Not even the right one any more.
        marie.call("change-password", &password(PASSWORD)),
        marie.call("change-email", &email(PASSWORD)),
    ] {
        let Problem::TooMany { retry_after } = answer.problem() else { panic!("{answer:?}") };
        assert!((1..=3600).contains(&retry_after), "{retry_after}");
        assert_eq!(answer.header("retry-after"), retry_after.to_string());
    }
    let answer = marie.form("/profile", "/api/change-password", &password(PASSWORD));
    answer.leads_to("/profile");
    marie.follow(&answer).is(200).shows(Ui::of(Language::Fr).problem_title());
    // It concerns her account alone, and she can sign in as ever.
    john.call("change-password", &password("not mine at all")).fails(&wrong);
    john.call("change-email", &email(PASSWORD)).is(200);
    assert_eq!(server.as_customer("md10001").who().as_deref(), Some("md10001-ovh"));
}
