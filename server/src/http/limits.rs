//! How often: sign-ins per client address. Accounts are never locked by strangers.

use std::{net::IpAddr, num::NonZeroU32};

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use countersign_domain::Problem;
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

/// The limits of this process.
#[derive(Debug)]
pub(super) struct Limits {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
}

impl Limits {
    pub(super) fn new(sign_ins_per_minute: u32) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(sign_ins_per_minute).unwrap_or(NonZeroU32::MIN));
        Self { sign_in: RateLimiter::keyed(quota) }
    }

    /// Counts a try to sign in; the error says how many seconds to wait.
    pub(super) fn sign_in(&self, address: IpAddr) -> Result<(), i32> {
        // Addresses that have been quiet are forgotten, so that the table does not grow for ever.
        if self.sign_in.len() > 10_000 {
            self.sign_in.retain_recent();
        }
        self.sign_in.check_key(&address).map_err(|wait| {
            let seconds = wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            i32::try_from(seconds).unwrap_or(i32::MAX)
        })
    }
}

/// The answer, with the time after which to try again where `problem` is that of too many tries.
pub(super) fn say_when(mut response: Response, problem: &Problem) -> Response {
    if let Problem::TooMany { retry_after } = problem {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after));
    }
    response
}
