//! Owing mails: rows of the outbox, in the transaction that brings their reason about.

use countersign_domain::{Event, Handle, Request, RequestId, Timestamp, is_unsolicited, notices};

use crate::{
    ambient::{new_id, new_token},
    error::Result,
    mail_kind::MailContent,
    secret::CodeHash,
    store::{NewMail, Recipient, Tx},
};

/// A mail about an account itself.
pub(super) fn about_account<'a>(content: &'a MailContent, recipient: Recipient<'a>, now: Timestamp) -> NewMail<'a> {
    NewMail { id: new_id(now), content, recipient, address: None, request: None, generation: 0, prompted_by: None, now }
}

/// Owes the mails of a transition that carries no code.
pub(super) async fn owe(
    tx: &mut Tx,
    event: Event,
    request: &Request,
    by: Option<&Handle>,
    now: Timestamp,
) -> Result<()> {
    for notice in notices(event, request, by) {
        tx.insert_mail(NewMail {
            id: new_id(now),
            content: &MailContent::Request(notice.event, None),
            recipient: Recipient::Account(&notice.to),
            address: None,
            request: Some(request.id),
            generation: 0,
            prompted_by: Some(&request.asked_by).filter(|_| is_unsolicited(notice.event, request, &notice.to)),
            now,
        })
        .await?;
    }
    Ok(())
}

/// Makes a new code for one party of a request, and owes the mail that brings it; `prompted_by` is whose act sends it, if it is
/// [unsolicited](is_unsolicited). The caller holds the party's account: a code that
/// a change of address did not see would stay alive where it was sent.
pub(super) async fn owe_code(
    tx: &mut Tx,
    event: Event,
    request: RequestId,
    party: &Handle,
    prompted_by: Option<&Handle>,
    now: Timestamp,
) -> Result<()> {
    let token = new_token();
    let generation = tx.insert_code(request, party, &CodeHash::of(&token), now).await?;
    tx.insert_mail(NewMail {
        id: new_id(now),
        content: &MailContent::Request(event, Some(token)),
        recipient: Recipient::Account(party),
        address: None,
        request: Some(request),
        generation,
        prompted_by,
        now,
    })
    .await
}
