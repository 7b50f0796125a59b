//! From a row of the outbox to a mail: pure, without clock, randomness or database.

use countersign_domain::{Event, Timestamp};
use countersign_locales::Language;

use super::{
    account, closed_request,
    content::Content,
    context::MailContext,
    layout::{self, Frame},
    owner, pending_request,
    rendered::Mail,
    renewal,
    request_context::RequestContext,
    sign_up,
};
use crate::{
    Settings,
    mail_kind::{MailContent, MailKind},
    store::{Account, MailRow, RequestFacts},
};

/// Writes the mail of an outbox row in its recipient's language. `None` when the row lacks what its mail needs: the event is
/// unknown, or the request or the code is missing.
#[must_use]
pub fn compose(
    row: &MailRow,
    recipient: &Account,
    request: Option<&RequestFacts>,
    settings: &Settings,
) -> Option<Mail> {
    let scene = MailContext { row, me: recipient, settings };
    let told = MailContent::read(&row.event, row.payload.as_deref())?;
    let (kind, about) = (told.kind(), || Some(RequestContext::new(request?, &scene)));
    let content = match told {
        MailContent::Request(Event::Reminder, _) => pending_request::reminder(&scene, &about()?),
        MailContent::Request(event @ (Event::Asked | Event::Resent), code) => {
            pending_request::asked(event, &code?, &scene, &about()?)
        }
        MailContent::Request(event, _) => closed_request::content(event, &scene, &about()?)?,
        MailContent::EmailConfirm(code) => account::email_confirm(&scene, &code),
        MailContent::EmailAnnounce(masked) => account::email_announce(&scene, &masked),
        MailContent::PasswordChanged => account::password_changed(&scene),
        MailContent::PasswordReset(code) => account::password_reset(&scene, &code?),
        MailContent::NameChanged => account::name_changed(&scene),
        MailContent::Invite(code) => account::invite(&scene, &code),
        MailContent::AccountDisabled => account::account_disabled(&scene),
        MailContent::Welcome => account::welcome(&scene),
        MailContent::SignUpKnown => sign_up::known(&scene),
        MailContent::OwnerChanged(news) => owner::content(&scene, &news),
        MailContent::Renewal(news) => renewal::content(&scene, &news),
        // To an address without an account: see `compose_for_address`.
        MailContent::SignUpConfirm(_) => return None,
    };
    let may_be_strangers = matches!(kind, MailKind::SignUpKnown | MailKind::AccountDisabled);
    let frame = Frame {
        language: recipient.language,
        name: scene.name(),
        // Anyone may have these mails sent.
        customer: (!may_be_strangers && scene.is_to_account()).then_some(&recipient.id),
        settings,
    };
    finish(row, row.address.as_deref().unwrap_or(recipient.email.as_str()), content, frame)
}

/// Writes the mail of an outbox row to an address without an account. `None` when the row lacks what its mail needs.
#[must_use]
pub fn compose_for_address(row: &MailRow, settings: &Settings) -> Option<Mail> {
    let language = Language::from_code(row.language.as_deref()?)?;
    let MailContent::SignUpConfirm(code) = MailContent::read(&row.event, row.payload.as_deref())? else { return None };
    let content = sign_up::confirm(row, &code?, language, settings);
    finish(row, row.address.as_deref()?, content, Frame { language, name: None, customer: None, settings })
}

pub(super) fn finish(row: &MailRow, address: &str, content: Content, frame: Frame<'_>) -> Option<Mail> {
    let (text, html) = layout::render(&content, &frame)?;
    Some(Mail {
        id: row.id,
        message_id: format!("<{}@{}>", row.id, frame.settings.base_url.host_str().unwrap_or("localhost")),
        to_address: address.to_owned(),
        to_name: frame.name,
        language: frame.language,
        subject: content.subject,
        text,
        html,
        date: Timestamp(row.created_at),
    })
}
