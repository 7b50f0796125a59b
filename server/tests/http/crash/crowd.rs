//! Four players at once, each with services of its own, over as many lives of a server as there are; and what must be true
//! after each of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use countersign_backend::demo;
use countersign_domain::{Category, Contacts, HOUR, Handle, Role};

use super::{
    dice::Dice,
    ledger::Ledger,
    letter::Letter,
    player::{Player, Seat},
    postbox::Postbox,
    tables::{Key, Tables},
    whole,
};
use crate::support::{Browser, PASSWORD, Server, eventually};

const PLAYERS: usize = 4;
/// Mails that are on their way at the same time, and so may go twice when the server is killed.
const LANES: usize = 4;
/// A session lasts less than this without being written.
const SESSION: i64 = 11 * HOUR;

pub(super) struct Crowd<'a> {
    postbox: &'a Postbox,
    dice: Dice,
    pub(super) ledger: Ledger,
    /// The cookies of each customer, and the clock's time when it signed in.
    sessions: BTreeMap<String, (BTreeMap<String, String>, i64)>,
    clock: i64,
    lives: usize,
}

impl<'a> Crowd<'a> {
    pub(super) fn new(server: &Server, postbox: &'a Postbox, dice: Dice) -> Self {
        let ledger = Ledger::new(Tables::of(server.database()));
        Self { postbox, dice, ledger, sessions: BTreeMap::new(), clock: 0, lives: 0 }
    }

    /// Moves the clock on.
    pub(super) fn later(&mut self, server: &Server, ms: i64) {
        self.clock += ms;
        server.set_clock(self.clock);
    }

    /// The server begins a life, in which it may send mails and not note it.
    pub(super) fn another_life(&mut self) {
        self.lives += 1;
    }

    /// Everyone signed in: those who have done so before still are.
    pub(super) fn browsers<'s>(&mut self, server: &'s Server) -> BTreeMap<String, Browser<'s>> {
        let mut browsers = BTreeMap::new();
        for (stem, ..) in demo::CUSTOMERS {
            let who = format!("{stem}-ovh");
            let mut browser = server.browser();
            match self.sessions.get(&who) {
                Some((cookies, since)) if *since + SESSION > self.clock => {
                    cookies.values().for_each(|cookie| server.keep_secret(cookie));
                    browser.cookies.clone_from(cookies);
                    assert_eq!(browser.who().as_ref(), Some(&who), "a session that was acknowledged is gone");
                }
                _ => {
                    browser.sign_in(stem, PASSWORD);
                    self.sessions.insert(who.clone(), (browser.cookies.clone(), self.clock));
                }
            }
            browsers.insert(who, browser);
        }
        browsers
    }

    /// Lets them play until `during` is over.
    pub(super) fn play(&mut self, server: &Server, during: impl FnOnce()) {
        self.another_life();
        let browsers = self.browsers(server);
        let tables = Tables::of(server.database());
        let over = AtomicBool::new(false);
        let told: Vec<_> = thread::scope(|scope| {
            let players: Vec<_> = (0..PLAYERS)
                .map(|number| {
                    let seats = seats(&tables, number);
                    let running = tables.requests.iter().filter(|(_, request)| {
                        !request.ended && request.roles.keys().all(|(service, _)| seats.contains_key(service))
                    });
                    let player = Player {
                        name: format!("life {} player {number} form", self.lives),
                        browsers: browsers.clone(),
                        postbox: self.postbox,
                        running: running.map(|(id, request)| (*id, request.asked_by.clone())).collect(),
                        seats,
                        dice: self.dice.split(),
                        told: Vec::new(),
                    };
                    scope.spawn(|| player.play(&over))
                })
                .collect();
            during();
            over.store(true, Ordering::SeqCst);
            players.into_iter().flat_map(|player| player.join().unwrap()).collect()
        });
        told.into_iter().for_each(|(act, answer)| self.ledger.note(act, answer));
    }

    /// Whatever was acknowledged is there, and nothing is there in part.
    #[track_caller]
    pub(super) fn compare(&mut self, server: &Server) {
        let tables = Tables::of(server.database());
        let half_done = whole::faults(&tables);
        assert!(half_done.is_empty(), "life {}: half done:\n{}", self.lives, half_done.join("\n"));
        let lost = self.ledger.compare(tables);
        assert!(lost.is_empty(), "life {}: lost:\n{}", self.lives, lost.join("\n"));
    }

    /// Every mail that was ever owed has arrived, and nothing that was not owed: answers with how many there were, and how many
    /// of them came twice.
    #[track_caller]
    pub(super) fn mails(&self, server: &Server) -> (usize, usize) {
        // Digests collect for half an hour.
        server.set_clock(self.clock + HOUR);
        eventually("every mail is sent", || {
            (server.database().count("outbox WHERE state = 'pending'") == 0).then_some(())
        });
        let owed = Tables::of(server.database()).mails;
        let arrived = self.postbox.by_id();
        // A code that was replaced before its mail could go, and a request that had ended, are no longer mailed.
        let outdated = server.database().count("outbox WHERE state = 'void' AND error = 'no longer needed'");
        assert_eq!(outdated, i64::try_from(owed.iter().filter(|mail| mail.state == "void").count()).unwrap());
        for mail in owed.iter().filter(|mail| mail.state != "void") {
            let letters = arrived.get(&mail.brought_by).unwrap_or_else(|| panic!("{mail:?} has not arrived"));
            assert_eq!(mail.state, "sent", "{mail:?}");
            // When it is sent again, a digest leaves out what has ended meanwhile.
            let same = |letter: &Letter| *letter == letters[0] || mail.id != mail.brought_by || mail.is_digest;
            assert!(letters.iter().all(same), "two mails of one Message-ID: {letters:?}");
            assert!(letters.iter().all(|letter| letter.to == mail.address));
        }
        let known: BTreeSet<_> = owed.iter().map(|mail| &mail.id).collect();
        assert!(arrived.keys().all(|id| known.contains(id)), "a mail that nobody owes");
        let twice = arrived.values().map(|letters| letters.len() - 1).sum();
        assert!(twice <= LANES * self.lives, "{twice} mails came twice, of {} lives", self.lives);
        (owed.len(), twice)
    }

    /// What has become of the answers, and of the mails.
    #[track_caller]
    pub(super) fn figures(&self, server: &Server) -> String {
        let (mails, twice) = self.mails(server);
        let Ledger { acknowledged, whole, absent, .. } = self.ledger;
        assert!(acknowledged > 0 && mails > 0, "nothing was done");
        format!(
            "{acknowledged} acknowledged, 0 lost; {} in flight, {whole} whole, {absent} absent, 0 half applied; {mails} mails \
             due, all delivered, {twice} twice with the same Message-ID",
            whole + absent
        )
    }
}

/// The services of one player. Those of the same name stay together.
fn seats(tables: &Tables, number: usize) -> BTreeMap<Key, Seat> {
    let mut names: Vec<_> = tables.services.values().map(|(_, name)| name).collect();
    names.sort();
    names.dedup();
    let is_mine = |name: &String| names.binary_search(&name).unwrap() % PLAYERS == number;
    let mine = tables.services.iter().filter(|(_, (_, name))| is_mine(name));
    mine.map(|(key, (category, name))| {
        let category = Category::from_name(category).unwrap();
        let goes_with = category.companion();
        let twin = tables.services.iter().find(|(_, (other, known))| {
            known == name && goes_with.is_some() && Category::from_name(other) == goes_with
        });
        let holder = |role: Role| {
            let account = &tables.contacts[&(key.clone(), role.as_str().to_owned())];
            Handle::try_from(account.clone()).unwrap()
        };
        let contacts =
            Contacts { admin: holder(Role::Admin), tech: holder(Role::Tech), billing: holder(Role::Billing) };
        (key.clone(), Seat { contacts, twin: twin.map(|(key, _)| key.clone()), stale: false })
    })
    .collect()
}
