//! The mails of a request that waits for its parties: asked, a new code, a reminder.

use countersign_domain::{Event, Token};
use countersign_locales::Mail as Texts;

use super::{
    content::{Button, Code, Content, Instead, Note, Quote},
    context::MailContext,
    request_context::{RequestContext, Tense},
    sanitize,
};

/// The mail that asks, or brings a new code.
pub(super) fn asked(event: Event, token: &Token, scene: &MailContext<'_>, about: &RequestContext<'_>) -> Content {
    let (texts, request) = (about.texts, &about.facts.request);
    let resent = event == Event::Resent;
    let mut content = match (resent, about.is_mine) {
        (true, _) => about.content(Texts::resent_subject, texts.resent_heading()),
        (false, true) => about.content(Texts::asked_own_subject, texts.asked_own_heading()),
        (false, false) => about.content(Texts::asked_new_subject, texts.asked_new_heading()),
    };
    if resent {
        content.paragraphs.push(texts.resent_lead().to_owned());
    }
    content.paragraphs.extend(lead(about));

    about.tell(Tense::Running, &mut content);
    about.tell_siblings(&mut content);
    let parties = request.parties();
    let count = i64::try_from(parties.len()).unwrap_or(i64::MAX);
    content.fact(texts.fact_must_accept(count), about.accounts(&parties));
    content.fact(texts.fact_until(), scene.date_time(request.expires_at));
    about.tell_number(&mut content);

    content.quote = request.message.as_ref().filter(|_| !about.is_mine).map(|message| Quote {
        label: texts.quote_message(request.asked_by.as_str()),
        lines: sanitize::lines(message.as_str()),
    });
    content.code = Some(Code { label: texts.code_label(), value: token.grouped(), hint: texts.code_hint() });
    content.button = Some(Button {
        label: texts.button_decide(),
        href: scene.settings.link(&format!("{}?token={}", about.path(), token.reveal())),
        hint: texts.button_hint(),
        instead: Some(Instead { label: texts.button_instead(), href: scene.settings.link(&about.path()) }),
    });
    if !about.is_mine {
        content.notes.push(Note { title: texts.duty_title(about.count), lines: about.duties(), link: None });
    }
    if request.linked {
        content.note(texts.linked_title(), texts.linked_text());
    }
    doubt(about, &mut content);
    if !resent {
        block(scene, about, &mut content);
    }
    content
}

/// What is asked, and what it takes.
fn lead(about: &RequestContext<'_>) -> [String; 2] {
    let (texts, request) = (about.texts, &about.facts.request);
    let (by, to) = (request.asked_by.as_str(), request.to.as_str());
    match (about.is_mine, about.is_for_me) {
        (true, true) => {
            [texts.asked_self_lead(about.count, &about.service, &about.roles), texts.asked_self_rule().to_owned()]
        }
        (true, false) => {
            [texts.asked_own_lead(about.count, &about.service, to, &about.roles), texts.asked_own_rule(to)]
        }
        (false, _) => [texts.asked_new_lead(about.count, by, &about.service, &about.roles), texts.asked_new_rule(by)],
    }
}

/// For whom does not know what it is about: the way to refuse.
fn doubt(about: &RequestContext<'_>, content: &mut Content) {
    let texts = about.texts;
    if about.is_mine {
        content.note(texts.doubt_own_title(), texts.doubt_own_text());
    } else {
        let by = about.facts.request.asked_by.as_str();
        content.note(texts.doubt_new_title(), texts.doubt_new_text(by, &about.last_day()));
    }
}

/// Explains to a new contact how to block the requester.
fn block(scene: &MailContext<'_>, about: &RequestContext<'_>, content: &mut Content) {
    if about.is_mine {
        return;
    }
    content.notes.push(Note {
        title: about.texts.block_title(about.facts.request.asked_by.as_str()),
        lines: vec![about.texts.block_text().to_owned()],
        link: Some(scene.settings.link(&format!("{}#block", about.path()))),
    });
}

pub(super) fn reminder(scene: &MailContext<'_>, about: &RequestContext<'_>) -> Content {
    let (texts, request) = (about.texts, &about.facts.request);
    let mut content = Content {
        subject: texts.reminder_subject(&about.service_in_subject, &about.last_day(), &about.short_roles),
        heading: texts.reminder_heading().to_owned(),
        paragraphs: vec![
            texts.reminder_lead(about.count, &about.service, &about.roles),
            texts.reminder_rule(&about.last_day()),
            texts.reminder_code().to_owned(),
        ],
        ..Content::default()
    };
    about.tell(Tense::Running, &mut content);
    about.tell_siblings(&mut content);
    let waiting = request.waiting_for();
    if !waiting.is_empty() {
        content.fact(texts.fact_still_to_accept(), about.accounts(&waiting));
    }
    content.fact(texts.fact_until(), scene.date_time(request.expires_at));
    about.tell_number(&mut content);
    content.button = Some(Button::plain(texts.button_request(), scene.settings.link(&about.path())));
    let title = if about.is_mine { texts.doubt_own_title() } else { texts.doubt_new_title() };
    content.note(title, if about.is_mine { texts.doubt_own_text() } else { texts.reminder_doubt_text() });
    block(scene, about, &mut content);
    content
}
