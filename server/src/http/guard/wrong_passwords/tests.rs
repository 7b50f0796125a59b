use super::*;

const WRONG: Option<&Proof> = Some(&Proof::Rejected);

fn right() -> Proof {
    let account = countersign_domain::Handle::parse("aa1", &countersign_domain::Suffix::default()).unwrap();
    Proof::Accepted { account, password_stamp: String::new() }
}

fn from(address: &str) -> Source {
    Source::Network(address.parse().ok())
}

fn browser(key: &str) -> Source {
    Source::Browser(key.to_owned())
}

impl WrongPasswords {
    /// Types a wrong password: whether it was compared, else in how many seconds the next one is.
    fn wrong(&self, account: &str, source: Source, now: Instant) -> Result<(), i32> {
        self.begin(account, source, now).attempt.map(|attempt| self.end(attempt, WRONG))
    }

    /// How many of `tries` wrong passwords are compared.
    fn compared(&self, account: &str, source: &Source, tries: usize, now: Instant) -> usize {
        (0..tries).filter(|_| self.wrong(account, source.clone(), now).is_ok()).count()
    }
}

/// The address of the n-th network.
fn nth(n: usize) -> Source {
    from(&format!("203.0.{}.{}", n / 250, n % 250))
}

#[test]
fn a_network_has_so_many_tries_of_one_account_in_an_hour() {
    let (limits, begin) = (WrongPasswords::new(10), Instant::now());
    assert_eq!(limits.compared("aa1", &nth(1), 20, begin), 10);
    assert_eq!(limits.wrong("aa1", nth(1), begin), Err(3601));
    assert_eq!(limits.wrong("aa1", nth(1), begin + Duration::from_secs(3599)), Err(2));
    // Another account, and another network, have their own.
    assert_eq!(limits.compared("bb2", &nth(1), 20, begin), 10);
    assert_eq!(limits.compared("aa1", &nth(2), 20, begin), 10);
    let later = begin + COUNTS_FOR;
    assert_eq!(limits.compared("aa1", &nth(1), 20, later), 10);
}

#[test]
fn tries_come_back_one_by_one_as_they_were_used() {
    let (limits, begin) = (WrongPasswords::new(2), Instant::now());
    let after = |seconds| begin + Duration::from_secs(seconds);
    assert_eq!(limits.wrong("aa1", nth(1), begin), Ok(()));
    assert_eq!(limits.wrong("aa1", nth(1), after(600)), Ok(()));
    assert_eq!(limits.wrong("aa1", nth(1), after(600)), Err(3001));
    assert_eq!(limits.wrong("aa1", nth(1), after(3600)), Ok(()));
    assert_eq!(limits.wrong("aa1", nth(1), after(3600)), Err(601));
}

#[test]
fn after_thirty_from_anywhere_each_network_has_three() {
    let (limits, begin) = (WrongPasswords::new(10), Instant::now());
    assert!((0..30).all(|n| limits.wrong("aa1", nth(n), begin).is_ok()));
    assert_eq!(limits.compared("aa1", &nth(0), 5, begin), 2, "with the one before");
    assert_eq!(limits.compared("aa1", &nth(100), 5, begin), 3);
    assert_eq!(limits.compared("bb2", &nth(100), 20, begin), 10, "another account");
    // As long as there are so many within an hour.
    assert_eq!(limits.compared("aa1", &nth(101), 20, begin + COUNTS_FOR), 10);
}

#[test]
fn slowing_never_gives_more_than_the_setting() {
    let (limits, begin) = (WrongPasswords::new(2), Instant::now());
    assert!((0..6).all(|n| limits.wrong("aa1", nth(n), begin).is_ok()));
    assert_eq!(limits.compared("aa1", &nth(100), 5, begin), 2);
}

#[test]
fn the_log_is_told_once_an_hour_for_each_account() {
    let (limits, begin) = (WrongPasswords::new(1), Instant::now());
    let told = |account: &str, networks: std::ops::Range<usize>, now| {
        networks.filter(|n| limits.begin(account, nth(*n), now).starts_slowing).count()
    };
    assert_eq!(told("aa1", 0..3, begin), 0);
    assert_eq!(told("aa1", 0..20, begin), 1);
    assert_eq!(told("bb2", 0..20, begin), 1);
    assert_eq!(told("aa1", 20..40, begin + Duration::from_secs(3599)), 0);
    assert_eq!(told("aa1", 0..20, begin + COUNTS_FOR), 1, "it goes on in the next hour");
}

#[test]
fn a_right_password_forgets_the_tries_of_its_network_alone() {
    let (limits, begin) = (WrongPasswords::new(3), Instant::now());
    for source in [nth(1), nth(2)] {
        assert_eq!(limits.compared("aa1", &source, 2, begin), 2);
    }
    limits.end(limits.begin("aa1", nth(1), begin).attempt.unwrap(), Some(&right()));
    assert_eq!(limits.compared("aa1", &nth(1), 9, begin), 3);
    assert_eq!(limits.compared("aa1", &nth(2), 9, begin), 1);
    // Those of all strangers stay, but for the right one itself.
    assert_eq!(limits.lock().count(&("aa1".to_owned(), Who::Strangers), begin), 2 + 3 + 3);
}

#[test]
fn what_was_not_compared_does_not_count() {
    let (limits, now) = (WrongPasswords::new(2), Instant::now());
    for _ in 0..50 {
        limits.end(limits.begin("aa1", from("2001:db8::1"), now).attempt.unwrap(), None);
    }
    assert!(limits.lock().counts.is_empty());
    // Those that are being compared do.
    let [_one, _two] = [(); 2].map(|()| limits.begin("aa1", nth(1), now).attempt.unwrap());
    assert!(limits.begin("aa1", nth(1), now).attempt.is_err());
}

#[test]
fn a_known_browser_has_tries_of_its_own() {
    let (limits, begin) = (WrongPasswords::new(10), Instant::now());
    for n in 0..60 {
        limits.compared("aa1", &nth(n), 10, begin);
    }
    assert_eq!(limits.compared("aa1", &browser("one"), 20, begin), 10);
    assert_eq!(limits.compared("aa1", &browser("two"), 20, begin), 10);
    // What it mistypes does not slow others.
    assert_eq!(limits.compared("bb2", &browser("one"), 20, begin), 10);
    assert_eq!(limits.compared("bb2", &browser("two"), 20, begin), 10);
    assert_eq!(limits.compared("bb2", &browser("three"), 20, begin), 10);
    assert_eq!(limits.compared("bb2", &browser("four"), 20, begin), 10);
    assert_eq!(limits.compared("bb2", &nth(1), 20, begin), 10);
}

#[test]
fn the_networks_of_one_ipv6_site_count_together() {
    let (limits, begin) = (WrongPasswords::new(10), Instant::now());
    let compared = |n: u32, tries| limits.compared("aa1", &from(&format!("2001:db8:7:{n:x}::1")), tries, begin);
    assert_eq!(limits.compared("aa1", &from("2001:db8:7:0:ffff::1"), 20, begin), 10);
    assert_eq!(compared(0, 20), 0, "the same network");
    // Slowed from thirty on: a site has four times the three of a network, and has used them up.
    assert_eq!((compared(1, 10), compared(2, 10), compared(3, 10)), (10, 10, 0));
    assert_eq!(limits.compared("aa1", &from("2001:db8:8::1"), 10, begin), 3, "another site");
    let many = |n: u32| limits.compared("bb2", &from(&format!("2001:db8:9:{n:x}::1")), 1, begin);
    assert_eq!((0..100).map(many).sum::<usize>(), 30, "by then the site has used up what it may when slowed");
}

#[test]
fn whoever_cannot_be_told_from_others_shares_no_limit_with_them() {
    let (limits, begin) = (WrongPasswords::new(10), Instant::now());
    assert_eq!(limits.compared("aa1", &Source::Network(None), 100, begin), 100);
    assert_eq!(limits.compared("aa1", &nth(1), 10, begin), 3, "but they count for the account");
}

#[test]
fn a_full_table_forgets_the_fewest_tries_first() {
    let (limits, begin) = (WrongPasswords::new(10), Instant::now());
    assert_eq!(limits.compared("aa1", &nth(0), 20, begin), 10);
    // Two counts each, for made-up accounts.
    for n in 0..CAPACITY {
        limits.wrong(&format!("n{n}"), nth(1), begin).unwrap();
    }
    assert!(limits.lock().counts.len() <= CAPACITY);
    assert!(limits.wrong("aa1", nth(0), begin).is_err(), "who has used its tries up stays so");
    // All are over after the hour.
    let later = begin + COUNTS_FOR;
    limits.wrong("aa1", nth(0), later).unwrap();
    assert_eq!(limits.lock().counts.len(), 2);
}
