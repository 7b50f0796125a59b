use proptest::prelude::*;

use super::*;

fn id(stem: &str) -> Handle {
    Handle::parse(stem, &Suffix::default()).expect("a customer ID")
}

/// Administrator aa1, technical contact bb2, billing contact cc3.
fn contacts() -> Contacts {
    Contacts { admin: id("aa1"), tech: id("bb2"), billing: id("cc3") }
}

fn wishes(list: &[(Role, &str)]) -> Wishes {
    let find = |role| list.iter().find(|(r, _)| *r == role).map(|(_, to)| id(to));
    Wishes { admin: find(Role::Admin), tech: find(Role::Tech), billing: find(Role::Billing) }
}

/// One row of "Who may ask for what".
struct Row {
    me: &'static str,
    wish: &'static [(Role, &'static str)],
    must_accept: &'static [&'static str],
    told: &'static [&'static str],
}

#[test]
fn every_row_of_who_may_ask_for_what() {
    use Role::{Admin, Billing, Tech};
    let rows = [
        // The administrator names another account technical or billing contact.
        Row { me: "aa1", wish: &[(Tech, "dd4")], must_accept: &["aa1", "dd4"], told: &["aa1", "dd4", "bb2"] },
        Row { me: "aa1", wish: &[(Billing, "dd4")], must_accept: &["aa1", "dd4"], told: &["aa1", "dd4", "cc3"] },
        // The administrator takes a role for itself.
        Row { me: "aa1", wish: &[(Tech, "aa1")], must_accept: &["aa1"], told: &["aa1", "bb2"] },
        Row { me: "aa1", wish: &[(Billing, "aa1")], must_accept: &["aa1"], told: &["aa1", "cc3"] },
        // The administrator names another administrator.
        Row { me: "aa1", wish: &[(Admin, "dd4")], must_accept: &["aa1", "dd4"], told: &["aa1", "dd4"] },
        // The technical and the billing contact name their successors.
        Row { me: "bb2", wish: &[(Tech, "dd4")], must_accept: &["bb2", "dd4"], told: &["bb2", "dd4"] },
        Row { me: "cc3", wish: &[(Billing, "dd4")], must_accept: &["cc3", "dd4"], told: &["cc3", "dd4"] },
    ];
    for row in rows {
        let me = id(row.me);
        let drafts = plan(&contacts(), None, &me, &wishes(row.wish)).expect("allowed");
        let [draft] = drafts.as_slice() else { panic!("{} drafts for {:?}", drafts.len(), row.wish) };
        let ids = |stems: &[&str]| stems.iter().map(|s| id(s)).collect::<Vec<_>>();
        assert_eq!(draft.parties(&me), ids(row.must_accept), "{:?}", row.wish);
        assert_eq!(draft.told_at_end(&me), ids(row.told), "{:?}", row.wish);
    }
}

#[test]
fn nothing_else_is_allowed() {
    use Role::{Admin, Billing, Tech};
    for (me, role) in [("bb2", Admin), ("bb2", Billing), ("cc3", Admin), ("cc3", Tech)] {
        let wish = wishes(&[(role, "dd4")]);
        assert_eq!(plan(&contacts(), None, &id(me), &wish), Err(Problem::NotYourRole(role)), "{me}");
        // Not even for oneself, and not beside a change that is one's right.
        assert_eq!(plan(&contacts(), None, &id(me), &wishes(&[(role, me)])), Err(Problem::NotYourRole(role)));
    }
    assert_eq!(plan(&contacts(), None, &id("ee5"), &wishes(&[(Tech, "ee5")])), Err(Problem::NotFound));
}

#[test]
fn nothing_changed_says_so() {
    use Role::{Admin, Billing, Tech};
    let same = wishes(&[(Admin, "aa1"), (Tech, "bb2"), (Billing, "cc3")]);
    assert_eq!(plan(&contacts(), None, &id("aa1"), &same), Err(Problem::NothingChanged));
    assert_eq!(plan(&contacts(), None, &id("bb2"), &Wishes::default()), Err(Problem::NothingChanged));
}

#[test]
fn a_form_that_is_out_of_date_wishes_only_what_was_typed_into_it() {
    use Role::{Billing, Tech};
    let seen = contacts();
    let present = Contacts { tech: id("ee5"), ..contacts() };
    let typed = |tech, billing| wishes(&[(Tech, tech), (Billing, billing)]);
    // The field that nobody touched is no wish to go back.
    assert_eq!(typed("bb2", "dd4").since(&seen, &present), Ok(wishes(&[(Billing, "dd4")])));
    assert_eq!(typed("bb2", "cc3").since(&seen, &present), Ok(Wishes::default()));
    let told = Problem::ContactChanged { role: Tech, now: id("ee5") };
    assert_eq!(typed("dd4", "cc3").since(&seen, &present), Err(told));
    assert_eq!(typed("dd4", "cc3").since(&present, &present), Ok(typed("dd4", "cc3").changes(&present)));
}

#[test]
fn every_wrong_field_is_named() {
    let parsed = Wishes::parse(Some("AA1"), Some(" "), Some("bb-zz"), &Suffix::default());
    let problems = parsed.expect_err("two wrong fields");
    let named: Vec<_> = problems.iter().map(|p| (p.field, p.wrong)).collect();
    assert_eq!(named, [(Field::Tech, crate::Wrong::Empty), (Field::Billing, crate::Wrong::Format)]);
    let parsed = Wishes::parse(Some("AA1"), None, None, &Suffix::default());
    assert_eq!(parsed, Ok(wishes(&[(Role::Admin, "aa1")])));
}

#[test]
fn one_request_per_pair() {
    use Role::{Admin, Billing, Tech};
    let me = id("aa1");
    let mut held = contacts();
    held.tech = id("cc3");
    let drafts = plan(&held, None, &me, &wishes(&[(Admin, "dd4"), (Tech, "dd4"), (Billing, "dd4")])).expect("allowed");
    let pairs: Vec<_> =
        drafts.iter().map(|d| (d.from.as_str(), d.to.as_str(), d.roles.iter().collect::<Vec<_>>())).collect();
    assert_eq!(pairs, [("aa1-ovh", "dd4-ovh", vec![Admin]), ("cc3-ovh", "dd4-ovh", vec![Tech, Billing])]);
}

#[test]
fn what_both_services_hand_over_alike_is_one_request() {
    use Role::{Admin, Billing, Tech};
    let (domain, me) = (contacts(), id("aa1"));
    let planned = |zone: &Contacts, list: &[(Role, &str)]| {
        let drafts = plan(&domain, Some(zone), &me, &wishes(list)).expect("allowed");
        drafts.into_iter().map(|d| (d.from.to_string(), d.roles.iter().collect(), d.scope)).collect::<Vec<_>>()
    };
    let alike = contacts();
    assert_eq!(planned(&alike, &[(Tech, "dd4")]), [("bb2-ovh".into(), vec![Tech], Scope::Both)]);
    let other = Contacts { billing: id("gg7"), ..contacts() };
    assert_eq!(
        planned(&other, &[(Tech, "dd4"), (Billing, "dd4")]),
        [
            ("bb2-ovh".into(), vec![Tech], Scope::Both),
            ("cc3-ovh".into(), vec![Billing], Scope::Service),
            ("gg7-ovh".into(), vec![Billing], Scope::Companion),
        ]
    );
    // What the companion has already, it need not be given; what the service has, is not wished for the companion either.
    let there = Contacts { tech: id("dd4"), billing: id("gg7"), ..contacts() };
    assert_eq!(planned(&there, &[(Tech, "dd4"), (Billing, "cc3")]), [("bb2-ovh".into(), vec![Tech], Scope::Service)]);
    // No right on the companion, no request at all.
    let foreign = Contacts { admin: id("ff6"), ..contacts() };
    let refused = plan(&domain, Some(&foreign), &me, &wishes(&[(Tech, "dd4")]));
    assert_eq!(refused, Err(Problem::NotFound.of_companion()));
    let held = Contacts { admin: id("ff6"), tech: id("aa1"), ..contacts() };
    let refused = plan(&domain, Some(&held), &me, &wishes(&[(Admin, "dd4"), (Tech, "dd4")]));
    assert_eq!(refused, Err(Problem::NotYourRole(Admin).of_companion()));
}

prop_compose! {
    fn account()(n in 1..6u8) -> Handle { id(&format!("aa{n}")) }
}

proptest! {
    #[test]
    fn drafts_are_exactly_the_wished_changes(
        admin in account(), tech in account(), billing in account(), me in account(),
        wished in proptest::collection::vec(proptest::option::of(account()), 3),
    ) {
        let held = Contacts { admin, tech, billing };
        let wishes = Wishes { admin: wished[0].clone(), tech: wished[1].clone(), billing: wished[2].clone() };
        let Ok(drafts) = plan(&held, None, &me, &wishes) else {
            // Refused only for a reason: no contact, nothing wished that differs, or a role that is not one's own.
            let differs = |r: &Role| wishes.get(*r).is_some_and(|to| to != held.get(*r));
            let foreign = Role::ALL.iter().any(|r| differs(r) && !held.may_change(&me).contains(*r));
            prop_assert!(held.roles_of(&me).is_empty() || foreign || !Role::ALL.iter().any(differs));
            return Ok(());
        };
        for role in Role::ALL.iter().copied() {
            let of_role: Vec<_> = drafts.iter().filter(|d| d.roles.contains(role)).collect();
            match wishes.get(role).filter(|to| *to != held.get(role)) {
                None => prop_assert!(of_role.is_empty()),
                Some(to) => {
                    prop_assert_eq!(of_role.len(), 1);
                    prop_assert_eq!(&of_role[0].to, to);
                    prop_assert_eq!(&of_role[0].from, held.get(role));
                    prop_assert!(held.admin == me || held.get(role) == &me);
                }
            }
        }
        let mut pairs: Vec<_> = drafts.iter().map(|d| (&d.from, &d.to)).collect();
        pairs.dedup();
        prop_assert_eq!(pairs.len(), drafts.len());
        for draft in &drafts {
            let parties = draft.parties(&me);
            prop_assert!(parties.contains(&me) && parties.contains(&draft.to));
            prop_assert_eq!(parties.len(), if draft.to == me { 1 } else { 2 });
            prop_assert!(draft.told_at_end(&me).contains(&draft.from));
        }
    }
}
