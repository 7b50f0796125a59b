//! Serving: HTTP, the worker that sends mails, the ear for other processes, and the jobs of time, in one process that ends
//! cleanly.

use std::{io::IsTerminal, time::Duration};

use countersign_backend::{Backend, System, demo, mail::Worker};
use tokio::{
    net::TcpListener,
    runtime::Handle,
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
    time::{MissedTickBehavior, interval, timeout},
};

use crate::{
    config::{self, Config},
    connections, database,
    failure::Failure,
    http, open_files, outbox, secret_key,
};

/// How often the jobs of time look for work.
const JOBS_EVERY: Duration = Duration::from_secs(5);
/// Rounds of the jobs between two clean-ups.
const CLEAN_EVERY: u32 = 720;
/// Rounds of the jobs between two looks for mails that wait for a time far ahead.
const FREE_EVERY: u32 = 12;
/// How long requests in flight and mails being sent may take when the server ends.
const GRACE: Duration = Duration::from_secs(25);

/// Runs a server until it is told to end.
///
/// # Errors
/// A sentence for the operator when it cannot start.
pub(crate) async fn run(mut config: Config) -> Result<(), Failure> {
    let hang_up = signal(SignalKind::hangup())?;
    let mailer = config.mailer()?;
    let db = database::connect(&config.database_url).await?;
    // Before anything is changed in the database, so that a restore is not disturbed, and before anyone is shown a page.
    let ear = db.ear().await?;
    config.settings.suffix = database::bring_up_to_date(&db, &config.serve.database).await?;
    // What brings the tables up to date may take its time; what serves may not.
    let db = db.into_bounded().await?;
    let backend = Backend::new(db.clone(), config.clock.clone(), config.settings.clone());
    if config.is_demo() {
        demo::seed(&backend).await?;
    }
    let key = secret_key::find(config.serve.secret_key.as_ref(), &config.database_url, &db).await?;
    let router = http::router(&config, &key, backend.clone())?;
    let listen = config.serve.listen;
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("{listen}: {error}"))?;

    let (stop, stopping) = watch::channel(false);
    let worker = tokio::spawn(Worker::new(backend.clone(), mailer).run(stopped(stopping.clone())));
    let jobs = tokio::spawn(jobs(backend.system("clock"), stopping.clone()));
    let (open, ending) = (backend.clone(), stopped(stopping.clone()));
    let listening = tokio::spawn(async move { open.listen(ear, ending).await });
    announce(&config, listener.local_addr()?);
    if backend.settings().base_url.scheme() == "http" && !config.is_demo() && !config.serve.allow_loopback_base_url {
        tracing::warn!("customers reach this server by http: passwords and cookies travel in clear");
    }

    let bounds = connections::Bounds {
        per_address: open_files::connections_per_address(
            config.serve.connections_per_address,
            open_files::raise_limit(),
        ),
        unbounded: config.trusted_proxies().to_vec(),
    };
    let server = tokio::spawn(connections::serve(listener, router, bounds, stopped(stopping)));
    end_signal(hang_up).await?;
    let tasks = Handle::current().metrics().num_alive_tasks();
    tracing::info!(tasks, "ending: requests in flight finish, mails being sent too");
    stop.send_replace(true);
    // Pages come back to whoever serves them next.
    backend.live().close();
    if timeout(GRACE, async { tokio::join!(server, worker, jobs, listening) }).await.is_err() {
        tracing::warn!("not everything was finished in time");
    }
    db.close().await;
    Ok(())
}

async fn stopped(mut stopping: watch::Receiver<bool>) {
    // An error means that the sender is gone, which is the end as well.
    let _ = stopping.wait_for(|stop| *stop).await;
}

/// Waits for the signal to end: SIGTERM or SIGINT. Others send SIGHUP to have settings read anew, which are read at the start alone:
/// that is logged. Only in a terminal does it say that the terminal is closed, and then the server ends with it.
async fn end_signal(mut hang_up: Signal) -> Result<(), Failure> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let in_terminal = std::io::stderr().is_terminal();
    loop {
        tokio::select! {
            _ = terminate.recv() => return Ok(()),
            _ = interrupt.recv() => return Ok(()),
            _ = hang_up.recv() => {
                if in_terminal {
                    return Ok(());
                }
                tracing::info!("SIGHUP is ignored: settings are read at the start; to change one, start the server again");
            }
        }
    }
}

/// Expiry, reminders, renewal notices and clean-up. A failure is logged and tried again in the next round.
async fn jobs(system: System, stopping: watch::Receiver<bool>) {
    let mut ticks = interval(JOBS_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut round = 0;
    let mut watch = outbox::Watch::default();
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = stopped(stopping.clone()) => return,
        }
        let outcome = async {
            let (expired, reminded) = (system.expire_due().await?, system.remind_due().await?);
            if expired + reminded > 0 {
                tracing::info!(expired, reminded, "requests");
            }
            let renewals = system.renewals_due().await?;
            if renewals > 0 {
                tracing::info!(renewals, "billing contacts are told");
            }
            watch.look(system.backend()).await?;
            if round % FREE_EVERY == 0 {
                let freed = system.free_mails_of_the_future().await?;
                if freed > 0 {
                    tracing::warn!(freed, "the clock was ahead when mails were stored; they need not wait until then");
                }
            }
            system.clean_sessions().await?;
            if round % CLEAN_EVERY == 0 {
                system.clean_links().await?;
                system.clean_attempts().await?;
            }
            Ok::<_, countersign_backend::Error>(())
        };
        if let Err(error) = outcome.await {
            tracing::error!(%error, "jobs");
        }
        round += 1;
    }
}

/// Says where to look, and in a demo, as whom.
fn announce(config: &Config, address: std::net::SocketAddr) {
    println!("Countersign listens on http://{address}");
    println!("Open {}", config.settings.base_url);
    if !config.is_demo() {
        return;
    }
    println!("\nDemo customers; the password of each is: {}\n", demo::PASSWORD);
    for (id, name, email, _) in demo::CUSTOMERS {
        println!("  {id}-{}  {name} <{email}>", config.settings.suffix.as_str());
    }
    if config.mailbox.is_some() {
        println!("\nEvery mail is shown at {}", config.settings.link("/demo/mailbox"));
    }
    // Commands never guess which database is meant.
    if let Some(file) = config::embedded(&config.database_url).ok().flatten()
        && let Ok(file) = std::path::absolute(file)
    {
        println!("\nFor commands on this database, in another terminal (each with --demo):");
        println!("  export DATABASE_URL=sqlite://{}", file.display());
    }
}
