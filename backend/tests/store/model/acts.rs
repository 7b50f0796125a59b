//! What customers, the operator and time may do, and which of it is likely when.

use countersign_domain::{Decision, Role, Status};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select},
    strategy::Union,
};

use super::{
    reference::Model,
    view::{CUSTOMERS, PEOPLE, Who},
};

/// Which code is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Sent { request: i64, to: Who, generation: i32 },
    Invented,
}

/// One act.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// Somebody asks for other contacts: administrator, technical, billing.
    Ask {
        service: usize,
        by: Who,
        wished: [Option<Who>; 3],
        together: bool,
        /// In the place of what is open, if the asker is the administrator.
        instead: bool,
    },
    /// Somebody decides.
    Press {
        request: i64,
        by: Who,
        decision: Decision,
        typed: Typed,
    },
    /// Somebody types invented codes.
    Guess {
        request: i64,
        by: Who,
        times: i32,
    },
    Cancel {
        request: i64,
        by: Who,
    },
    Resend {
        request: i64,
        by: Who,
        times: i32,
    },
    NewAddress {
        who: Who,
    },
    Owe {
        who: Who,
    },
    Pay {
        who: Who,
    },
    /// Somebody blocks another, or one that does not exist.
    Block {
        by: Who,
        whom: Who,
    },
    Unblock {
        by: Who,
        whom: Who,
    },
    /// The provider's staff ends a request.
    Abort {
        request: i64,
    },
    Disable {
        who: Who,
    },
    Enable {
        who: Who,
    },
    Later {
        hours: i64,
    },
    /// The operator says how a service stands, and perhaps that it ends so many hours from now.
    Stand {
        service: usize,
        status: Status,
        hours: Option<i64>,
    },
    /// Reminders, expiry, renewal notices.
    Jobs,
    /// Mails that are due go.
    Deliver,
    /// The mail server takes nothing for so many hours; mails are tried again and again.
    Outage {
        hours: i64,
    },
    /// The process ends, and another begins.
    Restart,
}

impl Act {
    /// What kind of act it is.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Ask { .. } => "ask",
            Self::Press { decision: Decision::Accept, .. } => "accept",
            Self::Press { decision: Decision::Refuse, .. } => "refuse",
            Self::Guess { .. } => "guess",
            Self::Cancel { .. } => "cancel",
            Self::Resend { .. } => "resend",
            Self::NewAddress { .. } => "new address",
            Self::Owe { .. } => "owe",
            Self::Pay { .. } => "pay",
            Self::Block { .. } => "block",
            Self::Unblock { .. } => "unblock",
            Self::Abort { .. } => "abort",
            Self::Disable { .. } => "disable",
            Self::Enable { .. } => "enable",
            Self::Later { .. } => "later",
            Self::Stand { .. } => "stand",
            Self::Jobs => "jobs",
            Self::Deliver => "deliver",
            Self::Outage { .. } => "outage",
            Self::Restart => "restart",
        }
    }
}

/// Anything that may come next.
pub(super) fn any_act(model: &Model) -> BoxedStrategy<Act> {
    // Those whom something waits for most of all.
    let mut concerned = CUSTOMERS.to_vec();
    for request in model.view.requests.values().filter(|request| request.ended_at.is_none()) {
        concerned
            .extend([request.from, request.to, request.asked_by].into_iter().filter(|who| CUSTOMERS.contains(who)));
    }
    let who = move || select(concerned.clone());
    let status = prop_oneof![3 => Just(Status::Ok), 1 => Just(Status::UnPaid), 1 => Just(Status::Expired)];
    let nothing_yet = model.view.requests.is_empty();
    let mut choices = vec![
        (if nothing_yet { 200 } else { 22 }, asking(model, &[0, 1, 2])),
        (2, who().prop_map(|who| Act::NewAddress { who }).boxed()),
        (3, who().prop_map(|who| Act::Owe { who }).boxed()),
        (3, who().prop_map(|who| Act::Pay { who }).boxed()),
        (3, (who(), select(PEOPLE.to_vec())).prop_map(|(by, whom)| Act::Block { by, whom }).boxed()),
        (2, who().prop_map(|who| Act::Disable { who }).boxed()),
        (1, who().prop_map(|who| Act::Enable { who }).boxed()),
        (5, (1..200_i64).prop_map(|hours| Act::Later { hours }).boxed()),
        (
            2,
            (0..3_usize, status, option::of(1..800_i64))
                .prop_map(|(service, status, hours)| Act::Stand { service, status, hours })
                .boxed(),
        ),
        (4, Just(Act::Jobs).boxed()),
        (2, Just(Act::Deliver).boxed()),
        (1, (1..60_i64).prop_map(|hours| Act::Outage { hours }).boxed()),
        (1, Just(Act::Restart).boxed()),
    ];
    choices.extend(on_blocks(model));
    choices.extend(on_requests(model, &[0, 1, 2]));
    Union::new_weighted(choices).boxed()
}

/// Who is asked blocks the one that asks; and what is blocked may be unblocked.
fn on_blocks(model: &Model) -> Vec<(u32, BoxedStrategy<Act>)> {
    let mut choices = Vec::new();
    let asked =
        model.view.requests.values().filter(|request| request.to != request.asked_by && request.to != PEOPLE[5]);
    let asked: Vec<(Who, Who)> = asked.map(|request| (request.to, request.asked_by)).collect();
    if !asked.is_empty() {
        choices.push((4, select(asked).prop_map(|(by, whom)| Act::Block { by, whom }).boxed()));
    }
    if !model.view.blocks.is_empty() {
        let blocks: Vec<(Who, Who)> = model.view.blocks.iter().copied().collect();
        choices.push((3, select(blocks).prop_map(|(by, whom)| Act::Unblock { by, whom }).boxed()));
    }
    choices
}

/// What the parties to requests of these services may do.
pub(super) fn act_on(model: &Model, services: &[usize]) -> BoxedStrategy<Act> {
    let mut choices = vec![(30, asking(model, services))];
    choices.extend(on_requests(model, services));
    Union::new_weighted(choices).boxed()
}

/// Somebody asks: most often one who may.
fn asking(model: &Model, services: &[usize]) -> BoxedStrategy<Act> {
    // Seldom for one that has no account.
    let person = || prop_oneof![12 => select(CUSTOMERS), 1 => Just(PEOPLE[5])];
    let others = prop::array::uniform3(option::weighted(0.25, person()));
    let held: Vec<(usize, [Who; 3])> = services
        .iter()
        .map(|service| {
            (
                *service,
                [Role::Admin, Role::Tech, Role::Billing].map(|role| model.view.services[service].contacts[&role]),
            )
        })
        .collect();
    let asker = prop_oneof![10 => Just(0_usize), 2 => Just(1), 2 => Just(2), 1 => Just(3)];
    (select(held), asker, 0..3_usize, person(), others, prop::bool::weighted(0.4), 0..10_u8, any::<bool>())
        .prop_map(|((service, held), asker, mut role, somebody, mut wished, together, odd, instead)| {
            if odd > 1 && asker > 0 {
                // A holder of one role mostly knows its place.
                role = asker % 3;
                wished = [None; 3];
            }
            wished[role] = Some(somebody);
            if odd > 6 {
                wished = wished.map(|wish| wish.and(Some(somebody)));
            }
            let by = held.get(asker).copied().unwrap_or(CUSTOMERS[4]);
            Act::Ask { service, by, wished, together: together && (service < 2 || odd == 0), instead }
        })
        .boxed()
}

/// What can be done with the requests that there are.
fn on_requests(model: &Model, services: &[usize]) -> Vec<(u32, BoxedStrategy<Act>)> {
    let mut due = Vec::new();
    let mut parties = Vec::new();
    let mut sent = Vec::new();
    for (number, request) in &model.view.requests {
        sent.extend(request.codes.keys().map(|(to, generation)| (*number, *to, *generation)));
        if !services.contains(&request.services[0]) {
            continue;
        }
        let admin = model.view.services[&request.services[0]].contacts[&Role::Admin];
        parties.push((*number, [request.asked_by, request.to, request.from, CUSTOMERS[4], admin]));
        due.extend(
            request
                .waiting_for()
                .into_iter()
                .map(|party| (*number, party, request.newest(party)))
                .filter(|(_, party, _)| *party != PEOPLE[5]),
        );
    }
    if parties.is_empty() {
        return Vec::new();
    }
    // Requester, new contact, replaced contact, perhaps a bystander, or the administrator.
    let by = || prop_oneof![4 => Just(0_usize), 4 => Just(1), 1 => Just(2), 1 => Just(3), 2 => Just(4)];
    let decision = || prop_oneof![4 => Just(Decision::Accept), 1 => Just(Decision::Refuse)];
    let times = |most| prop_oneof![4 => Just(1), 1 => 2..=most];
    let one = move || (select(parties.clone()), by()).prop_map(|((request, parties), by)| (request, parties[by]));
    let any_press =
        (one(), any::<Index>(), decision(), 0..4_u8).prop_map(move |((request, by), code, decision, kind)| {
            let own = || sent.iter().filter(|(number, to, _)| (*number, *to) == (request, by));
            let code = match kind {
                0 => own().next(),
                1 => own().next_back(),
                2 => Some(code.get(&sent)),
                _ => None,
            };
            let typed = code.map_or(Typed::Invented, |(request, to, generation)| Typed::Sent {
                request: *request,
                to,
                generation: *generation,
            });
            Act::Press { request, by, decision, typed }
        });
    let mut choices = vec![
        (8, any_press.boxed()),
        (2, (one(), times(6)).prop_map(|((request, by), times)| Act::Guess { request, by, times }).boxed()),
        (3, one().prop_map(|(request, by)| Act::Cancel { request, by }).boxed()),
        (1, one().prop_map(|(request, _)| Act::Abort { request }).boxed()),
        (4, (one(), times(7)).prop_map(|((request, by), times)| Act::Resend { request, by, times }).boxed()),
    ];
    if !due.is_empty() {
        let right = (select(due), prop::bool::weighted(0.9)).prop_map(|((request, by, generation), accepts)| {
            let decision = if accepts { Decision::Accept } else { Decision::Refuse };
            Act::Press { request, by, decision, typed: Typed::Sent { request, to: by, generation } }
        });
        choices.push((36, right.boxed()));
    }
    choices
}

/// Who holds what in the beginning. Domain and zone are mostly in the same hands.
pub(super) fn beginnings() -> BoxedStrategy<[[Who; 3]; 3]> {
    let hands = || prop::array::uniform3(select(CUSTOMERS));
    (hands(), hands(), vec(prop::bool::weighted(0.75), 3))
        .prop_map(|(domain, other, same)| {
            let zone = [0, 1, 2].map(|role: usize| if same[role] { domain[role] } else { other[role] });
            [domain, zone, other]
        })
        .boxed()
}
