//! The codes: personal, five tries each, counted before they are compared.

use countersign_backend::ambient::new_token;
use countersign_domain::{Category::Hosting, Decision, Problem, RequestId, Role, State, Token, view::Decided};

use crate::{
    engine::on_both,
    support::{World, id},
};

on_both!(
    five_wrong_tries_and_the_right_code_is_void,
    the_fifth_try_may_still_be_the_right_one,
    one_party_cannot_burn_the_others_tries,
    the_other_partys_code_costs_a_try,
    the_code_of_another_request_costs_a_try,
    a_refusal_needs_the_code_as_an_acceptance_does,
    a_wrong_code_says_the_same_to_nobody_but_the_parties,
    a_new_code_heals,
    a_code_may_be_typed_in_any_fashion,
);

const TECH: Role = Role::Tech;

async fn asked(w: &World) -> RequestId {
    let service = w.service().await;
    w.ask_one("aa1", service, TECH, "dd4").await
}

async fn try_code(w: &World, who: &str, request: RequestId, code: &Token) -> Result<Decided, Problem> {
    w.decide(who, request, code, Decision::Accept).await
}

async fn five_wrong_tries_and_the_right_code_is_void(w: World) {
    let request = asked(&w).await;
    for left in [4, 3, 2, 1, 0] {
        assert_eq!(try_code(&w, "dd4", request, &new_token()).await, Err(Problem::WrongCode { left }));
    }
    assert_eq!(try_code(&w, "dd4", request, &new_token()).await, Err(Problem::CodeVoid), "the sixth");
    assert_eq!(w.accept("dd4", request).await, Err(Problem::CodeVoid), "the right one, too late");
    assert_eq!(w.refuse("dd4", request).await, Err(Problem::CodeVoid));
    assert_eq!((Problem::CodeVoid.status(), Problem::WrongCode { left: 1 }.status()), (429, 422));
    assert_eq!(w.state(request).await, State::Validating);
    assert_eq!(w.count("decisions").await, 0);
    assert_eq!(w.mails(request).await, ["asked aa1", "asked dd4"], "nobody is mailed for wrong tries");
}

async fn the_fifth_try_may_still_be_the_right_one(w: World) {
    let request = asked(&w).await;
    for left in [4, 3, 2, 1] {
        assert_eq!(try_code(&w, "dd4", request, &new_token()).await, Err(Problem::WrongCode { left }));
    }
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
}

async fn one_party_cannot_burn_the_others_tries(w: World) {
    let request = asked(&w).await;
    for _ in 0..6 {
        try_code(&w, "dd4", request, &new_token()).await.unwrap_err();
    }
    // Strangers burn nobody's: they do not even learn that there is a request.
    for stranger in ["bb2", "cc3", "ee5"] {
        for _ in 0..6 {
            let code = w.code(request, "aa1").await;
            assert_eq!(try_code(&w, stranger, request, &code).await, Err(Problem::NotFound));
        }
    }
    assert_eq!(w.accept("aa1", request).await, Ok(Decided::Waiting(vec![id("dd4")])));
}

async fn the_other_partys_code_costs_a_try(w: World) {
    let request = asked(&w).await;
    let of_aa1 = w.code(request, "aa1").await;
    assert_eq!(try_code(&w, "dd4", request, &of_aa1).await, Err(Problem::WrongCode { left: 4 }));
    // It was not used up by the wrong hands, and its owner has all its tries.
    assert_eq!(try_code(&w, "aa1", request, &new_token()).await, Err(Problem::WrongCode { left: 4 }));
    assert_eq!(try_code(&w, "aa1", request, &of_aa1).await, Ok(Decided::Waiting(vec![id("dd4")])));
    // Once used, it is nobody's: it works for the other party no better.
    assert_eq!(try_code(&w, "dd4", request, &of_aa1).await, Err(Problem::WrongCode { left: 3 }));
}

async fn the_code_of_another_request_costs_a_try(w: World) {
    let request = asked(&w).await;
    let other = w.add_service("other.example.org", Hosting, ["aa1", "bb2", "cc3"]).await;
    let other = w.ask_one("aa1", other, TECH, "dd4").await;
    let of_other = w.code(other, "dd4").await;
    assert_eq!(try_code(&w, "dd4", request, &of_other).await, Err(Problem::WrongCode { left: 4 }));
    assert_eq!(try_code(&w, "dd4", other, &of_other).await, Ok(Decided::Waiting(vec![id("aa1")])));
    assert_eq!(w.state(request).await, State::Validating);
}

async fn a_refusal_needs_the_code_as_an_acceptance_does(w: World) {
    let request = asked(&w).await;
    let refused = w.decide("dd4", request, &new_token(), Decision::Refuse).await;
    assert_eq!(refused, Err(Problem::WrongCode { left: 4 }));
    assert_eq!(w.state(request).await, State::Validating);
}

async fn a_wrong_code_says_the_same_to_nobody_but_the_parties(w: World) {
    let request = asked(&w).await;
    let there = try_code(&w, "ee5", request, &new_token()).await;
    let not_there = try_code(&w, "ee5", request + 1, &new_token()).await;
    assert_eq!(there, not_there);
    assert_eq!(w.count("codes WHERE tries > 0").await, 0);
}

async fn a_new_code_heals(w: World) {
    let request = asked(&w).await;
    let void = w.code(request, "dd4").await;
    for _ in 0..5 {
        try_code(&w, "dd4", request, &new_token()).await.unwrap_err();
    }
    w.resend("dd4", request).await.unwrap();
    assert_eq!(try_code(&w, "dd4", request, &void).await, Err(Problem::CodeReplaced), "void stays void");
    assert_eq!(try_code(&w, "dd4", request, &new_token()).await, Err(Problem::WrongCode { left: 4 }), "five new tries");
    assert_eq!(w.accept("dd4", request).await, Ok(Decided::Waiting(vec![id("aa1")])));
}

async fn a_code_may_be_typed_in_any_fashion(w: World) {
    let request = asked(&w).await;
    let typed = w.code(request, "dd4").await.grouped().to_lowercase().replace('-', "\u{200b} - ");
    let code = Token::parse(&typed).unwrap();
    assert_eq!(try_code(&w, "dd4", request, &code).await, Ok(Decided::Waiting(vec![id("aa1")])));
}
