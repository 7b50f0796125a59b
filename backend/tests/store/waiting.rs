//! What has waited for others happens when its turn comes: nothing is written down as earlier than what went before it.

use countersign_domain::{Role::Tech, ServiceId, State, view::Decided};

use crate::{engine::on_both, support::World};

on_both!(asking, changing);

/// Does something beside one who holds the service for a while.
async fn behind<T: Send + 'static>(w: &World, service: ServiceId, act: impl Future<Output = T> + Send + 'static) -> T {
    let mut held = w.backend.db().begin().await.unwrap();
    held.lock_contacts(service).await.unwrap();
    w.waits(held, 5, act).await
}

async fn asking(w: World) {
    let service = w.service().await;
    let there = w.clone();
    let request = behind(&w, service, async move { there.ask_one("aa1", service, Tech, "dd4").await }).await;
    let asked_at: Vec<String> = w.texts("SELECT CAST(asked_at AS TEXT) FROM requests").await;
    assert_eq!(asked_at, [w.now().0.to_string()], "{request}");
}

async fn changing(w: World) {
    let service = w.service().await;
    let request = w.ask_one("aa1", service, Tech, "dd4").await;
    w.accept("aa1", request).await.unwrap();
    let there = w.clone();
    let done = behind(&w, service, async move { there.accept("dd4", request).await }).await;
    assert_eq!(done, Ok(Decided::Done));
    assert_eq!(w.backend.db().history(service).await.unwrap().last().unwrap().at, w.now());
    assert_eq!(w.state(request).await, State::Done(w.now()));
}
