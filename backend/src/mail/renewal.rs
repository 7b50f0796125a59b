//! The mail to a billing contact: a service runs out, or stops because it is not paid for.

use countersign_domain::{DAY, Timestamp};
use countersign_locales::Ui;

use super::{
    content::{Button, Content},
    context::MailContext,
    request_context::{SUBJECT_NAME, category},
    sanitize,
};
use crate::mail_kind::RenewalNews;

/// What the mail says.
pub(super) fn content(scene: &MailContext<'_>, news: &RenewalNews) -> Content {
    let texts = scene.texts();
    let (service, short) = (sanitize::line(news.service.as_str()), sanitize::cut(news.service.as_str(), SUBJECT_NAME));
    let day = Ui::of(texts.language()).date(news.expires_at.0);
    // A day that has begun counts: of a notice that comes late, fewer are left than it is named after.
    let left = Timestamp(scene.row.created_at).until(news.expires_at);
    let days = (left + DAY - 1) / DAY;
    let mut content = if news.unpaid {
        Content {
            subject: texts.unpaid_subject(&short, &day),
            heading: texts.unpaid_heading().to_owned(),
            paragraphs: vec![texts.unpaid_lead(days, &service, &day), texts.unpaid_rule().to_owned()],
            ..Content::default()
        }
    } else {
        Content {
            subject: texts.renewal_subject(&short, &day),
            heading: texts.renewal_heading().to_owned(),
            paragraphs: vec![texts.renewal_lead(days, &service, &day), texts.renewal_rule().to_owned()],
            ..Content::default()
        }
    };
    content.fact(texts.fact_service(), texts.service_of_category(&service, category(texts, news.category)));
    content.fact(if news.unpaid { texts.fact_stops() } else { texts.fact_expires() }, scene.date_time(news.expires_at));
    content.fact(texts.fact_your_role(), texts.role_billing());
    let pay = scene.settings.payment_url.as_ref().filter(|_| news.unpaid);
    content.button = Some(match pay {
        Some(address) => Button::plain(texts.button_pay(), address.to_string()),
        None => Button::plain(texts.button_service(), scene.settings.link(&format!("/contacts/services/{}", news.id))),
    });
    content.note(texts.renewal_doubt_title(), texts.renewal_doubt_text());
    content
}
