//! The mails about an account itself: its name, its address, its password, its beginning.

use countersign_domain::{DAY, HOUR, Timestamp, Token};

use super::{
    content::{Button, Code, Content, Instead, content_of},
    context::MailContext,
    sanitize,
};
use crate::mail_kind::INVITED_FOR;

pub(super) fn email_confirm(scene: &MailContext<'_>, token: &Token) -> Content {
    let (texts, id) = (scene.texts(), scene.me.id.as_str());
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
    content
}

pub(super) fn email_announce(scene: &MailContext<'_>, masked: &str) -> Content {
    let texts = scene.texts();
    let masked = sanitize::line(masked);
    let mut content =
        content_of(texts.email_announce_subject(), texts.email_announce_heading(), &[texts.email_announce_lead()]);
    content.fact(texts.fact_account(), scene.me.id.as_str());
    content.fact(texts.fact_new_address(), masked);
    content.button = Some(Button::plain(texts.button_profile(), scene.settings.link("/profile")));
    content.note(texts.email_announce_doubt_title(), texts.email_announce_doubt_text());
    content
}

pub(super) fn password_changed(scene: &MailContext<'_>) -> Content {
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

pub(super) fn password_reset(scene: &MailContext<'_>, token: &Token) -> Content {
    let texts = scene.texts();
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
    content
}

pub(super) fn name_changed(scene: &MailContext<'_>) -> Content {
    let texts = scene.texts();
    let mut content =
        content_of(texts.name_changed_subject(), texts.name_changed_subject(), &[texts.name_changed_lead()]);
    content.fact(texts.fact_account(), scene.me.id.as_str());
    content.fact(texts.fact_name(), sanitize::line(scene.me.name.as_str()));
    if let Some(organisation) = &scene.me.organisation {
        content.fact(texts.fact_organisation(), sanitize::line(organisation.as_str()));
    }
    content.fact(texts.fact_date(), scene.date_time(Timestamp(scene.row.created_at)));
    content.button = Some(Button::plain(texts.button_profile(), scene.settings.link("/profile")));
    content.note(texts.name_changed_doubt_title(), texts.name_changed_doubt_text());
    content
}

pub(super) fn invite(scene: &MailContext<'_>, token: &Token) -> Content {
    let texts = scene.texts();
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
    content
}

/// How to reach support stands at the end of every mail.
pub(super) fn account_disabled(scene: &MailContext<'_>) -> Content {
    let texts = scene.texts();
    let subject = texts.account_disabled_subject();
    let mut content = content_of(subject, subject, &[texts.account_disabled_lead()]);
    content.button = Some(Button::plain(texts.account_disabled_button(), scene.settings.link("/help")));
    content.note(texts.account_disabled_doubt_title(), texts.account_disabled_doubt_text());
    content
}

pub(super) fn welcome(scene: &MailContext<'_>) -> Content {
    let texts = scene.texts();
    let mut content = content_of(texts.welcome_subject(), texts.welcome_heading(), &[texts.welcome_lead()]);
    content.code =
        Some(Code { label: texts.fact_account(), value: scene.me.id.to_string(), hint: texts.welcome_use() });
    content.button = Some(Button::plain(texts.button_sign_in(), scene.settings.link("/sign-in")));
    content.note(texts.welcome_doubt_title(), texts.welcome_doubt_text());
    content
}
