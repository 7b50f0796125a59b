//! The server is killed, and loses nothing that it has acknowledged; what is around it fails, and comes back.
//!
//! `COUNTERSIGN_SEED` takes the number that a failing test has printed.

mod checks;
mod cluster;
mod crowd;
mod database_outage;
mod dice;
mod disk_full;
mod ledger;
pub(crate) mod letter;
mod mail_outages;
mod migrating;
mod player;
mod points;
pub(crate) mod postbox;
mod random;
mod stall;
mod tables;
mod whole;
