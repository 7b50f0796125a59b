//! The program from outside: the real binary over HTTP and on the command line, without a browser.
//!
//! Each test starts a server of its own with demo data, on a free port and a database that is removed afterwards, and reads
//! the codes from the demo's mailbox. When it is over, the server's log (at level debug) must hold none of the query strings,
//! codes, cookies, passwords and addresses that went to and fro.
//!
//! What touches the database differently on Postgres runs on both engines:
//! `scripts/postgres.sh cargo test --release -p countersign --test http`; with `sqlite` at the end, on one alone.
#![allow(clippy::unwrap_used)]

#[path = "../../../backend/tests/store/figures.rs"]
mod figures;
mod support;

mod abuse;
mod audit;
mod backup;
mod blocks;
mod calendar;
mod coding;
mod command_line;
mod crash;
mod csrf;
mod demo;
mod encoding;
mod ending;
mod endings;
mod fairness;
mod first_sign_in;
mod first_start;
mod foreign;
mod forgotten;
mod fuzz;
mod handover;
mod headers;
mod history;
mod host;
mod hostile;
mod input;
mod language;
mod link_codes;
mod links;
mod live;
mod load;
mod log;
mod looking;
mod operator;
mod owner;
mod pages;
mod private_files;
mod race;
mod refusals;
mod renewals;
mod requests_by_staff;
mod return_addresses;
mod security_txt;
mod sessions;
mod sign_in;
mod sign_up;
mod site;
mod tries;
