//! The program itself, run as an operator runs it, without the settings of whoever runs the tests.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

/// How a command ended, and what it said.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// What `scripts/calendar.sh` sets to move the date of a process.
const MOVED_DATE: [&str; 5] = ["LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC", "NO_FAKE_STAT", "TZ"];

/// The program, with a clock that tests move, in a folder.
pub(crate) fn program(folder: &Path) -> Command {
    in_folder(env!("CARGO_BIN_EXE_countersign-test"), folder)
}

/// The program as it is delivered, in a folder.
pub(crate) fn delivered(folder: &Path) -> Command {
    in_folder(env!("CARGO_BIN_EXE_countersign"), folder)
}

/// Any program, in a folder.
pub(crate) fn in_folder(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().current_dir(folder).stdin(Stdio::null());
    command.envs(MOVED_DATE.into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    command
}

/// Runs it to its end.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Outcome { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs it to its end with something to read.
pub(crate) fn run_with_input(command: &mut Command, input: &str) -> Outcome {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Outcome { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

impl Outcome {
    /// It succeeded: what it printed.
    #[track_caller]
    pub(crate) fn succeeds(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }

    /// It failed, whatever it said.
    #[track_caller]
    pub(crate) fn fails(self) {
        assert_eq!(self.code, Some(1), "{self:?}");
    }

    /// It refused with exit code 1, in one line for the operator, which names `words`.
    #[track_caller]
    pub(crate) fn refuses(self, words: &[&str]) {
        assert_eq!(self.code, Some(1), "{self:?}");
        let line = self.err.strip_prefix("countersign: ").unwrap_or_else(|| panic!("{self:?}"));
        assert_eq!(line.trim_end().lines().count(), 1, "{self:?}");
        for word in words {
            assert!(line.contains(word), "{word:?} is missing: {line}");
        }
        for inner in ["UNIQUE", "FOREIGN", "constraint", "duplicate key", "os error", "panicked"] {
            assert!(!line.contains(inner), "not for an operator's eyes: {line}");
        }
        assert_eq!(self.out, "", "a refusal prints nothing else");
    }
}
