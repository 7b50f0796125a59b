//! The use cases over both databases: every test is written once and runs on SQLite and on Postgres.
//!
//! The Postgres half needs a server: `scripts/postgres.sh cargo test -p countersign-backend --test store`.
//! `… --test store sqlite` runs the other half alone.
#![allow(clippy::unwrap_used)]

mod engine;
mod reading;
mod support;

mod busy;
mod codes;
mod debts;
mod demo;
mod email;
mod endings;
mod expiry;
mod jobs;
mod linked;
mod listings;
mod meanwhile;
mod model;
mod outbox;
mod profile;
mod races;
mod races_asking;
mod races_between;
mod request_list;
mod resend;
mod rights;
mod schema;
mod service_list;
mod service_search;
mod sessions;
mod siblings;
mod sign_in;
mod unknown;
mod visibility;
