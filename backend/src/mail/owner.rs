//! The mail to an owner's address: its details were edited. The address may be a stranger's: it learns which details, of which
//! service and by whom, and nothing that stands in them.

use countersign_domain::{Category, Handle, OwnerField, ServiceName, Timestamp};
use countersign_locales::Mail as Texts;
use serde::{Deserialize, Serialize};

use super::{
    about::{SUBJECT_NAME, category},
    compose::Scene,
    content::Content,
    inert,
};
use crate::error::{Error, Result};

/// To the former and the present address of an owner.
pub(crate) const OWNER_CHANGED: &str = "ownerChanged";

/// What the mail tells.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct OwnerNews {
    pub(crate) service: ServiceName,
    pub(crate) category: Category,
    /// The administrator.
    pub(crate) by: Handle,
    /// Whether no details were stored before.
    pub(crate) first: bool,
    pub(crate) fields: Vec<OwnerField>,
}

impl OwnerNews {
    /// As the outbox keeps it until the mail is sent.
    pub(crate) fn to_payload(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::Internal(error.to_string()))
    }
}

/// What the mail of the row says. `None` for a row without it.
pub(super) fn content(scene: &Scene<'_>) -> Option<Content> {
    let news: OwnerNews = serde_json::from_str(scene.row.payload.as_deref()?).ok()?;
    let (texts, by) = (scene.texts(), news.by.as_str());
    let service = inert::line(news.service.as_str());
    let short = inert::cut(news.service.as_str(), SUBJECT_NAME);
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
    Some(content)
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
