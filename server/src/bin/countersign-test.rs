//! The program that tests run: `countersign` with a clock that they can move. Nobody delivers it, and `countersign` itself has no
//! such clock.

use std::process::ExitCode;

use countersign_backend::ambient::Clock;

/// Names a file with the milliseconds by which the server's clock is moved.
const TEST_CLOCK: &str = "COUNTERSIGN_TEST_CLOCK";

fn main() -> ExitCode {
    countersign::run(std::env::var_os(TEST_CLOCK).map_or(Clock::System, |file| Clock::Shifted(file.into())))
}
