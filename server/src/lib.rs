//! The server and the command line. `src/main.rs` is the program that is delivered; `src/bin/countersign-test.rs` is the same with a
//! clock that tests move.

mod cli;
mod commands;
mod config;
mod connections;
mod database;
mod explain;
mod failure;
mod http;
mod keeping;
mod loopback;
mod network;
mod open_files;
mod operator;
mod outbox;
mod progress;
mod requests;
mod seats;
mod secret_key;
mod security_contact;
mod serve;
mod site;

use std::{io::IsTerminal, process::ExitCode};

use clap::Parser;
use countersign_backend::ambient::Clock;
use tracing_subscriber::EnvFilter;

/// Runs the program to its end, as its command line says. The server takes the time from `clock`.
#[tokio::main]
pub async fn run(clock: Clock) -> ExitCode {
    let cli = cli::Cli::parse();
    let filter = EnvFilter::try_new(&cli.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    match cli.log_format {
        cli::LogFormat::Text => log.init(),
        cli::LogFormat::Json => log.json().init(),
    }
    match commands::run(cli, clock).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("countersign: {failure}");
            ExitCode::FAILURE
        }
    }
}
