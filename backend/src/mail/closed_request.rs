//! The mails of a request that has ended: done, replaced, refused, cancelled, aborted, expired.

use countersign_domain::{AbortReason, Event, Handle, State, Timestamp};
use countersign_locales::Mail as Texts;

use super::{
    content::{Button, Content, Quote},
    context::MailContext,
    request_context::{RequestContext, Tense},
    sanitize,
};

/// What the mail of `event` says. `None` when the request has not ended so.
pub(super) fn content(event: Event, scene: &MailContext<'_>, about: &RequestContext<'_>) -> Option<Content> {
    let mut content = match (event, &about.facts.request.state) {
        (Event::Done, State::Done(at)) => done(*at, scene, about),
        (Event::Replaced, State::Done(at)) => replaced(*at, scene, about),
        (Event::Refused, State::Refused { by, .. }) => refused(by, about),
        (Event::Cancelled, State::Aborted { reason, .. }) => cancelled(*reason, about),
        (Event::Aborted, State::Aborted { reason, .. }) => aborted(*reason, about),
        (Event::Expired, State::Expired(_)) => expired(about),
        _ => return None,
    };
    about.tell_number(&mut content);
    content.button = Some(Button::plain(about.texts.button_request(), scene.settings.link(&about.path())));
    Some(content)
}

fn done(at: Timestamp, scene: &MailContext<'_>, about: &RequestContext<'_>) -> Content {
    let (texts, to) = (about.texts, about.facts.request.to.as_str());
    let mut content = about.content(Texts::done_subject, texts.done_heading());
    let lead = if about.is_for_me {
        texts.done_new_lead(about.count, &about.service, &about.roles)
    } else if about.facts.request.from == scene.me.id {
        texts.done_former_lead(about.count, to, &about.service, &about.roles)
    } else {
        texts.done_own_lead(about.count, to, &about.service, &about.roles)
    };
    content.paragraphs = vec![lead, texts.done_nothing_to_do().to_owned()];
    about.tell(Tense::Made, &mut content);
    content.fact(texts.fact_changed_at(), scene.date_time(at));
    content.note(texts.done_doubt_title(), texts.done_doubt_text());
    content
}

fn replaced(at: Timestamp, scene: &MailContext<'_>, about: &RequestContext<'_>) -> Content {
    let (texts, by) = (about.texts, about.facts.request.asked_by.as_str());
    let mut content = about.content(Texts::replaced_subject, texts.replaced_heading());
    content.paragraphs =
        vec![texts.replaced_lead(about.count, by, &about.service, &about.roles), texts.replaced_rest().to_owned()];
    about.tell(Tense::Made, &mut content);
    content.fact(texts.fact_changed_at(), scene.date_time(at));
    content.note(texts.replaced_doubt_title(), texts.replaced_doubt_text(by));
    content
}

/// The mail of a request that has changed nothing.
fn not_made(
    about: &RequestContext<'_>,
    subject: fn(Texts, &str, &str) -> String,
    heading: &'static str,
    lead: String,
) -> Content {
    let mut content = about.content(subject, heading);
    content.paragraphs = vec![lead, about.texts.nothing_changed().to_owned()];
    about.tell(Tense::NotMade, &mut content);
    content
}

fn refused(by: &Handle, about: &RequestContext<'_>) -> Content {
    let texts = about.texts;
    let lead = texts.refused_lead(by.as_str(), &about.service);
    not_made(about, Texts::refused_subject, texts.refused_heading(), lead)
}

fn cancelled(reason: AbortReason, about: &RequestContext<'_>) -> Content {
    let (texts, by) = (about.texts, about.facts.request.asked_by.as_str());
    let (lead, label) = match reason {
        AbortReason::CancelledByAdministrator => {
            (texts.cancelled_by_administrator_lead(&about.service), texts.quote_reason_administrator().to_owned())
        }
        _ => (texts.cancelled_lead(by, &about.service), texts.quote_reason(by)),
    };
    let mut content = not_made(about, Texts::cancelled_subject, texts.cancelled_heading(), lead);
    content.quote = quote(label, about);
    content
}

/// What whoever ended the request has written.
fn quote(label: String, about: &RequestContext<'_>) -> Option<Quote> {
    about.facts.cancel_reason.as_ref().map(|reason| Quote { label, lines: sanitize::lines(reason) })
}

fn aborted(reason: AbortReason, about: &RequestContext<'_>) -> Content {
    let texts = about.texts;
    let lead = texts.aborted_lead(&about.service);
    let mut content = not_made(about, Texts::aborted_subject, texts.aborted_heading(), lead);
    let text = match reason {
        AbortReason::Cancelled => texts.reason_cancelled(),
        AbortReason::RightLost => texts.reason_right_lost(),
        AbortReason::ContactChanged => texts.reason_contact_changed(),
        AbortReason::Debt => texts.reason_debt(),
        AbortReason::AccountDisabled => texts.reason_account_disabled(),
        AbortReason::LinkedEnded => texts.reason_linked_ended(),
        AbortReason::CancelledByAdministrator => texts.reason_cancelled_by_administrator(),
        AbortReason::Superseded => texts.reason_superseded(),
        AbortReason::Staff => texts.reason_staff(),
    };
    content.paragraphs.insert(1, text.to_owned());
    if reason == AbortReason::Staff {
        content.quote = quote(texts.quote_reason_staff().to_owned(), about);
    }
    // Whoever asked can ask no more, or somebody has decided otherwise.
    if !matches!(
        reason,
        AbortReason::RightLost | AbortReason::AccountDisabled | AbortReason::Superseded | AbortReason::Staff
    ) {
        content.paragraphs.push(again(about));
    }
    content
}

fn expired(about: &RequestContext<'_>) -> Content {
    let (texts, request) = (about.texts, &about.facts.request);
    let lead = texts.expired_lead(&about.service);
    let mut content = not_made(about, Texts::expired_subject, texts.expired_heading(), lead);
    let missing: Vec<Handle> =
        request.parties().into_iter().filter(|party| !request.accepted.contains_key(party)).collect();
    if !missing.is_empty() {
        let count = i64::try_from(missing.len()).unwrap_or(i64::MAX);
        content.fact(texts.fact_not_accepted(count), about.accounts(&missing));
    }
    content.paragraphs.push(again(about));
    content
}

/// Who may ask once more.
fn again(about: &RequestContext<'_>) -> String {
    if about.is_mine {
        about.texts.again_own().to_owned()
    } else {
        about.texts.again_other(about.facts.request.asked_by.as_str())
    }
}
