//! What the system says of the server's process.

use std::fs;

use crate::support::Server;

#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    /// Resident, in kB.
    pub(super) memory: u32,
    /// Open files, connections among them.
    pub(super) files: usize,
    pub(super) threads: u32,
}

impl Use {
    pub(super) fn of(server: &Server) -> Self {
        let process = format!("/proc/{}", server.process());
        let status = fs::read_to_string(format!("{process}/status")).unwrap();
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().unwrap()
        };
        let files = fs::read_dir(format!("{process}/fd")).unwrap().count();
        Self { memory: number("VmRSS"), files, threads: number("Threads") }
    }
}
