//! The mails that follow when someone gives an address to open an account.

use countersign_domain::{DAY, Timestamp, Token};
use countersign_locales::{Language, Mail as Texts, Ui};

use super::{
    content::{Button, Code, Content, Instead, Note, content_of},
    context::MailContext,
};
use crate::{Settings, store::MailRow};

/// To an address that may be a stranger's: it is told nothing that was typed.
pub(super) fn confirm(row: &MailRow, token: &Token, language: Language, settings: &Settings) -> Content {
    let texts = Texts::of(language);
    let mut content =
        content_of(texts.sign_up_confirm_subject(), texts.sign_up_confirm_heading(), &[texts.sign_up_confirm_lead()]);
    let until = Timestamp(row.created_at).plus(DAY);
    content.fact(texts.fact_valid_until(), Ui::of(language).date_time(until.0));
    content.code = Some(Code { label: texts.code_label(), value: token.grouped(), hint: texts.code_hint() });
    content.button = Some(Button {
        label: texts.sign_up_confirm_button(),
        href: settings.link(&format!("/sign-up/confirm?token={}", token.reveal())),
        hint: texts.sign_up_confirm_hint(),
        instead: Some(Instead { label: texts.button_instead(), href: settings.link("/sign-up/confirm") }),
    });
    content.note(texts.sign_up_confirm_doubt_title(), texts.sign_up_confirm_doubt_text());
    content
}

/// To the owner of the address: there is an account already, and how to get into it.
pub(super) fn known(scene: &MailContext<'_>) -> Content {
    let texts = scene.texts();
    let mut content =
        content_of(texts.sign_up_known_subject(), texts.sign_up_known_heading(), &[texts.sign_up_known_lead()]);
    content.button = Some(Button::plain(texts.button_sign_in(), scene.settings.link("/sign-in")));
    content.notes.push(Note {
        title: texts.sign_up_known_forgotten_title().to_owned(),
        lines: vec![texts.sign_up_known_forgotten_text().to_owned()],
        link: Some(scene.settings.link("/forgot-password")),
    });
    content.note(texts.sign_up_known_doubt_title(), texts.sign_up_known_doubt_text());
    content
}
