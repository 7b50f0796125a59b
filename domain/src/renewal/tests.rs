use proptest::{collection::btree_set, prelude::*};

use super::*;
use crate::HOUR;

const END: Timestamp = Timestamp(1_800_000_000_000);

fn days() -> RenewalDays {
    RenewalDays::default()
}

fn before(days: i64) -> Timestamp {
    END.plus(-days * DAY)
}

fn due(now: Timestamp, told: &[i32]) -> Option<(i32, Vec<i32>)> {
    days().due(END, now, told).map(|due| (due.days, due.passed))
}

#[test]
fn settings_of_any_order() {
    assert_eq!(RenewalDays::parse("1, 30,7,7"), Ok(days()));
    assert_eq!(format!("{:?}", days()), "[30, 7, 1]");
    assert_eq!(RenewalDays::parse(" "), Ok(RenewalDays(vec![])));
    for wrong in ["0", "366", "-1", "x", "1,,2", "1;2", ","] {
        assert_eq!(RenewalDays::parse(wrong), Err(Wrong::Format), "{wrong}");
    }
}

#[test]
fn each_at_its_time() {
    assert_eq!(due(before(30).plus(-1), &[]), None);
    assert_eq!(due(before(30), &[]), Some((30, vec![])));
    assert_eq!(due(before(8), &[30]), None);
    assert_eq!(due(before(7), &[30]), Some((7, vec![30])));
    assert_eq!(due(before(1), &[30, 7]), Some((1, vec![30, 7])));
    assert_eq!(due(END.plus(-1), &[30, 7, 1]), None);
}

#[test]
fn of_several_only_the_nearest() {
    assert_eq!(due(before(5), &[]), Some((7, vec![30])));
    assert_eq!(due(before(1).plus(HOUR), &[]), Some((1, vec![30, 7])));
}

#[test]
fn nothing_at_the_end_or_after_it() {
    assert_eq!(due(END, &[]), None);
    assert_eq!(due(END.plus(DAY), &[30, 7]), None);
}

#[test]
fn other_settings_bring_no_farther_notice_after_a_nearer_one() {
    let others = RenewalDays(vec![30, 10]);
    assert_eq!(others.due(END, before(5), &[30, 7]), None);
}

#[test]
fn other_settings_find_services_by_whatever_their_last_notice_was() {
    let others = RenewalDays(vec![30, 10]);
    for (last, days) in [(RenewalDays::NO_NOTICE, Some(30)), (31, Some(30)), (30, Some(10)), (11, Some(10)), (10, None)]
    {
        let until = days.map(|days| END.plus(days * DAY));
        assert_eq!(others.due_until(last, END), until, "{last}");
    }
}

proptest! {
    /// Looked at as often as one likes, from any moment on: at most once for each number of days, each nearer than the one
    /// before, never early, and the last one not missed.
    #[test]
    fn told_once_and_ever_nearer(
        set in btree_set(1..=365_i32, 0..6),
        start in 0..500_i64,
        steps in proptest::collection::vec(1..60_i64 * 24, 0..40),
    ) {
        let list = set.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let days = RenewalDays::parse(&list).expect("days");
        let mut now = before(start);
        let (mut sent, mut marked): (Vec<i32>, Vec<i32>) = (vec![], vec![]);
        for hours in steps {
            let due = days.due(END, now, &marked);
            // The query of the store asks by the last notice alone, and finds the same services.
            let last = marked.iter().copied().min().unwrap_or(RenewalDays::NO_NOTICE);
            let found = now < END && days.due_until(last, now).is_some_and(|until| END <= until);
            prop_assert_eq!(due.is_some(), found);
            if let Some(due) = due {
                prop_assert!(now < END && END <= now.plus(i64::from(due.days) * DAY), "in time");
                prop_assert!(sent.iter().all(|before| *before > due.days), "once, and nearer");
                prop_assert!(due.passed.iter().all(|passed| *passed > due.days));
                sent.push(due.days);
                marked.push(due.days);
                marked.extend(due.passed);
                prop_assert_eq!(days.due(END, now, &marked), None, "not twice");
            }
            let reached = set.iter().find(|d| now < END && END <= now.plus(i64::from(**d) * DAY));
            prop_assert!(reached.is_none_or(|d| marked.contains(d)), "nothing reached is left untold");
            now = now.plus(hours * HOUR);
        }
    }
}
