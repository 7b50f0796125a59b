//! Guards: what stands before every door. Each door chooses the layers that it needs.

pub(super) mod access_log;
pub(super) mod client;
pub(super) mod encoding;
pub(super) mod limits;
pub(super) mod security;
pub(super) mod sessions;
pub(super) mod turns;
pub(super) mod wrong_passwords;
