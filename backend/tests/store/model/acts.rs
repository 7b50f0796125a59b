//! What customers and time may do, at random.

use countersign_domain::{Decision, Status};
use proptest::{option, prelude::*};

/// Those who take part; the last has no account.
pub(super) const PEOPLE: [&str; 6] = ["aa1", "bb2", "cc3", "dd4", "ee5", "zz9"];

/// Which code is typed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Typed {
    Newest,
    Oldest,
    OtherPartys,
    Invented,
}

/// One act. Numbers choose among what there is at the time.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// The contact in a role (or a stranger) asks for other contacts.
    Ask {
        service: usize,
        by: usize,
        wished: [Option<usize>; 3],
        together: bool,
    },
    /// Somebody decides.
    Press {
        request: usize,
        by: usize,
        decision: Decision,
        typed: Typed,
    },
    /// Everyone who has yet to decide accepts.
    AllAccept {
        request: usize,
    },
    Cancel {
        request: usize,
        by: usize,
    },
    Resend {
        request: usize,
        by: usize,
    },
    NewAddress {
        who: usize,
    },
    Owe {
        who: usize,
    },
    Pay,
    Disable {
        who: usize,
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
    Jobs,
}

/// Somebody asks.
pub(super) fn ask() -> impl Strategy<Value = Act> {
    // One role at least is wished for somebody; seldom for one that has no account.
    let person = || prop_oneof![12 => 0..PEOPLE.len() - 1, 1 => Just(PEOPLE.len() - 1)];
    let others = prop::array::uniform3(option::weighted(0.25, person()));
    let asker = prop_oneof![10 => Just(0_usize), 2 => Just(1), 2 => Just(2), 1 => Just(3)];
    (0..2_usize, asker, 0..3_usize, person(), others, any::<bool>()).prop_map(
        |(service, by, role, somebody, mut wished, together)| {
            wished[role] = Some(somebody);
            Act::Ask { service, by, wished, together }
        },
    )
}

pub(super) fn act() -> impl Strategy<Value = Act> {
    let who = 0..PEOPLE.len() - 1;
    // Requester, new contact, replaced contact, a bystander.
    let by = prop_oneof![4 => Just(0_usize), 4 => Just(1), 1 => Just(2), 1 => Just(3)];
    let decision = prop_oneof![4 => Just(Decision::Accept), 1 => Just(Decision::Refuse)];
    let typed = prop_oneof![
        6 => Just(Typed::Newest), 1 => Just(Typed::Oldest), 1 => Just(Typed::OtherPartys), 1 => Just(Typed::Invented)
    ];
    let status = prop_oneof![3 => Just(Status::Ok), 1 => Just(Status::UnPaid), 1 => Just(Status::Expired)];
    // The newest most of all.
    let request = || prop_oneof![3 => 0..3_usize, 1 => 0..12_usize];
    prop_oneof![
        16 => ask(),
        12 => (request(), by.clone(), decision, typed)
            .prop_map(|(request, by, decision, typed)| Act::Press { request, by, decision, typed }),
        16 => request().prop_map(|request| Act::AllAccept { request }),
        2 => (request(), by.clone()).prop_map(|(request, by)| Act::Cancel { request, by }),
        3 => (request(), by).prop_map(|(request, by)| Act::Resend { request, by }),
        1 => who.clone().prop_map(|who| Act::NewAddress { who }),
        2 => who.clone().prop_map(|who| Act::Owe { who }),
        2 => Just(Act::Pay),
        1 => who.prop_map(|who| Act::Disable { who }),
        3 => (1..150_i64).prop_map(|hours| Act::Later { hours }),
        2 => (0..2_usize, status, option::of(1..800_i64)).prop_map(|(service, status, hours)| Act::Stand { service, status, hours }),
        4 => Just(Act::Jobs),
    ]
}
