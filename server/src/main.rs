//! `countersign`: the server and the command line.

use std::process::ExitCode;

use countersign_backend::ambient::Clock;

fn main() -> ExitCode {
    countersign::run(Clock::System)
}
