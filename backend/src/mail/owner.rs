//! The mail to an owner's address: its details were edited. The address may be a stranger's: it learns which details, of which
//! service and by whom, and nothing that stands in them.

use countersign_domain::{OwnerField, Timestamp};
use countersign_locales::Mail as Texts;

use super::{
    content::Content,
    context::MailContext,
    request_context::{SUBJECT_NAME, category},
    sanitize,
};
use crate::mail_kind::OwnerNews;

/// What the mail says.
pub(super) fn content(scene: &MailContext<'_>, news: &OwnerNews) -> Content {
    let (texts, by) = (scene.texts(), news.by.as_str());
    let service = sanitize::line(news.service.as_str());
    let short = sanitize::cut(news.service.as_str(), SUBJECT_NAME);
    let (subject, heading, lead) = if news.first {
        (texts.owner_first_subject(&short), texts.owner_first_heading(), texts.owner_first_lead(by, &service))
    } else {
        (texts.owner_changed_subject(&short), texts.owner_changed_heading(), texts.owner_changed_lead(by, &service))
    };
    let mut content = Content {
        subject,
        heading: heading.to_owned(),
        paragraphs: vec![lead, texts.owner_changed_why().to_owned()],
        ..Content::default()
    };
    let fields: Vec<_> = news.fields.iter().map(|field| word(texts, *field)).collect();
    let count = i64::try_from(fields.len()).unwrap_or(i64::MAX);
    content.fact(texts.fact_service(), texts.service_of_category(&service, category(texts, news.category)));
    content.fact(texts.fact_details(count), fields.join(", "));
    if !news.first {
        content.fact(texts.fact_changed_by(), by);
    }
    content.fact(
        if news.first { texts.fact_date() } else { texts.fact_changed_at() },
        scene.date_time(Timestamp(scene.row.created_at)),
    );
    content.note(texts.owner_doubt_title(), texts.owner_doubt_text(by));
    content
}

fn word(texts: Texts, field: OwnerField) -> &'static str {
    match field {
        OwnerField::Name => texts.owner_name(),
        OwnerField::Organisation => texts.owner_organisation(),
        OwnerField::Street => texts.owner_street(),
        OwnerField::PostalCode => texts.owner_postal_code(),
        OwnerField::City => texts.owner_city(),
        OwnerField::Country => texts.owner_country(),
        OwnerField::Phone => texts.owner_phone(),
        OwnerField::Email => texts.owner_email(),
    }
}
