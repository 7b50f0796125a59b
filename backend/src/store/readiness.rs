//! Whether the database can be written, for probes: reading goes on when a disk is full.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use countersign_domain::Timestamp;

use super::{Db, Tx, on_db, run};
use crate::error::{Error, Result};

/// Room that there must be, in bytes: about what one request writes.
const ROOM: usize = 64 * 1024;

impl Db {
    /// Whether it answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        on_db!(self, |c| sqlx::query("SELECT 1").execute(c).await.map(drop))?;
        Ok(())
    }

    /// Commits one small row, and sees whether there is room for a little more beside the tables. One row fits into a full disk for
    /// a while, because both engines keep some space for later.
    ///
    /// # Errors
    /// When the database is read-only or held by somebody else, or the disk is full.
    pub async fn try_write(&self, now: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        run!(&mut tx, "UPDATE heartbeat SET beat_at = $1", now.0)?;
        if let Tx::Postgres(tx) = &mut tx {
            // Sorted in a file: more than the memory that it may use. Nothing stays of it, neither in the tables nor in the log.
            const SORT: &str = "SELECT COUNT(*) FROM (SELECT md5(n::text) AS hash FROM generate_series(1, 4000) n ORDER BY hash OFFSET 1) s";
            sqlx::query("SET LOCAL work_mem = '64kB'").execute(&mut **tx).await?;
            sqlx::query(SORT).execute(&mut **tx).await?;
        }
        tx.commit().await?;
        if let Self::Sqlite { write, .. } = self {
            let file = write.connect_options().get_filename().with_extension("probe");
            let tried = tokio::task::spawn_blocking(move || try_room(&file)).await;
            tried.map_err(|error| Error::Internal(error.to_string()))?.map_err(sqlx::Error::Io)?;
        }
        Ok(())
    }
}

/// Writes a file and removes it.
fn try_room(file: &Path) -> io::Result<()> {
    let mut probe = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    let written = probe.write_all(&[0; ROOM]);
    let removed = fs::remove_file(file);
    written.and(removed)
}
