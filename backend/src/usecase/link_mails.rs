//! How many mails with a link an address gets because somebody typed it into a form: to open an account, or to choose a password.
//!
//! A stranger must not use up the mails of an address, so each network has some of its own. Many networks together could still
//! flood the address. So above a total, the next mail waits for some minutes, and serves every form that comes meanwhile. The
//! link of any such mail works for whichever form the owner has sent.

use countersign_domain::{HOUR, MINUTE, Timestamp};

use crate::{
    error::Result,
    store::{Purpose, Tx},
};

/// Mails that the forms of one network bring an address in an hour.
const MAX_PER_SENDER: i64 = 3;
/// Mails that an address gets at once in an hour, whoever asks.
const MAX_AT_ONCE: i64 = 12;
/// Milliseconds between two mails above that: the longest that a mail waits.
const SPACING: i64 = 10 * MINUTE;

/// When the mail of a form is due. `None` if it brings no mail: its network has brought enough of them, or one waits that serves
/// this form as well. The caller queues for the address.
pub(super) async fn due(
    tx: &mut Tx,
    purpose: Purpose,
    address: &str,
    sender: Option<&str>,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let mails = tx.link_mails_since(purpose, address, sender, now.plus(-HOUR)).await?;
    let one_waits = mails.last_useful.is_some_and(|due| due > now);
    if one_waits || mails.from_sender >= MAX_PER_SENDER {
        return Ok(None);
    }
    let spaced = mails.last_due.filter(|_| mails.count >= MAX_AT_ONCE).map(|last| last.plus(SPACING));
    Ok(Some(spaced.map_or(now, |due| due.max(now))))
}
