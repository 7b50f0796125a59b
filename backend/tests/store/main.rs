//! The use cases over both databases: every test is written once and runs on SQLite and on Postgres.
//!
//! The Postgres half needs a server: `scripts/postgres.sh cargo test -p countersign-backend --test store`.
//! `… --test store sqlite` runs the other half alone.
#![allow(clippy::unwrap_used)]

mod bulk;
mod engine;
mod figures;
mod reading;
mod support;

mod again;
mod blocks;
mod blocks_rules;
mod busy;
mod codes;
mod debts;
mod demo;
mod digests;
mod digests_and_operator;
mod email;
mod endings;
mod expiry;
mod first_sign_in;
mod forgotten;
mod installation;
mod job_costs;
mod jobs;
mod limits;
mod link_mails;
mod linked;
mod listings;
mod live;
mod live_blocks;
mod meanwhile;
mod model;
mod names;
mod operator_log;
mod outbox;
mod outbox_retry;
mod owners;
mod profile;
mod races;
mod races_accounts;
mod races_asking;
mod races_between;
mod races_blocks;
mod races_rounds;
mod renewals;
mod request_ends;
mod request_list;
mod resend;
mod restore;
mod rights;
mod schema;
mod secret_key;
mod service_list;
mod service_search;
mod sessions;
mod siblings;
mod sign_in;
mod sign_up;
mod sign_up_races;
mod stale;
mod unknown;
mod visibility;
mod waiting;
