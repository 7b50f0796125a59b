//! What other processes commit: heard from Postgres (`LISTEN`), and noticed on a file of SQLite, where it can only be the
//! operator's command line.

use std::{convert::Infallible, time::Duration};

use countersign_domain::Handle;
use sqlx::{
    PgPool, SqlitePool,
    postgres::{PgListener, PgPoolOptions},
};
use tokio::time::{sleep, timeout};

use super::Db;
use crate::{
    error::{Error, Result},
    live::Live,
};

/// Tells, in a transaction that is committed, accounts that something has changed for them.
pub(super) const NOTIFY: &str = "SELECT pg_notify('countersign', $1)";
const CHANNEL: &str = "countersign";
/// Postgres takes less than 8000 bytes at once.
const LONGEST: usize = 7900;
/// After so much silence the connection is asked whether it is still there,
const SILENCE: Duration = Duration::from_secs(30);
/// and must answer within this time.
const ANSWERS: Duration = Duration::from_secs(5);
/// The wait between two tries to listen.
const AGAIN: Duration = Duration::from_millis(500);
/// How often a file is looked at.
const LOOK: Duration = Duration::from_secs(1);

/// The accounts, in texts of a length that Postgres takes.
pub(super) fn payloads(accounts: &[Handle]) -> Vec<String> {
    let mut payloads: Vec<String> = Vec::new();
    for account in accounts.iter().map(Handle::as_str) {
        match payloads.last_mut().filter(|last| last.len() + account.len() < LONGEST) {
            Some(last) => {
                last.push(' ');
                last.push_str(account);
            }
            None => payloads.push(account.to_owned()),
        }
    }
    payloads
}

fn accounts(payload: &str) -> Vec<Handle> {
    payload.split(' ').filter_map(|account| account.to_owned().try_into().ok()).collect()
}

impl Db {
    /// Tells `live` what other processes commit, for ever. Whenever something may have been missed, everyone is told.
    pub(crate) async fn listen(&self, live: &Live) -> Infallible {
        let mut failing = false;
        loop {
            let result = match self {
                Self::Sqlite { write, .. } => look(write, live, &mut failing).await,
                Self::Postgres(pool) => hear(pool, live, &mut failing).await,
            };
            let Err(error) = result;
            if !std::mem::replace(&mut failing, true) {
                tracing::warn!(%error, "what other processes commit is not heard");
            }
            sleep(AGAIN).await;
        }
    }
}

fn caught_up(live: &Live, failing: &mut bool) {
    if std::mem::take(failing) {
        tracing::info!("what other processes commit is heard again");
    }
    live.tell_all();
}

async fn hear(pool: &PgPool, live: &Live, failing: &mut bool) -> Result<Infallible> {
    // A connection of its own: those of the pool are for use cases.
    let own = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
    let mut listener =
        PgListener::connect_with(&own.connect_lazy_with(pool.connect_options().as_ref().clone())).await?;
    listener.listen(CHANNEL).await?;
    caught_up(live, failing);
    loop {
        match timeout(SILENCE, listener.try_recv()).await {
            Ok(heard) => match heard? {
                Some(heard) => live.tell(&accounts(heard.payload())),
                // It was lost, and is there again.
                None => live.tell_all(),
            },
            Err(_) => {
                let answered = timeout(ANSWERS, sqlx::query("SELECT 1").execute(&mut listener)).await;
                answered.map_err(|_| Error::Internal("Postgres is silent".to_owned()))??;
            }
        }
    }
}

/// The version that a connection knows changes when another one commits, and all that this process commits goes through this one.
async fn look(write: &SqlitePool, live: &Live, failing: &mut bool) -> Result<Infallible> {
    let mut known = None;
    loop {
        let version: i64 = sqlx::query_scalar("PRAGMA data_version").fetch_one(write).await?;
        if known.replace(version) != Some(version) {
            caught_up(live, failing);
        }
        sleep(LOOK).await;
    }
}

#[cfg(test)]
mod tests {
    use countersign_domain::{Handle, Suffix};

    use super::{LONGEST, accounts, payloads};

    #[test]
    fn long_lists_are_split_and_read_back() {
        assert!(payloads(&[]).is_empty());
        let many: Vec<_> = (0..2000).map(|n| Handle::parse(&format!("aa{n}"), &Suffix::default()).unwrap()).collect();
        let payloads = payloads(&many);
        assert!(payloads.len() > 1 && payloads.iter().all(|payload| payload.len() <= LONGEST));
        assert_eq!(payloads.iter().flat_map(|payload| accounts(payload)).collect::<Vec<_>>(), many);
        assert!(accounts("").is_empty() && accounts("what?").is_empty());
    }
}
