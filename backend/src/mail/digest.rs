//! The digest: one mail that brings many unsolicited ones.

use countersign_domain::{Event, Handle, Timestamp, Token};
use uuid::Uuid;

use super::{
    compose::{compose, finish},
    content::{Button, Code, Content, Entry, Note},
    context::MailContext,
    layout::Frame,
    prepared::Prepared,
    rendered::Mail,
    request_context::{RequestContext, Tense},
};
use crate::{
    Backend, Settings,
    error::{Error, Result},
    store::{Account, Bundled, MailRow, RequestFacts},
};

/// The mails that one digest contains.
#[derive(Clone, Default)]
pub struct Digest {
    /// The mails of requests that wait for the recipient, with a code each.
    pub asked: Vec<(MailRow, RequestFacts)>,
    /// Requests that wait as well, and are not in `asked`.
    pub more_asked: i64,
    /// The mails of requests that have ended.
    pub ended: Vec<(MailRow, RequestFacts)>,
    /// Requests that have ended as well, and are not in `ended`.
    pub more_ended: i64,
}

/// Writes the digest that the worker `lease` holds, without mails that are outdated. Sends a normal mail if only one is left.
pub(super) async fn prepare(backend: &Backend, row: &MailRow, lease: Uuid, now: Timestamp) -> Result<Prepared> {
    let id = Handle::try_from(row.recipient.clone())?;
    let account = backend.db().account(&id).await?.filter(|account| account.active);
    let Some(account) = account else { return Ok(Prepared::Nobody) };
    let mut tx = backend.db().begin().await?;
    tx.prune_digest(row.id, lease, account.created_after_request, now).await?;
    tx.commit().await?;
    let Bundled { asked, asked_count, ended, ended_count } = backend.db().bundled_mails(row.id).await?;
    let digest = Digest {
        more_asked: rest(asked_count, &asked),
        more_ended: rest(ended_count, &ended),
        asked: with_facts(backend, asked).await?,
        ended: with_facts(backend, ended).await?,
    };
    let mail = match (&digest.asked[..], &digest.ended[..]) {
        ([], []) => return Ok(Prepared::Outdated),
        ([(only, facts)], []) | ([], [(only, facts)]) => {
            // The Message-ID is the digest's: it may have been sent before.
            let only = MailRow { id: row.id, created_at: row.created_at, ..only.clone() };
            compose(&only, &account, Some(facts), backend.settings())
        }
        _ => compose_digest(row, &account, &digest, backend.settings()),
    };
    Ok(mail
        .map_or(Prepared::Unsendable("its mails lack what they should tell"), |mail| Prepared::Ready(Box::new(mail))))
}

fn rest(count: i64, shown: &[MailRow]) -> i64 {
    count.saturating_sub(i64::try_from(shown.len()).unwrap_or(i64::MAX)).max(0)
}

/// Reads the requests that mails are about; the mails in the order in which they were owed.
async fn with_facts(backend: &Backend, mut rows: Vec<MailRow>) -> Result<Vec<(MailRow, RequestFacts)>> {
    rows.sort_by_key(|row| (row.created_at, row.id));
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        let facts = match row.request_id {
            Some(id) => backend.db().request(id).await?,
            None => None,
        };
        let facts = facts.ok_or_else(|| Error::Internal(format!("mail {} of a digest has no request", row.id)))?;
        read.push((row, facts));
    }
    Ok(read)
}

/// Writes a digest in its recipient's language. `None` when one of its mails lacks what it needs.
#[must_use]
pub fn compose_digest(row: &MailRow, recipient: &Account, digest: &Digest, settings: &Settings) -> Option<Mail> {
    let scene = MailContext { row, me: recipient, settings };
    let content = content(&scene, digest)?;
    let frame = Frame { language: recipient.language, name: scene.name(), customer: Some(&recipient.id), settings };
    finish(row, recipient.email.as_str(), content, frame)
}

fn content(scene: &MailContext<'_>, digest: &Digest) -> Option<Content> {
    let texts = scene.texts();
    let waiting = total(&digest.asked, digest.more_asked);
    let my_requests = scene.settings.link("/contacts/requests");
    let ended = ended_lines(scene, digest)?;
    let mut content = Content::default();
    if digest.asked.is_empty() {
        content.subject = texts.digest_ended_subject(total(&digest.ended, digest.more_ended));
        content.paragraphs.push(texts.digest_ended_lead().to_owned());
        content.paragraphs.extend(ended);
    } else {
        content.subject = texts.digest_subject(waiting);
        content.paragraphs = vec![texts.digest_lead().to_owned(), texts.digest_rule().to_owned()];
        for (row, facts) in &digest.asked {
            content.entries.push(entry(scene, row, facts)?);
        }
        if digest.more_asked > 0 {
            content.notes.push(Note {
                title: texts.digest_more_title(digest.more_asked),
                lines: vec![texts.digest_more_text().to_owned()],
                link: Some(my_requests.clone()),
            });
        }
        if !ended.is_empty() {
            content.notes.push(Note { title: texts.digest_ended_title().to_owned(), lines: ended, link: None });
        }
        content.note(texts.doubt_new_title(), texts.digest_doubt_text());
    }
    content.heading.clone_from(&content.subject);
    content.button = Some(Button::plain(texts.button_requests(), my_requests));
    Some(content)
}

fn total(shown: &[(MailRow, RequestFacts)], more: i64) -> i64 {
    i64::try_from(shown.len()).unwrap_or(i64::MAX).saturating_add(more)
}

/// Writes the entry of an open request. It leaves out the requester's message, because a digest may collect a flood.
fn entry(scene: &MailContext<'_>, row: &MailRow, facts: &RequestFacts) -> Option<Entry> {
    let token = Token::parse(row.payload.as_deref()?).ok()?;
    let about = RequestContext::new(facts, scene);
    let texts = about.texts;
    let mut told = Content::default();
    about.tell(Tense::Running, &mut told);
    about.tell_siblings(&mut told);
    told.fact(texts.fact_until(), scene.date_time(facts.request.expires_at));
    about.tell_number(&mut told);
    let mut facts = told.facts;
    // The first is the service, which is the title; the new contact is the reader.
    let title = facts.remove(0).value;
    facts.retain(|fact| fact.label != texts.fact_new());
    Some(Entry {
        title,
        facts,
        code: Code { label: texts.code_label(), value: token.grouped(), hint: "" },
        label: texts.button_decide(),
        href: scene.settings.link(&format!("{}?token={}", about.path(), token.reveal())),
    })
}

/// The requests that have ended, a line each.
fn ended_lines(scene: &MailContext<'_>, digest: &Digest) -> Option<Vec<String>> {
    let texts = scene.texts();
    let mut lines = Vec::new();
    for (row, facts) in &digest.ended {
        let about = RequestContext::new(facts, scene);
        let request = format!("{}, {}", about.service_with_category(), about.number());
        lines.push(match Event::from_name(&row.event)? {
            Event::Cancelled => texts.digest_cancelled(&request),
            Event::Refused => texts.digest_refused(&request),
            _ => texts.digest_aborted(&request),
        });
    }
    if digest.more_ended > 0 {
        lines.push(texts.digest_ended_more(digest.more_ended));
    }
    Some(lines)
}
