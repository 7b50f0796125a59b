//! Puts rows, as texts, where they belong in the abstract state.

use countersign_domain::{AbortReason, Decision, Role, StateName, Status};

use super::view::{Account, Code, CodeState, MailState, Request, Service, View, number, who};

/// Puts a row where it belongs.
pub(super) fn put(view: &mut View, row: &[&str]) {
    match *row {
        ["account", handle, active, address] => {
            view.accounts.insert(who(handle), Account { active: yes(active), address: address.into() });
        }
        ["unpaid", account, number] => drop(view.unpaid.insert((who(account), number.into()))),
        ["block", account, blocked] => drop(view.blocks.insert((who(account), who(blocked)))),
        ["service", category, status, end] => {
            let status = Status::from_name(status).unwrap();
            let (contacts, history, told) = Default::default();
            let service = Service { contacts, history, status, end: some(end).map(int), told };
            view.services.insert(number(category), service);
        }
        ["contact", service, role, account] => {
            let contacts = &mut view.services.get_mut(&number(service)).unwrap().contacts;
            assert_eq!(contacts.insert(role_of(role), who(account)), None, "one contact for each role");
        }
        ["notice", service, end, days] => {
            view.services.get_mut(&number(service)).unwrap().told.insert((int(end), int(days)));
        }
        [
            "request",
            id,
            form,
            linked,
            service,
            other,
            from,
            to,
            asked_by,
            standing,
            message,
            asked_at,
            expires_at,
            reminded_at,
            state,
            ended_at,
            ended_by,
            reason,
            hidden,
        ] => {
            let request = Request {
                form: int(form),
                linked: yes(linked),
                services: [some(service), some(other)].into_iter().flatten().map(number).collect(),
                roles: [].into(),
                from: who(from),
                to: who(to),
                asked_by: who(asked_by),
                as_admin: standing == "administrator",
                message: message.into(),
                asked_at: int(asked_at),
                expires_at: int(expires_at),
                reminded_at: some(reminded_at).map(int),
                state: StateName::from_name(state).unwrap(),
                ended_at: some(ended_at).map(int),
                ended_by: some(ended_by).map(who),
                reason: some(reason).map(|reason| AbortReason::from_name(reason).unwrap()),
                open: [].into(),
                decisions: [].into(),
                codes: [].into(),
                hidden: yes(hidden),
            };
            view.requests.insert(int(id), request);
        }
        ["role", request, service, role, open] => {
            let request = view.requests.get_mut(&int(request)).unwrap();
            request.roles.insert(role_of(role));
            if yes(open) {
                request.open.insert((number(service), role_of(role)));
            }
        }
        ["decision", request, account, decision, key, at] => {
            assert!(key.starts_with("act-"), "it was sent with {key:?}");
            let decision = (Decision::from_name(decision).unwrap(), int(at));
            let twice = view.requests.get_mut(&int(request)).unwrap().decisions.insert(who(account), decision);
            assert_eq!(twice, None, "one decision for each party");
        }
        ["code", request, account, generation, state, tries, at] => {
            let state = match state {
                "live" => CodeState::Live,
                "spent" => CodeState::Spent,
                "replaced" => CodeState::Replaced,
                _ => CodeState::Void,
            };
            let code = Code { state, tries: small(tries), sent_at: int(at) };
            view.requests.get_mut(&int(request)).unwrap().codes.insert((who(account), small(generation)), code);
        }
        _ => panic!("no row of ours: {row:?}"),
    }
}

pub(super) fn some(column: &str) -> Option<&str> {
    Some(column).filter(|column| *column != "_")
}

pub(super) fn int(column: &str) -> i64 {
    column.parse().unwrap()
}

pub(super) fn small(column: &str) -> i32 {
    column.parse().unwrap()
}

pub(super) fn yes(column: &str) -> bool {
    matches!(column, "1" | "true")
}

pub(super) fn role_of(column: &str) -> Role {
    Role::from_name(column).unwrap()
}

pub(super) fn mail_state(column: &str) -> MailState {
    match column {
        "pending" => MailState::Pending,
        "sent" => MailState::Sent,
        "dead" => MailState::Dead,
        _ => MailState::Void,
    }
}
