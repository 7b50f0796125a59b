//! A request as the reader of a mail meets it: in words, facts and links.

use countersign_domain::{Category, Handle, Role};
use countersign_locales::{Mail as Texts, Ui};

use super::{content::Content, context::MailContext, sanitize};
use crate::store::RequestFacts;

/// The most characters that a service's name takes of a subject.
pub(super) const SUBJECT_NAME: usize = 60;

/// A request in the reader's language.
pub(super) struct RequestContext<'a> {
    pub facts: &'a RequestFacts,
    pub texts: Texts,
    /// The service's name.
    pub service: String,
    /// The service's name, short enough for a subject.
    pub service_in_subject: String,
    /// How many roles there are.
    pub count: i64,
    /// The roles, by their full names.
    pub roles: String,
    /// The roles, by their short names.
    pub short_roles: String,
    /// Whether the reader asked for it.
    pub is_mine: bool,
    /// Whether the reader is the new contact.
    pub is_for_me: bool,
    me: &'a Handle,
}

/// In which tense the table tells of the contacts.
#[derive(Clone, Copy)]
pub(super) enum Tense {
    /// They are to change.
    Running,
    /// They have changed.
    Made,
    /// They have not changed.
    NotMade,
}

impl<'a> RequestContext<'a> {
    pub(super) fn new(facts: &'a RequestFacts, scene: &MailContext<'a>) -> Self {
        let texts = scene.texts();
        let (request, name) = (&facts.request, facts.row.service_name.as_str());
        let list = |word: fn(Texts, Role) -> &'static str| {
            request.roles.iter().map(|role| word(texts, role)).collect::<Vec<_>>().join(", ")
        };
        Self {
            facts,
            texts,
            service: match facts.row.companion {
                Some(_) => texts.service_pair(&sanitize::line(name)),
                None => sanitize::line(name),
            },
            service_in_subject: sanitize::cut(name, SUBJECT_NAME),
            count: i64::try_from(request.roles.iter().count()).unwrap_or(i64::MAX),
            roles: list(role),
            short_roles: list(short_role),
            is_mine: request.asked_by == scene.me.id,
            is_for_me: request.to == scene.me.id,
            me: &scene.me.id,
        }
    }

    /// A mail that begins with this subject and title; `subject` is one of the texts that take a service and roles.
    pub(super) fn content(&self, subject: fn(Texts, &str, &str) -> String, heading: &'static str) -> Content {
        Content {
            subject: subject(self.texts, &self.service_in_subject, &self.short_roles),
            heading: heading.to_owned(),
            ..Content::default()
        }
    }

    /// The path of the request's page.
    pub(super) fn path(&self) -> String {
        format!("/contacts/requests/{}", self.facts.request.id)
    }

    /// Until when it can be accepted, as a day.
    pub(super) fn last_day(&self) -> String {
        Ui::of(self.texts.language()).date(self.facts.request.expires_at.0)
    }

    /// Customer IDs, the reader's own marked.
    pub(super) fn accounts(&self, accounts: &[Handle]) -> String {
        accounts.iter().map(|account| self.account(account)).collect::<Vec<_>>().join(", ")
    }

    fn account(&self, account: &Handle) -> String {
        if account == self.me { self.texts.account_you(account.as_str()) } else { account.to_string() }
    }

    /// The facts that every mail about a request tells: service, roles, old and new contact, requester.
    pub(super) fn tell(&self, tense: Tense, content: &mut Content) {
        let (texts, request) = (self.texts, &self.facts.request);
        let (old, new) = match tense {
            Tense::Running => (texts.fact_holder(), texts.fact_new()),
            Tense::Made => (texts.fact_former(), texts.fact_new()),
            Tense::NotMade => (texts.fact_holder(), texts.fact_proposed()),
        };
        content.fact(texts.fact_service(), self.service_with_category());
        content.fact(texts.fact_roles(self.count), self.roles.clone());
        content.fact(old, self.account(&request.from));
        content.fact(new, self.account(&request.to));
        content.fact(texts.fact_asked_by(), self.account(&request.asked_by));
    }

    /// What else the same form asks of the service: nobody decides without knowing it. The new contact of another request is
    /// named to its own parties only.
    pub(super) fn tell_siblings(&self, content: &mut Content) {
        let lines = self.facts.siblings.iter().map(|RequestFacts { request, row, .. }| {
            let roles = request.roles.iter().map(|role| self::role(self.texts, role)).collect::<Vec<_>>().join(", ");
            let kinds = [Some(row.category), row.companion].into_iter().flatten();
            let kinds = kinds.map(|kind| category(self.texts, kind)).collect::<Vec<_>>().join(", ");
            // Names the kind of the service only if it differs from that of the request in the mail.
            let is_same = (row.category, row.companion) == (self.facts.row.category, self.facts.row.companion);
            let kind = if is_same { String::new() } else { format!(" ({kinds})") };
            let to = match request.takes_part(self.me) {
                true => self.account(&request.to),
                false => self.texts.other_customer().to_owned(),
            };
            format!("{roles}{kind} → {to}")
        });
        let lines: Vec<_> = lines.collect();
        if !lines.is_empty() {
            content.fact(self.texts.fact_siblings(), lines.join("; "));
        }
    }

    /// The request's number, which customer support asks for.
    pub(super) fn tell_number(&self, content: &mut Content) {
        content.fact(self.texts.fact_number(), self.number());
    }

    /// The request's number, as texts name it.
    pub(super) fn number(&self) -> String {
        self.texts.fact_number_value(&self.facts.request.id.to_string())
    }

    /// The service's name, and of what category it is.
    pub(super) fn service_with_category(&self) -> String {
        let row = &self.facts.row;
        match row.companion {
            Some(_) => self.service.clone(),
            None => self.texts.service_of_category(&self.service, category(self.texts, row.category)),
        }
    }

    /// What the roles mean to whom is to take them.
    pub(super) fn duties(&self) -> Vec<String> {
        let duty = |role| match role {
            Role::Admin => self.texts.duty_admin(),
            Role::Tech => self.texts.duty_tech(),
            Role::Billing => self.texts.duty_billing(),
        };
        self.facts.request.roles.iter().map(|role| duty(role).to_owned()).collect()
    }
}

fn role(texts: Texts, role: Role) -> &'static str {
    match role {
        Role::Admin => texts.role_admin(),
        Role::Tech => texts.role_tech(),
        Role::Billing => texts.role_billing(),
    }
}

fn short_role(texts: Texts, role: Role) -> &'static str {
    match role {
        Role::Admin => texts.role_admin_short(),
        Role::Tech => texts.role_tech_short(),
        Role::Billing => texts.role_billing_short(),
    }
}

pub(super) fn category(texts: Texts, category: Category) -> &'static str {
    match category {
        Category::Domain => texts.category_domain(),
        Category::DnsZone => texts.category_dns_zone(),
        Category::Hosting => texts.category_hosting(),
        Category::Database => texts.category_database(),
        Category::Vps => texts.category_vps(),
        Category::DedicatedServer => texts.category_dedicated_server(),
        Category::PublicCloud => texts.category_public_cloud(),
        Category::Email => texts.category_email(),
        Category::Telephony => texts.category_telephony(),
        Category::InternetAccess => texts.category_internet_access(),
    }
}
