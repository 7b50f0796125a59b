//! The mails about an account itself: its name, its address, its password, its beginning.

use countersign_domain::{DAY, HOUR, Timestamp, Token};

use super::{
    compose::Scene,
    content::{Button, Code, Content, Instead},
    inert, sign_up,
};
use crate::usecase::INVITED_FOR;

/// To a new address, with the code that confirms it.
pub(super) const EMAIL_CONFIRM: &str = "emailConfirm";
/// To the present address: another one was given.
const EMAIL_ANNOUNCE: &str = "emailAnnounce";
/// The password was changed.
const PASSWORD_CHANGED: &str = "passwordChanged";
/// With the code to choose a new password.
const PASSWORD_RESET: &str = "passwordReset";
/// The name or the organisation was changed.
const NAME_CHANGED: &str = "nameChanged";
/// The operator has created the account; with the code to choose its first password.
const INVITE: &str = "invite";
/// To the owner of a disabled account, when someone gave its address to open an account or to choose a password.
pub(crate) const ACCOUNT_DISABLED: &str = "accountDisabled";
/// The account was created; tells its customer ID.
const WELCOME: &str = "welcome";

/// Whether a mail of this event brings a link with a code, which works for a time.
pub(crate) fn brings_a_link(event: &str) -> bool {
    [EMAIL_CONFIRM, PASSWORD_RESET, INVITE, sign_up::CONFIRM].contains(&event)
}

/// What the mail of the row says. `None` for an event that is unknown, or a row without its code.
pub(super) fn content(scene: &Scene<'_>) -> Option<Content> {
    match scene.row.event.as_str() {
        EMAIL_CONFIRM => email_confirm(scene),
        EMAIL_ANNOUNCE => email_announce(scene),
        PASSWORD_CHANGED => Some(password_changed(scene)),
        PASSWORD_RESET => password_reset(scene),
        NAME_CHANGED => Some(name_changed(scene)),
        INVITE => invite(scene),
        ACCOUNT_DISABLED => Some(account_disabled(scene)),
        WELCOME => Some(welcome(scene)),
        sign_up::KNOWN => Some(sign_up::known(scene)),
        _ => None,
    }
}

pub(super) fn content_of(subject: &str, heading: &str, paragraphs: &[&str]) -> Content {
    Content {
        subject: subject.to_owned(),
        heading: heading.to_owned(),
        paragraphs: paragraphs.iter().map(|&text| text.to_owned()).collect(),
        ..Content::default()
    }
}

fn email_confirm(scene: &Scene<'_>) -> Option<Content> {
    let (texts, id) = (scene.texts(), scene.me.id.as_str());
    let token = Token::parse(scene.row.payload.as_deref()?).ok()?;
    let lead = texts.email_confirm_lead(id);
    let mut content = content_of(texts.email_confirm_subject(), texts.email_confirm_heading(), &[&lead]);
    content.fact(texts.fact_account(), id);
    content.fact(texts.fact_valid_until(), scene.date_time(Timestamp(scene.row.created_at).plus(DAY)));
    content.code = Some(Code { label: texts.code_label(), value: token.grouped(), hint: texts.code_hint() });
    content.button = Some(Button {
        label: texts.email_confirm_button(),
        href: scene.settings.link(&format!("/profile/email?token={}", token.reveal())),
        hint: texts.email_confirm_hint(),
        instead: Some(Instead { label: texts.button_instead(), href: scene.settings.link("/profile/email") }),
    });
    content.note(texts.email_confirm_doubt_title(), texts.email_confirm_doubt_text());
    Some(content)
}

fn email_announce(scene: &Scene<'_>) -> Option<Content> {
    let texts = scene.texts();
    let masked = inert::line(scene.row.payload.as_deref()?);
    let mut content =
        content_of(texts.email_announce_subject(), texts.email_announce_heading(), &[texts.email_announce_lead()]);
    content.fact(texts.fact_account(), scene.me.id.as_str());
    content.fact(texts.fact_new_address(), masked);
    content.button = Some(Button::plain(texts.button_profile(), scene.settings.link("/profile")));
    content.note(texts.email_announce_doubt_title(), texts.email_announce_doubt_text());
    Some(content)
}

fn password_changed(scene: &Scene<'_>) -> Content {
    let texts = scene.texts();
    let mut content = content_of(
        texts.password_changed_subject(),
        texts.password_changed_heading(),
        &[texts.password_changed_lead()],
    );
    content.fact(texts.fact_account(), scene.me.id.as_str());
    content.fact(texts.fact_date(), scene.date_time(Timestamp(scene.row.created_at)));
    content.button = Some(Button::plain(texts.button_profile(), scene.settings.link("/profile")));
    content.note(texts.password_changed_doubt_title(), texts.password_changed_doubt_text());
    content
}

fn password_reset(scene: &Scene<'_>) -> Option<Content> {
    let texts = scene.texts();
    let token = Token::parse(scene.row.payload.as_deref()?).ok()?;
    let mut content =
        content_of(texts.password_reset_subject(), texts.password_reset_heading(), &[texts.password_reset_lead()]);
    content.fact(texts.fact_account(), scene.me.id.as_str());
    content.fact(texts.fact_valid_until(), scene.date_time(Timestamp(scene.row.created_at).plus(HOUR)));
    content.code = Some(Code { label: texts.code_label(), value: token.grouped(), hint: texts.code_hint() });
    content.button = Some(Button {
        label: texts.password_reset_button(),
        href: scene.settings.link(&format!("/reset-password?token={}", token.reveal())),
        hint: texts.password_reset_hint(),
        instead: Some(Instead { label: texts.button_instead(), href: scene.settings.link("/reset-password") }),
    });
    content.note(texts.password_reset_doubt_title(), texts.password_reset_doubt_text());
    Some(content)
}

fn name_changed(scene: &Scene<'_>) -> Content {
    let texts = scene.texts();
    let mut content =
        content_of(texts.name_changed_subject(), texts.name_changed_subject(), &[texts.name_changed_lead()]);
    content.fact(texts.fact_account(), scene.me.id.as_str());
    content.fact(texts.fact_name(), inert::line(scene.me.name.as_str()));
    if let Some(organisation) = &scene.me.organisation {
        content.fact(texts.fact_organisation(), inert::line(organisation.as_str()));
    }
    content.fact(texts.fact_date(), scene.date_time(Timestamp(scene.row.created_at)));
    content.button = Some(Button::plain(texts.button_profile(), scene.settings.link("/profile")));
    content.note(texts.name_changed_doubt_title(), texts.name_changed_doubt_text());
    content
}

fn invite(scene: &Scene<'_>) -> Option<Content> {
    let texts = scene.texts();
    let token = Token::parse(scene.row.payload.as_deref()?).ok()?;
    let mut content = content_of(texts.invite_subject(), texts.invite_heading(), &[texts.invite_lead()]);
    content.fact(texts.fact_account(), scene.me.id.as_str());
    content.fact(texts.fact_valid_until(), scene.date_time(Timestamp(scene.row.created_at).plus(INVITED_FOR)));
    content.code = Some(Code { label: texts.code_label(), value: token.grouped(), hint: texts.code_hint() });
    content.button = Some(Button {
        label: texts.invite_button(),
        href: scene.settings.link(&format!("/reset-password?token={}", token.reveal())),
        hint: texts.invite_hint(),
        instead: Some(Instead { label: texts.button_instead(), href: scene.settings.link("/reset-password") }),
    });
    content.note(texts.invite_doubt_title(), texts.invite_doubt_text());
    Some(content)
}

/// How to reach support stands at the end of every mail.
fn account_disabled(scene: &Scene<'_>) -> Content {
    let texts = scene.texts();
    let subject = texts.account_disabled_subject();
    let mut content = content_of(subject, subject, &[texts.account_disabled_lead()]);
    content.button = Some(Button::plain(texts.account_disabled_button(), scene.settings.link("/help")));
    content.note(texts.account_disabled_doubt_title(), texts.account_disabled_doubt_text());
    content
}

fn welcome(scene: &Scene<'_>) -> Content {
    let texts = scene.texts();
    let mut content = content_of(texts.welcome_subject(), texts.welcome_heading(), &[texts.welcome_lead()]);
    content.code =
        Some(Code { label: texts.fact_account(), value: scene.me.id.to_string(), hint: texts.welcome_use() });
    content.button = Some(Button::plain(texts.button_sign_in(), scene.settings.link("/sign-in")));
    content.note(texts.welcome_doubt_title(), texts.welcome_doubt_text());
    content
}
