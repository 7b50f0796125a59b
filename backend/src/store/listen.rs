//! What other processes commit: heard from Postgres (`LISTEN`), and noticed on a file of SQLite, where it can only be the
//! operator's command line.

use std::{convert::Infallible, time::Duration};

use countersign_domain::Handle;
use sqlx::{
    PgConnection, SqlitePool,
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
/// The advisory lock that each server shares for as long as it hears, and a restore takes alone: "countersign", in part.
const IN_USE: i64 = 0x636f_756e_7465_7273;
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

/// Hears what other processes commit, and on Postgres what this one does, from when it is opened.
#[derive(Debug)]
pub struct Ear(Kind);

#[derive(Debug)]
enum Kind {
    /// The version that a connection knows changes when another one commits, and all that this process commits goes through
    /// this one.
    File {
        write: SqlitePool,
        version: i64,
    },
    Channel(PgListener),
}

impl Db {
    /// Opens one. Its connection to Postgres is its own: those of the pool are for use cases.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ear(&self) -> Result<Ear> {
        match self {
            Self::Sqlite { write, .. } => Ok(Ear(Kind::File { write: write.clone(), version: version(write).await? })),
            Self::Postgres { pool, .. } => {
                let own = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
                let own = own.connect_lazy_with(pool.connect_options().as_ref().clone());
                let mut listener = PgListener::connect_with(&own).await?;
                listener.listen(CHANNEL).await?;
                share(&mut listener).await?;
                Ok(Ear(Kind::Channel(listener)))
            }
        }
    }

    /// Tells `live` what is heard, for ever. Whenever something may have been missed, everyone is told.
    pub(crate) async fn listen(&self, mut ear: Ear, live: &Live) -> Infallible {
        loop {
            let Err(error) = ear.hear(live).await;
            tracing::warn!(%error, "what other processes commit is not heard");
            ear = loop {
                sleep(AGAIN).await;
                if let Ok(ear) = self.ear().await {
                    break ear;
                }
            };
            tracing::info!("what other processes commit is heard again");
            live.tell_all();
        }
    }
}

impl Ear {
    async fn hear(&mut self, live: &Live) -> Result<Infallible> {
        loop {
            match &mut self.0 {
                Kind::File { write, version: known } => {
                    sleep(LOOK).await;
                    let now = version(write).await?;
                    if std::mem::replace(known, now) != now {
                        live.tell_all();
                    }
                }
                Kind::Channel(listener) => match timeout(SILENCE, listener.try_recv()).await {
                    Ok(heard) => match heard? {
                        Some(heard) => live.tell(&accounts(heard.payload())),
                        // It was lost, and is there again.
                        None => {
                            live.tell_all();
                            share(listener).await?;
                        }
                    },
                    Err(_) => {
                        let answered = timeout(ANSWERS, sqlx::query("SELECT 1").execute(listener)).await;
                        answered.map_err(|_| Error::Internal("Postgres is silent".to_owned()))??;
                    }
                },
            }
        }
    }
}

/// Says that a server uses the database, for as long as this connection is there.
async fn share(listener: &mut PgListener) -> Result<()> {
    const SHARE: &str = "SELECT pg_try_advisory_lock_shared($1)";
    let shared: bool = sqlx::query_scalar(SHARE).bind(IN_USE).fetch_one(listener).await?;
    if shared { Ok(()) } else { Err(Error::Internal("this database is being restored".to_owned())) }
}

/// While there is one, no server uses the database. One that is embedded is taken alone as a file: see [`super::detach`].
#[derive(Debug)]
pub struct Alone {
    _lock: Option<PgConnection>,
}

impl Db {
    /// Makes sure that no server uses the database, and that none begins to; `None` when one does.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_alone(&self) -> Result<Option<Alone>> {
        const TAKE: &str = "SELECT pg_try_advisory_lock($1)";
        let Self::Postgres { pool, .. } = self else { return Ok(Some(Alone { _lock: None })) };
        let mut own = pool.acquire().await?.detach();
        let taken: bool = sqlx::query_scalar(TAKE).bind(IN_USE).fetch_one(&mut own).await?;
        Ok(taken.then_some(Alone { _lock: Some(own) }))
    }
}

async fn version(write: &SqlitePool) -> Result<i64> {
    Ok(sqlx::query_scalar("PRAGMA data_version").fetch_one(write).await?)
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
