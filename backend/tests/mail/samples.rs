//! One mail of every kind and for every reader.

use std::collections::BTreeMap;

use countersign_backend::{
    Settings,
    mail::{Digest, Mail, compose, compose_digest, compose_for_address},
    testing::{Account, MailRow, RequestFacts},
};
use countersign_domain::{
    AbortReason, Category, DAY, EmailAddress, HOUR, Handle, Note, PersonName, Request, Role, Roles, ServiceName,
    Standing, State, TOKEN_LENGTH, Timestamp, Token, view::RequestRow,
};
use countersign_locales::Language;
use serde_json::json;
use uuid::Uuid;

/// 20 November 2026, 14:05 UTC.
pub(crate) const NOW: Timestamp = Timestamp(1_795_183_500_000);

pub(crate) fn settings() -> Settings {
    Settings::new("https://countersign.example".parse().unwrap())
}

pub(crate) fn handle(id: &str) -> Handle {
    id.to_owned().try_into().unwrap()
}

pub(crate) fn code() -> Token {
    Token::from_random(std::array::from_fn::<u8, TOKEN_LENGTH, _>(|n| u8::try_from(n).unwrap()))
}

pub(crate) fn account(id: &str, name: &str, language: Language) -> Account {
    Account {
        id: handle(id),
        email: EmailAddress::parse(&format!("{}@example.org", &id[..2])).unwrap(),
        name: PersonName::parse(name).unwrap(),
        organisation: None,
        language,
        password_hash: String::new(),
        password_is_temporary: false,
        active: true,
        created_at: NOW.plus(-400 * DAY),
        created_after_request: 0,
    }
}

pub(crate) fn row(event: &str, request: Option<i64>, payload: Option<&str>) -> MailRow {
    MailRow {
        id: Uuid::from_u128(0x0193_4a00_0000_7000_8000_0000_0000_0001),
        event: event.into(),
        recipient: String::new(),
        address: None,
        language: None,
        request_id: request,
        payload: payload.map(str::to_owned),
        attempts: 1,
        failing_since: None,
        unclear_failures: 0,
        created_at: NOW.0,
    }
}

/// Someone gave an address without an account.
pub(crate) fn sign_up_row(language: Language) -> MailRow {
    MailRow {
        address: Some("marie@new.example".into()),
        language: Some(language.code().into()),
        ..row("signUpConfirm", None, Some(code().reveal()))
    }
}

/// Marie hands the technical role of a domain from Zofia to John.
pub(crate) fn facts() -> RequestFacts {
    let request = Request {
        id: 42,
        submission: Uuid::from_u128(1),
        linked: false,
        service: Uuid::from_u128(2),
        companion: None,
        roles: [Role::Tech].into_iter().collect(),
        from: handle("zk10003-ovh"),
        to: handle("js10002-ovh"),
        asked_by: handle("md10001-ovh"),
        standing: Standing::Administrator,
        message: None,
        asked_at: NOW,
        expires_at: NOW.plus(7 * DAY),
        accepted: BTreeMap::new(),
        state: State::Validating,
        hidden: false,
    };
    let row = RequestRow {
        id: request.id,
        service: request.service,
        service_name: ServiceName::parse("atelier-dubois.example").unwrap(),
        category: Category::Domain,
        companion: None,
        roles: request.roles,
        from: request.from.clone(),
        to: request.to.clone(),
        asked_by: request.asked_by.clone(),
        asked_at: request.asked_at,
        expires_at: request.expires_at,
        state: request.state.name(),
        ended_at: None,
        reason: None,
        waiting_for: request.waiting_for(),
    };
    RequestFacts { request, row, cancel_reason: None, siblings: Vec::new() }
}

/// The facts, changed.
pub(crate) fn with(change: impl FnOnce(&mut RequestFacts)) -> RequestFacts {
    let mut facts = facts();
    change(&mut facts);
    facts
}

fn ended(state: State) -> RequestFacts {
    with(|facts| facts.request.state = state)
}

fn aborted(reason: AbortReason) -> RequestFacts {
    ended(State::Aborted { reason, at: NOW })
}

/// What the outbox holds of an owner that Marie has edited.
pub(crate) fn owner_news(first: bool, fields: &[&str]) -> String {
    let (service, by) = ("atelier-dubois.example", "md10001-ovh");
    json!({ "service": service, "category": "domain", "by": by, "first": first, "fields": fields }).to_string()
}

/// What the outbox holds of a service that ends in so many milliseconds.
pub(crate) fn renewal_news(unpaid: bool, left: i64) -> String {
    let (id, service) = (Uuid::from_u128(2), "atelier-dubois.example");
    let expires_at = NOW.plus(left);
    json!({ "id": id, "service": service, "category": "domain", "expires_at": expires_at, "days": 7, "unpaid": unpaid })
        .to_string()
}

/// A digest to John: of requests that wait for him, and of others that have ended.
pub(crate) fn digest(language: Language, asked: i64, more_asked: i64, ended: &[&str]) -> Mail {
    let john = account("js10002-ovh", "John Smith", language);
    let code = code();
    let of = |number: i64, event: &str| {
        let facts = with(|facts| {
            facts.request.id = 42 + number;
            facts.row.category = if number % 2 == 0 { Category::Domain } else { Category::Hosting };
        });
        (row(event, Some(42 + number), Some(code.reveal()).filter(|_| event == "asked")), facts)
    };
    let digest = Digest {
        asked: (0..asked).map(|number| of(number, "asked")).collect(),
        more_asked,
        ended: (100..).zip(ended).map(|(number, event)| of(number, event)).collect(),
        more_ended: 0,
    };
    compose_digest(&row("digest", None, None), &john, &digest, &settings()).unwrap()
}

/// Every kind of mail, by a name that says which.
pub(crate) fn all(language: Language) -> Vec<(&'static str, Mail)> {
    let marie = account("md10001-ovh", "Marie Dubois", language);
    let john = account("js10002-ovh", "John Smith", language);
    let zofia = account("zk10003-ovh", "Zofia Kowalska-Żółtowska", language);
    let code = code();
    let code = Some(code.reveal());
    let of_request = |event: &str, me: &Account, facts: RequestFacts| {
        let payload = code.filter(|_| matches!(event, "asked" | "resent"));
        compose(&row(event, Some(42), payload), me, Some(&facts), &settings()).unwrap()
    };
    let of_account = |event: &str, address: Option<&str>, payload: Option<&str>| {
        let row = MailRow { address: address.map(str::to_owned), ..row(event, None, payload) };
        compose(&row, &marie, None, &settings()).unwrap()
    };
    let of_owner = |address: &str, first: bool, fields: &[&str]| {
        let row =
            MailRow { address: Some(address.into()), ..row("ownerChanged", None, Some(&owner_news(first, fields))) };
        compose(&row, &marie, None, &settings()).unwrap()
    };
    let renewal = |unpaid: bool, left: i64, settings: &Settings| {
        compose(&row("renewal", None, Some(&renewal_news(unpaid, left))), &marie, None, settings).unwrap()
    };
    let paying = Settings { payment_url: Some("https://countersign.example/pay".parse().unwrap()), ..settings() };
    let all_roles: Roles = Role::ALL.iter().copied().collect();
    let message = "Hello John,\nas agreed on the phone: you look after the domain from now on.\n\nThank you!\nMarie";
    let with_message = || {
        with(|facts| {
            facts.request.message = Some(Note::parse(message).unwrap());
            facts.request.roles = all_roles;
        })
    };
    let taken_back = with(|facts| {
        facts.request.to = handle("md10001-ovh");
        facts.request.roles = [Role::Tech, Role::Billing].into_iter().collect();
    });
    let sibling = || {
        with(|facts| {
            facts.request.id = 43;
            facts.request.to = handle("ee50005-ovh");
            facts.request.roles = [Role::Billing].into_iter().collect();
        })
    };
    let linked = with(|facts| {
        facts.request.linked = true;
        let mut other = sibling();
        other.row.category = Category::DnsZone;
        facts.siblings = vec![other];
    });
    let with_sibling = with(|facts| facts.siblings = vec![sibling()]);
    let by_administrator = with(|facts| {
        facts.request.asked_by = handle("zk10003-ovh");
        facts.request.state = State::Aborted { reason: AbortReason::CancelledByAdministrator, at: NOW };
        facts.cancel_reason = Some("Not without me.".into());
    });
    let by_staff = with(|facts| {
        facts.request.state = State::Aborted { reason: AbortReason::Staff, at: NOW };
        facts.cancel_reason = Some("Asked for by telephone.".into());
    });
    let accepted = with(|facts| {
        facts.request.accepted.insert(handle("md10001-ovh"), NOW.plus(HOUR));
    });
    let handed_over = with(|facts| {
        facts.request.from = handle("md10001-ovh");
        facts.request.roles = [Role::Admin].into_iter().collect();
        facts.request.state = State::Done(NOW.plus(HOUR));
    });
    let expired = with(|facts| {
        facts.request.accepted.insert(handle("md10001-ovh"), NOW.plus(HOUR));
        facts.request.state = State::Expired(NOW.plus(7 * DAY));
    });
    let cancelled = with(|facts| {
        facts.request.state = State::Aborted { reason: AbortReason::Cancelled, at: NOW };
        facts.cancel_reason = Some("John is on leave until March.".into());
    });
    let refused_by = |by: &str| ended(State::Refused { by: handle(by), at: NOW });
    let done = || ended(State::Done(NOW.plus(HOUR)));
    vec![
        ("asked-own", of_request("asked", &marie, linked)),
        ("asked-self", of_request("asked", &marie, taken_back)),
        ("asked-new", of_request("asked", &john, with_message())),
        ("asked-sibling", of_request("asked", &john, with_sibling)),
        ("resent-own", of_request("resent", &marie, facts())),
        ("resent-new", of_request("resent", &john, with_message())),
        ("digest", digest(language, 2, 0, &[])),
        ("digest-more", digest(language, 2, 5, &["cancelled", "refused", "aborted"])),
        ("digest-ended", digest(language, 0, 0, &["cancelled", "aborted"])),
        ("reminder-own", of_request("reminder", &marie, facts())),
        ("reminder-new", of_request("reminder", &john, accepted)),
        ("done-own", of_request("done", &marie, done())),
        ("done-new", of_request("done", &john, done())),
        ("done-former", of_request("done", &marie, handed_over)),
        ("replaced", of_request("replaced", &zofia, done())),
        ("refused-own", of_request("refused", &marie, refused_by("js10002-ovh"))),
        ("refused-new", of_request("refused", &john, refused_by("md10001-ovh"))),
        ("cancelled", of_request("cancelled", &john, cancelled)),
        ("cancelled-administrator", of_request("cancelled", &john, by_administrator)),
        ("aborted-superseded", of_request("aborted", &zofia, aborted(AbortReason::Superseded))),
        ("aborted-staff", of_request("aborted", &marie, by_staff)),
        ("aborted-debt", of_request("aborted", &marie, aborted(AbortReason::Debt))),
        ("aborted-right", of_request("aborted", &john, aborted(AbortReason::RightLost))),
        ("aborted-contact", of_request("aborted", &john, aborted(AbortReason::ContactChanged))),
        ("aborted-account", of_request("aborted", &john, aborted(AbortReason::AccountDisabled))),
        ("aborted-linked", of_request("aborted", &john, aborted(AbortReason::LinkedEnded))),
        ("expired-own", of_request("expired", &marie, expired.clone())),
        ("expired-new", of_request("expired", &john, expired)),
        ("email-confirm", of_account("emailConfirm", Some("marie@new.example"), code)),
        ("email-announce", of_account("emailAnnounce", Some("md@example.org"), Some("m•••@new.example"))),
        ("password-changed", of_account("passwordChanged", None, None)),
        ("password-reset", of_account("passwordReset", Some("md@example.org"), code)),
        ("sign-up-confirm", compose_for_address(&sign_up_row(language), &settings()).unwrap()),
        ("sign-up-known", of_account("signUpKnown", None, None)),
        ("welcome", of_account("welcome", None, None)),
        ("name-changed", {
            let organisation = PersonName::parse_optional("Atelier Dubois").unwrap();
            let marie = Account { organisation, ..marie.clone() };
            compose(&row("nameChanged", None, None), &marie, None, &settings()).unwrap()
        }),
        ("invite", of_account("invite", Some("md@example.org"), code)),
        ("account-disabled", of_account("accountDisabled", None, None)),
        ("owner-changed", of_owner("md@example.org", false, &["street", "postal_code", "city"])),
        ("owner-changed-unknown", of_owner("owner@elsewhere.example", false, &["email"])),
        ("owner-first", of_owner("owner@elsewhere.example", true, &["name", "organisation", "country", "phone"])),
        ("renewal-30", renewal(false, 30 * DAY, &settings())),
        ("renewal-late", renewal(false, 5 * DAY - HOUR, &paying)),
        ("renewal-unpaid", renewal(true, DAY, &paying)),
        ("renewal-unpaid-elsewhere", renewal(true, 7 * DAY, &settings())),
    ]
}
