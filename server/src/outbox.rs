//! What the operator is told of mails that wait or were given up: by commands, and by the server's log.

use countersign_backend::{Backend, Error, Operator, Retried};
use countersign_domain::{DAY, HOUR, MINUTE, SECOND, Timestamp};
use uuid::Uuid;

use crate::failure::Failure;

/// How often, in milliseconds, the log says that no mail goes out.
const WARN_EVERY: i64 = HOUR;

/// Prints how many mails wait, for how long, and what stops them.
pub(crate) async fn status(backend: &Backend) -> Result<(), Failure> {
    let (outbox, now) = (backend.outbox().await?, backend.now());
    println!("{} mails wait, {} were given up.", outbox.pending, outbox.dead);
    if let Some(oldest) = outbox.oldest {
        println!("The oldest has waited for {}.", age(oldest, now));
    }
    if let Some(since) = outbox.held_since {
        println!("They are held since {} ago: none goes out before 'countersign outbox release'.", age(since, now));
    }
    if let Some(pause) = outbox.pause {
        println!("The mail server takes no mails since {} ago: {}", age(Timestamp(pause.since), now), pause.reason);
        println!("The next try is in {}.", age(now, Timestamp(pause.probe_at)));
    }
    Ok(())
}

/// Prints what waits or was given up: no address, no code.
pub(crate) async fn list(operator: &Operator, limit: u32) -> Result<(), Failure> {
    let (mails, now) = (operator.list_outbox(i64::from(limit) + 1).await?, operator.backend().now());
    println!(
        "{:36}  {:15}  {:>8}  {:8}  {:>10}  {:>5}  LAST FAILURE",
        "ID", "KIND", "REQUEST", "STATE", "AGE", "TRIES"
    );
    let shown = usize::try_from(limit).unwrap_or(usize::MAX);
    for mail in mails.iter().take(shown) {
        let request = mail.request_id.map_or_else(|| "-".to_owned(), |id| id.to_string());
        let state = if mail.state == "dead" { "given up" } else { "waits" };
        let failure = mail.failure.as_deref().unwrap_or("-");
        println!(
            "{:36}  {:15}  {request:>8}  {state:8}  {:>10}  {:>5}  {failure}",
            mail.id.to_string(),
            mail.event,
            age(Timestamp(mail.created_at), now),
            mail.attempts,
        );
    }
    if mails.len() > shown {
        println!("There are more: use --limit.");
    }
    Ok(())
}

/// Has mails tried again at once, and says what came of each that was named. All of these must wait or have been given up.
pub(crate) async fn retry(operator: &Operator, ids: &[Uuid], all_dead: bool) -> Result<(), Failure> {
    let retried = if all_dead {
        operator.retry_dead_mails().await?
    } else if ids.is_empty() {
        println!("Mails that are tried now: {}.", operator.retry_waiting_mails().await?);
        return Ok(());
    } else {
        for id in ids {
            if !operator.may_retry(*id).await? {
                return Err(format!("there is no mail {id} that waits or was given up").into());
            }
        }
        let mut retried = Vec::new();
        for id in ids {
            retried.push((*id, operator.retry_mail(*id).await?));
        }
        retried
    };
    for (id, outcome) in &retried {
        let told = match outcome {
            Retried::Queued => "is tried now",
            Retried::SentAnew => "was a digest: its mails are sent anew, with new codes, within half an hour",
            Retried::NewCode => "had lost its code: a mail with a new one is tried now",
            Retried::Outdated => "is out of date: only the customer can ask for a new code or link",
            Retried::Missing => "was sent meanwhile",
        };
        println!("{id} {told}.");
    }
    println!("Mails that are tried now: {}.", retried.iter().filter(|(_, outcome)| is_sent(*outcome)).count());
    Ok(())
}

const fn is_sent(outcome: Retried) -> bool {
    matches!(outcome, Retried::Queued | Retried::SentAnew | Retried::NewCode)
}

/// Warns in the log, at once and then every hour, while no mail goes out.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    warned_at: Option<Timestamp>,
}

impl Watch {
    /// Looks whether mails go out.
    pub(crate) async fn look(&mut self, backend: &Backend) -> Result<(), Error> {
        let (stopped, now) = (backend.mails_stopped().await?, backend.now());
        if stopped.held_since.is_none() && stopped.pause.is_none() {
            self.warned_at = None;
            return Ok(());
        }
        // A clock that was set back does not silence it.
        if self.warned_at.is_some_and(|at| (0..WARN_EVERY).contains(&at.until(now))) {
            return Ok(());
        }
        self.warned_at = Some(now);
        let waiting = backend.outbox().await?.pending;
        if let Some(since) = stopped.held_since {
            let since = age(since, now);
            tracing::warn!(waiting, since, "mails are held: none goes out before 'countersign outbox release'");
        }
        if let Some(pause) = stopped.pause {
            let since = age(Timestamp(pause.since), now);
            tracing::warn!(waiting, since, reason = pause.reason, "mails wait: the mail server takes none");
        }
        Ok(())
    }
}

/// The time between two instants, in its two largest units.
fn age(from: Timestamp, to: Timestamp) -> String {
    let ms = from.until(to).max(0);
    let (days, hours, minutes, seconds) = (ms / DAY, ms % DAY / HOUR, ms % HOUR / MINUTE, ms % MINUTE / SECOND);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, _) => format!("{minutes} min"),
        (0, _, _) => format!("{hours} h {minutes} min"),
        _ => format!("{days} d {hours} h"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_short() {
        let told = |ms| age(Timestamp(1_000), Timestamp(1_000 + ms));
        assert_eq!(told(-5), "0 s");
        assert_eq!(told(59 * SECOND), "59 s");
        assert_eq!(told(3 * MINUTE + SECOND), "3 min");
        assert_eq!(told(2 * HOUR + 5 * MINUTE), "2 h 5 min");
        assert_eq!(told(50 * HOUR), "2 d 2 h");
    }
}
