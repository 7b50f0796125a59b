//! Requests of one form stand together: one of them being applied does not take from the others the right under which
//! they were asked.

use Role::{Admin, Billing, Tech};
use countersign_domain::{AbortReason, Category::Hosting, RequestId, Role, State, view::Decided};

use crate::{
    engine::on_both,
    support::{World, id},
};

on_both!(
    in_whatever_order_they_are_accepted_all_are_applied,
    the_administrator_that_holds_all_three_hands_all_over,
    a_further_hand_over_takes_the_right_away,
    a_hand_over_by_another_form_takes_the_right_away,
    a_refused_sibling_leaves_the_others_alone,
    a_form_of_the_technical_contact_stands_without_the_administrator,
);

/// The orders of three.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
const NEW: [&str; 3] = ["dd4", "ee5", "ff6"];

async fn done(w: &World, by: &str, other: &str, request: RequestId) {
    w.accept(by, request).await.unwrap();
    assert_eq!(w.accept(other, request).await, Ok(Decided::Done));
}

async fn in_whatever_order_they_are_accepted_all_are_applied(w: World) {
    for (number, order) in ORDERS.iter().enumerate() {
        let service = w.add_service(&format!("s{number}"), Hosting, ["aa1", "bb2", "cc3"]).await;
        let requests = w.ask("aa1", service, &[(Admin, NEW[0]), (Tech, NEW[1]), (Billing, NEW[2])]).await.unwrap();
        // Some are half accepted before the administration goes, some not.
        if number % 2 == 0 {
            for (request, new) in requests.iter().zip(NEW) {
                w.accept(new, *request).await.unwrap();
            }
        }
        for step in order {
            if number % 2 == 1 {
                w.accept(NEW[*step], requests[*step]).await.unwrap();
            }
            assert_eq!(w.accept("aa1", requests[*step]).await, Ok(Decided::Done), "{order:?} at {step}");
        }
        assert_eq!(w.contacts(service).await, NEW);
        assert_eq!(w.replay(service).await, 6);
        assert_eq!(w.mails(requests[0]).await, ["asked aa1", "asked dd4", "done aa1", "done dd4"]);
        assert_eq!(w.mails(requests[1]).await, ["asked aa1", "asked ee5", "done aa1", "done ee5", "replaced bb2"]);
        assert_eq!(w.mails(requests[2]).await, ["asked aa1", "asked ff6", "done aa1", "done ff6", "replaced cc3"]);
    }
}

async fn the_administrator_that_holds_all_three_hands_all_over(w: World) {
    let service = w.add_service("own", Hosting, ["aa1", "aa1", "aa1"]).await;
    let requests = w.ask("aa1", service, &[(Admin, "dd4"), (Tech, "dd4"), (Billing, "ee5")]).await.unwrap();
    assert_eq!(requests.len(), 2);
    done(&w, "aa1", "dd4", requests[0]).await;
    assert_eq!(w.contacts(service).await, ["dd4", "dd4", "aa1"]);
    done(&w, "aa1", "ee5", requests[1]).await;
    assert_eq!(w.contacts(service).await, ["dd4", "dd4", "ee5"]);
}

async fn a_further_hand_over_takes_the_right_away(w: World) {
    let service = w.service().await;
    let requests = w.ask("aa1", service, &[(Admin, "dd4"), (Tech, "ee5")]).await.unwrap();
    w.accept("ee5", requests[1]).await.unwrap();
    done(&w, "aa1", "dd4", requests[0]).await;
    let further = w.ask_one("dd4", service, Admin, "gg7").await;
    done(&w, "dd4", "gg7", further).await;

    // At that moment, and not only when somebody presses.
    assert_eq!(w.state(requests[1]).await, State::Aborted { reason: AbortReason::RightLost, at: w.now() });
    assert_eq!(w.mails(requests[1]).await, ["aborted aa1", "aborted ee5", "asked aa1", "asked ee5"]);
    assert_eq!(w.contacts(service).await, ["gg7", "bb2", "cc3"]);
    w.replay(service).await;
}

async fn a_hand_over_by_another_form_takes_the_right_away(w: World) {
    let service = w.service().await;
    let tech = w.ask_one("aa1", service, Tech, "ee5").await;
    let admin = w.ask_one("aa1", service, Admin, "dd4").await;
    w.accept("aa1", tech).await.unwrap();
    done(&w, "aa1", "dd4", admin).await;
    assert_eq!(w.state(tech).await, State::Aborted { reason: AbortReason::RightLost, at: w.now() });
    assert_eq!(w.mails(tech).await, ["aborted aa1", "aborted ee5", "asked aa1", "asked ee5"]);
    assert_eq!(w.contacts(service).await, ["dd4", "bb2", "cc3"]);
}

async fn a_refused_sibling_leaves_the_others_alone(w: World) {
    let service = w.service().await;
    let requests = w.ask("aa1", service, &[(Admin, "dd4"), (Tech, "ee5"), (Billing, "ff6")]).await.unwrap();
    w.refuse("dd4", requests[0]).await.unwrap();
    w.cancel("aa1", requests[2]).await.unwrap();
    done(&w, "aa1", "ee5", requests[1]).await;
    assert_eq!(w.contacts(service).await, ["aa1", "ee5", "cc3"]);
}

async fn a_form_of_the_technical_contact_stands_without_the_administrator(w: World) {
    let service = w.add_service("two", Hosting, ["aa1", "bb2", "bb2"]).await;
    let requests = w.ask("bb2", service, &[(Tech, "dd4"), (Billing, "ee5")]).await.unwrap();
    let admin = w.ask_one("aa1", service, Admin, "gg7").await;
    done(&w, "aa1", "gg7", admin).await;
    done(&w, "bb2", "dd4", requests[0]).await;
    assert_eq!(w.accept("bb2", requests[1]).await, Ok(Decided::Waiting(vec![id("ee5")])));
    assert_eq!(w.accept("ee5", requests[1]).await, Ok(Decided::Done));
    assert_eq!(w.contacts(service).await, ["gg7", "dd4", "ee5"]);
}
