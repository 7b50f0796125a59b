//! How often: sign-ins, new accounts and forgotten passwords, per client address. Accounts are never locked by strangers.

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

/// The form to sign in.
const SIGN_IN: &str = "/api/sign-in";
/// The forms for new accounts and forgotten passwords.
const ACCOUNT_FORMS: [&str; 4] =
    ["/api/sign-up", "/api/confirm-sign-up", "/api/forgot-password", "/api/reset-password"];

/// The limits of this process.
#[derive(Debug)]
pub(super) struct Limits {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    account_forms: DefaultKeyedRateLimiter<IpAddr>,
}

impl Limits {
    pub(super) fn new(sign_ins_per_minute: u32, account_forms_per_hour: u32) -> Self {
        let at_least_one = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        Self {
            sign_in: RateLimiter::keyed(Quota::per_minute(at_least_one(sign_ins_per_minute))),
            account_forms: RateLimiter::keyed(Quota::per_hour(at_least_one(account_forms_per_hour))),
        }
    }

    /// Counts a form that strangers may send; the error says how many seconds to wait. Other forms are not counted.
    pub(super) fn count(&self, form: &str, address: IpAddr) -> Result<(), i32> {
        let limiter = match form {
            SIGN_IN => &self.sign_in,
            form if ACCOUNT_FORMS.contains(&form) => &self.account_forms,
            _ => return Ok(()),
        };
        // Addresses that have been quiet are forgotten, so that the table does not grow for ever.
        if limiter.len() > 10_000 {
            limiter.retain_recent();
        }
        limiter.check_key(&address).map_err(|wait| {
            let seconds = wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            i32::try_from(seconds).unwrap_or(i32::MAX)
        })
    }
}

/// Whether there is a limit to how often a form is sent: these are the ones for strangers.
pub(super) fn is_limited(form: &str) -> bool {
    form == SIGN_IN || ACCOUNT_FORMS.contains(&form)
}

/// The answer, with the time after which to try again where `problem` is that of too many tries.
pub(super) fn say_when(mut response: Response, problem: &Problem) -> Response {
    if let Problem::TooMany { retry_after } = problem {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after));
    }
    response
}
