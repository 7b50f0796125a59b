//! Nothing is half done: what one transaction writes is there in all tables, or in none.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::{Change, Place, Request, Tables};

type Owed = BTreeSet<(String, String, i32)>;

/// The roles, by the columns of listings.
const ROLES: [&str; 3] = ["contactAdmin", "contactTech", "contactBilling"];

/// What is there in part only, or contradicts itself.
pub(super) fn faults(tables: &Tables) -> Vec<String> {
    let mut faults = tables.gaps.clone();
    let mut held = BTreeMap::new();
    let mut made: BTreeMap<i64, Vec<(Place, &Change)>> = BTreeMap::new();
    for (service, history) in &tables.history {
        for change in history {
            if let Some(request) = change.request {
                made.entry(request).or_default().push(((service.clone(), change.role.clone()), change));
            }
        }
    }
    for (id, request) in &tables.requests {
        let wrong = of_request(request).or_else(|| {
            let owed = owed(tables, request);
            let there: Owed = request.mails.iter().filter(|(event, ..)| event != "reminder").cloned().collect();
            (there != owed).then(|| format!("owes {there:?} instead of {owed:?}"))
        });
        let wrong = wrong.or_else(|| of_history(made.get(id).map_or(&[], Vec::as_slice), request));
        faults.extend(wrong.map(|wrong| format!("request {id} {wrong}: {request:?}")));
        for (place, _) in request.roles.iter().filter(|(_, open)| **open) {
            if let Some(other) = held.insert(place, id) {
                faults.push(format!("requests {other} and {id} both run for {place:?}"));
            }
        }
    }
    for service in tables.services.keys() {
        faults.extend(of_service(tables, service).map(|wrong| format!("service {service}: {wrong}")));
    }
    faults
}

/// State, roles, decisions and codes tell the same story.
fn of_request(request: &Request) -> Option<String> {
    let wrong = |what: &str| Some(what.to_owned());
    let parties = request.parties();
    let accepted = |party: &&str| request.decisions.get(*party).is_some_and(|decision| decision == "accept");
    let all_accepted = parties.iter().all(accepted);
    let refused: Vec<_> = request.decisions.iter().filter(|(_, decision)| *decision == "refuse").collect();
    if request.roles.is_empty() {
        return wrong("has no role");
    }
    if request.roles.values().any(|open| *open == request.ended) {
        return wrong("has roles that are open while it is not, or the other way round");
    }
    if !request.decisions.keys().all(|who| parties.contains(who.as_str())) {
        return wrong("was decided by someone else");
    }
    let fits = match request.state.as_str() {
        "validatingByCustomers" => !request.ended && !all_accepted && refused.is_empty(),
        "doing" => !request.ended && request.linked && all_accepted,
        "done" => request.ended && all_accepted,
        "refused" => request.ended && refused.len() == 1 && *refused[0].0 == request.ended_by,
        "aborted" => request.ended && refused.is_empty() && !request.reason.is_empty(),
        "expired" => request.ended && refused.is_empty() && !all_accepted,
        _ => false,
    };
    if !fits {
        return wrong("has a state that its decisions do not bear out");
    }
    let sent: BTreeSet<_> = request.codes.keys().map(String::as_str).collect();
    if sent != parties {
        return wrong("has not sent each party a code");
    }
    for (party, codes) in &request.codes {
        let live = codes.iter().filter(|state| *state == "live").count();
        let wanted = usize::from(!request.ended && !request.decisions.contains_key(party));
        let spent = codes.iter().filter(|state| *state == "spent").count();
        if live != wanted || spent != usize::from(request.decisions.contains_key(party)) {
            return Some(format!("has codes of {party} that do not fit"));
        }
    }
    None
}

/// Done, and its changes in the histories: both or neither, each change once.
fn of_history(made: &[(Place, &Change)], request: &Request) -> Option<String> {
    if let Some((_, change)) = made.iter().find(|(_, change)| change.from != request.from || change.to != request.to) {
        return Some(format!("has changed something else: {change:?}"));
    }
    let mut made: Vec<_> = made.iter().map(|(place, _)| place).collect();
    made.sort();
    let wanted: Vec<_> = request.roles.keys().filter(|_| request.state == "done").collect();
    (made != wanted).then(|| format!("has changed {made:?} instead of {wanted:?}"))
}

/// The mails that a request owes by now.
fn owed(tables: &Tables, request: &Request) -> Owed {
    let mut owed = Owed::new();
    let mut owe = |event: &str, to: &str, generation| {
        owed.insert((event.to_owned(), to.to_owned(), generation));
    };
    for (party, codes) in &request.codes {
        for generation in 1..=i32::try_from(codes.len()).unwrap() {
            owe(if generation == 1 { "asked" } else { "resent" }, party, generation);
        }
    }
    let parties = request.parties();
    let event = match (request.state.as_str(), request.reason.as_str()) {
        ("validatingByCustomers" | "doing", _) => return owed,
        ("done", _) => {
            if !parties.contains(request.from.as_str()) {
                owe("replaced", &request.from, 0);
            }
            "done"
        }
        ("aborted", "cancelled") => "cancelled",
        (state, _) => state,
    };
    let by = match (request.state.as_str(), request.reason.as_str()) {
        ("refused", _) => Some(request.ended_by.as_str()),
        ("aborted", "cancelled") => Some(request.asked_by.as_str()),
        // Whoever ended the other one knows.
        ("aborted", "linkedEnded") => ender(tables, request),
        _ => None,
    };
    for party in parties.into_iter().filter(|party| Some(*party) != by) {
        owe(event, party, 0);
    }
    owed
}

/// Who ended a request that this one stood together with.
fn ender<'a>(tables: &'a Tables, request: &Request) -> Option<&'a str> {
    let others = tables.requests.values().filter(|other| other.submission == request.submission);
    let mut ends = others.filter_map(|other| match (other.state.as_str(), other.reason.as_str()) {
        ("refused", _) => Some(other.ended_by.as_str()),
        ("aborted", "cancelled") => Some(other.asked_by.as_str()),
        _ => None,
    });
    ends.next()
}

/// The history replays to the contacts, and lists are read from the same.
fn of_service(tables: &Tables, service: &str) -> Option<String> {
    let mut replayed = BTreeMap::new();
    for change in tables.history.get(service).into_iter().flatten() {
        let before = replayed.insert(change.role.as_str(), change.to.as_str()).unwrap_or_default();
        if before != change.from {
            return Some(format!("{change:?}, where {before:?} was the contact"));
        }
    }
    let contact = |role: &str| tables.contacts.get(&(service.to_owned(), role.to_owned())).map(String::as_str);
    let [admin, tech, billing] = ROLES.map(|role| contact(role).unwrap_or_default().to_owned());
    let present = [("contactAdmin", &*admin), ("contactTech", &*tech), ("contactBilling", &*billing)];
    if replayed != BTreeMap::from(present) {
        return Some(format!("has {present:?}, and a history of {replayed:?}"));
    }
    let listed = [&admin, &tech, &billing].map(|account| [account, &admin, &tech, &billing].map(String::clone));
    let (listed, there) = (BTreeSet::from(listed), tables.listings.get(service));
    (there != Some(&listed)).then(|| format!("is listed as {there:?}"))
}
