//! The mail to a billing contact: a service runs out, or stops because it is not paid for.

use countersign_domain::{Category, DAY, ServiceId, ServiceName, Timestamp};
use countersign_locales::Ui;
use serde::{Deserialize, Serialize};

use super::{
    about::{SUBJECT_NAME, category},
    compose::Scene,
    content::{Button, Content},
    inert,
};
use crate::error::{Error, Result};

/// To the billing contact, before a service ends.
pub(crate) const RENEWAL: &str = "renewal";

/// What the mail tells.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RenewalNews {
    pub(crate) id: ServiceId,
    pub(crate) service: ServiceName,
    pub(crate) category: Category,
    pub(crate) expires_at: Timestamp,
    /// Which of the notices it is.
    pub(crate) days: i32,
    /// Whether the service has an unpaid invoice.
    pub(crate) unpaid: bool,
}

impl RenewalNews {
    /// As the outbox keeps it until the mail is sent.
    pub(crate) fn to_payload(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::Internal(error.to_string()))
    }
}

/// What the mail of the row says. `None` for a row without it.
pub(super) fn content(scene: &Scene<'_>) -> Option<Content> {
    let news: RenewalNews = serde_json::from_str(scene.row.payload.as_deref()?).ok()?;
    let texts = scene.texts();
    let (service, short) = (inert::line(news.service.as_str()), inert::cut(news.service.as_str(), SUBJECT_NAME));
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
    Some(content)
}
