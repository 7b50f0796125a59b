//! What the operator does by hand to accounts and mails stands in the operator log, in the transaction that does it.

use countersign_backend::{Password, Retried, ambient::new_id};
use countersign_domain::Problem;
use uuid::Uuid;

use crate::{
    engine::on_both,
    support::{PASSWORD, World, id, staff, told},
};

on_both!(
    disabling_and_a_new_password_are_logged,
    mails_that_are_tried_again_are_logged,
    what_was_not_done_is_not_logged
);

/// The lines of the log, the oldest first.
async fn lines(w: &World) -> Vec<String> {
    w.texts("SELECT who || ': ' || act || ' ' || subject || ': ' || reason FROM operator_log ORDER BY number").await
}

async fn disabling_and_a_new_password_are_logged(w: World) {
    w.backend.operator(staff("He has left.")).disable_account(&id("aa1")).await.unwrap();
    w.backend.operator(staff("Telephone.")).set_password(&id("bb2"), Password::typed(PASSWORD)).await.unwrap();
    let expected = ["Ada: account disable aa1-ovh: He has left.", "Ada: account set-password bb2-ovh: Telephone."];
    assert_eq!(lines(&w).await, expected);
}

/// The mail with a link that an account waits for.
async fn mail_to(w: &World, who: &str) -> Uuid {
    w.backend.forgot_password(who, None).await.unwrap();
    let waiting = w.backend.operator(crate::support::staff("Test.")).list_outbox(10).await.unwrap();
    waiting.last().unwrap().id
}

async fn mails_that_are_tried_again_are_logged(w: World) {
    let mail = mail_to(&w, "aa1").await;
    assert_eq!(w.backend.operator(staff("He calls.")).retry_mail(mail).await.unwrap(), Retried::Queued);
    assert_eq!(w.backend.operator(staff("The server is back.")).retry_waiting_mails().await.unwrap(), 1);
    let expected =
        [format!("Ada: outbox retry {mail}: He calls."), "Ada: outbox retry all that wait: The server is back.".into()];
    assert_eq!(lines(&w).await, expected);
}

async fn what_was_not_done_is_not_logged(w: World) {
    let act = staff("Why not?");
    assert_eq!(told(w.backend.operator(act.clone()).disable_account(&id("zz9")).await), Err(Problem::NotFound));
    let set = w.backend.operator(act.clone()).set_password(&id("zz9"), Password::typed(PASSWORD)).await;
    assert_eq!(told(set).err(), Some(Problem::NotFound));
    assert_eq!(w.backend.operator(act.clone()).retry_mail(new_id(w.now())).await.unwrap(), Retried::Missing);
    // A link cannot be sent again once its mail was given up.
    let mail = mail_to(&w, "aa1").await;
    w.run("UPDATE outbox SET state = 'dead', payload = NULL").await;
    assert_eq!(w.backend.operator(act.clone()).retry_mail(mail).await.unwrap(), Retried::Outdated);
    assert_eq!(w.backend.operator(act.clone()).retry_dead_mails().await.unwrap(), [(mail, Retried::Outdated)]);
    assert_eq!(w.count("operator_log").await, 0);
}
