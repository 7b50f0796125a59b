//! Mails: what they say, how they travel, and what the worker makes of success and failure.

// The lint spares tests, but not their helpers.
#![allow(clippy::unwrap_used)]

mod base;
mod blocks;
mod compose;
mod digest_retries;
mod digest_texts;
mod digests;
mod outages;
mod outdated;
mod postbox;
mod samples;
mod sharing;
mod slow_recipients;
mod wire;
mod worker;
