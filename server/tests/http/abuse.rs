//! What somebody may try who should not: the cases that the tests of the parts do not show by the way. The list of all of them,
//! with the test of each, is in `docs/security.md`; `table` keeps it honest.

mod clock;
mod codes;
mod forged;
mod limits;
mod table;
