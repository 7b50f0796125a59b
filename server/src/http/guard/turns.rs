//! How many requests of one address, of one session and of one account are answered at once. A few more wait a moment, in the order
//! in which they came; what is over is told so by a small answer, for which neither session nor database is asked.
//!
//! A live stream takes its turn when it is opened, and gives it back at once: how many an account may have is bounded by
//! [`countersign_backend::live`].

use std::{net::IpAddr, sync::Arc, time::Duration};

use axum::{
    extract::{Request, State as Extract},
    middleware::Next,
    response::Response,
};
use countersign_app::Visitor;
use countersign_domain::{Handle, Problem};

use super::{client, sessions};
use crate::{
    http::{answers::refuse_as_asked, deployment::Deployment},
    network::network,
    seats::{Seat, Seats},
};

/// How long a request waits for its turn.
const WITHIN: Duration = Duration::from_secs(5);
/// For each request that is answered, so many may wait.
const QUEUE: usize = 4;
/// Seconds after which what was over may be tried again.
const RETRY_AFTER: i32 = 5;

/// The turns of this process.
#[derive(Debug)]
pub(in crate::http) struct Turns {
    deployment: Deployment,
    per_address: usize,
    per_account: usize,
    addresses: Seats<IpAddr>,
    /// By cookie: so that a session that asks too much is not read each time.
    sessions: Seats<String>,
    accounts: Seats<Handle>,
}

impl Turns {
    pub(in crate::http) fn new(deployment: Deployment, per_address: usize, per_account: usize) -> Self {
        Self {
            deployment,
            per_address,
            per_account,
            addresses: Seats::new(per_address),
            sessions: Seats::new(per_account),
            accounts: Seats::new(per_account),
        }
    }
}

async fn turn<K: Eq + std::hash::Hash + Clone>(seats: &Seats<K>, key: K, most: usize) -> Result<Seat<K>, Problem> {
    let over = Problem::Overloaded { retry_after: RETRY_AFTER };
    seats.wait(key, most.saturating_mul(QUEUE), WITHIN).await.ok_or(over)
}

/// Before anything is read: of one address, and of one session.
pub(in crate::http) async fn of_address(Extract(turns): Extract<Arc<Turns>>, request: Request, next: Next) -> Response {
    let mut seat = None;
    if let Some(address) = client::ip(&request, &turns.deployment.trusted_proxies) {
        match turn(&turns.addresses, network(address, 64), turns.per_address).await {
            Ok(taken) => seat = Some(taken),
            Err(problem) => return refuse_as_asked(request.headers(), &problem, &turns.deployment.build),
        }
    }
    let mut of_session = None;
    if let Some(cookie) = sessions::cookie_of(request.headers()) {
        match turn(&turns.sessions, cookie.to_owned(), turns.per_account).await {
            Ok(taken) => of_session = Some(taken),
            Err(problem) => return refuse_as_asked(request.headers(), &problem, &turns.deployment.build),
        }
    }
    let response = next.run(request).await;
    drop((seat, of_session));
    response
}

/// Once it is known who asks: of one account, whatever its sessions.
pub(in crate::http) async fn of_account(Extract(turns): Extract<Arc<Turns>>, request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Visitor>().and_then(|visitor| visitor.actor.as_ref());
    let Some(account) = actor.map(|actor| actor.account().id.clone()) else { return next.run(request).await };
    match turn(&turns.accounts, account, turns.per_account).await {
        Ok(_seat) => next.run(request).await,
        Err(problem) => refuse_as_asked(request.headers(), &problem, &turns.deployment.build),
    }
}
