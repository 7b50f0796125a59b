//! Whether the database answers and can be written, for probes.

use std::time::{Duration, Instant};

use countersign_backend::Backend;
use tokio::{sync::Mutex, time::timeout};

/// How long a probe waits for the database.
const PROBE_WITHIN: Duration = Duration::from_secs(3);
/// How long a successful write counts, so that probes add no load however often they come.
const WRITTEN_COUNTS: Duration = Duration::from_secs(5);
/// How long a failed one counts.
const FAILED_COUNTS: Duration = Duration::from_secs(1);

/// What the last probe found.
#[derive(Debug, Default)]
pub(super) struct Readiness(Mutex<Option<(Instant, bool)>>);

impl Readiness {
    /// Whether the database answers and can be written. Whoever asks meanwhile waits for the same answer.
    pub(super) async fn check(&self, backend: &Backend) -> bool {
        let mut last = self.0.lock().await;
        let known = last.filter(|(at, ready)| at.elapsed() < if *ready { WRITTEN_COUNTS } else { FAILED_COUNTS });
        if let Some((_, false)) = known {
            return false;
        }
        let probe = async {
            backend.ping().await?;
            if known.is_none() {
                backend.try_write().await?;
            }
            Ok::<_, countersign_backend::Error>(())
        };
        let failure = match timeout(PROBE_WITHIN, probe).await {
            Ok(Ok(())) => None,
            Ok(Err(error)) => Some(error.to_string()),
            Err(_) => Some(format!("no answer within {} seconds", PROBE_WITHIN.as_secs())),
        };
        if let Some(error) = &failure {
            tracing::warn!(error, "not ready");
        }
        if known.is_none() || failure.is_some() {
            *last = Some((Instant::now(), failure.is_none()));
        }
        failure.is_none()
    }
}
